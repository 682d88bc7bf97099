"""The examples that clauses carry, run through the judge."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.rulebook import Clause, Examples, Rulebook
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


def other_clauses(rulebook: Rulebook, known: Rulebook) -> frozenset[str]:
    """The clauses that may judge otherwise than those of `known`, or have other examples.

    They are all of them where signs or periods differ; a clause's number decides nothing.
    """
    same: dict[str, object] = {}
    if rulebook.signs == known.signs and rulebook.periods == known.periods:
        same = {clause.id: _told(clause) for clause in known.clauses}
    return frozenset(clause.id for clause in rulebook.clauses if _told(clause) != same.get(clause.id))


def _told(clause: Clause) -> object:
    """All that a clause says, in a form in which two can be compared: a history knows only itself."""
    examples = [
        (each.message, replace(each.context, past=None), tuple(each.context.past or ()), each.decided)
        for each in (*clause.examples.hit, *clause.examples.miss)
    ]
    counts = len(clause.examples.hit), len(clause.examples.miss)
    return replace(clause, number=0, examples=Examples()), counts, examples


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
