"""The steps that follow a strike, numbered like the notices: the chosen one is what Enter puts on record."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from moderator_app.ui.quick import next_acts
from moderator_app.ui.quick.next_acts import Act
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Label, NoticeRow
from moderator_app.ui.widgets.painting import Themed

MOST = 9
"""Number keys 1 to 9."""


class ActsSection(Themed, QWidget):
    """Emits `chosen` with an index, `resized` when its height changed."""

    chosen = Signal(int)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nextActs")
        self._acts: tuple[Act, ...] = ()
        self._index: int | None = None
        self._numbered, self._whole = True, False
        self._rows: list[NoticeRow] = []
        self._label = Label(kind=Type.HINT, tone="text2")
        self._label.setObjectName("nextActsLabel")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._label)
        self.follow_theme()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        self._column.setContentsMargins(px(8), px(8), px(8), px(12))
        self._column.setSpacing(px(4))
        self._label.setContentsMargins(px(8), 0, 0, 0)
        super().restyle()

    def show_acts(self, acts: Sequence[Act], *, chosen: bool, numbered: bool = True) -> None:
        """Offer these; `chosen` marks the first. Without `numbered` the digits are somebody else's."""
        self._acts, self._numbered, self._whole = tuple(acts[:MOST]), numbered, False
        self._index = 0 if chosen and self._acts else None
        self._label.setText(next_acts.label_text(self._acts))
        self._fill()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._acts)

    @property
    def act(self) -> Act | None:
        """The chosen one."""
        return self._acts[self._index] if self._index is not None else None

    def choose(self, index: int | None) -> None:
        """Choose one; None leaves the key to something else."""
        self._index, self._whole = index, False
        self._fill()
        self.resized.emit()

    def toggle_whole(self) -> None:
        """All of the chosen one's text, or two lines again."""
        self._whole = not self._whole
        self._fill()
        self.resized.emit()

    def _fill(self) -> None:
        while len(self._rows) < len(self._acts):
            self._add_row()
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(self._acts))
        for index, (row, act) in enumerate(zip(self._rows, self._acts, strict=False)):
            chosen = index == self._index
            row.set(
                number=str(index + 1) if self._numbered else "Enter" if chosen else "·",
                title=next_acts.title_text(act),
                preview=next_acts.preview_text(act),
                trailing=next_acts.trailing_text(act),
                chosen=chosen,
                whole=chosen and self._whole,
            )
        self.fit()

    def _add_row(self) -> None:
        index, row = len(self._rows), NoticeRow()
        row.setObjectName(f"nextAct{index + 1}")
        row.clicked.connect(lambda: self.chosen.emit(index))
        self._column.addWidget(row)
        self._rows.append(row)

    def fit(self) -> None:
        """Each row as high as its text wants for the present width."""
        width = self.width() - self._column.contentsMargins().left() * 2
        for row in self._rows:
            row.setFixedHeight(row.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The text wraps anew."""
        super().resizeEvent(event)
        self.fit()
