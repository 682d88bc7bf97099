"""What a group's rules are once they are read: clauses, the signs they weigh, ladder and periods.

A *sign* is anything that can be seen in a message: literal words, a pattern, or what a detector
finds. A clause weighs signs: single weak ones add up, combinations may have points of their own,
negative points speak against. So a rulebook is data, and one match serves every clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from moderator_app.core.message import Context, Message, Role
from moderator_app.core.roster.ladder import Ladder, LadderStep
from moderator_app.core.rules.ngrams import NgramModel
from moderator_app.core.rules.process import Process
from moderator_app.core.rules.verdict import Action
from moderator_app.core.wording import Reason, Wording

Option = str | tuple[str, ...]
Options = Mapping[str, Option]
"""Parameters of a detector as the file gives them; scalars stay strings, the detector reads them."""


class ClauseLevel(StrEnum):
    """The worst that a clause may say: 违规, 拿不准 (it only asks) or 提倡 (advice, never a violation)."""

    VIOLATION = "violation"
    UNSURE = "unsure"
    ADVICE = "advice"


class Excuse(StrEnum):
    """Why a clause that was hit may let the message through; each clause names those it accepts."""

    ANSWER = "answer"
    NEED = "need"
    CONVERSATION = "conversation"
    ABOUT_RULES = "about-rules"
    PAID_FORM = "paid-form"
    REACTION = "reaction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """Something that can be seen in a message: by words, a pattern, a detector, or other signs.

    `model` names an n-gram model of the rulebook; `options` belong to the detector or the model.
    `allow` are phrases that win where they cover a hit of this sign, and hide nothing else.
    """

    id: str
    title: Wording
    words: tuple[str, ...] = ()
    pattern: str = ""
    detector: str = ""
    model: str = ""
    options: Options = field(default_factory=dict)
    any: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One sign that must be there, `times` in different places, or must be absent."""

    sign: str
    times: int = 1
    absent: bool = False

    def __str__(self) -> str:
        """As the rulebook writes it: `sign`, `sign x2`, `not sign`."""
        return ("not " if self.absent else "") + self.sign + (f" x{self.times}" if self.times > 1 else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Points for one sign, or for several terms that hold together; negative points speak against.

    `signs` are the names of the signs that must be there, `name` is the row as the rulebook writes it.
    """

    terms: tuple[Term, ...]
    points: float
    signs: tuple[str, ...] = field(init=False, repr=False, compare=False)
    name: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Kept, because both are asked for hundreds of times for every message.
        signs = tuple(term.sign for term in self.terms if not term.absent)
        object.__setattr__(self, "signs", signs)
        object.__setattr__(self, "name", " + ".join(map(str, self.terms)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A message with what surrounds it, that its clause must hit or must miss.

    `decided` marks the moderator's own decision: the clause takes it, whatever its points say, for
    this message and for those that are nearly the same.
    """

    message: Message
    context: Context = field(default_factory=Context)
    decided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """What a clause must hit and must miss; all of it is run when the rulebook is loaded."""

    hit: tuple[Example, ...] = ()
    miss: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One rule of the group, readable for members, with what it looks for.

    `needs` are signs of which at least one must be seen before any points count (none: no such
    condition); `violation` and `unsure` are the points from which the clause accuses or asks. A
    `general` clause (advertising of any kind) is named after more particular ones of its level. A
    `watched` clause is judged in silence: its findings are told apart and never count. A
    `consequence` is what a grave breach entails from the first strike on, where the ladder is milder.
    """

    id: str
    number: int
    title: Wording
    text: Wording
    level: ClauseLevel = ClauseLevel.VIOLATION
    enabled: bool = True
    watched: bool = False
    consequence: LadderStep | None = None
    rows: tuple[Row, ...] = ()
    needs: tuple[str, ...] = ()
    violation: float = 1.0
    unsure: float = 0.5
    allow: tuple[str, ...] = ()
    excuses: frozenset[Excuse] = frozenset()
    exempt_roles: frozenset[Role] = frozenset()
    general: bool = False
    examples: Examples = field(default_factory=Examples)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A span of days in which some clauses are relaxed: asked about, not punished.

    Inactive while `start` is missing; open-ended while `end` is.
    """

    id: str
    title: Wording
    clauses: tuple[str, ...]
    signs: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the period is in force on `day`."""
        return self.start is not None and self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeIds:
    """Which notice serves where no ladder decides; "" where the rulebook has none."""

    question: str = ""
    praise: str = ""
    welcome: str = ""
    moved: str = ""
    card: str = ""
    silence: str = ""
    restored: str = ""
    removed: str = ""
    suspended: str = ""
    fined: str = ""

    def after(self, action: Action) -> str:
        """The notice that goes with a step once it was taken; a removal's is told to the group."""
        steps = (Action.MOVE, Action.SUSPEND, Action.REMOVE, Action.FINE)
        return dict(zip(steps, self.after_a_step, strict=True)).get(action, "")

    @property
    def after_a_step(self) -> tuple[str, str, str, str]:
        """The notices that go with a move, a suspension, a removal and a fine."""
        return self.moved, self.suspended, self.removed, self.fined


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a rulebook file that was switched off, and where it stands."""

    file: str
    line: int
    clause: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class Rulebook:
    """All rules of one kind of group; compared and cached by identity, because it never changes.

    Its ladder knows the consequences of the clauses that are on, and what the process says of it.
    """

    id: str
    title: Wording
    clauses: tuple[Clause, ...]
    ladder: Ladder
    summary: Wording = field(default_factory=lambda: Wording(""))
    signs: Mapping[str, Sign] = field(default_factory=dict)
    models: Mapping[str, NgramModel] = field(default_factory=dict)
    periods: tuple[Period, ...] = ()
    notices: NoticeIds = field(default_factory=NoticeIds)
    process: Process = field(default_factory=Process)
    rules_link: str = ""
    problems: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        grave = {clause.id: clause.consequence for clause in self.active if clause.consequence}
        ladder = replace(self.ladder, consequences=grave, clears=self.process.restore_clears)
        object.__setattr__(self, "ladder", ladder)

    def clause(self, clause_id: str) -> Clause | None:
        """The clause with this id, or None."""
        return next((clause for clause in self.clauses if clause.id == clause_id), None)

    @property
    def active(self) -> Iterator[Clause]:
        """The clauses that are switched on."""
        return (clause for clause in self.clauses if clause.enabled)
