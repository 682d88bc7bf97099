"""群规: the clauses, one of them edited and tried at once on its examples and on what was said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from moderator_app.core.errors import ModeratorError
from moderator_app.core.rules.rulebook import Clause, Rulebook
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.sentences import error_text, reason_text
from moderator_app.session import Change
from moderator_app.session.rules import ClauseDraft, ClauseStats, Mode
from moderator_app.ui.main.backtest_panel import Tried
from moderator_app.ui.main.clause_detail import ClauseDetail
from moderator_app.ui.main.page import Page
from moderator_app.ui.main.parts import Scroll, column, margins
from moderator_app.ui.main.rule_actions import ClauseActions
from moderator_app.ui.main.rule_drafts import Edit, drafts_of
from moderator_app.ui.main.rule_list import ClausePane
from moderator_app.ui.main.rule_trials import Results, RuleTrials
from moderator_app.ui.main.services import Services
from moderator_app.ui.widgets import Label

_PAUSE_MS = 150
"""How long nothing is typed before the examples are run."""


class RulesPage(Page):
    """The clauses at the left, one of them at the right."""

    def __init__(self, services: Services) -> None:
        self._list = ClausePane()
        super().__init__(services, self._list, width=240)
        self.setObjectName("page-rules")
        self._drafts = drafts_of(services.session)
        self._rulebook: Rulebook | None = None
        self._clause: Clause | None = None
        self._edit: Edit | None = None
        self._group = ""
        self._results: dict[str, Results] = {}
        self._figures: Mapping[str, ClauseStats] = {}
        self._last: tuple[Change, str] | None = None
        self._asked_from: QWidget | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._try)
        self._actions = ClauseActions(
            self.title, give_up=self._give_up, save=self.save, restore=self._restore_shipped
        )
        self._actions.mode_chosen.connect(self._change_mode)
        self._build_detail()
        self._build_trials()
        self._list.picked.connect(self._pick)
        self._bind()

    def _build_detail(self) -> None:
        self._detail = ClauseDetail()
        self._detail.edited.connect(self._edited)
        self._detail.typing.connect(self._pause.start)
        self._detail.left.connect(self._to_rows)
        self._detail.watch.enable.connect(self._enable)
        self._detail.backtest.wanted.connect(self.backtest)
        self._detail.backtest.file_wanted.connect(self.choose_file)
        self._detail.backtest.stopped.connect(self._stop_backtest)
        self._problems = Label(tone=Level.VIOLATION, wrap=True)
        self._problems.setObjectName("rules-problems")
        told = column(self._problems)
        margins(told, 24, 0, 24, 8)
        self._scroll = Scroll(self._detail, steady=True)
        words = self.status.add_key("Ctrl+E", translate("Rules", "改用词"))
        words.setObjectName("rules-edit")
        words.clicked.connect(self._detail.focus_words)
        self.detail.setLayout(column(self.title, told, self._scroll, self.status, gap=0))

    def _build_trials(self) -> None:
        self._trials = RuleTrials(self.session, self)
        self._trials.examples.connect(self._take_examples)
        self._trials.tried.connect(self._take_tried)
        self._trials.figures.connect(self._take_figures)
        self._trials.backtested.connect(self._take_backtest)
        self._trials.trouble.connect(self._detail.backtest.show_trouble)
        self._trials.progressed.connect(self._show_progress)
        self._trials.ended.connect(self._detail.backtest.show_stopped)

    def _bind(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+S", self.save),
            ("Ctrl+E", self._detail.focus_words),
            ("F5", self.backtest),
            ("Ctrl+O", self.choose_file),
        )
        for key, do in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(self._stop_backtest)
        self._escape.setEnabled(False)

    # ---- what is shown

    def refresh(self) -> None:
        """Read the rules again; what is being edited stays."""
        self._trials.forget()
        self._group = self.session.group.id
        try:
            rulebook = self.session.rules.rulebook()
        except ModeratorError:
            self._rulebook = self._clause = self._edit = None
            self._list.show_rulebook(None)
            raise
        told = [
            reason_text(reason) for reason in self.session.problems if reason.code.startswith("rulebook.")
        ]
        self._show_problems("\n".join(dict.fromkeys(told)))
        if rulebook is not self._rulebook:
            if self._rulebook is None or rulebook.id != self._rulebook.id:
                self._results = {}
            self._rulebook = rulebook
            self._trials.run_all(self._group, self.session.group.rulebook)
        self._figures = {}
        self._trials.count(self._group)
        self._list.show_rulebook(rulebook)
        self._show_state()
        self.show_undo()

    def _show_problems(self, text: str) -> None:
        self._problems.setText(text)
        self._problems.setVisible(bool(text))

    def _pick(self, clause: Clause) -> None:
        """Another clause, or the same one as it is now."""
        if self._rulebook is None:
            return
        same = self._clause is not None and self._edit is not None and self._clause.id == clause.id
        same = same and self._edit is not None and self._edit.saved.group == self._group
        if not same:
            self._leave()
        self._clause = clause
        edit = self._drafts.of(self.session.rules.draft(clause.id, self._group))
        self._drafts.keep(edit)
        watched = not same or (self._edit is not None and self._edit.saved.mode is not edit.saved.mode)
        changed, self._edit = self._edit != edit, edit
        self._scroll.show()
        if not same:
            self._stop_backtest()
            self._detail.show_clause(clause, self._rulebook, edit)
            self._scroll.verticalScrollBar().setValue(0)
            self._detail.show_results(self._results.get(clause.id, ()))
        elif changed:
            self._detail.show_edit(edit)
        self._detail.show_stats(self._figures.get(clause.id, ClauseStats()))
        self._show_state()
        self._try()
        if watched and edit.saved.mode is Mode.WATCH:
            self._start_backtest(None)

    def _leave(self) -> None:
        """What was typed in the clause that is left stays with its draft, and that is said."""
        if self._edit is not None and self._clause is not None:
            self._detail.commit()

    def _show_state(self) -> None:
        if self._edit is None or self._clause is None:
            return
        clause, edit = self._clause, self._edit
        title = translate(
            "Rules", "第 {number} 条 {title}", number=clause.number, title=clause.title.get(language())
        )
        failing = sum(not each.passed for each in self._results.get(clause.id, ()))
        self._actions.show_edit(title, edit, failing)
        unsaved = self._drafts.clauses(self._group)
        self._list.show_state(self._results, unsaved)
        self._show_count(len(unsaved))

    def _show_count(self, unsaved: int) -> None:
        if self._rulebook is None:
            return
        text = translate(
            "Rules",
            "{rulebook} · {count} 条 · {on} 条启用",
            rulebook=self._rulebook.title.get(language()),
            count=len(self._rulebook.clauses),
            on=sum(clause.enabled and not clause.watched for clause in self._rulebook.clauses),
        )
        if unsaved:
            text = translate("Rules", "{count} 条修改还没有保存，保存前不影响正在用的群规", count=unsaved)
        self.status.left.setText(text)

    # ---- what comes back from the other threads

    def _take_examples(self, group: str, results: Mapping[str, Results]) -> None:
        if group != self._group:
            return
        mine = self._clause.id if self._clause else ""
        shown = {mine: self._results[mine]} if mine in self._results else {}
        self._results = {**results, **shown}
        self._show_state()

    def _take_tried(self, draft: ClauseDraft, results: Results) -> None:
        if self._clause is None or draft.id != self._clause.id or draft.group != self._group:
            return
        self._detail.show_results(results)
        known = self._edit.now if self._edit else draft
        texts = {(True, text) for text in set(draft.hit) - set(known.hit)}
        texts |= {(False, text) for text in set(draft.miss) - set(known.miss)}
        self._results[draft.id] = tuple(e for e in results if (e.expected_hit, e.text) not in texts)
        self._show_state()

    def _take_figures(self, group: str, figures: Mapping[str, ClauseStats]) -> None:
        if group == self._group and self._clause is not None:
            self._figures = figures
            self._detail.show_stats(figures.get(self._clause.id, ClauseStats()))

    def _take_backtest(self, draft: ClauseDraft, tried: Tried) -> None:
        self._escape.setEnabled(False)
        if self._clause is None or draft.id != self._clause.id or draft.group != self._group:
            return
        self._detail.backtest.show_tried(tried)
        if self._asked_from is not None:
            if QApplication.focusWidget() in (self._asked_from, None):
                self._detail.focus_table()
            self._asked_from = None
            QTimer.singleShot(0, self, self._show_backtest)
        if self._edit is not None and self._edit.now != draft:
            self._detail.backtest.show_stale()

    def _show_progress(self, done: int, total: int) -> None:
        if self._trials.backtesting:
            self._detail.backtest.show_running(True, done, total)

    # ---- what is done

    def _edited(self, draft: ClauseDraft) -> None:
        if self._edit is None:
            return
        self._edit = Edit(saved=self._edit.saved, now=draft)
        self._drafts.keep(self._edit)
        self._detail.backtest.show_stale()
        self._show_state()
        self._pause.start()

    def _try(self) -> None:
        trial = self._detail.trial()
        if trial is not None:
            self._trials.try_draft(trial)

    def _set(self, edit: Edit) -> None:
        """Take over a draft that was changed outside of its fields."""
        self._detail.show_edit(edit)
        self._edited(edit.now)
        self._try()

    def _change_mode(self, mode: Mode) -> None:
        if self._edit is not None:
            self._set(replace(self._edit, now=replace(self._edit.now, mode=mode)))

    def _enable(self) -> None:
        """Put a watched clause in force; at once where nothing else of it is edited."""
        if self._edit is not None:
            alone = not self._edit.dirty
            self._set(replace(self._edit, now=replace(self._edit.now, mode=Mode.ON)))
            if alone:
                self.save()

    def _give_up(self) -> None:
        if self._edit is not None:
            self._set(replace(self._edit, now=self._edit.saved))

    def save(self) -> None:
        """Ctrl+S: keep the clause as it is edited; refused with the reason while an example fails."""
        self._detail.commit()
        if self._edit is None or not self._edit.dirty:
            return
        self._do(self.session.rules.save)

    def _restore_shipped(self) -> None:
        if self._edit is not None:
            self._edit = replace(self._edit, now=self._edit.saved)
            self._drafts.keep(self._edit)
            self._do(lambda draft: self.session.rules.restore(draft.id, draft.group))

    def _do(self, write: Callable[[ClauseDraft], Change]) -> None:
        """Write, say what was done with the way back, and show the clause as it is now."""
        if self._edit is None:
            return
        try:
            change = write(self._edit.now)
        except ModeratorError as error:
            self.services.doer.complain(error_text(error))
            return
        self._last = change, self._latest_deed()
        toasts, undo = self.services.doer.toasts, translate("Rules", "撤销")
        toasts.show(reason_text(change.label), action=undo, keys="Ctrl+Z", on_action=self.undo)
        self.show_undo()

    def undo(self) -> None:
        """Ctrl+Z: a clause that was just saved is as it was; else what was done last elsewhere."""
        if self._last is None:
            super().undo()
            return
        self._last = None
        try:
            change = self.session.rules.undo_edit()
        except ModeratorError as error:
            self.services.doer.complain(error_text(error))
            return
        self.services.doer.say(reason_text(change.label))
        self.show_undo()

    def _latest_deed(self) -> str:
        """The last action in the record: once there is another, that is what is taken back first."""
        change = self.session.undoable()
        return change.action if change else ""

    def show_undo(self) -> None:
        """A clause that was just saved can be taken back before anything else."""
        super().show_undo()
        if self._last is not None and self._last[1] != self._latest_deed():
            self._last = None
        if self._last is not None:
            what = reason_text(self._last[0].label)
            self.status.show_undo(translate("Main", "可撤销：{what}", what=what))

    def delete(self) -> None:
        """Del: the chosen example goes, where it is one's own."""
        self._detail.remove_chosen()

    # ---- trying on what was said

    def backtest(self, file: Path | None = None) -> None:
        """F5: try the clause as it is edited on the history, or on a file."""
        self._detail.commit()
        self._asked_from = QApplication.focusWidget()
        self._start_backtest(file)
        QTimer.singleShot(0, self, self._show_backtest)

    def _show_backtest(self) -> None:
        self._scroll.ensureWidgetVisible(self._detail.backtest)

    def _start_backtest(self, file: Path | None) -> None:
        if self._edit is not None:
            self._detail.backtest.show_running(True)
            self._escape.setEnabled(True)
            self._trials.backtest(self._edit.now, file)

    def choose_file(self) -> None:
        """Ctrl+O: try it on the messages of a file."""
        name, _ = QFileDialog.getOpenFileName(
            self,
            translate("Rules", "用文件试"),
            "",
            translate("Rules", "聊天记录、表格或文字 (*.txt *.csv *.tsv *.json *.jsonl);;所有文件 (*)"),
        )
        if name:
            self.backtest(Path(name))

    def _stop_backtest(self) -> None:
        if self._trials.backtesting:
            self._trials.stop()
            self._escape.setEnabled(False)
            self._detail.backtest.show_stopped()

    # ---- leaving

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Edits that are not saved stay; who goes elsewhere is told so."""
        super().hideEvent(event)
        if event.spontaneous() or self._edit is None:
            return
        self._leave()
        unsaved = self._drafts.clauses(self._group)
        if unsaved and self._rulebook is not None:
            clause = self._rulebook.clause(unsaved[-1])
            title = clause.title.get(language()) if clause else unsaved[-1]
            self.services.doer.say(
                translate("Rules", "「{clause}」的修改还没有保存", clause=title),
                translate("Rules", "已经留着，回到「群规」可以接着改。"),
            )

    def unsaved(self) -> int:
        """Clauses of every group."""
        return len(self._drafts)

    def end(self) -> None:
        """Keep what was typed, and stop what runs on the other threads."""
        self._leave()
        self._edit = None
        self._pause.stop()
        self._trials.end()
