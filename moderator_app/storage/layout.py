"""The data folder: the name of every file in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_WINDOWS_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in the data folder each thing lies; the Chinese names are those that users are sent to."""

    root: Path

    @property
    def settings(self) -> Path:
        """What the user chose."""
        return self.root / "settings.json"

    @property
    def groups(self) -> Path:
        """The groups that are moderated."""
        return self.root / "groups.json"

    @property
    def members(self) -> Path:
        """The table of members, which the ledger can always repair."""
        return self.root / "members.json"

    @property
    def ledger(self) -> Path:
        """What was done: one folder a group, files cut by month and size."""
        return self.root / "ledger"

    @property
    def history(self) -> Path:
        """What was checked: one folder a group, a file a month."""
        return self.root / "history"

    @property
    def sightings(self) -> Path:
        """When each member was first and last seen."""
        return self.root / "sightings.json"

    @property
    def reporters(self) -> Path:
        """Who reported a member; kept here alone, so that nothing handed out can hold it."""
        return self.root / "reporters.json"

    @property
    def evidence(self) -> Path:
        """Pictures that were handed in with a report."""
        return self.root / "证据"

    @property
    def pending(self) -> Path:
        """Files of a transaction on their way to their places."""
        return self.root / "pending"

    @property
    def backups(self) -> Path:
        """One zip a day."""
        return self.root / "备份"

    @property
    def quarantine(self) -> Path:
        """Files that could not be read, as they were found."""
        return self.root / "隔离"

    @property
    def logs(self) -> Path:
        """Where unexpected errors arose."""
        return self.root / "logs"

    @property
    def outlines(self) -> Path:
        """Extracts of the ledger, to be had from it again at any time."""
        return self.root / "outlines"

    @property
    def lock(self) -> Path:
        """Held by the one program that writes."""
        return self.root / "writer.lock"

    @property
    def restored(self) -> Path:
        """Which backups are from before the record was taken back to one."""
        return self.root / "restored.json"

    @property
    def apart(self) -> tuple[Path, ...]:
        """What backups leave alone."""
        made_anew = (self.logs, self.pending, self.restored, self.outlines)
        return self.backups, self.quarantine, self.history, *made_anew


def folder_name(group: str) -> str:
    """A folder name for a group's id that every file system takes and none confuses with another."""
    if _PLAIN.fullmatch(group) and not _WINDOWS_DEVICES.fullmatch(group):
        return group
    readable = re.sub(r"[^a-z0-9]+", "-", group.lower()).strip("-")[:24]
    digest = blake2b(group.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return f"{readable}~{digest}"
