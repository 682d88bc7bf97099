"""One and the same sign strewn between single characters (大l量l现l货), read as if it were not there."""

from __future__ import annotations

import re

from moderator_app.core.text.normalised import Normalised, Splice, Step, replaced

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
# Of letters two are enough, nobody writes so; signs and blanks also stand in honest lists.
_LETTERS = rf"[{_HAN}]([a-z0-9])[{_HAN}](?:\1[{_HAN}])+"
_SIGNS = rf"[{_HAN}]([^{_HAN}a-z0-9\n。！？!?,，、;；:：])[{_HAN}](?:\2[{_HAN}]){{2,}}"
_STREWN = re.compile(f"{_LETTERS}|{_SIGNS}")
_COUNTED = re.compile("[甲乙丙丁东南西北前后左右上下一二三四五六七八九十]")


def drop_strewn_fillers(source: Normalised) -> Normalised:
    """Single characters held apart by the same letter, digit, sign or blank become a word again."""
    splices = [
        Splice(place, place + 1, "", Step.STREWN_FILLERS)
        for found in _STREWN.finditer(source.text)
        if len(_COUNTED.findall(found[0])) < 2
        for place in range(found.start() + 1, found.end(), 2)
    ]
    return replaced(source, splices) if splices else source
