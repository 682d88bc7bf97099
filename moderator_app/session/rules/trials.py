"""Messages to try rules on: the group's history, or messages of a file, each with what surrounded it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from moderator_app.core.message import Context, Message, Speaker
from moderator_app.core.roster.group import Group
from moderator_app.core.rules.backtest import Progress, Trial, Was
from moderator_app.core.rules.changes import decider
from moderator_app.core.rules.past import Outcome, Past, plain
from moderator_app.core.rules.rulebook import Example, Examples
from moderator_app.core.text.kinds import kind_of
from moderator_app.session.checking import speaker_of

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk

_BEFORE = 50
"""How many messages before one are its context."""
_STEP = 200
"""After how many messages that are looked for copies the progress is told."""
_WAS = {Outcome.OPEN: Was.OPEN, Outcome.CONFIRMED: Was.CONFIRMED, Outcome.CLEARED: Was.PASSED}


class _Said:
    """What was said so far, and by whom; people are looked up once."""

    def __init__(self, desk: Desk, home: Group, past: Past | None) -> None:
        self._desk = desk
        self._home = home
        self._past = past
        self._before: deque[Message] = deque(maxlen=_BEFORE)
        self._people: dict[str, Speaker] = {}

    def trial(self, message: Message, person: str, was: Was = Was.UNKNOWN) -> Trial:
        """The message with what surrounded it; one that names no sender stands for itself."""
        context = Context(
            now=message.at,
            speaker=self._speaker(person),
            before=tuple(self._before) if message.sender else (),
            past=self._past,
        )
        if message.sender:
            self._before.append(message)
        return Trial(message=message, context=context, was=was)

    def _speaker(self, person: str) -> Speaker:
        if person not in self._people:
            who = self._desk.roster.who(person, self._home)
            self._people[person] = speaker_of(who)
        return self._people[person]


def trials_of(desk: Desk, home: Group, messages: Iterable[Message]) -> list[Trial]:
    """Messages of which nothing else is known; those that name their senders are one conversation."""
    said = _Said(desk, home, None)
    return [said.trial(message, message.sender) for message in messages]


def past_of(desk: Desk, home: Group) -> Past:
    """The history of checks of the group."""
    return desk.past(home.id) or Past()


def history(desk: Desk, home: Group) -> tuple[list[Trial], int]:
    """Every checked message that is kept with its text, oldest first, and how many are kept without."""
    past = past_of(desk, home)
    said = _Said(desk, home, past)
    trials: list[Trial] = []
    unread = 0
    for checked in sorted(past, key=lambda each: plain(each.at)):
        if not checked.text:
            unread += 1
            continue
        message = Message(text=checked.text, sender=checked.name, at=checked.at, kind=kind_of(checked.text))
        trials.append(said.trial(message, checked.member or checked.name, _WAS[checked.outcome]))
    return trials, unread


def copies(trials: Sequence[Trial], message: Message, progress: Progress | None) -> list[Trial] | None:
    """The messages that a decision on `message` covers; None where `progress` ended the search."""
    decide = decider(Examples(hit=(Example(message=message, decided=True),)))
    found: list[Trial] = []
    for done, trial in enumerate(trials, 1):
        if decide(trial.message):
            found.append(trial)
        if progress and (done % _STEP == 0 or done == len(trials)) and progress(done, len(trials)) is False:
            return None
    return found
