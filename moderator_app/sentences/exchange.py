"""The sentences of undoing, of groups that are edited, and of records that are exchanged."""

from __future__ import annotations

from moderator_app.i18n import translate
from moderator_app.sentences.base import Sentences, Values, titled, why_text


def _named(values: Values) -> dict[str, str]:
    """An action by its name, which stands in the values as a code of its own."""
    return {"what": why_text(values), "when": str(values.get("when", ""))}


EXCHANGE: Sentences = {
    "group.bad-hours": lambda v: translate(
        "Exchange", "「{hours}」不是时段：请写成 22:00-07:30 这样，留空就按群规。没有保存。", **v
    ),
    "group.nothing-changed": lambda v: translate("Exchange", "群「{group}」没有改动。", **titled(v, "group")),
    "group.own-free-group": lambda v: translate(
        "Exchange", "「{group}」不能作它自己的自由群。没有保存。", **titled(v, "group")
    ),
    "group.unknown-field": lambda v: translate("Exchange", "群没有 {field} 这一项。没有保存。", **v),
    "undo.changed-since": lambda v: translate(
        "Exchange", "没有撤销：{what}。这一处之后又改过，撤销会把后来的改动也丢掉。", **_named(v)
    ),
    "undo.erased": lambda v: translate("Exchange", "删除一位成员的资料以后，与其有关的操作不能撤销。"),
    "undo.hangs": lambda v: translate("Exchange", "要先撤销后面的这一步：{what}（{when}）。", **_named(v)),
    "undo.twin": lambda v: translate(
        "Exchange", "没有撤销：名单里后来又有了名字和群名片都相同的「{member}」。", **v
    ),
}
