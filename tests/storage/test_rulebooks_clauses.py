"""What a clause may say beyond its signs: watched, grave, decided, with a history in its examples."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from moderator_app.core.message import Message
from moderator_app.core.roster.ladder import LadderStep
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.past import Outcome
from moderator_app.core.rules.rulebook import Clause, NoticeIds, Rulebook
from moderator_app.core.rules.verdict import Action, Level
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook


def load(folder: Path, text: str) -> Rulebook:
    path = folder / "mine.yaml"
    path.write_text("id: mine\n" + text, encoding="utf-8")
    return load_rulebook(path, resources=folder)


def clause(folder: Path, lines: str) -> Clause:
    rulebook = load(folder, "clauses:\n  - id: c\n    words: 特价\n" + lines)
    assert rulebook.problems == ()
    (found,) = rulebook.clauses
    return found


@pytest.mark.parametrize(
    ("told", "enabled", "watched"), [("true", True, False), ("false", False, False), ("watch", True, True)]
)
def test_a_clause_is_on_off_or_watched(tmp_path: Path, told: str, enabled: bool, watched: bool) -> None:
    found = clause(tmp_path, f"    enabled: {told}\n")
    assert (found.enabled, found.watched) == (enabled, watched)


def test_a_watched_clause_is_tried_on_its_examples_and_never_counts(tmp_path: Path) -> None:
    rulebook = load(
        tmp_path,
        "clauses:\n  - {id: c, words: 特价, enabled: watch, examples: {hit: [今日特价], miss: [今日无事]}}\n"
        "  - {id: d, words: 特价, enabled: watch, examples: {hit: [今日无事]}}\n",
    )
    assert [(problem.clause, problem.reason.code) for problem in rulebook.problems] == [
        ("d", "clause.example-not-hit")
    ]
    said = judge(Message(text="今日特价"), rulebook)
    assert said.level is Level.OK
    assert [finding.rule for finding in said.watched] == ["c"]


def test_another_word_for_on_and_off_is_refused(tmp_path: Path) -> None:
    rulebook = load(tmp_path, "clauses:\n  - {id: c, words: 特价, enabled: maybe}\n")
    assert [problem.reason.code for problem in rulebook.problems] == ["yaml.unknown-value"]
    assert "watch" in str(rulebook.problems[0].reason.values["allowed"])


def test_a_grave_breach_entails_more_than_the_ladder(tmp_path: Path) -> None:
    found = clause(tmp_path, "    consequence: {action: remove, notice: 移出说明}\n")
    assert found.consequence == LadderStep(action=Action.REMOVE, notice="移出说明")
    assert clause(tmp_path, "").consequence is None


def test_every_special_notice_can_be_named(tmp_path: Path) -> None:
    names = ("question", "praise", "welcome", "moved", "card", "silence", "restored", "removed")
    told = ", ".join(f"{name}: {name}-notice" for name in names)
    rulebook = load(tmp_path, f"notices: {{{told}}}\n")
    assert rulebook.notices == NoticeIds(**{name: f"{name}-notice" for name in names})


def test_an_example_may_be_decided_have_codes_an_assumed_time_and_a_history(tmp_path: Path) -> None:
    found = clause(
        tmp_path,
        "    examples:\n      hit:\n        - {text: 今日无事, decided: true}\n        - text: 特价\n"
        "          at: 2026-05-12T23:00\n          assumed: true\n          codes: [a, b]\n          past:\n"
        "            - {text: 昨日特价, at: 2026-05-10T10:00, sender: 李四, outcome: cleared, rules: [c]}\n",
    )
    decided, told = found.examples.hit
    assert decided.decided
    assert not told.decided
    assert (told.message.codes, told.message.assumed) == (("a", "b"), True)
    assert told.context.past is not None
    (checked,) = told.context.past
    assert (checked.name, checked.at, checked.outcome, checked.rules) == (
        "李四", datetime(2026, 5, 10, 10), Outcome.CLEARED, ("c",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("past", "code"),
    [
        ("{text: 特价}", "yaml.not-date"),
        ("{text: 特价, at: 2026-05-10, outcome: forgotten}", "yaml.unknown-value"),
        ("{text: 特价, at: 2026-05-10, when: 昨天}", "yaml.unknown-key"),
    ],
)
def test_a_history_that_cannot_be_read_costs_its_clause(tmp_path: Path, past: str, code: str) -> None:
    rulebook = load(
        tmp_path,
        f"clauses:\n  - id: c\n    words: 特价\n    examples: {{hit: [{{text: 特价, past: [{past}]}}]}}\n",
    )
    assert [problem.reason.code for problem in rulebook.problems] == [code]
    assert rulebook.clauses == ()


def test_the_schemas_describe_signs_and_clauses_alike() -> None:
    folder = resources_dir() / "schema"
    rulebook, shared, lexicon = (
        json.loads((folder / f"{name}.schema.json").read_text(encoding="utf-8"))["$defs"]
        for name in ("rulebook", "shared", "lexicon")
    )
    assert {name: rulebook[name] for name in shared} == shared
    assert {name: rulebook[name] for name in lexicon} == lexicon
