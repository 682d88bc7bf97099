"""The sentences of undoing, of groups that are edited, and of records that are exchanged."""

from __future__ import annotations

from moderator_app.core.wording import Value
from moderator_app.i18n import translate
from moderator_app.sentences.base import Sentences, Values, joined, titled, why_text


def _named(values: Values) -> dict[str, str]:
    """An action by its name, which stands in the values as a code of its own."""
    return {"what": why_text(values), "when": str(values.get("when", ""))}


def _in_group(values: Values) -> dict[str, Value]:
    return {**titled(values, "group"), **_named(values)}


EXCHANGE: Sentences = {
    "bundle.bad-row": lambda v: translate(
        "Exchange", "「{file}」第 {row} 项不是群管助手写的样子，整个文件都没有用，什么也没有改动。", **v
    ),
    "bundle.foreign": lambda v: translate(
        "Exchange", "「{file}」不是群管助手的这种文件，或者里面多了别的东西。什么也没有改动。", **v
    ),
    "bundle.no-rulebook": lambda v: translate(
        "Exchange",
        "群「{group}」用的群规「{rulebook}」这里没有，请先要来那份文件。什么也没有改动。",
        **v,
    ),
    "bundle.too-large": lambda v: translate(
        "Exchange", "「{file}」太大了，最多 {most} MB。什么也没有改动。", **v
    ),
    "bundle.unreadable": lambda v: translate(
        "Exchange", "「{file}」打不开，或者传的时候损坏了，请让对方再发一次。什么也没有改动。", **v
    ),
    "export.among-our-own": lambda v: translate(
        "Exchange",
        "「{folder}」里是群管助手自己的数据，导出的文件请放到别处。什么也没有写。",
        **v,
    ),
    "conflict.none": lambda v: translate("Exchange", "{member}的这一项没有两种写法要选。没有改动。", **v),
    "erase.left": lambda v: translate("Exchange", "这些文件打不开，没能清理，请自行删除：{files}", **v),
    "group.bad-hours": lambda v: translate(
        "Exchange", "「{hours}」不是时段：请写成 22:00-07:30 这样，留空就按群规。没有保存。", **v
    ),
    "group.nothing-changed": lambda v: translate("Exchange", "群「{group}」没有改动。", **titled(v, "group")),
    "group.own-free-group": lambda v: translate(
        "Exchange", "「{group}」不能作它自己的自由群。没有保存。", **titled(v, "group")
    ),
    "group.unknown-field": lambda v: translate("Exchange", "群没有 {field} 这一项。没有保存。", **v),
    "import.not-empty": lambda v: translate(
        "Exchange", "这里已经有群或记录了。整份导入只能用在新装的程序里；两位管理员的记录请用合并。"
    ),
    "apart.already": lambda v: translate("Exchange", "{member}和这一位已经记为两个人了。没有改动。", **v),
    "apart.one-person": lambda v: translate(
        "Exchange", "{member}和这一位已经算作同一个人，请先撤销那一步。没有改动。", **v
    ),
    "link.already": lambda v: translate("Exchange", "{member}和这一位已经连起来了。没有改动。", **v),
    "link.none": lambda v: translate("Exchange", "{member}和这一位没有连起来。没有改动。", **v),
    "link.one-group": lambda v: translate(
        "Exchange", "两位都在一个群里：如果是同一个人，请用「同一个人」。没有改动。", **v
    ),
    "link.part-of-more": lambda v: translate(
        "Exchange", "{member}是在移群时连起来的，要断开请撤销那一步。没有改动。", **v
    ),
    "merge.only-deleted": lambda v: joined(
        translate(
            "Exchange", "{deleted} 位的资料已经删除；其余的没有合并，请再合并一次。", deleted=v["deleted"]
        ),
        why_text(v),
    ),
    "merge.nothing-new": lambda v: translate("Exchange", "这份记录里的都已经有了，没有改动。"),
    "restore.left-out": lambda v: translate(
        "Exchange", "备份里还有 {count} 位已经删除的人，没有找回来。那个文件里仍有他们的资料。", **v
    ),
    "same.already": lambda v: translate("Exchange", "这两份记录已经算作{member}一个人了。没有改动。", **v),
    "same.other-group": lambda v: translate(
        "Exchange", "{member}和这一位不在一个群里：次数分开计，请用「连起来」。没有改动。", **v
    ),
    "state.undone": lambda v: translate("Exchange", "已撤销"),
    "state.voided": lambda v: translate("Exchange", "已作废"),
    "undo.changed-since": lambda v: translate(
        "Exchange", "没有撤销：{what}。这一处之后又改过，撤销会把后来的改动也丢掉。", **_named(v)
    ),
    "undo.erased": lambda v: translate("Exchange", "删除一位成员的资料以后，与其有关的操作不能撤销。"),
    "undo.hangs": lambda v: translate("Exchange", "要先撤销后面的这一步：{what}（{when}）。", **_named(v)),
    "undo.group-in-use": lambda v: joined(
        translate("Exchange", "没有撤销：群「{group}」里已有 {steps} 步记录，会看不到。", **_in_group(v)),
        translate("Exchange", "请先撤销那些步骤，最近的一步是：{what}；或者留着这个群。", **_in_group(v)),
    ),
    "undo.group-linked": lambda v: translate(
        "Exchange",
        "群「{group}」是「{other}」的自由群。请先在「{other}」里换一个自由群，再撤销添加。",
        **titled(v, "group"),
    ),
    "undo.backup-gone": lambda v: translate("Exchange", "没有撤销：这一步之前的备份已经不在了。"),
    "undo.no-way-back": lambda v: translate(
        "Exchange", "不能撤销：这一步之前的备份已经不在，或者这一步是在别的电脑上做的。"
    ),
    "undo.takes-along": lambda v: joined(
        translate("Exchange", "没有撤销：之后又做了 {steps} 步，会一起回去，", steps=v["steps"]),
        translate("Exchange", "最近的一步是：{what}。", **_named(v)),
        translate("Exchange", "要这样做，请在「记录」里撤销它，或在命令后加 --yes。"),
    ),
    "undo.twin": lambda v: translate(
        "Exchange", "没有撤销：名单里后来又有了名字和群名片都相同的「{member}」。", **v
    ),
}
