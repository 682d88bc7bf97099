"""回测: a clause as it is edited, tried on what was said before it is saved."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.session.rules import Backtest, FileForm
from moderator_app.ui.main.backtest_table import BacktestTable, Decided, rows_of
from moderator_app.ui.main.parts import Card, column, margins, row
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Button, Divider, EmptyState, Label
from moderator_app.ui.widgets.fitted_text import FittedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A backtest and on what it was run: the history of so many days, or a file read in that form."""

    found: Backtest
    days: int = 0
    file: str = ""
    form: FileForm | None = None


def form_text(form: FileForm) -> str:
    """How a file was read, in words."""
    return {
        FileForm.LINES: translate("Rules", "按一行一条读出"),
        FileForm.BLOCKS: translate("Rules", "按空行分隔读出"),
        FileForm.CONVERSATION: translate("Rules", "按聊天记录读出"),
        FileForm.JSON: translate("Rules", "按 JSON 读出"),
        FileForm.TABLE: translate("Rules", "按表格读出"),
    }[form]


class BacktestPanel(Card):
    """Head with the sum, the messages below it. `wanted`, `file_wanted` and `stopped` are its buttons."""

    wanted = Signal()
    file_wanted = Signal()
    stopped = Signal()
    judged = Signal(str, bool)
    left = Signal()

    def __init__(self, decided: Decided) -> None:
        super().__init__()
        self.setObjectName("backtest")
        self._tried: Tried | None = None
        self._sum = Label(tone="text2", elide=True)
        self._sum.setObjectName("backtest-sum")
        self._file = Button(translate("Rules", "用文件试…"), variant="flat", keys="Ctrl+O")
        self._file.setObjectName("backtest-file")
        self._file.clicked.connect(self.file_wanted)
        self._run = Button(translate("Rules", "回测"), variant="flat", keys="F5")
        self._run.setObjectName("backtest-run")
        self._run.clicked.connect(self.wanted)
        self._stop = Button(translate("Rules", "停止"), variant="flat", keys="Esc")
        self._stop.setObjectName("backtest-stop")
        self._stop.clicked.connect(self.stopped)
        self._stop.hide()
        self._build_figures()
        self.table = BacktestTable(decided)
        self.table.judged.connect(self.judged)
        self.table.left.connect(self.left)
        self.table.chosen.connect(self._show_whole)
        self._whole = FittedText(kind=Type.BODY, max_height=140)
        self._whole.setObjectName("backtest-whole")
        self._whole.setAccessibleName(translate("Rules", "全文"))
        self._empty = EmptyState(framed=False)
        self._empty.setObjectName("backtest-empty")
        self._empty.pressed.connect(self.file_wanted)
        self._lay_out()
        self.clear()

    def _build_figures(self) -> None:
        self._hits, self._new = Label(), Label(tone=Level.VIOLATION)
        self._gone = Label(tone=Level.OK)
        self._passed = Button(variant="link")
        self._passed.clicked.connect(self._to_passed)
        self._note = Label(kind=Type.HINT, tone="text2", elide=True)
        names = ("hits", "new", "gone", "passed", "note")
        figures = (self._hits, self._new, self._gone, self._passed, self._note)
        for name, figure in zip(names, figures, strict=True):
            figure.setObjectName(f"backtest-{name}")

    def _lay_out(self) -> None:
        heading = Label(translate("Rules", "回测"), bold=True)
        head = row(heading, self._sum, None, self._file, self._run, self._stop, gap=8)
        margins(head, 12, 4, 4, 4)
        figures = row(self._hits, self._new, self._gone, self._passed, self._note, None, gap=12)
        margins(figures, 12, 0, 12, 4)
        self._counts = QWidget()
        self._counts.setLayout(figures)
        self._line = Divider()
        whole = row(self._whole)
        margins(whole, 12, 8, 12, 8)
        self._below = QWidget()
        self._below.setLayout(column(Divider(), whole, gap=0))
        self._framed, held = QWidget(), column(self.table, gap=0)
        margins(held, 1, 0, 1, 4)
        self._framed.setLayout(held)
        self.setLayout(column(head, self._counts, self._line, self._framed, self._below, self._empty, gap=0))

    # ---- what is shown

    def clear(self) -> None:
        """Another clause: nothing was tried yet."""
        self._tried = None
        self.show_running(False)
        self._sum.setText(translate("Rules", "保存前先看会命中哪些说过的话"))
        self._run.set_text(translate("Rules", "回测"))
        self._show_parts(figures=False, rows=False, empty=False)

    def _show_parts(self, *, figures: bool, rows: bool, empty: bool) -> None:
        self._counts.setVisible(figures)
        self._line.setVisible(rows or empty)
        self._framed.setVisible(rows)
        self._empty.setVisible(empty)
        if not rows:
            self._below.hide()

    def show_running(self, running: bool, done: int = 0, total: int = 0) -> None:
        """How far it is; with nothing to count yet only that it runs."""
        self._stop.setVisible(running)
        self._run.setVisible(not running)
        self._file.setEnabled(not running)
        if running:
            text = translate("Rules", "正在试第 {done} 条，共 {total} 条", done=done, total=f"{total:,}")
            self._sum.setText(text if total else translate("Rules", "正在读出消息"))

    def show_stopped(self) -> None:
        """It was stopped: what was shown before is there again."""
        self.show_running(False)
        if self._tried is None:
            self.clear()
        else:
            self._sum.setText(self._about(self._tried))

    def show_trouble(self, text: str) -> None:
        """It could not be run."""
        self.clear()
        self._sum.setText(text)

    def show_stale(self) -> None:
        """The clause was edited since: the figures are those of before."""
        if self._tried is not None:
            self._note.setText(translate("Rules", "条款又改过，按 F5 重新回测"))

    def show_tried(self, tried: Tried) -> None:
        """Show a backtest."""
        self._tried, found = tried, tried.found
        self.show_running(False)
        self._sum.setText(self._about(tried))
        self._run.set_text(translate("Rules", "重新回测"))
        if found.total == 0:
            self._show_nothing(tried)
            return
        self._show_figures(found)
        rows = rows_of(found)
        self.table.show_rows(rows)
        self._show_parts(figures=True, rows=bool(rows), empty=False)
        self._show_whole()

    def _show_nothing(self, tried: Tried) -> None:
        self._sum.setText("")
        if tried.found.unread:
            title = translate("Rules", "{count} 条消息都没有留下文字", count=tried.found.unread)
        elif tried.days:
            title = translate("Rules", "这个群还没有检查过消息")
        else:
            title = translate("Rules", "没有记下检查过的消息")
        self._empty.set(
            title,
            translate("Rules", "可以拿导出的聊天记录、表格或一行一条的文字来试。"),
            translate("Rules", "用文件试…"),
        )
        self._show_parts(figures=False, rows=False, empty=True)

    @staticmethod
    def _about(tried: Tried) -> str:
        total = f"{tried.found.total:,}"
        if tried.form is not None:
            return translate(
                "Rules",
                "「{file}」{form}，{total} 条消息",
                file=tried.file,
                form=form_text(tried.form),
                total=total,
            )
        return translate("Rules", "最近 {days} 天，{total} 条消息", days=tried.days, total=total)

    def _show_figures(self, found: Backtest) -> None:
        new, gone, now = len(found.newly), len(found.no_longer), len(found.flagged)
        before, passed = now - new + gone, len(found.passed_before)
        changed = new or gone
        self._hits.setText(
            translate("Rules", "命中 {before} → {now}", before=before, now=now)
            if changed
            else translate("Rules", "命中 {count}", count=now)
        )
        self._new.setText(translate("Rules", "新增 {count}", count=new))
        self._gone.setText(translate("Rules", "减少 {count}", count=gone))
        self._passed.set_text(translate("Rules", "您放过的有 {count} 条", count=passed))
        for figure, count in ((self._new, new), (self._gone, gone), (self._passed, passed)):
            figure.setVisible(bool(count))
        unread = translate("Rules", "另有 {count} 条没有留下文字", count=found.unread)
        self._note.setText(unread if found.unread else "")

    def _to_passed(self) -> None:
        """To the next message that the moderator had let pass."""
        self.table.go_to_passed()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_judgements(self) -> None:
        """The draft says something else of the messages now."""
        self.table.show_judgements()

    def _show_whole(self) -> None:
        """All of the chosen message, where its row has no room for it."""
        chosen = self.table.current()
        room = self.table.columnWidth(1) / max(theme().px(13), 1)
        long = chosen is not None and (len(chosen.flagged.text) > room or "\n" in chosen.flagged.text)
        if chosen is not None and long:
            self._whole.set_marked(chosen.flagged.text, chosen.marks)
            self._whole.fit()
        self._below.setVisible(long and not self._framed.isHidden())
