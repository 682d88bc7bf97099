"""What the record's page says of an action: the words of the ledger, and the kinds to filter by."""

from __future__ import annotations

from moderator_app.core.roster.entry import EntryKind
from moderator_app.sentences.ledger import changes, field_text, kind_text, thing_changes, value_text

__all__ = ["KINDS", "changes", "field_text", "kind_text", "thing_changes", "value_text"]

KINDS = tuple(kind for kind in EntryKind if kind is not EntryKind.UNDO)
"""The kinds to filter by; what was undone stands with what it undid."""
