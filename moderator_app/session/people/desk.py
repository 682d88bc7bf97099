"""`session.people`: members in by the list, name cards kept in order, and who has gone quiet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Literal

from moderator_app.session.desk import Desk
from moderator_app.session.people.types import CardRow, Columns, ImportPreview, Silent
from moderator_app.session.types import Case, Change

Progress = Callable[[int, int], bool]
"""Told how much of how much is done; to answer False cancels."""
Gone = Literal["keep", "left"] | Collection[str]
"""What becomes of members whom a list does not name: nothing, all of them left, or those with these ids."""


class PeopleDesk:
    """The members of the open session. Reading writes nothing; each deed is one action and one undo.

    `group` is a group's id, the current one by default.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # ---- lists of members

    def read_members(
        self,
        source: Path | str,
        group: str | None = None,
        *,
        columns: Columns | None = None,
        progress: Progress | None = None,
    ) -> ImportPreview:
        """What a list of members means for a group; nothing is written.

        `source` is a file (csv, xlsx, txt) or a pasted text: names, a table, a list with name cards.
        `columns` corrects what its columns were taken for. BadInput says why it cannot be read and
        what to do; Refused("people.cancelled") where `progress` answers False.
        """
        raise NotImplementedError

    def import_members(
        self,
        preview: ImportPreview,
        decisions: Mapping[int, str] | None = None,
        *,
        gone: Gone = "keep",
        progress: Progress | None = None,
    ) -> Change:
        """Take over what a preview shows, as one action, after a backup.

        `decisions` gives for a row's number a member's id, "new" or "skip"; a doubtful or blocked row
        without one is left out. Refused where nothing is new, or, with everything as it was,
        ("people.cancelled") where `progress` answers False.
        """
        raise NotImplementedError

    def export_members(self, path: Path, group: str | None = None, *, language: str = "zh_CN") -> Path:
        """Write the members as a table, .csv or .xlsx by the name's ending, and say where it is.

        No spreadsheet takes a cell for a formula, and reading it in again changes nothing.
        """
        raise NotImplementedError

    # ---- name cards

    def cards(self, group: str | None = None) -> tuple[CardRow, ...]:
        """The members whose name card is not as the rulebook asks, those first who are longest overdue."""
        raise NotImplementedError

    def cards_text(self, member_ids: Sequence[str]) -> str:
        """The one reminder for these members, with their names; UnknownToken where it must be mended."""
        raise NotImplementedError

    def remind_cards(self, member_ids: Sequence[str]) -> Change:
        """Note that these members were reminded of their name cards."""
        raise NotImplementedError

    # ---- who has gone quiet

    def silent(self, group: str | None = None, *, excused: bool = False) -> tuple[Silent, ...]:
        """The members silent for longer than the rulebook allows, the longest first.

        With `excused` also those whose leave lasts.
        """
        raise NotImplementedError

    def newcomers(self, group: str | None = None) -> tuple[Silent, ...]:
        """The newcomers who should have said their first words, the longest first."""
        raise NotImplementedError

    def meetups(self, group: str | None = None, *, excused: bool = False) -> tuple[Silent, ...]:
        """The members who came to no meet-up for longer than the rulebook allows."""
        raise NotImplementedError

    def silent_text(self, member_ids: Sequence[str]) -> str:
        """The one reminder for silent members or newcomers, with their names."""
        raise NotImplementedError

    def remind_silent(self, member_ids: Sequence[str]) -> Change:
        """Note that these members were asked to speak up."""
        raise NotImplementedError

    def saw(self, case: Case) -> None:
        """Members were heard in what was checked; what the disk refuses is told once and kept for later."""
        raise NotImplementedError
