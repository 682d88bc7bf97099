"""Combinations are read strictly, written in one way, and refused where they would do harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QKeySequence

from moderator_app.system.hotkey import DEFAULT, BadSequence, normalise, parse, shown
from moderator_app.system.hotkey.chord import Modifier
from moderator_app.system.hotkey.keys import ALIASES, KEYS


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("Ctrl+Alt+M", "Ctrl+Alt+M"),
        ("  alt + CTRL + m ", "Ctrl+Alt+M"),
        ("shift+meta+ctrl+F12", "Meta+Ctrl+Shift+F12"),
        ("⌥+⌘+m", "Ctrl+Alt+M"),
        ("win+pagedown", "Meta+PgDown"),
        ("control+option+comma", "Ctrl+Alt+,"),
        ("F9", "F9"),
        ("Shift+F9", "Shift+F9"),
        ("Ctrl+Alt+Enter", "Ctrl+Alt+Return"),
    ],
)
def test_every_spelling_has_one_normal_form(typed, normal):
    assert normalise(typed) == normal


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "hotkey.empty"),
        ("   ", "hotkey.empty"),
        ("M", "hotkey.needs-modifier"),
        ("Shift+M", "hotkey.needs-modifier"),
        ("Shift+Space", "hotkey.needs-modifier"),
        ("Ctrl+Alt", "hotkey.no-key"),
        ("Ctrl+Alt+Ω", "hotkey.unknown-key"),
        ("Ctrl+Alt+F25", "hotkey.unknown-key"),
        ("Ctrl+Ctrl+M", "hotkey.unreadable"),
        ("M+Ctrl", "hotkey.unreadable"),
        ("Ctrl++", "hotkey.unreadable"),
        ("Ctrl+Alt+M, K", "hotkey.unknown-key"),
        ("Ctrl+C", "hotkey.everyday"),
        ("ctrl+z", "hotkey.everyday"),
        ("Ctrl+Alt+W", "hotkey.wechat"),
        ("Alt+A", "hotkey.wechat"),
        ("Ctrl+Alt+Del", "hotkey.system"),
        ("Alt+F4", "hotkey.system"),
    ],
)
def test_what_cannot_be_a_hotkey_is_refused_with_its_reason(typed, code):
    with pytest.raises(BadSequence) as refused:
        parse(typed)
    assert refused.value.trouble.code == code


@given(st.text(max_size=60))
def test_any_text_is_either_refused_or_has_a_stable_form(typed):
    try:
        normal = normalise(typed)
    except BadSequence:
        return
    assert normalise(normal) == normal


@given(st.sampled_from(sorted(KEYS)), st.sets(st.sampled_from(list(Modifier))))
def test_a_combination_reads_back_as_itself(key, modifiers):
    text = "+".join([*modifiers, KEYS[key].name])
    try:
        chord = parse(text)
    except BadSequence:
        return
    assert parse(str(chord)) == chord
    assert chord.modifiers == modifiers
    assert chord.key == KEYS[key]


def test_caps_are_named_as_each_system_names_them():
    assert shown(DEFAULT, "win32") == "Ctrl+Alt+M"
    assert shown(DEFAULT, "darwin") == "⌥⌘M"
    assert shown("Meta+Shift+K", "win32") == "Win+Shift+K"
    assert shown("Meta+Shift+K", "linux") == "Super+Shift+K"
    assert shown("Meta+Shift+K", "darwin") == "⌃⇧K"


def test_no_two_keys_share_a_code():
    keys = list(KEYS.values())
    assert len({key.keysym for key in keys}) == len(keys)
    assert len({key.windows for key in keys}) == len(keys)
    on_mac = [key.macos for key in keys if key.macos is not None]
    assert len(set(on_mac)) == len(on_mac)


@pytest.mark.parametrize(
    ("name", "keysym", "windows", "macos"),
    [
        ("M", 0x6D, 0x4D, 46),
        ("A", 0x61, 0x41, 0),
        ("7", 0x37, 0x37, 26),
        ("0", 0x30, 0x30, 29),
        ("F1", 0xFFBE, 0x70, 122),
        ("F12", 0xFFC9, 0x7B, 111),
        ("Esc", 0xFF1B, 0x1B, 53),
    ],
)
def test_codes_are_those_of_the_systems_headers(name, keysym, windows, macos):
    key = KEYS[name.lower()]
    assert (key.keysym, key.windows, key.macos) == (keysym, windows, macos)


def test_every_alias_leads_to_a_key():
    assert set(ALIASES.values()) <= set(KEYS)


def test_qt_reads_our_normal_form_as_we_do(qapp):
    for key in KEYS.values():
        text = f"Ctrl+Alt+{key.name}"
        spelled = QKeySequence(text).toString(QKeySequence.SequenceFormat.PortableText)
        assert spelled == text
