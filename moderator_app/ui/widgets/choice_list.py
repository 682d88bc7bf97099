"""A short list of people to choose from, always open: for a name that fits several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from moderator_app.ui.theme import theme
from moderator_app.ui.widgets.candidate import Candidate, paint_candidate
from moderator_app.ui.widgets.painting import Themed, box, smooth


class ChoiceList(Themed, QWidget):
    """Rows of 28; none is current until ↑ or ↓ was pressed. Emits `moved` and `chosen` (with the id)."""

    chosen = Signal(str)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Candidate, ...] = ()
        self.current = -1
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set_rows(self, rows: Sequence[Candidate]) -> None:
        """Offer other people."""
        if tuple(rows) != self.rows:
            self.rows, self.current = tuple(rows), -1
        self._tell()
        self.restyle()

    def move_by(self, step: int) -> None:
        """The next person; the first ↓ marks the first one."""
        if self.rows:
            self._mark(max(0, min(len(self.rows) - 1, self.current + step)))

    def _mark(self, row: int) -> None:
        if row != self.current:
            self.current = row
            self._tell()
            self.update()
            self.moved.emit()

    def take(self) -> bool:
        """Choose the marked person; False where none is marked."""
        if not 0 <= self.current < len(self.rows):
            return False
        self.chosen.emit(self.rows[self.current].id)
        return True

    def _tell(self) -> None:
        names = [f"{row.title} {row.detail} {row.trailing}".strip() for row in self.rows]
        self.setAccessibleName(names[self.current] if self.current >= 0 else " / ".join(names))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """28 a row."""
        return QSize(theme().px(200), theme().px(28) * len(self.rows))

    def _row_at(self, event: QMouseEvent) -> int:
        return max(0, min(len(self.rows) - 1, int(event.position().y() // theme().px(28))))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The row under the mouse is marked."""
        self._mark(self._row_at(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click chooses."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._mark(self._row_at(event))
            self.take()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the rows; the open ring at the left says that one is to be chosen."""
        painter, px, tokens = smooth(self), theme().px, theme().tokens
        for index, row in enumerate(self.rows):
            place = QRectF(0, index * px(28), self.width(), px(28))
            current = index == self.current
            if current:
                outline = tokens.accent if theme().high_contrast else None
                box(painter, place, radius=px(4), fill=tokens.accent_tint, line=outline)
            ring = QRectF(px(8), place.top() + px(8), px(12), px(12))
            line = tokens.accent if current else tokens.border_strong
            box(painter, ring, radius=px(6), fill=tokens.surface, line=line, width=px(4) if current else 1)
            paint_candidate(painter, place.adjusted(px(28), 0, -px(8), 0), row)
