"""Prints what lists of members cost: `python -m tests.bench.people`.

5,000 rows as csv, xlsx and a pasted table, and half as many, so that what grows faster than the list
shows; the same list again, the undo, and a list in which everybody changed the name. Then a group of
5,000 with 100,000 entries: opening it, its rows, a search key, name cards, silence, and what it adds
to a conversation of 300 messages that members are heard in it.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from time import perf_counter, process_time

from moderator_app.core.roster.group import Group
from moderator_app.core.wording import Wording
from moderator_app.session import ImportPreview, Session
from moderator_app.storage.record import Record
from moderator_app.storage.tables import write_table
from tests.bench.record import CITIES, GIVEN, KEYS, START, SURNAMES, TRADES, fill
from tests.core.text.transcripts import full_day

HEADING = ("昵称", "群昵称", "微信号", "角色", "入群时间", "最后发言时间")
GROUP = "yigongxie"
MANY, ENTRIES, MESSAGES = 5_000, 100_000, 300


def person(i: int) -> tuple[str, ...]:
    """One row as a WeChat tool writes it; every third has no card."""
    name = SURNAMES[i % len(SURNAMES)] + GIVEN[i % 41 % len(GIVEN)] + GIVEN[i * 7 % len(GIVEN)]
    card = f"{name}-{TRADES[i % len(TRADES)]}{i}-{CITIES[i % 5]}" if i % 3 else ""
    return (
        f"{GIVEN[i % 13]}{GIVEN[i % 29]}{i}🌸",
        card,
        f"wxid_{i:012x}",
        "成员",
        "2025-01-02",
        "2026-02-01",
    )


def renamed(row: tuple[str, ...]) -> tuple[str, ...]:
    """The same person with another nickname and another trade on the card, without an id."""
    parts = row[1].split("-")
    card = f"{parts[0]}-{parts[1]}换了-{parts[2]}" if row[1] else ""
    return (f"新{row[0][1:]}", card, "", *row[3:])


def timed(call: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    start = perf_counter()
    call()
    return perf_counter() - start


def worked(call: Callable[[], object]) -> float:
    """Seconds of computing that a call takes, whatever else the machine does."""
    start = process_time()
    call()
    return process_time() - start


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def sources(folder: Path, many: int) -> dict[str, Path | str]:
    """The same list in every form that it may come in."""
    rows = [HEADING, *map(person, range(many))]
    return {
        "csv": write_table(folder / f"{many}.csv", rows),
        "xlsx": write_table(folder / f"{many}.xlsx", rows),
        "paste": "\n".join("\t".join(row) for row in rows),
    }


def taken_over(folder: Path, source: Path | str) -> dict[str, float]:
    """Seconds of computing for each step with one list, into an empty group of a new data folder."""
    took: dict[str, float] = {}
    with Session.open(folder) as session:
        session.people.read_members("张三")
        previews: list[ImportPreview] = []
        took["read"] = worked(lambda: previews.append(session.people.read_members(source)))
        took["import"] = worked(lambda: session.people.import_members(previews[0]))
        took["again"] = worked(lambda: session.people.read_members(source))
        changed = [HEADING, *(renamed(person(i)) for i in range(len(previews[0].rows)))]
        pasted = "\n".join("\t".join(row) for row in changed)
        took["renamed"] = worked(lambda: session.people.read_members(pasted))
        took["undo"] = worked(session.undo)
        if session.members():
            raise SystemExit("the undo left members behind")
    return took


def lists(folder: Path, many: int) -> None:
    """What each form of list costs, and how that grows from half as many rows."""
    whole, half = sources(folder, many), sources(folder, many // 2)
    for form, source in whole.items():
        small = taken_over(folder / f"half-{form}", half[form])
        start = perf_counter()
        large = taken_over(folder / f"whole-{form}", source)
        told = "  ".join(f"{step} {took:4.2f} s (x{took / small[step]:.1f})" for step, took in large.items())
        say(f"{form:6} {many:,} rows, computing: {told}; {perf_counter() - start:.1f} s by the clock for all")


def group_of_years(folder: Path, entries: int, members: int) -> None:
    """What a group of 5,000 with years of entries costs."""
    with Record(folder) as record:
        record.put_group(Group(id=GROUP, title=Wording("老乡群"), rulebook="hometown"))
        fill(record, entries, members)
    with Session.open(folder) as session:
        session.rulebook(GROUP)
        read = worked(lambda: session.process.todo(GROUP))
        rows = worked(lambda: session.members(GROUP))
        again = worked(lambda: session.members(GROUP))
        say(f"{members:,} members, {entries:,} entries: the record read {read:.2f} s of computing,")
        say(f"  all rows {rows:.2f} s, once more {again * 1000:.1f} ms")
        session.search("z")
        for key in KEYS:
            took = statistics.median(worked(lambda key=key: session.search(key, GROUP)) for _ in range(5))
            say(f"  search {key!r}: {took * 1000:.1f} ms")
        for name in ("cards", "silent", "newcomers", "meetups"):
            ask = getattr(session.people, name)
            first, again = worked(ask), worked(ask)
            say(f"{name}: {len(ask()):,} told, {first * 1000:.0f} ms, again {again * 1000:.0f} ms")
        hear(session)


def hear(session: Session) -> None:
    """How much longer a conversation takes to remember because members are heard in it."""
    people = [row.member for row in session.members(GROUP)[:: 5_000 // MESSAGES]]
    at = START + timedelta(days=2_500)
    blocks = [
        f"{each.card or each.name}\n{full_day(at + timedelta(minutes=i))}\n第 {i} 句话说给大家听"
        for i, each in enumerate(people[:MESSAGES])
    ]
    case = session.check("\n\n".join(blocks))
    heard = session.people.heard
    with_hearing = timed(lambda: session.remember(case))
    session.people.heard = lambda _: None  # type: ignore[method-assign]
    case = session.check("\n\n".join(blocks).replace("大家", "各位"))
    without = timed(lambda: session.remember(case))
    session.people.heard = heard  # type: ignore[method-assign]
    added = (with_hearing - without) * 1000
    say(f"remember {len(case.messages)} messages: {without * 1000:.0f} ms, heard members add {added:.0f} ms")


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=MANY)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lists(Path(folder), given.members)
        group_of_years(Path(folder) / "years", given.entries, given.members)


if __name__ == "__main__":
    main()
