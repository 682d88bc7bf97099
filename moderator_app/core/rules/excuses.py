"""What lets a message through although a clause was hit: needs and their answers, talk, roles, periods."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from moderator_app.core.message import Kind, Role
from moderator_app.core.rules.needs import NEED, PITCH, Need, NeedFinder
from moderator_app.core.rules.reading import Reading
from moderator_app.core.rules.rulebook import Clause, Excuse, Period, Rulebook
from moderator_app.core.rules.scanner import Seen
from moderator_app.core.rules.verdict import Finding, Level
from moderator_app.core.text.faces import FACE
from moderator_app.core.wording import Reason

REPLY, ABOUT_RULES, REACHABLE = "reply", "about-rules", "reachable"
FORM_SIGNS = ("form-contact", "form-organisation", "form-maker", "form-lead-time")
EXCUSE_SIGNS = (NEED, REPLY, PITCH, ABOUT_RULES, REACHABLE, *FORM_SIGNS)
"""Signs that excuses ask for by name; a rulebook whose lexicons lack one never grants that excuse."""

SHORT = 300
"""Characters up to which an answer is an answer and not a brochure."""

_BY_ITS_WORDS = frozenset({Excuse.ABOUT_RULES, Excuse.NEED})
_NOTICE_LEAST = 30
_ONE_FACE = 6


class Excuses:
    """Sorts findings into those that stand and those that are let through, with the reason."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._periods = rulebook.periods
        self._needs = NeedFinder(rulebook.signs)

    def sort(
        self,
        findings: Iterable[Finding],
        reading: Reading,
        seen: Seen,
        clauses: Mapping[str, Clause],
        decided: Mapping[str, bool],
    ) -> tuple[list[Finding], list[Finding]]:
        """The findings that stand, and those let through.

        `clauses` are looked up by id; `decided` is what the moderator decided for some of them.
        """
        case = _Case(reading, seen, self._needs)
        kept: list[Finding] = []
        passed: list[Finding] = []
        for finding in findings:
            plea = case.plea(clauses[finding.rule], decided.get(finding.rule))
            judged = replace(finding, considered=plea.considered) if plea.considered else finding
            judged = (
                self._relaxed(judged, reading, seen) if plea.granted is None else let(judged, plea.granted)
            )
            (passed if judged.level is Level.OK else kept).append(judged)
        return kept, passed

    def answers(self, reading: Reading, seen: Seen) -> bool:
        """Whether the message rightly offers what somebody asked for."""
        return _Case(reading, seen, self._needs).supplies

    def _relaxed(self, finding: Finding, reading: Reading, seen: Seen) -> Finding:
        period = self._period_for(finding.rule, reading, seen)
        if period is None:
            return finding
        reason = Reason("passed.period", {"zh": period.title.get("zh_CN"), "en": period.title.get("en")})
        if finding.level is Level.VIOLATION:
            return replace(finding, level=Level.UNSURE, reason=reason)
        return let(finding, reason)

    def _period_for(self, rule: str, reading: Reading, seen: Seen) -> Period | None:
        now = reading.context.now or reading.message.at
        if now is None:
            return None
        return next(
            (
                period
                for period in self._periods
                if rule in period.clauses
                and period.holds(now.date())
                and (not period.signs or any(sign in seen for sign in period.signs))
            ),
            None,
        )


class _Plea(NamedTuple):
    """What excuses a message from one clause, and what was considered and did not."""

    granted: Reason | None
    considered: tuple[Reason, ...] = ()


class _Case:
    """The excuses of one message; each is worked out when a clause first asks for it."""

    def __init__(self, reading: Reading, seen: Seen, needs: NeedFinder) -> None:
        self.reading = reading
        self.seen = seen
        self.needs = needs
        self.checks: Mapping[Excuse, Callable[[], _Plea]] = {
            Excuse.ABOUT_RULES: self._about_rules,
            Excuse.PAID_FORM: self._paid_form,
            Excuse.NEED: self._need,
            Excuse.ANSWER: self._answer,
            Excuse.CONVERSATION: self._conversation,
            Excuse.REACTION: self._reaction,
        }

    def plea(self, clause: Clause, decided: bool | None) -> _Plea:
        """Why this clause lets the message through, and which excuses it looked at in vain.

        What the moderator called a violation is not excused by its own words, only by who says
        it and what it answers.
        """
        role = self.reading.context.speaker.role
        if self.own_notice:
            return _Plea(Reason("passed.own-notice"))
        if role in clause.exempt_roles:
            return _Plea(Reason("passed.role", {"role": role.value}))
        if decided is False:
            return _Plea(Reason("passed.decided"))
        considered: list[Reason] = []
        for excuse, check in self.checks.items():
            if excuse not in clause.excuses or (decided and excuse in _BY_ITS_WORDS):
                continue
            plea = check()
            if plea.granted is not None:
                return plea
            considered += plea.considered
        return _Plea(None, tuple(considered))

    @cached_property
    def own_notice(self) -> bool:
        """Whether the text is a notice that this program itself handed out."""
        text = _squeezed(self.reading.original)
        return any(
            text == notice or (len(text) >= _NOTICE_LEAST and text in notice)
            for notice in map(_squeezed, self.reading.context.own_notices)
            if notice
        )

    @cached_property
    def answered(self) -> Need | None:
        """The stated need that this message answers; a sales pitch must name the thing that was asked for."""
        return self.needs.answered_by(self.reading, replies=REPLY in self.seen, pitches=PITCH in self.seen)

    @property
    def supplies(self) -> bool:
        """Whether it answers a need by offering something, shortly."""
        return self._brief and REPLY in self.seen and self.answered is not None and NEED not in self.seen

    @property
    def _brief(self) -> bool:
        return len(self.reading.body) <= SHORT

    def _about_rules(self) -> _Plea:
        if ABOUT_RULES not in self.seen:
            return _denied("considered.about-rules")
        offers = REACHABLE in self.seen or PITCH in self.seen
        return _denied("considered.about-rules-offers") if offers else _Plea(Reason("passed.about-rules"))

    def _paid_form(self) -> _Plea:
        if self.reading.context.speaker.role is not Role.PAID:
            return _denied("considered.paid-form")
        in_form = all(sign in self.seen for sign in FORM_SIGNS)
        return _Plea(Reason("passed.paid-form")) if in_form else _denied("considered.paid-form-gaps")

    def _need(self) -> _Plea:
        if NEED not in self.seen:
            return _denied("considered.need")
        return _denied("considered.need-pitch") if PITCH in self.seen else _Plea(Reason("passed.need"))

    def _answer(self) -> _Plea:
        need = self.answered
        if need is None:
            return _denied("considered.answer")
        if not self._brief:
            return _Plea(None, (Reason("considered.answer-long", {"most": SHORT}),))
        return _Plea(Reason("passed.answer", {"name": need.name, "at": need.at, "excerpt": need.excerpt}))

    def _conversation(self) -> _Plea:
        talking = self.needs.in_conversation(self.reading)
        return _Plea(Reason("passed.conversation")) if talking else _denied("considered.conversation")

    def _reaction(self) -> _Plea:
        text = self.reading.original.strip()
        one = self.reading.kind is Kind.STICKER and len(FACE.findall(text)) == 1 and len(text) <= _ONE_FACE
        if one and self.needs.follows_others(self.reading):
            return _Plea(Reason("passed.reaction"))
        return _denied("considered.reaction")


def _denied(code: str) -> _Plea:
    return _Plea(None, (Reason(code),))


def let(finding: Finding, reason: Reason) -> Finding:
    """The finding let through for this reason."""
    return replace(finding, level=Level.OK, reason=reason)


def _squeezed(text: str) -> str:
    return "".join(text.split())
