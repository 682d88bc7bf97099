"""What people strew between the characters of a word so that nobody finds it, and what ends a sentence."""

from __future__ import annotations

import re

from moderator_app.core.text.faces import EMOJI

MAX_FILLERS = 3
SENTENCE_END = "。!?;\n\r"

_CODE = r"\[[^\[\]\s]{1,6}\]"
_SIGN = r"[ \t…‥,、:.·•・‧∙*×\-–—―_~^#@&%$+=|/\\<>《》「」『』()【】{}'\"“”‘’`´°丶丨灬]"
_UNIT = re.compile(f"{_CODE}|{_SIGN}|{EMOJI}")
_RUN = re.compile(f"(?:{_CODE}|{_SIGN}|{EMOJI})+")
_SOFT = re.compile(r"[ \t,、:()/~\-“”\"'‘’…]+\Z")


def gaps(text: str) -> dict[int, int]:
    """Start of each run of one to three fillers → where a word may go on behind it."""
    found: dict[int, int] = {}
    for run in _RUN.finditer(text):
        start, end = run.span()
        if end - start <= MAX_FILLERS or len(_UNIT.findall(run[0])) <= MAX_FILLERS:
            found[start] = end
    return found


def is_soft(gap: str) -> bool:
    """Whether a gap holds only what also stands between honest words: spaces, commas, brackets."""
    return _SOFT.match(gap) is not None


def is_filler(text: str, place: int) -> bool:
    """Whether the character at `place` is a filler, a sentence's end or the end of the text."""
    return not 0 <= place < len(text) or text[place] in SENTENCE_END or _UNIT.match(text, place) is not None
