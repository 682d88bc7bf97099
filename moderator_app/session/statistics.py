"""The numbers of a group as they are shown: from the record, and from the history of what was checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from moderator_app.core.roster.statistics import Statistics, statistics
from moderator_app.core.rules.past import Outcome
from moderator_app.session.rules.trials import past_of

if TYPE_CHECKING:
    from moderator_app.core.roster.group import Group
    from moderator_app.session.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What the record tells of a span of days, and what became of the messages that a clause spoke to.

    `found` are those messages, as far as they are remembered: `confirmed` were struck or given a notice
    for, `passed` were let pass or their strike was voided, the others are open. `remembered` is the
    day from which messages are remembered at all, None where none is.
    """

    recorded: Statistics
    found: int = 0
    confirmed: int = 0
    passed: int = 0
    remembered: date | None = None


def figures(desk: Desk, home: Group, since: date | None, until: date | None) -> Figures:
    """The numbers of a group from the first to the last day, without limits where these are None."""
    checked = list(past_of(desk, home))
    became = Counter(each.outcome for each in checked if each.rules and _within(each.at.date(), since, until))
    return Figures(
        recorded=statistics(
            desk.record.entries(home.id), desk.record.members(home.id), since=since, until=until
        ),
        found=became.total(),
        confirmed=became[Outcome.CONFIRMED],
        passed=became[Outcome.CLEARED],
        remembered=min((each.at.date() for each in checked), default=None),
    )


def _within(day: date, since: date | None, until: date | None) -> bool:
    return (since is None or since <= day) and (until is None or day <= until)
