"""The ledger by user action, newest first, ready to be searched as one types."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from moderator_app.core.roster.entry import Entry, EntryKind

_PIECE = 512
"""Actions whose texts are made and searched at once."""
_END = "\0"


class Actions:
    """What was done, each action with its entries, in the order in which the actions began."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.by_id: dict[str, list[Entry]] = {}
        self.order: list[str] = []
        self.add(entries)

    def add(self, entries: Iterable[Entry]) -> None:
        """Take in entries that come after all others; what takes an action back is no action of its own."""
        for entry in entries:
            if entry.kind is EntryKind.UNDO:
                continue
            if entry.action not in self.by_id:
                self.by_id[entry.action] = []
                self.order.append(entry.action)
            self.by_id[entry.action].append(entry)

    def newest_first(self) -> Iterator[Sequence[Entry]]:
        """Every action."""
        return (self.by_id[action] for action in reversed(self.order))


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

    def find(self, words: Sequence[str]) -> Iterator[Sequence[Entry]]:
        """The actions that hold all words (in lower case), newest first; every one without words."""
        if not words:
            yield from self._actions.newest_first()
            return
        order, by_id = self._actions.order, self._actions.by_id
        for number in reversed(range(self._count())):
            for place in self._piece(number).holding(words):
                yield by_id[order[number * _PIECE + place]]

    def prepare(self) -> bool:
        """Make one more piece ready, the newest first; False where all are."""
        missing = next((n for n in reversed(range(self._count())) if n not in self._pieces), None)
        if missing is not None:
            self._piece(missing)
        return missing is not None

    def _count(self) -> int:
        return -(-len(self._actions.order) // _PIECE)

    def _piece(self, number: int) -> _Piece:
        """One piece, with what came since."""
        piece = self._pieces.setdefault(number, _Piece())
        first = number * _PIECE
        missing = self._actions.order[first + len(piece.ends) : first + _PIECE]
        if missing:
            piece.add(self._text_of(self._actions.by_id[action]).lower() for action in missing)
        return piece
