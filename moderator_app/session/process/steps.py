"""Takes steps against members and back again: moved, suspended, removed by consent, restored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from moderator_app.core.errors import BadInput, NotFound, Refused
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.roster.names import plain
from moderator_app.core.roster.process import Consent, Proposal, consent, proposals
from moderator_app.core.rules.process import Process
from moderator_app.core.rules.verdict import Action as Step
from moderator_app.core.wording import Reason
from moderator_app.session.actions import Action
from moderator_app.session.desk import Desk
from moderator_app.session.process.book import Book
from moderator_app.session.process.dues import whole_amount
from moderator_app.session.process.free_group import free_group_of
from moderator_app.session.process.types import Pending
from moderator_app.session.types import Change

_AFTER = {Step.MOVE: Status.FREE_GROUP, Step.SUSPEND: Status.SUSPENDED, Step.REMOVE: Status.REMOVED}
_LONGEST_DAYS = 36_500
_GONE = frozenset({Status.FREE_GROUP, Status.SUSPENDED, Status.REMOVED, Status.LEFT})
_OUTSIDE = frozenset({Status.REMOVED, Status.LEFT})
"""Who is not in the group at all can be neither moved nor suspended: that would undo a removal by the way."""


class Steps:
    """The part of the process that changes where members stand."""

    def __init__(self, desk: Desk, book: Book) -> None:
        self._desk = desk
        self._book = book

    # ---- steps

    def take(
        self,
        member_id: str,
        step: Step,
        *,
        reason: str,
        strike: str,
        days: int | None,
        amount: str,
        packet: bool,
    ) -> Change:
        """Take one step; a removal that needs more than one moderator is proposed."""
        member = self._book.member(member_id)
        home = self._desk.group(member.group)
        why = {"reason": reason.strip(), "target": strike, **self._charged(strike)}
        if step is Step.REMOVE:
            return self._remove([member], why)
        action = Action(self._desk, home, deed="move" if step is Step.MOVE else "")
        if step is Step.FINE:
            action.fine(member, whole_amount(amount), packet=packet, **why)
            return action.done()
        after = self._after(member, step, days)
        self._refuse_nothing(member, after, step)
        until = datetime.combine(after.suspended_until, time.min) if after.suspended_until else None
        until = until if step is Step.SUSPEND else None
        action.add(EntryKind.CARRIED_OUT, member, step=step, before=member, after=after, until=until, **why)
        free = free_group_of(self._desk, home) if step is Step.MOVE else None
        if free is None:
            return action.done()
        self._open_free_side(action, after, free.group)
        return action.done(*free.link(action, self._desk))

    def take_all(self, member_ids: Sequence[str], step: Step, reason: str) -> Change:
        """Remove several members of one group as one action, or propose all of it."""
        if step is not Step.REMOVE:
            raise BadInput("process.not-for-several")
        members = [self._book.member(member_id) for member_id in dict.fromkeys(member_ids)]
        if not members:
            raise BadInput("strike.nobody")
        if len({member.group for member in members}) > 1:
            raise BadInput("process.several-groups")
        return self._remove(members, {"reason": reason.strip()})

    def _charged(self, strike_id: str) -> dict[str, object]:
        """The clauses of the strike that a step is taken for."""
        return {"rules": self._book.entry(strike_id, EntryKind.STRIKE).rules} if strike_id else {}

    def _after(self, member: Member, step: Step, days: int | None) -> Member:
        """The member once the step is taken; steps that are only said change nothing."""
        if step not in _AFTER:
            return member
        until = None
        if step is Step.SUSPEND:
            lasting = self._desk.process(member.group).suspend_days if days is None else days
            if not 0 <= lasting <= _LONGEST_DAYS:
                raise BadInput("process.bad-days", days=lasting)
            until = self._desk.now().date() + timedelta(days=lasting) if lasting else None
        return replace(member, status=_AFTER[step], suspended_until=until)

    def _refuse_nothing(self, member: Member, after: Member, step: Step) -> None:
        if step in _AFTER and after == member:
            raise Refused("process.already-so", member=member.name)
        if step in _AFTER and member.status in _OUTSIDE:
            raise Refused("process.outside", member=member.name)

    def _open_free_side(self, action: Action, member: Member, free: Group) -> None:
        """The free group has the member from now on: found there, or added."""
        there = self._linked(member, free) or self._same_there(member, free)
        if there is None:
            there = Member(
                id=self._desk.new_id(),
                group=free.id,
                name=member.name,
                aliases=member.aliases,
                card=member.card,
                joined=self._desk.now().date(),
            )
            action.change_member(EntryKind.MEMBER_ADDED, None, there)
        elif there.status is not Status.ACTIVE:
            action.change_member(EntryKind.MEMBER_EDITED, there, replace(there, status=Status.ACTIVE))
        if self._linked(member, free) is None:
            action.add(EntryKind.LINKED, member, target=there.id)

    def _free_group(self, member: Member) -> Group | None:
        """The free group that is linked to the member's, where there is one."""
        linked = self._desk.group(member.group).linked_free_group
        return next((group for group in self._desk.groups() if group.id == linked), None)

    def _linked(self, member: Member, free: Group) -> Member | None:
        """The member's other side, as far as it was told."""
        sides = map(self._desk.record.member, sorted(self._desk.record.identity.links(member.id)))
        return next((side for side in sides if side and side.group == free.id), None)

    def _same_there(self, member: Member, free: Group) -> Member | None:
        """Who bears exactly the same name and card there, and alone."""
        twins = [
            each
            for each in self._desk.record.members(free.id)
            if (plain(each.name), plain(each.card)) == (plain(member.name), plain(member.card))
        ]
        return twins[0] if len(twins) == 1 else None

    def add_free_group(self, home: Group) -> Change:
        """Make the free group of a group, or find it, and link it."""
        free = free_group_of(self._desk, home)
        if free is None or free.linked:
            raise Refused("group.nothing-changed", group=home.title.zh, group_en=home.title.get("en"))
        action = Action(self._desk, home, deed="group-added" if free.made else "group-edited")
        return action.done(*free.link(action, self._desk))

    def bring_back(self, member_id: str, reason: str) -> Change:
        """Let a member be in the group again; the free group's side has left it."""
        member = self._book.member(member_id)
        if member.status not in _GONE:
            raise Refused("process.not-away", member=member.name)
        action = Action(self._desk, self._desk.group(member.group), deed="back")
        back = replace(member, status=Status.ACTIVE, suspended_until=None)
        action.add(EntryKind.RESTORED, member, before=member, after=back, reason=reason.strip())
        free = self._free_group(member)
        there = self._linked(member, free) if free else None
        if there and there.status is Status.ACTIVE:
            action.change_member(EntryKind.MEMBER_EDITED, there, replace(there, status=Status.LEFT))
        return action.done()

    def home_side(self, member_id: str) -> Member | None:
        """Who this member of a free group is in the group they were moved from; None else."""
        here = self._book.member(member_id)
        if here.status in _OUTSIDE:
            return None
        sides = map(self._desk.record.member, sorted(self._desk.record.identity.links(here.id)))
        moved = (side for side in sides if side and side.status is Status.FREE_GROUP)
        return next((side for side in moved if self._leads_to(side, here.group)), None)

    def _leads_to(self, moved: Member, group: str) -> bool:
        free = self._free_group(moved)
        return free is not None and free.id == group

    # ---- removals by consent

    def _remove(self, members: Sequence[Member], why: dict[str, object]) -> Change:
        """Remove these members, or propose it where one moderator's word is not enough."""
        home = self._desk.group(members[0].group)
        proposed = {pending.member.id for pending in self.pending(home.id)}
        for member in members:
            if member.status is Status.REMOVED:
                raise Refused("process.already-so", member=member.name)
            if member.id in proposed:
                raise Refused("process.already-proposed", member=member.name)
        at_once = self.asked_of_one(home.id, len(members)) is None
        action = Action(self._desk, home)
        for member in members:
            if at_once:
                self._carry(action, member, why)
            else:
                action.add(EntryKind.PROPOSED, member, step=Step.REMOVE, **why)
        return action.done()

    def asked_of_one(self, group: str, count: int = 1) -> Reason | None:
        """Whose consent so many removals want beside that of who sits here; None for nobody's."""
        home, removal = self._desk.group(group), self._desk.process(group).removal
        me = self._desk.settings().moderator
        together = count + self._removed_today(home.id)
        asked = consent([me] if me.strip() else [], removal, home.owner, together=together)
        return None if asked.ready else asked.needs

    def _carry(self, action: Action, member: Member, why: dict[str, object]) -> None:
        after = replace(member, status=Status.REMOVED, suspended_until=None)
        action.add(EntryKind.CARRIED_OUT, member, step=Step.REMOVE, before=member, after=after, **why)

    def _removed_today(self, group: str) -> int:
        """How many members were removed today, each once."""
        today = self._desk.now().date()
        return len(
            {
                entry.member
                for entry in self._book.held(group).of(EntryKind.CARRIED_OUT)
                if entry.step is Step.REMOVE and entry.at.date() == today
            }
        )

    def pending(self, group: str | None) -> tuple[Pending, ...]:
        """What waits for consent, oldest first."""
        home = self._desk.group(group)
        proposed = proposals(self._book.held(home.id))
        waiting = [each for each in proposed if each.end is None]
        at_once = Counter(each.entry.action for each in proposed)
        process, today = self._desk.process(home.id), self._removed_today(home.id)
        found = []
        for each in waiting:
            member = self._desk.record.member(each.entry.member)
            if member is None or member.status is Status.REMOVED:
                continue
            together = max(at_once[each.entry.action], today + 1)
            found.append(self._as_pending(each, member, self._asked(each, process, home, together)))
        return tuple(found)

    def _asked(self, proposal: Proposal, process: Process, home: Group, together: int) -> Consent:
        return consent(proposal.agreed, process.removal, home.owner, together=together)

    def _as_pending(self, proposal: Proposal, member: Member, asked: Consent) -> Pending:
        return Pending(
            entry=proposal.entry,
            member=member,
            action=proposal.entry.step,
            reason=proposal.entry.reason,
            agreed=proposal.agreed,
            needs=asked.needs,
            ready=asked.ready,
            owner_needed=asked.owner_needed,
        )

    def _waiting(self, proposal_id: str) -> tuple[Entry, Proposal]:
        """A proposal that waits; Refused where it ended already."""
        entry = self._book.entry(proposal_id, EntryKind.PROPOSED)
        found = next(each for each in proposals(self._book.held(entry.group)) if each.entry.id == entry.id)
        if found.end is not None:
            raise Refused("process.decided-already", member=entry.name)
        return entry, found

    def agree(self, proposal_ids: Sequence[str], moderator: str) -> Change:
        """A moderator agrees, as one action: the one named, or whoever sits here."""
        chosen = [self._waiting(proposal_id) for proposal_id in dict.fromkeys(proposal_ids)]
        name, home = self._named(moderator), self._one_group([entry for entry, _ in chosen])
        if any(plain(name) in map(plain, proposal.agreed) for _, proposal in chosen):
            raise Refused("process.agreed-already", moderator=name)
        action = Action(self._desk, home)
        for entry, _ in chosen:
            said = {"target": entry.id, "step": entry.step, "moderator": name}
            action.add(EntryKind.AGREED, self._book.person(entry), **said)
        return action.done()

    def _one_group(self, entries: Sequence[Entry]) -> Group:
        """The group that all of these are of."""
        if not entries:
            raise BadInput("strike.nobody")
        if len({entry.group for entry in entries}) > 1:
            raise BadInput("process.several-groups")
        return self._desk.group(entries[0].group)

    def decline(self, proposal_id: str, why: str, moderator: str) -> Change:
        """A moderator says no; that ends the proposal."""
        entry, _ = self._waiting(proposal_id)
        if not why.strip():
            raise BadInput("process.no-reason")
        name = moderator.strip() or self._desk.settings().moderator
        action = Action(self._desk, self._desk.group(entry.group))
        fields = {"target": entry.id, "step": entry.step, "reason": why.strip(), "moderator": name}
        action.add(EntryKind.DECLINED, self._book.person(entry), **fields)
        return action.done()

    def _named(self, moderator: str) -> str:
        """Who speaks; nobody without a name can agree."""
        name = " ".join((moderator or self._desk.settings().moderator).split())
        if not name:
            raise BadInput("process.no-moderator")
        return name

    def carry_out(self, proposal_ids: Sequence[str]) -> Change:
        """Carry out what was agreed, as one action."""
        chosen = [self._waiting(proposal_id) for proposal_id in dict.fromkeys(proposal_ids)]
        home = self._one_group([entry for entry, _ in chosen])
        process, together = self._desk.process(home.id), len(chosen) + self._removed_today(home.id)
        waiting = {pending.entry.id: pending for pending in self.pending(home.id)}
        action = Action(self._desk, home)
        for entry, proposal in chosen:
            pending = waiting.get(entry.id)
            if pending is None:
                raise NotFound("member.unknown", name=entry.name)
            asked = self._asked(proposal, process, home, together)
            if not (pending.ready and asked.ready):
                why = asked.needs if pending.ready else pending.needs
                raise Refused("process.not-ready", **{**why.values, "member": entry.name, "why": why.code})
            self._carry(
                action, pending.member, {"target": entry.id, "rules": entry.rules, "reason": entry.reason}
            )
        return action.done()
