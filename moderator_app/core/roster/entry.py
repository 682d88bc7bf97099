"""One line of the append-only ledger: what was done, to whom, when, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from moderator_app.core.roster.member import Member
from moderator_app.core.rules.verdict import Action, Span


class EntryKind(StrEnum):
    """What an entry tells; counts and states are always derived from these, never stored.

    An entry that answers another one names it as its `target`.
    """

    STRIKE = "strike"
    VOID = "void"
    """A strike (target) counts no longer, for a `reason`."""
    MEMBER_ADDED = "member-added"
    MEMBER_EDITED = "member-edited"
    MEMBER_REMOVED = "member-removed"
    NOTICE = "notice"
    MISJUDGED = "misjudged"
    """The moderator's ruling on a message: a clause was wrong to speak …"""
    BREACH = "breach"
    """… or ought to have spoken."""
    RESTORED = "restored"
    """The member is back on request: strikes from before it count no longer."""

    PROPOSED = "proposed"
    """A `step` against a member that waits until enough moderators agree."""
    AGREED = "agreed"
    DECLINED = "declined"
    CARRIED_OUT = "carried-out"
    """A step was taken against a member; with a target, the one that was proposed."""

    APPEALED = "appealed"
    """A member speaks (`message`) against a strike (target)."""
    UPHELD = "upheld"
    """The strike (target) stands after the appeal, for a `reason`."""
    REPORTED = "reported"
    """Somebody complained of a member: what was said (`message`) and pictures (`evidence`)."""
    REPORT_CLOSED = "report-closed"

    FINE = "fine"
    """A fine or red packet (`amount`) put on record; nobody collects it here."""
    PAID = "paid"
    TASK = "task"
    """Something (`message`) that a member has to answer until a time."""
    ANSWERED = "answered"

    BLOCKED = "blocked"
    """The member is on the list of those who shall not come back into any group."""
    UNBLOCKED = "unblocked"
    SAME = "same"
    """The member and `target` are one person in one group: their records count as one."""
    LINKED = "linked"
    """The member and `target`, in another group, are one person: told, and counted apart."""
    APART = "apart"
    """The member and `target` are two people, however alike their names are: nobody is asked again."""
    SETTLED = "settled"
    """Of two edits of the same field (named in `rules`) by two moderators the one that shall hold."""

    CHANGED = "changed"
    """Something beside the roster (`thing`) changed from `was` to `now`."""
    ERASED = "erased"
    """A person's data were deleted on request; what is left of their entries names nobody."""
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
    `deed` names the user action that is more than its weightiest entry ("import", "move"); "" else.
    `until` is when a task is due or a suspension ends. `thing`, `was` and `now` are of CHANGED only.
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
    deed: str = ""
    step: Action = Action.NONE
    amount: str = ""
    until: datetime | None = None
    evidence: tuple[str, ...] = ()
    thing: str = ""
    was: str = ""
    now: str = ""
