"""What lets a message through although a clause was hit: needs and their answers, talk, roles, periods."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

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

_NOTICE_LEAST = 30
_ONE_FACE = 6


class Excuses:
    """Sorts findings into those that stand and those that are let through, with the reason."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._periods = rulebook.periods
        self._needs = NeedFinder(rulebook.signs)

    def sort(
        self, findings: Iterable[Finding], reading: Reading, seen: Seen, clauses: Iterable[Clause]
    ) -> tuple[list[Finding], list[Finding]]:
        """The findings that stand, and those let through."""
        by_id = {clause.id: clause for clause in clauses}
        case = _Case(reading, seen, self._needs)
        kept: list[Finding] = []
        passed: list[Finding] = []
        for finding in findings:
            reason = case.reason(by_id[finding.rule])
            judged = self._relaxed(finding, reading, seen) if reason is None else _let(finding, reason)
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
        return _let(finding, reason)

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


class _Case:
    """The excuses of one message; each is worked out when a clause first asks for it."""

    def __init__(self, reading: Reading, seen: Seen, needs: NeedFinder) -> None:
        self.reading = reading
        self.seen = seen
        self.needs = needs
        self.checks: Mapping[Excuse, Callable[[], Reason | None]] = {
            Excuse.ABOUT_RULES: self._about_rules,
            Excuse.PAID_FORM: self._paid_form,
            Excuse.NEED: self._need,
            Excuse.ANSWER: self._answer,
            Excuse.CONVERSATION: self._conversation,
            Excuse.REACTION: self._reaction,
        }

    def reason(self, clause: Clause) -> Reason | None:
        """Why this clause lets the message through, or None."""
        role = self.reading.context.speaker.role
        if self.own_notice:
            return Reason("passed.own-notice")
        if role in clause.exempt_roles:
            return Reason("passed.role", {"role": role.value})
        found = (self.checks[excuse]() for excuse in self.checks if excuse in clause.excuses)
        return next((reason for reason in found if reason is not None), None)

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
        """The stated need that this message answers."""
        return self.needs.answered_by(self.reading, REPLY in self.seen)

    @property
    def supplies(self) -> bool:
        """Whether it answers a need by offering something, shortly."""
        return self._brief and REPLY in self.seen and self.answered is not None and NEED not in self.seen

    @property
    def _brief(self) -> bool:
        return len(self.reading.body) <= SHORT

    def _about_rules(self) -> Reason | None:
        talks = ABOUT_RULES in self.seen and REACHABLE not in self.seen and PITCH not in self.seen
        return Reason("passed.about-rules") if talks else None

    def _paid_form(self) -> Reason | None:
        in_form = all(sign in self.seen for sign in FORM_SIGNS)
        paid = self.reading.context.speaker.role is Role.PAID
        return Reason("passed.paid-form") if paid and in_form else None

    def _need(self) -> Reason | None:
        return Reason("passed.need") if NEED in self.seen and PITCH not in self.seen else None

    def _answer(self) -> Reason | None:
        need = self.answered if self._brief else None
        if need is None:
            return None
        return Reason("passed.answer", {"name": need.name, "at": need.at, "excerpt": need.excerpt})

    def _conversation(self) -> Reason | None:
        return Reason("passed.conversation") if self.needs.in_conversation(self.reading) else None

    def _reaction(self) -> Reason | None:
        text = self.reading.original.strip()
        one = self.reading.kind is Kind.STICKER and len(FACE.findall(text)) == 1 and len(text) <= _ONE_FACE
        return Reason("passed.reaction") if one and self.needs.follows_others(self.reading) else None


def _let(finding: Finding, reason: Reason) -> Finding:
    return replace(finding, level=Level.OK, reason=reason)


def _squeezed(text: str) -> str:
    return "".join(text.split())
