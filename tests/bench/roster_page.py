"""Prints what the page of members costs with 5,000 of them: `python -m tests.bench.roster_page`.

Opening the page for the first time (with the window already there), taking in a change, walking down
the list, and a key in the search field until the list is painted. On a screen in memory.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from moderator_app import i18n
from moderator_app.session import Session
from moderator_app.system.clipboard import Clipboard
from moderator_app.ui import theme
from moderator_app.ui.main.doing import Doer
from moderator_app.ui.main.hotkeys import Hotkeys
from moderator_app.ui.main.services import Services
from moderator_app.ui.main.window import MainWindow
from moderator_app.ui.toast import Toasts
from tests.bench.record import member

QUERIES = ("zs", "zhang", "上海", "sx", "yiliao", "李伟", "wwww", "123")
STRUCK = 300


def fill(session: Session, members: int) -> None:
    """A group of so many, most with a name card, some with a strike."""
    people = (member(i) for i in range(members))
    rows = [f"{each.name}{i},{each.card}" for i, each in enumerate(people)]
    session.people.import_members(session.people.read_members("\n".join(["名字,群名片", *rows])))
    for row in session.members()[:STRUCK]:
        session.strike_by_name(row.member.id, rules=["hawking"], message="大量现货")


def window(session: Session) -> MainWindow:
    """The main window over a session, as the program makes it."""
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
    made.show()
    QTest.qWait(100)
    return made


def timed(do: Callable[[], object]) -> float:
    """Milliseconds until it is done and painted."""
    begin = perf_counter()
    do()
    QApplication.processEvents()
    return (perf_counter() - begin) * 1000


def told(what: str, times: Sequence[float]) -> str:
    """Median, 95 % and worst of some milliseconds."""
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    return (
        f"{what:24} median {statistics.median(ordered):7.1f} ms   p95 {p95:7.1f}   worst {ordered[-1]:7.1f}"
    )


def keys(shown: MainWindow, rounds: int) -> list[float]:
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
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    app = QApplication.instance() or QApplication(sys.argv)
    i18n.set_language("zh_CN")
    theme.install(app, language="zh_CN", scale=100, scheme="light")
    with tempfile.TemporaryDirectory() as folder:
        with Session.open(Path(folder)) as session:
            session.set_setting("hotkey_backend", "none")
            fill(session, given.members)
        with Session.open(Path(folder)) as session:
            shown = window(session)
            for line in (f"{given.members} members", *measured(session, shown, given.rounds)):
                print(line)  # noqa: T201
            shown.end()


if __name__ == "__main__":
    main()
