"""Expressions that are only tried where a text has a character that they can begin with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Protocol


class Findable(Protocol):
    """What finds its matches in a text: a compiled expression, or a `Gated` one."""

    def finditer(self, text: str, /) -> Iterator[re.Match[str]]:
        """The matches from left to right, none overlapping."""
        ...


@dataclass(frozen=True, slots=True)
class Gated:
    """An expression and all characters that a match of it may begin with.

    It finds what the expression alone would find, in a fraction of the time where few characters of
    a text are among them: a price begins with a figure, and most of what people say is no figure.
    """

    pattern: re.Pattern[str]
    first: frozenset[str]

    def finditer(self, text: str, /) -> Iterator[re.Match[str]]:
        """The matches from left to right, none overlapping."""
        places, reach = _places(text), 0
        for start in sorted(chain.from_iterable(places[char] for char in places.keys() & self.first)):
            if start >= reach and (found := self.pattern.match(text, start)):
                reach = found.end()
                yield found


def gated(expression: str, first: str) -> Gated:
    """The expression, whose matches all begin with one of the characters in `first`."""
    return Gated(re.compile(expression), frozenset(first))


@lru_cache(maxsize=4)
def _places(text: str) -> Mapping[str, list[int]]:
    """Where each character of the text stands: one pass serves all expressions."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, char in enumerate(text):
        places[char].append(place)
    return dict(places)
