"""Documents that come from elsewhere, believed only where they are what this program writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import TypeVar

from moderator_app.core.errors import BadInput
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import YEARS, Member
from moderator_app.storage.codec import entry_from, group_from
from moderator_app.storage.envelope import ENTRY_SUM, Doc
from moderator_app.storage.evidence import is_name
from moderator_app.storage.work import Work

_T = TypeVar("_T")

_ID = re.compile(r"[A-Za-z0-9][\w.~-]{0,99}", re.ASCII)
_NAME_OF_GROUP = re.compile(r"[A-Za-z0-9\u4e00-\u9fff][\w.-]{0,79}")
_THING = re.compile(
    r"(group|notice|rule)/[^/]+(/.+)?|setting/(moderator|history_days|history_text)|merge|restore|import-all",
    re.DOTALL,
)
_LONGEST_TEXT, _LONGEST_NAME = 200_000, 500
_MOST = 2_000
"""Items of one list in an entry."""
_LARGEST_SEQ = 10**12
_NAMES = frozenset({"card", "invited_by", "moderator", "notice", "deed", "amount"})
_MADE_WRONG = (KeyError, ValueError, TypeError, AttributeError, OverflowError, RecursionError)
_ENTRY = frozenset({field.name for field in fields(Entry)} | {ENTRY_SUM})
_MEMBER = frozenset(field.name for field in fields(Member))
_OTHERWISE = frozenset({"spans", "seq", "before", "after"})
"""Fields that are looked at in their own way."""
_FIELDS = {
    kind: tuple((field.name, field.default) for field in fields(kind) if field.name not in _OTHERWISE)
    for kind in (Entry, Member)
}


def groups_in(rows: Mapping[str, Doc]) -> tuple[Group, ...]:
    """The groups in a table; BadInput names the row that is none."""
    return tuple(_read(row, doc, _group) for row, doc in rows.items())


def entries_in(rows: Mapping[str, Doc], groups: Iterable[str], work: Work) -> tuple[Entry, ...]:
    """The entries in a table, all of these groups; BadInput names the row that is none."""
    known = frozenset(groups)
    found = tuple(_read(row, doc, _entry) for row, doc in work.each(rows.items(), len(rows)))
    for row, entry in zip(rows, found, strict=True):
        if entry.group not in known:
            raise BadInput("bundle.bad-row", row=row)
    return found


def _read(row: str, doc: Doc, read: Callable[[Doc], _T]) -> _T:
    try:
        return read(doc)
    except _MADE_WRONG as error:
        raise BadInput("bundle.bad-row", row=row) from error


def _group(doc: Doc) -> Group:
    group = group_from(doc)
    texts = (group.id, group.rulebook, group.linked_free_group, group.owner, group.hours)
    _require(all(isinstance(text, str) and len(text) <= _LONGEST_NAME for text in texts))
    _require(_NAME_OF_GROUP.fullmatch(group.id) and _NAME_OF_GROUP.fullmatch(group.rulebook))
    titles = (group.title.zh, group.title.en)
    _require(all(isinstance(title, str) and len(title) <= _LONGEST_NAME for title in titles))
    return group


def _entry(doc: Doc) -> Entry:
    _require(doc.keys() <= _ENTRY)
    entry = entry_from(doc)
    _require(isinstance(entry.seq, int) and not isinstance(entry.seq, bool))
    _require(0 <= entry.seq <= _LARGEST_SEQ)
    _require(_ID.fullmatch(entry.id) and _ID.fullmatch(entry.action))
    _require(not entry.member or _ID.fullmatch(entry.member))
    _require(not entry.target or _ID.fullmatch(entry.target))
    _require(all(0 <= start <= end <= len(entry.message) for start, end in entry.spans))
    _require(all(map(is_name, entry.evidence)))
    _require(entry.kind is not EntryKind.CHANGED or _THING.fullmatch(entry.thing))
    _require_plain(entry)
    for name, state in (("before", entry.before), ("after", entry.after)):
        if state is not None:
            _require(doc[name].keys() <= _MEMBER)
            _require(state.id == entry.member and state.group == entry.group)
            _require(len(state.name) <= _LONGEST_NAME)
            _require_plain(state)
    return entry


def _require_plain(record: Entry | Member) -> None:
    """Every text is one and not endless, every list is of texts, every time is one that people live in."""
    for name, default in _FIELDS[type(record)]:
        value = getattr(record, name)
        if value is default:
            continue
        if isinstance(value, str):
            _require(len(value) <= (_LONGEST_NAME if name in _NAMES else _LONGEST_TEXT))
        elif isinstance(value, tuple):
            _require(len(value) <= _MOST)
            _require(all(isinstance(item, str) and len(item) <= _LONGEST_NAME for item in value))
        elif isinstance(value, date):
            _require(value.year in YEARS and not (isinstance(value, datetime) and value.tzinfo))
        else:
            raise ValueError(name)


def _require(holds: object) -> None:
    if not holds:
        raise ValueError
