"""How the rulebook does on labelled text: for each kind and source the share called 违规 and 拿不准.

    python -m tests.bench.corpora CORPORA [--rulebook FILE] [--kind K] [--folds FOLDER] [--show N] [--digits]

Nothing here is tuned by the script; it only measures. The shipped n-gram model was fitted on these texts:
with `--folds`, the models of `fit_wording.py --folds`, every text is judged by the one that was shown neither
it nor, as far as there are others of the kind, its source; what the figures say of other communities they say
then. `--digits` first puts digits for the runs of «x» with which some sources mask every number: figures with
it say what unmasked text would have given, and are always to be named as such.
"""

# ruff: noqa: T201 - printing is what this script is for

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from moderator_app.core.message import Message
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Level, Verdict
from moderator_app.storage.models import load_model
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook
from tests.bench.labelled import FOLDS, FORBIDDEN, HARMLESS, Text, corpus

NOT_READ = frozenset({"chineseharm/black_ad", "sms_spam_6class/service_ad", "chatterbot_zh/normal_qa"})
"""Sources that nobody looked into while writing words and rules."""

_MASK = re.compile(r"x+")


def unmasked(text: str) -> str:
    """The text with digits where its source put runs of x for them; the same text gives the same digits."""
    chance = random.Random(text)
    return _MASK.sub(lambda run: _digits(len(run.group()), chance), text)


def _digits(length: int, chance: random.Random) -> str:
    if length == 11:
        return "13" + "".join(chance.choice("0123456789") for _ in range(9))
    return chance.choice("123456789") + "".join(chance.choice("0123456789") for _ in range(length - 1))


def measure(texts: Iterable[Text], rulebooks: Sequence[Rulebook]) -> Iterator[tuple[Text, Verdict]]:
    """Each text with its verdict, by the rulebook of its fold where there is one for each."""
    for text in texts:
        rulebook = rulebooks[text.fold % len(rulebooks)]
        yield text, judge(Message(text=text.text), rulebook)


def rulebooks(rulebook: Rulebook, folds: Path | None) -> Sequence[Rulebook]:
    """The rulebook as it is, or once for each fold with the model that was not shown it."""
    if folds is None:
        return (rulebook,)
    models = (load_model(folds / f"wording-{fold}.json") for fold in range(FOLDS))
    return [replace(rulebook, models={"wording": model}) for model in models]


def report(name: str, verdicts: list[Verdict]) -> str:
    """One line of figures."""
    total = len(verdicts) or 1
    levels = Counter(verdict.level for verdict in verdicts)
    rules = Counter(rule for verdict in verdicts for rule in verdict.rules)
    violation, unsure = levels[Level.VIOLATION] / total, levels[Level.UNSURE] / total
    clauses = " ".join(f"{rule} {count / total:.1%}" for rule, count in rules.most_common(6))
    seen = f"违规 {violation:6.2%}  拿不准 {unsure:6.2%}  见到 {violation + unsure:6.2%}"
    return f"{name:34} {total:6}  {seen}  {clauses}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--rulebook", type=Path, default=resources_dir() / "rulebooks" / "yigongxie.yaml")
    parser.add_argument("--kind", action="append")
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many texts that look misjudged")
    parser.add_argument("--digits", action="store_true")
    options = parser.parse_args()
    rulebook = load_rulebook(options.rulebook)
    for problem in rulebook.problems:
        print("problem:", problem)
    books = rulebooks(rulebook, options.folds)
    for kind in options.kind or (*HARMLESS, *FORBIDDEN):
        texts: Iterable[Text] = corpus(options.corpora, kind)
        if options.digits:
            texts = (replace(text, text=unmasked(text.text)) for text in texts)
        judged = list(measure(texts, books))
        print(report(kind, [verdict for _, verdict in judged]))
        for source in sorted({row.source for row, _ in judged}):
            mark = " (not read)" if source in NOT_READ else ""
            print(
                "   " + report(source.split("/")[-1] + mark, [v for row, v in judged if row.source == source])
            )
        wrong = [(r, v) for r, v in judged if (v.level is not Level.OK) is (kind in HARMLESS)]
        for row, verdict in random.Random(1).sample(wrong, min(options.show, len(wrong))):
            print(f"      {verdict.level} {','.join(verdict.rules)} | {' '.join(row.text.split())[:150]}")


if __name__ == "__main__":
    main()
