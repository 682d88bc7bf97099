"""The upkeep of the record: backups made and gone back to, a person's data deleted, tables written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from moderator_app.session.types import Change

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupInfo:
    """One backup: when and why it was made, what it holds, and what going back to it would change.

    `label` is "" for a daily one. `members` counts those on the list by group title, `last` is when
    its newest entry was made. `going` and `coming` are how many entries of now would go and how many
    of then would come back; both are None where that was not compared (in a list), and `readable`
    is false where the file is damaged.
    """

    path: Path
    made: datetime
    label: str = ""
    members: Mapping[str, int] = field(default_factory=dict)
    entries: int = 0
    last: datetime | None = None
    going: int | None = None
    coming: int | None = None
    readable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was deleted of a person: `entries` emptied, pictures and backups cleaned.

    `left` names the backups that could not be read and so not cleaned: they have to be removed by hand.
    """

    change: Change
    entries: int
    pictures: int
    backups: int
    left: tuple[str, ...] = ()


class Upkeep:
    """What the window and the command line keep the record in order with."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def backups(self) -> tuple[BackupInfo, ...]:
        """Every backup, newest first, without comparing."""
        raise NotImplementedError

    def backup(self) -> Path:
        """Make a backup of the whole data folder now; it is kept until it is removed by hand."""
        return self._desk.backup()

    def preview(self, path: Path) -> BackupInfo:
        """A backup compared with what is here now; nothing is written."""
        raise NotImplementedError

    def restore(self, path: Path) -> Change:
        """Go back to a backup, after one of now; all of it or nothing."""
        raise NotImplementedError

    def erase(self, member_id: str) -> Erased:
        """Delete all that is kept of a person, for good: this cannot be undone."""
        raise NotImplementedError

    def export_table(self, path: Path, *, group: str | None = None) -> Path:
        """Write the record as a table, .csv or .xlsx by the name's ending; one row an entry."""
        raise NotImplementedError
