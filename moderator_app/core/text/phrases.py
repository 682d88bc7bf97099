"""Finding thousands of words at once, also where fillers are strewn between their characters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import add, itemgetter
from typing import NamedTuple

from moderator_app.core.rules.verdict import Span
from moderator_app.core.text.fillers import gaps, is_filler, is_soft
from moderator_app.core.text.links import link_places
from moderator_app.core.text.normalised import Normalised
from moderator_app.core.text.vocabulary import Vocabulary, Word


class Match(NamedTuple):
    """One word found: `start` and `end` in the original, `place` in the normalised text.

    `gap` is true where fillers stand between its characters; `steps` are those of normalising
    without which it would not have been found.
    """

    word: str
    start: int
    end: int
    place: Span
    gap: bool = False
    steps: tuple[str, ...] = ()


_Found = tuple[Word, int, int]
"""A word and where it stands in a normalised text."""

_where = itemgetter(slice(1, 3))
_known = itemgetter(1)


class PhraseMatcher:
    """Words laid out once; `find` looks for all of them in one pass over a text.

    Words as they are written are looked up by their first two characters. Words with fillers in
    them are looked for only where a run of fillers parts two characters that stand side by side
    in some word: most runs part nothing of the kind.

    Latin words and numbers respect their borders (wx is not in xwxy) and are not looked for
    inside web addresses, unless the word itself holds a dot or slash.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._vocabulary = Vocabulary(words)
        self.words = self._vocabulary.words

    def find(self, source: Normalised) -> list[Match]:
        """All matches, also those inside one another, in order of place."""
        found = self._find_in(source, ((0, len(source.text)),))
        if source.before_words is not None:
            known = {match[:3] for match in found}
            earlier = self._find_in(source.before_words, self._rewritten(source, source.before_words))
            found += [match for match in earlier if match[:3] not in known]
        found.sort(key=_where)
        return found

    def _rewritten(self, after: Normalised, before: Normalised) -> list[Span]:
        """Between which places of `before` a word may begin that rewriting has hidden."""
        spans: list[Span] = []
        for place in after.rewritten:
            start = bisect_left(before.index, after.index[place]) - self._vocabulary.longest
            end = bisect_left(before.index, after.ends[place]) + 1
            if spans and start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((max(0, start), end))
        return spans

    def _find_in(self, source: Normalised, spans: Sequence[Span]) -> list[Match]:
        """The words that begin in these parts of one text, and everywhere those with fillers in them."""
        text = source.text
        found = [place for span in spans for place in self._written(text, *span)]
        strewn = list(self._strewn(text))
        links = link_places(text) if any(word.linkable for word, *_ in (*found, *strewn)) else ()
        if links:
            found = [place for place in found if not _inside(place, links)]
            strewn = [place for place in strewn if not _inside(place, links)]
        return [*_matches(source, found, gap=False), *_matches(source, strewn, gap=True)]

    def _written(self, text: str, first: int, last: int) -> Iterator[_Found]:
        """The words that stand there as they are."""
        part = text[first:last]
        pairs = map(self._vocabulary.pairs.get, map(add, part, text[first + 1 : last + 1]))
        singles = map(self._vocabulary.singles.get, part)
        for several in (pairs, singles):
            for start, words in filter(_known, enumerate(several, first)):
                for word in words or ():
                    plain = word.plain
                    if text.startswith(plain, start):
                        end = start + len(plain)
                        if not word.bordered or _stands_alone(text, start, end):
                            yield word, start, end

    def _strewn(self, text: str) -> Iterator[_Found]:
        """The words that stand there with fillers between their characters."""
        skips = gaps(text)
        words = self._vocabulary
        for gap, behind in skips.items():
            following = text[behind : behind + 1]
            if gap and text[gap - 1] + following in words.neighbours:
                for start in range(max(0, gap - words.longest + 1), gap):
                    goes_on = text[start:gap] + following in words.prefixes
                    if goes_on and text[start : gap + 1] not in words.prefixes:
                        yield from self._walk(text, skips, start, gap)

    def _walk(self, text: str, skips: Mapping[int, int], start: int, gap: int) -> Iterator[_Found]:
        """Every word that begins at `start`, has its first run of fillers at `gap`, and goes on behind it."""
        words = self._vocabulary
        known, place, skipped = text[start:gap], gap, list[Span]()
        while True:
            following = text[place : place + 1]
            if not following or known + following not in words.prefixes:
                behind = skips.get(place, len(text))
                following = text[behind : behind + 1]
                if not following or known + following not in words.prefixes:
                    return
                skipped.append((place, behind))
                place = behind
            known += following
            place += 1
            for word in words.by_plain.get(known, ()):
                if _stands_alone(text, start, place) and _hides(text, start, place, skipped):
                    yield word, start, place


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no Latin word and no number goes on beyond what was read."""
    if start and _continues(text[start - 1], text[start]):
        return False
    return end >= len(text) or not _continues(text[end - 1], text[end])


def _continues(left: str, right: str) -> bool:
    """Whether two neighbours belong to one Latin word or one number."""
    return (_is_latin(left) and _is_latin(right)) or (_is_digit(left) and _is_digit(right))


def _is_latin(char: str) -> bool:
    return "a" <= char <= "z" or "A" <= char <= "Z"


def _is_digit(char: str) -> bool:
    return "0" <= char <= "9"


def _hides(text: str, start: int, end: int, skipped: Sequence[Span]) -> bool:
    """Whether gaps are a disguise and not the border of two honest words (出现,货到了 · the rapist).

    A gap of spaces and commas counts where the characters are spelled out one by one: every
    place in the word has its gap, and a word of two stands apart from its neighbours as well.
    Latin letters always want all their gaps.
    """
    length = end - start - sum(last - first for first, last in skipped)
    spelled_out = len(skipped) == length - 1
    if any(_is_latin(text[first - 1]) and _is_latin(text[last]) for first, last in skipped):
        return spelled_out
    if not all(is_soft(text[first:last]) for first, last in skipped):
        return True
    if length == 2:
        return is_filler(text, start - 1) or is_filler(text, end)
    return spelled_out or length >= 4


def _matches(source: Normalised, found: Iterable[_Found], *, gap: bool) -> Iterator[Match]:
    original, index, ends, steps_in = source.original, source.index, source.ends, source.steps_in
    for (word, _, _, _), first, last in found:
        start, end = index[first], ends[last - 1]  # a word is never empty
        steps = () if original[start:end] == word else steps_in(first, last)
        yield Match(word, start, end, (first, last), gap, steps)


def _inside(found: _Found, links: Sequence[Span]) -> bool:
    """Whether a Latin word stands inside a web address (wx, weixin in mp.weixin.qq.com)."""
    word, start, end = found
    if not word.linkable:
        return False
    place = bisect_right(links, start, key=lambda link: link[0]) - 1
    return place >= 0 and end <= links[place][1]
