"""How the signs that were seen in a message add up to what one clause says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from moderator_app.core.rules.past import OWN
from moderator_app.core.rules.reading import Reading, Sighting
from moderator_app.core.rules.rulebook import Clause, ClauseLevel, Row, Sign, Term
from moderator_app.core.rules.scanner import STREWN, Seen, Shields
from moderator_app.core.rules.verdict import Finding, Hit, Level, Part, Span
from moderator_app.core.wording import Reason, Value, Wording

CLOCK = frozenset({"hours"})
"""Detectors that go by the time of a message; where that is only assumed they ask, and never accuse."""

DISGUISE = frozenset({"raw", "hidden-contact"})
"""Detectors that see how a text is written, not what it says: they raise a doubt and never make one."""

_HIDING_ADDS = 0.5
"""How much of what all else says disguise may add: it turns a doubt into an accusation, never nothing."""


class _Test(NamedTuple):
    """A row laid out for testing: the sign that it falls with, and the terms still to be asked then.

    Most rows ask for one sign, once: of those nothing is left to be asked.
    """

    row: Row
    first: str
    rest: tuple[Term, ...]


class Weighing:
    """Weighs clauses over the signs of one rulebook."""

    def __init__(self, signs: Mapping[str, Sign], clauses: Sequence[Clause]) -> None:
        self._signs = signs
        self._clause_titles = {clause.id: clause.title for clause in clauses}
        rows = {_key(row): row for clause in clauses for row in clause.rows}
        self._titles = {row.signs: self._named(row) for row in rows.values()}
        self._parts = {key: self._part(row) for key, row in rows.items()}
        self._asked = {clause.id: _asked(clause) for clause in clauses}
        self._tests = {clause.id: [_test(row) for row in clause.rows] for clause in clauses}
        self._against = {
            clause.id: [test for test in self._tests[clause.id] if test.row.points < 0] for clause in clauses
        }
        self._disguises = {sign.id for sign in signs.values() if sign.detector in DISGUISE} | {STREWN}
        self._own = tuple(sign.id for sign in signs.values() if sign.options.get("rules") in (OWN, (OWN,)))
        timed = {sign.id for sign in signs.values() if sign.detector in CLOCK}
        self._timed = timed | {sign.id for sign in signs.values() if not timed.isdisjoint(sign.any)}

    def weigh(self, clause: Clause, seen: Seen, covers: list[Sighting], reading: Reading) -> Finding | None:
        """What the clause says, without regard to excuses; None where it says nothing."""
        seen = self._of_this_clause(clause, seen)
        if clause.needs and seen.keys().isdisjoint(clause.needs):
            return None
        if covers:
            spared = Shields(covers)
            asked = ((name, seen[name]) for name in self._asked[clause.id] if name in seen)
            seen = {name: left for name, places in asked if (left := spared.uncovered(places))}
            if clause.needs and seen.keys().isdisjoint(clause.needs):
                return None
        rows = self._tempered(_holding(self._tests[clause.id], seen))
        score = _sum(rows)
        level = self._level(clause, rows, score, assumed=reading.assumed)
        if level is Level.OK:
            return None
        rows.sort(key=lambda row: -abs(row.points))
        speaking = [row for row in rows if row.points > 0]
        hits = _hits(clause, speaking, seen, reading)
        return Finding(
            rule=clause.id,
            level=level,
            hits=hits,
            reason=self._reason(speaking, seen, reading, len(hits)),
            score=score,
            threshold=clause.violation if level is Level.VIOLATION else clause.unsure,
            parts=tuple(self._parts.get(_key(row)) or self._part(row) for row in rows),
        )

    def against(self, clause: Clause, seen: Seen) -> list[Row]:
        """The rows of the clause that hold and speak for the message."""
        return _holding(self._against[clause.id], seen)

    def _of_this_clause(self, clause: Clause, seen: Seen) -> Seen:
        """What was seen without what the group's history says of other clauses."""
        foreign = {name for name in self._own if name in seen and not _is_of(clause, seen[name][0])}
        return {name: seen[name] for name in seen if name not in foreign} if foreign else seen

    def _level(self, clause: Clause, rows: list[Row], score: float, *, assumed: bool) -> Level:
        level = _level(clause, score)
        if level is not Level.VIOLATION or not assumed:
            return level
        sure = [row for row in rows if self._timed.isdisjoint(row.signs)]
        if len(sure) == len(rows) or _level(clause, _sum(sure)) is Level.VIOLATION:
            return level
        return Level.UNSURE

    def _tempered(self, rows: list[Row]) -> list[Row]:
        """The rows with what disguise adds held down to what all else says: by itself it says nothing."""
        hiding = [row for row in rows if row.points > 0 and not self._disguises.isdisjoint(row.signs)]
        if not hiding:
            return rows
        added = _sum(hiding)
        allowed = _HIDING_ADDS * max(0.0, _sum(rows) - added)
        if added <= allowed:
            return rows
        share = allowed / added
        return [replace(row, points=round(row.points * share, 3)) if row in hiding else row for row in rows]

    def _part(self, row: Row) -> Part:
        return Part(row=row.name, points=row.points, titles=self._titles[row.signs])

    def _named(self, row: Row) -> Wording:
        known = [name for name in row.signs if name in self._signs]
        return Wording(*(" + ".join(self.titles(known, lang)) for lang in ("zh_CN", "en")))

    def _reason(self, rows: list[Row], seen: Seen, reading: Reading, places: int) -> Reason:
        """What was seen, shortly: the two strongest signs by name, and in how many places."""
        names = list(dict.fromkeys(name for row in rows for name in row.signs))
        for name in names:
            if (note := seen[name][0].note) is not None:
                return self._titled(note)
        telling = list(islice((name for name in names if self._is_telling(name, seen, reading)), 2))
        values: dict[str, Value] = {
            "zh": "、".join(self.titles(telling or names[:2], "zh_CN")),
            "en": ", ".join(self.titles(telling or names[:2], "en")),
            "count": places,
        }
        return Reason("seen.together" if places > 2 else "seen.sign", values)

    def _titled(self, note: Reason) -> Reason:
        """A note that names a clause, with the title of that clause."""
        title = self._clause_titles.get(str(note.values.get("rule", "")))
        if title is None:
            return note
        return Reason(note.code, {**note.values, "zh": title.get("zh_CN"), "en": title.get("en")})

    def titles(self, names: Iterable[str], language: str) -> list[str]:
        """What signs are called in a language, each once."""
        return list(dict.fromkeys(self._signs[name].title.get(language) or name for name in names))

    def _is_telling(self, name: str, seen: Seen, reading: Reading) -> bool:
        """Whether the sign says something of its own: no summary of others, no trait of the whole text."""
        sign = self._signs[name]
        return not (sign.any or sign.model) and not _is_whole(seen[name][0], reading)


def _test(row: Row) -> _Test:
    first = next((term for term in row.terms if not term.absent), None)
    rest = tuple(term for term in row.terms if term is not first or term.times > 1)
    return _Test(row, first.sign if first else "", rest)


def _holding(tests: Iterable[_Test], seen: Seen) -> list[Row]:
    """The rows that hold, in their order."""
    return [
        row for row, first, rest in tests if (first in seen or not first) and (not rest or hold(rest, seen))
    ]


def hold(terms: Iterable[Term], seen: Seen) -> bool:
    """Whether all of these hold."""
    for term in terms:
        times = len(seen.get(term.sign, ()))
        if times if term.absent else times < term.times:
            return False
    return True


def _key(row: Row) -> tuple[str, float]:
    """What tells rows apart, and is quickly compared."""
    return row.name, row.points


def _asked(clause: Clause) -> frozenset[str]:
    """The signs that the clause asks about in any way."""
    return frozenset(clause.needs).union(*([term.sign for term in row.terms] for row in clause.rows))


def _is_of(clause: Clause, place: Sighting) -> bool:
    return place.note is not None and clause.id in str(place.note.values.get("rules", "")).split()


def _sum(rows: Iterable[Row]) -> float:
    return round(sum([row.points for row in rows]), 3)


def _level(clause: Clause, score: float) -> Level:
    if score >= clause.violation and clause.level is ClauseLevel.VIOLATION:
        return Level.VIOLATION
    return Level.UNSURE if score >= min(clause.unsure, clause.violation) else Level.OK


def _hits(clause: Clause, rows: list[Row], seen: Seen, reading: Reading) -> tuple[Hit, ...]:
    """What was seen, by place: each place once, under the weightiest row that asks for it."""
    asked: dict[str, Row] = {}
    for row in rows:
        for name in row.signs:
            asked.setdefault(name, row)
    best: dict[Span, tuple[str, Row, Sighting]] = {}
    for name, row in asked.items():
        for place in seen.get(name, ()):
            best.setdefault(place[:2], (name, row, place))
    whole = best.pop(reading.whole[:2], None)
    kept = _longest(span for span in best if span[0] < span[1])
    found = [best[span] for span in kept] or ([whole] if whole else [])
    original = reading.original
    return tuple(
        Hit(clause.id, place[:2], original[place.start : place.end], name, row.points, place.steps)
        for name, row, place in found
        if place.start < place.end
    )


def _longest(spans: Iterable[Span]) -> list[Span]:
    """The places in order, without those that lie inside another: 优惠 in 价格优惠."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span[0] == kept[-1][0]:  # of those that begin together the last is the longest
            kept[-1] = span
        elif not kept or span[1] > kept[-1][1]:
            kept.append(span)
    return kept


def _is_whole(place: Sighting, reading: Reading) -> bool:
    """A trait of the whole message marks no place in it."""
    return (place.start, place.end) == (reading.whole.start, reading.whole.end)
