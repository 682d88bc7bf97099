"""A small model of how solicitations are worded: character n-grams that were weighed on labelled text.

It is one sign among others, for wordings that no list foresees: it may ask, and it strengthens
what other signs say. `tests/bench/fit_wording.py` fits it and tells from which texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

LONGEST_NGRAM = 3
_MOST_SHOWN = 4
_MOST_READ = 600
_TOKEN = re.compile(r"[0-9]+|\s+|.", re.DOTALL)
_DIGITS, _BLANKS = re.compile(r"[0-9]+"), re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Token:
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
        """How much the (normalised) text reads like one, and each n-gram's share with its place.

        The sum is divided by the root of how many known n-grams there are, so that long texts are
        judged by the same measure as short ones. A text without any known n-gram scores the bias.
        """
        return _scored(self, text[:_MOST_READ])


@lru_cache(maxsize=8)
def _scored(model: NgramModel, text: str) -> tuple[float, list[tuple[float, int, int]]]:
    """The score; remembered, because several signs ask it of one message."""
    units = _BLANKS.sub(" ", _DIGITS.sub("0", text))
    starts: Sequence[int] = range(len(text) + 1)
    if len(units) != len(text):
        starts = [*(match.start() for match in _TOKEN.finditer(text)), len(text)]
    known: dict[str, tuple[float, int, int]] = {}
    grams: Iterable[str] = units
    for length in range(1, LONGEST_NGRAM + 1):
        for place, weight in enumerate(map(model.weights.get, grams)):
            if weight is not None:
                known.setdefault(
                    units[place : place + length], (weight, starts[place], starts[place + length])
                )
        grams = [units[place : place + length + 1] for place in range(len(units) - length)]
    if not known:
        return model.bias, []
    total = sum(weight for weight, _, _ in known.values())
    return total / sqrt(len(known)) + model.bias, list(known.values())


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
    for i, first in enumerate(units):
        ngram = ""
        for unit in units[i : i + LONGEST_NGRAM]:
            ngram += unit.unit
            yield ngram, first.start, unit.end


def strongest(shares: list[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """The places of the n-grams that speak most for it, in order of place, none inside another."""
    places: list[tuple[int, int]] = []
    for weight, start, end in sorted(shares, reverse=True):
        if weight <= 0 or len(places) == _MOST_SHOWN:
            break
        if end - start > 1 and all(end <= begun or start >= ended for begun, ended in places):
            places.append((start, end))
    return sorted(places)
