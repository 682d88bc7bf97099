"""What waits and what was settled: proposals, appeals, reports, fines, tasks and the blocklist.

Everything is derived from a set of ledger entries: their order and repetition do not matter, and an
action that was taken back never happened. `Held` is such a set made ready, to be asked many times.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import effective, in_order
from moderator_app.core.roster.names import plain
from moderator_app.core.rules.process import Removal
from moderator_app.core.rules.verdict import Action
from moderator_app.core.wording import Reason, Value

KINDS = frozenset(EntryKind) - {
    EntryKind.STRIKE,
    EntryKind.NOTICE,
    EntryKind.MEMBER_ADDED,
    EntryKind.MEMBER_EDITED,
    EntryKind.MEMBER_REMOVED,
    EntryKind.MISJUDGED,
    EntryKind.BREACH,
    EntryKind.CHANGED,
}
"""The entries that the derivations here read; all others may be left out of what they are given."""


class Held:
    """What holds of a set of entries, by kind, each in order."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_kind: dict[EntryKind, list[Entry]] = {}
        for entry in in_order(effective(entries)):
            self._by_kind.setdefault(entry.kind, []).append(entry)

    def of(self, *kinds: EntryKind) -> Sequence[Entry]:
        """The entries of one kind, or of several, in order."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], ())
        return in_order(entry for kind in kinds for entry in self._by_kind.get(kind, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An entry that asks for something, and the first one that answered it."""

    entry: Entry
    answer: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A step that was proposed; `agreed` are the names of those who agreed, each once, the proposer first.

    `end` is the entry that declined it, carried it out or made it void, None while it waits.
    """

    entry: Entry
    agreed: tuple[str, ...] = ()
    end: Entry | None = None


_REMOVAL = EntryKind.CARRIED_OUT, Action.REMOVE


def proposals(held: Held) -> tuple[Proposal, ...]:
    """Every proposal with who agreed and how it ended, in order.

    Somebody who agreed twice, or under another spelling of the name, counts once. One who declines
    ends it for all; it can be proposed anew. So does the removal of the member in another way, and
    their return: nobody is removed for what was agreed on before that.
    """
    agreed: dict[str, list[str]] = {}
    for entry in held.of(EntryKind.AGREED):
        agreed.setdefault(entry.target, []).append(entry.moderator)
    ends: dict[str, Entry] = {}
    later: dict[str, list[Entry]] = {}
    for entry in held.of(EntryKind.DECLINED, EntryKind.CARRIED_OUT, EntryKind.RESTORED):
        ends.setdefault(entry.target, entry)
        if entry.kind is EntryKind.RESTORED or (entry.kind, entry.step) == _REMOVAL:
            later.setdefault(entry.member, []).append(entry)
    return tuple(
        Proposal(
            entry=entry,
            agreed=_each_once([entry.moderator, *agreed.get(entry.id, ())]),
            end=ends.get(entry.id) or _overtaken(entry, later.get(entry.member, ())),
        )
        for entry in held.of(EntryKind.PROPOSED)
    )


def _overtaken(proposal: Entry, later: Iterable[Entry]) -> Entry | None:
    """What removed the member in another way after the proposal, or brought them back."""
    return next((entry for entry in later if (entry.seq, entry.id) > (proposal.seq, proposal.id)), None)


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        if name.strip():
            found.setdefault(plain(name), name)
    return tuple(found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Whether enough agreed, and the sentence that says what is missing."""

    ready: bool
    needs: Reason
    owner_needed: bool = False


def consent(agreed: Collection[str], removal: Removal, owner: str, *, together: int = 1) -> Consent:
    """Whether a removal may be carried out after these moderators agreed.

    `owner` is the name of the group's owner ("" where none is set); `together` is how many removals
    it is one of, at once or on one day.
    """
    spoken = bool(owner) and plain(owner) in map(plain, agreed)
    if removal.owner_above and together > removal.owner_above:
        return _owners_word(spoken, removal, owner, together)
    missing = max(0, removal.admins - len(set(map(plain, agreed)))) if removal.waits else 0
    if not missing or (removal.owner and spoken):
        return Consent(ready=True, needs=Reason("process.ready"))
    code = "process.needs-others"
    if removal.owner:
        code = "process.needs-others-or-owner" if owner else "process.needs-others-no-owner"
    return Consent(ready=False, needs=Reason(code, {"count": missing, "owner": owner}))


def _owners_word(spoken: bool, removal: Removal, owner: str, together: int) -> Consent:
    if spoken:
        return Consent(ready=True, needs=Reason("process.ready"), owner_needed=True)
    code = "process.needs-owner" if owner else "process.needs-owner-unset"
    values: dict[str, Value] = {"owner": owner, "count": together, "most": removal.owner_above}
    return Consent(ready=False, needs=Reason(code, values), owner_needed=True)


def appeals(held: Held) -> tuple[Answered, ...]:
    """Every appeal, answered by the first entry after it that upholds the strike, or by its voiding."""
    answers: dict[str, list[Entry]] = {}
    for entry in held.of(EntryKind.UPHELD, EntryKind.VOID):
        answers.setdefault(entry.target, []).append(entry)
    return tuple(
        Answered(entry=entry, answer=_answer_to(entry, answers.get(entry.target, ())))
        for entry in held.of(EntryKind.APPEALED)
    )


def _answer_to(appeal: Entry, answers: Collection[Entry]) -> Entry | None:
    voided = next((answer for answer in answers if answer.kind is EntryKind.VOID), None)
    later = (answer for answer in answers if (answer.seq, answer.id) > (appeal.seq, appeal.id))
    return voided or next(later, None)


_ANSWERS = {
    EntryKind.REPORTED: EntryKind.REPORT_CLOSED,
    EntryKind.FINE: EntryKind.PAID,
    EntryKind.TASK: EntryKind.ANSWERED,
}


def answered(held: Held, asked: EntryKind) -> tuple[Answered, ...]:
    """Every report, fine or task (`asked` says which) with what closed, paid or answered it, in order."""
    answers: dict[str, Entry] = {}
    for entry in held.of(_ANSWERS[asked]):
        answers.setdefault(entry.target, entry)
    return tuple(Answered(entry=entry, answer=answers.get(entry.id)) for entry in held.of(asked))


def blocked(held: Held, canonical: Callable[[str], str] = str) -> tuple[Entry, ...]:
    """The entries that put somebody on the list who is still on it, one a person, in order.

    `canonical` gives the id under which the records of a member count (by default the member's own).
    """
    last: dict[str, Entry] = {}
    for entry in held.of(EntryKind.BLOCKED, EntryKind.UNBLOCKED):
        last[canonical(entry.member)] = entry
    return tuple(in_order(entry for entry in last.values() if entry.kind is EntryKind.BLOCKED))
