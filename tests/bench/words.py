"""For each word of the lexicons: in how many texts of each corpus it stands, and whether it earns its place.

    python tests/bench/words.py CORPORA [--sign ID] [--bad]

`--bad` prints only words that stand in at least as many everyday texts (in proportion) as in forbidden ones.
"""

# ruff: noqa: T201 - printing is what this script is for

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

from moderator_app.core.text.normalise import normalise
from moderator_app.core.text.phrases import PhraseMatcher
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook

sys.path.insert(0, str(Path(__file__).parent))
from corpora import FORBIDDEN, HARMLESS, rows

RULEBOOK = "rulebooks/yigongxie.yaml"


def count(corpora: Path, words: set[str]) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """For each word the number of texts of each kind that hold it, and the texts of each kind."""
    matcher = PhraseMatcher(words)
    hits: dict[str, Counter[str]] = defaultdict(Counter)
    texts: Counter[str] = Counter()
    for kind in (*HARMLESS, *FORBIDDEN):
        for row in rows(corpora, kind):
            texts[kind] += 1
            for word in {match.word for match in matcher.find(normalise(row.text))}:
                hits[word][kind] += 1
    return hits, texts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--sign", default="")
    parser.add_argument("--bad", action="store_true")
    options = parser.parse_args()
    signs = load_rulebook(resources_dir() / RULEBOOK, examples=False).signs.values()
    chosen = [sign for sign in signs if sign.words and options.sign in ("", sign.id)]
    hits, texts = count(options.corpora, {word for sign in chosen for word in sign.words})
    harmless_texts = sum(texts[kind] for kind in HARMLESS)
    for sign in chosen:
        print(f"\n{sign.id}")
        for word in sign.words:
            found = hits.get(word, Counter())
            harmless = sum(found[kind] for kind in HARMLESS) / harmless_texts
            best = max((found[kind] / texts[kind], kind) for kind in FORBIDDEN)
            bad = harmless >= best[0]
            if bad or not options.bad:
                mark = "OUT " if bad else "    "
                print(f"  {mark}{word}\tbest {best[1]} {best[0]:.4%}\teveryday {harmless:.4%}")


if __name__ == "__main__":
    main()
