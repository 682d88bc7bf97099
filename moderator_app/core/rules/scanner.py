"""All signs of a rulebook looked for in one reading; each word is matched once for every clause."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from moderator_app.core.rules.detectors import make
from moderator_app.core.rules.detectors.base import Detector
from moderator_app.core.rules.reading import Reading, Sighting
from moderator_app.core.rules.rulebook import Sign
from moderator_app.core.text.phrases import PhraseMatcher

PATTERN_LIMIT = 5_000
"""No pattern of a rulebook ever sees more characters than this."""

STREWN = "strewn"
"""A sign without words of its own: any word that was found only across fillers."""

Seen = Mapping[str, tuple[Sighting, ...]]
"""Where each sign was seen; a sign that was not seen has no entry."""


def uncovered(found: Iterable[Sighting], covers: Iterable[Sighting]) -> tuple[Sighting, ...]:
    """Those places that no allowed phrase covers."""
    shields = tuple(covers)
    if not shields:
        return tuple(found)
    return tuple(place for place in found if not any(place.inside(shield) for shield in shields))


def merged(found: Iterable[Sighting]) -> tuple[Sighting, ...]:
    """The places in order; those that overlap are one (欢迎来电 and 来电咨询 are one call)."""
    kept: list[Sighting] = []
    for place in sorted(found, key=lambda place: (place.start, -place.end)):
        if kept and place.start < kept[-1].end:
            last = kept[-1]
            steps = tuple(dict.fromkeys((*last.steps, *place.steps)))
            kept[-1] = Sighting(start=last.start, end=max(last.end, place.end), steps=steps, note=last.note)
        else:
            kept.append(place)
    return tuple(kept)


class Scanner:
    """Finds the given signs and, apart from them, the phrases that clauses allow."""

    def __init__(
        self,
        signs: Iterable[Sign],
        phrases: Iterable[str] = (),
        gates: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        """`gates` names for a sign others of which one must be seen before a costly detector is asked."""
        self._signs = tuple(signs)
        self._gates = gates or {}
        self._detectors: dict[str, Detector] = {
            sign.id: make(sign.detector, sign.options) for sign in self._signs if sign.detector
        }
        self._patterns = {sign.id: re.compile(sign.pattern) for sign in self._signs if sign.pattern}
        self._matcher, self._owners = _matcher(self._signs, phrases)
        costly = {name for name, detector in self._detectors.items() if getattr(detector, "costly", False)}
        self._cheap = tuple(sign for sign in self._signs if sign.id not in costly)
        self._costly = tuple(sign for sign in self._signs if sign.id in costly)
        self._composite = tuple(sign for sign in self._signs if sign.any)

    def scan(self, reading: Reading) -> tuple[Seen, Mapping[str, tuple[Sighting, ...]]]:
        """Where the signs stand, and where each allowed phrase stands."""
        words = self._words(reading)
        seen: dict[str, tuple[Sighting, ...]] = {}
        for sign in self._cheap:
            self._look_for(sign, reading, words, seen)
        for sign in self._composite:
            parts = [place for part in sign.any for place in seen.get(part, ())]
            if parts:
                seen[sign.id] = merged([*seen.get(sign.id, ()), *parts])
        for sign in self._costly:
            gate = self._gates.get(sign.id)
            if not gate or not gate.isdisjoint(seen):
                self._look_for(sign, reading, words, seen)
        return seen, {key.removeprefix("allow:"): tuple(value) for key, value in words.items()}

    def _look_for(
        self,
        sign: Sign,
        reading: Reading,
        words: Mapping[str, list[Sighting]],
        seen: dict[str, tuple[Sighting, ...]],
    ) -> None:
        found = [*words.get("sign:" + sign.id, ()), *self._others(sign, reading)]
        left = merged(uncovered(found, words.get("shield:" + sign.id, ()))) if found else ()
        if left:
            seen[sign.id] = left

    def _words(self, reading: Reading) -> dict[str, list[Sighting]]:
        found: dict[str, list[Sighting]] = defaultdict(list)
        for match in self._matcher.find(reading.normalised):
            place = Sighting(start=match.start, end=match.end, steps=match.steps)
            for owner in self._owners[match.word]:
                found[owner].append(place)
            if match.gap:
                found["sign:" + STREWN].append(place)
        return found

    def _others(self, sign: Sign, reading: Reading) -> Iterable[Sighting]:
        if sign.id in self._detectors:
            yield from self._detectors[sign.id](reading)
        if sign.id in self._patterns:
            for match in self._patterns[sign.id].finditer(reading.text, 0, PATTERN_LIMIT):
                if match.end() > match.start():
                    yield reading.sighting(*match.span())


def _matcher(signs: Iterable[Sign], phrases: Iterable[str]) -> tuple[PhraseMatcher, dict[str, list[str]]]:
    owners: dict[str, list[str]] = defaultdict(list)
    for sign in signs:
        for word in sign.words:
            owners[word].append("sign:" + sign.id)
        for word in sign.allow:
            owners[word].append("shield:" + sign.id)
    for phrase in phrases:
        owners[phrase].append("allow:" + phrase)
    return PhraseMatcher(owners), dict(owners)


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
