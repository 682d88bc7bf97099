"""What a check answers: the level, the findings with their hits on the original text, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from moderator_app.core.wording import Reason, Wording

Span = tuple[int, int]
"""Start and end (exclusive) in code points of the ORIGINAL message text."""


class Level(StrEnum):
    """没问题 · 拿不准 (a person decides) · 违规."""

    OK = "ok"
    UNSURE = "unsure"
    VIOLATION = "violation"

    @property
    def rank(self) -> int:
        """0 for ok, 1 for unsure, 2 for violation: what sorts findings worst first."""
        return ("ok", "unsure", "violation").index(self.value)


class Action(StrEnum):
    """What the ladder asks the moderator to do."""

    NONE = "none"
    REMIND = "remind"
    WARN = "warn"
    APOLOGISE = "apologise"
    FINE = "fine"
    MOVE = "move"
    SUSPEND = "suspend"
    REMOVE = "remove"


class Hit(NamedTuple):
    """One sign of one clause on the original text; a message full of signs has hundreds of them.

    `sign` names the row of the rulebook that matched (e.g. "stock", "contact"); `steps` are the
    names of the normalising steps without which it would not have matched.
    """

    rule: str
    span: Span
    evidence: str
    sign: str
    weight: float = 1.0
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One row that counted: `row` as the rulebook writes it, its points, and its signs by title.

    Negative points spoke against. The parts of a finding add up to its score.
    """

    row: str
    points: float
    titles: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One clause with all its hits.

    `level` ok means: the clause was hit but let through, and `reason` says by which exemption
    (an answer to a need, a quotation …). `score` and `threshold` are set where weak signs add up;
    `parts` are the rows that gave the score, the weightiest first. `considered` are the excuses
    that the clause knows and that were not granted, each with what it lacked.
    """

    rule: str
    level: Level
    hits: tuple[Hit, ...]
    reason: Reason
    score: float = 1.0
    threshold: float = 1.0
    parts: tuple[Part, ...] = ()
    considered: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer to one check.

    `findings` are what is broken or doubtful, worst first; `passed` are clauses that were hit
    but let through; `watched` are those of clauses that are only tried out, in silence: they never
    count; `counter_signs` are what spoke against (ends in a question …);
    `answers_need` is true where the message rightly answers a stated need (praise is offered);
    `unread` is how many characters at the end of a very long message nobody looked at.
    """

    level: Level
    findings: tuple[Finding, ...] = ()
    passed: tuple[Finding, ...] = ()
    watched: tuple[Finding, ...] = ()
    counter_signs: tuple[Reason, ...] = ()
    answers_need: bool = False
    unread: int = 0

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the clauses broken or in doubt, worst first."""
        return tuple(finding.rule for finding in self.findings)
