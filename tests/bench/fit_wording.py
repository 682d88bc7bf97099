"""Fits resources/models/wording.json: which character n-grams speak for a solicitation, and how much.

    python -m tests.bench.fit_wording CORPORA [--write]

Learns from the public corpora (see their README for sources and licences; no text of theirs is in
the model, only weights) and from our own sentences in tests/bench/sentences. Prints first what the
model sees of whole sources that it was not shown, at the false alarms that it makes on a source of
ordinary talk that it was not shown either: only these figures say anything about other communities.
Needs scikit-learn, here only.
"""

# ruff: noqa: T201 - printing is what this script is for

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize as unit_length

from moderator_app.core.rules.ngrams import NgramModel, ngrams
from moderator_app.core.text import normalise
from moderator_app.storage.paths import resources_dir

SOLICITING = ("ad", "recruitment", "gambling", "porn", "fraud")
HARMLESS = ("normal", "normal_topic")
OWN = Path(__file__).parent / "sentences"
OWN_WEIGHT = 8.0  # our own sentences are few and varied; the corpora are many and alike
KEPT = 10_000
HELD_OUT = (
    ("chineseharm", "weibo"),
    ("game_ad", "weibo"),
    ("sms_spam_masked", "sms_zh"),
    ("recruit", "kdconv"),
)
ALARMS = (0.002, 0.005, 0.01, 0.02)
_MASK = re.compile(r"x{2,}")  # some sources mask every number with a run of x


@dataclass(frozen=True, slots=True)
class Text:
    """One labelled text as the model reads it."""

    source: str
    text: str
    soliciting: bool
    weight: float = 1.0


def main() -> None:
    """Print the held-out figures; with --write, fit on everything and write the model."""
    corpora = Path(sys.argv[1])
    texts = [*_corpora(corpora), *_own()]
    for hidden, talk in HELD_OUT:
        _report(hidden, talk, texts)
    if "--write" in sys.argv:
        model = fit(texts)
        _write(model, len(texts))


def _corpora(folder: Path) -> Iterator[Text]:
    for kind in (*SOLICITING, *HARMLESS):
        with gzip.open(folder / f"{kind}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield Text(row["source"], _read(row["text"]), kind in SOLICITING)


def _own() -> Iterator[Text]:
    for name, soliciting in (("solicitations", True), ("talk", False)):
        for line in (OWN / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            yield Text("own", _read(json.loads(line)["text"]), soliciting, OWN_WEIGHT)


def _read(text: str) -> str:
    return normalise(_MASK.sub("0", text)).text


def _units(text: str) -> list[str]:
    return sorted(ngrams(text[:600]))


def fit(texts: list[Text]) -> NgramModel:
    """Logistic regression on which n-grams are there, then once more on the weightiest alone."""
    wide = CountVectorizer(analyzer=_units, min_df=3, binary=True)
    first = _weights(texts, wide)
    names = wide.get_feature_names_out()
    best = np.sort(np.argsort(-np.abs(first.coef_[0]))[:KEPT])
    narrow = CountVectorizer(analyzer=_units, vocabulary=list(names[best]), binary=True)
    second = _weights(texts, narrow)
    pairs = zip(narrow.get_feature_names_out(), second.coef_[0], strict=True)
    rounded = {str(name): round(float(weight), 2) for name, weight in pairs}
    weights = {name: weight for name, weight in rounded.items() if weight}
    return NgramModel(weights=weights, bias=round(float(second.intercept_[0]), 2))


def _weights(texts: list[Text], vectorizer: CountVectorizer) -> LogisticRegression:
    there = vectorizer.fit_transform([text.text for text in texts])
    regression = LogisticRegression(C=10, max_iter=300)
    labels = [text.soliciting for text in texts]
    return regression.fit(unit_length(there), labels, sample_weight=[text.weight for text in texts])


def _report(hidden: str, talk: str, texts: list[Text]) -> None:
    unseen = _picker(hidden, soliciting=True), _picker(talk, soliciting=False)
    model = fit([text for text in texts if not any(pick(text) for pick in unseen)])
    scores, alarms = (np.array([model.score(text.text) for text in texts if pick(text)]) for pick in unseen)
    figures = [
        f"{alarm:.1%}: {(scores > (at := np.quantile(alarms, 1 - alarm))).mean():.0%} (score {at:.1f})"
        for alarm in ALARMS
    ]
    print(f"{hidden} ({len(scores)}) unseen, false alarms on unseen {talk} ({len(alarms)}) → seen: ", end="")
    print("  ".join(figures))


def _picker(part: str, *, soliciting: bool) -> Callable[[Text], bool]:
    return lambda text: part in text.source and text.soliciting is soliciting


def _write(model: NgramModel, count: int) -> None:
    path = resources_dir() / "models" / "wording.json"
    content = {
        "about": "Weights of character n-grams, fitted by tests/bench/fit_wording.py on "
        f"{count} texts: the public corpora named in resources/models/README.md and our own sentences.",
        "bias": model.bias,
        "weights": dict(sorted(model.weights.items())),
    }
    with path.open("w", encoding="utf-8", newline="\n") as file:
        json.dump(content, file, ensure_ascii=False, indent=0, separators=(",", ":"))
        file.write("\n")
    print(f"{path.name}: {len(model.weights)} n-grams, {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
