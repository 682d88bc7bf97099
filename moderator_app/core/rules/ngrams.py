"""A small model of how solicitations are worded: character n-grams that were weighed on labelled text.

It is one sign among others, for wordings that no list foresees: it may ask, and it strengthens
what other signs say. `tests/bench/fit_wording.py` fits it and tells from which texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, sqrt
from operator import add

_MOST_READ = 600
_DIGITS, _BLANKS = re.compile(r"[0-9]+"), re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NgramModel:
    """Weights of n-grams and a bias, as log odds; positive speaks for a solicitation."""

    weights: Mapping[str, float]
    bias: float = 0.0

    def score(self, text: str) -> float:
        """How much the (normalised) text reads like one.

        The sum is divided by the root of how many known n-grams there are, so that long texts are
        judged by the same measure as short ones. A text without any known n-gram scores the bias.
        """
        return _score(self, text[:_MOST_READ])


@lru_cache(maxsize=8)
def _score(model: NgramModel, text: str) -> float:
    """Remembered, because several signs ask it of one message; `fsum` does not mind the order."""
    known = ngrams(text) & model.weights.keys()
    if not known:
        return model.bias
    return fsum(map(model.weights.__getitem__, known)) / sqrt(len(known)) + model.bias


def ngrams(text: str) -> set[str]:
    """All n-grams of one to three characters; numbers count as one, whatever their digits, blanks too."""
    units = _BLANKS.sub(" ", _DIGITS.sub("0", text))
    pairs = [*map(add, units, units[1:])]
    return {*units, *pairs, *map(add, pairs, units[2:])}
