"""Name cards: whether the name shown in the group has the parts that the rulebook asks for."""

from __future__ import annotations

import re

from moderator_app.core.rules.detectors.base import Factory, Given, Seen
from moderator_app.core.rules.reading import Reading, Sighting
from moderator_app.core.wording import Reason

_SEPARATORS = re.compile(r"[-–—－_+|｜·・/／\s()（）,，、]+")


class _Card:
    """The sender's name card has fewer than `parts` parts; an unknown card is not held against anyone.

    The first part must read as a name: at least two Chinese characters, or Latin letters.
    """

    def __init__(self, given: Given) -> None:
        self._parts = given.count("parts", 3)

    def __call__(self, reading: Reading) -> Seen:
        card = reading.context.speaker.card.strip()
        if not card:
            return ()
        parts = [part for part in _SEPARATORS.split(card) if part]
        if len(parts) >= self._parts and _reads_as_name(parts[0]):
            return ()
        note = Reason("seen.card", {"card": card, "parts": self._parts})
        whole = reading.whole
        return (Sighting(start=whole.start, end=whole.end, note=note),)


def _reads_as_name(part: str) -> bool:
    chinese = sum(1 for char in part if "一" <= char <= "鿿")
    return chinese >= 2 or (chinese == 0 and sum(1 for char in part if char.isalpha()) >= 3)


FACTORIES: dict[str, Factory] = {"card": _Card}
