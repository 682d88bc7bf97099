"""Clauses that are being edited: kept until they are saved or given up, also while one looks elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any
from weakref import WeakKeyDictionary

from moderator_app.session import Session
from moderator_app.session.rules import ClauseDraft

_ADDED = ("words", "allow", "hit", "miss")
_FOLLOWS = ("changed", "decided", "steps")
"""What nobody edits: it is as the rules have it now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A clause as it is saved, and as it is being edited."""

    saved: ClauseDraft
    now: ClauseDraft

    @property
    def dirty(self) -> bool:
        """Whether something is edited and not saved."""
        return self.now != self.saved

    def upon(self, saved: ClauseDraft) -> Edit:
        """The same edits upon a clause that was changed elsewhere since: a 误判, another window."""
        if saved == self.saved:
            return self
        mine: dict[str, Any] = {}
        for field in fields(ClauseDraft):
            was, now, new = (getattr(draft, field.name) for draft in (self.saved, self.now, saved))
            if field.name in _ADDED:
                mine[field.name] = _merged(was, now, new)
            elif field.name not in _FOLLOWS and now != was:
                mine[field.name] = now
        return Edit(saved=saved, now=replace(saved, **mine))


def _merged(was: Sequence[Any], now: Sequence[Any], new: Sequence[Any]) -> tuple[Any, ...]:
    """What is there now elsewhere, without what was taken away here and with what was added here."""
    kept = [item for item in new if item in now or item not in was]
    return (*kept, *(item for item in now if item not in was and item not in kept))


class Drafts:
    """The clauses that are being edited, by group and clause."""

    def __init__(self) -> None:
        self._edits: dict[tuple[str, str], Edit] = {}

    def of(self, saved: ClauseDraft) -> Edit:
        """The clause with what is being edited in it."""
        known = self._edits.get((saved.group, saved.id))
        return known.upon(saved) if known else Edit(saved=saved, now=saved)

    def keep(self, edit: Edit) -> None:
        """Keep what is edited; a clause that is as it is saved is forgotten."""
        key = edit.saved.group, edit.saved.id
        if edit.dirty:
            self._edits[key] = edit
        else:
            self._edits.pop(key, None)

    def __len__(self) -> int:
        return len(self._edits)

    def clauses(self, group: str) -> tuple[str, ...]:
        """The clauses of a group with edits that are not saved, in the order in which they were begun."""
        return tuple(clause for home, clause in self._edits if home == group)


_OF_SESSION: WeakKeyDictionary[Session, Drafts] = WeakKeyDictionary()


def drafts_of(session: Session) -> Drafts:
    """The drafts of this run of the program: they outlive a window that is made anew."""
    return _OF_SESSION.setdefault(session, Drafts())
