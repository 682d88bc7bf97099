"""The same words again and again within one message."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from operator import add

from moderator_app.core.rules.detectors.base import Factory, Given, Seen
from moderator_app.core.rules.reading import Reading

_LETTER = r"[^\W\d_]"
# Laughter, sighs and sobs are repeated in honest talk; so are figures, marks, and the x of what is masked.
_NO_LAUGH = r"(?![哈呵嘿嘻呜啊哇呀嗯哦噢嗷额6a-z]{2})"
_CODE = re.compile(r"\[[^\[\]\n]{1,8}\]")
_LONGEST = 40
_MARKS = 6
_SINGLE = 8
_MOST = _SINGLE - 1
"""So many pairs of one letter stand in a row where the letter does so often enough."""

_READ = 3000
"""Characters that are looked at: who floods does so at once."""


class _Echo:
    """A phrase for the `times`-th time in a row, blanks and marks aside, or one letter many times.

    A phrase has at least two letters; it may stand on lines of its own or all in one.
    """

    def __init__(self, given: Given) -> None:
        self._times = max(2, given.count("times", 4))
        again = rf"(?:[\W_]{{0,{_MARKS}}}\1){{{self._times - 1},}}"
        self._phrase = re.compile(rf"{_NO_LAUGH}({_LETTER}{{2,{_LONGEST}}}?){again}")
        self._single = re.compile(rf"{_NO_LAUGH}({_LETTER})\1{{{_SINGLE - 1},}}")

    def __call__(self, reading: Reading) -> Seen:
        head = _head(reading.text)
        if _most_in_a_row(head) < min(self._times, _MOST):
            return ()
        found = (pattern.search(head) for pattern in (self._phrase, self._single))
        return [reading.sighting(*match.span()) for match in found if match][:1]


@lru_cache(maxsize=4)
def _head(text: str) -> str:
    """What is looked at, without codes for faces."""
    return _CODE.sub(_blanks, text[:_READ])


@lru_cache(maxsize=4)
def _most_in_a_row(text: str) -> int:
    """How often some two characters come back at most, each time soon after the other; no more than _MOST.

    The patterns are slow, and most texts hold nothing of the kind.
    """
    most = 1
    for pair, count in Counter(map(add, text, text[1:])).items():
        if count > most:
            most = max(most, _in_a_row(text, pair))
    return most


def _in_a_row(text: str, pair: str) -> int:
    most, times, place = 1, 1, text.find(pair)
    while most < _MOST and (following := text.find(pair, place + 1)) >= 0:
        times = times + 1 if following - place <= _LONGEST + _MARKS else 1
        most = max(most, times)
        place = following
    return most


def _blanks(face: re.Match[str]) -> str:
    """Faces said again and again are a matter of their own: [强][强][强]."""
    return " " * len(face.group())


FACTORIES: dict[str, Factory] = {"echo": _Echo}
