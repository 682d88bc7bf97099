"""When each member was first and last seen: one small file beside the record.

It is no part of the ledger: what is lost here costs a date. So a member who is seen again on the
same day is written together with the next thing, or when the record is closed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cached_property

from moderator_app.core.roster.presence import believed
from moderator_app.storage.envelope import Tables
from moderator_app.storage.shelf import Shelf

Seen = tuple[datetime, datetime]
"""The first time and the last."""

_TABLE = "sightings"


class Sightings:
    """First and last sightings by member id; read when they are first asked for.

    `same` gives all ids of a member who was told to be one with others. Nobody was seen tomorrow: what
    a wrong clock or a slip in a list told is neither taken in nor given out (see `believed`).
    """

    def __init__(
        self,
        open_shelf: Callable[[], Shelf],
        same: Callable[[str], Iterable[str]],
        now: Callable[[], datetime],
    ) -> None:
        self._open = open_shelf
        self._same = same
        self._now = now
        self._unsaved = False
        self.revision = 0
        """Grows whenever somebody was seen."""

    @cached_property
    def _shelf(self) -> Shelf:
        return self._open()

    @cached_property
    def _seen(self) -> dict[str, Seen]:
        return {
            row["member"]: (_moment(row["first"]), _moment(row["last"])) for row in self._shelf.rows(_TABLE)
        }

    def first(self, member: str) -> datetime | None:
        """When the member was seen first, as far as is known."""
        return min(self._believed(*self._times(member, 0)), default=None)

    def last(self, member: str) -> datetime | None:
        """When the member was seen last."""
        return max(self._believed(*self._times(member, 1)), default=None)

    def _times(self, member: str, place: int) -> list[datetime]:
        return [self._seen[one][place] for one in self._same(member) if one in self._seen]

    def _believed(self, *times: datetime) -> list[datetime]:
        now = self._now()
        return [at for time in times if (at := believed(time, now))]

    def all(self) -> dict[str, Seen]:
        """Everything by member id, for an export or a bundle."""
        return dict(self._seen)

    def add(self, seen: Mapping[str, datetime]) -> None:
        """Members were seen at these times; on the disk at once where a day is new, else later."""
        self.merge({member: (at, at) for member, at in seen.items()})

    def merge(self, seen: Mapping[str, Seen]) -> None:
        """Take in sightings: the earlier first one holds, and the later last one, in whatever order."""
        a_new_day = False
        for member, times in seen.items():
            old = self._seen.get(member)
            told = self._believed(*times)
            if not told:
                continue
            each = [*told, *self._believed(*(old or ()))]
            new = min(each), max(each)
            if new != old:
                self._seen[member] = new
                self._unsaved = True
                self.revision += 1
                a_new_day |= old is None or _days(old) != _days(new)
        if a_new_day:
            self.save()

    def forget(self, members: Iterable[str]) -> None:
        """Remove all sightings of these members, from the version before too; NotSaved where that fails."""
        known = self._seen.keys() & set(members)
        for member in known:
            del self._seen[member]
        if known:
            self._shelf.replace(self._tables())
            self._unsaved = False

    def save(self) -> None:
        """Write what was not written yet; NotSaved where that fails, and it is tried again with the next."""
        if not self._unsaved:
            return
        self._shelf.write(self._tables())
        self._unsaved = False

    def _tables(self) -> Tables:
        rows = (
            {"member": member, "first": _text(first), "last": _text(last)}
            for member, (first, last) in self._seen.items()
        )
        return {_TABLE: {str(i): row for i, row in enumerate(rows, 1)}}


def _days(seen: Seen) -> tuple[object, object]:
    return seen[0].date(), seen[1].date()


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
