"""The labelled texts that are learnt from, and which of them are hidden together to be measured honestly."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OWN = Path(__file__).parent / "sentences"
_OWN_KINDS = {"ads": "ad", "hawking": "ad", "poaching": "ad", "greetings": "greeting"}
_HARMLESS = {"talk", "neighbours"}

HARMLESS = ("normal", "normal_topic")
FORBIDDEN = (
    *("ad", "soft_ad", "recruitment", "gambling", "porn", "fraud", "insult", "offensive_group"),
    *("festival", "greeting"),
)

FOLDS = 4
HIDDEN = (
    ("lccc_toy/", "sms_spam_masked/", "sms_spam_6class/"),
    ("nus_sms_zh/", "game_chat/"),
    ("kdconv/", "chineseharm/black_ad", "recruit_web3/"),
    ("cold/safe", "cold/attack", "chatterbot_zh/"),
)
"""For each fold the sources that are hidden as a whole.

What stands in no fold (kinds of one source alone, our own sentences) is hidden by quarters: texts
that are the same but for digits and signs go into the same quarter.
"""

_LETTERS_ONLY = re.compile(r"[\W\d_x]+")


@dataclass(frozen=True, slots=True)
class Text:
    """One labelled text, as it was written."""

    kind: str
    source: str
    text: str

    @property
    def own(self) -> bool:
        """Whether it is a sentence of ours."""
        return self.source.startswith("own/")

    @property
    def fold(self) -> int:
        """The fold in which it is hidden."""
        for fold, sources in enumerate(HIDDEN):
            if self.source.startswith(sources):
                return fold
        return quarter(self.text)


def quarter(text: str) -> int:
    """0 to 3; the same for texts that differ in digits and signs only."""
    letters = _LETTERS_ONLY.sub("", text)[:40]
    return hashlib.sha1(letters.encode(), usedforsecurity=False).digest()[0] % FOLDS


def corpus(folder: Path, kind: str) -> Iterator[Text]:
    """The texts of one kind of the public corpora."""
    with gzip.open(folder / f"{kind}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Text(kind, row["source"], row["text"])


def own() -> Iterator[Text]:
    """Our own sentences, with their kinds called as the corpora call them."""
    for path in sorted(OWN.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            kind = "normal" if path.stem in _HARMLESS else row["category"]
            yield Text(_OWN_KINDS.get(kind, kind), f"own/{path.stem}", row["text"])
