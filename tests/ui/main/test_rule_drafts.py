"""Drafts of clauses: kept until saved or given up, and never in the way of what changes elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moderator_app.session import Session
from moderator_app.session.rules import ClauseDraft, Mode, OwnWord
from moderator_app.ui.main.rule_drafts import Drafts, Edit, drafts_of


@pytest.fixture
def saved(session: Session) -> ClauseDraft:
    return session.rules.draft("hawking")


def test_edits_wait_by_clause_and_are_gone_once_they_are_none(saved: ClauseDraft) -> None:
    drafts = Drafts()
    edit = Edit(saved=saved, now=replace(saved, mode=Mode.WATCH))
    drafts.keep(edit)
    assert drafts.of(saved) == edit
    assert drafts.clauses(saved.group) == ("hawking",)
    assert drafts.clauses("another") == ()
    drafts.keep(Edit(saved=saved, now=saved))
    assert drafts.clauses(saved.group) == ()


def test_a_ruling_made_meanwhile_is_kept_beside_what_is_edited(saved: ClauseDraft) -> None:
    start = replace(saved, hit=("旧的",), miss=("留着",))
    now = replace(start, hit=(), miss=("留着", "我加的"), words=(OwnWord(text="现货"),))
    ruled = replace(start, miss=("留着", "刚判定的"), decided=frozenset({"刚判定的"}), changed=True)
    merged = Edit(saved=start, now=now).upon(ruled)
    assert merged.saved == ruled
    assert merged.now.miss == ("留着", "刚判定的", "我加的")
    assert merged.now.hit == ()
    assert merged.now.words == (OwnWord(text="现货"),)
    assert merged.now.decided == {"刚判定的"}


def test_what_was_saved_is_no_edit_any_more(saved: ClauseDraft) -> None:
    now = replace(saved, mode=Mode.OFF, words=(OwnWord(text="现货"),))
    assert not Edit(saved=saved, now=now).upon(replace(now, changed=True)).dirty


def test_drafts_outlive_the_window(session: Session, saved: ClauseDraft) -> None:
    drafts_of(session).keep(Edit(saved=saved, now=replace(saved, mode=Mode.OFF)))
    assert drafts_of(session).clauses(saved.group) == ("hawking",)
