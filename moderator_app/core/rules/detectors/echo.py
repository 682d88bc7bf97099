"""The same words again and again within one message."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from operator import add

from moderator_app.core.rules.detectors.base import Factory, Given, Seen
from moderator_app.core.rules.reading import Reading

_LETTER = r"[^\W\d_]"
# Laughter, sighs and sobs are repeated in honest talk; so are figures, marks, and the x of what is masked.
_NO_LAUGH = r"(?![哈呵嘿嘻呜啊哇呀嗯哦噢嗷额6a-z]{2})"
_NOT_LETTERS = re.compile(r"[\W_]+")
_CODE = re.compile(r"\[[^\[\]\n]{1,8}\]")
_LONGEST = 40
_MARKS = 6
_SINGLE = 8
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
        if not _comes_back(head, self._times):
            return ()
        found = (pattern.search(head) for pattern in (self._phrase, self._single))
        return [reading.sighting(*match.span()) for match in found if match][:1]


@lru_cache(maxsize=4)
def _head(text: str) -> str:
    """What is looked at, without codes for faces."""
    return _CODE.sub(_blanks, text[:_READ])


def _comes_back(text: str, times: int) -> bool:
    """Whether, blanks and marks aside, anything stands `times` times in a row, or a letter _SINGLE times.

    The patterns are slow, and where words come back they mostly do so with others between them.
    """
    said, places = _places(text)
    more = min(times, _SINGLE - 1) - 1
    return any(
        last - start <= more * _LONGEST and _in_a_row(said, start, again, times)
        for found in places
        for start, again, last in zip(found, found[1:], found[more:], strict=False)
    )


@lru_cache(maxsize=4)
def _places(text: str) -> tuple[str, Sequence[Sequence[int]]]:
    """The text without blanks and marks, and where each two characters stand that stand there again."""
    said = _NOT_LETTERS.sub("", text)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, pair in enumerate(map(add, said, said[1:])):
        places[pair].append(place)
    return said, [found for found in places.values() if len(found) > 1]


def _in_a_row(said: str, start: int, again: int, times: int) -> bool:
    """Whether what stands at `start`, up to a place where it begins `again`, follows itself so often."""
    pair = said[start : start + 2]
    while 0 <= again - start <= _LONGEST:
        length = again - start
        end = start + length * (times if length > 1 else _SINGLE)
        if end <= len(said) and said[start : end - length] == said[again:end]:
            return True
        again = said.find(pair, again + 1)
    return False


def _blanks(face: re.Match[str]) -> str:
    """Faces said again and again are a matter of their own: [强][强][强]."""
    return " " * len(face.group())


FACTORIES: dict[str, Factory] = {"echo": _Echo}
