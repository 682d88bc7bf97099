"""A field of words: type one and press Enter, paste several, Backspace takes one away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from moderator_app.ui.theme import Type, paint_icon, theme
from moderator_app.ui.widgets.painting import Themed, box, line_of_text, smooth, text_width

_BETWEEN = re.compile(r"[\n\r\t、，,;；]+")
_SHORTEST = 72
"""The room that the cursor needs in a line before it goes to the next one."""
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A word in the field. One's `own` can be taken away; `dashed` tells two kinds of them apart.

    `spoken` is what a screen reader says in place of the word alone.
    """

    text: str
    own: bool = False
    dashed: bool = False
    spoken: str = ""


def words_in(text: str) -> tuple[str, ...]:
    """The words of a pasted list: between line ends, tabs, commas and the like; each once."""
    return tuple(dict.fromkeys(filter(None, (" ".join(word.split()) for word in _BETWEEN.split(text)))))


class _Input(QLineEdit):
    """The cursor in the field; keys that are about chips go to the field."""

    def __init__(self, field: ChipField) -> None:
        super().__init__(field)
        self._field = field
        self.composing = False
        self.setFrame(False)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Remember whether the input method is composing: then every key is its own."""
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Chips first, then what is typed."""
        if not self.composing and self._field.take_key(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The field shows the focus."""
        super().focusInEvent(event)
        self._field.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """What was typed becomes a chip, so that it is not lost."""
        super().focusOutEvent(event)
        self.composing = False
        if event.reason() not in _STAYS:
            self._field.leave()
        self._field.update()


class ChipField(Themed, QWidget):
    """Words as chips with a cursor behind them. What happens to them is for whoever listens.

    `added` brings new words, `removed` one that is to go, `chosen` the one that the arrow keys are
    on ("" for none), `turned` one whose kind is to change (Space, or a second click), `left` Esc.
    """

    added = Signal(tuple)
    removed = Signal(str)
    chosen = Signal(str)
    turned = Signal(str)
    left = Signal()

    def __init__(self, name: str, *, least_height: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._least = name, least_height
        self._chips: tuple[Chip, ...] = ()
        self._current = ""
        self.input = _Input(self)
        self.input.setAccessibleName(name)
        self.input.textChanged.connect(lambda _text: self._choose(""))
        self.setFocusProxy(self.input)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.follow_theme()

    def set_hint(self, text: str) -> None:
        """What the empty cursor asks for."""
        self.input.setPlaceholderText(text)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips."""
        self._chips = tuple(chips)
        if self._current not in self._own():
            self._choose("")
        self._tell()
        self._fit()
        self.update()

    def chips(self) -> tuple[Chip, ...]:
        """The chips as they are shown."""
        return self._chips

    @property
    def current(self) -> str:
        """The word that the arrow keys are on, or ""."""
        return self._current

    def commit(self) -> None:
        """What was typed becomes a chip now."""
        words = words_in(self.input.text())
        self.input.clear()
        if words:
            self.added.emit(words)

    def leave(self) -> None:
        """The focus goes: nothing that was typed is lost, and no chip stays chosen."""
        self.commit()
        self._choose("")

    def _own(self) -> list[str]:
        return [chip.text for chip in self._chips if chip.own]

    def _choose(self, word: str) -> None:
        if word != self._current:
            self._current = word
            self._tell()
            self.chosen.emit(word)
            self.update()

    def _tell(self) -> None:
        """A screen reader hears the chosen chip, or all of them."""
        spoken = {chip.text: chip.spoken or chip.text for chip in self._chips}
        self.input.setAccessibleDescription(spoken.get(self._current) or " ".join(spoken.values()))

    # ---- keys

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether a key of the cursor was about chips, and is done."""
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._paste()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            return True
        if key == Qt.Key.Key_Escape:
            self._escape()
            return True
        return not self.input.text() and self._key_on_chips(Qt.Key(key))

    def _key_on_chips(self, key: Qt.Key) -> bool:
        own = self._own()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(own, -1 if key == Qt.Key.Key_Left else 1)
            return True
        if key == Qt.Key.Key_Backspace or (key == Qt.Key.Key_Delete and self._current):
            gone = self._current or (own[-1] if own else "")
            if gone:
                self.removed.emit(gone)
            return True
        if key == Qt.Key.Key_Space and self._current:
            self.turned.emit(self._current)
            return True
        return False

    def _walk(self, own: list[str], step: int) -> None:
        """← goes to the chip before, → to the next and at last back to the cursor."""
        place = own.index(self._current) + step if self._current else len(own) - (step < 0)
        self._choose(own[max(place, 0)] if own and place < len(own) else "")

    def _escape(self) -> None:
        if self.input.text():
            self.input.clear()
        elif self._current:
            self._choose("")
        else:
            self.left.emit()

    def _paste(self) -> bool:
        words = words_in(QGuiApplication.clipboard().text())
        if len(words) < 2:
            return False
        self.commit()
        self.added.emit(words)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on one's own chip chooses it, on its cross takes it away; a second click turns it."""
        self.input.setFocus(Qt.FocusReason.MouseFocusReason)
        for area, chip in self._places(self.width())[0]:
            if chip.own and area.contains(event.position()):
                if event.position().x() > area.right() - theme().px(20):
                    self.removed.emit(chip.text)
                elif chip.text == self._current:
                    self.turned.emit(chip.text)
                else:
                    self._choose(chip.text)
                return
        self._choose("")

    # ---- size

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its lines."""
        return QSize(theme().px(200), self.height())

    def restyle(self) -> None:
        """Take fonts and lengths anew."""
        height = theme().px(24)
        self.input.setStyleSheet(
            "QLineEdit { border: none; background: transparent; padding: 0;"
            f" min-height: {height}px; max-height: {height}px; }}"
        )
        self.input.setFont(theme().font(Type.BODY))
        self._fit()
        super().restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The chips wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        cursor = self._places(max(self.width(), theme().px(120)))[1]
        self.input.setGeometry(cursor.toRect())
        self.setFixedHeight(max(round(cursor.bottom()) + theme().px(8), theme().px(self._least)))

    def _places(self, width: int) -> tuple[list[tuple[QRectF, Chip]], QRectF]:
        """Where each chip stands, and the cursor."""
        px, font = theme().px, theme().font(Type.BODY)
        inner, left, top = float(width - 2 * px(8)), 0.0, 0
        places = []
        for chip in self._chips:
            wide = text_width(chip.text, font) + 2 * px(8) + 1 + (px(16) if chip.own else 0)
            wide = min(wide, inner)
            if left and left + wide > inner:
                left, top = 0.0, top + px(28)
            places.append((QRectF(px(8) + left, px(8) + top, wide, px(24)), chip))
            left += wide + px(4)
        if left and inner - left < px(_SHORTEST):
            left, top = 0.0, top + px(28)
        return places, QRectF(px(8) + left, px(8) + top, inner - left, px(24))

    # ---- painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the box, then the chips."""
        painter, tokens, focus = smooth(self), theme().tokens, self.input.hasFocus()
        line = tokens.accent if focus else tokens.border_strong
        area = self.rect().toRectF()
        box(painter, area, radius=theme().px(6), fill=tokens.surface, line=line, width=2 if focus else 0)
        for place, chip in self._places(self.width())[0]:
            self._paint_chip(painter, place, chip)

    def _paint_chip(self, painter: QPainter, place: QRectF, chip: Chip) -> None:
        tokens, px = theme().tokens, theme().px
        self._paint_outline(painter, place, chip)
        ink = tokens.accent if chip.own else tokens.text
        words = place.adjusted(px(8), 0, -px(20 if chip.own else 8) + 1, 0)
        line_of_text(painter, words, chip.text, font=theme().font(Type.BODY), colour=ink)
        if chip.own:
            cross = QRectF(place.right() - px(18), place.center().y() - px(6), px(12), px(12))
            paint_icon(painter, "x", cross, ink)

    def _paint_outline(self, painter: QPainter, place: QRectF, chip: Chip) -> None:
        tokens, radius = theme().tokens, theme().px(4)
        if not chip.own:
            box(painter, place, radius=radius, fill=tokens.raised, line=tokens.border)
            return
        chosen = chip.text == self._current
        pen = QPen(tokens.accent, 2 if chosen else 1)
        if chip.dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(tokens.accent_tint if chosen else tokens.surface)
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
