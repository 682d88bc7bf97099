"""What lies open of a data folder: each file as it was read, and what follows from the ledger."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from moderator_app.core.roster.group import Group
from moderator_app.core.wording import Reason
from moderator_app.storage import migrations
from moderator_app.storage.backups import Backups, Label
from moderator_app.storage.codec import group_from, group_to_doc
from moderator_app.storage.layout import Layout
from moderator_app.storage.ledger import Ledger
from moderator_app.storage.outlines import Outlines
from moderator_app.storage.people import People
from moderator_app.storage.reporters import Reporters
from moderator_app.storage.rescue import Rescue
from moderator_app.storage.shelf import Shelf
from moderator_app.storage.sightings import Sightings
from moderator_app.storage.transaction import Transactions

Setting = str | int | float | bool | None | list[str]
"""What the value of a setting may be."""
_WITH_FOLDERS = ("ledger", "outlines", "history", "notices", "rulebooks")
"""What lies one folder deeper, where halves of writes may be left too."""


class OpenFiles:
    """The files of a record in memory; made anew where disk and memory may differ."""

    def __init__(self, layout: Layout, rescue: Rescue) -> None:
        self._layout = layout
        self._rescue = rescue
        self._settings_file = self._shelf(layout.settings)
        self.settings: dict[str, Any] = dict(next(iter(self._settings_file.rows("settings")), {}))
        self._groups_file = self._shelf(layout.groups)
        self.groups = list(map(group_from, self._groups_file.rows("groups")))
        table = Shelf(
            layout.members, rescue.load(layout.members, last_resort="storage.rescued-ledger", needed=False)
        )
        outlines = Outlines(layout.outlines, write=rescue.mends, elsewhere=rescue.elsewhere)
        self.ledger = Ledger(layout.ledger, rescue.load, rescue.known, outlines=outlines)
        self.people = People(table, self.ledger, trusted=not rescue.problems)
        for file in self.people.missing:
            rescue.problems.append(Reason("storage.lost", {"file": file}))
        self.sightings = Sightings(partial(self._shelf, layout.sightings), self._same_ids, rescue.now)
        self.reporters = Reporters(partial(self._shelf, layout.reporters))

    def _shelf(self, path: Path) -> Shelf:
        return Shelf(path, self._rescue.load(path) or {})

    def _same_ids(self, member: str) -> frozenset[str]:
        return self.people.identity.ids(member)

    def put_group(self, group: Group) -> None:
        """Write a group in the place of the one with its id, or after the others."""
        ids = [known.id for known in self.groups]
        row = ids.index(group.id) if group.id in ids else len(ids)
        doc = group_to_doc(group)
        self._groups_file.put("groups", row + 1, doc)
        self.groups[row : row + 1] = [group_from(doc)]

    def remove_group(self, group_id: str) -> None:
        """Write the groups without one."""
        self.groups = [group for group in self.groups if group.id != group_id]
        docs = {str(row): group_to_doc(group) for row, group in enumerate(self.groups, 1)}
        self._groups_file.write({"groups": docs})

    def put_setting(self, name: str, value: Setting) -> None:
        """Write one setting."""
        self._settings_file.put("settings", 1, {**self.settings, name: value})
        self.settings[name] = value

    # ---- what only the writer may do on opening

    def tidy(self, backups: Backups, transactions: Transactions) -> None:
        """Remove halves of writes, bring old data up to date, save what was repaired; NotSaved."""
        backups.let_go()
        inner = (left for name in _WITH_FOLDERS for left in (self._layout.root / name).glob("*/*.tmp"))
        flat = (self._layout.root, self._layout.evidence, self._layout.backups)
        for left in (*(left for folder in flat for left in folder.glob("*.tmp")), *inner):
            with suppress(OSError):
                left.unlink()
        if self._outdated:
            self._upgrade(backups, transactions)
        elif self._rescue.problems:
            self.people.save()

    @property
    def _outdated(self) -> bool:
        """Whether an older program wrote last; the settings tell, where there are any."""
        versions = self._rescue.versions
        oldest = min(versions.values(), default=migrations.SCHEMA_VERSION)
        return versions.get(self._layout.settings, oldest) < migrations.SCHEMA_VERSION

    def _upgrade(self, backups: Backups, transactions: Transactions) -> None:
        """Keep the data as they were, and mark the files that every program reads first.

        So an older program refuses the folder as a whole; ledger files stay as they are until they grow.
        """
        backups.make(Label.UPGRADE)
        groups = enumerate(map(group_to_doc, self.groups), 1)
        with transactions.gather():
            self._settings_file.write({"settings": {"1": self.settings} if self.settings else {}})
            self._groups_file.write({"groups": {str(row): doc for row, doc in groups}})
            self.people.save()
