"""导入名单: what a list would change, each doubt decided with a key, nothing written before 确认."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from moderator_app.core.errors import ModeratorError
from moderator_app.core.roster.deciding import NEW, by_member, clashes, decision
from moderator_app.core.roster.member import Member
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.sentences import error_text
from moderator_app.sentences.lists import kind_text, part_text, person, together_text, told
from moderator_app.session import Change, Columns, ImportPreview, ImportRow, RowKind, Session
from moderator_app.ui.main import import_words as words
from moderator_app.ui.main.dialogs import PassingDialog
from moderator_app.ui.main.import_bar import ThinBar
from moderator_app.ui.main.import_choice import ALL_LEFT, KEEP, LEFT, ChoiceBar, candidates_of, options
from moderator_app.ui.main.import_table import PreviewTable
from moderator_app.ui.main.member_filters import FilterStrip
from moderator_app.ui.main.models import Cell, TableModel
from moderator_app.ui.main.parts import Card, Framed, column, margins, row
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Button, Label

_SIZE = (960, 640)
_NARROW = 480
"""The width where there is only an error to be read."""
_CANCELLED = "people.cancelled"
_ASKED = frozenset({RowKind.DOUBTFUL, RowKind.BLOCKED})
Shown = ImportRow | Member


class ImportDialog(PassingDialog):
    """The preview of a list. `change` is what was done, None where it was left."""

    def __init__(self, session: Session, source: Path | str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session, self._source = session, source
        self.change: Change | None = None
        self._preview: ImportPreview | None = None
        self._decisions: dict[int, str] = {}
        self._together: Mapping[int, Sequence[int]] = {}
        self._left: set[str] = set()
        self._busy = self._stopped = False
        self.setWindowTitle(translate("Import", "导入名单"))
        self.setModal(True)
        self._head, self._note = Label(kind=Type.TITLE, bold=True, elide=True), Label(tone="text2", wrap=True)
        self._part, self._whole = Label(tone=Level.UNSURE, wrap=True), False
        self._part.setObjectName("import-part")
        self._all = Button(translate("Import", "这就是全部成员"), variant="link")
        self._all.setObjectName("import-whole")
        self._all.clicked.connect(self._take_for_whole)
        self._head.setObjectName("import-head")
        self._chips = FilterStrip(words.ORDER, words.chip_text)
        self._chips.setObjectName("import-chips")
        self._table, self._choices = PreviewTable(), ChoiceBar()
        self._bar = ThinBar()
        self._build_foot()
        self._lay_out()
        self._chips.chosen.connect(lambda _name: self._show_rows())
        self._table.head.changed.connect(self._read_again)
        self._table.decided.connect(self._choices.press_key)
        self._table.confirmed.connect(self.confirm)
        self._table.moved.connect(self._show_choices)
        self._choices.decided.connect(self._decide)

    def _build_foot(self) -> None:
        self._error = Label(tone=Level.VIOLATION, wrap=True)
        self._error.setObjectName("dialog-error")
        self._error.hide()
        self._waiting = Label(tone="text2", elide=True)
        self._waiting.setObjectName("import-waiting")
        self._bar.setObjectName("import-progress")
        self._bar.hide()
        self._cancel = Button(translate("Dialog", "取消"), keys="Esc")
        self._cancel.setObjectName("dialog-cancel")
        self._cancel.clicked.connect(self.reject)
        self._confirm = Button(translate("Import", "确认"), variant="primary", keys="Enter")
        self._confirm.setObjectName("dialog-primary")
        self._confirm.setDefault(True)
        self._confirm.clicked.connect(self.confirm)

    def _lay_out(self) -> None:
        card = Card(quiet=True)
        held = column(self._choices)
        margins(held, 16, 12, 16, 12)
        card.setLayout(held)
        self._card, self._framed = card, Framed(self._table)
        foot = row(self._waiting, None, self._cancel, self._confirm, gap=12)
        part = row(self._part, self._all)
        part.setStretch(0, 1)
        body = column(
            *(self._head, self._note, part, self._chips, self._framed, card),
            *(self._error, self._bar, foot),
            gap=12,
        )
        body.setStretchFactor(self._framed, 1)
        margins(body, 24, 20, 24, 20)
        self.setLayout(body)
        room = self.screen().availableGeometry() if self.screen() else None
        width, height = (theme().px(side) for side in _SIZE)
        if room is not None:
            width, height = min(width, room.width() - 40), min(height, room.height() - 60)
        self.resize(width, height)

    # ---- reading

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read once the dialog is there, so that a long list shows its progress."""
        super().showEvent(event)
        if self._preview is None and not self._busy:
            self._head.setText(translate("Import", "正在读名单"))
            QTimer.singleShot(0, self.read)

    def read(self, columns: Columns | None = None) -> None:
        """Read the list, with these columns or as they are guessed."""
        group = self._preview.group.id if self._preview else None
        try:
            with self._working():
                self._preview = self._session.people.read_members(
                    self._source, group, columns=columns, whole=self._whole, progress=self._progress
                )
        except ModeratorError as error:
            self._refuse(error)
            return
        self._decisions, self._together, self._left = {}, {}, set()
        self._show_preview(self._preview)

    def _read_again(self) -> None:
        """A column was named otherwise."""
        if self._preview is not None:
            heading = self._preview.columns.heading
            self.read(Columns(fields=self._table.head.fields, heading=heading))

    def _take_for_whole(self) -> None:
        """The list is all of the group, few as it names: whom it misses is shown, to be decided."""
        self._whole, kept, together = True, self._decisions, self._together
        self.read(self._preview.columns if self._preview else None)
        self._decisions, self._together = kept, together
        self._show_rows()

    def _show_preview(self, preview: ImportPreview) -> None:
        self._error.hide()
        title = preview.group.title.get(language())
        self._head.setText(
            translate("Import", "{source} → {group}", source=words.source_text(self._source), group=title)
        )
        self._note.setText(
            translate(
                "Import",
                "读到 {count} 位。列名认错了可以在表头改；确认以前什么都不写。",
                count=len(preview.rows),
            )
        )
        part = "" if preview.whole else part_text(preview.there, preview.named)
        self._part.setText(part)
        for widget in (self._part, self._all):
            widget.setVisible(bool(part))
        counts = {str(kind): count for kind, count in preview.counts.items()}
        counts[words.GONE] = len(preview.gone)
        self._chips.show_counts(counts)
        pressing = next((name for name in words.PRESSING if counts.get(name)), RowKind.SAME)
        self._chips.choose(pressing)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- what is shown

    def _rows(self) -> Sequence[Shown]:
        if self._preview is None:
            return []
        name = self._chips.current
        if name == words.GONE:
            return self._preview.gone
        return [each for each in self._preview.rows if each.kind == name]

    def _show_rows(self) -> None:
        preview = self._preview
        if preview is None:
            return
        heads, columns = words.column_titles(preview), preview.columns
        last = translate("Import", "改动或原因")
        model = TableModel([translate("Import", "怎么办"), *heads, last], self._cells)
        model.show_rows(self._rows())
        self._table.show_table(heads, columns, model)
        self._table.choose(self._first_waiting())
        self._show_choices()
        self._tell()

    def _cells(self, shown: Shown) -> list[Cell]:
        if self._preview is None:
            return []
        if isinstance(shown, Member):
            left = shown.id in self._left
            becomes = translate("Import", "已退群") if left else translate("Import", "留下")
            values = words.member_cells(self._preview, shown)
            return [
                Cell(text=becomes, muted=not left),
                *(Cell(text=value) for value in values),
                Cell(text=""),
            ]
        decision = self._decisions.get(shown.number, "")
        names = {member.id: member for member in candidates_of(shown)}
        settled = not decision and shown.kind not in _ASKED
        first = Cell(text=words.outcome(shown, decision, names), muted=settled)
        values = words.cells_of(self._preview, shown)
        return [first, *(Cell(text=value) for value in values), Cell(text=self._said(shown))]

    def _said(self, shown: ImportRow) -> str:
        """What there is to say of a row, before all that it means the same member as others."""
        parts = (together_text(shown.number, self._together), told(shown))
        return translate("Import", "；").join(filter(None, parts))

    def _first_waiting(self) -> int:
        """The first row that still wants a decision; else the first."""
        waiting = (i for i, each in enumerate(self._rows()) if self._waits(each))
        return next(waiting, 0)

    def _waits(self, shown: Shown) -> bool:
        return isinstance(shown, ImportRow) and shown.kind in _ASKED and shown.number not in self._decisions

    def _show_choices(self) -> None:
        shown = self._table.current()
        current = shown if isinstance(shown, (ImportRow, Member)) else None
        said, decided = "", ""
        if isinstance(current, ImportRow):
            said = self._said(current) or kind_text(current.kind)
            decided = self._decisions.get(current.number, _usual(current))
        elif isinstance(current, Member):
            said = translate("Import", "{name}在群里的名单上，这份名单里没有。", name=person(current))
            decided = LEFT if current.id in self._left else KEEP
        self._card.setVisible(current is not None)
        self._choices.show_row(said, options(current), decided)

    def _tell(self) -> None:
        """How much will be done, and what is still to be decided."""
        if self._preview is None:
            return
        waiting = sum(self._waits(each) for each in self._preview.rows)
        done = self._effective()
        said = ""
        if waiting:
            said = translate("Import", "还有 {count} 位没有选定，确认时会跳过。", count=waiting)
        elif self._together:
            said = translate("Import", "有 {count} 行选成了同一位，合在一起记。", count=len(self._together))
        elif not done:
            said = translate("Import", "没有要导入的：名单里的都一样。")
        self._waiting.setText(said)
        self._confirm.setEnabled(bool(done))
        self._confirm.set_text(
            translate("Import", "确认导入 {count} 位", count=done) if done else translate("Import", "确认")
        )

    def _effective(self) -> int:
        """How many members the import would add or change."""
        if self._preview is None:
            return 0
        rows, decisions = self._preview.rows, self._decisions
        new = sum(decision(each, decisions) == NEW for each in rows)
        known = by_member(rows, decisions).values()
        changed = sum(any(each.kind is not RowKind.SAME for each in person) for person in known)
        return new + changed + len(self._left)

    # ---- deciding

    def _decide(self, name: str) -> None:
        shown, place = self._table.current(), self._table.currentIndex().row()
        if isinstance(shown, Member) and self._preview is not None:
            if name == ALL_LEFT:
                self._left = {member.id for member in self._preview.gone}
            else:
                self._left = self._left | {shown.id} if name == LEFT else self._left - {shown.id}
        elif isinstance(shown, ImportRow):
            self._decisions[shown.number] = name
            self._together = clashes(self._preview.rows if self._preview else (), self._decisions)
        self._table.refresh()
        rows = self._rows()
        following = next((i for i in range(place + 1, len(rows)) if self._waits(rows[i])), None)
        self._table.choose(min(place + 1, len(rows) - 1) if following is None else following)
        self._show_choices()
        self._tell()

    # ---- doing

    def confirm(self) -> None:
        """Take it over: one action, one undo."""
        if self._preview is None or self._busy or not self._confirm.isEnabled():
            return
        try:
            with self._working():
                self.change = self._session.people.import_members(
                    self._preview, self._decisions, gone=self._left or "keep", progress=self._progress
                )
        except ModeratorError as error:
            self._refuse(error)
            return
        self.accept()

    def _working(self) -> _Working:
        return _Working(self)

    def begin(self) -> None:
        """Show the bar; nothing but 取消 can be pressed."""
        self._busy, self._stopped = True, False
        self._bar.setValue(0)
        self._bar.show()
        for widget in (self._table, self._chips, self._choices, self._confirm):
            widget.setEnabled(False)

    def end(self) -> None:
        """Put the bar away."""
        self._busy = False
        self._bar.hide()
        for widget in (self._table, self._chips, self._choices, self._confirm):
            widget.setEnabled(True)

    def _progress(self, done: int, total: int) -> bool:
        """Show how far it is, hear 取消; False where nobody wants it any more."""
        self._bar.setMaximum(max(total, 1))
        self._bar.setValue(done)
        QApplication.processEvents()
        return not self._stopped

    def _refuse(self, error: ModeratorError) -> None:
        if error.reason.code == _CANCELLED and self._preview is None:
            super().reject()
            return
        if self._preview is None:
            self._head.setText(translate("Import", "这份名单读不了"))
            self._confirm.setEnabled(False)
            self._cancel.set_text(translate("Import", "关闭"))
            for widget in (
                self._note,
                self._part,
                self._all,
                self._chips,
                self._framed,
                self._card,
                self._confirm,
            ):
                widget.hide()
        self._error.setText(error_text(error))
        self._error.show()
        layout = self.layout()
        if self._preview is None and layout is not None:
            layout.activate()
            width = theme().px(_NARROW)
            self.resize(width, layout.totalHeightForWidth(width))

    def reject(self) -> None:
        """取消: stops what runs; else leaves."""
        if self._busy:
            self._stopped = True
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """← → walk along the kinds."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and not self._busy:
            self._chips.walk(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The ground of a page."""
        QPainter(self).fillRect(self.rect(), theme().tokens.surface)


def _usual(row: ImportRow) -> str:
    """What becomes of a row about which nothing was decided; "" where it waits."""
    if row.kind is RowKind.NEW:
        return NEW
    return row.member.id if row.member and row.kind is RowKind.CHANGED else ""


class _Working:
    """The time during which something long runs in a dialog."""

    def __init__(self, dialog: ImportDialog) -> None:
        self._dialog = dialog

    def __enter__(self) -> None:
        self._dialog.begin()

    def __exit__(self, *_: object) -> None:
        self._dialog.end()
