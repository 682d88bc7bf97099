"""What each single character becomes when normalised, worked out once and remembered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from moderator_app.core.text.normalised import BIT, Normalised, Step, untouched
from moderator_app.core.text.simplified import simplified

BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800"
"""Letters that show nothing: Hangul fillers and the empty Braille pattern."""

_MARK_BLOCKS = (
    *((0x0300, 0x036F), (0x0483, 0x0489), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF)),
    *((0x3099, 0x309A), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0xE0100, 0xE01EF)),
)
_KEYCAP = "\u20e3"
_KEPT_SIGNS = "…‥™℠"
"""NFKC would spell these out, but they are read as one sign."""

_TABLE_LIMIT = 60_000
_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢɡıȷ", "abcdefghijklmnopqrstuvwyzgij", strict=True))
_ENCLOSED = ((0x1F150, 26), (0x1F170, 26), (0x249C, 26), (0x1F110, 26), (0x24B6, 52), (0x1F130, 26))
_EMOJI_WORDS = {
    "🆎": "ab", "🆑": "cl", "🆒": "cool", "🆓": "free", "🆔": "id", "🆕": "new", "🆖": "ng", "🆗": "ok",
    "🆘": "sos", "🆙": "up", "🆚": "vs", "🔟": "10", "💯": "100",
}  # fmt: skip


_SHOWN = re.compile("[\\x20-\\x7e\u3400-\u4dbf\u4e00-\u9fff]*")
"""Most names and cards have none but these, and of these each shows something."""


def is_mark(char: str) -> bool:
    """Whether the character only decorates the one before it (accents, keycaps, variation selectors)."""
    code = ord(char)
    return code >= 0x0300 and any(first <= code <= last for first, last in _MARK_BLOCKS)


def is_invisible(char: str) -> bool:
    """Whether the character shows nothing at all: zero-width, control, formatting, blank letters."""
    if char in BLANK_LETTERS or char == "\u034f":
        return True
    category = unicodedata.category(char)
    return category == "Cf" or (category == "Cc" and char not in "\t\n\r\x0b\x0c\x85")


def visible(text: str) -> str:
    """The text without the characters that show nothing."""
    if _SHOWN.fullmatch(text):
        return text
    return "".join(char for char in text if not is_invisible(char))


class CharacterTable(dict[str, str]):
    """Character → what it becomes under the given steps; fills itself as characters are met."""

    def __init__(self, steps: frozenset[Step]) -> None:
        super().__init__()
        self.steps = steps
        self.masks: dict[str, int] = {}

    def __missing__(self, char: str) -> str:
        value, mask = self._fold(char)
        if mask:
            self.masks[char] = mask
        self[char] = value
        return value

    def keep_small(self) -> None:
        """Forget everything once texts full of rare characters have made the table large."""
        if len(self) > _TABLE_LIMIT:
            self.clear()
            self.masks.clear()

    def _fold(self, char: str) -> tuple[str, int]:
        special = _special(char)
        if special is not None:
            value, step = special
            return (value, BIT[step]) if step in self.steps else (char, 0)
        value, mask = char, 0
        for step, change in _CHANGES.items():
            if step in self.steps:
                new = change(value)
                if new != value:
                    value, mask = new, mask | BIT[step]
        return value, mask


def _special(char: str) -> tuple[str, Step] | None:
    """What a character becomes that one step settles alone, if it is such a one."""
    if char < "\x7f":
        return ("", Step.INVISIBLE) if is_invisible(char) else (" ", Step.WIDTH) if char == "\r" else None
    if is_mark(char):
        return "", Step.KEYCAPS if char == _KEYCAP else Step.MARKS
    if is_invisible(char):
        return "", Step.INVISIBLE
    digit = _digit(char)
    if digit is not None:
        return digit
    letter = _letter(char)
    return None if letter is None else (letter, Step.LETTERS)


def _digit(char: str) -> tuple[str, Step] | None:
    """The plain digits of a character that is a number of another kind (⓿ ➃ ㈤ 𝟙 🄌), not of 五."""
    if unicodedata.category(char) not in {"Nd", "No"} and not "〡" <= char <= "〩":
        return None
    number = unicodedata.numeric(char, 0.5)
    if not number.is_integer():
        return None
    return str(int(number)), Step.WIDTH if "０" <= char <= "９" else Step.DIGITS


def _letter(char: str) -> str | None:
    """The plain letter inside a circle, square or brackets, or of a small capital."""
    if char in _SMALL_CAPITALS:
        return _SMALL_CAPITALS[char]
    if char in _EMOJI_WORDS:
        return _EMOJI_WORDS[char]
    code = ord(char)
    for first, letters in _ENCLOSED:
        if first <= code < first + letters:
            return chr(ord("a") + (code - first) % 26)
    inner = unicodedata.normalize("NFKC", char).strip("()〔〕") if "CIRCLE" in _name(char) else ""
    return inner if len(inner) == 1 and inner != char else None


def _name(char: str) -> str:
    name = unicodedata.name(char, "")
    return "CIRCLE" if name.startswith(("CIRCLED", "PARENTHESIZED", "SQUARED", "TORTOISE")) else ""


def _compatible(value: str) -> str:
    """NFKC, with every kind of space and line end made one of a kind."""
    if value in _KEPT_SIGNS:
        return value
    if value in "\u2028\u2029\x85\x0b\x0c":
        return "\n"
    plain = unicodedata.normalize("NFKC", value)
    return "".join(" " if unicodedata.category(char) == "Zs" else char for char in plain).replace("⁄", "/")


def _unaccented(value: str) -> str:
    """Latin, Greek and Cyrillic letters without their accents; whatever has none, as it is."""
    if value.isascii():
        return value
    apart = unicodedata.normalize("NFD", value)
    if len(apart) == len(value) or not apart[0].isalpha() or apart[0] > "\u052f":
        return "".join(char for char in value if not is_mark(char))
    return "".join(char for char in apart if not is_mark(char))


def _simple(value: str) -> str:
    table = simplified()
    return "".join([table.get(char, char) for char in value])


_CHANGES = {
    Step.WIDTH: _compatible,
    Step.CASE: str.lower,
    Step.MARKS: _unaccented,
    Step.SIMPLIFIED: _simple,
}


@cache
def character_table(steps: frozenset[Step]) -> CharacterTable:
    """The one table for these steps."""
    return CharacterTable(steps)


def fold_characters(text: str, steps: frozenset[Step]) -> Normalised:
    """Every single-character step at once."""
    table = character_table(steps)
    table.keep_small()
    pieces = [table[char] for char in text]
    folded = "".join(pieces)
    if folded == text:
        return untouched(text)
    if len(folded) == len(text) and "" not in pieces:
        changed = {place: table.masks[char] for place, char in enumerate(text) if char in table.masks}
        return replace(untouched(text), text=folded, changed=changed)
    return _mapped(text, folded, pieces, table.masks)


def _mapped(text: str, folded: str, pieces: list[str], masks: Mapping[str, int]) -> Normalised:
    """The map where characters vanished or became several; marks stay with what they decorate."""
    index: list[int] = []
    ends: list[int] = []
    changed: dict[int, int] = {}
    dropped: dict[int, int] = {}
    for place, piece in enumerate(pieces):
        mask = masks.get(text[place], 0)
        if piece:
            if mask:
                changed.update(dict.fromkeys(range(len(index), len(index) + len(piece)), mask))
            index.extend([place] * len(piece))
            ends.extend([place + 1] * len(piece))
        elif ends and ends[-1] == place and is_mark(text[place]):
            ends[-1] = place + 1
            changed[len(ends) - 1] = changed.get(len(ends) - 1, 0) | mask
        else:
            dropped[len(index)] = dropped.get(len(index), 0) | mask
    index.append(len(text))
    return Normalised(original=text, text=folded, index=index, ends=ends, changed=changed, dropped=dropped)
