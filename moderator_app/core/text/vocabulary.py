"""Words laid out so that a text can be held against thousands of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from moderator_app.core.text.normalise import normalise
from moderator_app.core.text.normalised import ALL_STEPS, WORD_STEPS

_CHARACTER_STEPS = ALL_STEPS - WORD_STEPS


class Word(NamedTuple):
    """One word: as it was given, and `plain` as it stands in a normalised text.

    `bordered` words begin or end with a Latin letter or digit, which must not go on beside them;
    `linkable` ones may stand in a web address without being meant.
    """

    word: str
    plain: str
    bordered: bool
    linkable: bool


class Vocabulary:
    """The words by what a reader meets first.

    `pairs` holds them by their first two characters, shortest first, and `singles` those of one
    character. Only for words with fillers in them are `by_plain`, `prefixes` (every beginning of
    a word, the whole included) and `neighbours` (every two characters that stand side by side in
    some word) asked.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(dict.fromkeys(word for word in words if word.strip()))
        by_plain: dict[str, list[Word]] = defaultdict(list)
        for word, plain in zip(self.words, _plain(self.words), strict=True):
            if plain:
                by_plain[plain].append(_word(word, plain))
        self.by_plain = dict(by_plain)
        self.longest = max(map(len, by_plain), default=0)
        self.prefixes = {plain[:end] for plain in by_plain for end in range(1, len(plain) + 1)}
        self.neighbours = {plain[i : i + 2] for plain in by_plain for i in range(len(plain) - 1)}
        self.pairs: dict[str, list[Word]] = defaultdict(list)
        self.singles: dict[str, list[Word]] = {}
        for plain in sorted(by_plain, key=len):
            if len(plain) == 1:
                self.singles[plain] = by_plain[plain]
            else:
                self.pairs[plain[:2]] += by_plain[plain]


def _plain(words: Sequence[str]) -> Sequence[str]:
    """The words as normalising leaves them; all in one go, unless one holds the end of a line."""
    lines = normalise("\n".join(words), steps=_CHARACTER_STEPS).text.split("\n")
    if len(lines) != len(words):
        lines = [normalise(word, steps=_CHARACTER_STEPS).text for word in words]
    return [line.strip() for line in lines]


def _word(word: str, plain: str) -> Word:
    return Word(
        word=word,
        plain=plain,
        bordered=_is_alphanumeric(plain[0]) or _is_alphanumeric(plain[-1]),
        linkable=word.isascii() and "." not in word and "/" not in word,
    )


def _is_alphanumeric(char: str) -> bool:
    return char.isascii() and char.isalnum()
