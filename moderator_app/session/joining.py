"""Turns join lines into members: who is new, who let them in, and one welcome for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from moderator_app.core.errors import Refused, UnknownToken
from moderator_app.core.notices.notice import Notice
from moderator_app.core.notices.tokens import Filling, fill
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.roster.names import LONGEST_NAME, plain
from moderator_app.core.text.cards import name_on
from moderator_app.core.text.system_lines import Join
from moderator_app.session.actions import Action
from moderator_app.session.checking import one_line
from moderator_app.session.desk import Desk
from moderator_app.session.fields import newcomer
from moderator_app.session.process.alarms import surest_first
from moderator_app.session.process.types import Alarm
from moderator_app.session.types import Change, JoinPreview, LastNotice

_MYSELF = frozenset({"你", "您", "You", "you"})
"""How WeChat calls whoever reads the line: the moderator, who needs no welcome."""


@dataclass(slots=True)
class _Arrivals:
    """The people of some join lines, each once, in order; `new` by name as it was copied."""

    new: dict[str, Join] = field(default_factory=dict)
    known: dict[str, tuple[Member, Join]] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        """What the welcome calls them: the new ones, or those who came again where nobody is new."""
        return [name_on(name) for name in self.new] or [member.name for member, _ in self.known.values()]


class Joining:
    """The session's part that deals with people who come into a group."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def preview(self, joins: Sequence[Join], group: str | None) -> JoinPreview:
        """What the lines mean for the roster; nothing is written."""
        home = self._desk.group(group)
        arrivals = self._arrivals(joins, home)
        notice = self._notice(home)
        preview = JoinPreview(
            new=tuple(arrivals.new),
            known=tuple(member for member, _ in arrivals.known.values()),
            inviters={name: self._inviter(join, home) for name, join in arrivals.new.items()},
            notice=notice.id if notice else "",
            alarms=self._alarms(arrivals),
        )
        try:
            return replace(preview, text=self._text(notice, arrivals, home))
        except UnknownToken as error:
            return replace(preview, problem=error.reason)

    def _alarms(self, arrivals: _Arrivals) -> tuple[Alarm, ...]:
        """Who of them is, or may be, on the blocklist, those first of whom it is surest."""
        found = list(self._desk.alarms.alarms(arrivals.new))
        for member, _ in arrivals.known.values():
            found += self._desk.alarms.alarms([member.name], member.id)
        return surest_first(found)

    def welcome(self, joins: Sequence[Join], group: str | None) -> Change:
        """Add who is new, let those who had left be there again, and note the welcome: one action."""
        home = self._desk.real_group(group)
        arrivals = self._arrivals(joins, home)
        if not arrivals.names:
            raise Refused("join.nobody")
        notice = self._notice(home)
        text = self._text(notice, arrivals, home)
        action = Action(self._desk, home)
        for name, join in arrivals.new.items():
            action.change_member(EntryKind.MEMBER_ADDED, None, self._newcomer(name, join, home))
        for member, join in arrivals.known.values():
            if member.status is Status.LEFT:
                back = replace(member, status=Status.ACTIVE, joined=self._day(join))
                action.change_member(EntryKind.MEMBER_EDITED, member, back)
        called = "、".join(arrivals.names)
        if notice:
            action.notice(None, called, notice=notice.id, text=text, rules=())
        elif action.is_empty:
            raise Refused("join.all-known")
        change = action.done()
        if notice:
            self._desk.copied = LastNotice(
                notice=notice, text=text, at=self._desk.now(), member=called, change=change
            )
        return change

    def _arrivals(self, joins: Iterable[Join], home: Group) -> _Arrivals:
        arrivals, seen = _Arrivals(), set[str]()
        for name, join in ((name, each) for each in joins for name in each.names):
            if not _may_be_a_name(name) or plain(name) in seen:
                continue
            seen.add(plain(name))
            who = self._desk.roster.who(name, home)
            if who.member:
                arrivals.known.setdefault(who.member.id, (who.member, join))
            elif who.same_name:
                arrivals.known.update({twin.id: (twin, join) for twin in who.candidates})
            else:
                arrivals.new[name] = join
        return arrivals

    def _newcomer(self, name: str, join: Join, home: Group) -> Member:
        member = newcomer(self._desk.new_id(), home.id, name)
        return replace(member, joined=self._day(join), invited_by=self._inviter(join, home))

    def _day(self, join: Join) -> date:
        return (join.at or self._desk.now()).date()

    def _inviter(self, join: Join, home: Group) -> str:
        """Who let them in, by the name in the roster where it is known there."""
        if join.inviter in _MYSELF:
            return self._desk.settings().moderator or join.inviter
        who = self._desk.roster.who(join.inviter, home)
        return who.member.name if who.member else one_line(join.inviter)

    def _notice(self, home: Group) -> Notice | None:
        rulebook = self._desk.library.rulebook_of(home)
        wanted = rulebook.notices.welcome
        return next((notice for notice in self._desk.notices(home.id) if notice.id == wanted), None)

    def _text(self, notice: Notice | None, arrivals: _Arrivals, home: Group) -> str:
        if notice is None:
            return ""
        link = self._desk.library.rulebook_of(home).rules_link
        called = "、".join(map(one_line, arrivals.names))
        return fill(notice.text, Filling(group=home.title.zh, member=called, rules_link=link))


def _may_be_a_name(name: str) -> bool:
    """Whether a join line tells a person: not the reader, nothing without letters, nothing endless."""
    return name not in _MYSELF and bool(one_line(name)) and len(name) <= LONGEST_NAME
