"""Numbers with a quiet bar each: what is counted at the left, the number at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from moderator_app.i18n import translate
from moderator_app.ui.main.parts import Card, column, margins
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Label
from moderator_app.ui.widgets.painting import Themed, box, line_of_text, smooth, text_width

_HIGH = 28
_NAMES = 0.42
"""The share of the width that names may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line: what was counted, and how often."""

    name: str
    count: int


class Bars(Themed, QWidget):
    """Lines of 28; the longest bar stands for the largest number. A screen reader hears names and numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def show_rows(self, rows: Sequence[Bar]) -> None:
        """Show these lines."""
        self.rows = tuple(rows)
        told = (f"{row.name} {row.count}" for row in rows)
        self.setAccessibleDescription(translate("Stats", "；").join(told))
        self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its lines."""
        return QSize(theme().px(200), theme().px(_HIGH) * len(self.rows))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw name, bar and number of each line."""
        painter, px, font = smooth(self), theme().px, theme().font(Type.BODY)
        names = min(
            max((text_width(row.name, font) for row in self.rows), default=0) + 1, self.width() * _NAMES
        )
        numbers = max((text_width(str(row.count), font) for row in self.rows), default=0) + 1
        most = max((row.count for row in self.rows), default=0)
        for number, row in enumerate(self.rows):
            line = QRectF(0, number * px(_HIGH), self.width(), px(_HIGH))
            bar = line.adjusted(names + px(12), 0, -numbers - px(12), 0)
            self._line(painter, line, row, names)
            self._bar(painter, bar, row.count / most if most else 0)

    @staticmethod
    def _line(painter: QPainter, line: QRectF, row: Bar, names: float) -> None:
        tokens, font = theme().tokens, theme().font(Type.BODY)
        name = QRectF(line.left(), line.top(), names, line.height())
        line_of_text(painter, name, row.name, font=font, colour=tokens.text)
        ink, right = tokens.text if row.count else tokens.text2, Qt.AlignmentFlag.AlignRight
        line_of_text(painter, line, str(row.count), font=font, colour=ink, align=right)

    @staticmethod
    def _bar(painter: QPainter, area: QRectF, share: float) -> None:
        """A bar of the height of small letters; where there is nothing, nothing is drawn."""
        if not share or area.width() <= 0:
            return
        px, tokens = theme().px, theme().tokens
        high = px(6)
        long = max(area.width() * share, high / 2)
        place = QRectF(area.left(), area.center().y() - high / 2, long, high)
        line = tokens.text if theme().high_contrast else None
        box(painter, place, radius=px(2), fill=tokens.border_strong, line=line)


class BarCard(Card):
    """A card with a heading, its lines, and a sentence where there are none or more is to be known."""

    def __init__(self, name: str, title: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._nothing = nothing
        self.bars = Bars()
        self.bars.setObjectName(name)
        self.bars.setAccessibleName(title)
        self._note = Label(kind=Type.HINT, tone="text2", wrap=True)
        self._note.setObjectName(f"{name}-note")
        body = column(Label(title, bold=True), self.bars, self._note, None, gap=4)
        margins(body, 16, 12, 16, 12)
        self.setLayout(body)

    def show_rows(self, rows: Sequence[Bar], note: str = "") -> None:
        """Show these lines, or the sentence that there are none."""
        self.bars.show_rows(rows)
        self.bars.setVisible(bool(rows))
        text = note if rows else self._nothing
        self._note.setText(text)
        self._note.setVisible(bool(text))
