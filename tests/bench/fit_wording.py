"""Fits resources/models/wording.json: which character n-grams speak for which kind of message, and how much.

    python -m tests.bench.fit_wording CORPORA [--folds FOLDER] [--write]

Learns from the public corpora (their README names sources and licences; no text of theirs is in the
model, only weights) and from our own sentences in tests/bench/sentences. First it fits once for each
fold of tests/bench/labelled.py, without what that fold hides, and prints what those models see of what
they were not shown, at the points where they raise so many false alarms on harmless sources that they
were not shown either: only these figures say anything about other communities. The points of the shipped
model are scaled to those alarms. `--folds` keeps the models of the folds for corpora.py and
fit_weights.py; `--write` writes the model fitted on everything. Needs scikit-learn, here only.
"""

# ruff: noqa: T201 - printing is what this script is for

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize as unit_length

from moderator_app.core.rules.ngrams import ngrams
from moderator_app.core.text import normalise
from moderator_app.storage.paths import resources_dir
from tests.bench.labelled import FOLDS, FORBIDDEN, HARMLESS, Text, corpus, own

KINDS: Mapping[str, tuple[str, ...]] = {
    "solicitation": ("ad", "recruitment", "gambling", "porn", "fraud"),
    "gambling": ("gambling",),
    "fraud": ("fraud",),
    "porn": ("porn",),
    "insult": ("insult",),
    "wish": ("festival", "greeting"),
    "praise": ("soft_ad",),
}
UNCLEAR: Mapping[str, tuple[str, ...]] = {
    "solicitation": ("soft_ad", "festival", "greeting"),
    "gambling": ("ad chineseharm", "ad game_chat"),
    "fraud": ("ad chineseharm", "ad game_chat", "ad sms_spam_6class/bank_fraud", "ad sms_spam_6class/loan"),
    "porn": ("ad chineseharm",),
    "insult": ("offensive_group",),
    "wish": ("ad sms_spam", "lyrical"),
    "praise": ("ad sms_spam",),
}
"""Kinds, and sources of kinds, whose texts may be of the other kind too: no examples, no counter-examples."""

OWN_WEIGHT = 4.0  # our own sentences are few and varied; the corpora are many and alike
STRENGTH = 30.0  # the inverse of the ridge: what left-out sources bore best among 2, 10, 30 and 100
SEEN_AT_LEAST = 3
KEPT_PER_KIND = 2_200
ALARMS = (0.005, 0.001)  # of which 1 and 2 points are made

_MASK = re.compile(r"x{2,}")  # some sources mask every number with a run of x
_CODES = re.compile(
    r"\[em\]e\d+\[/em\]|\[[^\[\]\n]{1,8}\]|/[\u4e00-\u9fff]{2,4}(?=/|\s|$)"
    "|/(?:笑哭|汪汪|比心|玫瑰|期待|爱心|流泪|偷笑|捂脸|憨笑|狂笑|崇拜|得意|变形|嫌弃|无奈|坏笑|doge|仔细分析|擦汗|惊喜|调皮|呲牙)"
)
_FACES = re.compile("[\U0001f600-\U0001f64f\U0001f910-\U0001f94f\U0001f970-\U0001f97a❤☺\ufe0f👍👏🙏💪🌹✨]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """The texts, one line each: what it is, where it is hidden, which n-grams stand in it, its weight."""

    kinds: np.ndarray
    sources: np.ndarray
    folds: np.ndarray
    weights: np.ndarray
    there: csr_matrix
    names: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Log odds: for each kind (column) of each n-gram (row), and the odds of a text without any."""

    names: np.ndarray
    weights: np.ndarray
    bias: np.ndarray


def main() -> None:
    """Print the figures of what was hidden; keep the models that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    examples = read(
        [*(text for kind in (*HARMLESS, *FORBIDDEN) for text in corpus(options.corpora, kind)), *own()]
    )
    folds = [fit(examples, examples.folds != fold) for fold in range(FOLDS)]
    scores = np.vstack([scored(folds[fold], examples)[examples.folds == fold] for fold in range(FOLDS)])
    hidden = reordered(examples)
    marks = np.array([marks_of(scores[:, column], hidden) for column in range(len(KINDS))])
    report(scores, hidden, marks)
    if options.folds:
        options.folds.mkdir(parents=True, exist_ok=True)
        for fold, found in enumerate(folds):
            write(found, marks, options.folds / f"wording-{fold}.json", f"all but fold {fold}")
    if options.write:
        everything = fit(examples, examples.folds >= 0)
        about = f"{len(examples.kinds)} texts: the public corpora named in README.md and our own sentences"
        write(everything, marks, resources_dir() / "models" / "wording.json", about)


def read(texts: Sequence[Text]) -> Examples:
    """The texts as the model reads them, without stickers and faces: these tell sources apart, not kinds."""
    vectorizer = CountVectorizer(analyzer=_units, min_df=SEEN_AT_LEAST, binary=True)
    there = vectorizer.fit_transform([_plain(text.text) for text in texts])
    return Examples(
        kinds=np.array([text.kind for text in texts]),
        sources=np.array([text.source for text in texts]),
        folds=np.array([text.fold for text in texts]),
        weights=_weights(texts),
        there=there,
        names=vectorizer.get_feature_names_out(),
    )


def _weights(texts: Sequence[Text]) -> np.ndarray:
    """Our own sentences count more, the texts of large sources less, so that no source drowns the others."""
    sizes = Counter(text.source for text in texts)
    return np.array([OWN_WEIGHT if text.own else (1_000 / sizes[text.source]) ** 0.5 for text in texts])


def _plain(text: str) -> str:
    return normalise(_FACES.sub("", _CODES.sub(" ", _MASK.sub("0", text)))).text


def _units(text: str) -> list[str]:
    return sorted(ngrams(text[:600]))


def reordered(examples: Examples) -> Examples:
    """The same examples fold after fold."""
    order = np.argsort(examples.folds, kind="stable")
    return replace(
        examples,
        kinds=examples.kinds[order],
        sources=examples.sources[order],
        folds=examples.folds[order],
        weights=examples.weights[order],
    )


def fit(examples: Examples, shown: np.ndarray) -> Fit:
    """One logistic regression a kind on all n-grams, then once more on the weightiest of all kinds."""
    wide = np.array([_regression(examples, examples.there, kind, shown).coef_[0] for kind in KINDS])
    best = np.unique(np.argsort(-np.abs(wide), axis=1)[:, :KEPT_PER_KIND])
    narrow = examples.there[:, best]
    found = [_regression(examples, narrow, kind, shown) for kind in KINDS]
    return Fit(
        names=examples.names[best],
        weights=np.array([one.coef_[0] for one in found]).T,
        bias=np.array([one.intercept_[0] for one in found]),
    )


def _regression(examples: Examples, there: csr_matrix, kind: str, shown: np.ndarray) -> LogisticRegression:
    wanted = _labelled(examples, KINDS[kind])
    clear = shown & ~_labelled(examples, UNCLEAR[kind])
    regression = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=80)
    return regression.fit(unit_length(there[clear]), wanted[clear], sample_weight=examples.weights[clear])


def _labelled(examples: Examples, labels: Sequence[str]) -> np.ndarray:
    """Which texts are of one of these kinds, or of these sources of a kind."""
    found = np.char.add(np.char.add(examples.kinds, " "), examples.sources)
    return np.logical_or.reduce([np.char.startswith(found, label) for label in labels])


def scored(found: Fit, examples: Examples) -> np.ndarray:
    """The log odds of every kind for every text."""
    known = examples.there[:, np.searchsorted(examples.names, found.names)]
    return np.asarray(unit_length(known) @ found.weights + found.bias)


def marks_of(scores: np.ndarray, hidden: Examples) -> np.ndarray:
    """The log odds that raise the wanted shares of false alarms on what was hidden, as mean of the folds."""
    harmless = np.isin(hidden.kinds, HARMLESS)
    found = []
    for fold in range(FOLDS):
        at = harmless & (hidden.folds == fold)
        every = np.repeat(scores[at], np.where(hidden.weights[at] == OWN_WEIGHT, int(OWN_WEIGHT), 1))
        found.append([np.quantile(every, 1 - share) for share in ALARMS])
    return np.mean(found, axis=0)


def report(scores: np.ndarray, hidden: Examples, marks: np.ndarray) -> None:
    """For each kind what was seen of it and the alarms on harmless sources, from 1 and 2 points on."""
    for column, kind in enumerate(KINDS):
        print(f"{kind}: hidden texts that reach 1 and 2 points")
        for source in sorted({*hidden.sources[np.isin(hidden.kinds, (*KINDS[kind], *HARMLESS))]}):
            for label in sorted({*hidden.kinds[hidden.sources == source]} & {*KINDS[kind], *HARMLESS}):
                at = (hidden.sources == source) & (hidden.kinds == label)
                one, two = ((scores[at, column] >= mark).mean() for mark in marks[column])
                print(f"   {label:12} {source:34} {at.sum():6}  {one:7.2%} {two:7.2%}")


def write(found: Fit, marks: np.ndarray, path: Path, about: str) -> None:
    """The model in points: 1 where the first mark is, 2 at the second; one n-gram a line."""
    steps = marks[:, 1] - marks[:, 0]
    points = np.round(100 * found.weights / steps).astype(int)
    bias = dict(zip(KINDS, np.round((found.bias - marks[:, 0]) / steps + 1, 2).tolist(), strict=True))
    rows = map(_row, found.names.tolist(), points.tolist())
    told = json.dumps(f"Weights of character n-grams, fitted by tests/bench/fit_wording.py on {about}.")
    head = f'{{"about":{told},\n"bias":{json.dumps(bias)},\n"weights":{{\n'
    content = head + ",\n".join(rows) + "\n}}\n"
    path.write_text(content, encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(points)} n-grams, {path.stat().st_size // 1024} KB")


def _row(name: str, points: list[int]) -> str:
    numbers = json.dumps(points, separators=(",", ":"))
    return f"{json.dumps(name, ensure_ascii=False)}:{numbers}"


if __name__ == "__main__":
    main()
