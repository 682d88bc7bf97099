"""Examples of clauses: which of them run, and which need not where a rulebook is a copy of a known one."""

from dataclasses import replace
from pathlib import Path

import pytest

from moderator_app.core.message import Message
from moderator_app.core.rules.examples import other_clauses, run_examples
from moderator_app.core.rules.rulebook import ClauseLevel, Example, Examples, Rulebook
from moderator_app.core.wording import Wording
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook

SHIPPED = resources_dir() / "rulebooks" / "yigongxie.yaml"


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(SHIPPED, examples=False)


def with_clause(rulebook: Rulebook, **parts: object) -> Rulebook:
    first, *others = rulebook.clauses
    return replace(rulebook, clauses=(replace(first, **parts), *others))


def test_only_the_examples_asked_for_are_run(rulebook: Rulebook) -> None:
    assert {result.clause for result in run_examples(rulebook, {"ads", "qr"})} == {"ads", "qr"}
    assert len(run_examples(rulebook, set())) == 0


def test_a_copy_has_no_other_clause(rulebook: Rulebook) -> None:
    again = load_rulebook(SHIPPED, examples=False)
    assert other_clauses(again, rulebook) == frozenset()
    assert other_clauses(replace(again, clauses=again.clauses[::-1]), rulebook) == frozenset()
    assert other_clauses(with_clause(again, number=99), rulebook) == frozenset()


@pytest.mark.parametrize(
    "parts",
    [
        {"level": ClauseLevel.UNSURE},
        {"violation": 9.0},
        {"allow": ("甲",)},
        {"title": Wording("另一个")},
        {"examples": Examples()},
        {"examples": Examples(hit=(Example(message=Message(text="另一句")),))},
    ],
)
def test_a_clause_that_differs_in_anything_is_another(rulebook: Rulebook, parts: dict) -> None:
    assert other_clauses(with_clause(rulebook, **parts), rulebook) == {rulebook.clauses[0].id}


def test_an_example_that_moves_from_one_side_to_the_other_is_another(rulebook: Rulebook) -> None:
    examples = rulebook.clauses[0].examples
    moved = Examples(hit=examples.hit[:-1], miss=(examples.hit[-1], *examples.miss))
    assert other_clauses(with_clause(rulebook, examples=moved), rulebook) == {rulebook.clauses[0].id}


def test_other_signs_make_every_clause_another(rulebook: Rulebook) -> None:
    signs = dict(rulebook.signs)
    signs.pop(next(iter(signs)))
    assert len(other_clauses(replace(rulebook, signs=signs), rulebook)) == len(rulebook.clauses)
    assert len(other_clauses(replace(rulebook, periods=()), rulebook)) == len(rulebook.clauses)


def test_a_copy_is_loaded_without_running_what_it_has_in_common(
    rulebook: Rulebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[frozenset[str]] = []

    def run(_: Rulebook, clauses: frozenset[str]) -> tuple:
        ran.append(clauses)
        return ()

    monkeypatch.setattr("moderator_app.storage.rulebooks.run_examples", run)
    copy = tmp_path / "yigongxie.yaml"
    text = SHIPPED.read_text(encoding="utf-8")
    head, clauses = text.split("\nclauses:\n")
    name, rest = clauses.split("\n", 1)
    for changed in (text, f"{head}\nclauses:\n{name}\n    allow: [无关]\n{rest}"):
        copy.write_text(changed, encoding="utf-8")
        load_rulebook(copy, known=rulebook)
    assert ran == [frozenset(), {name.removeprefix("  - id: ")}]
