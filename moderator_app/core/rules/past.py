"""The group's history as the judge sees it: what was checked before, and which of it is nearly this.

Texts are compared by their character bigrams. Emoji, blanks and punctuation do not count, nor does
the order of sentences; each bigram is kept as a number of 20 bits, so that a history without texts
cannot simply be read back.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from itertools import pairwise
from math import ceil, floor

from moderator_app.core.rules.verdict import Level
from moderator_app.core.text.simplified import simplified

Pieces = frozenset[int]
"""A text as the set of its bigrams, each as a number below 2 ** 20."""

READ = 4_000
"""Characters of a text that are compared; what follows changes no likeness."""

_WORK = 20_000
"""Pieces that one question may compare: thousands of near copies cost no more than a few."""

_FUZZ = 1e-9
"""What a share may be off by, being a fraction in binary."""

_ENDS = re.compile(r"[。！？；!?;\n\r\u2028]+")
_NOT_LETTERS = re.compile(r"[\W_]+")


class Outcome(StrEnum):
    """What became of a checked message."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    CLEARED = "cleared"


@cache
def _simple() -> dict[int, str]:
    return str.maketrans(simplified())


def pieces_of(text: str) -> Pieces:
    """The bigrams of letters and digits in each sentence; a sentence of one letter gives none."""
    plain = unicodedata.normalize("NFKC", text[:READ]).lower().translate(_simple())
    found: set[int] = set()
    for sentence in _ENDS.split(plain):
        codes = [ord(char) for char in _NOT_LETTERS.sub("", sentence)]
        found.update(
            (left * 0x9E3779B1 + right * 0x85EBCA6B & 0xFFFFFFFF) >> 12 for left, right in pairwise(codes)
        )
    return frozenset(found)


def alike(mine: Pieces, other: Pieces) -> float:
    """The share of bigrams that two texts have in common (Jaccard), 0 where either has none."""
    shared = len(mine & other)
    return shared / (len(mine) + len(other) - shared) if shared else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One message that was checked: who said it and when, what it broke, and what became of it.

    `member` is the id of the member, or ""; `text` is "" where texts are not kept, and then
    `pieces` alone tell what it was like.
    """

    id: str
    at: datetime
    member: str = ""
    name: str = ""
    text: str = ""
    pieces: Pieces = frozenset()
    level: Level = Level.OK
    rules: tuple[str, ...] = ()
    outcome: Outcome = Outcome.OPEN

    @classmethod
    def of(
        cls,
        text: str,
        *,
        id: str,
        at: datetime,
        member: str = "",
        name: str = "",
        level: Level = Level.OK,
        rules: tuple[str, ...] = (),
        outcome: Outcome = Outcome.OPEN,
        keep_text: bool = True,
    ) -> Checked:
        """The record of a message by its text, which is kept or not."""
        return cls(
            id=id,
            at=at,
            member=member,
            name=name,
            text=text if keep_text else "",
            pieces=pieces_of(text),
            level=level,
            rules=rules,
            outcome=outcome,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """An earlier message, and the share (0 to 1) of bigrams that it has in common with this one."""

    share: float
    checked: Checked


class Past:
    """The checked messages of one group, oldest first as they were added, with an index by bigrams.

    Whoever keeps the history adds and replaces; the judge only asks.
    """

    def __init__(self, items: Iterable[Checked] = ()) -> None:
        self._items: dict[str, Checked] = {}
        self._same: dict[Pieces, list[str]] = {}
        self._having: dict[int, dict[int, list[Pieces]]] = defaultdict(dict)
        self._said: dict[str, list[str]] = defaultdict(list)
        for item in items:
            self.add(item)

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Checked]:
        return iter(self._items.values())

    def get(self, id: str) -> Checked | None:
        """The item with this id, or None."""
        return self._items.get(id)

    def add(self, checked: Checked) -> None:
        """One more message; one with a known id takes the place of the old one."""
        if checked.id in self._items:
            self.discard(checked.id)
        self._items[checked.id] = checked
        for name in {checked.name, checked.member} - {""}:
            self._said[name].append(checked.id)
        if checked.pieces not in self._same:
            self._same[checked.pieces] = []
            self._index(checked.pieces)
        self._same[checked.pieces].append(checked.id)

    def discard(self, id: str) -> None:
        """Forget one message; an unknown id is none."""
        checked = self._items.pop(id, None)
        if checked is None:
            return
        for name in {checked.name, checked.member} - {""}:
            self._said[name].remove(id)
        self._same[checked.pieces].remove(id)

    def replace_outcome(self, id: str, outcome: Outcome) -> None:
        """What became of the message with this id; an unknown one is none."""
        if id in self._items:
            self._items[id] = replace(self._items[id], outcome=outcome)

    def since(self, moment: datetime) -> tuple[Checked, ...]:
        """What was checked at or after a moment, oldest first."""
        start = _plain(moment)
        return tuple(item for item in self._items.values() if _plain(item.at) >= start)

    def by_member(self, name: str, since: datetime | None = None) -> tuple[Checked, ...]:
        """What one member said, by name or by id, oldest first."""
        start = _plain(since) if since else None
        own = (self._items[id] for id in self._said.get(name, ()))
        return tuple(item for item in own if start is None or _plain(item.at) >= start)

    def alike(
        self,
        text: str | Pieces,
        *,
        least: float = 0.8,
        since: datetime | None = None,
        outcomes: Collection[Outcome] = tuple(Outcome),
        other_than: Collection[str] = (),
    ) -> Likeness | None:
        """The message most like this one, of equal ones the newest; None below `least` (above 0).

        Only those of these outcomes count, since a moment where one is given, and not those of the
        members named (by name or id) in `other_than`.
        """
        mine = pieces_of(text) if isinstance(text, str) else text
        start = _plain(since) if since else None
        best: Likeness | None = None
        for pieces in self._candidates(mine, least):
            share = alike(mine, pieces)
            if share < least - _FUZZ or (best is not None and share < best.share):
                continue
            found = self._newest(pieces, start, outcomes, frozenset(other_than) - {""})
            if found is None:
                continue
            if best is None or share > best.share or _plain(found.at) > _plain(best.checked.at):
                best = Likeness(share=share, checked=found)
        return best

    def _newest(
        self, pieces: Pieces, start: datetime | None, outcomes: Collection[str], others: frozenset[str]
    ) -> Checked | None:
        """The last added of those that are the same to the letter."""
        for id in reversed(self._same[pieces]):
            item = self._items[id]
            if item.outcome in outcomes and others.isdisjoint((item.name, item.member)):
                return item if start is None or _plain(item.at) >= start else None
        return None

    def _index(self, pieces: Pieces) -> None:
        having = self._having[_size(len(pieces))]
        for piece in pieces:
            having.setdefault(piece, []).append(pieces)

    def _candidates(self, mine: Pieces, least: float) -> Iterator[Pieces]:
        """Whatever may have the share `least` in common with `mine`, a rare common piece first.

        Such a text has at least that share of my pieces, so it holds one of any that are too many
        to be missed; and it can be neither much shorter nor much longer.
        """
        count = len(mine)
        shortest, longest = ceil(count * least - _FUZZ), floor(count / least + _FUZZ)
        work, looked = _WORK, set[Pieces]()
        for size in range(_size(shortest), _size(longest) + 1) if count else ():
            having = self._having.get(size, {})
            rare = sorted((len(having.get(piece, ())), piece) for piece in mine)
            for _, piece in rare[: count - shortest + 1]:
                for pieces in reversed(having.get(piece, ())):
                    work -= 1
                    if pieces not in looked and shortest <= len(pieces) <= longest:
                        looked.add(pieces)
                        work -= count
                        yield pieces
                    if work <= 0:
                        return


def _size(count: int) -> int:
    """The bucket of texts with so many pieces: each bucket reaches twice as far as the one before."""
    return count.bit_length()


def _plain(moment: datetime) -> datetime:
    """A time without its zone, so that any two can be compared."""
    return moment.astimezone().replace(tzinfo=None) if moment.tzinfo else moment
