"""Chinese digits (幺三八 …) read as digits where a telephone number or an account is being given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moderator_app.core.text.normalised import Normalised, Splice, Step, replaced

_GROUPS = ("零〇○洞", "一幺壹弌", "二贰两弍", "三叁弎", "四肆", "五伍", "六陆", "七柒拐", "八捌", "九玖勾")
DIGITS: dict[str, str] = {char: str(value) for value, group in enumerate(_GROUPS) for char in group}
"""Spoken or banker's digit → plain digit."""

_SPOKEN = "".join(_GROUPS)
_RUN = re.compile(
    rf"(?<![{_SPOKEN}\d])[{_SPOKEN}\d]"
    rf"(?:[ \-_.·*,]{{0,2}}[{_SPOKEN}\d]){{4,15}}(?![{_SPOKEN}\d十百千万亿])"
)
_INTRODUCED = re.compile(
    r"(?:电话|手机|号码|热线|联系|致电|拨打|来电|微信|qq|tel|加|群号|账号|[:])"
    r"\s?(?:号码|号|是|为|我)?[ :]{0,3}\Z"
)
_COUNTING = re.compile(r"一二三|二三四|三四五|四五六|五六七|六七八|七八九")


def fold_spoken_digits(source: Normalised) -> Normalised:
    """Runs of Chinese digits that are a telephone number, or are introduced as a number, become digits."""
    if not any(char in source.text for char in _SPOKEN):
        return source
    splices = [splice for found in _RUN.finditer(source.text) for splice in _read(source.text, found)]
    return replaced(source, splices) if splices else source


def _read(text: str, found: re.Match[str]) -> Iterator[Splice]:
    """The digits of one run, if it is a number that somebody gives."""
    plain = "".join(DIGITS.get(char, char) for char in found[0] if char in DIGITS or char.isdigit())
    spoken = sum(char in DIGITS for char in found[0])
    if not spoken or not _is_number(plain, found[0], text[max(0, found.start() - 8) : found.start()]):
        return
    for place, char in enumerate(found[0], found.start()):
        if char in DIGITS:
            yield Splice(place, place + 1, DIGITS[char], Step.SPOKEN_DIGITS)


def _is_number(plain: str, written: str, before: str) -> bool:
    """A mobile number by its shape; anything shorter only where it is introduced and is no counting."""
    if len(plain) == 11 and plain[0] == "1" and plain[1] in "3456789":
        return True
    return len(plain) >= 6 and _INTRODUCED.search(before) is not None and not _COUNTING.search(written)
