"""A sentence in place: what went wrong, what was kept, what to do."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.quick.header import IconView
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Label
from moderator_app.ui.widgets.painting import Themed, box, smooth


class InlineMessage(Themed, QWidget):
    """Hidden until `say`; stands above the footer so that the result stays in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = Level.UNSURE
        self._icon = IconView(Level.UNSURE.value, 16)
        self._text = Label(wrap=True)
        self._text.setObjectName("inlineText")
        self._row = QHBoxLayout(self)
        self._beside = QVBoxLayout()  # the icon stands at the first line
        self._beside.addWidget(self._icon)
        self._beside.addStretch(1)
        self._row.addLayout(self._beside)
        self._row.addWidget(self._text, 1)
        self.hide()
        self.follow_theme()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        self._row.setContentsMargins(px(16), px(8), px(16), px(8))
        self._row.setSpacing(px(8))
        self._beside.setContentsMargins(0, px(2), 0, 0)
        super().restyle()

    def say(self, text: str, level: Level = Level.VIOLATION) -> None:
        """Show a sentence; "" takes it away."""
        self._level = level
        self._icon.set(level.value)
        self._text.setText(text)
        self._text.set_tone(level)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def text(self) -> str:
        """What is said, "" while hidden."""
        return "" if self.isHidden() else self._text.text()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The verdict's fill."""
        tones = theme().tokens.verdicts[self._level]
        box(smooth(self), self.rect().toRectF(), radius=0, fill=tones.fill, line=None)
