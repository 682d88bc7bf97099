"""Writes what is not a strike: members, groups, the user's notices and settings."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from moderator_app.core.errors import BadInput, NotFound, Refused
from moderator_app.core.notices.notice import Notice
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.roster.members import differences
from moderator_app.core.wording import Reason, Wording
from moderator_app.session.actions import Action, rulebook_of
from moderator_app.session.desk import Desk
from moderator_app.session.edits import GROUP, NOTICE, SETTING, Edits, group_text
from moderator_app.session.exchange.settling import overrule
from moderator_app.session.fields import checked_fields, checked_hours, checked_name, free_id
from moderator_app.session.settings import OF_THE_RECORD, PREFERENCES, SettingValue, checked
from moderator_app.session.types import Change, Topic
from moderator_app.storage.notices import file_text

_GROUP_ID = re.compile(r"[A-Za-z0-9\u4e00-\u9fff][\w-]{0,39}")
_NO_FOLDER = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]", re.IGNORECASE)
"""What Windows lets no folder be called; a group's record lies in one of its name."""
_LAST_IN_ORDER = 100
_GROUP_FIELDS = frozenset({"title", "owner", "linked_free_group", "rulebook", "hours"})


class Housekeeping:
    """The session's writing of members, groups, notices and settings."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # ---- members

    def add_member(self, name: str, group: str | None, fields: Mapping[str, object]) -> Change:
        """Add a member; Refused where one with the same name and card is on the list."""
        home = self._desk.real_group(group)
        values = checked_fields(fields)
        member = replace(Member(id=self._desk.new_id(), group=home.id, name=checked_name(name)), **values)
        self._refuse_twin(member)
        action = Action(self._desk, home)
        action.change_member(EntryKind.MEMBER_ADDED, None, member)
        return action.done()

    def edit_member(self, member_id: str, fields: Mapping[str, object]) -> Change:
        """Change fields of a member; Refused where nothing would change."""
        before = self._member(member_id)
        after = replace(before, **checked_fields(fields))
        if after == before:
            raise Refused("member.nothing-changed", member=before.name)
        self._refuse_twin(after)
        action = Action(self._desk, self._desk.group(before.group))
        self._refuse_lone_removal(before, after)
        overrule(self._desk, action, before, differences(before, after))
        action.change_member(EntryKind.MEMBER_EDITED, before, after)
        return action.done()

    def remove_member(self, member_id: str) -> Change:
        """Take a member off the list."""
        before = self._member(member_id)
        action = Action(self._desk, self._desk.group(before.group))
        for one in sorted(self._desk.record.identity.ids(before.id)):
            action.change_member(EntryKind.MEMBER_REMOVED, replace(before, id=one), None)
        return action.done()

    def _member(self, member_id: str) -> Member:
        member = self._desk.record.member(member_id)
        if member is None:
            raise NotFound("member.unknown", name=member_id)
        return member

    def _refuse_lone_removal(self, before: Member, after: Member) -> None:
        """A removal that others have to agree to is proposed, and not written into the data of a member."""
        rulebook = rulebook_of(self._desk, after.group)
        if (
            before.status is not after.status is Status.REMOVED
            and rulebook
            and rulebook.process.removal.waits
        ):
            raise Refused("member.consent-needed", member=before.name)

    def _refuse_twin(self, member: Member) -> None:
        for other in self._desk.record.members(member.group):
            if other.id != member.id and (other.name, other.card) == (member.name, member.card):
                raise Refused("member.twin", member=member.name)

    # ---- groups

    def choose_group(self, group_id: str) -> Change:
        """Make another group the current one."""
        group = self._desk.real_group(group_id)
        self._desk.record.set_setting("current_group", group.id)
        return self._tell(Topic.GROUPS, Reason("did.group-chosen", _titled(group)))

    def add_group(self, group_id: str, title: str, rulebook: str, linked_free_group: str) -> Change:
        """Add a group that follows `rulebook`; without an id it gets one made of the rulebook's."""
        known = self._desk.groups()
        group_id = group_id or free_id(rulebook, {group.id for group in known})
        if not _GROUP_ID.fullmatch(group_id) or _NO_FOLDER.fullmatch(group_id):
            raise BadInput("group.bad-id", id=group_id)
        if any(group.id.casefold() == group_id.casefold() for group in known):  # one folder on most disks
            raise Refused("group.exists", id=group_id)
        self._desk.library.rulebook(rulebook)
        free = self._desk.real_group(linked_free_group).id if linked_free_group else ""
        group = Group(
            id=group_id, title=Wording(checked_name(title)), rulebook=rulebook, linked_free_group=free
        )
        action = Action(self._desk, self._desk.group(), deed="group-added")
        action.change(f"{GROUP}/{group.id}", "", group_text(group))
        fresh = (group,) if self._desk.record.groups() else (*known, group)
        return action.done(*(self._putting(each) for each in fresh))

    def _putting(self, group: Group) -> Callable[[], None]:
        return lambda: self._desk.record.put_group(group)

    def edit_group(self, group_id: str, given: Mapping[str, str]) -> Change:
        """Change fields of a group; Refused where nothing would change."""
        before = self._desk.real_group(group_id)
        after = replace(before, **self._checked_group(before, given))
        if after == before:
            raise Refused("group.nothing-changed", **_titled(before))
        thing, was, now = f"{GROUP}/{before.id}", group_text(before), group_text(after)
        action = Action(self._desk, before, deed="group-edited")
        action.change(thing, was, now)
        return action.done(lambda: self._desk.record.put_group(after))

    def _checked_group(self, home: Group, given: Mapping[str, str]) -> dict[str, Any]:
        """Fields of a group with values that it may have; BadInput or NotFound where one may not."""
        for name in given.keys() - _GROUP_FIELDS:
            raise BadInput("group.unknown-field", field=name)
        values: dict[str, Any] = {name: text.strip() for name, text in given.items()}
        if "title" in values and values["title"] != home.title.zh:
            values["title"] = Wording(checked_name(values["title"]))
        elif "title" in values:
            values["title"] = home.title
        if "rulebook" in values:
            self._desk.library.rulebook(values["rulebook"])
        if values.get("linked_free_group"):
            values["linked_free_group"] = self._free_group(home, values["linked_free_group"])
        if values.get("hours"):
            values["hours"] = checked_hours(values["hours"])
        return values

    def _free_group(self, home: Group, wanted: str) -> str:
        free = self._desk.real_group(wanted).id
        if free == home.id:
            raise BadInput("group.own-free-group", **_titled(home))
        return free

    # ---- notices

    def save_notice(self, notice: str, text: str, group: str | None) -> Change:
        """Save the user's own text; a title that is new makes a new notice."""
        home = self._desk.group(group)
        if not text.strip():
            raise BadInput("notice.no-text")
        known = self._known(notice, home)
        title = checked_name(notice)
        fresh = Notice(id=title, title=Wording(title), when=Wording(""), text="", order=_LAST_IN_ORDER)
        saved = replace(known or fresh, text=text.strip())
        return self._put_notice(home, saved.id, file_text(saved), "notice-saved")

    def restore_notice(self, notice: str, group: str | None) -> Change:
        """Take the shipped text again."""
        home = self._desk.group(group)
        known = self._desk.notice(notice, home.id)
        if not known.edited:
            raise Refused("notice.not-edited", notice=known.id)
        return self._put_notice(home, known.id, "", "notice-restored")

    def _put_notice(self, home: Group, notice: str, text: str, deed: str) -> Change:
        edits, thing = Edits(self._desk), f"{NOTICE}/{home.rulebook}/{notice}"
        action = Action(self._desk, home, deed=deed)
        action.change(thing, edits.text(thing), text, notice=notice)
        return action.done(edits.writing(thing, text))

    def _known(self, notice: str, home: Group) -> Notice | None:
        return next(
            (each for each in self._desk.notices(home.id) if notice in (each.id, each.title.zh)), None
        )

    # ---- settings

    def set_setting(self, name: str, value: SettingValue) -> Change:
        """Change a setting."""
        good = checked(name, value)
        if name == "current_group":
            return self.choose_group(str(good))
        was = self._desk.settings().get(name)
        if good != was and name in OF_THE_RECORD:
            return self._set_in_record(name, good)
        self._desk.record.set_setting(name, good)
        undoable = good != was and name in PREFERENCES
        if undoable:
            self._desk.preferences.note(name, was, self._desk.record.last_seq)
        label = Reason("did.setting", {"name": name})
        return self._desk.tell(Change(topic=Topic.SETTINGS, label=label, undoable=undoable))

    def _set_in_record(self, name: str, value: SettingValue) -> Change:
        edits, thing, now = Edits(self._desk), f"{SETTING}/{name}", json.dumps(value, ensure_ascii=False)
        action = Action(self._desk, self._desk.group(), deed="setting")
        action.change(thing, edits.text(thing), now)
        change = action.done(edits.writing(thing, now))
        if name != "moderator":
            self._desk.memory.obey_settings()
        return change

    def _tell(self, topic: Topic, label: Reason) -> Change:
        return self._desk.tell(Change(topic=topic, label=label))


def _titled(group: Group) -> dict[str, str | int | float]:
    return {"group": group.title.zh, "group_en": group.title.get("en")}
