"""What has to be known or decided about a member before anything else, each in a line with its buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.main.parts import clear
from moderator_app.ui.quick.header import IconView
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Button, Label
from moderator_app.ui.widgets.painting import Themed, box, smooth


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A button of an alert: the name by which it is told, and what stands on it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A sentence and what can be done about it; `name` tells which one it is."""

    name: str
    text: str
    level: Level = Level.UNSURE
    choices: Sequence[Choice] = ()


class AlertLine(Themed, QWidget):
    """One alert on its verdict's fill. Emits `chosen` with the choice's name."""

    chosen = Signal(str)

    def __init__(self, alert: Alert) -> None:
        super().__init__()
        self._level = alert.level
        self.setObjectName(f"alert-{alert.name}")
        self.setAccessibleName(alert.text)
        px, line = theme().px, QHBoxLayout(self)
        line.setContentsMargins(px(12), px(6), px(8), px(6))
        line.setSpacing(px(8))
        line.addWidget(IconView(alert.level.value, 16))
        line.addWidget(Label(alert.text, tone=alert.level, wrap=True), 1)
        for choice in alert.choices:
            button = Button(choice.text)
            button.setObjectName(f"alert-{alert.name}-{choice.name}")
            button.clicked.connect(partial(self._press, choice.name))
            line.addWidget(button)
        self.follow_theme()

    def _press(self, name: str, *_: object) -> None:
        self.chosen.emit(name)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the fill."""
        tones = theme().tokens.verdicts[self._level]
        outline = tones.text if theme().high_contrast else None
        box(smooth(self), self.rect().toRectF(), radius=theme().px(6), fill=tones.fill, line=outline)


class Alerts(QWidget):
    """The alerts of one member, one below the other. Emits `chosen` with alert and choice."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(8))
        self._shown: tuple[Alert, ...] = ()
        self.hide()

    def show_alerts(self, alerts: Sequence[Alert]) -> None:
        """Show these; none hides the place."""
        if tuple(alerts) == self._shown:
            return
        self._shown = tuple(alerts)
        clear(self._column)
        for alert in alerts:
            line = AlertLine(alert)
            line.chosen.connect(partial(self._choose, alert.name))
            self._column.addWidget(line)
        self.setVisible(bool(alerts))

    def _choose(self, alert: str, choice: str) -> None:
        self.chosen.emit(alert, choice)
