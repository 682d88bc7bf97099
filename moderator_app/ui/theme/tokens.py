"""The colours of the program, light and dark, and those borrowed from a high-contrast desktop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from moderator_app.core.rules.verdict import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Tones:
    """The three colours of one verdict: the fill, the text on it, and the line of a mark."""

    fill: QColor
    text: QColor
    line: QColor


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One set of colours; what each is for stands in the table of the look."""

    bg: QColor
    surface: QColor
    raised: QColor
    border: QColor
    border_strong: QColor
    text: QColor
    text2: QColor
    accent: QColor
    on_accent: QColor
    accent_tint: QColor
    shadow: QColor
    verdicts: Mapping[Level, Tones]


def _tones(fill: str, text: str, line: str) -> Tones:
    return Tones(fill=QColor(fill), text=QColor(text), line=QColor(line))


LIGHT = Tokens(
    bg=QColor("#F3F4F6"),
    surface=QColor("#FFFFFF"),
    raised=QColor("#F8F9FA"),
    border=QColor("#DADDE2"),
    border_strong=QColor("#858C97"),
    text=QColor("#1B1F24"),
    text2=QColor("#565E69"),
    accent=QColor("#2457C5"),
    on_accent=QColor("#FFFFFF"),
    accent_tint=QColor("#E6EDFB"),
    shadow=QColor(16, 24, 40, 56),
    verdicts={
        Level.VIOLATION: _tones("#FBE6E3", "#A1201A", "#C8372D"),
        Level.UNSURE: _tones("#FDF0CF", "#744B00", "#A86E00"),
        Level.OK: _tones("#E1F2E7", "#17603A", "#2C8552"),
    },
)

DARK = Tokens(
    bg=QColor("#16181B"),
    surface=QColor("#1E2125"),
    raised=QColor("#282C31"),
    border=QColor("#3A3F47"),
    border_strong=QColor("#7D8591"),
    text=QColor("#E7E9EC"),
    text2=QColor("#A6ADB7"),
    accent=QColor("#9DBCFF"),
    on_accent=QColor("#0E1A33"),
    accent_tint=QColor("#26334D"),
    shadow=QColor(0, 0, 0, 153),
    verdicts={
        Level.VIOLATION: _tones("#462320", "#FFB9B0", "#FF8A7C"),
        Level.UNSURE: _tones("#40320F", "#F6D184", "#DDA93C"),
        Level.OK: _tones("#19382A", "#A2E0B8", "#5DBE84"),
    },
)


def from_palette(system: QPalette) -> Tokens:
    """The desktop's own colours: under high contrast only those are sure to be legible.

    Every fill is the plain base colour; shapes, words and outlines carry the meaning alone.
    """
    base, text = system.color(QPalette.ColorRole.Base), system.color(QPalette.ColorRole.Text)
    plain = Tones(fill=base, text=text, line=text)
    return Tokens(
        bg=system.color(QPalette.ColorRole.Window),
        surface=base,
        raised=base,
        border=text,
        border_strong=text,
        text=text,
        text2=text,
        accent=system.color(QPalette.ColorRole.Highlight),
        on_accent=system.color(QPalette.ColorRole.HighlightedText),
        accent_tint=base,
        shadow=QColor(0, 0, 0, 0),
        verdicts=dict.fromkeys(Level, plain),
    )


def palette(tokens: Tokens) -> QPalette:
    """The tokens as a Qt palette, so that also what the sheet does not name looks right."""
    role, result = QPalette.ColorRole, QPalette()
    colours = {
        role.Window: tokens.bg,
        role.Base: tokens.surface,
        role.Button: tokens.surface,
        role.AlternateBase: tokens.raised,
        role.ToolTipBase: tokens.raised,
        role.WindowText: tokens.text,
        role.Text: tokens.text,
        role.ButtonText: tokens.text,
        role.ToolTipText: tokens.text,
        role.BrightText: tokens.text,
        role.PlaceholderText: tokens.text2,
        role.Highlight: tokens.accent_tint,
        role.HighlightedText: tokens.text,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Accent: tokens.accent,
        role.Mid: tokens.border,
        role.Midlight: tokens.border,
        role.Dark: tokens.border_strong,
    }
    for key, colour in colours.items():
        result.setColor(key, colour)
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, key, tokens.text2)
    return result
