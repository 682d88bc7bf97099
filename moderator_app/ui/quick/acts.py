"""The steps that follow a strike, numbered like the notices: the chosen one is what Enter puts on record."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from moderator_app.i18n import translate
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
        self._label = Label(kind=Type.HINT, tone="text2", wrap=True)
        self._label.setObjectName("nextActsLabel")
        self.amount = QLineEdit()
        self.amount.setObjectName("fineAmount")
        asked = translate("NextAct", "数额，如 50 元")
        self.amount.setPlaceholderText(asked)
        self.amount.setAccessibleName(asked)
        self.amount.textChanged.connect(lambda _text: self._fill())
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._label)
        self._rows_column = QVBoxLayout()
        self._column.addLayout(self._rows_column)
        self._column.addWidget(self.amount)
        self.follow_theme()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        self._column.setContentsMargins(px(8), px(8), px(8), px(12))
        self._column.setSpacing(px(4))
        self._rows_column.setSpacing(px(4))
        self._label.setContentsMargins(px(8), 0, 0, 0)
        self.amount.setFont(theme().font(Type.BODY))
        super().restyle()

    def show_acts(self, acts: Sequence[Act], *, chosen: bool, numbered: bool = True) -> None:
        """Offer these; `chosen` marks the first. Without `numbered` the digits are somebody else's."""
        self._acts, self._numbered, self._whole = tuple(acts[:MOST]), numbered, False
        self._index = 0 if chosen and self._acts else None
        open_ = next((act for act in self._acts if act.asks_amount), None)
        self.amount.setText(open_.following.usual if open_ else "")
        self._label.setText(next_acts.label_text(self._acts))
        self._fill()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._acts)

    @property
    def act(self) -> Act | None:
        """The chosen one, with the amount that was typed where the rulebook leaves it open."""
        return self._with_amount(self._acts[self._index]) if self._index is not None else None

    def _with_amount(self, act: Act) -> Act:
        return act.of(self.amount.text()) if act.asks_amount else act

    @property
    def asks(self) -> bool:
        """Whether the chosen one wants an amount to be typed."""
        return self._index is not None and self._acts[self._index].asks_amount

    def ask_amount(self) -> bool:
        """Lead to the amount where one is asked for; whether it is."""
        if self.asks:
            self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
            self.amount.selectAll()
        return self.asks

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
        self.amount.setVisible(self.asks)
        while len(self._rows) < len(self._acts):
            self._add_row()
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(self._acts))
        for index, (row, act) in enumerate(zip(self._rows, self._acts, strict=False)):
            chosen = index == self._index
            row.set(
                number=str(index + 1) if self._numbered else "Enter" if chosen else "·",
                title=next_acts.title_text(self._with_amount(act)),
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
        self._rows_column.addWidget(row)
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
