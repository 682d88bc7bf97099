"""A field that searches while you type and offers what it found in a list below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from moderator_app.ui.theme import Type, paint_icon, theme
from moderator_app.ui.widgets.candidate import Candidate, paint_candidate
from moderator_app.ui.widgets.keycap import cap_size, paint_cap
from moderator_app.ui.widgets.painting import Themed, box, smooth

_MOST = 6


Source = Callable[[str], Sequence[Candidate]]


class CompletionList(Themed, QWidget):
    """The rows below a field, laid over the window: no window of its own, so nothing takes the focus."""

    picked = Signal(int)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self.rows: tuple[Candidate, ...] = ()
        self.current = 0
        self.setObjectName("completionList")
        self.setMouseTracking(True)
        self.hide()
        self.follow_theme()

    def show_rows(self, rows: Sequence[Candidate]) -> None:
        """Offer these; none hides the list."""
        self.rows, self.current = tuple(rows[:_MOST]), 0
        self._tell()
        if not self.rows:
            self.hide()
            return
        if self.parentWidget() is not self._field.window():
            self.setParent(self._field.window())
        self._place()
        self.show()
        self.raise_()
        self.update()

    def move_by(self, step: int) -> None:
        """Another row, stopping at the ends."""
        self.current = max(0, min(len(self.rows) - 1, self.current + step))
        self._tell()
        self.update()

    def _tell(self) -> None:
        row = self.rows[self.current] if self.rows else None
        self.setAccessibleName(f"{row.title} {row.detail} {row.trailing}".strip() if row else "")

    def _place(self) -> None:
        below = self._field.mapTo(self._field.window(), QPoint(0, self._field.height() + theme().px(4)))
        self.setGeometry(
            below.x(), below.y(), self._field.width(), self._row_height() * len(self.rows) + self._pad() * 2
        )

    @staticmethod
    def _row_height() -> int:
        return theme().px(28)

    @staticmethod
    def _pad() -> int:
        return theme().px(4)

    def _row_at(self, y: float) -> int:
        return max(0, min(len(self.rows) - 1, int((y - self._pad()) // self._row_height())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The row under the mouse becomes the current one."""
        self.current = self._row_at(event.position().y())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click takes it."""
        self.picked.emit(self._row_at(event.position().y()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the frame and the rows."""
        painter, px, tokens = smooth(self), theme().px, theme().tokens
        area = self.rect().toRectF()
        box(painter, area, radius=px(6), fill=tokens.surface, line=tokens.border_strong)
        for index, row in enumerate(self.rows):
            place = QRectF(
                px(4), self._pad() + index * self._row_height(), area.width() - px(8), self._row_height()
            )
            if index == self.current:
                outline = tokens.accent if theme().high_contrast else None
                box(painter, place, radius=px(4), fill=tokens.accent_tint, line=outline)
            paint_candidate(painter, place.adjusted(px(8), 0, -px(8), 0), row)


class SearchField(Themed, QLineEdit):
    """A line with a magnifier; `keys` shows the cap of its shortcut while it is empty.

    With `set_source` it completes: ↑ ↓ choose, Enter takes, Esc clears first. Emits `chosen` with the
    id of a candidate, `entered` with the text where nobody was found, `escaped` for Esc when empty.
    """

    chosen = Signal(str)
    entered = Signal(str)
    escaped = Signal()

    def __init__(self, placeholder: str = "", *, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._source: Source | None = None
        self._list: CompletionList | None = None
        self.composing = False
        self.set_placeholder(placeholder)
        self.textEdited.connect(self._complete)
        self.follow_theme()

    def set_placeholder(self, text: str) -> None:
        """What the empty field asks for; also its accessible name."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def set_source(self, source: Source | None) -> None:
        """Where candidates come from; None only searches (`textChanged`) and shows no list."""
        self._source = source

    @property
    def completion(self) -> CompletionList:
        """The list below the field."""
        if self._list is None:
            self._list = CompletionList(self)
            self._list.picked.connect(self._take)
        return self._list

    @property
    def is_completing(self) -> bool:
        """Whether the list is open."""
        return self._list is not None and self._list.isVisibleTo(self.window())

    def restyle(self) -> None:
        """Make room for the magnifier and the cap."""
        px = theme().px
        right = cap_size(self._keys).width() + px(8) if self._keys else 0
        padding = px(7) if theme().high_contrast else 0  # the style sheet's, which is dropped then
        self.setTextMargins(px(24) + padding, 0, right, 0)
        self.setFont(theme().font(Type.BODY))
        super().restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """32 high."""
        return QSize(theme().px(220), theme().px(32))

    def _complete(self, text: str) -> None:
        if self._source is not None:
            self.completion.show_rows(self._source(text.strip()) if text.strip() else ())

    def refresh(self) -> None:
        """Ask the source again, for example after the text was set by the program."""
        self._complete(self.text())

    def close_list(self) -> None:
        """Hide the candidates."""
        if self._list is not None:
            self._list.show_rows(())

    def _take(self, index: int) -> None:
        row = self.completion.rows[index]
        self.close_list()
        self.chosen.emit(row.id)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Remember whether the input method is composing: then every key is its own."""
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose, take, clear; everything else is typed. What is left while composing goes nowhere else."""
        if self.composing:
            super().keyPressEvent(event)
            event.accept()
        elif self._own_key(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _own_key(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain:
            return False
        if self.is_completing and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.completion.move_by(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter()
        return key == Qt.Key.Key_Escape and self._escape()

    def _enter(self) -> bool:
        if self.is_completing:
            self._take(self.completion.current)
            return True
        if self.text().strip() and self._source is not None:
            self.entered.emit(self.text().strip())
            return True
        return False

    def _escape(self) -> bool:
        if self.text():
            self.clear()
            self.close_list()
            self.textEdited.emit("")
        else:
            self.escaped.emit()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The list goes with the focus."""
        super().focusOutEvent(event)
        self.composing = False
        self.close_list()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the field, then magnifier and cap."""
        super().paintEvent(event)
        painter, px, tokens = smooth(self), theme().px, theme().tokens
        place = QRectF(px(8), (self.height() - px(16)) / 2, px(16), px(16))
        paint_icon(painter, "search", place, tokens.text2)
        if self._keys and not self.text():
            cap = cap_size(self._keys)
            area = QRectF(
                self.width() - px(8) - cap.width(),
                (self.height() - cap.height()) / 2,
                cap.width(),
                cap.height(),
            )
            paint_cap(
                painter, area, self._keys, line=tokens.border_strong, text=tokens.text2, fill=tokens.raised
            )
