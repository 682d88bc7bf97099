"""`session.process`: everything between a first strike and a removal, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

from moderator_app.core.errors import BadInput, Refused
from moderator_app.core.roster.ladder import StepView
from moderator_app.core.roster.member import Member
from moderator_app.core.rules.verdict import Action as Step
from moderator_app.core.wording import Reason
from moderator_app.session.actions import Action
from moderator_app.session.checking import step_of
from moderator_app.session.desk import Desk
from moderator_app.session.fields import checked_fields
from moderator_app.session.process.blocklist import Blocklist
from moderator_app.session.process.claims import Claims
from moderator_app.session.process.dues import Dues
from moderator_app.session.process.following import following
from moderator_app.session.process.free_group import FreeGroup, free_group_of
from moderator_app.session.process.steps import Steps
from moderator_app.session.process.todo import People, Todos, returning
from moderator_app.session.process.types import (
    Alarm,
    Appeal,
    Blocked,
    Fine,
    Following,
    Pending,
    Report,
    Returning,
    Task,
    Todo,
)
from moderator_app.session.types import Change


class ProcessDesk:
    """The process of the open session. Reading writes nothing; each deed is one action and one undo.

    A moderator's name is the setting `moderator`; names are compared as copies of one name are
    (case, width and blanks do not matter). `group` is a group's id, the current one by default.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._book = desk.book
        self._steps = Steps(desk, self._book)
        self._claims = Claims(desk, self._book)
        self._dues = Dues(desk, self._book)
        self._blocklist = Blocklist(desk, self._book)
        self._todos = Todos(desk, self._steps, self._claims, self._dues)

    # ---- steps

    def take(
        self,
        member_id: str,
        action: Step,
        *,
        reason: str = "",
        strike: str = "",
        days: int | None = None,
        amount: str = "",
        packet: bool = False,
    ) -> Change:
        """Take a step against a member, for a strike (its id) where one is given.

        MOVE sets the status and opens the linked free group's side: the member is found there by
        exactly the same name and card, or added, and both are linked. Where no free group is linked
        and the rulebook says of which kind it is, that is made and linked as well. SUSPEND lasts
        `days` (0: until ended; by default as the rulebook says). REMOVE is proposed where the
        rulebook wants more than one moderator, and done at once elsewhere, or where the owner does it;
        the other steps are one moderator's to take. FINE records `amount`, with `packet` as a red packet.
        All others only record that the step was taken. Refused where the member stands there already,
        and to move or suspend somebody who is not in the group.
        """
        return self._steps.take(
            member_id, action, reason=reason, strike=strike, days=days, amount=amount, packet=packet
        )

    def free_group(self, group: str | None = None) -> FreeGroup | None:
        """Where members of a group are moved to, perhaps still to be made; None where nothing says."""
        return free_group_of(self._desk, self._desk.group(group))

    def add_free_group(self, group: str | None = None) -> Change:
        """Make the free group of a group and link it; Refused where it has one, or nothing says which."""
        return self._steps.add_free_group(self._desk.group(group))

    def take_all(self, member_ids: Sequence[str], action: Step, reason: str = "") -> Change:
        """Remove several members of one group at once, as one action.

        More than the rulebook's `owner_above` need the owner, those counted who were removed today.
        """
        return self._steps.take_all(member_ids, action, reason)

    def needs_for_removal(self, group: str, count: int = 1) -> Reason | None:
        """Whose consent so many removals in a group want beside that of who sits here; None for nobody's."""
        return self._steps.asked_of_one(group, count)

    def bring_back(self, member_id: str, reason: str = "") -> Change:
        """Let a member be in the group again; in the linked free group they have left.

        Who comes from the free group, or had been removed, begins anew: earlier strikes stay visible
        and count no longer. After a suspension, or having left of their own, they count on. The
        rulebook may say otherwise (`restore_clears`).
        """
        return self._steps.bring_back(member_id, reason)

    def home_side(self, member_id: str) -> Member | None:
        """Who a member of a free group is in the group they were moved from, to be brought back there."""
        return self._steps.home_side(member_id)

    def next_step(self, member_id: str, rules: Sequence[str] = ()) -> StepView:
        """What follows when the member breaks these rules; by default those of the last counting strike."""
        member = self._book.member(member_id)
        if not rules:
            last = self._desk.roster.standing(member).last
            rules = last.rules if last else ()
        return step_of(self._desk, self._desk.group(member.group), member, tuple(rules))

    def following(self, strike_id: str) -> Following | None:
        """The step that the ladder asked for with a strike, as long as it is not taken; None else."""
        return following(self._desk, self._steps, strike_id)

    def leave(self, member_id: str, until: date | None, reason: str = "") -> Change:
        """A member told that they are away until that day, which excuses silence; None ends it."""
        member = self._book.member(member_id)
        if until == member.leave_until:
            raise Refused("member.nothing-changed", member=member.name)
        return self._edit([(member_id, checked_fields({"leave_until": until}))], "leave", reason)

    def met(self, member_ids: Sequence[str], day: date) -> Change:
        """These members came to a meet-up on that day."""
        later = [
            each for each in dict.fromkeys(member_ids) if (self._book.member(each).met or date.min) < day
        ]
        if not later:
            raise BadInput("strike.nobody") if not member_ids else Refused("process.met-already")
        return self._edit([(each, checked_fields({"met": day})) for each in later], "met", "")

    def _edit(self, changes: Sequence[tuple[str, dict[str, object]]], deed: str, reason: str) -> Change:
        first = self._book.member(changes[0][0])
        action = Action(self._desk, self._desk.group(first.group), deed=deed)
        for member_id, fields in changes:
            action.edit_member(self._book.member(member_id), fields, reason=reason.strip())
        return action.done()

    # ---- removals by consent

    def pending(self, group: str | None = None) -> tuple[Pending, ...]:
        """What waits for consent, oldest first."""
        return self._steps.pending(group)

    def agree(self, proposal_ids: str | Sequence[str], moderator: str = "") -> Change:
        """A moderator agrees to a proposal, or to several as one action: the one named, or who sits here.

        Refused where that one agreed to one of them before; BadInput where nobody is named.
        """
        ids = [proposal_ids] if isinstance(proposal_ids, str) else proposal_ids
        return self._steps.agree(ids, moderator)

    def decline(self, proposal_id: str, why: str, moderator: str = "") -> Change:
        """A moderator says no, for a reason; that ends the proposal."""
        return self._steps.decline(proposal_id, why, moderator)

    def carry_out(self, proposal_ids: Sequence[str]) -> Change:
        """Carry out what was agreed, as one action; Refused where consent is missing for one of them."""
        return self._steps.carry_out(proposal_ids)

    # ---- appeals and reports

    def appeal(self, strike_id: str, text: str) -> Change:
        """A member speaks against a strike."""
        return self._claims.appeal(strike_id, text)

    def uphold(self, strike_id: str, why: str) -> Change:
        """The strike stands after the appeal; `session.void` accepts the appeal instead."""
        return self._claims.uphold(strike_id, why)

    def appeals(self, group: str | None = None) -> tuple[Appeal, ...]:
        """All appeals, newest first."""
        return self._claims.appeals(group)

    def report(
        self,
        member: str,
        *,
        text: str = "",
        pictures: Sequence[Path | bytes] = (),
        reporter: str = "",
        group: str | None = None,
    ) -> Change:
        """Somebody complained of a member (id or name), in words or with pictures (files, or their bytes).

        Who reported is kept apart from the record. `Change.warnings` tells where the text itself
        names them.
        """
        return self._claims.report(member, text=text, pictures=pictures, reporter=reporter, group=group)

    def close_report(self, report_id: str, why: str) -> Change:
        """A report was dealt with: how, is said in `why`."""
        return self._claims.close_report(report_id, why)

    def reports(self, group: str | None = None) -> tuple[Report, ...]:
        """All reports, newest first."""
        return self._claims.reports(group)

    # ---- fines and tasks

    def fine(
        self, member_id: str, amount: str, *, reason: str = "", packet: bool = False, target: str = ""
    ) -> Change:
        """Put a fine or a red packet on record; `target` is the strike or late task that it is for."""
        return self._dues.fine(member_id, amount, reason=reason, packet=packet, target=target)

    def paid(self, fine_id: str) -> Change:
        """A fine was paid, or the red packet sent."""
        return self._dues.paid(fine_id)

    def fines(self, group: str | None = None, open_only: bool = False) -> tuple[Fine, ...]:
        """All fines and red packets, newest first."""
        return self._dues.fines(group, open_only)

    def task(
        self, member_ids: Sequence[str], text: str, *, until: datetime | None = None, rule: str = ""
    ) -> Change:
        """Something that these members have to answer.

        Without `until` the time is that of the rulebook's task rule (`rule`, by default its first);
        BadInput where there is none.
        """
        return self._dues.task(member_ids, text, until=until, rule=rule)

    def answered(self, task_id: str) -> Change:
        """A member answered."""
        return self._dues.answered(task_id)

    def tasks(self, group: str | None = None) -> tuple[Task, ...]:
        """All tasks, newest first."""
        return self._dues.tasks(group)

    # ---- the list of those who shall not come back

    def block(self, member_id: str, why: str) -> Change:
        """Put a member on the list that holds for all groups."""
        return self._blocklist.block(member_id, why)

    def unblock(self, member_id: str) -> Change:
        """Take somebody off the list."""
        return self._blocklist.unblock(member_id)

    def blocked(self) -> tuple[Blocked, ...]:
        """Everybody on the list, the latest first."""
        return self._desk.alarms.blocked()

    def alarms(self, names: str | Iterable[str], member_id: str = "") -> tuple[Alarm, ...]:
        """Whether a name, or one of several, is or may be that of somebody on the list; surest first.

        Of a member's names those are left out of whom it was told that they are not this member.
        """
        return self._desk.alarms.alarms([names] if isinstance(names, str) else names, member_id)

    # ---- what there is to do

    def todo(self, group: str | None = None) -> Todo:
        """Everything in a group that waits for the moderator; cheap enough to be asked after each change."""
        return self._todos.all(self._desk.group(group))

    def look_after(self, people: People) -> None:
        """From now on tell also of name cards and of those who have gone quiet."""
        self._todos.look_after(people)

    def about(self, member_id: str) -> Todo:
        """What of that is about one member; cheap, because most members have nothing of the kind."""
        return self._todos.about(self._book.member(member_id))

    def returning(self, group: str | None = None) -> tuple[Returning, ...]:
        """The suspended members whose time is over, those first who have waited longest."""
        return returning(self._desk, self._desk.group(group), self._desk.now().date())
