"""What the session hands to the window and the command line: plain frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from moderator_app.core.message import Message, Speaker
from moderator_app.core.notices.notice import Notice
from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member
from moderator_app.core.rules.reading import LIMIT
from moderator_app.core.rules.verdict import Verdict
from moderator_app.core.wording import Reason, Wording

if TYPE_CHECKING:
    from moderator_app.core.roster.ladder import Standing, StepView


LONGEST = LIMIT
"""Characters of the longest text that is checked at once; a longer one is refused and not half read."""


class Topic(StrEnum):
    """What a change touched, so that a view refreshes only what it shows."""

    RECORD = "record"
    MEMBERS = "members"
    NOTICES = "notices"
    GROUPS = "groups"
    SETTINGS = "settings"


class RowState(StrEnum):
    """How a line of the record stands today; derived, never stored. PLAIN is no strike."""

    ACTIVE = "active"
    LAPSED = "lapsed"
    VOIDED = "voided"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One notice offered for a case, with its text ready to copy.

    `problem` is set and `text` empty where the notice must not be copied (an unknown token).
    `counts` tells whether giving it records a strike; it does so only with a member.
    """

    notice: Notice
    text: str
    problem: Reason | None = None
    counts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One checked message with everything that is needed to act on it.

    `message` is the one that is judged; `messages` are all that the copied text held, in order.
    `sender` is the name that the text or the caller gave; `member` is who that is in the roster,
    or None where nobody or several fit (`candidates`). `offers[0]` is the suggestion.
    `at` is the time that the check was made for.
    """

    group: Group
    message: Message
    verdict: Verdict
    speaker: Speaker
    standing: Standing
    step: StepView
    at: datetime
    messages: tuple[Message, ...] = ()
    member: Member | None = None
    candidates: tuple[Member, ...] = ()
    sender: str = ""
    offers: tuple[Offer, ...] = ()

    @property
    def suggested(self) -> Offer | None:
        """The offer that Enter takes, or None where nothing needs to be said."""
        return self.offers[0] if self.offers else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one user action did; every subscriber is told, and the toast is made from it.

    `action` is the id that its ledger entries share ("" for a change outside the ledger);
    `label` names it for the toast and for 撤销; `count` is the member's strikes that now count.
    """

    topic: Topic
    label: Reason
    action: str = ""
    entries: tuple[Entry, ...] = ()
    members: tuple[str, ...] = ()
    count: int | None = None
    undoable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LastNotice:
    """The notice copied last: what lies on the clipboard when the moderator comes back.

    `member` is the name it was addressed to and `count` the strike it went with; `change` is
    None where it was copied without recording anything.
    """

    notice: Notice
    text: str
    at: datetime
    member: str = ""
    count: int | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """One member with the strikes as they stand today."""

    member: Member
    active: int = 0
    lapsed: int = 0
    voided: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """One line of a member's record; `void` is the entry that voided it."""

    entry: Entry
    state: RowState
    void: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeUse:
    """One time that a notice was given: when, to whom, and for which message."""

    at: datetime
    member: str
    name: str
    rules: tuple[str, ...] = ()
    message: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulebookInfo:
    """One rulebook that a group can follow; `own` where it lies in the user's folder."""

    id: str
    title: Wording
    path: Path
    clauses: int = 0
    problems: int = 0
    own: bool = False
