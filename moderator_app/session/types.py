"""What the session hands to the window and the command line: plain frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from moderator_app.core.message import Message
from moderator_app.core.notices.notice import Notice
from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member
from moderator_app.core.rules.reading import LIMIT
from moderator_app.core.rules.verdict import Level, Verdict
from moderator_app.core.wording import Reason, Wording

if TYPE_CHECKING:
    from moderator_app.core.roster.ladder import Standing, StepView
    from moderator_app.core.rules.past import Likeness
    from moderator_app.core.text.system_lines import Join
    from moderator_app.session.process.types import Alarm


LONGEST = LIMIT
"""Characters of the longest single message; a longer one is refused and not half read.

Inside a conversation it is judged by its head, and its verdict tells how much is `unread`.
"""
LONGEST_CONVERSATION = 200_000
"""Characters of the longest conversation that is checked at once."""


class Topic(StrEnum):
    """What a change touched, so that a view refreshes only what it shows."""

    RECORD = "record"
    MEMBERS = "members"
    NOTICES = "notices"
    GROUPS = "groups"
    SETTINGS = "settings"
    RULES = "rules"


class RowState(StrEnum):
    """How a line of the record stands today; derived, never stored. PLAIN is no strike."""

    ACTIVE = "active"
    LAPSED = "lapsed"
    VOIDED = "voided"
    CLEARED = "cleared"
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
class Again:
    """The same person was handled for nearly the same message `minutes` ago.

    `notice` is what they were given then ("" for a strike without one); `count` is how many strikes
    count for them now, None where nobody is known.
    """

    at: datetime
    minutes: int
    notice: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """All that one copied text held.

    `messages` are all but the system lines, in order; `verdicts` and `members` (an id, or "" where
    nobody is known) belong to them one by one. `offenders` are one case a person, the worst first;
    `joins` tell who came into the group; `form` is the form of the text, "single" for one message.
    """

    offenders: tuple[Case, ...] = ()
    messages: tuple[Message, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    members: tuple[str, ...] = ()
    joins: tuple[Join, ...] = ()
    form: str = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One checked message with everything that is needed to act on it.

    `message` is the one that is judged; `messages` are all that the copied text held, in order.
    `sender` is the name that the text or the caller gave; `member` is who that is in the roster,
    or None where nobody or several fit (`candidates`). `offers[0]` is the suggestion.
    `at` is the time that the check was made for. `conversation` is the whole text, told by the case
    that the check answers with; in the cases of its offenders, which are parts of it, it is empty.
    `more` are the same person's other offences in it. `again` tells that this was handled minutes
    ago, `alike` which earlier message of the group it resembles. `alarms` warn that the person is, or
    may be, on the list of those who shall not come back.
    """

    group: Group
    message: Message
    verdict: Verdict
    standing: Standing
    step: StepView
    at: datetime
    messages: tuple[Message, ...] = ()
    member: Member | None = None
    candidates: tuple[Member, ...] = ()
    sender: str = ""
    offers: tuple[Offer, ...] = ()
    conversation: Conversation = field(default=Conversation(), compare=False, repr=False)
    more: tuple[Case, ...] = ()
    again: Again | None = None
    alike: Likeness | None = None
    alarms: tuple[Alarm, ...] = ()

    @property
    def offences(self) -> int:
        """How many messages of this person are charged or in doubt."""
        return len(self.more) + (self.verdict.level is not Level.OK)

    @property
    def suggested(self) -> Offer | None:
        """The offer that Enter takes, or None where nothing needs to be said."""
        return self.offers[0] if self.offers else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one user action did; every subscriber is told, and the toast is made from it.

    `action` is the id that its ledger entries share ("" for a change outside the ledger);
    `label` names it for the toast and for 撤销; `count` is the member's strikes that now count.
    `warnings` are what the moderator should know of it: a name that is on the blocklist, a report
    whose text names who reported.
    """

    topic: Topic
    label: Reason
    action: str = ""
    entries: tuple[Entry, ...] = ()
    members: tuple[str, ...] = ()
    count: int | None = None
    undoable: bool = False
    warnings: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinPreview:
    """What join lines mean for the roster: who is new, who is on it already, and who let them in.

    `inviters` gives for each new name who let it in, "" where the line does not tell. `notice` is the
    one notice for all of them ("" where the rulebook has none), `text` is it filled in, and `problem`
    says why it must not be copied. `alarms` warn of those who are, or may be, on the blocklist.
    """

    new: tuple[str, ...] = ()
    known: tuple[Member, ...] = ()
    inviters: Mapping[str, str] = field(default_factory=dict)
    notice: str = ""
    text: str = ""
    problem: Reason | None = None
    alarms: tuple[Alarm, ...] = ()


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
    cleared: int = 0


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
class Template:
    """A kind of group that can be added: the head of its rulebook, read without its clauses."""

    id: str
    title: Wording
    summary: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class RulebookInfo:
    """One rulebook that a group can follow; `own` where it lies in the user's folder."""

    id: str
    title: Wording
    path: Path
    clauses: int = 0
    problems: int = 0
    own: bool = False
