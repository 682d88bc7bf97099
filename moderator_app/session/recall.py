"""What the moderator is reminded of: that this was just handled, and which earlier message it is like."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.history import effective
from moderator_app.core.roster.names import plain as plain_name
from moderator_app.core.rules.decided import NEARLY_THE_SAME
from moderator_app.core.rules.past import (
    Checked,
    Likeness,
    Outcome,
    Pieces,
    alike,
    is_earlier,
    letters_of,
    pieces_of,
)
from moderator_app.core.rules.verdict import Level
from moderator_app.session.actions import strikes_now
from moderator_app.session.types import Again, Case

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk

JUST_NOW = timedelta(minutes=30)
"""How long something that was done is still told as «already handled»."""

WORTH_TELLING = 0.8
"""The share of common bigrams from which the moderator is told of an earlier message."""

_FEWEST = 8
"""Pieces that a text needs before a likeness says anything."""


class Recall:
    """Looks through what was done lately and what was checked; made for one check."""

    def __init__(self, desk: Desk, home: Group) -> None:
        self._desk = desk
        self._home = home

    @cached_property
    def _lately(self) -> tuple[Entry, ...]:
        """What was done in this group in the last minutes, newest first."""
        recent = effective(self._desk.record.recent(self._desk.now() - JUST_NOW))
        return tuple(
            entry
            for entry in recent
            if entry.group == self._home.id and entry.kind in (EntryKind.STRIKE, EntryKind.NOTICE)
        )

    def again(self, case: Case) -> Again | None:
        """When this person was last handled for nearly this message, if that was minutes ago."""
        if case.verdict.level is Level.OK:
            return None
        pieces, letters = pieces_of(case.message.text), letters_of(case.message.text)
        for entry in self._lately:
            if _may_be(entry, case) and self._is_about(entry, pieces, letters):
                return self._told(entry)
        return None

    def _is_about(self, entry: Entry, pieces: Pieces, letters: str) -> bool:
        """Whether an entry was made for nearly these words."""
        if entry.kind is EntryKind.STRIKE and letters_of(entry.message) == letters:
            return True
        past = self._desk.memory.past(self._home.id)
        kept = [item.pieces for id in entry.checked if past and (item := past.get(id))]
        if entry.kind is EntryKind.STRIKE:
            kept.append(pieces_of(entry.message))
        return any(pieces == other or alike(pieces, other) >= NEARLY_THE_SAME for other in kept if other)

    def _told(self, entry: Entry) -> Again:
        same = [other for other in self._lately if other.action == entry.action]
        passed = self._desk.now() - entry.at
        return Again(
            at=entry.at,
            minutes=max(0, int(passed.total_seconds() // 60)),
            notice=next((other.notice for other in same if other.notice), ""),
            count=strikes_now(self._desk, entry),
        )

    def alike(self, case: Case) -> Likeness | None:
        """The earlier message that a doubtful one is nearly the same as: confirmed ones before others."""
        past = self._desk.memory.past(self._home.id)
        if past is None or case.verdict.level is Level.OK:
            return None
        pieces = pieces_of(case.message.text)
        if len(pieces) < _FEWEST:
            return None
        near = past.near(pieces, least=WORTH_TELLING)
        earlier = [found for found in near if _is_earlier(found.checked, case)]
        confirmed = (found for found in earlier if found.checked.outcome is Outcome.CONFIRMED)
        return next(confirmed, earlier[0] if earlier else None)


def _is_earlier(item: Checked, case: Case) -> bool:
    """Whether a record is of a message before this one, and not of this very one checked once more."""
    called = case.member.name if case.member else case.sender
    may_be_the_same = not called or not item.name or plain_name(item.name) == plain_name(called)
    return is_earlier(item, case.at, assumed=case.message.assumed, may_be_the_same=may_be_the_same)


def _may_be(entry: Entry, case: Case) -> bool:
    """Whether the entry may be about the one whom the case is about; nobody known may be anybody."""
    if case.member is not None and entry.member:
        return entry.member == case.member.id
    called = case.member.name if case.member else case.sender
    return not called or not entry.name or plain_name(entry.name) == plain_name(called)
