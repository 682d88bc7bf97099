"""The help in a window of its own, opened by F1: contents at the left, a search, and the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from moderator_app.i18n import language, translate
from moderator_app.session import Session
from moderator_app.ui.main.delegates import RowDelegate, RowFace
from moderator_app.ui.main.fitting import fitted
from moderator_app.ui.main.help_page import HelpPage, Section
from moderator_app.ui.main.lists import RowList
from moderator_app.ui.main.models import ROW, RowsModel
from moderator_app.ui.main.parts import Plane, column, margins, row
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Divider, Label, SearchField

_SIZE = (960, 680)
_CONTENTS = 232
_ROW = 32


def open_help(session: Session, parent: QWidget) -> None:
    """Show the help in the language in force, in front of `parent`; one that is open comes to the front."""
    known = parent.findChild(HelpDialog)
    shown = known if known is not None else HelpDialog(session.help_page(language()), parent)
    shown.show()
    shown.raise_()
    shown.activateWindow()


class HelpDialog(QDialog):
    """The help; Esc empties the search, then closes. Its page stays as it is when something is sought."""

    def __init__(self, page: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Help", "使用说明"))
        self.page = HelpPage(page)
        self.page.setAccessibleName(self.windowTitle())
        self._hits: Counter[int] = Counter()
        self._following = False
        self._search = SearchField(translate("Help", "在说明里找"), keys="Ctrl+F")
        self._search.setObjectName("help-search")
        self._told = Label(kind=Type.HINT, tone="text2", elide=True)
        self._told.setObjectName("help-found")
        self._contents = RowList(translate("Help", "目录"))
        self._contents.setObjectName("help-contents")
        self._model = RowsModel(lambda section: str(section.number), lambda section: section.title)
        self._delegate = RowDelegate(self._face, height=_ROW)
        self._contents.setModel(self._model)
        self._contents.setItemDelegate(self._delegate)
        self._model.show_rows(self.page.sections)
        self._tell()
        self._build()
        self._bind()
        self.resize(fitted(*_SIZE, parent.screen().availableGeometry()))
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        head = column(self._search, self._told, gap=8)
        margins(head, 12, 12, 12, 12)
        left = Plane(edge=True)
        left.setLayout(column(head, Divider(), self._contents, gap=0))
        left.setFixedWidth(theme().px(_CONTENTS))
        whole = row(left, Divider(vertical=True), self.page, gap=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        QWidget.setTabOrder(self._search, self._contents)
        QWidget.setTabOrder(self._contents, self.page)

    def _bind(self) -> None:
        self._search.textChanged.connect(self._seek)
        self._search.escaped.connect(self.reject)
        self._search.installEventFilter(self)
        self._contents.picked.connect(self._choose)
        self.page.reading.connect(self._follow)
        for keys, do in (
            (QKeySequence.StandardKey.Find, self._go_to_search),
            (QKeySequence.StandardKey.FindNext, lambda: self._step(1)),
            (QKeySequence.StandardKey.FindPrevious, lambda: self._step(-1)),
        ):
            self._bind_key(keys, do)

    def _bind_key(self, keys: QKeySequence.StandardKey, do: Callable[[], None]) -> None:
        shortcut = QShortcut(self)
        shortcut.setKeys(keys)
        shortcut.activated.connect(do)

    # ---- contents

    def _face(self, section: object) -> RowFace:
        if not isinstance(section, Section):
            return RowFace(title="")
        count = self._hits[section.number]
        return RowFace(
            title=section.title,
            right=str(count) if count else "",
            quiet=bool(self._hits) and not count,
        )

    def _choose(self, index: QModelIndex) -> None:
        if not self._following:
            self.page.go_to(index.data(ROW).number)

    def _follow(self, number: int) -> None:
        """The reader has scrolled: the contents say where they are."""
        self._following = True
        self._contents.setCurrentIndex(self._model.index(number))
        self._following = False

    # ---- searching

    def _go_to_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _seek(self, words: str) -> None:
        self.page.seek(words)
        self._hits = Counter(self.page.section_of(at) for at in self.page.found)
        self._contents.viewport().update()
        self._tell()

    def _step(self, by: int) -> None:
        if not self._search.text().strip():
            self._go_to_search()
            return
        self.page.step(by)
        self._tell()

    def _tell(self) -> None:
        """Which of how many places is shown."""
        words, count = self._search.text().strip(), len(self.page.found)
        if count:
            number = self.page.current
            self._follow(max(0, self.page.section_of(self.page.found[number])))
            told = translate("Help", "第 {number} 处，共 {count} 处", number=number + 1, count=count)
        elif words:
            told = translate("Help", "没有找到「{words}」", words=words)
        else:
            told = translate("Help", "Enter 或 F3 看下一处")
        self._told.setText(told)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """In the search field ↓ and Enter show the next place, ↑ and Shift+Enter the one before."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            enter = -1 if back else 1
            by = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_Return: enter,
                Qt.Key.Key_Enter: enter,
            }.get(Qt.Key(event.key()))
            if by is not None and not self._search.composing:
                self._step(by)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The ground of a page."""
        QPainter(self).fillRect(self.rect(), theme().tokens.surface)
