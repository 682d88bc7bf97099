"""The keys that a hotkey may use, each with its code on every platform."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its name in Qt's portable spelling, and the code each system knows it by.

    Codes, not characters: a hotkey stays on its key whatever the input method writes with it.
    """

    name: str
    keysym: int
    windows: int
    macos: int | None


_MAC_LETTERS = dict(
    zip(
        "ASDFHGZXCVBQWERYTOUIPLJKNM",
        (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 31, 32, 34, 35, 37, 38, 40, 45, 46),
        strict=True,
    )
)
_MAC_DIGITS = dict(zip("1234659780", (18, 19, 20, 21, 22, 23, 25, 26, 28, 29), strict=True))
_MAC_FUNCTION = (122, 120, 99, 118, 96, 97, 98, 100, 101, 109, 103, 111, 105, 107, 113, 106, 64, 79, 80, 90)

# name, X keysym, Windows virtual key, macOS virtual key
_NAMED = (
    ("Space", 0x20, 0x20, 49),
    ("Tab", 0xFF09, 0x09, 48),
    ("Return", 0xFF0D, 0x0D, 36),
    ("Backspace", 0xFF08, 0x08, 51),
    ("Esc", 0xFF1B, 0x1B, 53),
    ("Ins", 0xFF63, 0x2D, 114),
    ("Del", 0xFFFF, 0x2E, 117),
    ("Home", 0xFF50, 0x24, 115),
    ("End", 0xFF57, 0x23, 119),
    ("PgUp", 0xFF55, 0x21, 116),
    ("PgDown", 0xFF56, 0x22, 121),
    ("Left", 0xFF51, 0x25, 123),
    ("Up", 0xFF52, 0x26, 126),
    ("Right", 0xFF53, 0x27, 124),
    ("Down", 0xFF54, 0x28, 125),
    (",", 0x2C, 0xBC, 43),
    (".", 0x2E, 0xBE, 47),
    ("/", 0x2F, 0xBF, 44),
    (";", 0x3B, 0xBA, 41),
    ("'", 0x27, 0xDE, 39),
    ("[", 0x5B, 0xDB, 33),
    ("]", 0x5D, 0xDD, 30),
    ("\\", 0x5C, 0xDC, 42),
    ("-", 0x2D, 0xBD, 27),
    ("=", 0x3D, 0xBB, 24),
    ("`", 0x60, 0xC0, 50),
)


def _all_keys() -> tuple[Key, ...]:
    letters = (Key(c, ord(c.lower()), ord(c), _MAC_LETTERS[c]) for c in sorted(_MAC_LETTERS))
    digits = (Key(c, ord(c), ord(c), _MAC_DIGITS[c]) for c in sorted(_MAC_DIGITS))
    function = (
        Key(f"F{n}", 0xFFBD + n, 0x6F + n, _MAC_FUNCTION[n - 1] if n <= len(_MAC_FUNCTION) else None)
        for n in range(1, 25)
    )
    return (*letters, *digits, *function, *(Key(*row) for row in _NAMED))


KEYS = {key.name.lower(): key for key in _all_keys()}
"""Every key by its name in lower case."""

ALIASES = {
    "enter": "return",
    "escape": "esc",
    "insert": "ins",
    "delete": "del",
    "pageup": "pgup",
    "pagedown": "pgdown",
    "comma": ",",
    "period": ".",
    "slash": "/",
    "semicolon": ";",
    "minus": "-",
    "equal": "=",
}
"""Other spellings that people and other programs use for the same key."""
