"""One line of the settings: a name, its controls, and what to know below them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.main.parts import column, row
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Label


class Line(QWidget):
    """One setting: its name at the left, the control, and what to know below it."""

    def __init__(self, label: str, *controls: QWidget, hint: str = "") -> None:
        super().__init__()
        caption = Label(label)
        caption.setFixedWidth(theme().px(136))
        self.note = Label(hint, kind=Type.HINT, tone="text2", wrap=True)
        self.note.setVisible(bool(hint))
        below: QHBoxLayout = row(gap=0)
        below.addSpacing(theme().px(148))
        below.addWidget(self.note, 1)
        self.setLayout(column(row(caption, *controls, None, gap=12), below, gap=2))

    def say(self, text: str, level: Level | None = None) -> None:
        """Show a sentence below the control; "" takes it away."""
        self.note.set_tone("text2" if level is None else level)
        self.note.setText(text)
        self.note.setVisible(bool(text))
