"""The whole record as its reader sees it: searched, and taken back action by action."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.wording import Reason
from moderator_app.session.types import Change

if TYPE_CHECKING:
    from moderator_app.session.deeds import Deeds
    from moderator_app.session.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One user action in the record.

    `entry` is the entry that it was about and `entries` are all of it, in order; `label` names it.
    `undone` is the entry that took it back. `undoable` tells whether `undo` takes it back now;
    where it does not, `why` says what stands in the way.
    """

    entry: Entry
    entries: tuple[Entry, ...]
    label: Reason
    undone: Entry | None = None
    undoable: bool = False
    why: Reason | None = None

    @property
    def action(self) -> str:
        """The id of the action, which `undo` takes."""
        return self.entry.action


class Log:
    """Searches the ledger, and takes any of its actions back."""

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        self._desk = desk
        self._deeds = deeds

    def search(
        self,
        query: str = "",
        *,
        group: str | None = None,
        member: str | None = None,
        rule: str = "",
        kind: EntryKind | None = None,
        since: date | datetime | None = None,
        until: date | datetime | None = None,
        limit: int = 200,
    ) -> tuple[LogRow, ...]:
        """The actions that fit, newest first; those taken back are there too, marked.

        `query` is looked for in names, messages, notices, reasons, clauses (id and title), dates and
        the moderators' names; of several words all must be found. `group` None means all groups,
        `member` is an id, `until` is the last day (or moment) that counts.
        """
        raise NotImplementedError

    def undoables(self, limit: int = 20, *, older: bool = False) -> tuple[LogRow, ...]:
        """What can be taken back, newest first: of the last day, with `older` of any time."""
        raise NotImplementedError

    def undo(self, action_id: str) -> Change:
        """Take one action back, whatever was done since; Refused where a later one hangs on it."""
        raise NotImplementedError
