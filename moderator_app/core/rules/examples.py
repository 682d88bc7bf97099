"""The examples that clauses carry, run through the judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.rulebook import Clause, Rulebook
from moderator_app.core.rules.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleResult:
    """One example: whether its clause was to speak (`expected_hit`), and whether it did as expected."""

    clause: str
    text: str
    expected_hit: bool
    passed: bool
    verdict: Verdict


def run_examples(rulebook: Rulebook) -> tuple[ExampleResult, ...]:
    """Every example of every clause that is switched on."""
    return tuple(result for clause in rulebook.active for result in _of_clause(clause, rulebook))


def _of_clause(clause: Clause, rulebook: Rulebook) -> Iterator[ExampleResult]:
    for expected, examples in ((True, clause.examples.hit), (False, clause.examples.miss)):
        for example in examples:
            verdict = judge(example.message, rulebook, example.context)
            yield ExampleResult(
                clause=clause.id,
                text=example.message.text,
                expected_hit=expected,
                passed=(clause.id in verdict.rules) is expected,
                verdict=verdict,
            )
