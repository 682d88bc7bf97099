"""Finds members as one types: by name, card and alias, by pinyin initials and by pinyin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from operator import itemgetter

from moderator_app.core.roster.likeness import Likeness
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.names import folded, names_of
from moderator_app.core.roster.pinyin import spellings

_SOUNDING = 4
"""What is written like the query goes before what sounds like it."""

_NO_MARKS = {ord("\n"): " ", ord("\0"): " "}
"""A line break begins each line of what is searched, and a zero ends the lines of one member."""

Ranks = dict[int, int]
"""For each member that fits (by place in the list) how well: the smaller the better."""


class _Lines:
    """Many short texts as one long one, so that a few passes of C code search them all."""

    def __init__(self, lines: Iterable[tuple[int, str]]) -> None:
        parts: list[str] = []
        self._owners: list[int] = []
        self._starts: list[int] = []
        place = 0
        for owner, own in groupby(lines, key=itemgetter(0)):
            parts.append("".join(f"\n{text}" for _, text in own) + "\n\0")
            self._owners.append(owner)
            self._starts.append(place)
            place += len(parts[-1])
        self._text = "".join(parts)

    def ranks(self, pattern: str, *, inside: bool = True) -> Ranks:
        """For each owner of a line that fits how well the best of them does.

        0 the whole line, 1 its start, 2 the start of another reading (see `spellings`), 3 `inside`.
        """
        within = self._hits(rf"{pattern}[^\0]*") if inside else ()
        ranks = dict.fromkeys(self._owned(hit.start() for hit in within), 3)
        ranks |= dict.fromkeys(self._owned(hit.start() for hit in self._hits(rf"\n'{pattern}")), 2)
        begun = [hit.span() for hit in self._hits(rf"\n{pattern}")]
        ranks |= dict.fromkeys(self._owned(start for start, _ in begun), 1)
        ranks |= dict.fromkeys(self._owned(start for start, end in begun if self._text[end] == "\n"), 0)
        return ranks

    def _hits(self, pattern: str) -> Iterator[re.Match[str]]:
        return re.finditer(pattern, self._text)

    def _owned(self, places: Iterable[int]) -> Iterator[int]:
        """Whose lines are at these places."""
        return (self._owners[bisect_right(self._starts, place) - 1] for place in places)


class MemberIndex:
    """The members of a group made ready for searching; make a new one when they change."""

    def __init__(self, members: Iterable[Member]) -> None:
        self.members = tuple(members)
        self._likeness: Likeness | None = None

    def search(self, query: str) -> tuple[Member, ...]:
        """The members that fit every word of the query, best first; all of them for an empty one."""
        words = [_sought(word) for word in query.split()]
        found: Ranks | None = None
        for word in words:
            ranks = self._word(word)
            found = ranks if found is None else {i: found[i] + ranks[i] for i in found.keys() & ranks.keys()}
        if found is None:
            return self.members
        many, places = len(self.members), self._places
        best_first = sorted([rank * many + places[i] for i, rank in found.items()])
        return tuple([self._shortest_first[place % many] for place in best_first])

    @cached_property
    def _shortest_first(self) -> list[Member]:
        return sorted(self.members, key=lambda member: len(member.name))

    @cached_property
    def _places(self) -> list[int]:
        """For each member the place among those with the shortest name first."""
        by_length = sorted(range(len(self.members)), key=lambda i: len(self.members[i].name))
        places = {i: place for place, i in enumerate(by_length)}
        return [places[i] for i in range(len(by_length))]

    def _word(self, word: str) -> Ranks:
        ranks = self._names.ranks(re.escape(word))
        if word.isascii() and word.isalnum():
            # A single letter must begin the name: inside, it would find half the group.
            spelt = self._sounds.ranks(_spelt_like(word), inside=len(word) > 1)
            ranks = {i: rank + _SOUNDING for i, rank in spelt.items()} | ranks
        return ranks

    @cached_property
    def _names(self) -> _Lines:
        return _Lines((i, _sought(name)) for i, m in enumerate(self.members) for name in names_of(m))

    @cached_property
    def _sounds(self) -> _Lines:
        return _Lines(
            (i, spelling)
            for i, member in enumerate(self.members)
            for name in names_of(member)
            for spelling in spellings(folded(name))
        )

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


def _sought(name: str) -> str:
    """The folded name without what marks lines; as spellings never have it."""
    return folded(name).translate(_NO_MARKS)


def _spelt_like(word: str) -> str:
    """Each letter goes on with a syllable or begins the next one: zs, zhangs, zsan all find ZhangSan."""
    first, rest = word[0].upper(), word[1:].upper()
    return first + "".join(f"(?:{letter.lower()}|[a-z]*{letter})" for letter in rest)


def search(query: str, members: Iterable[Member]) -> tuple[Member, ...]:
    """One search; who searches again and again keeps a MemberIndex."""
    return MemberIndex(members).search(query)


def candidates(name: str, members: Iterable[Member]) -> tuple[Member, ...]:
    """The members that a copied name may mean, best first; nobody is ever merged by this."""
    return MemberIndex(members).candidates(name)
