"""Conversations written in every form come back as they were: who, when, what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderator_app.core.message import Kind
from moderator_app.core.text.clipboard import parse_clipboard
from tests.core.text.transcripts import FORMS, TODAY, Said, conversations, told_time


def copied(said: list[Said]) -> date:
    """The day on which it is copied: none of it was said later, so the year of each day is certain."""
    return said[-1].at.date()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_conversation_comes_back_as_it_was(form: str, end: str, data: st.DataObject) -> None:
    said: list[Said] = data.draw(conversations(one_day=form == "Q2"))
    text = FORMS[form](said).replace("\n", end)
    found = parse_clipboard(text, today=copied(said))
    assert found.form == form[:2]
    assert [(message.sender, message.at, message.text) for message in found.messages] == [
        (one.name, told_time(form, one.at), one.body.replace("\n", end)) for one in said
    ]
    assert [text[m.start : m.start + len(m.text)] for m in found.messages] == [m.text for m in found.messages]


QUOTE = "「赵六:大量现货\n加微信」\n- - - - - - - - - - - - - - -"
JOIN = '"甲"邀请"乙、丙"加入了群聊'
HEADED_ONCE = ("W4",)
"""A form that begins with a heading is not written in pieces."""


@pytest.mark.parametrize("form", [form for form in FORMS if form not in HEADED_ONCE])
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_join_lines_anywhere_are_nobodys_words(form: str, data: st.DataObject) -> None:
    said: list[Said] = data.draw(conversations(one_day=form == "Q2"))
    blocks = [FORMS[form]([one]) for one in said]
    place = data.draw(st.integers(0, len(blocks)))
    text = "\n".join([*blocks[:place], f"{JOIN}\n", *blocks[place:]])
    found = parse_clipboard(text, today=TODAY)
    spoken = [message for message in found.messages if message.kind is not Kind.SYSTEM]
    assert [(message.sender, message.text) for message in spoken] == [(one.name, one.body) for one in said]
    assert [text[m.start : m.start + len(m.text)] for m in spoken] == [m.text for m in spoken]
    assert [join.names for join in found.joins] == [("乙", "丙")]


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_what_is_quoted_is_never_among_the_words_of_who_quotes(form: str, data: st.DataObject) -> None:
    said: list[Said] = data.draw(conversations(one_day=form == "Q2"))
    quoted = [replace(one, body=f"{QUOTE}\n{one.body}") for one in said]
    found = parse_clipboard(FORMS[form](quoted), today=TODAY)
    assert [message.text for message in found.messages] == [one.body for one in said]
    assert [(quote.message, quote.sender) for quote in found.quotes] == [
        (place, "赵六") for place in range(len(said))
    ]
