"""A small model of how solicitations are worded: character n-grams that were weighed on labelled text.

It is one sign among others, for wordings that no list foresees: it may ask, and it strengthens
what other signs say. `tests/bench/fit_wording.py` fits it and tells from which texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

LONGEST_NGRAM = 3
_MOST_SHOWN = 4
_MOST_READ = 600
_TOKEN = re.compile(r"[0-9]+|\s+|.", re.DOTALL)


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
        known: dict[str, tuple[float, int, int]] = {}
        for ngram, start, end in ngrams(text[:_MOST_READ]):
            weight = self.weights.get(ngram)
            if weight is not None and ngram not in known:
                known[ngram] = (weight, start, end)
        if not known:
            return self.bias, []
        total = sum(weight for weight, _, _ in known.values())
        return total / sqrt(len(known)) + self.bias, list(known.values())


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
