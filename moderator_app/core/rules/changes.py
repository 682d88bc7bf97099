"""What a moderator changed in a rulebook, laid over it; all that was not changed stays as it was."""

from __future__ import annotations

from collections.abc import Iterable
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


def decision(examples: Examples, message: Message) -> bool | None:
    """Whether what was decided in these examples calls the message a hit; None where nothing is about it."""
    clause = Clause(id="", number=0, title=Wording(""), text=Wording(""), examples=examples)
    return Decisions((clause,)).on(Reading(message, Context())).get("")


def _examples(shipped: Examples, own: Examples) -> Examples:
    """Those of the clause and one's own, without any that a later word of one's own contradicts.

    A decision speaks for near-same messages too, an example only for the very same one.
    """
    hit = tuple(each for each in own.hit if each.decided or not _denied(each, own, hit=True))
    miss = tuple(each for each in own.miss if each.decided or not _denied(each, own, hit=False))
    left = Examples(hit=hit, miss=miss)
    return Examples(
        hit=(*(each for each in shipped.hit if not _contradicted(each, left, hit=True)), *hit),
        miss=(*(each for each in shipped.miss if not _contradicted(each, left, hit=False)), *miss),
    )


def _denied(example: Example, own: Examples, *, hit: bool) -> bool:
    """Whether a decision says the contrary."""
    if not any(each.decided for each in (*own.hit, *own.miss)):
        return False
    return decision(own, example.message) is (not hit)


def _contradicted(example: Example, own: Examples, *, hit: bool) -> bool:
    """Whether one's own decision or example says the contrary of a shipped one."""
    if example.context == Context() and any(
        each.message.text.strip() == example.message.text.strip() and each.context == Context()
        for each in (own.miss if hit else own.hit)
    ):
        return True
    return _denied(example, own, hit=hit)
