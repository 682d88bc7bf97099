"""Fits the points of the shared clauses' rows to the corpora, and writes them into the YAML as plain numbers.

    python -m tests.bench.fit_weights CORPORA FOLDS [CLAUSE …] [--ridge R] [--cost C] [--write]

FOLDS holds the n-gram models of `tests/bench/fit_wording.py --folds`: every text is read with the model that
was not shown it, so that the sign of the wording counts for what it is worth on unseen text. The points stay
near those that stand in the YAML (`--ridge`), keep the sign that their writer gave them, and leave the
thresholds alone; a harmless text that would be asked about costs `--cost` times a missed one, one that would
be accused three times that. Printed are, side by side, the figures now, tuned on everything, and left out:
fitted anew without what each fold hides and measured on that. A person reads the result: a row that a writer
of rules cannot explain stays out whatever it gains. Needs numpy and scipy, here only.
"""

# ruff: noqa: T201 - printing is what this script is for

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from moderator_app.core.message import Context, Message
from moderator_app.core.rules.judge import Judge
from moderator_app.core.rules.reading import Reading
from moderator_app.core.rules.rulebook import Clause
from moderator_app.core.rules.weighing import hold
from moderator_app.storage.models import load_model
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook
from tests.bench.labelled import FOLDS, HARMLESS, Text, corpus, own

KINDS: Mapping[str, tuple[str, ...]] = {
    "ads": ("ad",),
    "recruitment": ("recruitment",),
    "gambling": ("gambling",),
    "fraud": ("fraud",),
    "porn": ("porn",),
    "insult": ("insult",),
}
"""The clauses that the corpora can show, and the kinds of text that they are for.

Not wishes and greetings: the private messages among the everyday texts are full of real ones.
"""

ACCUSED = 3.0
OWN_WEIGHT = 4.0
MARGIN = 0.3  # points by which a text should be clear of a threshold
STEEP = 4.0

_POINTS = re.compile(r"^(    (?P<row>[\w.+ -]+?): )(?P<points>-?\d+(?:\.\d+)?)(?P<rest>\s*(?:#.*)?)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """For one clause: which rows hold in which text, which texts are meant, their weights and folds."""

    holds: np.ndarray
    meant: np.ndarray
    weights: np.ndarray
    folds: np.ndarray

    def part(self, chosen: np.ndarray) -> Data:
        """Some of the texts."""
        return Data(
            holds=self.holds[chosen],
            meant=self.meant[chosen],
            weights=self.weights[chosen],
            folds=self.folds[chosen],
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("folds", type=Path)
    parser.add_argument("clauses", nargs="*", default=[*KINDS])
    parser.add_argument("--ridge", type=float, default=3.0)
    parser.add_argument("--cost", type=float, default=10.0)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    texts = _texts(options.corpora, {kind for name in options.clauses for kind in KINDS[name]})
    judges = _judges(options.folds)
    held = _rows_held(texts, judges)
    for name in options.clauses:
        clause = judges[0].rulebook.clause(name)
        if clause is None:
            parser.error(f"no clause {name}")
        points = _fit_and_print(clause, _data(texts, held[name], KINDS[name], options.cost), options.ridge)
        if options.write:
            write(resources_dir() / "rulebooks" / "shared" / f"{name}.yaml", clause, points)


def _texts(corpora: Path, kinds: set[str]) -> list[Text]:
    wanted = kinds.union(HARMLESS)
    public = (text for kind in sorted(wanted) for text in corpus(corpora, kind))
    return [*public, *(text for text in own() if text.kind in wanted)]


def _judges(folder: Path) -> list[Judge]:
    """A judge for each fold, with the model that was not shown what the fold hides."""
    book = load_rulebook(resources_dir() / "rulebooks" / "yigongxie.yaml", examples=False)
    paths = [folder / f"wording-{fold}.json" for fold in range(FOLDS)]
    return [Judge(replace(book, models={"wording": load_model(path)})) for path in paths]


def _rows_held(texts: Sequence[Text], judges: Sequence[Judge]) -> dict[str, np.ndarray]:
    """For each clause a line a text: which of its rows hold; none where its `needs` are not met."""
    clauses = [clause for clause in judges[0].clauses if clause.id in KINDS]
    held: dict[str, list[list[bool]]] = {clause.id: [] for clause in clauses}
    for text in texts:
        seen, _ = judges[text.fold].scanner.scan(Reading(Message(text=text.text), Context()))
        for clause in clauses:
            open_ = not clause.needs or not seen.keys().isdisjoint(clause.needs)
            held[clause.id].append([open_ and hold(row.terms, seen) for row in clause.rows])
    return {name: np.array(lines, dtype=np.float32) for name, lines in held.items()}


def _data(texts: Sequence[Text], holds: np.ndarray, kinds: tuple[str, ...], cost: float) -> Data:
    chosen = np.array([text.kind in kinds or text.kind in HARMLESS for text in texts])
    meant = np.array([text.kind in kinds for text in texts])
    weights = np.array([OWN_WEIGHT if text.own else 1.0 for text in texts])
    weights[meant] /= weights[meant].sum()
    weights[chosen & ~meant] *= cost / weights[chosen & ~meant].sum()
    folds = np.array([text.fold for text in texts])
    return Data(holds=holds, meant=meant, weights=weights, folds=folds).part(chosen)


def _fit_and_print(clause: Clause, data: Data, ridge: float) -> np.ndarray:
    now = np.array([row.points for row in clause.rows])
    tuned = fitted(clause, data, ridge)
    left_out = np.zeros(len(data.meant))
    for fold in range(FOLDS):
        hidden = data.folds == fold
        left_out[hidden] = data.holds[hidden] @ fitted(clause, data.part(~hidden), ridge)
    print(f"{clause.id}: {int(data.meant.sum())} meant, {int((~data.meant).sum())} harmless")
    for label, scores in (("now", data.holds @ now), ("tuned", data.holds @ tuned), ("left out", left_out)):
        print(f"   {label:9} {figures(clause, scores, data.meant)}")
    for row, before, after in zip(clause.rows, now, tuned, strict=True):
        if round(before, 1) != round(after, 1):
            print(f"      {row.name}: {before:g} → {after:.1f}")
    return tuned


def fitted(clause: Clause, data: Data, ridge: float) -> np.ndarray:
    """The points that cost least; each keeps its sign, and the wording alone stays under the violation."""
    now = np.array([row.points for row in clause.rows])
    bounds = [(0.0, max(4.0, point)) if point > 0 else (min(-3.0, point), 0.0) for point in now]

    def cost(points: np.ndarray) -> tuple[float, np.ndarray]:
        scores = data.holds @ points
        missed, missed_slope = _hinge(clause.unsure + MARGIN - scores)
        asked, asked_slope = _hinge(scores - clause.unsure + MARGIN)
        accused, accused_slope = _hinge(scores - clause.violation + MARGIN)
        wrong = asked + ACCUSED * accused
        total = np.where(data.meant, missed, wrong) @ data.weights
        slopes = np.where(data.meant, -missed_slope, asked_slope + ACCUSED * accused_slope) * data.weights
        away = points - now
        return total + ridge * 0.01 * away @ away, data.holds.T @ slopes + ridge * 0.02 * away

    found = minimize(cost, now, jac=True, bounds=bounds, method="L-BFGS-B", options={"maxiter": 400})
    return np.round(found.x, 1) + 0.0  # no minus zero


def _hinge(distance: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A soft max(0, distance) and its slope."""
    bent = np.logaddexp(0, STEEP * distance) / STEEP
    return bent, 1 / (1 + np.exp(-STEEP * distance))


def figures(clause: Clause, scores: np.ndarray, meant: np.ndarray) -> str:
    """What is seen and accused of what is meant, and of what is harmless, by this clause alone."""
    scores = np.round(scores, 3)
    seen, accused = scores >= clause.unsure, scores >= clause.violation
    return (
        f"meant: seen {seen[meant].mean():6.2%} accused {accused[meant].mean():6.2%}   "
        f"harmless: seen {seen[~meant].mean():7.3%} accused {accused[~meant].mean():7.3%}"
    )


def write(path: Path, clause: Clause, points: np.ndarray) -> None:
    """The new points in the places of the old; everything else of the file stays as it is."""
    new = {row.name: f"{value:g}" for row, value in zip(clause.rows, points, strict=True)}
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        found = _POINTS.match(line)
        known = found and found["row"] in new
        lines.append(f"{found[1]}{new[found['row']]}{found['rest']}" if found and known else line)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"   written: {path.name}")


if __name__ == "__main__":
    main()
