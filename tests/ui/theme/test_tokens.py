"""The colours keep the contrasts that the look promises (WCAG 2)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.theme import Tokens
from moderator_app.ui.theme.tokens import DARK, LIGHT, from_palette, palette


def _luminance(colour: QColor) -> float:
    parts = []
    for part in (colour.redF(), colour.greenF(), colour.blueF()):
        parts.append(part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("tokens", "told"),
    [(LIGHT, (3.4, 16.6, 6.6, 6.5, 6.5)), (DARK, (4.3, 13.3, 7.1, 8.5, 9.1))],
    ids=["light", "dark"],
)
def test_measured_contrasts(tokens: Tokens, told: tuple[float, ...]):
    on_surface = (tokens.border_strong, tokens.text, tokens.text2, tokens.accent)
    measured = [contrast(colour, tokens.surface) for colour in on_surface]
    assert [*measured, contrast(tokens.on_accent, tokens.accent)] == pytest.approx(told, abs=0.06)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("level", list(Level))
def test_every_verdict_can_be_read(tokens: Tokens, level: Level):
    tones = tokens.verdicts[level]
    assert contrast(tones.text, tones.fill) >= 6.4
    assert contrast(tones.line, tones.fill) >= 3.75  # the look rounds it to 3.8
    assert contrast(tokens.text, tones.fill) >= 5.4
    assert contrast(tokens.text2, tones.fill) >= 5.4


def test_high_contrast_takes_only_the_desktops_colours():
    system = QPalette()
    for role, name in ((QPalette.ColorRole.Base, "#000000"), (QPalette.ColorRole.Text, "#ffff00")):
        system.setColor(role, QColor(name))
    tokens = from_palette(system)
    assert tokens.surface == QColor("#000000")
    assert tokens.text == tokens.text2 == tokens.border == QColor("#ffff00")
    assert all(
        tones.fill == tokens.surface and tones.text == tokens.text for tones in tokens.verdicts.values()
    )


def test_the_palette_follows_the_tokens():
    result = palette(DARK)
    assert result.color(QPalette.ColorRole.Window) == DARK.bg
    assert result.color(QPalette.ColorRole.Highlight) == DARK.accent_tint
    assert result.color(QPalette.ColorRole.HighlightedText) == DARK.text
    assert result.color(QPalette.ColorRole.PlaceholderText) == DARK.text2
