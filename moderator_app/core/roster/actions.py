"""The ledger by user action, newest first, ready to be searched as one types."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import accumulate

from moderator_app.core.roster.entry import Entry, EntryKind

_PIECE = 512
"""Actions whose texts and times are looked at together."""
_END = "\0"

Between = tuple[datetime, datetime]
"""The first and the last moment that count, as the clock on the wall showed them."""
EVER: Between = (datetime.min, datetime.max)


class Actions:
    """What was done, each action with its entries, in the order in which the actions began."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.by_id: dict[str, list[Entry]] = {}
        self.order: list[str] = []
        self._place_of: dict[str, int] = {}
        self._places: dict[str, list[int]] = {}
        self._times: list[Between] = []
        self._unnoted: deque[Entry] = deque()
        """Entries of which nobody has yet asked where they are found, or when they were made."""
        self.add(entries)

    def add(self, entries: Iterable[Entry]) -> None:
        """Take in entries that come after all others; what takes an action back is no action of its own."""
        new = [entry for entry in entries if entry.kind is not EntryKind.UNDO]
        for entry in new:
            done = self.by_id.get(entry.action)
            if done is None:
                self.by_id[entry.action] = [entry]
                self._place_of[entry.action] = len(self.order)
                self.order.append(entry.action)
            else:
                done.append(entry)
        self._unnoted += new

    def prepare(self, most: int = 2 * _PIECE) -> bool:
        """Note where and when some more entries were made, which takes milliseconds; False where all are."""
        for _ in range(min(most, len(self._unnoted))):
            self._note(self._unnoted.popleft())
        return bool(self._unnoted)

    def _note_all(self) -> None:
        self.prepare(len(self._unnoted))

    def _note(self, entry: Entry) -> None:
        """Keep where an entry is found by kind, clause and member, and the time it was made."""
        place = self._place_of[entry.action]
        for key in (entry.kind.value, entry.member, *entry.rules):
            places = self._places.setdefault(key, [])
            if not places or places[-1] != place:
                places.append(place)
        at, piece = entry.at.replace(tzinfo=None), place // _PIECE
        if piece == len(self._times):
            self._times.append((at, at))
        first, last = self._times[piece]
        if not first <= at <= last:
            self._times[piece] = min(first, at), max(last, at)

    def all(self, between: Between = EVER) -> Iterator[Sequence[Entry]]:
        """Every action, newest first; those that surely lie outside of a time are left out."""
        for piece in self.pieces(between):
            for action in reversed(self.order[piece * _PIECE : (piece + 1) * _PIECE]):
                yield self.by_id[action]

    def pieces(self, between: Between) -> Iterator[int]:
        """The pieces that something of that time may be in, the newest first."""
        newest = range((len(self.order) - 1) // _PIECE, -1, -1)
        if between == EVER:
            yield from newest
            return
        self._note_all()
        since, until = between
        for piece in newest:
            first, last = self._times[piece]
            if first <= until and last >= since:
                yield piece

    def holding(self, keys: Iterable[str]) -> Iterator[Sequence[Entry]]:
        """The actions with one of these kinds, clauses or members (ids), newest first."""
        self._note_all()
        found = {place for key in keys for place in self._places.get(key, ())}
        return (self.by_id[self.order[place]] for place in sorted(found, reverse=True))


@dataclass(slots=True)
class _Piece:
    """The texts of some actions in a row as one; `ends` is where that of each ends."""

    text: str = ""
    ends: list[int] = field(default_factory=list)

    def add(self, texts: Iterable[str]) -> None:
        """Put more texts after the others."""
        new = [f"{text}{_END}" for text in texts]
        start = len(self.text)
        self.text += "".join(new)
        self.ends += [start + end for end in accumulate(map(len, new))]

    def holding(self, words: Sequence[str]) -> Iterator[int]:
        """The places of the actions that hold all words, the last first."""
        longest = max(words, key=len)
        end = len(self.text)
        while (found := self.text.rfind(longest, 0, end)) >= 0:
            place = bisect_right(self.ends, found)
            start, stop = self.ends[place - 1] if place else 0, self.ends[place]
            if all(self.text.find(word, start, stop) >= 0 for word in words):
                yield place
            end = start


class TextIndex:
    """Finds actions by their words; each piece of the ledger is read when a search first comes by it.

    `text_of` gives all that an action is found by; case does not matter.
    """

    def __init__(self, actions: Actions, text_of: Callable[[Sequence[Entry]], str]) -> None:
        self._actions = actions
        self._text_of = text_of
        self._pieces: dict[int, _Piece] = {}

    def find(self, words: Sequence[str], between: Between = EVER) -> Iterator[Sequence[Entry]]:
        """The actions that hold all words (in lower case), newest first."""
        order, by_id = self._actions.order, self._actions.by_id
        for number in self._actions.pieces(between):
            for place in self._piece(number).holding(words):
                yield by_id[order[number * _PIECE + place]]

    def prepare(self) -> bool:
        """Make one more piece ready, the newest first; False where all are."""
        missing = next((n for n in self._actions.pieces(EVER) if n not in self._pieces), None)
        if missing is not None:
            self._piece(missing)
        return missing is not None

    def _piece(self, number: int) -> _Piece:
        """One piece, with what came since."""
        piece = self._pieces.setdefault(number, _Piece())
        first = number * _PIECE
        missing = self._actions.order[first + len(piece.ends) : first + _PIECE]
        if missing:
            piece.add(self._text_of(self._actions.by_id[action]).lower() for action in missing)
        return piece
