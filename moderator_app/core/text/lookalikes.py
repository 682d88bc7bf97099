"""Letters of other scripts that look like Latin ones, read as Latin inside words that mix scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moderator_app.core.text.normalised import Normalised, Splice, Step, replaced

_CYRILLIC_LARGE = dict(zip("АВЕКМНОРСТУХЅІЈԚԜЬҮҺԌ", "abekmhopctyxsijqwbyhg", strict=True))
_CYRILLIC_SMALL = dict(zip("авекмнорстухѕіјԛԝьүһԁѵӏгпи", "abekmhopctyxsijqwbyhdvlrnu", strict=True))
_GREEK_LARGE = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "abezhikmnoptyxc", strict=True))
_GREEK_SMALL = dict(zip("αβγεηικμνορστυχωϲϳ", "abyenikuvopotuxwcj", strict=True))
_OTHERS = dict(zip("ᎪᏴᏟᎠᎬᏀᎻᏆᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃօոսցһᴦ", "abcdeghijklmprstvwzonugHr".lower(), strict=True))

LOOKALIKES: dict[str, str] = {**_CYRILLIC_LARGE, **_CYRILLIC_SMALL, **_GREEK_LARGE, **_GREEK_SMALL, **_OTHERS}
"""Look-alike as it was written → Latin letter."""

TECHNICAL = frozenset("αβγδεηκλμπρσφχψωΔΣΩΓΦΨ")
"""Greek letters that stand beside Latin ones in honest medicine and engineering (TNFα, μm, κ链)."""

_FOREIGN = "\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u13a0-\u13f5\uab70-\uabbf\u1d26"
_HAS_FOREIGN = re.compile(f"[{_FOREIGN}]")
_WORD = re.compile(f"[a-zA-Z{_FOREIGN}]+")
_LATIN = re.compile("[a-zA-Z]")


def mixed_words(text: str) -> Iterator[tuple[int, int]]:
    """Where Latin letters and letters of other scripts stand in one word."""
    for found in _WORD.finditer(text):
        if _HAS_FOREIGN.search(found[0]) and _LATIN.search(found[0]):
            yield found.span()


def fold_lookalikes(source: Normalised) -> Normalised:
    """Look-alikes inside mixed words become the Latin letters that they pass for."""
    if not _HAS_FOREIGN.search(source.text):
        return source
    splices = [
        Splice(place, place + 1, latin, Step.LOOKALIKES)
        for start, end in mixed_words(source.text)
        for place in range(start, end)
        if (latin := _latin(source, place))
    ]
    return replaced(source, splices) if splices else source


def _latin(source: Normalised, place: int) -> str:
    """The Latin letter for the look-alike at `place`: its shape is that of the original, in its case."""
    folded = source.text[place]
    written = source.original[source.index[place]]
    return LOOKALIKES.get(written) or LOOKALIKES.get(folded, "")
