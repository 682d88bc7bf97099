"""What counts in a list of ledger entries: undone actions, voided and lapsed strikes.

Entries are read as a set: no function here depends on the order in which they arrive.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from operator import attrgetter
from typing import TypeVar

from moderator_app.core.errors import NotFound, Refused
from moderator_app.core.roster.brief import Brief
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.member import Status

Told = TypeVar("Told", bound=Brief)
"""Entries, or what is known of them in brief."""

CLEARING = frozenset({Status.FREE_GROUP, Status.REMOVED})
"""From where a return begins anew unless the rulebook says otherwise: whom others let back in on request.

Whose suspension is over has served a step of the ladder, and whoever left of their own was forgiven
nothing by it: their strikes count on.
"""

_place = attrgetter("seq", "id")
"""Where an entry stands in the order of all."""


class StrikeState(StrEnum):
    """Whether a strike counts today; undone strikes have no state, they never happened."""

    ACTIVE = "active"
    LAPSED = "lapsed"
    VOIDED = "voided"
    CLEARED = "cleared"
    """From before the member came back on request."""


def in_order(entries: Iterable[Told]) -> list[Told]:
    """The entries in the order in which they were made, the same on every machine."""
    return sorted(entries, key=_place)


def undone_actions(entries: Iterable[Brief]) -> frozenset[str]:
    """The ids of the actions that were taken back."""
    return frozenset([entry.target for entry in entries if entry.kind is EntryKind.UNDO])


def effective(entries: Iterable[Told]) -> tuple[Told, ...]:
    """The entries that hold, each once: without undone actions, and without the undoing itself."""
    each = {entry.id: entry for entry in entries}.values()
    undone = undone_actions(each)
    if not undone:
        return tuple(each)
    return tuple(e for e in each if e.kind is not EntryKind.UNDO and e.action not in undone)


def voids(entries: Iterable[Entry]) -> dict[str, Entry]:
    """For each voided strike the entry that voided it first."""
    found: dict[str, Entry] = {}
    for entry in in_order(effective(entries)):
        if entry.kind is EntryKind.VOID:
            found.setdefault(entry.target, entry)
    return found


def strike_states(
    entries: Iterable[Brief], lapse_days: int, now: datetime, *, clears: Collection[Status] = CLEARING
) -> dict[str, StrikeState]:
    """The state of every strike that was not undone, by its id; `entries` are all about one person.

    Those from before the person was restored from one of the places in `clears` count no longer.
    """
    entries = effective(entries)
    voided = {entry.target for entry in entries if entry.kind is EntryKind.VOID}
    restored = [_place(entry) for entry in entries if _begins_anew(entry, clears)]
    anew = max(restored, default=(0, ""))
    strikes = (entry for entry in entries if entry.kind is EntryKind.STRIKE)
    return {strike.id: _state(strike, voided, anew, lapse_days, now) for strike in strikes}


def _begins_anew(entry: Brief, clears: Collection[Status]) -> bool:
    """Whether a return, which is always told whole, clears the strikes before it.

    Of one that does not tell from where, any does.
    """
    if not isinstance(entry, Entry) or entry.kind is not EntryKind.RESTORED or not clears:
        return False
    return entry.before is None or entry.before.status in clears


def _state(
    strike: Brief, voided: set[str], anew: tuple[int, str], lapse_days: int, now: datetime
) -> StrikeState:
    if strike.id in voided:
        return StrikeState.VOIDED
    if _place(strike) < anew:
        return StrikeState.CLEARED
    if lapse_days and _passed(strike.at, now) >= timedelta(days=lapse_days):
        return StrikeState.LAPSED
    return StrikeState.ACTIVE


def _passed(since: datetime, now: datetime) -> timedelta:
    """The time between two moments, of which an imported one may name its zone and ours does not."""
    if (since.tzinfo is None) != (now.tzinfo is None):
        since, now = since.replace(tzinfo=None), now.replace(tzinfo=None)
    return now - since


def strike_to_void(entries: Iterable[Entry], strike_id: str) -> Entry:
    """The strike with that id if it can be voided; NotFound or Refused says why not."""
    entries = tuple(entries)
    strike = next((e for e in entries if e.id == strike_id and e.kind is EntryKind.STRIKE), None)
    if strike is None:
        raise NotFound("roster.no-such-strike", id=strike_id)
    if strike.action in undone_actions(entries):
        raise Refused("roster.strike-undone", member=strike.name)
    if strike.id in voids(entries):
        raise Refused("roster.already-voided", member=strike.name)
    return strike
