"""All signs of a rulebook looked for in one reading; each word is matched once for every clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from moderator_app.core.rules.detectors import make
from moderator_app.core.rules.detectors.base import Detector
from moderator_app.core.rules.detectors.model import WordedLike
from moderator_app.core.rules.ngrams import NgramModel
from moderator_app.core.rules.reading import Reading, Sighting
from moderator_app.core.rules.rulebook import Sign
from moderator_app.core.text.phrases import PhraseMatcher

PATTERN_LIMIT = 5_000
"""No pattern of a rulebook ever sees more characters than this."""

STREWN = "strewn"
"""A sign without words of its own: any word that was found only across fillers."""

Seen = Mapping[str, tuple[Sighting, ...]]
"""Where each sign was seen; a sign that was not seen has no entry."""


class Shields:
    """Allowed phrases by place: what one of them covers counts for nothing."""

    def __init__(self, covers: Iterable[Sighting]) -> None:
        shields = sorted(place[:2] for place in covers)
        self._starts = [start for start, _ in shields]
        self._reach = list(accumulate((end for _, end in shields), max))

    def uncovered(self, found: Iterable[Sighting]) -> tuple[Sighting, ...]:
        """Those places that no allowed phrase covers."""
        starts, reach = self._starts, self._reach
        left = []
        for place in found:
            before = bisect_right(starts, place.start)
            if not before or reach[before - 1] < place.end:
                left.append(place)
        return tuple(left)


def merged(found: Iterable[Sighting]) -> tuple[Sighting, ...]:
    """The places in order; those that overlap are one (欢迎来电 and 来电咨询 are one call)."""
    places = tuple(found)
    if _apart(places):
        return places
    kept: list[Sighting] = []
    for place in sorted(places, key=lambda place: (place[0], -place[1])):
        if kept and place.start < kept[-1].end:
            last = kept[-1]
            steps = tuple(dict.fromkeys((*last.steps, *place.steps)))
            kept[-1] = Sighting(start=last.start, end=max(last.end, place.end), steps=steps, note=last.note)
        else:
            kept.append(place)
    return tuple(kept)


def _apart(places: Sequence[Sighting]) -> bool:
    """Whether each begins behind the start and not before the end of the one before it."""
    last_start, last_end = -1, 0
    for start, end, _steps, _note in places:
        if not last_start < start >= last_end:
            return False
        last_start, last_end = start, end
    return True


@dataclass(frozen=True, slots=True)
class _Places:
    """Where words stand, by who looks for them: signs, the shields of signs, clauses that allow them."""

    signs: dict[str, list[Sighting]]
    shields: dict[str, list[Sighting]]
    phrases: dict[str, list[Sighting]]


class Scanner:
    """Finds the given signs and, apart from them, the phrases that clauses allow."""

    def __init__(
        self,
        signs: Iterable[Sign],
        phrases: Iterable[str] = (),
        gates: Mapping[str, frozenset[str]] | None = None,
        models: Mapping[str, NgramModel] | None = None,
    ) -> None:
        """`gates` names for a sign others of which one must be seen before its detector is asked.

        What a gate names, and what other signs are made of, must have no gate itself.
        """
        self._signs = tuple(signs)
        self._gates = gates or {}
        self._detectors: dict[str, Detector] = {
            sign.id: make(sign.detector, sign.options) for sign in self._signs if sign.detector
        }
        for sign in self._signs:
            if models and sign.model in models:
                self._detectors[sign.id] = WordedLike(models[sign.model], sign.options)
        self._patterns = {sign.id: re.compile(sign.pattern) for sign in self._signs if sign.pattern}
        signs_of = _owners((sign.id, sign.words) for sign in self._signs)
        shields_of = _owners((sign.id, sign.allow) for sign in self._signs)
        kept = frozenset(phrases)
        words = dict.fromkeys((*signs_of, *shields_of, *sorted(kept)))
        self._owners = {w: (signs_of.get(w, ()), shields_of.get(w, ()), w in kept) for w in words}
        self._matcher = PhraseMatcher(words)
        self._beyond_words = frozenset({*self._detectors, *self._patterns})
        later = self._gates.keys() & self._beyond_words
        self._later = tuple(sign.id for sign in self._signs if sign.id in later)
        self._first = tuple(sign.id for sign in self._signs if sign.id not in later)
        self._composite = tuple(sign for sign in self._signs if sign.any)

    def scan(self, reading: Reading) -> tuple[Seen, Mapping[str, tuple[Sighting, ...]]]:
        """Where the signs stand, and where each allowed phrase stands."""
        words = self._words(reading)
        seen: dict[str, tuple[Sighting, ...]] = {}
        for name in self._first:
            if name in words.signs or name in self._beyond_words:
                self._look_for(name, reading, words, seen)
        for sign in self._composite:
            parts = [place for part in sign.any for place in seen.get(part, ())]
            if parts:
                seen[sign.id] = merged([*seen.get(sign.id, ()), *parts])
        for name in self._later:
            if not self._gates[name].isdisjoint(seen):
                self._look_for(name, reading, words, seen)
        return seen, {phrase: tuple(places) for phrase, places in words.phrases.items()}

    def _look_for(
        self, name: str, reading: Reading, words: _Places, seen: dict[str, tuple[Sighting, ...]]
    ) -> None:
        found: Sequence[Sighting] = words.signs.get(name, ())
        if name in self._beyond_words:
            found = [*found, *self._others(name, reading)]
        if found and name in words.shields:
            found = Shields(words.shields[name]).uncovered(found)
        if found:
            seen[name] = merged(found)

    def _words(self, reading: Reading) -> _Places:
        found = _Places(defaultdict(list), defaultdict(list), defaultdict(list))
        for match in self._matcher.find(reading.normalised):
            place = Sighting(match.start, match.end, match.steps)
            signs, shields, allowed = self._owners[match.word]
            for sign in signs:
                found.signs[sign].append(place)
            for sign in shields:
                found.shields[sign].append(place)
            if allowed:
                found.phrases[match.word].append(place)
            if match.gap:
                found.signs[STREWN].append(place)
        return found

    def _others(self, name: str, reading: Reading) -> Sequence[Sighting]:
        """What is seen of a sign by other means than words."""
        found = self._detectors[name](reading) if name in self._detectors else ()
        if name not in self._patterns:
            return found
        spans = (match.span() for match in self._patterns[name].finditer(reading.text, 0, PATTERN_LIMIT))
        return [*found, *(reading.sighting(start, end) for start, end in spans if start < end)]


def _owners(lists: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, Sequence[str]]:
    """The names under which each word is listed."""
    owners: dict[str, list[str]] = defaultdict(list)
    for name, words in lists:
        for word in words:
            owners[word].append(name)
    return dict(owners)


def needed(signs: Mapping[str, Sign], wanted: Iterable[str]) -> tuple[Sign, ...]:
    """The wanted signs after those that they are made of; names that nobody defines are left out."""
    order: dict[str, Sign] = {}

    def add(name: str, path: tuple[str, ...]) -> None:
        sign = signs.get(name)
        if sign is None or name in order or name in path:
            return
        for part in sign.any:
            add(part, (*path, name))
        order[name] = sign

    for name in wanted:
        add(name, ())
    return tuple(order.values())
