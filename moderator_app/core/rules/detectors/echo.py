"""The same words again and again within one message."""

from __future__ import annotations

import re
from itertools import pairwise

from moderator_app.core.rules.detectors.base import Factory, Given, Seen
from moderator_app.core.rules.reading import Reading

_LETTER = r"[^\W\d_]"
# Laughter, sighs and sobs are repeated in honest talk; so are figures, marks, and the x of what is masked.
_NO_LAUGH = r"(?![哈呵嘿嘻呜啊哇呀嗯哦噢嗷额6a-z]{2})"
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
        head = _CODE.sub(_blanks, reading.text[:_READ])
        if not self._may_echo(head):
            return ()
        found = (pattern.search(head) for pattern in (self._phrase, self._single))
        return [reading.sighting(*match.span()) for match in found if match][:1]

    def _may_echo(self, text: str) -> bool:
        """Whether some two characters come back often enough, one time soon after the other.

        The patterns are slow, and most texts hold nothing of the kind.
        """
        last: dict[tuple[str, str], tuple[int, int]] = {}
        for place, pair in enumerate(pairwise(text)):
            before, times = last.get(pair, (0, 0))
            times = times + 1 if place - before <= _LONGEST + _MARKS else 1
            if times >= min(self._times, _SINGLE - 1):
                return True
            last[pair] = (place, times)
        return False


def _blanks(face: re.Match[str]) -> str:
    """Faces said again and again are a matter of their own: [强][强][强]."""
    return " " * len(face.group())


FACTORIES: dict[str, Factory] = {"echo": _Echo}
