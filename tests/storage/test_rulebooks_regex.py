"""Patterns of a rulebook are tried in another process before they may run in ours."""

import time
from pathlib import Path

import pytest

from moderator_app.core.message import Message
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.scanner import PATTERN_LIMIT
from moderator_app.storage.regex_trial import samples, trial
from moderator_app.storage.rulebooks import load_rulebook


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(\d+)*x", r"(现|现货)+(货|现货)+!"])
def test_an_exploding_pattern_is_stopped_at_its_deadline(pattern: str) -> None:
    began = time.monotonic()
    reason = trial(pattern, deadline=0.5)
    assert reason is not None
    assert reason.code == "regex.slow"
    assert time.monotonic() - began < 15


def test_a_sound_pattern_passes() -> None:
    assert trial(r"\d{1,4}\s?元") is None


@pytest.mark.parametrize(("pattern", "code"), [("(", "regex.syntax"), ("x*", "regex.matches-nothing")])
def test_what_is_no_pattern_or_finds_nothing_is_refused(pattern: str, code: str) -> None:
    reason = trial(pattern)
    assert reason is not None
    assert reason.code == code


def test_samples_are_no_longer_than_what_a_pattern_may_see() -> None:
    assert max(len(text) for text in samples("abc")) == PATTERN_LIMIT


def test_an_exploding_clause_is_off_and_the_rest_judges_at_once(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(
        "id: m\nclauses:\n  - id: bad\n    signs: [{id: x, pattern: '(a|aa)+$'}]\n"
        "  - id: ok\n    words: 甲\n",
        encoding="utf-8",
    )
    rulebook = load_rulebook(path, resources=tmp_path)
    assert [(p.clause, p.reason.code) for p in rulebook.problems] == [("bad", "regex.slow")]
    began = time.monotonic()
    assert judge(Message(text="a" * 5000 + "甲!"), rulebook).rules == ("ok",)
    assert time.monotonic() - began < 1


def test_a_pattern_never_sees_more_than_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text("id: m\nclauses:\n  - id: p\n    signs: [{id: x, pattern: 'xy+z'}]\n", encoding="utf-8")
    rulebook = load_rulebook(path, resources=tmp_path)
    filler = "字" * PATTERN_LIMIT
    assert judge(Message(text="xyyz" + filler), rulebook).rules == ("p",)
    assert judge(Message(text=filler + "xyyz"), rulebook).rules == ()
