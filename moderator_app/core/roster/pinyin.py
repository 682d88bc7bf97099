"""Pinyin of names, with every reading of a character, so that 单, 曾 and 解 are found by all of them."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import islice, product
from math import prod

from moderator_app.core.roster.names import folded

_FEW = 12
"""Up to so many ways to read a name all are listed; longer names vary one character at a time."""
_READINGS = 3
"""Further readings of a character are of old books, not of names."""
_SURNAMES = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "区": "ou", "朴": "piao", "查": "zha", "盖": "ge",
    "翟": "zhai", "尉": "yu", "乐": "yue", "缪": "miao", "覃": "qin", "冼": "xian", "员": "yun", "折": "she",
    "种": "chong", "繁": "po", "万": "wan", "俞": "yu", "贾": "jia", "薄": "bo", "召": "shao", "祭": "zhai",
}  # fmt: skip
"""How a character is read as a surname, where that is not its usual reading or not the only one."""


@cache
def _dictionary() -> Mapping[int, str]:
    """The readings by code point, loaded at the first question only.

    Without this variable pypinyin also loads its dictionary of phrases: 43 MB that no name needs.
    """
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415 - 13 MB and 40 ms that a check never needs

    return pinyin_dict


@lru_cache(maxsize=20_000)
def syllables(char: str) -> tuple[str, ...]:
    """The readings of a character without tones, the usual one first; none where it is not Chinese."""
    found: dict[str, None] = {}
    for toned in _dictionary().get(ord(char), "").split(","):
        bare = unicodedata.normalize("NFD", toned).replace("u\N{COMBINING DIAERESIS}", "v")
        for typed in _as_typed("".join(letter for letter in bare if letter.isalpha())):
            found[typed] = None
    return tuple(found)[:_READINGS]


def _as_typed(syllable: str) -> tuple[str, ...]:
    """How a syllable is typed: 吕 as lv, and by many as lu."""
    if "v" in syllable:
        return syllable, syllable.replace("v", "u")
    return (syllable,) if syllable.isascii() and syllable else ()


@lru_cache(maxsize=50_000)
def spellings(text: str) -> tuple[str, ...]:
    """The ways to spell a folded name, each syllable beginning with a capital: 单雄信 → ShanXiongXin …

    Words and digits of other scripts stand as they are. The first is the usual one; another way to
    read the whole begins with ', and where there are too many ways, the end from a character on that
    may be read differently begins with a blank.
    """
    choices = [choice for choice in map(_capitalised, _units(text)) if choice]
    if not choices:
        return ()
    choices[0] = _surname_first(text[0], choices[0])
    usual = "".join(choice[0] for choice in choices)
    if prod(map(len, choices)) <= _FEW:
        return (usual, *(f"'{''.join(way)}" for way in islice(product(*choices), 1, None)))
    tails = ["".join(choice[0] for choice in choices[i + 1 :]) for i in range(len(choices))]
    return (usual, *(f" {other}{tails[i]}" for i, choice in enumerate(choices) for other in choice[1:]))


def sounds(name: str) -> set[str]:
    """The ways in which a short name sounds: names of the same sound are easily written for each other."""
    return {spelling.lstrip("'").lower() for spelling in spellings(name) if not spelling.startswith(" ")}


Order = tuple[bool, tuple[str, ...], str]
"""What names are sorted by, see `order_of`."""


@lru_cache(maxsize=50_000)
def order_of(name: str) -> Order:
    """Where a name stands in a list: by its usual pinyin, syllable by syllable, among Latin names.

    Signs around a name do not matter; one that has neither letters nor Chinese characters comes last.
    """
    plain = folded(name)
    choices = [choice for choice in map(_capitalised, _units(plain)) if choice]
    if choices and plain[0] in _SURNAMES:
        choices[0] = _surname_first(plain[0], choices[0])
    reading = tuple(choice[0].lower() for choice in choices)
    return not reading, reading, name


def _surname_first(char: str, choice: tuple[str, ...]) -> tuple[str, ...]:
    surname = _SURNAMES.get(char, "").capitalize()
    return (surname, *(other for other in choice if other != surname)) if surname else choice


def _units(text: str) -> list[str]:
    """Single Chinese characters, whole words of other scripts."""
    units: list[str] = []
    word = False
    for char in text:
        latin = char.isascii() and char.isalnum()
        if latin and word:
            units[-1] += char
        else:
            units.append(char)
        word = latin
    return units


@lru_cache(maxsize=20_000)
def _capitalised(unit: str) -> tuple[str, ...]:
    if unit.isascii():
        return (unit.capitalize(),) if unit.isalnum() else ()
    return tuple(syllable.capitalize() for syllable in syllables(unit))
