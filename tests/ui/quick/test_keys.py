"""The whole table of keys, read as a table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from moderator_app.ui.quick.keys import Typing, Want, Wish, wish

K, M = Qt.Key, Qt.KeyboardModifier
FREE = Typing()
EMPTY = Typing(focused=True)
WRITING = Typing(focused=True, text="张", completing=False)
LISTING = Typing(focused=True, text="张", completing=True)


def ask(key: Qt.Key, modifier: Qt.KeyboardModifier, text: str, typing: Typing) -> Wish | None:
    return wish(QKeyEvent(QEvent.Type.KeyPress, key, modifier, text), typing)


@pytest.mark.parametrize(
    ("key", "modifier", "text", "typing", "expected"),
    [
        (K.Key_Return, M.NoModifier, "\r", FREE, Wish(want=Want.PRIMARY)),
        (K.Key_Enter, M.KeypadModifier, "\r", EMPTY, Wish(want=Want.PRIMARY)),
        (K.Key_Return, M.NoModifier, "\r", WRITING, None),
        (K.Key_Return, M.NoModifier, "\r", LISTING, None),
        (K.Key_Return, M.ShiftModifier, "\r", FREE, Wish(want=Want.COPY_ONLY)),
        (K.Key_Return, M.ShiftModifier, "\r", WRITING, Wish(want=Want.COPY_ONLY)),
        (K.Key_3, M.NoModifier, "3", FREE, Wish(want=Want.CHOOSE, number=3)),
        (K.Key_3, M.KeypadModifier, "3", EMPTY, Wish(want=Want.CHOOSE, number=3)),
        (K.Key_3, M.NoModifier, "3", WRITING, None),
        (K.Key_3, M.AltModifier, "3", WRITING, Wish(want=Want.CHOOSE, number=3)),
        (K.Key_0, M.NoModifier, "0", FREE, Wish(want=Want.RECORD_ONLY)),
        (K.Key_0, M.AltModifier, "0", LISTING, Wish(want=Want.RECORD_ONLY)),
        (K.Key_Escape, M.NoModifier, "\x1b", FREE, Wish(want=Want.CLOSE)),
        (K.Key_Escape, M.NoModifier, "\x1b", EMPTY, Wish(want=Want.CLOSE)),
        (K.Key_Escape, M.NoModifier, "\x1b", WRITING, None),
        (K.Key_F2, M.NoModifier, "", FREE, Wish(want=Want.WHO)),
        (K.Key_L, M.ControlModifier, "", FREE, Wish(want=Want.WHO)),
        (K.Key_Z, M.NoModifier, "z", FREE, Wish(want=Want.WHO_LETTER, letter="z")),
        (K.Key_Z, M.NoModifier, "z", EMPTY, None),
        (K.Key_Z, M.ControlModifier, "", FREE, Wish(want=Want.UNDO)),
        (K.Key_Z, M.ControlModifier, "", EMPTY, Wish(want=Want.UNDO)),
        (K.Key_Z, M.ControlModifier, "", WRITING, None),
        (K.Key_Up, M.NoModifier, "", FREE, Wish(want=Want.UP)),
        (K.Key_Down, M.NoModifier, "", LISTING, None),
        (K.Key_Space, M.NoModifier, " ", EMPTY, Wish(want=Want.WHOLE)),
        (K.Key_Space, M.NoModifier, " ", WRITING, None),
        (K.Key_G, M.ControlModifier, "", WRITING, Wish(want=Want.GROUP)),
        (K.Key_F1, M.NoModifier, "", LISTING, Wish(want=Want.HELP)),
        (K.Key_Slash, M.ControlModifier, "", FREE, Wish(want=Want.HELP)),
        (K.Key_D, M.ControlModifier, "", FREE, Wish(want=Want.RULE)),
        (K.Key_Return, M.ControlModifier, "", WRITING, Wish(want=Want.FOR_ALL)),
        (K.Key_Right, M.NoModifier, "", FREE, Wish(want=Want.WHY)),
        (K.Key_Left, M.NoModifier, "", EMPTY, Wish(want=Want.NOT_WHY)),
        (K.Key_Right, M.NoModifier, "", WRITING, None),
        (K.Key_Q, M.ControlModifier | M.AltModifier, "", FREE, None),
        (K.Key_Tab, M.NoModifier, "\t", FREE, None),
        (K.Key_C, M.ControlModifier, "", FREE, None),
        (K.Key_Comma, M.NoModifier, ",", FREE, None),
    ],
)
def test_key(key: Qt.Key, modifier: Qt.KeyboardModifier, text: str, typing: Typing, expected: Wish | None):
    assert ask(key, modifier, text, typing) == expected


def test_a_key_without_a_name_is_left_alone():
    event = QKeyEvent(QEvent.Type.KeyPress, 0x01FFFFFE, M.NoModifier, "")
    assert wish(event, FREE) is None


def test_a_key_that_is_held_acts_once():
    held = QKeyEvent(QEvent.Type.KeyPress, K.Key_Return, M.NoModifier, "\r", True)
    assert wish(held, FREE) is None
    moving = QKeyEvent(QEvent.Type.KeyPress, K.Key_Down, M.NoModifier, "", True)
    assert wish(moving, FREE) == Wish(want=Want.DOWN)
