"""How the rulebook does on labelled text: for each kind and source the share called 违规 and 拿不准.

    python tests/bench/corpora.py CORPORA [--rulebook FILE] [--kind K] [--show N] [--digits]

Nothing here is tuned by the script; it only measures. `--digits` first puts digits for the runs of «x» with
which some sources mask every number: figures with it say what unmasked text would have given, and are always
to be named as such.
"""

# ruff: noqa: T201 - printing is what this script is for

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from moderator_app.core.message import Message
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Level, Verdict
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook

HARMLESS = ("normal", "normal_topic")
FORBIDDEN = (
    "ad", "soft_ad", "recruitment", "gambling", "porn", "fraud", "insult", "offensive_group",
    "festival", "greeting",
)  # fmt: skip
HELD_OUT = frozenset({"chineseharm/black_ad", "sms_spam_6class/service_ad", "chatterbot_zh/normal_qa"})
"""Sources that were not looked into and not fitted to; their figures say what to expect of unseen text."""

_MASK = re.compile(r"x+")


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled text."""

    source: str
    text: str


def rows(corpora: Path, kind: str, *, digits: bool = False) -> Iterator[Row]:
    """The texts of one kind."""
    with gzip.open(corpora / f"{kind}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Row(row["source"], unmasked(row["text"]) if digits else row["text"])


def unmasked(text: str) -> str:
    """The text with digits where its source put runs of x for them; the same text gives the same digits."""
    chance = random.Random(text)
    return _MASK.sub(lambda run: _digits(len(run.group()), chance), text)


def _digits(length: int, chance: random.Random) -> str:
    if length == 11:
        return "13" + "".join(chance.choice("0123456789") for _ in range(9))
    return chance.choice("123456789") + "".join(chance.choice("0123456789") for _ in range(length - 1))


def measure(corpora: Path, kind: str, rulebook: Rulebook, *, digits: bool) -> Iterator[tuple[Row, Verdict]]:
    """Each text of the kind with its verdict."""
    for row in rows(corpora, kind, digits=digits):
        yield row, judge(Message(text=row.text), rulebook)


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
    parser.add_argument("--show", type=int, default=0, help="print so many texts that look misjudged")
    parser.add_argument("--digits", action="store_true")
    options = parser.parse_args()
    rulebook = load_rulebook(options.rulebook)
    for problem in rulebook.problems:
        print("problem:", problem)
    for kind in options.kind or (*HARMLESS, *FORBIDDEN):
        judged = list(measure(options.corpora, kind, rulebook, digits=options.digits))
        print(report(kind, [verdict for _, verdict in judged]))
        for source in sorted({row.source for row, _ in judged}):
            mark = " (held out)" if source in HELD_OUT else ""
            print(
                "   " + report(source.split("/")[-1] + mark, [v for row, v in judged if row.source == source])
            )
        wrong = [(r, v) for r, v in judged if (v.level is not Level.OK) is (kind in HARMLESS)]
        for row, verdict in random.Random(1).sample(wrong, min(options.show, len(wrong))):
            print(f"      {verdict.level} {','.join(verdict.rules)} | {' '.join(row.text.split())[:150]}")


if __name__ == "__main__":
    main()
