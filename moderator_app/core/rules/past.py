"""The group's history as the judge sees it: what was checked before, and which of it is nearly this.

Texts are compared by their character bigrams. Emoji, blanks and punctuation do not count, nor does
the order of sentences; each bigram is kept as a number of 20 bits, so that a history without texts
cannot simply be read back.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache, lru_cache, partial
from itertools import pairwise
from math import ceil, floor
from struct import pack, unpack

from moderator_app.core.rules.verdict import Level
from moderator_app.core.text.simplified import simplified

Pieces = frozenset[int]
"""A text as the set of its bigrams, each as a number below 2 ** 20."""

OWN = "own"
"""How a sign says that only what broke the very clause that weighs it is to count."""

READ = 4_000
"""Characters of a text that are compared; what follows changes no likeness."""

CHECKED_AGAIN = timedelta(minutes=30)
"""So long the same words, where nothing tells when they were sent, are one message checked once more."""

A_MINUTE = timedelta(minutes=1)
"""How exactly copied text tells when a message was sent."""

_BITS = 512
"""Each text is also known by so many bits, of which a piece sets one: they tell what cannot be alike."""

_POWERS = tuple(1 << bit for bit in range(_BITS))
_GROUPS = 1 << 14
"""Pieces are looked up in so many groups."""

_LOOKED_AT, _WORK = 200, 3_000
"""Messages looked at and pieces compared: thousands of near copies cost no more than a few."""

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


@lru_cache(maxsize=4)
def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text[:READ]).lower().translate(_simple())


def letters_of(text: str) -> str:
    """The letters and digits alone: two texts that differ only in emoji, blanks or marks are one."""
    return _NOT_LETTERS.sub("", _folded(text))


def pieces_of(text: str) -> Pieces:
    """The bigrams of letters and digits in each sentence; a sentence of one letter gives none."""
    found: set[int] = set()
    for sentence in _ENDS.split(_folded(text)):
        codes = [*map(ord, _NOT_LETTERS.sub("", sentence))]
        found.update(
            [(left * 0x9E3779B1 + right * 0x85EBCA6B & 0xFFFFFFFF) >> 12 for left, right in pairwise(codes)]
        )
    return frozenset(found)


def alike(mine: Pieces, other: Pieces) -> float:
    """The share of bigrams that two texts have in common (Jaccard), 0 where either has none."""
    shared = len(mine & other)
    return shared / (len(mine) + len(other) - shared) if shared else 0.0


def _share(mine: Pieces, kept: bytes) -> float:
    """As `alike`, with a text of which only the packed pieces are there."""
    shared = len(mine.intersection(_numbers(kept)))
    return shared / (len(mine) + len(kept) // 4 - shared) if shared else 0.0


def packed(pieces: Pieces) -> bytes:
    """The pieces in the form in which they are kept, four bytes each."""
    return pack(f"<{len(pieces)}I", *sorted(pieces))


def unpacked(kept: bytes) -> Pieces:
    """The pieces that were kept; raises `struct.error` where these are none."""
    return frozenset(_numbers(kept))


def _numbers(kept: bytes) -> tuple[int, ...]:
    return unpack(f"<{len(kept) // 4}I", kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One message that was checked: who said it and when, what it broke, and what became of it.

    `rules` are the clauses that spoke, `watched` those that would have and are only watched. `member`
    is the id of the member, or ""; `text` is "" where texts are not kept, and then
    `kept` alone, its packed pieces, tells what it was like.
    """

    id: str
    at: datetime
    member: str = ""
    name: str = ""
    text: str = ""
    kept: bytes = field(default=b"", repr=False)
    level: Level = Level.OK
    rules: tuple[str, ...] = ()
    watched: tuple[str, ...] = ()
    outcome: Outcome = Outcome.OPEN

    @property
    def pieces(self) -> Pieces:
        """What the message is compared by."""
        return unpacked(self.kept)

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
        watched: tuple[str, ...] = (),
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
            kept=packed(pieces_of(text)),
            level=level,
            rules=rules,
            watched=watched,
            outcome=outcome,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """An earlier message, and the share (0 to 1) of bigrams that it has in common with this one."""

    share: float
    checked: Checked


class Past:
    """The checked messages of one group, oldest first as they were added, with an index by bigrams.

    Whoever keeps the history adds and replaces; the judge only asks. It costs well under one
    kilobyte a message: no piece is kept more than once, and no set of them at all.
    """

    def __init__(self, items: Iterable[Checked] = ()) -> None:
        self._items: dict[str, Checked] = {}
        self._index = _Index()
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
            self._forget(self._items[checked.id])
        self._items[checked.id] = checked
        for name in {checked.name, checked.member} - {""}:
            self._said[name].append(checked.id)
        self._index.add(checked.id, checked.kept)

    def _forget(self, checked: Checked) -> None:
        """Find it no longer, by whom it is from or by what it is like."""
        for name in {checked.name, checked.member} - {""}:
            self._said[name].remove(checked.id)
        self._index.discard(checked.id)

    def replace_outcome(self, id: str, outcome: Outcome) -> None:
        """What became of the message with this id; an unknown one is none."""
        if id in self._items:
            self._items[id] = replace(self._items[id], outcome=outcome)

    def by_member(self, name: str, since: datetime | None = None) -> tuple[Checked, ...]:
        """What one member said, by name or by id, oldest first."""
        start = plain(since) if since else None
        own = (self._items[id] for id in self._said.get(name, ()))
        return tuple(item for item in own if start is None or plain(item.at) >= start)

    def near(self, text: str | Pieces, *, least: float) -> tuple[Likeness, ...]:
        """The messages that are as much alike as `least` (above 0), most first, of equal ones the newest.

        Of thousands that may be, only the likeliest are compared.
        """
        mine = pieces_of(text) if isinstance(text, str) else text
        shares: dict[bytes, float] = {}
        found = []
        work = _WORK
        for id in self._index.likely(mine, least):
            checked = self._items[id]
            share = shares.get(checked.kept)
            if share is None:
                if work <= 0:
                    break
                work -= len(mine)
                share = shares[checked.kept] = _share(mine, checked.kept)
            if share >= least - _FUZZ:
                found.append(Likeness(share=share, checked=checked))
        return tuple(sorted(found, key=lambda each: (each.share, plain(each.checked.at)), reverse=True))


class _Index:
    """Which messages may be alike: by what rare pieces they hold, how many, and by their bits."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._ids: list[str] = []
        self._kept: list[bytes] = []
        self._bits: dict[int, int] = {}
        """By place, worked out when first asked for: a long history is ready the sooner."""
        self._sizes = array("H")
        self._having: defaultdict[int, array[int]] = defaultdict(partial(array, "I"))

    def add(self, id: str, kept: bytes) -> None:
        pieces = _numbers(kept)
        place = self._places[id] = len(self._ids)
        self._ids.append(id)
        self._kept.append(kept)
        self._sizes.append(len(pieces))
        for piece in pieces:  # two pieces of one group name the place twice, which does no harm
            self._having[piece % _GROUPS].append(place)

    def discard(self, id: str) -> None:
        """Its place stays, empty: a text of no pieces is like none."""
        self._sizes[self._places.pop(id)] = 0

    def likely(self, mine: Pieces, least: float) -> list[str]:
        """What may share `least` with `mine`, the likeliest first, of equal ones the last added.

        Two texts share no more pieces than bits, but for the pieces of mine that set a bit together.
        """
        count, bits = len(mine), _bits(mine)
        slack = count - bits.bit_count()
        shortest, longest = ceil(count * least - _FUZZ), floor(count / least + _FUZZ)
        found: list[tuple[float, int]] = []
        for place in self._holding(mine, count - shortest + 1):
            size = self._sizes[place]
            if shortest <= size <= longest and size:
                shared = min((bits & self._bits_at(place)).bit_count() + slack, count, size)
                most = shared / (count + size - shared)
                if most >= least - _FUZZ:
                    found.append((most, place))
        return [self._ids[place] for _, place in sorted(found, reverse=True)]

    def _bits_at(self, place: int) -> int:
        bits = self._bits.get(place)
        if bits is None:
            bits = self._bits[place] = _bits(_numbers(self._kept[place]))
        return bits

    def _holding(self, mine: Pieces, enough: int) -> set[int]:
        """The places that hold one of `enough` of my pieces, the rarest: nothing alike lacks them all."""
        groups = Counter([piece % _GROUPS for piece in mine])
        having = self._having
        rare = sorted([(len(having[group]), group) for group in groups if group in having])
        # The rarest are those that none holds.
        enough -= len(mine) - sum([groups[group] for _, group in rare])
        places: set[int] = set()
        for _, group in rare:
            if enough <= 0 or len(places) >= _LOOKED_AT:
                break
            places.update(having[group][-_LOOKED_AT:])
            enough -= groups[group]
        return places


def _bits(pieces: Iterable[int]) -> int:
    """The pieces as bits; several may share one."""
    return sum(map(_POWERS.__getitem__, {piece % _BITS for piece in pieces}))


def is_earlier(checked: Checked, at: datetime, *, assumed: bool, may_be_the_same: bool) -> bool:
    """Whether a record is of a message before the one of `at`, and not of this very one.

    Where `at` is `assumed`, and the words may be the same member's, they are taken for this message
    checked once more while that was only minutes ago.
    """
    gap = plain(at) - plain(checked.at)
    if not assumed:
        return gap >= A_MINUTE
    return gap > CHECKED_AGAIN if may_be_the_same else gap >= timedelta(0)


def plain(moment: datetime) -> datetime:
    """A time without its zone, so that any two can be compared."""
    return moment.astimezone().replace(tzinfo=None) if moment.tzinfo else moment
