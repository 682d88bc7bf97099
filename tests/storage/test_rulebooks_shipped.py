"""The rulebooks that ship: they load without a problem, agree with their schema, and keep their promises."""

import json
from pathlib import Path

import pytest
import yaml

from moderator_app.core.rules.detectors import FACTORIES
from moderator_app.core.rules.examples import run_examples
from moderator_app.core.rules.rulebook import ClauseLevel, Rulebook
from moderator_app.core.rules.verdict import Action
from moderator_app.storage.paths import notices_dir, resources_dir
from moderator_app.storage.rulebooks import load_rulebook
from tests.storage.schema_check import violations

OWN = [
    *("ads", "hawking", "recruitment", "lyrical", "controversial", "greetings", "festival", "red-packets"),
    *("event-repeat", "qr", "off-topic", "weekly-quota", "trade-form", "real-name", "epidemic"),
]
SHARED = ["fraud", "gambling", "porn", "drugs", "poaching", "links", "insult", "flooding"]
RULEBOOKS = sorted((resources_dir() / "rulebooks").glob("*.yaml"))
SHARED_FILES = sorted((resources_dir() / "rulebooks" / "shared").glob("*.yaml"))
LEXICONS = sorted((resources_dir() / "lexicons").glob("*.yaml"))


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(resources_dir() / "rulebooks" / "yigongxie.yaml")


def test_loads_without_a_problem(rulebook: Rulebook) -> None:
    assert rulebook.problems == ()
    assert [clause.id for clause in rulebook.clauses] == [*OWN, *SHARED]
    assert [clause.number for clause in rulebook.clauses] == list(range(1, len(OWN + SHARED) + 1))


def test_every_clause_reads_in_both_languages_and_carries_examples(rulebook: Rulebook) -> None:
    for clause in rulebook.clauses:
        assert clause.title.zh and clause.title.en and clause.text.zh and clause.text.en, clause.id
        assert len(clause.examples.hit) >= 2 and len(clause.examples.miss) >= 2, clause.id


def test_every_example_does_as_it_says(rulebook: Rulebook) -> None:
    results = run_examples(rulebook)
    assert len(results) >= 88
    assert [(result.clause, result.text) for result in results if not result.passed] == []


def test_every_sign_has_a_title_in_both_languages(rulebook: Rulebook) -> None:
    assert [sign.id for sign in rulebook.signs.values() if not (sign.title.zh and sign.title.en)] == []


def test_advice_and_doubt_never_accuse(rulebook: Rulebook) -> None:
    gentle = {clause.id for clause in rulebook.clauses if clause.level is not ClauseLevel.VIOLATION}
    assert {"red-packets", "off-topic", "epidemic", "real-name"} <= gentle


def test_the_ladder_reminds_moves_removes_with_notices_that_exist(rulebook: Rulebook) -> None:
    assert [step.action for step in rulebook.ladder.steps] == [Action.REMIND, Action.MOVE, Action.REMOVE]
    first, second, third = rulebook.ladder.steps
    assert (first.notice_for(["hawking"]), second.notice_for(["hawking"])) == ("叫卖告知", "叫卖告知 2")
    assert first.notice_for(["ads"]) == "群发信息告知"
    assert {third.notice_for([rule]) for rule in ("hawking", "ads")} == {"移出告知"}  # not 「请到自由群」
    named = {step.notice for step in rulebook.ladder.steps}
    named |= {notice for step in rulebook.ladder.steps for notice in step.notices.values()}
    named |= {
        rulebook.notices.question,
        rulebook.notices.praise,
        rulebook.notices.welcome,
        rulebook.notices.moved,
    }
    titles = {path.stem for path in (notices_dir() / rulebook.id).glob("*.md")}
    assert named <= titles


def test_no_word_alone_accuses(rulebook: Rulebook) -> None:
    """Weak signs must come together; what a clause may accuse of alone is a shape, not a word."""
    worded = {sign.id for sign in rulebook.signs.values() if sign.words}
    alone = [
        (clause.id, row.name)
        for clause in rulebook.clauses
        if clause.level is ClauseLevel.VIOLATION
        for row in clause.rows
        if row.signs[0] in worded and len(row.terms) == 1 and row.points >= clause.violation
    ]
    assert alone == []


@pytest.mark.parametrize("path", [*RULEBOOKS, *SHARED_FILES, *LEXICONS], ids=lambda path: path.name)
def test_agrees_with_the_schema_that_it_names(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    name = text.splitlines()[0].rpartition("/")[2]
    schema = json.loads((resources_dir() / "schema" / name).read_text(encoding="utf-8"))
    assert violations(yaml.load(text, Loader=yaml.BaseLoader), schema, schema) == []


def test_the_schema_knows_every_detector() -> None:
    schema = json.loads((resources_dir() / "schema" / "lexicon.schema.json").read_text(encoding="utf-8"))
    assert set(schema["$defs"]["detector"]["enum"]) == set(FACTORIES)


def test_the_schema_refuses_a_slip() -> None:
    schema = json.loads((resources_dir() / "schema" / "rulebook.schema.json").read_text(encoding="utf-8"))
    assert violations({"id": "x", "clauses": [{"id": "y", "wrods": "z"}]}, schema, schema)
