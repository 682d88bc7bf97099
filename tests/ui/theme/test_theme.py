"""The theme in force: scale, fonts, dark and light, high contrast, icons."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from moderator_app.core.rules.verdict import Level
from moderator_app.ui import theme
from moderator_app.ui.theme import fonts, icon_shapes
from moderator_app.ui.theme.fonts import Type
from moderator_app.ui.theme.tokens import DARK, LIGHT


def test_scale_reaches_lengths_fonts_and_the_sheet(qapp: QApplication):
    current = theme.install(qapp, scale=150)
    assert current.px(8) == 12
    assert current.font(Type.BODY).pointSizeF() == pytest.approx(15.0)
    assert "border-radius: 9px" in qapp.styleSheet()


@pytest.mark.parametrize(("asked", "given"), [(50, 100), (125, 125), (900, 150)])
def test_scale_stays_between_100_and_150(qapp: QApplication, asked: int, given: int):
    current = theme.install(qapp)
    current.set(scale=asked)
    assert current.scale == given


def test_every_size_is_at_least_nine_points(qapp: QApplication):
    current = theme.install(qapp)
    assert [current.font(kind).pointSizeF() for kind in Type] == [9, 10, 11, 13, 16]


@pytest.mark.parametrize(
    ("place", "chinese", "latin"),
    [
        ("windows", "Microsoft YaHei UI", "Segoe UI"),
        ("macos", "PingFang SC", ".AppleSystemUIFont"),
        ("linux", "Noto Sans CJK SC", "Noto Sans"),
    ],
)
def test_fonts_by_platform_and_language(
    monkeypatch: pytest.MonkeyPatch, place: str, chinese: str, latin: str
):
    monkeypatch.setattr(fonts, "family", lambda: place)
    assert fonts.families("zh_CN")[0] == chinese
    assert fonts.families("en")[:2] == [latin, chinese]
    size = fonts.make_font(Type.VERDICT, bold=False, language="en", scale=100).pointSizeF()
    assert size == (21 if place == "macos" else 16)


def test_dark_and_light_tell_all_followers(qapp: QApplication):
    current = theme.install(qapp, scheme="light")
    told: list[bool] = []
    current.changed.connect(lambda: told.append(current.dark))
    current.set(scheme="dark")
    assert current.tokens is DARK
    current.set(scheme="light")
    assert current.tokens is LIGHT
    assert told == [True, False]


def test_setting_the_same_changes_nothing(qapp: QApplication):
    current = theme.install(qapp, scheme="light")
    told: list[int] = []
    current.changed.connect(lambda: told.append(1))
    current.set(scheme="light", scale=100, language="zh_CN")
    assert told == []


def test_high_contrast_drops_the_sheet(qapp: QApplication, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys.modules["moderator_app.ui.theme.theme"], "high_contrast", lambda: True)
    current = theme.install(qapp)
    assert current.high_contrast
    assert qapp.styleSheet() == ""
    assert current.tokens.accent_tint == current.tokens.surface
    assert qapp.palette().color(QPalette.ColorRole.Base) == current.tokens.surface
    assert qapp.palette().color(QPalette.ColorRole.Window) != LIGHT.bg
    monkeypatch.undo()
    current.refresh()
    assert qapp.styleSheet() != ""


def test_menus_and_lists_take_our_font_where_a_sheet_brings_the_systems_back(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
):
    """On Windows Qt reads the fonts of menus, tips and lists from the system with every change of style."""
    current = theme.install(qapp)
    put_on = qapp.setStyleSheet

    def dress(sheet: str) -> None:
        put_on(sheet)
        for kind in ("QMenu", "QAbstractItemView", "QTipLabel"):
            qapp.setFont(QFont("Tahoma", 8), kind)

    monkeypatch.setattr(qapp, "setStyleSheet", dress)
    current.refresh()
    fonts_in_force = [qapp.font(kind) for kind in ("QMenu", "QAbstractItemView", "QTipLabel")]
    assert fonts_in_force == [current.font(Type.BODY)] * 3


def _shape(level: Level) -> set[tuple[int, int]]:
    image = theme.pixmap(level.value, 24, theme.theme().ink(level)).toImage()
    return {(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 127}


def test_verdict_icons_differ_in_shape_not_only_in_colour(qapp: QApplication):
    shapes = [_shape(level) for level in Level]
    for index, one in enumerate(shapes):
        for other in shapes[index + 1 :]:
            assert len(one ^ other) > 40


@pytest.mark.parametrize("name", sorted({**icon_shapes.LINES, **icon_shapes.SOLIDS}))
def test_every_icon_draws_something(qapp: QApplication, name: str):
    image = theme.pixmap(name, 20, LIGHT.text, ratio=2.0).toImage()
    assert image.width() == 40
    assert any(image.pixelColor(x, y).alpha() > 200 for x in range(40) for y in range(40))
