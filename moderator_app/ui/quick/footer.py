"""The foot of the quick check: what the keys do, and the one primary action."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Button, KeyHint
from moderator_app.ui.widgets.painting import Themed, box, smooth


class Footer(Themed, QWidget):
    """56 high; hints left, primary right. Emits `pressed` for the primary, `hinted` with a hint's keys."""

    pressed = Signal()
    hinted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rounded = 0
        self._hints: dict[str, KeyHint] = {}
        self._shown: list[str] = []
        self.primary = Button(variant="primary", keys="Enter")
        self.primary.setObjectName("primaryButton")
        self.primary.clicked.connect(self.pressed)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self.primary)
        self.follow_theme()

    def restyle(self) -> None:
        """Take sizes from the theme."""
        px = theme().px
        self.setFixedHeight(px(56))
        self._row.setContentsMargins(px(16), 0, px(16), 0)
        self._row.setSpacing(px(16))
        super().restyle()

    def set(
        self, hints: Sequence[tuple[str, str]], primary: str, *, important: bool, keys: str = "Enter"
    ) -> None:
        """`hints` are (keys, words) from left to right; `important` paints the primary in the accent.

        `keys` is the cap on the primary.
        """
        shown = dict(hints)
        for place, (hinted, text) in enumerate(hints):
            if hinted not in self._hints:
                self._add(hinted)
            self._hints[hinted].set_text(text)
            if self._row.indexOf(self._hints[hinted]) != place:
                self._row.insertWidget(place, self._hints[hinted])
        self._shown = list(shown)
        self.primary.set_text(primary)
        self.primary.set_keys(keys)
        self.primary.set_variant("primary" if important else "plain")
        self._fit()

    def _fit(self) -> None:
        """As many hints as there is room for beside the button; none is cut, the last give way first."""
        gap = theme().px(16)
        room = self.width() - 2 * gap - self.primary.sizeHint().width()
        for keys in self._shown:
            room -= self._hints[keys].sizeHint().width() + gap
            self._hints[keys].setVisible(room >= 0)
        for keys, hint in self._hints.items():
            if keys not in self._shown:
                hint.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """There may be room for more hints, or for fewer."""
        super().resizeEvent(event)
        self._fit()

    def _add(self, keys: str) -> None:
        hint = KeyHint(keys, "")
        hint.setObjectName(f"hint{keys.replace('+', '')}")
        hint.clicked.connect(lambda: self.hinted.emit(keys))
        self._hints[keys] = hint
        self._row.insertWidget(0, hint)

    def hints(self) -> list[str]:
        """The keys whose hints are shown, from left to right."""
        shown = [
            (self._row.indexOf(hint), keys) for keys, hint in self._hints.items() if hint.isVisibleTo(self)
        ]
        return [keys for _, keys in sorted(shown)]

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Raised ground with a line above, rounded below where the window is."""
        painter, tokens, area = smooth(self), theme().tokens, self.rect().toRectF()
        box(
            painter, area.adjusted(0, -self.rounded, 0, 0), radius=self.rounded, fill=tokens.raised, line=None
        )
        area.setHeight(1 / self.devicePixelRatioF())
        painter.fillRect(area, tokens.border)
