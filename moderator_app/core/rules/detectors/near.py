"""Words that mean something only near one another: 约 … 打架, 把 … 图纸 … 发给."""

from __future__ import annotations

import re
from collections.abc import Iterable

from moderator_app.core.rules.detectors.base import Detector, Factory, Given, Patterns
from moderator_app.core.text.normalise import normalise

_CLAUSE, _SENTENCE = r"[^,。!?;:…\n]", r"[^。!?…\n]"


def _near(given: Given) -> Detector:
    """A word of `first`, then one of `then`, then one of `last` (where given), close together.

    Each list is a list, or one text whose words are parted by blanks. At most `within` characters
    lie between two of them, none of them punctuation; with `across: sentence` commas may. With
    `order: any` the first two may stand the other way round. A place that holds a word of `spare`
    is let be.
    """
    gap = _SENTENCE if given.one_of("across", ("clause", "sentence"), "clause") == "sentence" else _CLAUSE
    between = rf"{gap}{{0,{given.count('within', 8)}}}?"
    first, then, last = (_words(given, key) for key in ("first", "then", "last"))
    groups = [first, then, last] if last else [first, then]
    patterns = [_pattern(groups, between)]
    if given.one_of("order", ("given", "any"), "given") == "any":
        patterns.append(_pattern([then, first, *groups[2:]], between))
    return Patterns(patterns, spare=_words(given, "spare"))


def _words(given: Given, key: str) -> tuple[str, ...]:
    """The words of an option; each on a line of its own, for 发 转 传 on one line would read as 发转传."""
    lines = "\n".join(word for text in given.texts(key) for word in text.split())
    return tuple(normalise(lines).text.split())


def _pattern(groups: Iterable[Iterable[str]], between: str) -> re.Pattern[str]:
    """Nothing but literal words and bounded gaps: it cannot run away. An empty list matches nothing."""
    return re.compile(between.join(f"(?:{'|'.join(map(re.escape, words)) or '(?!)'})" for words in groups))


FACTORIES: dict[str, Factory] = {"near": _near}
