"""The words of the ledger: kinds in a word, fields that changed, values to be read."""

from __future__ import annotations

import json
from datetime import date, datetime
from enum import StrEnum

from moderator_app.core.message import Role
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.roster.members import differences
from moderator_app.i18n import translate
from moderator_app.sentences.deeds import setting_text
from moderator_app.sentences.words import role_text, status_text


def kind_text(kind: EntryKind) -> str:
    """An action's kind in a word or two."""
    return {
        EntryKind.STRIKE: translate("Log", "记次"),
        EntryKind.VOID: translate("Log", "作废"),
        EntryKind.NOTICE: translate("Log", "告知"),
        EntryKind.MISJUDGED: translate("Log", "误判"),
        EntryKind.BREACH: translate("Log", "补判"),
        EntryKind.MEMBER_ADDED: translate("Log", "加入名单"),
        EntryKind.MEMBER_EDITED: translate("Log", "修改资料"),
        EntryKind.MEMBER_REMOVED: translate("Log", "移出名单"),
        EntryKind.RESTORED: translate("Log", "恢复"),
        EntryKind.PROPOSED: translate("Log", "提请"),
        EntryKind.AGREED: translate("Log", "同意"),
        EntryKind.DECLINED: translate("Log", "否决"),
        EntryKind.CARRIED_OUT: translate("Log", "执行"),
        EntryKind.APPEALED: translate("Log", "申诉"),
        EntryKind.UPHELD: translate("Log", "维持"),
        EntryKind.REPORTED: translate("Log", "举报"),
        EntryKind.REPORT_CLOSED: translate("Log", "办结举报"),
        EntryKind.FINE: translate("Log", "罚款或红包"),
        EntryKind.PAID: translate("Log", "已交"),
        EntryKind.TASK: translate("Log", "要回复的事"),
        EntryKind.ANSWERED: translate("Log", "已回复"),
        EntryKind.BLOCKED: translate("Log", "列入黑名单"),
        EntryKind.UNBLOCKED: translate("Log", "移出黑名单"),
        EntryKind.SAME: translate("Log", "同一人"),
        EntryKind.LINKED: translate("Log", "两群相连"),
        EntryKind.APART: translate("Log", "不是同一人"),
        EntryKind.SETTLED: translate("Log", "选定资料"),
        EntryKind.CHANGED: translate("Log", "改动"),
        EntryKind.ERASED: translate("Log", "删除资料"),
        EntryKind.UNDO: translate("Log", "撤销"),
    }[kind]


def field_text(name: str) -> str:
    """What a field of a member is called."""
    return {
        "name": translate("Log", "姓名"),
        "group": translate("Log", "群"),
        "aliases": translate("Log", "别名"),
        "card": translate("Log", "群名片"),
        "role": translate("Log", "身份"),
        "status": translate("Log", "状态"),
        "joined": translate("Log", "进群"),
        "last_seen": translate("Log", "最近发言"),
        "leave_until": translate("Log", "请假到"),
        "notes": translate("Log", "备注"),
        "invited_by": translate("Log", "邀请人"),
        "suspended_until": translate("Log", "暂停到"),
        "met": translate("Log", "上次到场"),
    }.get(name, name)


def value_text(value: object) -> str:
    """A field's value to be read; 「空」 where there is none."""
    if isinstance(value, Status):
        return status_text(value)
    if isinstance(value, Role):
        return role_text(value)
    if isinstance(value, (tuple, frozenset, list)):
        value = translate("Log", "、").join(map(str, value))
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return str(value) if value not in (None, "") else translate("Log", "空")


def changes(before: Member | None, after: Member | None) -> list[str]:
    """Each field that differs, as it was and as it is then: 群名片：小赵 → 赵六-信息科-南京."""
    if before is None or after is None:
        return []
    return [
        translate(
            "Log",
            "{field}：{was} → {now}",
            field=field_text(name),
            was=value_text(getattr(before, name)),
            now=value_text(value),
        )
        for name, value in differences(before, after).items()
    ]


def thing_changes(entry: Entry) -> list[str]:
    """What changed beside the roster, a line each; of the whole record the step's name tells it."""
    kind, _, name = entry.thing.partition("/")
    if not name:
        return []
    if kind not in ("group", "setting"):
        return [_change(entry.thing, entry.was, entry.now)]
    try:
        was, now = (json.loads(text) if text else {} for text in (entry.was, entry.now))
    except ValueError:  # emptied, because a person was erased
        return []
    if kind == "setting":
        return [_change(setting_text(name), was, now)]
    return [
        _change(text, was.get(key), now.get(key))
        for key, text in _of_a_group().items()
        if (was.get(key) or "") != (now.get(key) or "")
    ]


def _change(what: str, was: object, now: object) -> str:
    """The same words as for a member's field."""
    return translate("Log", "{field}：{was} → {now}", field=what, was=value_text(was), now=value_text(now))


def _of_a_group() -> dict[str, str]:
    """What is kept of a group, and what its fields are called."""
    return {
        "title": translate("Groups", "群名"),
        "rulebook": translate("Groups", "群规"),
        "owner": translate("Groups", "群主"),
        "hours": translate("Groups", "安静时间"),
        "linked_free_group": translate("Groups", "自由群"),
    }


def record_heading() -> tuple[str, ...]:
    """The columns of a table of the record."""
    return (
        translate("Log", "时间"),
        translate("Log", "群"),
        translate("Log", "成员"),
        translate("Log", "操作"),
        translate("Log", "条款"),
        translate("Log", "原话或内容"),
        translate("Log", "告知"),
        translate("Log", "理由"),
        translate("Log", "经手"),
        translate("Log", "状态"),
        translate("Log", "编号"),
    )
