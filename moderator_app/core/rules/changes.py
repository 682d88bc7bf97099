"""What a moderator changed in a rulebook, laid over it; all that was not changed stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from moderator_app.core.message import Context, Message
from moderator_app.core.rules.decided import Decisions
from moderator_app.core.rules.reading import Reading
from moderator_app.core.rules.rulebook import (
    Clause,
    ClauseLevel,
    Example,
    Examples,
    Row,
    Rulebook,
    Sign,
    Term,
)
from moderator_app.core.rules.strictness import Strictness, Thresholds, steps
from moderator_app.core.wording import Wording


class Mode(StrEnum):
    """Whether a clause judges, is only watched in silence, or rests."""

    ON = "on"
    WATCH = "watch"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWord:
    """A word that the moderator added to a clause.

    One that does not count `alone` makes the clause ask, and accuse only together with something else.
    """

    text: str
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseChange:
    """What is set otherwise in one clause; None where it holds as it is.

    `words`, `allow` and `examples` are added to those of the clause. `strictness` is a named step
    and `violation`/`unsure` are numbers of one's own, which win over it.
    """

    id: str
    title: Wording | None = None
    text: Wording | None = None
    level: ClauseLevel | None = None
    mode: Mode | None = None
    strictness: Strictness | None = None
    violation: float | None = None
    unsure: float | None = None
    words: tuple[OwnWord, ...] = ()
    allow: tuple[str, ...] = ()
    examples: Examples = field(default_factory=Examples)

    @property
    def empty(self) -> bool:
        """Whether nothing is set otherwise."""
        return self == ClauseChange(id=self.id)


def mode_of(clause: Clause) -> Mode:
    """How a clause stands."""
    if not clause.enabled:
        return Mode.OFF
    return Mode.WATCH if clause.watched else Mode.ON


def with_changes(rulebook: Rulebook, changes: Iterable[ClauseChange]) -> Rulebook:
    """The rulebook with every change laid over its clause; one for an unknown clause changes nothing."""
    by_id = {change.id: change for change in changes if not change.empty}
    if not by_id:
        return rulebook
    clauses: list[Clause] = []
    signs: dict[str, Sign] = dict(rulebook.signs)
    for clause in rulebook.clauses:
        change = by_id.get(clause.id)
        clauses.append(_changed(clause, change, signs) if change else clause)
    return replace(rulebook, clauses=tuple(clauses), signs=signs)


def _changed(clause: Clause, change: ClauseChange, signs: dict[str, Sign]) -> Clause:
    """The clause as changed; the signs of its own words are added to `signs`."""
    mode = change.mode or mode_of(clause)
    limits = thresholds(clause, change)
    own, rows = _own_words(clause.id, change.words, limits)
    signs.update(own)
    return replace(
        clause,
        title=change.title or clause.title,
        text=change.text or clause.text,
        level=change.level or clause.level,
        enabled=mode is not Mode.OFF,
        watched=mode is Mode.WATCH,
        violation=limits.violation,
        unsure=limits.unsure,
        rows=(*clause.rows, *rows),
        needs=(*clause.needs, *own) if clause.needs else (),
        allow=tuple(dict.fromkeys((*clause.allow, *change.allow))),
        examples=_examples(clause.examples, change.examples),
    )


def thresholds(clause: Clause, change: ClauseChange) -> Thresholds:
    """From how many points the changed clause accuses and asks."""
    named = steps(clause)[change.strictness or Strictness.NORMAL]
    violation = named.violation if change.violation is None else change.violation
    unsure = named.unsure if change.unsure is None else change.unsure
    return Thresholds(violation=violation, unsure=min(unsure, violation))


def _own_words(
    clause: str, words: Iterable[OwnWord], limits: Thresholds
) -> tuple[dict[str, Sign], tuple[Row, ...]]:
    """A sign and its points for every added word, so that two of them count as two."""
    weak = weak_points(limits)
    signs: dict[str, Sign] = {}
    rows = []
    for number, word in enumerate(words, 1):
        title = Wording(f"「{word.text}」", f"“{word.text}”")
        sign = Sign(id=f"{clause}.own-{number}", title=title, words=(word.text,))
        signs[sign.id] = sign
        rows.append(Row(terms=(Term(sign=sign.id),), points=limits.violation if word.alone else weak))
    return signs, tuple(rows)


def weak_points(limits: Thresholds) -> float:
    """Points of a word that never accuses alone: it asks where the clause can, and two of them accuse."""
    half = limits.violation / 2
    return max(limits.unsure, half) if limits.unsure < limits.violation else half


Decide = Callable[[Message], bool | None]
"""Whether a decision calls a message a hit; None where none is about it."""


def decider(examples: Examples) -> Decide:
    """What was decided in these examples, made ready to be asked of many messages."""
    clause = Clause(id="", number=0, title=Wording(""), text=Wording(""), examples=examples)
    decisions = Decisions((clause,))
    return lambda message: decisions.on(Reading(message, Context())).get("")


def decision(examples: Examples, message: Message) -> bool | None:
    """Whether what was decided in these examples calls the message a hit; None where nothing is about it."""
    return decider(examples)(message)


def _examples(shipped: Examples, own: Examples) -> Examples:
    """Those of the clause and one's own, without any that a later word of one's own contradicts.

    A decision speaks for near-same messages too, an example only for the very same one.
    """
    decide = decider(own)
    hit = tuple(each for each in own.hit if each.decided or decide(each.message) is not False)
    miss = tuple(each for each in own.miss if each.decided or decide(each.message) is not True)
    left_hit = (each for each in shipped.hit if decide(each.message) is not False and not _same(each, miss))
    left_miss = (each for each in shipped.miss if decide(each.message) is not True and not _same(each, hit))
    return Examples(hit=(*left_hit, *hit), miss=(*left_miss, *miss))


def _same(example: Example, others: Iterable[Example]) -> bool:
    """Whether one of the others is the very same words, neither with anything around them."""
    bare = [each.message.text.strip() for each in others if each.context == Context()]
    return example.context == Context() and example.message.text.strip() in bare
