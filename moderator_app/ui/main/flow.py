"""Words as chips that wrap like text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets.painting import Themed, box, line_of_text, smooth, text_width


class ChipFlow(Themed, QWidget):
    """Chips 24 high with 4 between them; as many lines as the width asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Sequence[str] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def show_words(self, words: Sequence[str]) -> None:
        """Show these words."""
        self._words = words
        self.setAccessibleName(" ".join(words))
        self.restyle()

    def restyle(self) -> None:
        """Take the height anew."""
        self._fit()
        super().restyle()

    def _fit(self) -> None:
        places = self._places(max(self.width(), theme().px(80)))
        self.setFixedHeight(round(places[-1][0].bottom()) + 1 if places else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The chips wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _places(self, width: int) -> list[tuple[QRectF, str]]:
        px, left, top, places = theme().px, 0.0, 0, []
        for word in self._words:
            wide = min(text_width(word, theme().font(Type.BODY)) + 2 * px(8) + 1, float(width))
            if left and left + wide > width:
                left, top = 0.0, top + px(28)
            places.append((QRectF(left, top, wide, px(24)), word))
            left += wide + px(4)
        return places

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the chips."""
        px, tokens, painter = theme().px, theme().tokens, smooth(self)
        for place, word in self._places(self.width()):
            box(painter, place, radius=px(4), fill=tokens.raised, line=tokens.border)
            area, font = place.adjusted(px(8), 0, -px(8) + 1, 0), theme().font(Type.BODY)
            line_of_text(painter, area, word, font=font, colour=tokens.text)
