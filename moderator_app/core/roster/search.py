"""Finds members as one types: by name, card and alias, by pinyin initials and by pinyin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from moderator_app.core.roster.likeness import Likeness
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.names import folded, names_of
from moderator_app.core.roster.pinyin import spellings

_WRITTEN, _SOUNDING = 0, 4
"""What is written like the query goes before what sounds like it."""

Ranks = dict[int, int]
"""For each member that fits (by place in the list) how well: the smaller the better."""


class _Lines:
    """Many short texts as one long one, so that one pass of C code searches them all."""

    def __init__(self, lines: Iterable[tuple[int, str]]) -> None:
        owners, texts = zip(*lines, strict=True) if (lines := list(lines)) else ((), ())
        self._owners: tuple[int, ...] = owners
        self._text = "\n".join(texts) + "\n"
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """For each line that fits its owner and how well it fits.

        0 the whole line, 1 its start, 2 the start of another reading (see `spellings`), 3 inside.
        """
        end = 0
        while hit := pattern.search(self._text, end):
            line = bisect_right(self._starts, hit.start()) - 1
            start, end = self._starts[line], self._starts[line + 1]
            if hit.start() == start:
                yield self._owners[line], int(hit.end() < end - 1)
            else:
                yield self._owners[line], 2 if self._text[start] == "'" and hit.start() == start + 1 else 3


class MemberIndex:
    """The members of a group made ready for searching; make a new one when they change."""

    def __init__(self, members: Iterable[Member]) -> None:
        self.members = tuple(members)
        self._names = _Lines((i, folded(name)) for i, m in enumerate(self.members) for name in names_of(m))
        self._sounds: _Lines | None = None
        self._likeness: Likeness | None = None

    def search(self, query: str) -> tuple[Member, ...]:
        """The members that fit every word of the query, best first; all of them for an empty one."""
        words = [folded(word) for word in query.split()]
        found: Ranks | None = None
        for word in words:
            ranks = self._word(word)
            found = ranks if found is None else {i: found[i] + ranks[i] for i in found.keys() & ranks.keys()}
        if found is None:
            return self.members
        best_first = sorted(found, key=lambda i: (found[i], len(self.members[i].name), i))
        return tuple(self.members[i] for i in best_first)

    def _word(self, word: str) -> Ranks:
        ranks = _ranked(self._names, re.compile(re.escape(word)), _WRITTEN)
        if word.isascii() and word.isalnum():
            for i, rank in _ranked(self._spelt(), _spelt_like(word), _SOUNDING).items():
                ranks.setdefault(i, rank)
        return ranks

    def _spelt(self) -> _Lines:
        if self._sounds is None:
            self._sounds = _Lines(
                (i, spelling)
                for i, member in enumerate(self.members)
                for name in names_of(member)
                for spelling in spellings(folded(name))
            )
        return self._sounds

    def exactly(self, name: str) -> tuple[Member, ...]:
        """The members who bear this name, card or alias."""
        return self._alike().exactly(name)

    def candidates(self, name: str) -> tuple[Member, ...]:
        """The members that a copied name may mean, best first."""
        return self._alike().candidates(name)

    def _alike(self) -> Likeness:
        if self._likeness is None:
            self._likeness = Likeness(self.members)
        return self._likeness


def _ranked(lines: _Lines, pattern: re.Pattern[str], best: int) -> Ranks:
    ranks: Ranks = {}
    for owner, fit in lines.find(pattern):
        ranks[owner] = min(best + fit, ranks.get(owner, best + fit))
    return ranks


def _spelt_like(word: str) -> re.Pattern[str]:
    """Each letter goes on with a syllable or begins the next one: zs, zhangs, zsan all find ZhangSan.

    A single letter must begin the name: inside, it would find half the group.
    """
    first, rest = word[0].upper(), word[1:].upper()
    if not rest:
        return re.compile(f"^'?{first}", re.MULTILINE)
    return re.compile(first + "".join(f"(?:{letter.lower()}|[a-z]*{letter})" for letter in rest))


def search(query: str, members: Iterable[Member]) -> tuple[Member, ...]:
    """One search; who searches again and again keeps a MemberIndex."""
    return MemberIndex(members).search(query)


def candidates(name: str, members: Iterable[Member]) -> tuple[Member, ...]:
    """The members that a copied name may mean, best first; nobody is ever merged by this."""
    return MemberIndex(members).candidates(name)
