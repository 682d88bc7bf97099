"""What handing over a long record costs: `python -m tests.bench.handover`.

Bundle, merge, export, import, table, backup, restore and erase with 100,000 entries of 5,000 members
and some backups of them. Each in seconds by the clock, and in seconds of computing of the whole
process; `longest` is the longest time between two words about its progress, in which a window would
not move.
"""

# ruff: noqa: T201 - printing is what this script is for

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import perf_counter, process_time

from moderator_app.core.roster.group import Group
from moderator_app.core.wording import Wording
from moderator_app.session import Session
from moderator_app.storage.record import Record
from tests.bench.record import fill

ENTRIES, MEMBERS, BACKUPS = 100_000, 5_000, 4
GROUP = Group(id="yigongxie", title=Wording("医工协群"), rulebook="yigongxie")


@dataclass(slots=True)
class Clock:
    """How long a piece of work took, and how long it was silent at most."""

    said: float = 0.0
    longest: float = 0.0
    words: int = 0

    def __call__(self, *_: object) -> bool:
        """Take it for a word about the progress."""
        now = perf_counter()
        self.longest, self.said = max(self.longest, now - self.said), now
        self.words += 1
        return True


def told(what: str, work: Callable[[Clock], object]) -> None:
    """Do it, and print what it cost."""
    clock = Clock(said=(start := perf_counter()))
    computed = process_time()
    work(clock)
    took, computed = perf_counter() - start, process_time() - computed
    clock()
    silent = f"silent {clock.longest * 1000:6.0f} ms at most, {clock.words - 1:5} words"
    print(f"{what:28} {took:6.2f} s  computing {computed:6.2f} s  {silent}", flush=True)


def made(folder: Path, entries: int, members: int) -> None:
    """A record as it is after years, with backups of it."""
    with Record(folder) as record:
        record.put_group(GROUP)
        fill(record, entries, members)


def measure(root: Path, entries: int, members: int) -> None:
    """Everything in turn."""
    base = root / "base"
    made(base, entries, members)
    with Session.open(base) as session:
        told("read the ledger", lambda _: session.log.search(limit=1))
        told("a backup by hand", lambda clock: session.upkeep.backup())
        told("bundle", lambda clock: session.exchange.bundle(root / "b.zip"))
        told("export all", lambda clock: session.exchange.export_all(root / "all.json"))
        told("table, csv", lambda clock: session.upkeep.export_table(root / "t.csv"))
        told("table, xlsx", lambda clock: session.upkeep.export_table(root / "t.xlsx"))
    with Session.open(root / "new") as session:
        told("import all", lambda clock: session.exchange.import_all(root / "all.json"))
    shutil.copytree(base, root / "half")
    with Session.open(root / "other") as session:
        session.log.search(limit=1)
        previews = []
        told("a bundle read, all new", lambda clock: previews.append(session.exchange.read_bundle(root / "b.zip")))
        told("merge, all new", lambda clock: session.exchange.merge(previews[0]))
        told("a bundle read, all known", lambda clock: session.exchange.read_bundle(root / "b.zip"))
    with Session.open(root / "half") as session:
        session.log.search(limit=1)
        session.strike_by_name("新来的")
        path = max((root / "half" / "备份").glob("*手动*"))
        told("a backup compared", lambda clock: session.upkeep.preview(path))
        told("restore", lambda clock: session.upkeep.restore(path))
        for _ in range(BACKUPS - 2):
            session.upkeep.backup()
        there = len(session.upkeep.backups())
        told(f"erase, {there} backups", lambda clock: session.upkeep.erase("m17"))


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--members", type=int, default=MEMBERS)
    given = parser.parse_args()
    print(f"{datetime.now():%Y-%m-%d %H:%M}, {given.entries:,} entries, {given.members:,} members")
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        measure(Path(folder), given.entries, given.members)


if __name__ == "__main__":
    main()
