"""The memory of what was checked in each group: read when the judge first asks, written beside the work.

It helps and is never in the way: where it cannot be written the user is told once, and everything
else goes on.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from moderator_app.core.errors import NotSaved
from moderator_app.core.message import Kind, Message
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import in_order
from moderator_app.core.roster.names import plain as plain_name
from moderator_app.core.rules.past import A_MINUTE, CHECKED_AGAIN, Checked, Outcome, Past, plain
from moderator_app.core.rules.verdict import Level, Verdict
from moderator_app.core.wording import Reason
from moderator_app.session.settings import Settings
from moderator_app.storage.history import History

if TYPE_CHECKING:
    from moderator_app.session.types import Case

LONGEST_KEPT = 5_000
"""Characters of a text that are remembered."""

_BEGINNING = datetime(2000, 1, 1)
_BECAME = {
    EntryKind.STRIKE: Outcome.CONFIRMED,
    EntryKind.NOTICE: Outcome.CONFIRMED,
    EntryKind.BREACH: Outcome.CONFIRMED,
    EntryKind.VOID: Outcome.CLEARED,
    EntryKind.MISJUDGED: Outcome.CLEARED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A message to be remembered: what was found, when it was sent, and who said it, as far as is known."""

    message: Message
    at: datetime
    level: Level = Level.OK
    rules: tuple[str, ...] = ()
    watched: tuple[str, ...] = ()
    member: str = ""
    name: str = ""

    @classmethod
    def of(cls, message: Message, verdict: Verdict, at: datetime, *, member: str, name: str) -> Remark:
        """A message with its verdict."""
        watched = tuple(finding.rule for finding in verdict.watched)
        return cls(
            message=message,
            at=at,
            level=verdict.level,
            rules=verdict.rules,
            watched=watched,
            member=member,
            name=name,
        )


def bare(text: str) -> str:
    """A text without blanks: what WeChat and the clipboard change on the way."""
    return "".join(text.split())


def remarks_of(case: Case) -> list[Remark]:
    """All messages of the conversation that a case speaks for, or the case's own alone."""
    told = case.conversation
    if len(told.messages) < 2:
        return [_remark_of(case)]
    return [
        Remark.of(message, verdict, message.at or case.at, member=member, name=message.sender)
        for message, verdict, member in zip(told.messages, told.verdicts, told.members, strict=True)
    ]


def remarks_against(case: Case, member: str = "") -> list[Remark]:
    """What a person is charged with by a case: its message, and their others of the same level."""
    cases = (case, *(other for other in case.more if other.verdict.level is case.verdict.level))
    return [replace(remark, member=member or remark.member) for remark in map(_remark_of, cases)]


def _remark_of(case: Case) -> Remark:
    member = case.member.id if case.member else ""
    name = case.message.sender or case.sender
    return Remark.of(case.message, case.verdict, case.at, member=member, name=name)


class Memory:
    """What was checked, by group; `trouble` is told what went wrong with the disk, once."""

    def __init__(
        self,
        history: History,
        settings: Callable[[], Settings],
        now: Callable[[], datetime],
        *,
        may_write: Callable[[], bool],
        trouble: Callable[[Reason], None],
    ) -> None:
        self._history = history
        self._settings = settings
        self._now = now
        self._may_write = may_write
        self._trouble = trouble
        self._told = False
        self._pasts: dict[str, Past] = {}
        self._pruned: date | None = None

    # ---- reading

    def past(self, group: str) -> Past | None:
        """What was checked in a group; None where nothing is to be remembered."""
        if not self._settings().history_days:
            return None
        if group not in self._pasts:
            self._pasts[group] = Past(self._history.read(group, self._since()))
        return self._pasts[group]

    def _since(self) -> datetime:
        return self._now() - timedelta(days=self._settings().history_days)

    def id_of(self, group: str, remark: Remark) -> str:
        """The id under which a message is remembered, or would be; "" where nothing is."""
        past = self.past(group)
        return "" if past is None else _id_in(past, remark)

    # ---- writing

    def remember(self, group: str, remarks: Iterable[Remark]) -> None:
        """Keep what was said with what was found; what is known is let be, unless it now has a member."""
        past = self.past(group)
        if past is None or not self._may_write():
            return
        self._prune()
        since, found = self._since(), dict[str, Checked]()
        for remark in remarks:
            if _is_worth(remark.message) and plain(remark.at) >= since:
                id = _id_in(past, remark)
                known = past.get(id)
                if known is None or (remark.member and not known.member):
                    outcome = known.outcome if known else Outcome.OPEN
                    found.setdefault(id, self._checked(id, remark, outcome))
        if found and self._written(lambda: self._history.add(group, self._now(), found.values())):
            for each in found.values():
                past.add(each)

    def keep(self, group: str, remarks: Sequence[Remark]) -> tuple[str, ...]:
        """Remember these where they are not yet, and give their ids; none where nothing is remembered."""
        if not remarks or self.past(group) is None:
            return ()
        self.remember(group, remarks)
        return tuple(self.id_of(group, remark) for remark in remarks)

    def _checked(self, id: str, remark: Remark, outcome: Outcome) -> Checked:
        return Checked.of(
            remark.message.text[:LONGEST_KEPT],
            id=id,
            at=remark.at,
            member=remark.member,
            name=remark.name,
            level=remark.level,
            rules=remark.rules,
            watched=remark.watched,
            outcome=outcome,
            keep_text=self._settings().history_text,
        )

    def settle(self, group: str, ids: Iterable[str], outcome: Outcome) -> None:
        """Say what became of messages; what is not remembered, or had become that, is let be."""
        past = self.past(group)
        if past is None or not self._may_write():
            return
        changed = [id for id in dict.fromkeys(ids) if (item := past.get(id)) and item.outcome is not outcome]
        if changed and self._written(lambda: self._history.settle(group, self._now(), changed, outcome)):
            for id in changed:
                past.replace_outcome(id, outcome)

    def let_pass(self, group: str, remarks: Sequence[Remark]) -> None:
        """Keep these as passed; what was confirmed before stays so."""
        past = self.past(group)
        ids = self.keep(group, remarks)
        undecided = [id for id in ids if past and (item := past.get(id)) and item.outcome is Outcome.OPEN]
        self.settle(group, undecided, Outcome.CLEARED)

    def follow(self, entries: Sequence[Entry], held: Iterable[Entry], asking: Collection[str]) -> None:
        """Let the messages that entries are about become what the record now says of them.

        `held` are the entries that hold; a notice that only asks (its id in `asking`) decides nothing.
        """
        became = {id: Outcome.OPEN for entry in entries for id in entry.checked}
        for entry in in_order(held):
            if entry.kind in _BECAME and not (entry.kind is EntryKind.NOTICE and entry.notice in asking):
                became |= dict.fromkeys(became.keys() & set(entry.checked), _BECAME[entry.kind])
        if not became:
            return
        for outcome in Outcome:
            ids = [id for id, now in became.items() if now is outcome]
            self.settle(entries[0].group, ids, outcome)

    def forget_read(self) -> None:
        """Read the history again when it is next needed."""
        self._pasts.clear()

    def obey_settings(self) -> None:
        """Forget what the settings no longer allow to be kept; raises NotSaved."""
        settings = self._settings()
        self._pasts.clear()
        if not settings.history_days:
            self._history.forget()
            return
        self._history.prune(self._since())
        if not settings.history_text:
            self._history.forget_texts()

    def _prune(self) -> None:
        """Forget what is too old, once a day."""
        today = self._now().date()
        if self._pruned != today:
            self._pruned = today
            self._written(lambda: self._history.prune(self._since()))

    def _written(self, write: Callable[[], None]) -> bool:
        try:
            write()
        except NotSaved as error:
            if not self._told:
                self._told = True
                self._trouble(Reason("storage.no-history", {**error.reason.values, "why": error.reason.code}))
            return False
        return True


def _id_in(past: Past, remark: Remark) -> str:
    """The id of a message: made of the words, the name that was copied with them, and the minute.

    Where nothing tells when it was sent, the same words of a little while ago are the same message,
    unless they are known to be another member's.
    """
    key, minute = _key(remark.message), _minute(remark.at)
    id = f"{key}{minute:x}"
    if remark.message.at is None:
        earlier = (f"{key}{minute - gap:x}" for gap in range(CHECKED_AGAIN // A_MINUTE + 1))
        id = next((id for id in earlier if past.get(id)), id)
    known = past.get(id)
    if known and known.member and remark.member and known.member != remark.member:
        return f"{id}.{remark.member[:8]}"
    return id


def _is_worth(message: Message) -> bool:
    """Whether there are words to be remembered."""
    return message.kind is Kind.TEXT and bool(message.text.strip())


def _key(message: Message) -> str:
    """What tells a message from others but its time: twelve letters."""
    words = f"{plain_name(message.sender)}\0{bare(message.text)}"
    digest = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=9).digest()
    return urlsafe_b64encode(digest).decode("ascii")


def _minute(at: datetime) -> int:
    return (plain(at) - _BEGINNING) // A_MINUTE
