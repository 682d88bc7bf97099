"""Rows one below the other that scroll when there are more than fit: people, notices."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class RowArea(QScrollArea):
    """`rows` is the layout that the rows are put into; the ground and the keyboard stay the window's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget()
        self.rows = QVBoxLayout(self._inside)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inside)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)

    def keep_height(self, height: int) -> None:
        """How high all rows are together."""
        self._inside.setMinimumHeight(height)

    def bring(self, row: QWidget, *, around: int = 0) -> None:
        """Scroll to a row and so much above and below it; the rows are laid out first."""
        self.rows.activate()
        self.ensureWidgetVisible(row, 0, around)
