"""How long rules take to be tried and changed: a backtest of the history, a draft, a ruling, loading.

    python -m tests.bench.rules

The history holds 600 messages of 80 characters on average; of every five one is full of what the
rules look for, the others are talk. Each figure is the best of three
rounds, because other programs only ever make it larger. Exits with 1 where the backtest takes 2 s,
or a folder with changes takes more than twice as long to its first check as one without.
"""

# ruff: noqa: T201 - printing is what this script is for

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from moderator_app.session import Session
from moderator_app.session.rules import OwnWord
from moderator_app.storage.paths import resources_dir
from tests.bench.check_speed import PIECES, TALK, text

MESSAGES, BACKTEST_S, TIMES = 600, 2.0, 2.0


class Clock:
    """A clock that goes on a minute each time somebody looks."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 9, 0)

    def __call__(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at


def best(go: Callable[[], object]) -> float:
    """The shortest of three times, in seconds."""
    took = []
    for _ in range(3):
        begun = time.perf_counter()
        go()
        took.append(time.perf_counter() - begun)
    return min(took)


def opened(folder: Path) -> None:
    """Open a data folder and check a first message."""
    with Session.open(folder, write=False) as session:
        session.check("今天几点开会")


def main() -> int:
    """Measure, print, and say whether it is fast enough."""
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Session.open(folder, now=Clock()) as session:
            for number in range(MESSAGES):
                pieces = TALK if number % 5 else PIECES
                session.remember(session.check(text(chance, chance.randint(20, 140), pieces)))
            plain = best(lambda: opened(folder))
            draft = replace(session.rules.draft("hawking"), words=(OwnWord(text="出货"),))
            tried = best(lambda: session.rules.backtest(draft))
            print(f"backtest of {MESSAGES} messages: {tried:.2f} s (limit {BACKTEST_S} s)")
            print(f"examples of a draft: {best(lambda: session.rules.try_draft(draft)) * 1e3:.0f} ms")
            case = session.check("周末有空的老师可以来我们展厅坐坐，新到了一批好东西")
            also = best(lambda: session.rules.also_flags(case, "hawking"))
            print(f"what a ruling would also flag: {also * 1e3:.0f} ms")
            session.rules.save(draft)
        changed = best(lambda: opened(folder))
        shutil.copy(resources_dir() / "rulebooks" / "yigongxie.yaml", folder / "rulebooks")
        own = best(lambda: opened(folder))
    told = f"with changes {changed * 1e3:.0f} ms; with changes and a copy {own * 1e3:.0f} ms"
    print(f"open to first check: {plain * 1e3:.0f} ms; {told}")
    return 1 if tried >= BACKTEST_S or changed > TIMES * plain else 0


if __name__ == "__main__":
    sys.exit(main())
