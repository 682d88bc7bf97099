"""What the moderator must know of a person before acting: what waits, who is away, whom the name is like."""

from __future__ import annotations

from datetime import date

from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.sentences.words import date_text
from moderator_app.session.process.types import Alarm, Nearness, Todo
from moderator_app.session.types import Case
from moderator_app.ui.quick.next_acts import open_step, waiting_text
from moderator_app.ui.quick.ports import CheckSession
from moderator_app.ui.quick.words import clause_titles


def alarm_text(alarm: Alarm, today: date) -> str:
    """像是黑名单里的王五（2025 年 3 月 12 日列入，骗取定金），请核对: never more than that."""
    listed = alarm.blocked
    since = translate(
        "Standing", "{day}列入，{why}", day=date_text(listed.at.date(), today), why=listed.why.rstrip("。.")
    )
    values = {"name": alarm.name, "listed": listed.member.name, "known": alarm.known, "since": since}
    if alarm.likeness is Nearness.SAME:
        return translate("Standing", "{name}与黑名单里的{listed}同名（{since}），请核对", **values)
    if alarm.likeness is Nearness.ALIAS:
        return translate("Standing", "{name}像是黑名单里的{listed}，曾叫{known}（{since}），请核对", **values)
    return translate("Standing", "{name}像是黑名单里的{listed}（{since}），请核对", **values)


def listed_text(alarm: Alarm, today: date) -> str:
    """Of somebody who is on the list themselves: since when, and why."""
    day, why = date_text(alarm.blocked.at.date(), today), alarm.blocked.why.rstrip("。.")
    return translate("Standing", "在黑名单里：{day}列入，{why}", day=day, why=why)


def alarms_text(case: Case) -> str:
    """All warnings about the one whom a case is about, one a line; "" for none."""
    today, own = case.at.date(), case.member.id if case.member is not None else ""
    lines = (
        listed_text(alarm, today) if alarm.blocked.member.id == own else alarm_text(alarm, today)
        for alarm in case.alarms
    )
    return "\n".join(lines)


def earlier_text(case: Case) -> str:
    """Strikes that count no longer: 另有 1 次已失效，2 次恢复时已清."""
    standing = case.standing
    parts = (
        translate("Standing", "{count} 次已失效", count=standing.lapsed) if standing.lapsed else "",
        translate("Standing", "{count} 次恢复时已清", count=standing.cleared) if standing.cleared else "",
        translate("Standing", "{count} 次已作废", count=standing.voided) if standing.voided else "",
    )
    told = translate("QuickCheck", "，").join(filter(None, parts))
    return translate("Standing", "另有 {what}", what=told) if told else ""


def waiting_lines(session: CheckSession, case: Case) -> tuple[str, ...]:
    """What waits about the one whom a case is about: a step that is open, appeals, reports, fines, tasks."""
    if case.member is None:
        return ()
    todo = session.process.about(case.member.id)
    proposed = [
        translate("NextAct", "已提请移出。{missing}", missing=reason_text(each.needs))
        for each in todo.pending
    ]
    step = open_step(session, case)
    lines = proposed or ([waiting_text(step)] if step is not None and case.again is None else [])
    return (*lines, *_claims(session, case, todo))


def _claims(session: CheckSession, case: Case, todo: Todo) -> tuple[str, ...]:
    today, rulebook = case.at.date(), session.rulebook(case.group.id)
    appeals = (
        translate(
            "Standing",
            "有一件申诉没有处理：{day}的{what}",
            day=date_text(each.strike.at.date(), today),
            what=clause_titles(rulebook, each.strike.rules) or translate("Standing", "一次记录"),
        )
        for each in todo.appeals
    )
    reports = len(todo.reports)
    fines = translate("QuickCheck", "、").join(each.amount for each in todo.fines)
    others = (
        translate("Standing", "有 {count} 件举报没有办结", count=reports) if reports else "",
        translate("Standing", "罚款或红包没有交：{amounts}", amounts=fines) if fines else "",
        translate("Standing", "有一件要回复的事已经过期") if todo.tasks else "",
    )
    return (*appeals, *filter(None, others))
