"""The warning that a name is like one on the blocklist: a doubt in words and shape, and the key to look."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.ui.quick.header import IconView
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import KeyHint, Label
from moderator_app.ui.widgets.painting import Themed


class AlarmLine(Themed, QWidget):
    """Hidden without words. Emits `pressed` where the person is to be seen."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconView(Level.UNSURE.value, 16)
        self.text = Label(tone=Level.UNSURE, wrap=True)
        self.text.setObjectName("alarmText")
        self.see = KeyHint("F3", translate("QuickCheck", "看此人"))
        self.see.setObjectName("seePerson")
        self.see.clicked.connect(self.pressed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.see, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()
        self.follow_theme()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        self._row.setContentsMargins(0, theme().px(2), 0, 0)
        self._row.setSpacing(theme().px(8))
        super().restyle()

    def show_text(self, text: str) -> None:
        """Warn; "" takes it away."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
