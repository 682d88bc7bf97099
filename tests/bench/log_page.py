"""How long the record's page takes with 100,000 entries: to be shown, and for each key of a search.

    python -m tests.bench.log_page [entries]

The window is real and drawn in memory. A key is what stands between the press and the painted list:
the field's own work, then the search that follows when the hands rest. Exits with 1 where the page
needs half a second of computing to be shown once the record is read, the field 16 ms for a key, or a
search 100 ms.
"""

# ruff: noqa: T201 - printing is what this script is for

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.session import Session
from moderator_app.storage.record import Record
from moderator_app.system.clipboard import Clipboard
from moderator_app.ui import theme
from moderator_app.ui.main.doing import Doer
from moderator_app.ui.main.hotkeys import Hotkeys
from moderator_app.ui.main.log_page import LogPage
from moderator_app.ui.main.services import Services
from moderator_app.ui.toast import Toasts

ENTRIES, AT_ONCE = 100_000, 400
SHOWN_MS, KEY_MS, SEARCH_MS = 500, 16, 100
PEOPLE = 5_000
QUERIES = ("张三", "叫卖", "2026-05", "昨天", "工厂直供", "没有这样的话", "也没有那样的话")


def fill(folder: Path, entries: int) -> None:
    """A record of years: strikes with their notices, a few voided."""
    now = datetime.now()
    with Session.open(folder, write=True) as session:
        session.set_setting("history_days", 0)
    record = Record(folder)
    for start in range(0, entries, AT_ONCE):
        record.append([entry(number, entries, now) for number in range(start, min(start + AT_ONCE, entries))])
    record.close()


def entry(number: int, entries: int, now: datetime) -> Entry:
    """One of many: every other one the notice to the strike before it."""
    strike, person = number % 2 == 0, number // 2 % PEOPLE
    return Entry(
        id=f"{number:032x}",
        action=f"{number // 2:032x}",
        at=now - timedelta(minutes=10 * (entries - number)),
        group="yigongxie",
        kind=EntryKind.STRIKE if strike else EntryKind.NOTICE,
        member=f"m{person}",
        name=f"张三{person}" if person % 50 == 0 else f"李四{person}",
        rules=("hawking",) if strike else (),
        message=f"一次性手术衣大量现货，工厂直供，第 {number} 批，欢迎各位老师对接" if strike else "您好",
        notice="" if strike else "叫卖告知",
        moderator="李管",
    )


def took(do: Callable[[], object]) -> float:
    """How many milliseconds it takes."""
    begun = time.perf_counter()
    do()
    return (time.perf_counter() - begun) * 1000


def worked(do: Callable[[], object]) -> float:
    """How many milliseconds of computing it takes, whatever else the machine does."""
    begun = time.process_time()
    do()
    return (time.process_time() - begun) * 1000


def measure(app: QApplication, session: Session) -> bool:
    """Print the figures; whether all are within their limits."""
    clipboard, toasts = Clipboard(), Toasts()
    hotkeys = Hotkeys(lambda: session.settings, session.set_setting)
    services = Services(
        session=session,
        clipboard=clipboard,
        hotkeys=hotkeys,
        doer=Doer(session, clipboard, toasts),
        dress=lambda: None,
    )
    page = LogPage(services)
    page.resize(1000, 700)
    page.show()
    read = worked(lambda: all(iter(session.read_ahead, False)))
    first = worked(lambda: (page.refresh(), page._read_first(), app.processEvents()))
    page._busy.cancel()
    again = took(lambda: (page.refresh(), app.processEvents()))
    pieces: list[float] = []
    while page._ahead.isActive():
        pieces.append(took(app.processEvents))
    keys: list[float] = []
    searches: dict[str, float] = {}
    for query in QUERIES:
        page._search.clear()
        page._pause.stop()
        for letter in query:
            if letter.isascii():
                keys.append(took(lambda key=letter: QTest.keyClicks(page._search, key)))
            else:
                keys.append(took(lambda text=letter: page._search.insert(text)))
            page._pause.stop()
        searches[query] = took(lambda: (page._show_rows(), app.processEvents()))
    walk = max(took(lambda: QTest.keyClick(page._rows, Qt.Key.Key_Down)) for _ in range(50))
    print(f"the record read ahead: {read:.0f} ms of computing")
    print(f"then shown: first {first:.0f} ms of computing, again {again:.0f} ms")
    print(f"its words made ready meanwhile: {sum(pieces):.0f} ms, a piece {max(pieces):.1f} ms at most")
    print(f"a key in the field: {max(keys):.1f} ms at most")
    print("search: " + ", ".join(f"{query} {ms:.0f} ms" for query, ms in searches.items()))
    print(f"walking the rows: {walk:.0f} ms at most")
    return first < SHOWN_MS and max(keys) < KEY_MS and max(searches.values()) < SEARCH_MS


def main() -> int:
    """Fill, open, measure."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    app = QApplication([])
    theme.install(app)
    with tempfile.TemporaryDirectory() as name:
        fill(Path(name), entries)
        with Session.open(Path(name)) as session:
            good = measure(app, session)
    return 0 if good else 1


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # the clipboard of the platform in memory is not to be taken down
