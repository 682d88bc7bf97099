"""Members, groups and ledger entries as documents and back; defaults are left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from enum import StrEnum
from sys import intern
from typing import Any

from moderator_app.core.message import Role
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.rules.verdict import Action
from moderator_app.core.wording import Wording
from moderator_app.storage.envelope import Doc


def whole_text(text: str) -> str:
    """The text with each split surrogate pair as the character it spells; lone halves stay.

    Two halves side by side and the character itself cannot be told apart in JSON.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    return text


def to_doc(record: Entry | Member) -> Doc:
    """The fields that differ from their default, in forms that JSON knows."""
    defaults = _DEFAULTS[type(record)]
    values = ((name, getattr(record, name)) for name in defaults)
    return {name: _plain(value) for name, value in values if value != defaults[name]}


def _defaults_of(kind: type[Entry] | type[Member]) -> dict[str, object]:
    return {field.name: field.default for field in fields(kind)}


_DEFAULTS = {kind: _defaults_of(kind) for kind in (Entry, Member)}


def _plain(value: object) -> object:
    match value:
        case StrEnum():
            return value.value
        case str():
            return whole_text(value)
        case date():
            return value.isoformat()
        case Member():
            return to_doc(value)
        case tuple():
            return [_plain(item) for item in value]
    return value


def entry_to_doc(entry: Entry) -> Doc:
    """The document of an entry; its spans point into the text as it is stored."""
    message = whole_text(entry.message)
    if len(message) != len(entry.message):
        ends = {i: len(whole_text(entry.message[:i])) for span in entry.spans for i in span}
        entry = replace(entry, message=message, spans=tuple((ends[i], ends[j]) for i, j in entry.spans))
    return to_doc(entry)


def member_from(doc: Mapping[str, Any]) -> Member:
    """The member that a document holds."""
    values = dict(doc)
    if "aliases" in values:
        values["aliases"] = tuple(values["aliases"])
    for name, read in _MEMBER_READERS:
        if name in values:
            values[name] = read(values[name])
    return Member(**values)


_MEMBER_READERS = (
    ("role", Role),
    ("status", Status),
    ("joined", date.fromisoformat),
    ("leave_until", date.fromisoformat),
    ("suspended_until", date.fromisoformat),
    ("met", date.fromisoformat),
    ("last_seen", datetime.fromisoformat),
)


def entry_from(doc: Mapping[str, Any]) -> Entry:
    """The entry that a document holds; what many entries have in common they share in memory."""
    get = doc.get
    return Entry(
        id=doc["id"],
        action=doc["action"],
        at=datetime.fromisoformat(doc["at"]),
        group=intern(doc["group"]),
        kind=EntryKind(doc["kind"]),
        member=intern(get("member", "")),
        name=intern(get("name", "")),
        rules=tuple(map(intern, get("rules", ()))),
        message=get("message", ""),
        spans=tuple([(start, end) for start, end in get("spans", ())]),
        notice=intern(get("notice", "")),
        moderator=intern(get("moderator", "")),
        reason=get("reason", ""),
        target=get("target", ""),
        checked=tuple(get("checked", ())),
        before=member_from(doc["before"]) if "before" in doc else None,
        after=member_from(doc["after"]) if "after" in doc else None,
        seq=get("seq", 0),
        deed=intern(get("deed", "")),
        step=Action(get("step", Action.NONE)),
        amount=get("amount", ""),
        until=datetime.fromisoformat(doc["until"]) if "until" in doc else None,
        evidence=tuple(get("evidence", ())),
        thing=get("thing", ""),
        was=get("was", ""),
        now=get("now", ""),
    )


def group_to_doc(group: Group) -> Doc:
    """The document of a group."""
    return {
        "id": group.id,
        "title": whole_text(group.title.zh),
        "title_en": whole_text(group.title.en),
        "rulebook": group.rulebook,
        "linked_free_group": group.linked_free_group,
        "owner": whole_text(group.owner),
        "hours": group.hours,
    }


def group_from(doc: Mapping[str, Any]) -> Group:
    """The group that a document holds."""
    return Group(
        id=doc["id"],
        title=Wording(doc["title"], doc.get("title_en", "")),
        rulebook=doc["rulebook"],
        linked_free_group=doc.get("linked_free_group", ""),
        owner=doc.get("owner", ""),
        hours=doc.get("hours", ""),
    )
