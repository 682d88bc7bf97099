"""The sentences of the quick check: what a case is called, what each notice does, what was done."""

from __future__ import annotations

from moderator_app.core.message import Role
from moderator_app.core.roster.member import Member
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Action, Level
from moderator_app.core.text.cards import name_on
from moderator_app.i18n import language, translate
from moderator_app.sentences import action_text, reason_text, role_text, status_text
from moderator_app.session.types import Case, Change, MemberRow, Offer
from moderator_app.ui.widgets import Candidate


def clause_title(rulebook: Rulebook, rule: str) -> str:
    """The clause's title in the language in force; the id of a clause that is gone."""
    clause = rulebook.clause(rule)
    return clause.title.get(language()) if clause else rule


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


def standing_text(member: Member) -> str:
    """主群成员, 管理员 …: the role where it is a special one, else the status."""
    status = status_text(member.status)
    return status if member.role is Role.MEMBER else f"{role_text(member.role)} · {status}"


def strikes_text(active: int) -> str:
    """已 1 次, or 没有记录."""
    if not active:
        return translate("QuickCheck", "没有记录")
    if active == 1:
        return translate("QuickCheck", "已 1 次")
    return translate("QuickCheck", "已 {count} 次", count=active)


def present_step(case: Case) -> str:
    """本次第 2 次：告知并移到自由群."""
    return translate(
        "QuickCheck",
        "本次第 {number} 次：{action}",
        number=case.step.number,
        action=action_text(case.step.action),
    )


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
    waiting = {
        Action.MOVE: translate("QuickCheck", "待移到自由群"),
        Action.REMOVE: translate("QuickCheck", "待移出"),
        Action.SUSPEND: translate("QuickCheck", "待暂时移出"),
        Action.FINE: translate("QuickCheck", "待记罚款或红包"),
    }.get(action, "")
    return translate("QuickCheck", "{first}，{second}", first=counted, second=waiting) if waiting else counted
