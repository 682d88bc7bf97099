"""One reminder for many: its text with all names, that it was given, and when each was reminded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from moderator_app.core.errors import BadInput, NotFound, Refused
from moderator_app.core.notices.notice import Notice
from moderator_app.core.notices.tokens import Filling, fill
from moderator_app.core.roster.brief import Brief
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.history import effective
from moderator_app.core.roster.member import Member
from moderator_app.core.rules.name_card import card_rule
from moderator_app.session.actions import Action
from moderator_app.session.checking import one_line
from moderator_app.session.desk import Desk
from moderator_app.session.types import Change, LastNotice


class Subject(StrEnum):
    """What members are reminded of; the value is the deed under which it stands in the record."""

    CARDS = "remind-cards"
    SILENCE = "remind-silent"


class Reminding:
    """The part of the people's desk that speaks to many at once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._seen: dict[str, tuple[Brief, ...]] = {}
        self._given: dict[str, list[Brief]] = {}

    def text(self, member_ids: Sequence[str], subject: Subject) -> str:
        """The reminder to these members; UnknownToken where the notice has to be mended."""
        members = self._members(member_ids)
        return self._text(members, self._desk.group(members[0].group), subject)

    def _text(self, members: Sequence[Member], home: Group, subject: Subject) -> str:
        called = "、".join(dict.fromkeys(one_line(member.name) for member in members))
        notice = self._notice(home, subject)
        rulebook = self._desk.library.rulebook(home.rulebook)
        if notice is not None:
            filling = Filling(group=home.title.zh, member=called, rules_link=rulebook.rules_link)
            return fill(notice.text, filling)
        rule = card_rule(rulebook) if subject is Subject.CARDS else None
        if rule is None:
            raise Refused("people.no-notice")
        return f"@{called}\n{rule.text.zh}"

    def note(self, member_ids: Sequence[str], subject: Subject) -> Change:
        """The reminder was given to these members: one action, with a line in the record of each."""
        members = self._members(member_ids)
        home = self._desk.group(members[0].group)
        text, notice = self._text(members, home, subject), self._notice(home, subject)
        action = Action(self._desk, home, deed=subject.value)
        for number, member in enumerate(members):
            told = "" if number else text  # once is enough to know it when it comes back
            action.notice(member, "", notice=notice.id if notice else "", text=told, rules=())
        change = action.done()
        if notice:
            called = "、".join(member.name for member in members)
            self._desk.copied = LastNotice(
                notice=notice, text=text, at=self._desk.now(), member=called, change=change
            )
        return change

    def _members(self, member_ids: Sequence[str]) -> list[Member]:
        """The members with these ids, of one group."""
        found = []
        for member_id in dict.fromkeys(member_ids):
            member = self._desk.record.member(member_id)
            if member is None:
                raise NotFound("member.unknown", name=member_id)
            found.append(member)
        if not found:
            raise BadInput("strike.nobody")
        if len({member.group for member in found}) > 1:
            raise BadInput("process.several-groups")
        return found

    def _notice(self, home: Group, subject: Subject) -> Notice | None:
        notices = self._desk.library.rulebook(home.rulebook).notices
        wanted = notices.card if subject is Subject.CARDS else notices.silence
        return next((notice for notice in self._desk.notices(home.id) if notice.id == wanted), None)

    # ---- when each was reminded

    def times(self, home: Group, subject: Subject) -> dict[str, tuple[datetime, ...]]:
        """For each member when they were reminded, oldest first, by this or by the notice alone."""
        notice = self._notice(home, subject)
        found: dict[str, list[datetime]] = {}
        for entry in effective(self._notices_in(home.id)):
            if entry.deed == subject or (notice and not entry.deed and entry.notice == notice.id):
                found.setdefault(entry.member, []).append(entry.at)
        return {member: tuple(sorted(times)) for member, times in found.items()}

    def _notices_in(self, group: str) -> list[Brief]:
        """The notices to members, and what was undone; only what is new is looked through."""
        now, seen = self._desk.record.brief.of(group), self._seen.get(group, ())
        known = len(seen) if now[: len(seen)] == seen else 0
        kept = self._given.get(group, []) if known else []
        self._given[group] = [*kept, *(entry for entry in now[known:] if _may_remind(entry))]
        self._seen[group] = now
        return self._given[group]


def _may_remind(entry: Brief) -> bool:
    return entry.kind is EntryKind.UNDO or (entry.kind is EntryKind.NOTICE and bool(entry.member))
