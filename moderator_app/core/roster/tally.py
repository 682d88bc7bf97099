"""How many strikes of a person are in which state: all that a list of members tells of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from moderator_app.core.roster.brief import Brief
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.history import StrikeState, strike_states
from moderator_app.core.roster.ladder import Ladder

_CALLING_BACK = frozenset({EntryKind.VOID, EntryKind.UNDO, EntryKind.RESTORED})
"""What decides of other strikes whether they count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The strikes by state, and the moment at which the next of them lapses, None where none will."""

    active: int = 0
    lapsed: int = 0
    voided: int = 0
    cleared: int = 0
    until: datetime | None = None


def tally(entries: Collection[Brief], ladder: Ladder, now: datetime) -> Tally:
    """Count the strikes of one person: `entries` is all that was done to them, each once.

    Nearly nobody's strikes were ever voided or cleared: those need no more than their times.
    """
    kinds = {entry.kind for entry in entries}
    if not _CALLING_BACK.isdisjoint(kinds) or now.tzinfo is not None:
        return _by_state(entries, ladder, now)
    times = _on_the_wall(entry.at for entry in entries if entry.kind is EntryKind.STRIKE)
    lapsing = timedelta(days=ladder.lapse_days)
    active = [at for at in times if at > now - lapsing] if lapsing else times
    lapsed = len(times) - len(active)
    return Tally(active=len(active), lapsed=lapsed, until=_next(active, lapsing))


def _by_state(entries: Collection[Brief], ladder: Ladder, now: datetime) -> Tally:
    states = strike_states(entries, ladder.lapse_days, now, clears=ladder.clears)
    counts = Counter(states.values())
    active = _on_the_wall(entry.at for entry in entries if states.get(entry.id) is StrikeState.ACTIVE)
    lapsing = timedelta(days=ladder.lapse_days)
    return Tally(
        active=len(active),
        lapsed=counts[StrikeState.LAPSED],
        voided=counts[StrikeState.VOIDED],
        cleared=counts[StrikeState.CLEARED],
        until=_next(active, lapsing),
    )


def _next(active: Collection[datetime], lapsing: timedelta) -> datetime | None:
    """When the first of these lapses."""
    return min(active) + lapsing if active and lapsing else None


def _on_the_wall(times: Iterable[datetime]) -> list[datetime]:
    """The moments as the clock on the wall showed them: an imported one may name its zone."""
    return [at if at.tzinfo is None else at.replace(tzinfo=None) for at in times]
