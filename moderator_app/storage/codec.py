"""Members, groups and ledger entries as documents and back; defaults are left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, fields, make_dataclass, replace
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
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    return text


def to_doc(record: Entry | Member) -> Doc:
    """The fields that differ from their default, in forms that JSON knows."""
    doc: Doc = {}
    for name, default in _DEFAULTS[type(record)]:
        value = getattr(record, name)
        if value is not default and value != default:
            doc[name] = _plain(value)
    return doc


def _defaults_of(kind: type[Entry] | type[Member]) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in fields(kind))


_DEFAULTS = {kind: _defaults_of(kind) for kind in (Entry, Member)}


def _plain(value: object) -> object:
    write = _WRITERS.get(type(value))
    if write is None:
        kinds = (kind for kind in _WRITERS if isinstance(value, kind))
        write = _WRITERS[type(value)] = _WRITERS[next(kinds, object)]
    return write(value)


_WRITERS: dict[type, Callable[[Any], object]] = {
    StrEnum: lambda word: word.value,
    str: whole_text,
    date: lambda day: day.isoformat(),
    Member: to_doc,
    tuple: lambda items: list(map(_plain, items)),
    object: lambda value: value,
}
"""How values stand in a document, by type; those of types that came up are added. A ledger has millions."""


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
    spans, rules = get("spans"), get("rules")
    draft = _Draft(
        id=doc["id"],
        action=doc["action"],
        at=datetime.fromisoformat(doc["at"]),
        group=intern(doc["group"]),
        kind=EntryKind(doc["kind"]),
        member=intern(get("member", "")),
        name=intern(get("name", "")),
        rules=tuple(map(intern, rules)) if rules else (),
        message=get("message", ""),
        spans=tuple([(start, end) for start, end in spans]) if spans else (),
        notice=intern(get("notice", "")),
        moderator=intern(get("moderator", "")),
        reason=get("reason", ""),
        target=get("target", ""),
        seq=get("seq", 0),
        deed=intern(get("deed", "")),
        amount=get("amount", ""),
        thing=get("thing", ""),
        was=get("was", ""),
        now=get("now", ""),
    )
    for name in _SELDOM.keys() & doc.keys():
        setattr(draft, name, _SELDOM[name](doc[name]))
    draft.__class__ = Entry
    entry: Entry = draft
    return entry


def _draft_of(kind: type[Entry]) -> type[Any]:
    """A class that is laid out like a frozen one and becomes it once its fields are set.

    The frozen one's own way to set them costs a third of the time that reading a long ledger takes.
    """
    made = [(each.name, each.type, field(default=each.default)) for each in fields(kind)]
    return make_dataclass(f"{kind.__name__}Draft", made, slots=True, kw_only=True)


_Draft = _draft_of(Entry)
_SELDOM: Mapping[str, Callable[[Any], object]] = {
    "before": member_from,
    "after": member_from,
    "step": Action,
    "until": datetime.fromisoformat,
    "checked": tuple,
    "evidence": tuple,
}
"""The fields of few entries, and how each is read."""


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
