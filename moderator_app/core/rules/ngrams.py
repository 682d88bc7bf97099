"""A small model of how forbidden messages are worded: character n-grams, weighed for each kind of message.

It is one sign among others, for wordings that no list foresees: it may ask, and it strengthens
what other signs say. `tests/bench/fit_wording.py` fits it and tells from which texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from operator import add

_MOST_READ = 600
_PER_POINT = 100
_DIGITS, _BLANKS = re.compile(r"[0-9]+"), re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NgramModel:
    """For each n-gram a row of weights, one for each kind, in hundredths of a point.

    `bias` names the kinds in the order of the rows, each with the points of a text that has no known
    n-gram. Points are scaled so that 1 is reached by about one harmless message in 200 of a community
    that the model was not fitted on, and 2 by one in 1,000.
    """

    weights: Mapping[str, tuple[int, ...]]
    bias: Mapping[str, float]

    def score(self, text: str, kind: str) -> float:
        """How much the (normalised) text reads like this kind, in points; 0 of a kind it does not know.

        The sum is divided by the root of how many known n-grams there are, so that long texts are
        judged by the same measure as short ones.
        """
        return _scores(self, text[:_MOST_READ]).get(kind, 0.0)


@lru_cache(maxsize=8)
def _scores(model: NgramModel, text: str) -> Mapping[str, float]:
    """All kinds in one pass, remembered, because several signs ask it of one message.

    The weights are whole numbers: their sum is the same in whatever order a set gives them.
    """
    known = ngrams(text) & model.weights.keys()
    if not known:
        return model.bias
    sums = map(sum, zip(*map(model.weights.__getitem__, known), strict=True))
    share = 1 / (_PER_POINT * sqrt(len(known)))
    return {kind: total * share + model.bias[kind] for kind, total in zip(model.bias, sums, strict=True)}


def ngrams(text: str) -> set[str]:
    """All n-grams of one to three characters; numbers count as one, whatever their digits, blanks too."""
    units = _BLANKS.sub(" ", _DIGITS.sub("0", text))
    pairs = [*map(add, units, units[1:])]
    return {*units, *pairs, *map(add, pairs, units[2:])}
