"""How often what was done in a group: numbers only, which name nobody and outlive whoever is deleted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import effective
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.rules.verdict import Action

Tally = tuple[tuple[str, int], ...]
"""Ids or words with their numbers."""

_BY_WORDS = frozenset({Action.REMIND, Action.WARN, Action.APOLOGISE})
"""Steps that are taken with the notice itself; of the others it counts that they were carried out."""
_BY_STATUS = {
    Status.FREE_GROUP: Action.MOVE,
    Status.SUSPENDED: Action.SUSPEND,
    Status.REMOVED: Action.REMOVE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """The numbers of one group in a span of days; the largest come first, months in their order.

    A strike that was voided is counted in `voided` alone. One for several clauses counts under each of
    them in `by_rule` ("" where none was named), and once in `strikes` and `by_month` (`2026-05`).
    `misjudged` and `breaches` are rulings on messages; `by_step` tells the steps that were taken.
    `by_status` is of today, whatever the span.
    """

    strikes: int = 0
    voided: int = 0
    misjudged: int = 0
    breaches: int = 0
    by_rule: Tally = ()
    by_month: Tally = ()
    by_notice: Tally = ()
    by_step: Tally = ()
    by_status: Tally = ()


def statistics(
    entries: Iterable[Entry],
    members: Iterable[Member],
    *,
    since: date | None = None,
    until: date | None = None,
) -> Statistics:
    """The numbers of one group; `entries` are all of it, `since` and `until` the first and last day."""
    holding = effective(entries)
    voided = {entry.target for entry in holding if entry.kind is EntryKind.VOID}
    within = [entry for entry in holding if _within(entry, since, until)]
    strikes = [entry for entry in within if entry.kind is EntryKind.STRIKE]
    held = [strike for strike in strikes if strike.id not in voided]
    kinds = Counter(entry.kind for entry in within)
    given = {(entry.action, entry.notice) for entry in within if entry.kind is EntryKind.NOTICE}
    return Statistics(
        strikes=len(held),
        voided=len(strikes) - len(held),
        misjudged=kinds[EntryKind.MISJUDGED],
        breaches=kinds[EntryKind.BREACH],
        by_rule=_most(Counter(rule for strike in held for rule in strike.rules or ("",))),
        by_month=_months(held),
        by_notice=_most(Counter(notice for _, notice in given)),
        by_step=_most(Counter(step for _, _, step in set(_steps(within, voided)))),
        by_status=_most(Counter(member.status.value for member in members)),
    )


def _within(entry: Entry, since: date | None, until: date | None) -> bool:
    day = entry.at.date()
    return (since is None or since <= day) and (until is None or day <= until)


def _most(counted: Counter[str]) -> Tally:
    """The largest first, those of equal number by name, so that every machine shows the same."""
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _months(strikes: Iterable[Entry]) -> Tally:
    """Every month from the first to the last, those without any strike too."""
    counted = Counter(strike.at.year * 12 + strike.at.month - 1 for strike in strikes)
    if not counted:
        return ()
    months = range(min(counted), max(counted) + 1)
    return tuple((f"{month // 12:04}-{month % 12 + 1:02}", counted[month]) for month in months)


def _steps(entries: Iterable[Entry], voided: Set[str]) -> Iterator[tuple[str, str, str]]:
    """Each step that was taken, with the action and the member: told twice in one action, it is one."""
    for entry in entries:
        step = _step_of(entry, voided)
        if step is not Action.NONE:
            yield entry.action, entry.member, step.value


def _step_of(entry: Entry, voided: Set[str]) -> Action:
    if entry.kind is EntryKind.FINE:
        return Action.FINE
    if entry.kind is EntryKind.CARRIED_OUT:
        return entry.step
    if entry.kind is EntryKind.STRIKE and entry.id not in voided and entry.step in _BY_WORDS:
        return entry.step
    before, after = entry.before, entry.after
    if entry.kind is EntryKind.MEMBER_EDITED and before and after and before.status is not after.status:
        return _BY_STATUS.get(after.status, Action.NONE)
    return Action.NONE
