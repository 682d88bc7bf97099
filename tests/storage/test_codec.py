import pickle
from copy import copy
from dataclasses import FrozenInstanceError, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.message import Role
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.rules.verdict import Action
from moderator_app.core.wording import Wording
from moderator_app.storage.codec import (
    entry_from,
    entry_to_doc,
    group_from,
    group_to_doc,
    member_from,
    to_doc,
    whole_text,
)
from moderator_app.storage.envelope import dumps, loads

TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=20).map(whole_text)
TIME = st.datetimes(timezones=st.none() | st.just(UTC))
SPANS = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=3).map(tuple)
MEMBER = st.builds(
    Member,
    id=TEXT,
    group=TEXT,
    name=TEXT,
    aliases=st.lists(TEXT, max_size=3).map(tuple),
    card=TEXT,
    role=st.sampled_from(Role),
    status=st.sampled_from(Status),
    joined=st.none() | st.dates(),
    last_seen=st.none() | TIME,
    leave_until=st.none() | st.dates(),
    notes=TEXT,
)
ENTRY = st.builds(
    Entry,
    id=TEXT,
    action=TEXT,
    at=TIME,
    group=TEXT,
    kind=st.sampled_from(EntryKind),
    member=TEXT,
    name=TEXT,
    rules=st.lists(TEXT, max_size=3).map(tuple),
    message=TEXT,
    spans=SPANS,
    notice=TEXT,
    moderator=TEXT,
    reason=TEXT,
    target=TEXT,
    before=st.none() | MEMBER,
    after=st.none() | MEMBER,
    seq=st.integers(0, 10**9),
    deed=TEXT,
    checked=st.lists(TEXT, max_size=2).map(tuple),
    step=st.sampled_from(Action),
    amount=TEXT,
    until=st.none() | TIME,
    evidence=st.lists(TEXT, max_size=2).map(tuple),
    thing=TEXT,
    was=TEXT,
    now=TEXT,
)


def through_a_file(doc):
    return loads(dumps({"t": {"1": doc}}))["t"]["1"]


@given(ENTRY)
def test_an_entry_comes_back_as_it_was(entry):
    assert entry_from(through_a_file(entry_to_doc(entry))) == entry


def test_an_entry_that_was_read_is_one_like_any_other():
    entry = Entry(id="1", action="a", at=datetime(2026, 3, 2), group="g", kind=EntryKind.STRIKE)
    read = entry_from(through_a_file(entry_to_doc(entry)))
    assert type(read) is Entry
    assert {read: 1}[entry] == 1
    assert copy(read) == pickle.loads(pickle.dumps(read)) == replace(read) == entry
    with pytest.raises(FrozenInstanceError):
        read.name = "another"


def test_a_kind_that_nobody_knows_is_an_error():
    with pytest.raises(ValueError, match="EntryKind"):
        entry_from({"id": "1", "action": "a", "at": "2026-03-02T00:00:00", "group": "g", "kind": "?"})


@given(MEMBER)
def test_a_member_comes_back_as_they_were(member):
    assert member_from(through_a_file(to_doc(member))) == member


@given(id=TEXT, zh=TEXT, en=TEXT, rulebook=TEXT, linked_free_group=TEXT)
def test_a_group_comes_back_as_it_was(id, zh, en, rulebook, linked_free_group):
    group = Group(id=id, title=Wording(zh, en), rulebook=rulebook, linked_free_group=linked_free_group)
    assert group_from(through_a_file(group_to_doc(group))) == group


def test_defaults_take_no_room():
    assert to_doc(Member(id="1", group="g", name="张三")) == {"id": "1", "group": "g", "name": "张三"}
    joined = Member(id="1", group="g", name="张三", joined=date(2026, 5, 3), role=Role.PAID)
    assert to_doc(joined)["joined"] == "2026-05-03"
    assert to_doc(joined)["role"] == "paid"


def test_spans_follow_a_split_pair_that_becomes_one_character():
    entry = Entry(
        id="1",
        action="a",
        at=datetime(2026, 5, 3),
        group="g",
        kind=EntryKind.STRIKE,
        message="加\ud83d\ude00微信",
        spans=((0, 1), (3, 5)),
    )
    stored = entry_from(entry_to_doc(entry))
    assert stored.message == "加😀微信"
    assert [stored.message[i:j] for i, j in stored.spans] == ["加", "微信"]
