"""The desk at which records are exchanged: bundles sent and merged, conflicts settled, all written out."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from moderator_app.core.roster.member import Member
from moderator_app.session.exchange.types import Conflict, MergePreview
from moderator_app.session.types import Change

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk


class Exchange:
    """What the window and the command line exchange records with."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # ---- two moderators

    def bundle(self, path: Path, *, group: str | None = None) -> Path:
        """Write everything that another moderator needs into one file, and say where it is.

        All groups, or one. Who reported, this machine's settings and its logs are never in it;
        pictures of evidence are.
        """
        raise NotImplementedError

    def read_bundle(self, path: Path) -> MergePreview:
        """What a bundle would bring; nothing is written. BadInput names what is wrong with the file."""
        raise NotImplementedError

    def merge(self, preview: MergePreview, same: Collection[str] = ()) -> Change:
        """Take in what a bundle brings, after a backup; all of it or nothing.

        `same` are the ids of those of its twins' `theirs` who are one person with ours. Refused where
        nothing is new.
        """
        raise NotImplementedError

    def conflicts(self, group: str | None = None) -> tuple[Conflict, ...]:
        """The fields that two moderators set differently and nobody settled yet, newest first."""
        raise NotImplementedError

    def settle(self, member_id: str, field: str, value: object) -> Change:
        """Decide what a field in conflict holds: one of the two values, or another one."""
        raise NotImplementedError

    # ---- who is whom

    def same(self, member_a: str, member_b: str) -> Change:
        """Tell that two members of one group are one person: from now on their records count as one."""
        raise NotImplementedError

    def link(self, member_a: str, member_b: str) -> Change:
        """Tell that members of two groups are one person; their records count apart."""
        raise NotImplementedError

    def unlink(self, member_a: str, member_b: str) -> Change:
        """Take such a bond back; Refused where nothing links the two directly."""
        raise NotImplementedError

    def linked(self, member_id: str) -> tuple[Member, ...]:
        """The same person in other groups, as far as it was told."""
        raise NotImplementedError

    # ---- everything

    def export_all(self, path: Path, *, history: bool = False) -> Path:
        """Write all that is kept into one JSON file, complete but for who reported.

        With `history` the messages that were checked, too.
        """
        raise NotImplementedError

    def import_all(self, path: Path) -> Change:
        """Read such a file into an empty installation; Refused where anything was done here already."""
        raise NotImplementedError
