"""How often each clause spoke, and what became of it: from the history and from the record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.history import effective
from moderator_app.core.rules.past import Outcome
from moderator_app.session.rules.trials import past_of

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseStats:
    """One clause in the group's history: messages that it named, and how the moderator took them.

    `hits` are all of them; `confirmed` were struck or given a notice for, `passed` were let pass.
    `misjudged` were called 误判, as long as the record goes back; `watched` is how often it would
    have spoken while it was only watched.
    """

    hits: int = 0
    confirmed: int = 0
    passed: int = 0
    misjudged: int = 0
    watched: int = 0


def clause_stats(desk: Desk, home: Group) -> dict[str, ClauseStats]:
    """The figures of every clause of the group's rulebook."""
    checked = list(past_of(desk, home))
    hits = Counter(rule for each in checked for rule in each.rules)
    became = Counter((rule, each.outcome) for each in checked for rule in each.rules)
    watched = Counter(rule for each in checked for rule in each.watched)
    rulings = effective(desk.record.entries(home.id))
    misjudged = Counter(
        rule for entry in rulings if entry.kind is EntryKind.MISJUDGED for rule in entry.rules
    )
    return {
        clause.id: ClauseStats(
            hits=hits[clause.id],
            confirmed=became[clause.id, Outcome.CONFIRMED],
            passed=became[clause.id, Outcome.CLEARED],
            misjudged=misjudged[clause.id],
            watched=watched[clause.id],
        )
        for clause in desk.library.rulebook(home.rulebook).clauses
    }
