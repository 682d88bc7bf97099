"""Start to tray ready, and idle memory: this program against an empty PySide6 tray program, in turns.

    python -m tests.bench.start [ROUNDS]

Both run on a virtual screen of their own. Ready is when the icon is in the tray, seen from
outside: the hotkey is registered before that. Memory is what is resident after some seconds of
rest, of both programs alike; PSS would depend on who else is running Qt.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.desktop import Desktop

EMPTY = """
import sys
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon
app = QApplication(sys.argv)
pixmap = QPixmap(32, 32)
pixmap.fill("#2457C5")
icon, menu = QSystemTrayIcon(QIcon(pixmap)), QMenu()
menu.addAction("Quit", app.quit)
icon.setContextMenu(menu)
icon.show()
app.exec()
"""
REST = 4.0  # seconds after which a program that does nothing is idle
START_LIMIT, MEMORY_LIMIT = 1.6, 1.4


@contextmanager
def running(command: list[str], desktop: Desktop) -> Iterator[subprocess.Popen[bytes]]:
    """The program, ended afterwards; its tray icon is gone before the next one starts."""
    process = subprocess.Popen(command, env=desktop.environment, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=10)
        desktop.wait(lambda: not desktop.has_tray_icon(), "the end of the icon")


def measure(command: list[str], desktop: Desktop, *, rest: bool) -> tuple[float, float]:
    """Milliseconds to the icon, and megabytes at rest (0 where it was not waited for)."""
    begun = time.perf_counter()
    with running(command, desktop) as process:
        desktop.tray_icon()
        ready = (time.perf_counter() - begun) * 1000
        if rest:
            time.sleep(REST)  # memory at rest: nothing happens any more that could be waited for
        return ready, memory(process.pid) if rest else 0.0


def memory(pid: int) -> float:
    """Resident memory in megabytes."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    kilobytes = next(line for line in lines if line.startswith("VmRSS:")).split()[1]
    return int(kilobytes) / 1024


def main() -> int:
    """Print both figures and both ratios; 1 where a limit is broken."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    desktop = Desktop()
    desktop.environment.pop("PYTHONDONTWRITEBYTECODE", None)
    # the process that looks for damaged files some seconds after the start may write there still
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        desktop.environment["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
        empty = [sys.executable, "-c", EMPTY]
        ours = [sys.executable, "-m", "moderator_app", "--data-dir", f"{folder}/data"]
        os.chdir(Path(__file__).resolve().parents[2])
        for command in (empty, ours):  # compiled files and disk caches; ours shows its window this once
            measure(command, desktop, rest=command is ours)
        pairs = [
            (measure(empty, desktop, rest=False)[0], measure(ours, desktop, rest=False)[0])
            for _ in range(rounds)
        ]
        plain, full = measure(empty, desktop, rest=True)[1], measure(ours, desktop, rest=True)[1]
    desktop.close()
    start_empty, start_ours = (statistics.median(side) for side in zip(*pairs, strict=True))
    start, size = statistics.median(b / a for a, b in pairs), full / plain
    for line in (
        f"start to tray   empty {start_empty:.0f} ms   ours {start_ours:.0f} ms",
        f"                ratio {start:.2f} (limit {START_LIMIT})",
        f"idle memory     empty {plain:.0f} MB   ours {full:.0f} MB",
        f"                ratio {size:.2f} (limit {MEMORY_LIMIT})",
    ):
        sys.stdout.write(line + "\n")
    return int(start > START_LIMIT or size > MEMORY_LIMIT)


if __name__ == "__main__":
    sys.exit(main())
