"""One clause at work: its text and words at the left, its examples at the right, the backtest below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from moderator_app.core.rules.examples import ExampleResult
from moderator_app.core.rules.rulebook import Clause, Rulebook
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.session.rules import ClauseDraft, ClauseStats, Mode
from moderator_app.ui.main.backtest_panel import BacktestPanel
from moderator_app.ui.main.parts import Card, column, margins, row
from moderator_app.ui.main.rule_actions import failing_text
from moderator_app.ui.main.rule_drafts import Edit
from moderator_app.ui.main.rule_examples import ExampleBox, words_hit
from moderator_app.ui.main.rule_form import ClauseForm
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Button, Label

_SIDE_BY_SIDE = 560
"""From this width on the examples stand beside the words."""


class WatchBar(Card):
    """What is known of a clause that is only watched, and the way to put it in force."""

    enable = Signal()

    def __init__(self) -> None:
        super().__init__(quiet=True)
        self.setObjectName("clause-watch")
        self._told = Label(wrap=True)
        self._told.setObjectName("clause-watch-told")
        self.button = Button(translate("Rules", "转为启用"))
        self.button.setObjectName("clause-enable")
        self.button.clicked.connect(self.enable)
        line = row(self._told, self.button, gap=12)
        line.setStretch(0, 1)
        margins(line, 12, 8, 8, 8)
        self.setLayout(line)

    def show_count(self, count: int) -> None:
        """How often it would have spoken so far."""
        self._told.setText(
            translate(
                "Rules", "观察中，不计入判断。检查过的消息里，它会命中 {count} 条，见下方回测。", count=count
            )
            if count
            else translate("Rules", "观察中，不计入判断。至今还没有会命中的消息。")
        )


class ClauseDetail(QWidget):
    """Shows a clause with its draft; every change comes out as `edited` with the draft as it is then."""

    edited = Signal(object)
    typing = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._draft: ClauseDraft | None = None
        self.form = ClauseForm()
        self.form.edited.connect(self._take)
        self.form.left.connect(self.left)
        self.hits = ExampleBox(translate("Rules", "应当命中"), "examples-hit", hit=True)
        self.misses = ExampleBox(translate("Rules", "应当放过"), "examples-miss", hit=False)
        for box in (self.hits, self.misses):
            box.added.connect(self._add_example)
            box.removed.connect(self._remove_example)
            box.typing.connect(self.typing)
            box.left.connect(self.left)
        self._why_not = Label(kind=Type.HINT, tone=Level.VIOLATION, wrap=True)
        self._why_not.setObjectName("clause-why-not")
        self._stats = Label(kind=Type.HINT, tone="text2", elide=True)
        self._stats.setObjectName("clause-stats")
        self.watch = WatchBar()
        self.backtest = BacktestPanel(self.decided)
        self.backtest.judged.connect(self.judge)
        self.backtest.left.connect(self.left)
        self._lay_out()

    def _lay_out(self) -> None:
        right = QWidget()
        right.setLayout(column(self.hits, 4, self.misses, self._why_not, None, gap=8))
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(theme().px(24))
        self._halves.addWidget(self.form, 3)
        self._halves.addWidget(right, 4)
        lines = column(self._stats, self.watch, self._halves, self.backtest, None, gap=12)
        margins(lines, 24, 0, 24, 16)
        self.setLayout(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """One half below the other where it is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < theme().px(_SIDE_BY_SIDE)
        self._halves.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    # ---- what is shown

    def show_clause(self, clause: Clause, rulebook: Rulebook, edit: Edit) -> None:
        """Show another clause."""
        self._draft = edit.now
        self.form.show_clause(clause, rulebook, edit.saved, edit.now)
        for box in (self.hits, self.misses):
            box.forget()
        self.backtest.clear()
        self._show_watch(edit)

    def show_edit(self, edit: Edit) -> None:
        """The same clause, edited from outside: a mode, a judgement, edits given up."""
        self._draft = edit.now
        self.form.show_draft(edit.now)
        self.backtest.show_judgements()
        self._show_watch(edit)

    def _show_watch(self, edit: Edit) -> None:
        self.watch.setVisible(edit.saved.mode is Mode.WATCH)

    def show_stats(self, stats: ClauseStats) -> None:
        """How often the clause spoke, and what became of it; nothing where it never did."""
        self._stats.setText(
            translate(
                "Rules",
                "命中 {hits} · 处理 {confirmed} · 放过 {passed} · 误判 {misjudged}",
                hits=stats.hits,
                confirmed=stats.confirmed,
                passed=stats.passed,
                misjudged=stats.misjudged,
            )
        )
        self._stats.setVisible(bool(stats.hits or stats.misjudged))
        self.watch.show_count(stats.watched)

    def show_results(self, results: Sequence[ExampleResult]) -> None:
        """Show how the examples do, and why the clause cannot be saved where one fails."""
        self.hits.show_results(results)
        self.misses.show_results(results)
        pending = {(True, self.hits.pending), (False, self.misses.pending)}
        failing = [
            each for each in results if not each.passed and (each.expected_hit, each.text) not in pending
        ]
        self._why_not.setText(_why_not(failing))
        self._why_not.setVisible(bool(failing))

    def trial(self) -> ClauseDraft | None:
        """The draft with the sentences that are being typed: what the examples are run on."""
        if self._draft is None:
            return None
        hit, miss = self.hits.pending, self.misses.pending
        return replace(
            self._draft,
            hit=(*self._draft.hit, *([hit] if hit else [])),
            miss=(*self._draft.miss, *([miss] if miss else [])),
        )

    def commit(self) -> None:
        """What was typed and not entered counts as entered."""
        self.form.commit()
        self.hits.commit()
        self.misses.commit()

    # ---- what is edited

    def _take(self, draft: ClauseDraft) -> None:
        self._draft = draft
        self.edited.emit(draft)

    def decided(self, text: str) -> bool | None:
        """Whether the draft takes a message as a hit or a miss; None where it says nothing of it."""
        if self._draft is None:
            return None
        return True if text in self._draft.hit else False if text in self._draft.miss else None

    def judge(self, text: str, hit: bool) -> None:
        """A message becomes an example of that kind; judged the same once more, it is none again."""
        if self._draft is None:
            return
        again = self.decided(text) is hit
        hits = [each for each in self._draft.hit if each != text]
        misses = [each for each in self._draft.miss if each != text]
        if not again:
            (hits if hit else misses).append(text)
        self._change(tuple(hits), tuple(misses))
        self.backtest.show_judgements()

    def _add_example(self, text: str) -> None:
        if self._draft is not None and self.decided(text) is not (self.sender() is self.hits):
            self.judge(text, self.sender() is self.hits)

    def _remove_example(self, text: str) -> None:
        if self._draft is None:
            return
        if self.sender() is self.hits:
            self._change(tuple(each for each in self._draft.hit if each != text), self._draft.miss)
        else:
            self._change(self._draft.hit, tuple(each for each in self._draft.miss if each != text))

    def _change(self, hit: tuple[str, ...], miss: tuple[str, ...]) -> None:
        if self._draft is not None:
            draft = replace(self._draft, hit=hit, miss=miss)
            self.form.show_draft(draft)
            self._take(draft)

    def remove_chosen(self) -> None:
        """Del: the example that is chosen goes, where it is one's own."""
        for box in (self.hits, self.misses):
            if box.list.hasFocus():
                box.list.remove_current()

    def focus_words(self) -> None:
        """To the words, ready to type."""
        self.form.focus_words()

    def focus_table(self) -> None:
        """To the messages of the backtest, ready to be judged."""
        self.backtest.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _why_not(failing: Sequence[ExampleResult]) -> str:
    """Why it cannot be saved, and the way out."""
    if not failing:
        return ""
    told = failing_text(len(failing))
    wrong = next((each for each in failing if not each.expected_hit), None)
    if wrong is None:
        return told + translate("Rules", "把句中的说法加入命中词，或把尺度调严。")
    words = words_hit(wrong)
    if not words:
        return told + translate("Rules", "把该句中的说法加入放行词，或把尺度调宽。")
    return told + translate("Rules", "把「{words}」改长一些，或将该句中的说法加入放行词。", words=words[:12])
