"""What a strike asks of the moderator beside its notice, as long as nobody has done it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import StrikeState, effective, strike_states
from moderator_app.core.roster.ladder import StepView, next_step, standing
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.rules.verdict import Action as Step
from moderator_app.session.desk import Desk
from moderator_app.session.process.free_group import free_group_of
from moderator_app.session.process.steps import Steps
from moderator_app.session.process.types import Following

_TAKEN = {
    Step.MOVE: (Status.FREE_GROUP, Status.REMOVED, Status.LEFT),
    Step.SUSPEND: (Status.SUSPENDED, Status.REMOVED, Status.LEFT),
    Step.REMOVE: (Status.REMOVED, Status.LEFT),
    Step.FINE: (),
}
"""The steps that are more than words, each with where a member stands who needs it no more."""
_DONE = (EntryKind.CARRIED_OUT, EntryKind.FINE)


def following(desk: Desk, steps: Steps, strike_id: str) -> Following | None:
    """The step that the ladder asked for with this strike; None where it is done, or was only words."""
    strike = desk.record.entry(strike_id)
    member = desk.record.member(strike.member) if strike else None
    if strike is None or member is None or strike.kind is not EntryKind.STRIKE:
        return None
    entries = desk.record.entries(strike.group, strike.member)
    ladder = desk.ladder(strike.group)
    states = strike_states(entries, ladder.lapse_days, desk.now(), clears=ladder.clears)
    if states.get(strike.id) is not StrikeState.ACTIVE:
        return None
    before = [entry for entry in entries if (entry.seq, entry.id) < (strike.seq, strike.id)]
    active = standing(before, ladder, strike.at, rules=strike.rules).active
    step = next_step(ladder, active, strike.rules)
    if strike.step not in (Step.NONE, step.action):  # another rulebook held then
        step = replace(step, action=strike.step, days=0, amount="")
    if step.action not in _TAKEN or member.status in _TAKEN[step.action]:
        return None
    answers = [entry.kind for entry in effective(entries) if entry.target == strike.id]
    if any(kind in _DONE for kind in answers):
        return None
    return _following(desk, steps, strike, member, step, declined=EntryKind.PROPOSED in answers)


def _following(
    desk: Desk, steps: Steps, strike: Entry, member: Member, step: StepView, *, declined: bool
) -> Following | None:
    """The step with all that has to be known to take it; `declined` where it was proposed before."""
    if step.action is Step.REMOVE:
        pending = next((each for each in steps.pending(member.group) if each.member.id == member.id), None)
        if pending is None and declined:
            return None
        asked = None if pending else steps.asked_of_one(member.group)
        return Following(
            strike=strike,
            member=member,
            action=step.action,
            notice=_notice(desk, strike, step.action),
            pending=pending,
            needs=pending.needs if pending and not pending.ready else asked,
        )
    free = free_group_of(desk, desk.group(member.group)) if step.action is Step.MOVE else None
    days = (step.days or desk.process(member.group).suspend_days) if step.action is Step.SUSPEND else 0
    return Following(
        strike=strike,
        member=member,
        action=step.action,
        notice=_notice(desk, strike, step.action),
        days=days,
        until=_day_after(desk, days),
        amount=step.amount,
        usual=_usual(desk, strike) if step.action is Step.FINE and not step.amount else "",
        packet=step.packet,
        groups=free.ahead if free else None,
    )


def _usual(desk: Desk, strike: Entry) -> str:
    """The amount that was put on record last in the group for a breach of one of the same clauses."""
    fines = desk.book.held(strike.group).of(EntryKind.FINE)
    alike = (fine.amount for fine in reversed(fines) if fine.amount and set(fine.rules) & set(strike.rules))
    return next(alike, "")


def _notice(desk: Desk, strike: Entry, action: Step) -> str:
    """The notice that goes with a step, where it is not the one that the strike was announced with."""
    if action is Step.REMOVE and not desk.process(strike.group).removal.explain:
        return ""
    wanted = desk.library.rulebook_of(desk.group(strike.group)).notices.after(action)
    return "" if wanted == strike.notice else wanted


def _day_after(desk: Desk, days: int) -> date | None:
    return desk.now().date() + timedelta(days=days) if days else None
