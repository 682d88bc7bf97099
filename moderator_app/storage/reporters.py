"""Who reported a member: kept in a file of its own, so that no export, bundle or notice can hold it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cached_property

from moderator_app.storage.codec import whole_text
from moderator_app.storage.envelope import Tables
from moderator_app.storage.shelf import Shelf

_TABLE = "reporters"


class Reporters:
    """The reporter's name by the id of the entry of the report; read when first asked for."""

    def __init__(self, open_shelf: Callable[[], Shelf]) -> None:
        self._open = open_shelf

    @cached_property
    def _shelf(self) -> Shelf:
        return self._open()

    @cached_property
    def _names(self) -> dict[str, str]:
        return {row["entry"]: row["name"] for row in self._shelf.rows(_TABLE)}

    def of(self, entry_id: str) -> str:
        """The name of who reported; "" where nobody was named, or the report came from elsewhere."""
        return self._names.get(entry_id, "")

    def put(self, entry_id: str, name: str) -> None:
        """Keep who reported; NotSaved where that fails. Best in one transaction with the report."""
        names = {**self._names, entry_id: whole_text(name)}
        self._shelf.write(_tables(names))
        self._names = names

    def forget(self, names: Collection[str] = (), entries: Collection[str] = ()) -> None:
        """Remove the reporters with these names, and of these reports, from the version before too."""
        known = self._names.items()
        kept = {entry: name for entry, name in known if name not in names and entry not in entries}
        if len(kept) != len(self._names):
            self._shelf.replace(_tables(kept))
            self._names = kept


def _tables(names: Mapping[str, str]) -> Tables:
    rows = ({"entry": entry, "name": name} for entry, name in names.items())
    return {_TABLE: {str(i): row for i, row in enumerate(rows, 1)}}
