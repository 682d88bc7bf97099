"""The examples that clauses carry, run through the judge."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.rulebook import Clause, Rulebook
from moderator_app.core.rules.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleResult:
    """One example: whether its clause was to speak (`expected_hit`), and whether it did as expected.

    `own` marks one that the moderator added, `decided` one that stands for their own decision.
    """

    clause: str
    text: str
    expected_hit: bool
    passed: bool
    verdict: Verdict
    own: bool = False
    decided: bool = False


def run_examples(rulebook: Rulebook, clauses: Collection[str] | None = None) -> tuple[ExampleResult, ...]:
    """Every example of every clause that is switched on, or only of those named in `clauses`.

    A watched clause passes by what it would say.
    """
    wanted = (clause for clause in rulebook.active if clauses is None or clause.id in clauses)
    return tuple(result for clause in wanted for result in _of_clause(clause, rulebook))


def _of_clause(clause: Clause, rulebook: Rulebook) -> Iterator[ExampleResult]:
    for expected, examples in ((True, clause.examples.hit), (False, clause.examples.miss)):
        for example in examples:
            verdict = judge(example.message, rulebook, example.context)
            yield ExampleResult(
                clause=clause.id,
                text=example.message.text,
                expected_hit=expected,
                passed=_speaks(clause.id, verdict) is expected,
                verdict=verdict,
                decided=example.decided,
            )


def _speaks(clause: str, verdict: Verdict) -> bool:
    return any(finding.rule == clause for finding in (*verdict.findings, *verdict.watched))
