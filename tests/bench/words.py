"""For each word of the lexicons: in how many texts of each kind it stands, and whether it earns its place.

    python -m tests.bench.words CORPORA [--sign ID] [--bad] [--unmeasured]

Counted are the public corpora and our own sentences (tests/bench/sentences). A word is OUT where the
share of everyday texts that hold it is larger than that of every kind of forbidden text. `--bad` prints
only those, and ends with 1 where there are any; `--unmeasured` prints the words that
stand in none of the texts: the figures say nothing of them. Signs that speak for the sender are not
measured, nor those named in NO_CORPUS.
"""

# ruff: noqa: T201 - printing is what this script is for

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from moderator_app.core.rules.rulebook import Rulebook, Sign
from moderator_app.core.text.normalise import normalise
from moderator_app.core.text.phrases import PhraseMatcher
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook
from tests.bench.labelled import FORBIDDEN, HARMLESS, Text, corpus, own

NO_CORPUS = {
    "soup": "no text of ours shows chicken soup in number; only its sum counts, from three words on",
    "soup-form": "as soup",
    "verse": "as soup",
    "dispute-topic": "names what a view is about; counts only beside a strong opinion",
    "opinion": "contentious views of a trade group are in no public set",
    "opinion-hint": "as opinion",
    "entertainment": "what is off topic in a trade group is everyday talk elsewhere: it may only ask",
    "event": "events are allowed; what counts is that they are posted again",
    "moans-of-flood": "flooding is in the order of messages, which no public set keeps",
    "points-to-name": "the spam of messengers that points to a nickname is in no public set",
    "spread-word": "what is urged to be spread is in no public set",
    "form-organisation": "a part of a complete offer, which speaks for it",
    "address-you": "whom rough words are aimed at; counts only beside them",
    "epidemic-info": "a topic of its time",
    "packet-word": "red packets are kinds of message, of which the sets hold the texts only",
    "festival-name": "the calendar, complete by design; counts only beside wishes",
    "festival-greeting": "private messages among the everyday texts hold real wishes",
    "greeting-word": "as festival-greeting",
    "wish-form": "as festival-greeting",
    "wish": "as festival-greeting",
    "qr-call": "pictures carry codes; the sets hold hardly any text about them",
    "form-lead-time": "a part of a complete offer, which speaks for it",
    "goods": "the trade's own goods, of which members talk too; counts only beside supply, price or contact",
    "service": "as goods",
    "trade-goods": "as goods",
}
"""Signs whose words the public sets cannot measure, and why they stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """In how many of 100 texts a word stands: everyday ones, and the forbidden kind that holds it most."""

    everyday: float
    best: float
    kind: str

    @property
    def bad(self) -> bool:
        """Whether everyday text holds it more than any forbidden kind."""
        return self.everyday > self.best

    @property
    def measured(self) -> bool:
        """Whether any text holds it."""
        return self.everyday > 0 or self.best > 0


def measure(texts: list[Text], words: set[str]) -> dict[str, Shares]:
    """The shares of each word."""
    matcher = PhraseMatcher(words)
    hits: dict[str, Counter[str]] = defaultdict(Counter)
    sizes: Counter[str] = Counter()
    for text in texts:
        sizes[_group(text)] += 1
        for word in {match.word for match in matcher.find(normalise(text.text))}:
            hits[word][_group(text)] += 1
    return {word: _shares(hits[word], sizes) for word in words}


def _group(text: Text) -> str:
    if text.kind in HARMLESS:
        return "everyday"
    return f"own {text.kind}" if text.own else text.kind


def _shares(found: Counter[str], sizes: Counter[str]) -> Shares:
    best, kind = max((100 * found[kind] / sizes[kind], kind) for kind in sizes if kind != "everyday")
    return Shares(everyday=100 * found["everyday"] / sizes["everyday"], best=best, kind=kind)


def accusing(rulebook: Rulebook) -> Iterator[Sign]:
    """The signs that speak against the sender in some clause, with words that can be measured."""
    rows = [row for clause in rulebook.clauses for row in clause.rows if row.points > 0]
    names = {name for row in rows for name in row.signs}
    names |= {part for name in names for part in rulebook.signs[name].any}
    return (rulebook.signs[name] for name in sorted(names) if rulebook.signs[name].words)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--sign", default="")
    parser.add_argument("--bad", action="store_true")
    parser.add_argument("--unmeasured", action="store_true")
    options = parser.parse_args()
    rulebook = load_rulebook(resources_dir() / "rulebooks" / "yigongxie.yaml", examples=False)
    chosen = [sign for sign in accusing(rulebook) if options.sign in ("", sign.id)]
    texts = [*(text for kind in (*HARMLESS, *FORBIDDEN) for text in corpus(options.corpora, kind)), *own()]
    shares = measure(texts, {word for sign in chosen for word in sign.words})
    for sign in chosen:
        if options.bad and sign.id in NO_CORPUS:
            continue
        print(f"{sign.id}{': not measured, ' + why if (why := NO_CORPUS.get(sign.id)) else ''}")
        for word in sign.words:
            _print(word, shares[word], options)
    bad = [w for s in chosen if s.id not in NO_CORPUS for w in s.words if shares[w].bad]
    print(f"{len(bad)} words out; {sum(not shares[w].measured for s in chosen for w in s.words)} unmeasured")
    return int(options.bad and bool(bad))


def _print(word: str, shares: Shares, options: argparse.Namespace) -> None:
    if (options.bad and not shares.bad) or (options.unmeasured and shares.measured):
        return
    mark = "OUT " if shares.bad else "    "
    print(f"  {mark}{word}\tbest {shares.kind} {shares.best:.3f}%\teveryday {shares.everyday:.3f}%")


if __name__ == "__main__":
    sys.exit(main())
