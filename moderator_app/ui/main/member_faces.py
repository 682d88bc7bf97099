"""How a member stands in the list: name, what matters under the filter in force, and the count."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from moderator_app.core.roster.member import Member, Status
from moderator_app.i18n import translate
from moderator_app.session import MemberRow
from moderator_app.session.people.types import CardRow, Silent
from moderator_app.ui.main.cards import wanting_text
from moderator_app.ui.main.delegates import RowFace
from moderator_app.ui.main.member_filters import Filter
from moderator_app.ui.main.member_roll import Roll
from moderator_app.ui.main.process_matters import short_day

_GONE = frozenset({Status.REMOVED, Status.LEFT})


def member_face(found: MemberRow, roll: Roll, name: str, today: date) -> RowFace:
    """A member's row under a filter."""
    member = found.member
    card, silent = roll.cards.get(member.id), roll.silent.get(member.id)
    warn = card is not None and name != Filter.SILENT
    detail = member.card
    if name == Filter.SILENT and silent is not None:
        detail = silence_text(silent)
    elif card is not None:
        detail = card_text(card)
    return RowFace(
        title=member.name,
        detail=detail,
        warn=warn,
        quiet=member.status in _GONE,
        right=_right(found, roll, name, today),
        alarm=member.id in roll.blocked,
        had=min(found.active, roll.steps),
        steps=0 if member.status in _GONE else roll.steps,
    )


def card_text(row: CardRow) -> str:
    """「名片：小赵 · 缺单位和城市」."""
    wanting = wanting_text(row.problem) if row.problem else ""
    shown = row.member.card or translate("Members", "没有")
    return translate("Members", "名片：{card} · {wanting}", card=shown, wanting=wanting)


def silence_text(row: Silent) -> str:
    """「92 天没有发言」, 「进群 5 天没有说过话」."""
    if row.since is None:
        return translate("Members", "进群 {days} 天没有说过话", days=row.days)
    return translate("Members", "{days} 天没有发言", days=row.days)


def _right(found: MemberRow, roll: Roll, name: str, today: date) -> str:
    """The word at the right: where they are, when they were reminded, or how many strikes count."""
    member = found.member
    by_filter: dict[Filter, Mapping[str, CardRow | Silent]] = {
        Filter.CARDS: roll.cards,
        Filter.SILENT: roll.silent,
    }
    rows = by_filter.get(Filter(name), {})
    row = rows.get(member.id)
    reminded = row.reminded if row else ()
    if row and row.spent:
        return translate("Members", "提醒过 {count} 次，次数已到", count=len(reminded))
    if reminded:
        return translate("Members", "{day} 提醒过", day=short_day(max(reminded).date(), today))
    if member.id in roll.blocked:
        return translate("Members", "黑名单")
    place = _place(member, today)
    if not found.active:
        return place or _past(found)
    count = translate("Members", "{count} 次", count=found.active)
    return translate("Members", "{count}，{place}", count=count, place=place) if place else count


def _place(member: Member, today: date) -> str:
    """Where a member is, unless in the group."""
    if member.status is Status.SUSPENDED and member.suspended_until is not None:
        return translate("Members", "暂停到 {day}", day=short_day(member.suspended_until, today))
    return {
        Status.ACTIVE: "",
        Status.FREE_GROUP: translate("Members", "自由群"),
        Status.SUSPENDED: translate("Members", "暂停"),
        Status.REMOVED: translate("Members", "已移出"),
        Status.LEFT: translate("Members", "已退群"),
    }[member.status]


def _past(found: MemberRow) -> str:
    """What is left of strikes that count no longer."""
    if found.lapsed:
        return translate("Members", "{count} 次已失效", count=found.lapsed)
    if found.cleared:
        return translate("Members", "恢复前 {count} 次", count=found.cleared)
    if found.voided:
        return translate("Members", "已作废 {count} 次", count=found.voided)
    return ""
