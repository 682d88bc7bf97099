"""The words for levels, actions, roles and states."""

from __future__ import annotations

from datetime import date

from moderator_app.core.message import Role
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Status
from moderator_app.core.rules.verdict import Action, Level
from moderator_app.i18n import CHINESE, language, translate

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def date_text(day: date, today: date) -> str:
    """A day as it is said, 5 月 12 日; with the year where it is another one than today's."""
    month = day.month if language() == CHINESE else _MONTHS[day.month - 1]
    if day.year == today.year:
        return translate("Date", "{month} 月 {day} 日", month=month, day=day.day)
    return translate("Date", "{year} 年 {month} 月 {day} 日", year=day.year, month=month, day=day.day)


def level_text(level: Level) -> str:
    """The word for a verdict."""
    return {
        Level.OK: translate("Level", "没问题"),
        Level.UNSURE: translate("Level", "拿不准"),
        Level.VIOLATION: translate("Level", "违规"),
    }[level]


def action_text(action: Action) -> str:
    """What the ladder asks for, in words."""
    return {
        Action.NONE: translate("Action", "不处理"),
        Action.REMIND: translate("Action", "提醒"),
        Action.WARN: translate("Action", "警告"),
        Action.APOLOGISE: translate("Action", "请其致歉"),
        Action.FINE: translate("Action", "记罚款或红包"),
        Action.MOVE: translate("Action", "告知并移到自由群"),
        Action.SUSPEND: translate("Action", "暂时移出"),
        Action.REMOVE: translate("Action", "移出"),
    }[action]


def role_text(role: Role) -> str:
    """The word for a role in the group."""
    return {
        Role.OWNER: translate("Role", "群主"),
        Role.ADMIN: translate("Role", "管理员"),
        Role.PAID: translate("Role", "缴费成员"),
        Role.MEMBER: translate("Role", "成员"),
        Role.ORGANISATION: translate("Role", "协会本身"),
    }[role]


def status_text(status: Status, group: Group | None = None) -> str:
    """Where a member stands, in words; who is in a `group` that has a free group is in its main group."""
    main = group is not None and bool(group.linked_free_group)
    return {
        Status.ACTIVE: translate("Status", "主群成员") if main else translate("Status", "群成员"),
        Status.FREE_GROUP: translate("Status", "在自由群"),
        Status.SUSPENDED: translate("Status", "暂时移出"),
        Status.REMOVED: translate("Status", "已移出"),
        Status.LEFT: translate("Status", "已退群"),
    }[status]
