"""Prints what the page of members costs with 5,000 of them: `python -m tests.bench.roster_page`.

Opening the page for the first time (with the window already there), taking in a change, walking down
the list, and a key in the search field until the list is painted. Then the same page of a group with
100,000 entries, opened as the first thing after the record, before its ledger is read: by a program
that was there before, and by one that outlines the ledger for the first time. On a screen in memory.
Milliseconds on the clock, and of computing alone, which the other work of the machine does not change.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from moderator_app import i18n
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.session import Session
from moderator_app.storage.record import Record
from moderator_app.system.clipboard import Clipboard
from moderator_app.system.rubbish import collect_on_this_thread
from moderator_app.ui import theme
from moderator_app.ui.main.doing import Doer
from moderator_app.ui.main.hotkeys import Hotkeys
from moderator_app.ui.main.services import Services
from moderator_app.ui.main.window import MainWindow
from moderator_app.ui.toast import Toasts
from tests.bench.record import member, strike

QUERIES = ("zs", "zhang", "上海", "sx", "yiliao", "李伟", "wwww", "123")
STRUCK = 300


def fill(session: Session, members: int) -> None:
    """A group of so many, most with a name card, some with a strike."""
    people = (member(i) for i in range(members))
    rows = [f"{each.name}{i},{each.card}" for i, each in enumerate(people)]
    session.people.import_members(session.people.read_members("\n".join(["名字,群名片", *rows])))
    for row in session.members()[:STRUCK]:
        session.strike_by_name(row.member.id, rules=["hawking"], message="大量现货")


def years(folder: Path, members: int, entries: int) -> None:
    """A group of many that has been there for years: most are heard, one entry in forty is no strike."""
    with Session.open(folder) as session:
        session.set_setting("hotkey_backend", "none")
        heard = datetime.now() - timedelta(days=2)
        people = (member(i) for i in range(members))
        rows = [f"{each.name}{i},{each.card},{heard:%Y-%m-%d}" for i, each in enumerate(people)]
        session.people.import_members(
            session.people.read_members("\n".join(["名字,群名片,最后发言时间", *rows]))
        )
        ids, group = [row.member.id for row in session.members()], session.group.id
    begun = datetime.now() - timedelta(minutes=40 * entries)
    before = strike(0, members)
    with Record(folder) as record:
        for first in range(0, entries, 340):
            done = []
            for number in range(first, min(first + 340, entries)):
                fields = {"group": group, "member": ids[number % members]}
                fields |= {} if number % 40 else OTHER[number // 40 % len(OTHER)](before)
                at = begun + timedelta(minutes=40 * number)
                before = replace(strike(number, members), at=at, **fields)
                done.append(before)
            record.append(done)


OTHER: Sequence[Callable[[Entry], dict[str, Any]]] = (
    lambda _: {"kind": EntryKind.TASK, "until": datetime(2026, 1, 1), "rules": ()},
    lambda before: {"kind": EntryKind.VOID, "target": before.id, "member": before.member},
    lambda _: {"kind": EntryKind.FINE, "amount": "100 元"},
    lambda _: {"kind": EntryKind.NOTICE, "deed": "remind-cards"},
    lambda _: {"kind": EntryKind.RESTORED},
)
"""What else is done than strikes; each made of the entry before it."""


def window(session: Session) -> MainWindow:
    """The main window over a session, as the program makes it."""
    made = hidden(session)
    made.show()
    QTest.qWait(100)
    return made


def hidden(session: Session) -> MainWindow:
    """The same before anybody asks for it."""
    clipboard = Clipboard()
    services = Services(
        session=session,
        clipboard=clipboard,
        hotkeys=Hotkeys(lambda: session.settings, session.set_setting),
        doer=Doer(session, clipboard, Toasts()),
        dress=lambda: None,
    )
    made = MainWindow(services)
    made.resize(1160, 704)
    return made


def cold(folder: Path) -> Taken:
    """The page opened as the first thing after the record, and painted, in a program of its own."""
    command = [sys.executable, "-m", "tests.bench.roster_page", "--cold", str(folder)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return Taken(*map(float, told.split()))


def opened(folder: Path) -> Taken:
    """The same in this program, which like the real one has frozen what its start made."""
    with Session.open(folder) as session:
        session.rulebook()
        shown = hidden(session)
        gc.freeze()
        took = timed(partial(shown.bring_up, "members"))
        shown.end()
    return took


def read_whole(folder: Path) -> None:
    """The record read while nobody waits, as the program does each time it runs."""
    with Session.open(folder) as session:
        while session.read_ahead():
            pass


class Taken(NamedTuple):
    """Milliseconds on the clock, and of computing."""

    clock: float
    computing: float


def timed(do: Callable[[], object]) -> Taken:
    """What it takes until it is done and painted."""
    begin, worked = perf_counter(), process_time()
    do()
    QApplication.processEvents()
    return Taken((perf_counter() - begin) * 1000, (process_time() - worked) * 1000)


def told(what: str, times: Sequence[Taken]) -> str:
    """Median, 95 % and worst of some times, and the same of computing alone in brackets."""
    parts = []
    for clock, computing in zip(*(_three(side) for side in zip(*times, strict=True)), strict=True):
        parts.append(f"{clock:7.1f} ({computing:6.1f})")
    return f"{what:24} median {parts[0]} ms   p95 {parts[1]}   worst {parts[2]}"


def _three(times: Sequence[float]) -> tuple[float, float, float]:
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    return statistics.median(ordered), p95, ordered[-1]


def keys(shown: MainWindow, rounds: int) -> list[Taken]:
    """Each key of the queries, typed and taken back, as somebody types who then looks."""
    field, times = shown.page.pane.search, []  # type: ignore[union-attr]
    field.setFocus()
    for query in QUERIES * rounds:
        for char in query:
            times.append(
                timed(
                    partial(QTest.keyClicks, field, char) if char.isascii() else partial(field.insert, char)
                )
            )
            QTest.qWait(60)
        for _ in query:
            times.append(timed(partial(QTest.keyClick, field, Qt.Key.Key_Backspace)))
            QTest.qWait(60)
    return times


def measured(session: Session, shown: MainWindow, rounds: int) -> Iterator[str]:
    """One line for each thing that is measured."""
    yield told("open", [timed(lambda: shown.show_page("members"))])
    QTest.qWait(500)
    days = range(30, 40)
    yield told("after a change", [timed(partial(session.set_setting, "history_days", n)) for n in days])
    rows = shown.page.pane.rows  # type: ignore[union-attr]
    rows.setFocus()
    down = partial(QTest.keyClick, rows, Qt.Key.Key_Down)
    yield told("a row down", [timed(down) for _ in range(40)])
    QTest.qWait(500)
    yield told("a search key", keys(shown, rounds))


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--members", type=int, default=5000)
    options.add_argument("--entries", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--cold", type=Path, help="only open the page of this data folder")
    given = options.parse_args()
    app = QApplication.instance() or QApplication(sys.argv)
    collect_on_this_thread()
    i18n.set_language("zh_CN")
    theme.install(app, language="zh_CN", scale=100, scheme="light")
    if given.cold:
        print(*opened(given.cold))  # noqa: T201
        return
    with tempfile.TemporaryDirectory() as folder:
        with Session.open(Path(folder)) as session:
            session.set_setting("hotkey_backend", "none")
            fill(session, given.members)
        with Session.open(Path(folder)) as session:
            shown = window(session)
            for line in (f"{given.members} members", *measured(session, shown, given.rounds)):
                print(line)  # noqa: T201
            shown.end()
        old = Path(folder) / "years"
        years(old, given.members, given.entries)
        first = cold(old)
        read_whole(old)
        print(f"{given.entries:,} entries, the ledger not read")  # noqa: T201
        print(told("open, as ever", [cold(old) for _ in range(3)]))  # noqa: T201
        print(told("open, nothing outlined", [first]))  # noqa: T201


if __name__ == "__main__":
    main()
