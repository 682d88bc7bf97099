"""What every entry of the ledger tells in brief: enough to count, and to know which ones to read whole."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from moderator_app.core.roster.entry import EntryKind


class Brief(Protocol):
    """An entry, or an extract of one; it names nobody and holds no text. `Entry` says what each field is."""

    @property
    def id(self) -> str:
        """Its own id."""

    @property
    def action(self) -> str:
        """The user action that it belongs to."""

    @property
    def at(self) -> datetime:
        """When it was done."""

    @property
    def group(self) -> str:
        """In which group."""

    @property
    def kind(self) -> EntryKind:
        """What was done."""

    @property
    def member(self) -> str:
        """To whom, by id."""

    @property
    def notice(self) -> str:
        """The notice that was given."""

    @property
    def target(self) -> str:
        """What it answers."""

    @property
    def seq(self) -> int:
        """Its place among all."""

    @property
    def deed(self) -> str:
        """The name of an action that is more than its weightiest entry."""
