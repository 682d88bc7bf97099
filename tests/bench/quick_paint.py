"""How long it takes from the hotkey's call to the painted verdict. Needs a screen (Xvfb will do).

Usage: python -m tests.bench.quick_paint [RUNS]      exit 1 above the limits (median 25 ms, p95 50 ms)
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from moderator_app.session import Session
from moderator_app.system.clipboard import Clipboard
from moderator_app.ui import theme
from moderator_app.ui.quick import QuickCheck
from moderator_app.ui.toast import Toasts

MEDIAN_MS, P95_MS = 25.0, 50.0
MESSAGES = (
    "各位老师好，工厂直供一次性手术衣、隔离衣，大量现货，规格齐全，价格优惠，V❤：zs_demo，也可以扫码进选品群。",
    "张三:\n一次性内镜工厂直供，量大从优，加我微信详谈。",
    "请问哪位老师知道内镜清洗登记怎么做电子化？",
    "各位老师中秋快乐，阖家幸福！",
    "今天的安排如下，请各位留意，会后把记录发到各自的科室。" * 18,
)


class Stopwatch(QObject):
    """Stops when the footer's button, the last thing to be painted, is on the screen."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        watched.installEventFilter(self)
        self.loop = QEventLoop()
        self.stopped = 0.0
        self._armed = False

    def arm(self) -> None:
        """Wait for the next paint."""
        self._armed = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A paint event has come; the turn after it the picture was handed to the screen."""
        if self._armed and event.type() == QEvent.Type.Paint:
            self._armed = False
            QTimer.singleShot(0, self._stop)
        return False

    def _stop(self) -> None:
        self.stopped = time.perf_counter()
        self.loop.quit()


def one(quick: QuickCheck, watch: Stopwatch, text: str) -> float:
    """Milliseconds from the call to the paint, with the window hidden before."""
    quick.close()
    QApplication.processEvents()
    watch.arm()
    started = time.perf_counter()
    quick.intake.check(text)
    watch.loop.exec()
    return (watch.stopped - started) * 1000


def main(runs: int) -> int:
    """Print median, p95 and worst over all messages; the first check of all apart."""
    app = QApplication([])
    theme.install(app)
    with tempfile.TemporaryDirectory() as folder, Session.open(Path(folder)) as session:
        for number in range(500):
            session.add_member(f"成员{number}", card=f"成员{number}-设备科-苏州")
        quick = QuickCheck(session, Clipboard(), Toasts())
        watch = Stopwatch(quick.window.footer.primary)
        quick.prepare()
        first = one(quick, watch, MESSAGES[0])
        times = sorted(one(quick, watch, MESSAGES[run % len(MESSAGES)]) for run in range(runs))
        judged = time.perf_counter()
        for run in range(runs):
            session.check(MESSAGES[run % len(MESSAGES)])
        check = (time.perf_counter() - judged) * 1000 / runs
    median, p95 = statistics.median(times), times[int(len(times) * 0.95)]
    sys.stdout.write(
        f"check_text to painted on {app.platformName()}: median {median:.1f} ms, p95 {p95:.1f} ms, "
        f"worst {times[-1]:.1f} ms, first {first:.1f} ms; the check alone {check:.1f} ms ({runs} runs)\n"
    )
    return 0 if median < MEDIAN_MS and p95 < P95_MS else 1


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
