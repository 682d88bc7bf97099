"""Suggests points for the rows of a clause, by logistic regression over what the corpora show.

    python tests/bench/fit_weights.py CORPORA CLAUSE KIND[,KIND] [--rulebook FILE] [--ridge R] [--digits]

Needs numpy, here only. Sources named in corpora.HELD_OUT are never fitted to. The suggestion is rounded and
is to be read by a person: rows that a writer of rules cannot explain stay out whatever they gain.
"""

# ruff: noqa: T201 - printing is what this script is for

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from moderator_app.core.message import Context, Message
from moderator_app.core.rules.judge import Judge, row_holds
from moderator_app.core.rules.reading import Reading
from moderator_app.core.rules.rulebook import Clause
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook

sys.path.insert(0, str(Path(__file__).parent))
from corpora import HARMLESS, HELD_OUT, rows


def matrix(
    judge: Judge, clause: Clause, corpora: Path, kinds: tuple[str, ...], *, digits: bool
) -> np.ndarray:
    """One line a text: which rows of the clause hold."""
    lines = []
    for kind in kinds:
        for row in rows(corpora, kind, digits=digits):
            if row.source not in HELD_OUT:
                seen, _ = judge.scanner.scan(Reading(Message(text=row.text), Context()))
                lines.append([row_holds(part, seen) for part in clause.rows])
    return np.array(lines, dtype=float)


def fitted(
    positive: np.ndarray, negative: np.ndarray, signs: np.ndarray, ridge: float
) -> tuple[np.ndarray, float]:
    """Points and intercept; a row keeps the sign that its writer gave it (a step over zero is cut off)."""
    data = np.vstack([positive, negative])
    data = np.hstack([data, np.ones((len(data), 1))])
    wanted = np.concatenate([np.ones(len(positive)), np.zeros(len(negative))])
    share = np.where(wanted == 1, 0.5 / len(positive), 0.5 / len(negative)) * len(data)
    weights = np.zeros(data.shape[1])
    penalty = np.append(np.full(positive.shape[1], ridge), 0.0)
    for _ in range(300):
        chance = 1 / (1 + np.exp(-data @ weights))
        slope = data.T @ (share * (chance - wanted)) + penalty * weights
        curve = (data * (share * chance * (1 - chance))[:, None]).T @ data + np.diag(penalty + 1e-6)
        weights = weights - 0.5 * np.linalg.solve(curve, slope)
        weights[:-1] = np.where(signs * weights[:-1] < 0, 0, weights[:-1])
    return weights[:-1], float(weights[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("clause")
    parser.add_argument("kinds")
    parser.add_argument("--rulebook", type=Path, default=resources_dir() / "rulebooks" / "yigongxie.yaml")
    parser.add_argument("--ridge", type=float, default=20.0)
    parser.add_argument("--digits", action="store_true")
    options = parser.parse_args()
    book = load_rulebook(options.rulebook, examples=False)
    book = replace(book, clauses=tuple(replace(c, enabled=c.id == options.clause) for c in book.clauses))
    clause = book.clause(options.clause)
    if clause is None:
        parser.error(f"no clause {options.clause}")
    judge = Judge(book)
    positive = matrix(judge, clause, options.corpora, tuple(options.kinds.split(",")), digits=options.digits)
    negative = matrix(judge, clause, options.corpora, HARMLESS, digits=options.digits)
    signs = np.sign([row.points for row in clause.rows])
    points, start = fitted(positive, negative, signs, options.ridge)
    points = np.round(points, 1)
    print(f"intercept {start:.2f}")
    for row, value, high, low in zip(clause.rows, points, positive.mean(0), negative.mean(0), strict=True):
        print(f"      {row.name}: {value:g}    # {high:.2%} against {low:.2%}")
    scores, everyday = positive @ points, negative @ points
    for threshold in np.arange(1, 12, 0.5):
        high, low = (scores >= threshold).mean(), (everyday >= threshold).mean()
        print(f"from {threshold:4}: {high:.2%} against {low:.3%}")


if __name__ == "__main__":
    main()
