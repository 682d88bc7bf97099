"""Makes a case of a judged message: whom it is charged to, what comes next, what can be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from moderator_app.core.errors import UnknownToken
from moderator_app.core.message import Message, Role, Speaker
from moderator_app.core.notices.choice import offered
from moderator_app.core.notices.excerpt import masked_excerpt
from moderator_app.core.notices.notice import Notice
from moderator_app.core.notices.tokens import Filling, fill
from moderator_app.core.notices.words import action_words
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.ladder import Standing, StepView, step_after
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.process import Held
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Finding, Span, Verdict
from moderator_app.core.text.cards import name_on
from moderator_app.session.types import Case, Offer
from moderator_app.session.who import Who

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One message with its verdict and whom it is charged to; `strikes` stands in for the roster's."""

    message: Message
    verdict: Verdict
    who: Who
    at: datetime
    strikes: int | None = None


def speaker_of(who: Who, role: Role | None = None) -> Speaker:
    """What the judge may know of a person; `role` stands in for what the roster says."""
    member = who.member
    return Speaker(
        name=member.name if member else who.name,
        card=member.card if member else "",
        role=role or (member.role if member else Role.MEMBER),
    )


def case_of(desk: Desk, home: Group, judged: Judged) -> Case:
    """All that is needed to act on one judged message."""
    rulebook = desk.library.rulebook_of(home)
    who, rules = judged.who, charged_rules(judged.verdict)
    standing = desk.roster.standing(who.member, rules) if who.member else Standing()
    if judged.strikes is not None:
        standing = replace(standing, active=judged.strikes)
    case = Case(
        group=home,
        message=judged.message,
        verdict=judged.verdict,
        standing=standing,
        step=_step(desk, home, standing, rules),
        at=judged.at,
        member=who.member,
        candidates=who.candidates,
        sender=who.name,
    )
    alarms = desk.alarms.alarms_about(who.member, who.name)
    return replace(case, offers=_offers(desk, case, rulebook), alarms=alarms)


def step_of(desk: Desk, home: Group, member: Member | None, rules: Sequence[str]) -> StepView:
    """The step that follows when a member, or somebody new, breaks these rules."""
    return _step(desk, home, desk.roster.standing(member, rules) if member else Standing(), rules)


def _step(desk: Desk, home: Group, standing: Standing, rules: Sequence[str]) -> StepView:
    """The next step; a clause whose notice counts a strike speaks before one that only appeals."""
    ladder = desk.library.rulebook_of(home).ladder
    counting = {notice.id for notice in desk.library.shelf(home.rulebook).notices if notice.counts}
    step = ladder.step(standing.active + 1, rules)
    by_weight = sorted(rules, key=lambda rule: step.notice_for([rule]) not in counting)
    return step_after(ladder, standing, by_weight)


def for_member(desk: Desk, case: Case, member: str | None) -> Case:
    """The case with another person in it; what was judged stays."""
    who = desk.roster.who(member or "", case.group)
    judged = Judged(
        message=case.message,
        verdict=case.verdict,
        who=who,
        at=case.at,
    )
    return replace(
        case_of(desk, case.group, judged),
        messages=case.messages,
        conversation=case.conversation,
        more=case.more,
        alike=case.alike,
    )


def _offers(desk: Desk, case: Case, rulebook: Rulebook) -> tuple[Offer, ...]:
    notices = offered(
        case.verdict,
        suggested=case.step.notice,
        notices=desk.library.shelf(case.group.rulebook).notices,
        special=rulebook.notices,
        ladder=rulebook.ladder,
    )
    return tuple(_offer(notice, case, rulebook) for notice in notices)


def _offer(notice: Notice, case: Case, rulebook: Rulebook) -> Offer:
    try:
        text = fill(notice.text, _filling(notice.counts, case, rulebook))
    except UnknownToken as error:
        return Offer(notice=notice, text="", problem=error.reason, counts=notice.counts)
    return Offer(notice=notice, text=text, counts=notice.counts)


def _filling(counts: bool, case: Case, rulebook: Rulebook) -> Filling:
    named = called_in(case)
    return Filling(
        group=case.group.title.zh,
        member=one_line(named),
        count=_count(counts, case.standing, case.step) if named else 0,
        next_step=action_words(case.step, counted=counts),
        rule=_rule_titles(case.verdict, rulebook),
        excerpt=masked_excerpt(case.verdict),
        rules_link=rulebook.rules_link,
    )


def _count(counts: bool, standing: Standing, step: StepView) -> int:
    return step.number if counts else standing.active


def _rule_titles(verdict: Verdict, rulebook: Rulebook) -> str:
    """The clauses that a notice names."""
    clauses = [clause for rule in charged_rules(verdict) if (clause := rulebook.clause(rule))]
    return "、".join(clause.title.zh for clause in clauses)


def charged(verdict: Verdict) -> tuple[Finding, ...]:
    """The findings that a strike is for: of a violation not those that are only in doubt."""
    return tuple(finding for finding in verdict.findings if finding.level is verdict.level)


def charged_spans(verdict: Verdict) -> tuple[Span, ...]:
    """What is marked in the kept message: each place once, however many clauses it breaks."""
    return tuple(sorted({hit.span for finding in charged(verdict) for hit in finding.hits}))


def charged_rules(verdict: Verdict) -> tuple[str, ...]:
    """The clauses that a strike is for."""
    return tuple(finding.rule for finding in charged(verdict))


def one_line(name: str) -> str:
    """A name as it is put into a notice: on one line, without characters that cannot be printed."""
    return "".join(sign if sign.isprintable() else " " for sign in name).strip()


def text_for_case(desk: Desk, notice: Notice, case: Case, member: str) -> str:
    """The notice as it is copied for this case, to the member with that id or name ("" for nobody)."""
    case = for_member(desk, case, member)
    return fill(notice.text, _filling(notice.counts, case, desk.library.rulebook_of(case.group)))


def text_for_all(desk: Desk, notice: Notice, cases: Sequence[Case]) -> str:
    """One notice to all whom the cases are about: their names together, and every clause once.

    It tells no count, no next step and no excerpt, which differ from one to the other, unless it is
    about one person only.
    """
    if len(cases) == 1:
        case = cases[0]
        return text_for_case(desk, notice, case, case.member.id if case.member else case.sender)
    home = cases[0].group
    rulebook = desk.library.rulebook_of(home)
    rules = dict.fromkeys(rule for case in cases for rule in charged_rules(case.verdict))
    clauses = [clause for rule in rules if (clause := rulebook.clause(rule))]
    filling = Filling(
        group=home.title.zh,
        member="、".join(dict.fromkeys(called for case in cases if (called := one_line(called_in(case))))),
        rule="、".join(clause.title.zh for clause in clauses),
        rules_link=rulebook.rules_link,
    )
    return fill(notice.text, filling)


def called_in(case: Case) -> str:
    """How a notice addresses the one whom the case is about; "" where nobody is known."""
    return case.member.name if case.member else name_on(case.sender)


def text_on_its_own(desk: Desk, notice: Notice, home: Group, member: str, rules: tuple[str, ...] = ()) -> str:
    """The notice as it is copied without a case, for a member or for nobody."""
    rulebook = desk.library.rulebook_of(home)
    who = desk.roster.who(member, home)
    if who.member and not rules and notice.id in rulebook.notices.after_a_step:
        rules = _rules_of_last_step(desk, who.member)
    standing = desk.roster.standing(who.member, rules) if who.member else Standing()
    step = step_after(rulebook.ladder, standing, rules)
    clauses = [clause for rule in rules if (clause := rulebook.clause(rule))]
    filling = Filling(
        group=home.title.zh,
        member=one_line(who.called),
        count=_count(notice.counts, standing, step) if who.called else 0,
        next_step=action_words(step, counted=notice.counts),
        rule="、".join(clause.title.zh for clause in clauses),
        rules_link=rulebook.rules_link,
    )
    return fill(notice.text, filling)


def _rules_of_last_step(desk: Desk, member: Member) -> tuple[str, ...]:
    """The clauses for which the last step was taken against a member."""
    taken = Held(desk.record.entries(member.group, member.id)).of(EntryKind.CARRIED_OUT, EntryKind.FINE)
    return taken[-1].rules if taken else ()
