"""One line of the append-only ledger: what was done, to whom, when, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from moderator_app.core.roster.member import Member
from moderator_app.core.rules.verdict import Span


class EntryKind(StrEnum):
    """What an entry tells; counts and states are always derived from these, never stored.

    MISJUDGED and BREACH are what the moderator decided of a message: a clause was wrong to speak,
    or ought to have spoken.
    """

    STRIKE = "strike"
    VOID = "void"
    MEMBER_ADDED = "member-added"
    MEMBER_EDITED = "member-edited"
    MEMBER_REMOVED = "member-removed"
    NOTICE = "notice"
    MISJUDGED = "misjudged"
    BREACH = "breach"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One ledger entry. Entries with the same `action` were done by one user action, together.

    `member` is the member's id; `name` the name shown at the time. `target` is the id of the
    voided strike (void) or of the undone action (undo). `before`/`after` are the member's
    states around a member event (or its undoing), so that undo and repair need nothing else.
    `checked` are the ids under which the history of checks keeps the messages that this was done for.
    `seq` is given by the record: larger than that of every entry known when this one was made,
    so that order survives a clock that jumps back and the records of two moderators.
    """

    id: str
    action: str
    at: datetime
    group: str
    kind: EntryKind
    member: str = ""
    name: str = ""
    rules: tuple[str, ...] = ()
    message: str = ""
    spans: tuple[Span, ...] = ()
    notice: str = ""
    moderator: str = ""
    reason: str = ""
    target: str = ""
    checked: tuple[str, ...] = ()
    before: Member | None = None
    after: Member | None = None
    seq: int = 0
