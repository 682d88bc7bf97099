"""A small model of how solicitations are worded: character n-grams that were weighed on labelled text.

It is one sign among others, for wordings that no list foresees: it may ask, and it strengthens
what other signs say. `tests/bench/fit_wording.py` fits it and tells from which texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, sqrt
from operator import add
from typing import NamedTuple

LONGEST_NGRAM = 3
_MOST_SHOWN = 4
_MOST_READ = 600
_TOKEN = re.compile(r"[0-9]+|\s+|.", re.DOTALL)
_DIGITS, _BLANKS = re.compile(r"[0-9]+"), re.compile(r"\s+")


class Token(NamedTuple):
    """One unit of the text: a character, or a run of digits or blanks as one; `start`:`end` is its place."""

    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NgramModel:
    """Weights of n-grams and a bias, as log odds; positive speaks for a solicitation."""

    weights: Mapping[str, float]
    bias: float = 0.0

    def score(self, text: str) -> tuple[float, list[tuple[float, int, int]]]:
        """How much the (normalised) text reads like one, and each n-gram's share with its place."""
        return self.weigh(text), list(_shares(self, text[:_MOST_READ]))

    def weigh(self, text: str) -> float:
        """The score alone, which is all that most texts need.

        The sum is divided by the root of how many known n-grams there are, so that long texts are
        judged by the same measure as short ones. A text without any known n-gram scores the bias.
        """
        return _weighed(self, text[:_MOST_READ])


@lru_cache(maxsize=8)
def _weighed(model: NgramModel, text: str) -> float:
    """Remembered, because several signs ask it of one message; `fsum` does not mind the order."""
    units = _plain(text)
    pairs = [*map(add, units, units[1:])]
    known = {*units, *pairs, *map(add, pairs, units[2:])} & model.weights.keys()
    if not known:
        return model.bias
    return fsum(map(model.weights.__getitem__, known)) / sqrt(len(known)) + model.bias


@lru_cache(maxsize=8)
def _shares(model: NgramModel, text: str) -> tuple[tuple[float, int, int], ...]:
    """Each known n-gram's weight with its first place."""
    units = _plain(text)
    starts: Sequence[int] = range(len(text) + 1)
    if len(units) != len(text):
        starts = [*(match.start() for match in _TOKEN.finditer(text)), len(text)]
    known: dict[str, tuple[float, int, int]] = {}
    for length in range(1, LONGEST_NGRAM + 1):
        for place in range(len(units) - length + 1):
            ngram = units[place : place + length]
            if ngram in model.weights and ngram not in known:
                known[ngram] = (model.weights[ngram], starts[place], starts[place + length])
    return tuple(known.values())


def _plain(text: str) -> str:
    """The text with one character for each of its units."""
    return _BLANKS.sub(" ", _DIGITS.sub("0", text))


def tokens(text: str) -> list[Token]:
    """The text's units: numbers count as numbers, whatever their digits, and blanks as one blank."""
    return [Token(_unit(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def _unit(run: str) -> str:
    if run[0] in "0123456789":
        return "0"
    return " " if run[0].isspace() else run


def ngrams(text: str) -> Iterator[tuple[str, int, int]]:
    """All n-grams of one to three units, each with its place in the text."""
    units = tokens(text)
    letters = "".join(unit.unit for unit in units)
    for i, first in enumerate(units):
        for end in range(i + 1, min(i + LONGEST_NGRAM, len(units)) + 1):
            yield letters[i:end], first.start, units[end - 1].end


def strongest(shares: list[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """The places of the n-grams that speak most for it, in order of place, none inside another."""
    places: list[tuple[int, int]] = []
    for weight, start, end in sorted(shares, reverse=True):
        if weight <= 0 or len(places) == _MOST_SHOWN:
            break
        if end - start > 1 and all(end <= begun or start >= ended for begun, ended in places):
            places.append((start, end))
    return sorted(places)
