"""What stands where there is nothing to show: one sentence and one way on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from moderator_app.ui.theme import theme
from moderator_app.ui.widgets.button import Button
from moderator_app.ui.widgets.labels import Label
from moderator_app.ui.widgets.painting import Themed, box, smooth


class EmptyState(Themed, QWidget):
    """A title, a sentence and, where there is a way on, a button. Emits `pressed` for the button."""

    pressed = Signal()

    def __init__(
        self,
        title: str = "",
        detail: str = "",
        action: str = "",
        *,
        keys: str = "",
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._framed = framed
        self._title = Label(bold=True, wrap=True)
        self._detail = Label(tone="text2", wrap=True)
        self.button = Button(keys=keys)
        self.button.setObjectName("emptyAction")
        self.button.clicked.connect(self.pressed)
        self._column = QVBoxLayout(self)
        for label in (self._title, self._detail):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(label)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.set(title, detail, action)
        self.follow_theme()

    def set(self, title: str, detail: str, action: str = "") -> None:
        """Show other words; without an action there is no button."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.button.set_text(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)

    def set_detail(self, detail: str) -> None:
        """The sentence alone, for example how far something is done."""
        self._detail.setText(detail)
        self.setAccessibleDescription(detail)

    def title(self) -> str:
        """The first line."""
        return self._title.text()

    def detail(self) -> str:
        """The sentence below it."""
        return self._detail.text()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        self._column.setContentsMargins(px(16), px(16), px(16), px(16))
        self._column.setSpacing(px(6))
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the frame."""
        if self._framed:
            area = QRectF(self.rect())
            box(smooth(self), area, radius=theme().px(6), fill=None, line=theme().tokens.border)
