"""The same letter or digit strewn between single characters (大l量l现l货), read as if it were not there."""

from __future__ import annotations

import re

from moderator_app.core.text.normalised import Normalised, Splice, Step, replaced

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_STREWN = re.compile(rf"[{_HAN}]([a-z0-9])[{_HAN}](?:\1[{_HAN}])+")
_LISTED = re.compile(r"[甲乙丙丁东南西北前后左右上下一二三四五六七八九十]")


def drop_letter_fillers(source: Normalised) -> Normalised:
    """Three single characters or more, held apart by one and the same letter or digit, become a word."""
    splices = [
        Splice(place, place + 1, "", Step.LETTER_FILLERS)
        for found in _STREWN.finditer(source.text)
        if not _LISTED.search(found[0])
        for place in range(found.start() + 1, found.end(), 2)
    ]
    return replaced(source, splices) if splices else source
