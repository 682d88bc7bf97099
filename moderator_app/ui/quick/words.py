"""The sentences of the quick check: what a case is called, what each notice does, what was done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from moderator_app.core.message import Role
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Action, Level
from moderator_app.core.text.cards import name_on
from moderator_app.i18n import language, translate
from moderator_app.sentences import action_text, reason_text, role_text, status_text
from moderator_app.sentences.steps import step_text
from moderator_app.sentences.words import date_text
from moderator_app.session.types import Case, Change, MemberRow, Offer
from moderator_app.ui.widgets import Candidate


def clause_title(rulebook: Rulebook, rule: str) -> str:
    """The clause's title in the language in force; the id of a clause that is gone."""
    clause = rulebook.clause(rule)
    return clause.title.get(language()) if clause else rule


def clause_titles(rulebook: Rulebook, rules: Iterable[str]) -> str:
    """The titles of several clauses, each once."""
    return translate("QuickCheck", "、").join(clause_title(rulebook, rule) for rule in dict.fromkeys(rules))


def clause_number(rulebook: Rulebook, rule: str, *, passed: bool = False) -> str:
    """第 2 条, or 第 2 条例外 for a clause that let the message through."""
    clause = rulebook.clause(rule)
    if clause is None:
        return ""
    if passed:
        return translate("QuickCheck", "第 {number} 条例外", number=clause.number)
    return translate("QuickCheck", "第 {number} 条", number=clause.number)


def headline(case: Case, rulebook: Rulebook) -> str:
    """What stands beside the verdict: the clauses, or why there is nothing wrong."""
    titles = " · ".join(clause_title(rulebook, rule) for rule in case.verdict.rules)
    if case.verdict.level is Level.UNSURE:
        return translate("QuickCheck", "可能是{clauses}", clauses=titles)
    if case.verdict.level is Level.VIOLATION:
        return titles
    return translate("QuickCheck", "在回答别人的需求") if case.verdict.answers_need else ""


def extent(case: Case) -> str:
    """How many messages were copied, where it was more than one."""
    count = len(case.messages)
    if count < 2:
        return ""
    if case.verdict.level is Level.OK:
        return translate("QuickCheck", "共 {count} 条，都看过", count=count)
    return translate("QuickCheck", "共 {count} 条，其余没问题", count=count)


def standing_text(member: Member, today: date | None = None, group: Group | None = None) -> str:
    """群成员, 管理员 …: the role where it is a special one, the status, and today until when that lasts."""
    status = status_text(member.status, group) if today is None else place_text(member, today, group)
    return status if member.role is Role.MEMBER else f"{role_text(member.role)} · {status}"


def place_text(member: Member, today: date, group: Group | None = None) -> str:
    """Where they stand, and until when: 暂时移出，到 5 月 10 日; 群成员，请假到 5 月 20 日."""
    told = status_text(member.status, group)
    if member.status is Status.SUSPENDED and member.suspended_until is not None:
        day = date_text(member.suspended_until, today)
        until = translate("Standing", "到 {day}", day=day)
        if member.suspended_until <= today:
            until = translate("Standing", "{day}已到期", day=day)
        return translate("QuickCheck", "{first}，{second}", first=told, second=until)
    if member.leave_until is not None and member.leave_until >= today:
        leave = translate("Standing", "请假到 {day}", day=date_text(member.leave_until, today))
        return translate("QuickCheck", "{first}，{second}", first=told, second=leave)
    return told


def strikes_text(active: int) -> str:
    """已 1 次, or 没有记录."""
    if not active:
        return translate("QuickCheck", "没有记录")
    if active == 1:
        return translate("QuickCheck", "已 1 次")
    return translate("QuickCheck", "已 {count} 次", count=active)


def step_parts(case: Case, rulebook: Rulebook) -> tuple[str, str]:
    """What is known of this step, and what it is: 第 2 次，上次 5 月 3 日叫卖 and 叫卖告知 2，移到自由群."""
    titles = {offer.notice.id: offer.notice.title.get(language()) for offer in case.offers}
    notice = titles.get(case.step.notice, "")
    known, _, follows = step_text(case.step, rulebook, case.at.date(), notice=notice).partition(_ARROW)
    return known, follows


_ARROW = " → "
"""Between what is known of a step and what it is, in the one line that tells it."""


def following_step(case: Case) -> str:
    """再犯：移出; nothing where this is the last step."""
    if case.step.following is None or case.step.following is Action.NONE:
        return ""
    return translate("QuickCheck", "再犯：{action}", action=action_text(case.step.following))


def next_if_counted(case: Case) -> str:
    """What a strike would lead to, told beside a case that is not (yet) one."""
    return translate("QuickCheck", "若计一次：{action}", action=action_text(case.step.action))


def offers_label(case: Case, *, listed: bool = False) -> str:
    """告知, 由您决定 or 可选, above the notices; 给张三的告知 below a list of people."""
    if case.again is not None:
        return translate("QuickCheck", "再次告知")
    if case.verdict.level is Level.VIOLATION and listed and short_name(case):
        return translate("QuickCheck", "给{name}的告知", name=called_name(case))
    if case.verdict.level is Level.VIOLATION:
        return translate("QuickCheck", "告知")
    if case.verdict.level is Level.UNSURE:
        return translate("QuickCheck", "由您决定")
    return translate("QuickCheck", "可选")


def offer_trailing(case: Case, offer: Offer, *, suggested: bool) -> str:
    """The word at the right end of a notice."""
    if offer.problem is not None:
        return translate("QuickCheck", "不能复制")
    if case.verdict.level is Level.UNSURE:
        return _counting_text(case, offer)
    if suggested and case.verdict.level is Level.VIOLATION:
        return translate("QuickCheck", "建议")
    return "" if offer.counts or case.verdict.level is Level.OK else translate("QuickCheck", "不计次数")


def _counting_text(case: Case, offer: Offer) -> str:
    if not offer.counts:
        return translate("QuickCheck", "不计次数")
    if addressee(case):
        return translate("QuickCheck", "计 1 次")
    return translate("QuickCheck", "计 1 次，须指明成员")


def offer_preview(offer: Offer) -> str:
    """The text of the notice, or why it cannot be copied."""
    return reason_text(offer.problem) if offer.problem is not None else offer.text


def addressee(case: Case) -> str:
    """Whom a strike would be recorded for: a member's id, or the name to be added; "" for nobody."""
    if case.member is not None:
        return case.member.id
    return "" if case.candidates else case.sender


def shown_name(case: Case) -> str:
    """The person's name as the window shows it."""
    return case.member.shown if case.member is not None else case.sender


def short_name(case: Case) -> str:
    """The person's name in a sentence: without the rest of the name card."""
    return case.member.name if case.member is not None else case.sender


def called_name(case: Case) -> str:
    """The person's name alone, also where they are not in the list."""
    return case.member.name if case.member is not None else name_on(case.sender)


def primary_text(case: Case, offer: Offer | None, *, record_only: bool) -> str:
    """The verb on the primary button."""
    if record_only:
        return translate("QuickCheck", "只记录")
    if offer is None:
        return translate("QuickCheck", "关闭")
    if offer.counts and addressee(case):
        return translate("QuickCheck", "复制告知并记录")
    if case.verdict.level is Level.UNSURE and not offer.counts:
        return translate("QuickCheck", "复制询问")
    return translate("QuickCheck", "复制告知")


def candidate(row: MemberRow) -> Candidate:
    """One row of the completion list."""
    member = row.member
    detail = member.card if member.card and member.card != member.name else standing_text(member)
    return Candidate(
        id=member.id,
        title=member.name,
        detail=detail,
        trailing=strikes_text(row.active) if row.active else "",
    )


def new_member(name: str) -> Candidate:
    """The last row of the completion list: somebody who is not in the list yet."""
    return Candidate(id=NEW + name, title=translate("QuickCheck", "新成员「{name}」", name=name))


NEW = "new:"
"""Before the name in the id of `new_member`."""


def copied_title(title: str) -> str:
    """First line of the toast."""
    return translate("QuickCheck", "已复制「{notice}」，可以粘贴了", notice=title)


def counted_text(name: str, change: Change, action: Action) -> str:
    """Second line of the toast: 张三记第 2 次，待移到自由群."""
    counted = translate("QuickCheck", "{name}记第 {count} 次", name=name, count=change.count or 0)
    waiting = waiting_step(action)
    fined = next((entry.amount for entry in change.entries if entry.kind is EntryKind.FINE), "")
    if fined:
        waiting = translate("QuickCheck", "已记 {amount}", amount=fined)
    return translate("QuickCheck", "{first}，{second}", first=counted, second=waiting) if waiting else counted


def waiting_step(action: Action) -> str:
    """What is to be done beside the notice, until that is on record: 待移到自由群."""
    return {
        Action.MOVE: translate("QuickCheck", "待移到自由群"),
        Action.REMOVE: translate("QuickCheck", "待移出"),
        Action.SUSPEND: translate("QuickCheck", "待暂时移出"),
        Action.FINE: translate("QuickCheck", "待记罚款或红包"),
    }.get(action, "")
