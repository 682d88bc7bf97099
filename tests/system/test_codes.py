"""Codes are found however they were sent; grain, text and photographs hold none; looking can be stopped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage

from moderator_app.system.codes import Found, find_codes
from tests.system import drawn_codes as draw
from tests.system.drawn_codes import EAN, GROUP, LINK, SORTS, TEXTS, Sort

pytestmark = pytest.mark.usefixtures("qapp")

HARD = {"no quiet zone"}
"""Sorts that are not found reliably; the bench says how often they are."""


@pytest.mark.parametrize(
    "sort", [sort for sort in SORTS if sort.name not in HARD], ids=lambda sort: sort.name
)
def test_a_qr_code_is_found_however_it_was_sent(sort: Sort):
    for number in range(3):
        text = TEXTS[(number * 2) % len(TEXTS)]
        found = find_codes(sort.draw(text, number))
        assert [(code.text, code.read, code.goods) for code in found] == [(text, True, False)]


def test_a_code_whose_dots_are_hardly_a_pixel_is_found_by_looking_at_it_larger():
    tiny = draw.qr(GROUP, 1).scaled(48, 48, mode=Qt.TransformationMode.SmoothTransformation)
    assert [code.text for code in find_codes(tiny)] == [GROUP]


def test_the_corners_go_round_the_code_from_its_own_top_left():
    (found,) = find_codes(draw.put(draw.chat(), draw.qr(LINK, 6), 200, 500))
    edge = 4 * 6
    first, second, third, fourth = found.corners
    assert near(first, 200 + edge, 500 + edge)
    assert near(second, 200 + draw.qr(LINK, 6).width() - edge, 500 + edge)
    assert near(third, 200 + draw.qr(LINK, 6).width() - edge, 500 + draw.qr(LINK, 6).width() - edge)
    assert near(fourth, 200 + edge, 500 + draw.qr(LINK, 6).width() - edge)


def near(point: QPointF, x: float, y: float) -> bool:
    return abs(point.x() - x) < 8 and abs(point.y() - y) < 8


def test_every_code_of_a_poster_is_found_once_from_top_to_bottom():
    found = find_codes(draw.several())
    assert sorted(code.text for code in found) == sorted(TEXTS)
    tops = [code.outline.boundingRect().top() for code in found]
    assert tops == sorted(tops)


def test_the_same_code_twice_is_found_twice():
    twice = draw.put(draw.put(draw.chat(), draw.qr(GROUP, 6), 100, 300), draw.qr(GROUP, 6), 600, 900)
    assert [code.text for code in find_codes(twice)] == [GROUP, GROUP]


@pytest.mark.parametrize(
    ("form", "text", "told"),
    [
        ("EAN13", EAN, "EAN-13"),
        ("Code128", "LOT-2026-0731", "Code 128"),
        ("DataMatrix", "0106901234567892", "Data Matrix"),
    ],
)
@pytest.mark.parametrize("turn", [0, 15, 90])
def test_codes_on_goods_are_told_from_those_to_scan(form: str, text: str, told: str, turn: int):
    picture = draw.on_photo(draw.turned(draw.bars(text, 4, form), turn), 3)
    assert [(code.text, code.form, code.goods) for code in find_codes(picture)] == [(text, told, True)]


def test_a_code_that_is_covered_too_far_is_seen_and_not_read():
    (found,) = find_codes(draw.put(draw.chat(), draw.with_logo(draw.qr(LINK, 8), 0.42), 200, 600))
    assert (found.read, found.text, found.goods) == (False, "", False)
    assert found.outline.containsPoint(QPointF(200 + 160, 600 + 160), Qt.FillRule.WindingFill)


@pytest.mark.parametrize("seed", range(8))
def test_photographs_and_grain_hold_no_code(seed: int):
    picture = draw.noise(1080, 1440, seed, grain=1 + seed % 4)
    assert find_codes(picture) == ()
    assert find_codes(draw.speckled(picture, 0.6, seed)) == ()


@pytest.mark.parametrize("dark", [False, True])
def test_a_chat_without_pictures_holds_no_code(dark: bool):
    assert find_codes(draw.chat(dark=dark)) == ()


@pytest.mark.parametrize("form", ["RGB32", "ARGB32", "Indexed8", "Mono", "Grayscale16", "RGB888", "RGBA64"])
def test_any_format_of_pixels_is_read(form: str):
    picture = draw.qr(GROUP, 6).convertToFormat(QImage.Format[f"Format_{form}"])
    assert [code.text for code in find_codes(picture)] == [GROUP]


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (2, 5000), (5000, 1), (7, 7)])
def test_a_picture_without_room_for_a_code_holds_none(size: tuple[int, int]):
    picture = QImage(*size, QImage.Format.Format_RGB32)
    picture.fill(0)
    assert find_codes(picture) == ()


def test_looking_stops_when_nobody_waits_any_more():
    asked: list[int] = []

    def stopped() -> bool:
        asked.append(1)
        return len(asked) > 1

    assert find_codes(draw.qr(GROUP, 6), stopped=stopped) == ()
    assert len(asked) == 2


def test_an_outline_is_what_its_corners_say():
    corners = (QPointF(0, 0), QPointF(4, 0), QPointF(4, 4), QPointF(0, 4))
    assert list(Found(text="", form="", corners=corners).outline) == list(corners)
