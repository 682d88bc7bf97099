"""Makes a case of copied text: who said it, what it breaks, what comes next, what can be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from moderator_app.core.errors import BadInput, UnknownToken
from moderator_app.core.message import Context, Kind, Message, Role, Speaker
from moderator_app.core.notices.choice import offered
from moderator_app.core.notices.excerpt import masked_excerpt
from moderator_app.core.notices.notice import Notice
from moderator_app.core.notices.tokens import Filling, fill
from moderator_app.core.notices.words import action_words
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.ladder import Standing, StepView, next_step
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Finding, Level, Span, Verdict
from moderator_app.core.text.cards import name_on
from moderator_app.core.text.clipboard import parse_clipboard
from moderator_app.session.types import LONGEST, Case, Offer
from moderator_app.session.who import Who

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """One message with its verdict and whom it is charged to; `strikes` stands in for the roster's."""

    message: Message
    verdict: Verdict
    who: Who
    speaker: Speaker
    at: datetime
    strikes: int | None = None


def check(
    desk: Desk,
    text: str,
    *,
    group: str | None,
    member: str | None,
    role: Role | None,
    strikes: int | None,
    at: datetime | None,
    before: Sequence[Message],
) -> Case:
    """The case of the worst message in `text`; the first of several that are equally bad.

    A text longer than LONGEST is refused: a verdict on its head would pass for one on the whole.
    """
    if len(text) > LONGEST:
        raise BadInput("check.too-long", length=f"{len(text):,}", most=f"{LONGEST:,}")
    home = desk.group(group)
    rulebook = desk.library.rulebook(home.rulebook)
    copied = parse_clipboard(text, today=desk.now().date()).messages
    messages = tuple(message for message in copied if message.kind is not Kind.SYSTEM) or (
        Message(text=text),
    )
    own_notices = desk.own_notices()
    judged = []
    for i, message in enumerate(messages):
        named = message.sender if len(messages) > 1 else member or message.sender
        who = desk.roster.who(named or "", home)
        speaker = _speaker(desk, who, role, strikes)
        moment = at or message.at or desk.now()
        context = Context(
            now=moment, speaker=speaker, before=(*before, *messages[:i]), own_notices=own_notices
        )
        judged.append(
            _Judged(
                message=message,
                verdict=judge(message, rulebook, context),
                who=who,
                speaker=speaker,
                at=moment,
                strikes=strikes,
            )
        )
    worst = max(enumerate(judged), key=_weight)[1]
    return replace(_case(desk, home, worst), messages=messages)


def _weight(numbered: tuple[int, _Judged]) -> tuple[int, bool, int]:
    """Which message speaks for the conversation: the worst, else a good answer, else the last."""
    number, judged = numbered
    level = judged.verdict.level
    return level.rank, level is Level.OK and judged.verdict.answers_need, 0 if level.rank else number


def _speaker(desk: Desk, who: Who, role: Role | None, strikes: int | None) -> Speaker:
    member = who.member
    if strikes is None:
        strikes = desk.roster.standing(member).active if member else 0
    return Speaker(
        name=member.name if member else who.name,
        card=member.card if member else "",
        role=role or (member.role if member else Role.MEMBER),
        strikes=strikes,
    )


def _case(desk: Desk, home: Group, judged: _Judged) -> Case:
    rulebook = desk.library.rulebook(home.rulebook)
    who, rules = judged.who, charged_rules(judged.verdict)
    standing = desk.roster.standing(who.member, rules) if who.member else Standing()
    if judged.strikes is not None:
        standing = replace(standing, active=judged.strikes)
    case = Case(
        group=home,
        message=judged.message,
        verdict=judged.verdict,
        speaker=judged.speaker,
        standing=standing,
        step=_step(desk, home, standing.active, rules),
        at=judged.at,
        member=who.member,
        candidates=who.candidates,
        sender=who.name,
    )
    return replace(case, offers=_offers(desk, case, rulebook))


def _step(desk: Desk, home: Group, active: int, rules: tuple[str, ...]) -> StepView:
    """The next step; a clause whose notice counts a strike speaks before one that only appeals."""
    rulebook = desk.library.rulebook(home.rulebook)
    counting = {notice.id for notice in desk.library.shelf(home.rulebook).notices if notice.counts}
    step = rulebook.ladder.step(active + 1)
    by_weight = sorted(rules, key=lambda rule: step.notice_for([rule]) not in counting)
    return next_step(rulebook.ladder, active, by_weight)


def for_member(desk: Desk, case: Case, member: str | None) -> Case:
    """The case with another person in it; what was judged stays."""
    who = desk.roster.who(member or "", case.group)
    judged = _Judged(
        message=case.message,
        verdict=case.verdict,
        who=who,
        speaker=_speaker(desk, who, None, None),
        at=case.at,
    )
    return replace(_case(desk, case.group, judged), messages=case.messages)


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
    named = case.member.name if case.member else name_on(case.sender)
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
    return fill(notice.text, _filling(notice.counts, case, desk.library.rulebook(case.group.rulebook)))


def text_on_its_own(desk: Desk, notice: Notice, home: Group, member: str, rules: tuple[str, ...] = ()) -> str:
    """The notice as it is copied without a case, for a member or for nobody."""
    rulebook = desk.library.rulebook(home.rulebook)
    who = desk.roster.who(member, home)
    standing = desk.roster.standing(who.member, rules) if who.member else Standing()
    step = next_step(rulebook.ladder, standing.active, rules)
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
