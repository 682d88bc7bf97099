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
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.group import Group
from moderator_app.core.wording import Wording
from moderator_app.session import MergePreview, Session
from moderator_app.storage.record import Record
from tests.bench.record import GIVEN, MESSAGE, SURNAMES, added, member, strike

ENTRIES, MEMBERS, BACKUPS = 100_000, 5_000, 17
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
    """A record as it is after years, its messages all different, as they are in life."""
    chance = Random(7)
    with Record(folder) as record:
        record.put_group(GROUP)
        record.append([added(i) for i in range(members)])
        for first in range(0, entries, 340):
            several = (strike(i, members) for i in range(first, min(first + 340, entries)))
            record.append([in_life(entry, chance) for entry in several])


def in_life(entry: Entry, chance: Random) -> Entry:
    """A strike with a message and a name of its own."""
    said = "".join(chance.choices(MESSAGE + SURNAMES + GIVEN, k=86))
    return replace(entry, message=said, name=member(int(entry.member[1:])).name)


def measure(root: Path, entries: int, members: int) -> None:
    """Everything in turn."""
    base = root / "base"
    made(base, entries, members)
    with Session.open(base) as session:
        told("read the ledger", lambda _: session.log.search(limit=1))
        told("a backup by hand", session.upkeep.backup)
        told("bundle", lambda clock: session.exchange.bundle(root / "b.zip", progress=clock))
        told("export all", lambda clock: session.exchange.export_all(root / "all.json", progress=clock))
        for form in ("csv", "xlsx"):
            path = root / f"t.{form}"
            told(f"table, {form}", lambda clock, path=path: session.upkeep.export_table(path, progress=clock))
    with Session.open(root / "new") as session:
        told("import all", lambda clock: session.exchange.import_all(root / "all.json", clock))
    with Session.open(root / "other") as session:
        merging(session, root / "b.zip")
    shutil.copytree(base, root / "half")
    with Session.open(root / "half") as session:
        going_back(session, root / "half" / "备份")


def merging(session: Session, bundle: Path) -> None:
    """A bundle of which everything is new, and then nothing is."""
    previews: list[MergePreview] = []
    told("a bundle read, all new", lambda clock: previews.append(session.exchange.read_bundle(bundle, clock)))
    told("merge, all new", lambda clock: session.exchange.merge(previews[0], progress=clock))
    told("a bundle read, all known", lambda clock: session.exchange.read_bundle(bundle, clock))


def going_back(session: Session, folder: Path) -> None:
    """A backup looked at and gone back to, and somebody taken out of several of them."""
    session.log.search(limit=1)
    session.strike_by_name("新来的")
    path = max(folder.glob("*手动*"))
    told("a backup compared", lambda clock: session.upkeep.preview(path, clock))
    told("restore", lambda clock: session.upkeep.restore(path, clock))
    while len(session.upkeep.backups()) < BACKUPS:
        session.upkeep.backup()
    told(f"erase, {BACKUPS} backups", lambda clock: session.upkeep.erase("m17", progress=clock))


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
