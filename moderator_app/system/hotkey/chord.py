"""A combination of keys: read strictly, written in one way, refused where it would do harm."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum

from moderator_app.system.hotkey.keys import ALIASES, KEYS, Key
from moderator_app.system.trouble import Trouble


class Modifier(StrEnum):
    """Qt's portable names: on macOS Ctrl is ⌘ and Meta is ⌃, so that one setting fits all."""

    META = "Meta"
    CTRL = "Ctrl"
    ALT = "Alt"
    SHIFT = "Shift"


_SPELLINGS = {
    "ctrl": Modifier.CTRL,
    "control": Modifier.CTRL,
    "cmd": Modifier.CTRL,
    "command": Modifier.CTRL,
    "⌘": Modifier.CTRL,
    "alt": Modifier.ALT,
    "option": Modifier.ALT,
    "⌥": Modifier.ALT,
    "shift": Modifier.SHIFT,
    "⇧": Modifier.SHIFT,
    "meta": Modifier.META,
    "win": Modifier.META,
    "super": Modifier.META,
    "⌃": Modifier.META,
}
_MAC_SYMBOLS = {Modifier.META: "⌃", Modifier.ALT: "⌥", Modifier.SHIFT: "⇧", Modifier.CTRL: "⌘"}

# Taken everywhere by editing: a program that grabbed these would break every other one.
_EVERYDAY = frozenset(f"Ctrl+{key}" for key in "ACVXZYSFNOPTWQ")
_WECHAT = frozenset({"Ctrl+Alt+W", "Alt+A", "Meta+Ctrl+A", "Meta+Ctrl+W"})
_SYSTEM = frozenset(
    {"Ctrl+Alt+Del", "Ctrl+Shift+Esc", "Ctrl+Esc", "Alt+Tab", "Alt+F4", "Alt+Esc", "Alt+Space", "Meta+L"}
    | {"Ctrl+Tab", "Ctrl+Space", "Meta+Tab", "Meta+D"}
)


class BadSequence(ValueError):
    """A combination that cannot be a hotkey; `trouble` says why."""

    def __init__(self, code: str, **values: str) -> None:
        self.trouble = Trouble(code, values)
        super().__init__(f"{code} {values}")


@dataclass(frozen=True, slots=True)
class Chord:
    """A key with the modifiers held while it is pressed."""

    modifiers: frozenset[Modifier]
    key: Key

    def __str__(self) -> str:
        held = [modifier.value for modifier in Modifier if modifier in self.modifiers]
        return "+".join([*held, self.key.name])


def parse(sequence: str) -> Chord:
    """Read a combination such as `Ctrl+Alt+M`; raises BadSequence with the reason."""
    parts = [part.strip() for part in sequence.split("+")]
    if not sequence.strip():
        raise BadSequence("hotkey.empty")
    if len(parts) > 5 or not all(parts):
        raise BadSequence("hotkey.unreadable", sequence=sequence[:40])
    *held, last = parts
    modifiers = frozenset(_modifier(name, sequence) for name in held)
    if len(modifiers) != len(held):
        raise BadSequence("hotkey.unreadable", sequence=sequence[:40])
    chord = Chord(modifiers, _key(last))
    _refuse_harm(chord)
    return chord


def normalise(sequence: str) -> str:
    """The one spelling that is kept in the settings: `ctrl + alt + m` → `Ctrl+Alt+M`."""
    return str(parse(sequence))


def shown(sequence: str, platform: str = sys.platform) -> str:
    """How a combination is written on the key caps of this system (⌥⌘M on macOS)."""
    chord = parse(sequence)
    if platform != "darwin":
        return str(chord).replace("Meta", "Win" if platform == "win32" else "Super")
    order = (Modifier.META, Modifier.ALT, Modifier.SHIFT, Modifier.CTRL)
    return "".join(_MAC_SYMBOLS[m] for m in order if m in chord.modifiers) + chord.key.name


def _modifier(name: str, sequence: str) -> Modifier:
    try:
        return _SPELLINGS[name.lower()]
    except KeyError:
        raise BadSequence("hotkey.unreadable", sequence=sequence[:40]) from None


def _key(name: str) -> Key:
    lower = name.lower()
    if lower in _SPELLINGS:
        raise BadSequence("hotkey.no-key")
    try:
        return KEYS[ALIASES.get(lower, lower)]
    except KeyError:
        raise BadSequence("hotkey.unknown-key", key=name[:20]) from None


def _refuse_harm(chord: Chord) -> None:
    text = str(chord)
    function_key = chord.key.name.startswith("F") and len(chord.key.name) > 1
    if not function_key and chord.modifiers <= {Modifier.SHIFT}:
        raise BadSequence("hotkey.needs-modifier", sequence=text)
    for code, combinations in (("everyday", _EVERYDAY), ("wechat", _WECHAT), ("system", _SYSTEM)):
        if text in combinations:
            raise BadSequence(f"hotkey.{code}", sequence=text)
