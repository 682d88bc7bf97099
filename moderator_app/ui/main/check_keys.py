"""The keys of the check page: those of the quick check, where they do not mean typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget

from moderator_app.system.picture_reader import Looked
from moderator_app.ui.main.case_pane import CasePane
from moderator_app.ui.main.page import Page
from moderator_app.ui.main.paste_box import PasteBox
from moderator_app.ui.quick.keys import BESIDE_A_NAME, Typing, Want, Wish, wish

_THE_WINDOW_S = (Want.GROUP, Want.HELP)
"""The main window has keys of its own for these, wherever the focus is."""


class CheckKeys(Page):
    """What the check page hears of the keyboard; its parts are its heir's."""

    _box: PasteBox
    _answer: CasePane
    _right: QStackedWidget
    _looked: tuple[Looked, ...]
    _check: Callable[[], None]
    _done: Callable[[], None]
    _is_checking: Callable[[], bool]
    paste: Callable[[], None]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter, Esc, Alt+digit in the paste box and in the field for the name."""
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and (overriding or event.type() == QEvent.Type.KeyPress):
            if overriding and self._undoes_the_record(watched, event):
                event.ignore()  # so the window's own Ctrl+Z hears it
                return True
            asked = self._wish_in(watched, event)
            if asked is not None and asked.want in _THE_WINDOW_S:
                return super().eventFilter(watched, event)
            if asked is not None and overriding:
                event.accept()
                return True
            if asked is not None:
                return self._obey(asked)
        return super().eventFilter(watched, event)

    def _undoes_the_record(self, watched: QObject, event: QKeyEvent) -> bool:
        """Ctrl+Z in the empty box means the last action, not the letters that were there before."""
        blank = watched is self._box and not self._box.toPlainText()
        return blank and event.matches(QKeySequence.StandardKey.Undo)

    def _wish_in(self, watched: QObject, event: QKeyEvent) -> Wish | None:
        body = self._answer.body
        if watched is body.who.field:
            field = body.who.field
            typing = Typing(focused=True, text=field.text(), completing=field.is_completing)
            return None if field.composing else wish(event, typing)
        if watched in (body.filing.reporter, body.ruling.field, body.acts.amount):
            asked = wish(event, Typing())
            return asked if asked is not None and asked.want in BESIDE_A_NAME else None
        return self._wish_in_box(event)

    @staticmethod
    def _wish_in_box(event: QKeyEvent) -> Wish | None:
        plain = wish(event, Typing(focused=True, text="x"))
        if plain is not None:
            return plain if plain.want is not Want.UNDO else None
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return Wish(want=Want.PRIMARY)
        return Wish(want=Want.CLOSE) if event.key() == Qt.Key.Key_Escape else None

    def _obey(self, asked: Wish) -> bool:
        if asked.want is Want.PRIMARY:
            self._check()
        if (
            self._right.currentIndex() == 0
            and asked.want is Want.CLOSE
            and (self._looked or self._is_checking())
        ):
            self._done()
            return True
        if self._right.currentIndex() == 0:
            return asked.want is Want.PRIMARY
        return self._answer.obey(asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys that neither field took: pasting, and the bare digits and letters of the quick check."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
            return
        asked = wish(event, Typing())
        if asked is None or asked.want in (Want.UNDO, *_THE_WINDOW_S) or not self._obey(asked):
            super().keyPressEvent(event)
