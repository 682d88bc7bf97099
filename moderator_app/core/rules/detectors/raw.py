"""What is odd in the characters themselves: letters in disguise, odd separators, hidden fillers."""

from __future__ import annotations

from moderator_app.core.rules.detectors.base import Factory, Given, Seen
from moderator_app.core.rules.reading import Reading, Sighting
from moderator_app.core.text.rawsigns import Sign


class _Raw:
    """Raw signs of these kinds, `least` of them."""

    def __init__(self, given: Given) -> None:
        self._kinds = given.texts("kinds", tuple(Sign))
        for kind in self._kinds:
            given.check("kinds", kind, tuple(Sign))
        self._least = given.count("least", 1)

    def __call__(self, reading: Reading) -> Seen:
        found = [
            Sighting(start=sign.span[0], end=sign.span[1]) for sign in reading.raw if sign.kind in self._kinds
        ]
        return found if len(found) >= self._least else ()


FACTORIES: dict[str, Factory] = {"raw": _Raw}
