"""Finding thousands of words at once, also where fillers are strewn between their characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from moderator_app.core.rules.verdict import Span
from moderator_app.core.text.fillers import MAX_FILLERS, gaps, is_filler, is_soft
from moderator_app.core.text.links import link_places
from moderator_app.core.text.normalise import normalise
from moderator_app.core.text.normalised import ALL_STEPS, Normalised, Step

_WORD_STEPS = frozenset({Step.CONTACT_WORDS, Step.SPOKEN_DIGITS})
_CHARACTER_STEPS = ALL_STEPS - _WORD_STEPS
_LONGEST_FILLER = 8
"""A face code is one filler of up to eight characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
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

    @property
    def span(self) -> Span:
        """Start and end in the original."""
        return (self.start, self.end)


class _Branch(dict[str, "_Branch"]):
    """A place in the tree: the next characters, and the word that ends here."""

    __slots__ = ("word",)

    def __init__(self) -> None:
        super().__init__()
        self.word = ""


class PhraseMatcher:
    """Words built into a tree once; `find` walks it from every character of a text.

    Latin words and numbers respect their borders (wx is not in xwxy) and are not looked for
    inside web addresses, unless the word itself holds a dot or slash.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._root: dict[str, _Branch] = {}
        self.words = tuple(dict.fromkeys(word for word in words if word.strip()))
        self._longest = 0
        for word in self.words:
            self._add(word)

    def _add(self, word: str) -> None:
        plain = normalise(word, steps=_CHARACTER_STEPS).text.strip()
        if plain:
            self._longest = max(self._longest, len(plain) * (1 + MAX_FILLERS * _LONGEST_FILLER))
            branch = self._root.setdefault(plain[0], _Branch())
            for char in plain[1:]:
                branch = branch.setdefault(char, _Branch())
            branch.word = branch.word or word

    def find(self, source: Normalised) -> list[Match]:
        """All matches, also those inside one another, in order of place; see `longest`."""
        found = self._find_in(source)
        if source.before_words is not None:
            known = {(match.word, match.start, match.end) for match in found}
            earlier = self._find_in(source.before_words, *self._rewritten(source, source.before_words))
            found += [match for match in earlier if (match.word, match.start, match.end) not in known]
            found.sort(key=lambda match: (match.start, match.end))
        return found

    def _rewritten(self, after: Normalised, before: Normalised) -> Span:
        """Between which places of `before` a word may begin that rewriting has hidden."""
        same = _alike(before.text, after.text)
        same_behind = _alike(before.text[:same:-1], after.text[:same:-1])
        return max(0, same - self._longest), len(before.text) - same_behind

    def _find_in(self, source: Normalised, first: int = 0, last: int | None = None) -> list[Match]:
        text, root = source.text, self._root
        skips = gaps(text)
        found: list[Match] = []
        for place, char in enumerate(text[first:last], first):
            branch = root.get(char)
            if branch is not None:
                following = text[place + 1 : place + 2]
                if branch.word or following in branch or place + 1 in skips:
                    found += _walk(source, skips, place, branch)
        return _outside_links(text, found) if found else found


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))


def _walk(source: Normalised, skips: dict[int, int], start: int, branch: _Branch) -> list[Match]:
    """Every word that begins at `start`."""
    text = source.text
    found: list[Match] = []
    skipped: list[Span] = []
    place = start + 1
    while True:
        if branch.word and _fits(text, start, place, skipped):
            found.append(_match(source, branch.word, (start, place), bool(skipped)))
        following = branch.get(text[place]) if place < len(text) else None
        if following is None and place in skips and skips[place] < len(text):
            following = branch.get(text[skips[place]])
            if following is not None:
                skipped.append((place, skips[place]))
                place = skips[place]
        if following is None:
            return found
        branch = following
        place += 1


def _fits(text: str, start: int, end: int, skipped: Sequence[Span]) -> bool:
    """Whether what was read is that word: its borders hold and its gaps are meant to hide it."""
    if start and _continues(text[start - 1], text[start]):
        return False
    if end < len(text) and _continues(text[end - 1], text[end]):
        return False
    return not skipped or _hides(text, start, end, skipped)


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


def _match(source: Normalised, word: str, place: Span, gap: bool) -> Match:
    start, end = source.span(*place)
    written = source.original[start:end]
    steps = () if written == word else source.steps_in(*place)
    return Match(word=word, start=start, end=end, place=place, gap=gap, steps=steps)


def _outside_links(text: str, found: list[Match]) -> list[Match]:
    """The matches without Latin words inside a web address (wx, weixin in mp.weixin.qq.com)."""
    links = link_places(text)
    if not links:
        return found
    return [match for match in found if not _inside(match, links)]


def _inside(match: Match, links: Sequence[Span]) -> bool:
    if not match.word.isascii() or "." in match.word or "/" in match.word:
        return False
    place = bisect_right(links, match.place[0], key=lambda link: link[0]) - 1
    return place >= 0 and match.place[1] <= links[place][1]


def longest(matches: Iterable[Match]) -> list[Match]:
    """The matches that lie in no longer one."""
    kept: list[Match] = []
    reach = -1
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        if match.end > reach:
            kept.append(match)
            reach = match.end
    return kept


def covered(span: Span, covers: Iterable[Span]) -> bool:
    """Whether one of `covers` holds the whole of `span`: what lets an allow-phrase win over a hit."""
    start, end = span
    return any(first <= start and end <= last for first, last in covers)
