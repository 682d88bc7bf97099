"""记录: who did what when, newest first; searched, opened, taken back by name, and written out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from moderator_app.core.errors import ModeratorError
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.wording import Reason
from moderator_app.i18n import language, translate
from moderator_app.sentences import reason_text
from moderator_app.sentences.base import joined
from moderator_app.sentences.ledger import kind_text, record_heading
from moderator_app.session import LogRow, Progress
from moderator_app.ui.main.delegates import RowDelegate, RowFace
from moderator_app.ui.main.dialogs import Question
from moderator_app.ui.main.erase_question import EraseQuestion, is_off_list
from moderator_app.ui.main.export_busy import Busy
from moderator_app.ui.main.lists import ListPane, RowList
from moderator_app.ui.main.log_detail import LogDetail, Setting
from moderator_app.ui.main.log_list import FIRST, LogModel, short_time
from moderator_app.ui.main.log_query import read_query
from moderator_app.ui.main.page import Page
from moderator_app.ui.main.parts import Plane, Scroll, column, row
from moderator_app.ui.main.record_table import evidence
from moderator_app.ui.main.services import Services
from moderator_app.ui.main.working import Working
from moderator_app.ui.widgets import Button, ComboBox, EmptyState, SearchField

_ALL, _MOST_ALONG = 10_000_000, 5
PAUSE_MS = 40
"""After the last key the record is searched; who types on is not kept waiting."""


class LogPage(Page):
    """The actions at the left, one in full at the right."""

    def __init__(self, services: Services) -> None:
        self._search = SearchField(translate("Log", "人、条款、原话、日期"), keys="Ctrl+F")
        self._search.setObjectName("log-search")
        self._kinds, self._groups = _kinds(), ComboBox(name=translate("Log", "哪个群"))
        self._groups.setObjectName("log-groups")
        self._rows = RowList(translate("Log", "记录"))
        self._rows.setObjectName("log-list")
        super().__init__(services, ListPane(self._search, self._rows, row(self._kinds, self._groups)), 360)
        self.setObjectName("page-log")
        self._chosen, self._read = "", False
        self._titles: dict[str, str] = {}
        self._group_titles: dict[str, str] = {}
        self._model = LogModel(self._spoken)
        self._delegate = RowDelegate(self._face)
        self._rows.setModel(self._model)
        self._rows.setItemDelegate(self._delegate)
        self._busy = Busy(self, self._tell)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._show_rows)
        self._ahead = QTimer(self)
        self._ahead.timeout.connect(self._prepare)
        self._search.textChanged.connect(lambda _text: self._pause.start())
        self._search.escaped.connect(self._to_rows)
        self._search.returnPressed.connect(self._enter)
        self._kinds.activated.connect(lambda _row: self._show_rows())
        self._groups.activated.connect(lambda _row: self._show_rows())
        self._rows.picked.connect(self._picked)
        self._model.rowsInserted.connect(lambda *_: self._show_count())
        self._build_detail()
        keys = QShortcut(QKeySequence("Ctrl+S"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.export)

    def _build_detail(self) -> None:
        self._detail = LogDetail()
        self._undo = Button(translate("Log", "撤销这一步…"), keys="Del")
        self._undo.setObjectName("log-undo")
        self._undo.clicked.connect(self.delete)
        self._export = Button(translate("Log", "导出…"), keys="Ctrl+S")
        self._export.setObjectName("log-export")
        self._export.clicked.connect(self.export)
        self.title.name.setObjectName("log-label")
        self._erase = Button(translate("Members", "删除资料…"))
        self._erase.setObjectName("log-erase")
        self._erase.clicked.connect(self.erase)
        self.title.add(self._undo, self._erase, self._export)
        shown = Plane()
        shown.setLayout(column(Scroll(self._detail), gap=0))
        self._empty = EmptyState(framed=False)
        self._empty.setObjectName("log-empty")
        self._empty.pressed.connect(self._look_everywhere)
        nothing = Plane()
        nothing.setLayout(column(None, self._empty, None, None))
        self._stack = QStackedWidget()
        self._stack.addWidget(shown)
        self._stack.addWidget(nothing)
        self.detail.setLayout(column(self.title, self._stack, self.status, gap=0))

    # ---- what is shown

    def refresh(self) -> None:
        """Read the record again, as far back as before; the chosen action stays chosen."""
        self._titles = {notice.id: notice.title.get(language()) for notice in self.session.notices()}
        self._show_groups()
        self.show_undo()
        if self._read:
            self._show_rows(at_least=max(FIRST, len(self._model.rows)))
        else:
            self._empty.set(translate("Log", "正在读取记录…"), "")
            self._stack.setCurrentIndex(1)
            self._undo.hide()
            self._erase.hide()
            self._busy.start(translate("Log", "正在读取记录…"), self._read_first)

    def _read_first(self, _progress: Progress) -> None:
        """A long record takes a moment the first time."""
        self._read = True
        self._show_rows()
        self._ahead.start()

    def _prepare(self) -> None:
        """Its words are made ready piece by piece, so that no key has to wait for them."""
        if not self.session.log.prepare():
            self._ahead.stop()

    def _show_groups(self) -> None:
        """This group, or all of them; where there is but one, there is nothing to choose."""
        every = bool(self._groups.currentData()) if self._groups.count() else False
        groups = self.session.groups()
        self._group_titles = {group.id: group.title.get(language()) for group in groups}
        self._groups.clear()
        self._groups.addItem(translate("Log", "这个群"), False)
        self._groups.addItem(translate("Log", "所有群"), True)
        self._groups.setCurrentIndex(1 if every else 0)
        self._groups.setVisible(len(groups) > 1)

    @property
    def _every_group(self) -> bool:
        return bool(self._groups.currentData())

    def _fetch(self, most: int) -> Sequence[LogRow]:
        query, kind = read_query(self._search.text(), date.today()), str(self._kinds.currentData())
        return self.session.log.search(
            query.words,
            group=None if self._every_group or len(self._group_titles) < 2 else self.session.group.id,
            kind=EntryKind(kind) if kind else None,
            since=query.since,
            until=query.until,
            limit=most,
        )

    def _show_rows(self, *, at_least: int = FIRST) -> None:
        self._pause.stop()
        if not self._read:
            return
        chosen = self._chosen
        self._model.show(self._fetch, at_least)
        index = self._model.find(chosen)
        if not index.isValid() and self._model.rows:
            index = self._model.index(0)
        self._rows.setCurrentIndex(index)
        self._export.setEnabled(bool(self._model.rows))
        self._show_count()
        if not self._model.rows:
            self._show_nothing()

    def _show_count(self) -> None:
        count = len(self._model.rows)
        if self._model.more:
            text = translate("Log", "最近 {count} 步，往下还有", count=count)
        else:
            text = translate("Log", "共 {count} 步", count=count)
        self.status.left.setText(text)

    def _show_nothing(self) -> None:
        self._chosen = ""
        self.title.show_name(translate("Log", "记录"))
        self._undo.hide()
        self._erase.hide()
        if self._search.text().strip() or self._kinds.currentData():
            self._empty.set(
                translate("Log", "没有找到"),
                translate("Log", "可以找人名、条款、原话、理由、经手人，也可以写 2026-05、昨天、上周。"),
                translate("Log", "看全部"),
            )
        else:
            self._empty.set(
                translate("Log", "还没有记录"),
                translate("Log", "在这里做过的每一步都会记下：谁、什么时候、对谁、为什么，并且可以撤销。"),
            )
        self._stack.setCurrentIndex(1)

    def _look_everywhere(self) -> None:
        self._search.clear()
        self._kinds.setCurrentIndex(0)
        self._show_rows()
        self._search.setFocus()

    def _enter(self) -> None:
        """Search at once, and go to what was found."""
        self._show_rows()
        if self._model.rows:
            self._rows.setFocus()

    def _picked(self, index: QModelIndex) -> None:
        shown = self._model.rows[index.row()]
        self._chosen = shown.action
        badge = translate("Log", "已撤销") if shown.undone else kind_text(shown.entry.kind)
        self.title.show_name(self._label(shown.label), badge)
        self._undo.setVisible(shown.undoable)
        self._erase.setVisible(is_off_list(self.session, shown.entry))
        self._detail.show_row(shown, self._setting(shown))
        self._stack.setCurrentIndex(0)

    def _setting(self, shown: LogRow) -> Setting:
        group = shown.entry.group
        try:
            rulebook = self.session.rulebook(group)
        except ModeratorError:  # the group or its rules are gone; ids stand for titles then
            rulebook = None
        return Setting(
            group=self._group_titles.get(group, group) if shown.belongs_to_group else "",
            rulebook=rulebook,
            notices=self._titles,
            pictures=self._pictures(shown),
            others=self._group_titles,
        )

    def _pictures(self, shown: LogRow) -> Sequence[Path]:
        if not any(entry.evidence for entry in shown.entries):
            return ()
        found = self.session.process.reports(shown.entry.group)
        ids = {entry.id for entry in shown.entries}
        return [path for report in found if report.entry.id in ids for path in report.pictures]

    def _label(self, label: Reason) -> str:
        """What was done; a notice by its title in the language in force."""
        given = str(label.values.get("notice", ""))
        title = self._titles.get(given)
        return reason_text(Reason(label.code, {**label.values, "notice": title}) if title else label)

    def _spoken(self, shown: LogRow) -> str:
        face = self._face(shown)
        undone = translate("Log", "已撤销") if shown.undone else ""
        parts = (face.title, undone, face.detail, face.right)
        return translate("Log", "，").join(part for part in parts if part)

    def _face(self, shown: object) -> RowFace:
        if not isinstance(shown, LogRow):
            return RowFace(title="")
        entry = shown.entry
        about = evidence(entry) if entry.kind is not EntryKind.NOTICE else ""
        named = self._every_group and shown.belongs_to_group
        home = self._group_titles.get(entry.group, "") if named else ""
        parts = (entry.moderator, home, entry.reason or about)
        return RowFace(
            title=self._label(shown.label),
            detail=translate("Log", " · ").join(part for part in parts if part),
            right=short_time(entry.at, date.today()),
            struck=shown.undone is not None,
            quiet=shown.undone is not None,
        )

    # ---- what is done

    def delete(self) -> None:
        """撤销这一步… for the chosen action, wherever it stands."""
        found = self._model.find(self._chosen)
        if found.isValid() and self._model.rows[found.row()].undoable:
            shown = self._model.rows[found.row()]
            along = self.session.log.goes_along(shown.action)
            UndoQuestion(self, shown, self._label(shown.label), list(map(self._label, along))).exec()

    def take_back(self, action: str) -> None:
        """Take an action back and say so; a ModeratorError says why it cannot be."""
        with Working(translate("Work", "正在撤销…"), self.window()) as working:
            change = self.session.log.undo(action, with_later=True, progress=working.progress)
        self.services.doer.say(self._label(change.label))

    def erase(self) -> None:
        """删除资料…: of somebody off the list, who has no page any more."""
        found = self._model.find(self._chosen)
        if not found.isValid():
            return
        entry = self._model.rows[found.row()].entry
        question = EraseQuestion(self.session, entry.member, entry.name, self)
        if question.exec() and question.change is not None:
            self.services.doer.say(self._label(question.change.label))
        if question.left:
            self.services.doer.complain(question.left_text())

    def export(self) -> None:
        """Ctrl+S: write what is shown into a table."""
        from moderator_app.ui.main.export_files import ask_table  # noqa: PLC0415 - rarely needed

        if not self._model.rows:
            return
        path = ask_table(self, translate("Log", "记录"))
        if path is not None:
            self._write(path)

    def _write(self, path: Path) -> None:
        self._busy.start(translate("Log", "正在导出…"), partial(self._written, path))

    def _written(self, path: Path, progress: Progress) -> None:
        shown = {row.action for row in self._fetch(_ALL)}
        self.session.upkeep.export_table(
            path,
            actions=shown,
            told=self._label,
            heading=record_heading(),
            language=language(),
            progress=progress,
        )
        self.services.doer.say(
            translate("Log", "已导出 {count} 步到「{file}」", count=len(shown), file=path.name)
        )

    def _tell(self, text: str) -> None:
        """What is being done stands at the foot; what went wrong in a toast."""
        if self._busy.working:
            self.status.left.setText(text)
            return
        self._show_count()
        if text:
            self.services.doer.complain(text)

    def end(self) -> None:
        """The window goes: nothing is looked for any more."""
        self._pause.stop()
        self._ahead.stop()
        self._busy.cancel()


class UndoQuestion(Question):
    """撤销这一步: names what is taken back, because taking back cannot be taken back itself."""

    def __init__(self, page: LogPage, shown: LogRow, label: str, along: Sequence[str]) -> None:
        text = translate(
            "Log",
            "要撤销「{what}」（{day}）吗？记录里会划去它，并写明是谁撤销的。",
            what=label,
            day=shown.entry.at.strftime("%Y-%m-%d %H:%M"),
        )
        super().__init__(
            translate("Log", "撤销这一步"),
            joined(text, _along_text(along)) if along else text,
            translate("Log", "撤销"),
            self._take_back,
            page,
        )
        self._page, self._action = page, shown.action
        if along:  # what takes more with it wants the button, and not the next Enter
            self.primary.setDefault(False)
            self.primary.setAutoDefault(False)
            self.primary.set_keys("")

    def _take_back(self) -> None:
        self._page.take_back(self._action)
        self.accept()


def _along_text(along: Sequence[str]) -> str:
    """What goes with a step that is taken back by going to the backup made before it."""
    told = translate("Log", "；").join(along[:_MOST_ALONG])
    if len(along) > _MOST_ALONG:
        told = translate("Log", "{steps}等", steps=told)
    return translate(
        "Log",
        "之后做的 {count} 步会一起回去：{steps}。现在的样子会先备份。",
        count=len(along),
        steps=told,
    )


def _kinds() -> ComboBox:
    box = ComboBox(name=translate("Log", "种类"))
    box.setObjectName("log-kinds")
    box.addItem(translate("Log", "全部种类"), "")
    for kind in EntryKind:
        if kind is not EntryKind.UNDO:  # what was undone stands with what it undid
            box.addItem(kind_text(kind), kind.value)
    return box
