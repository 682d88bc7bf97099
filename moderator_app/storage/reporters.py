"""Who reported a member: kept in a file of its own, so that no export, bundle or notice can hold it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property

from moderator_app.storage.codec import whole_text
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
        self._write({**self._names, entry_id: whole_text(name)})

    def forget(self, names: Collection[str] = (), entries: Collection[str] = ()) -> None:
        """Remove the reporters with these names, and of these reports."""
        kept = {
            entry: name for entry, name in self._names.items() if name not in names and entry not in entries
        }
        if len(kept) != len(self._names):
            self._write(kept)

    def _write(self, names: dict[str, str]) -> None:
        rows = ({"entry": entry, "name": name} for entry, name in names.items())
        self._shelf.write({_TABLE: {str(i): row for i, row in enumerate(rows, 1)}})
        self._names = names
