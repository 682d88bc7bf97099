"""Which key asks for what: one table, so that it can be read and tested as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_Mod = Qt.KeyboardModifier


class Want(Enum):
    """What a key asks of the window."""

    PRIMARY = "do what the primary button says"
    FOR_ALL = "one notice for all"
    COPY_ONLY = "copy, record nothing"
    CHOOSE = "choose notice `number`"
    RECORD_ONLY = "record without a notice"
    CLOSE = "no problem, close"
    WHO = "say who, with the input method"
    WHO_LETTER = "say who, beginning with a letter"
    UP = "previous person"
    DOWN = "next person"
    WHOLE = "the whole notice"
    WHY = "explain the next finding"
    NOT_WHY = "fold the explanation"
    RULE = "misjudged; on a clean message: this is a violation"
    FILE = "put it on record as a report or an appeal"
    UNDO = "take back record and clipboard"
    GROUP = "another group"
    PERSON = "see the member, or the one on the blocklist whom the name is like"
    HELP = "all keys"

    @classmethod
    def of_hint(cls, keys: str) -> Want:
        """What a hint in the foot asks for when the mouse presses it."""
        hints = {
            "F1": cls.HELP,
            "Ctrl+D": cls.RULE,
            "Ctrl+R": cls.FILE,
            "Ctrl+Enter": cls.FOR_ALL,
            "↑↓": cls.DOWN,
        }
        return hints.get(keys, cls.CLOSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """What the field is doing: `text` is what it holds while it has the focus."""

    focused: bool = False
    text: str = ""
    completing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A wish and, for CHOOSE, the number, for WHO_LETTER, the letter."""

    want: Want
    number: int = 0
    letter: str = ""


_PLAIN: dict[int, Want] = {
    Qt.Key.Key_Return: Want.PRIMARY,
    Qt.Key.Key_Enter: Want.PRIMARY,
    Qt.Key.Key_Escape: Want.CLOSE,
    Qt.Key.Key_F2: Want.WHO,
    Qt.Key.Key_F1: Want.HELP,
    Qt.Key.Key_F3: Want.PERSON,
    Qt.Key.Key_Up: Want.UP,
    Qt.Key.Key_Down: Want.DOWN,
    Qt.Key.Key_Right: Want.WHY,
    Qt.Key.Key_Left: Want.NOT_WHY,
}
_CONTROL: dict[int, Want] = {
    Qt.Key.Key_Return: Want.FOR_ALL,
    Qt.Key.Key_Enter: Want.FOR_ALL,
    Qt.Key.Key_D: Want.RULE,
    Qt.Key.Key_R: Want.FILE,
    Qt.Key.Key_Z: Want.UNDO,
    Qt.Key.Key_G: Want.GROUP,
    Qt.Key.Key_L: Want.WHO,  # ⌘L, where F2 dims the screen
    Qt.Key.Key_Slash: Want.HELP,  # ⌘/
}
_OF_THE_LIST = (Want.PRIMARY, Want.UP, Want.DOWN)
_OF_THE_WRITER = (Want.CLOSE, Want.PRIMARY, Want.WHY, Want.NOT_WHY)


BESIDE_A_NAME = (Want.PRIMARY, Want.CLOSE, Want.UP, Want.DOWN, Want.FILE, Want.RULE)
"""The window's keys while something is typed that is no message; all others are the field's."""

_MAY_REPEAT = (Want.UP, Want.DOWN)


def wish(event: QKeyEvent, typing: Typing) -> Wish | None:
    """What a key press asks for; None leaves it to the widget that has the focus.

    Qt calls ⌘ Control on macOS, so one table serves all systems. A key that is held down acts once.
    """
    asked = _asked(event, typing)
    if asked is not None and event.isAutoRepeat() and asked.want not in _MAY_REPEAT:
        return None
    return asked


def _asked(event: QKeyEvent, typing: Typing) -> Wish | None:
    key, modifiers = event.key(), event.modifiers() & ~_Mod.KeypadModifier
    if modifiers == _Mod.ControlModifier:
        return _control(key, typing)
    if modifiers == _Mod.ShiftModifier and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return Wish(want=Want.COPY_ONLY)
    if modifiers == _Mod.AltModifier:
        return _digit(key)
    if modifiers == _Mod.NoModifier:
        return _plain(key, event.text(), typing)
    return None


def _control(key: int, typing: Typing) -> Wish | None:
    if key == Qt.Key.Key_Z and typing.focused and typing.text:
        return None  # the field takes back its own letters
    return Wish(want=_CONTROL[key]) if key in _CONTROL else None


def _plain(key: int, text: str, typing: Typing) -> Wish | None:
    writing = typing.focused and bool(typing.text)
    if key in _PLAIN:
        return _named(_PLAIN[key], typing, writing=writing)
    if writing:
        return None
    if key == Qt.Key.Key_Space:
        return Wish(want=Want.WHOLE)
    if not typing.focused and len(text) == 1 and text.isascii() and text.isalpha():
        return Wish(want=Want.WHO_LETTER, letter=text.lower())
    return _digit(key)


def _named(want: Want, typing: Typing, *, writing: bool) -> Wish | None:
    """The field clears itself first, takes the name and moves in it; the list has its own keys."""
    of_the_field = (writing and want in _OF_THE_WRITER) or (typing.completing and want in _OF_THE_LIST)
    return None if of_the_field else Wish(want=want)


def _digit(key: int) -> Wish | None:
    number = key - int(Qt.Key.Key_0)
    if not 0 <= number <= 9:
        return None
    return Wish(want=Want.CHOOSE, number=number) if number else Wish(want=Want.RECORD_ONLY)
