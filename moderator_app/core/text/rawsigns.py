"""Signs of disguise that only the raw text shows, read before normalising wipes them out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from moderator_app.core.rules.verdict import Span
from moderator_app.core.text.characters import BLANK_LETTERS
from moderator_app.core.text.lookalikes import LOOKALIKES, TECHNICAL, mixed_words


class Sign(StrEnum):
    """The kinds of disguise."""

    STYLED_LETTERS = "styled-letters"
    LOOKALIKES = "look-alikes"
    COMBINING_MARKS = "combining-marks"
    ZERO_WIDTH = "zero-width"
    ODD_SEPARATORS = "odd-separators"
    MIXED_DIGITS = "mixed-digits"


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSign:
    """One disguise: its kind and where it stands in the original."""

    kind: Sign
    span: Span


_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = rf"[{_HAN}a-zA-Z0-9]"
_STYLED = re.compile(
    "[\U0001d400-\U0001d7cb\U0001d7ce-\U0001d7ff\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f172-"
    "\U0001f17d\U0001f180-\U0001f189\u24b6-\u24e9]+"
)
_SMALL_CAPITALS = re.compile(
    "[ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ]+[a-zA-Z0-9]*(?:[ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ]+[a-zA-Z0-9]*)*"
)
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_DECORATED = re.compile(rf"(?:{_WORD}[{_MARKS}]+)+")
_PINYIN = re.compile(
    "[aeiouvAEIOUVnNmM][\u0300\u0301\u0304\u030c\u0308]{1,2}|[0-9#*]\u20e3"
    "|[a-zA-Z][\u0300-\u0304\u0306-\u030c\u0327\u0328\u031b\u0323]"
)
_UNSEEN = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0001-\U000e007f\ufff9-\ufffb"
)
_ZERO_WIDTH = re.compile(rf"{_WORD}(?:[{_UNSEEN}]+{_WORD})+")
_BLANKS = re.compile(rf"(?:{_WORD}[{BLANK_LETTERS}]+){{2,}}{_WORD}")
_HIDDEN = re.compile(f"[{_UNSEEN}{BLANK_LETTERS}]")
_SEPARATED = re.compile(
    rf"(?<![{_HAN}])[{_HAN}]([*·•●.。_|~^#`'°丨丶灬∙・＊｜～+＋=¤※]"
    rf"|[\U0001f000-\U0001faff\u2600-\u27bf]\ufe0f?"
    rf"|\[[^\[\]\s]{{1,4}}\])[{_HAN}](?:\1[{_HAN}])+(?![{_HAN}])"
)
_NUMERALS = frozenset("一二三四五六七八九十甲乙丙丁上下左右东南西北")
_DIGITS = re.compile(r"[\d①-⑨❶-❾➀-➈➊-➒⓪⓿㈠-㈨㊀-㊈⑴-⑼⒈-⒐🄋🄌]{5,}")
_PLAIN_DIGITS = re.compile(r"[0-9]+|[０-９]+|[①-⑨⓪]+|[❶-❾⓿]+|[➀-➈🄋]+|[➊-➒🄌]+|[㈠-㈨]+|[㊀-㊈]+|[⑴-⑼]+|[⒈-⒐]+")


def raw_signs(text: str) -> tuple[RawSign, ...]:
    """Every disguise in `text`, in order of place; honest blanks, emoji and pinyin are none."""
    if text.isascii():
        return ()
    signs = [RawSign(kind=kind, span=span) for kind, find in _FINDERS for span in find(text)]
    return tuple(sorted(signs, key=lambda sign: (sign.span, sign.kind)))


def _styled(text: str) -> Iterator[Span]:
    """Mathematical, circled and squared letters; small capitals where two stand together."""
    for found in _STYLED.finditer(text):
        yield found.span()
    for found in _SMALL_CAPITALS.finditer(text):
        if len(found[0]) > 1:
            yield found.span()


def _lookalikes(text: str) -> Iterator[Span]:
    """Words that mix scripts; a single Greek letter of medicine or engineering is honest."""
    for start, end in mixed_words(text):
        foreign = [char for char in text[start:end] if char > "\x7f"]
        if any(char in LOOKALIKES and char not in TECHNICAL for char in foreign):
            yield start, end


def _combining(text: str) -> Iterator[Span]:
    """Marks over Chinese characters and digits, or heaped over letters; accents and keycaps are honest."""
    for found in _DECORATED.finditer(text):
        if _PINYIN.sub("", found[0]):
            yield found.span()


def _zero_width(text: str) -> Iterator[Span]:
    """Unseen characters inside a word; blank letters only where they part a word one by one."""
    for pattern in (_ZERO_WIDTH, _BLANKS) if _HIDDEN.search(text) else ():
        for found in pattern.finditer(text):
            yield found.span()


def _separated(text: str) -> Iterator[Span]:
    """Single Chinese characters, three or more, held apart by the same odd sign."""
    for found in _SEPARATED.finditer(text):
        if not _NUMERALS.issuperset(found[0][::2]):
            yield found.span()


def _mixed_digits(text: str) -> Iterator[Span]:
    """One number written in digits of several kinds."""
    for found in _DIGITS.finditer(text):
        if len(_PLAIN_DIGITS.findall(found[0])) > 1:
            yield found.span()


_FINDERS: tuple[tuple[Sign, Callable[[str], Iterator[Span]]], ...] = (
    (Sign.STYLED_LETTERS, _styled),
    (Sign.LOOKALIKES, _lookalikes),
    (Sign.COMBINING_MARKS, _combining),
    (Sign.ZERO_WIDTH, _zero_width),
    (Sign.ODD_SEPARATORS, _separated),
    (Sign.MIXED_DIGITS, _mixed_digits),
)
