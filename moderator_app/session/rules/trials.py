"""The group's history as messages to try rules on, each with what was known when it was checked."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from moderator_app.core.message import Context, Message, Speaker
from moderator_app.core.roster.group import Group
from moderator_app.core.rules.backtest import BEFORE, Trial, Was
from moderator_app.core.rules.past import Checked, Outcome, Past
from moderator_app.core.text.kinds import kind_of

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk

_WAS = {Outcome.OPEN: Was.OPEN, Outcome.CONFIRMED: Was.CONFIRMED, Outcome.CLEARED: Was.PASSED}


def past_of(desk: Desk, home: Group) -> Past:
    """The history of checks of the group."""
    return Past()


def history(desk: Desk, home: Group) -> tuple[list[Trial], int]:
    """Every checked message that is kept with its text, oldest first, and how many are kept without."""
    trials: list[Trial] = []
    before: deque[Message] = deque(maxlen=BEFORE)
    unread = 0
    for checked in list(past_of(desk, home)):
        if not checked.text:
            unread += 1
            continue
        message = Message(text=checked.text, sender=checked.name, at=checked.at, kind=kind_of(checked.text))
        context = Context(now=checked.at, speaker=_speaker(desk, checked), before=tuple(before))
        trials.append(Trial(message=message, context=context, was=_WAS[checked.outcome]))
        before.append(message)
    return trials, unread


def _speaker(desk: Desk, checked: Checked) -> Speaker:
    member = desk.record.member(checked.member) if checked.member else None
    if member is None:
        return Speaker(name=checked.name)
    return Speaker(name=member.name, card=member.card, role=member.role)
