"""Pictures in the quick check: copied or dropped, alone or with words, with codes, without, and broken."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from moderator_app.core.rules.verdict import Level
from moderator_app.core.text.codes import CodeKind
from moderator_app.system.clipboard import ClipboardContent
from moderator_app.system.codes import Found
from moderator_app.system.picture_reader import Looked
from moderator_app.system.pictures import Source
from moderator_app.ui import theme
from moderator_app.ui.quick.picture_section import PictureSection
from moderator_app.ui.quick.picture_view import Mark, PictureView
from tests.system.drawn_codes import EAN, GROUP, LINK, bars, chat, put, qr
from tests.ui.quick.conftest import Hand
from tests.ui.quick.fakes import AD


@cache
def group_picture() -> QImage:
    return chat(qr(GROUP, 6))


@cache
def plain_picture() -> QImage:
    return chat()


@pytest.fixture
def look(hand: Hand, qtbot: QtBot) -> Callable[..., None]:
    """Copy pictures, press the hotkey, and wait until they were looked at."""

    def do(*sources: Source, text: str | None = None) -> None:
        hand.clipboard.content = ClipboardContent(text=text, has_image=True)
        hand.clipboard.sources = sources
        hand.quick.check_clipboard()
        qtbot.waitUntil(lambda: not hand.quick.intake.looking)
        qtbot.waitUntil(hand.window.isVisible)

    return do


def image(picture: QImage) -> Source:
    return Source(image=picture)


def test_a_code_in_a_picture_is_shown_named_and_judged(hand: Hand, look: Callable[..., None]):
    look(image(group_picture()))
    assert hand.window.header.word.text() == "违规"
    (line,) = hand.window.pictures.lines()
    assert (line.number, line.code.kind, line.level) == (1, CodeKind.GROUP, Level.VIOLATION)
    assert hand.window.case is not None
    assert hand.window.case.message.codes == (GROUP,)
    assert hand.window.pictures.isVisible()
    assert not hand.window.body.message.isVisible()
    (mark,) = hand.window.pictures.view.marks
    assert mark.outline.boundingRect().width() == pytest.approx(6 * 29, abs=12)


def test_the_notice_for_a_picture_is_copied_with_enter(hand: Hand, look: Callable[..., None]):
    hand.session.sender = "张三"
    look(image(group_picture()))
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded[0][0] == "strike"
    assert not hand.window.isVisible()


def test_no_code_is_said_plainly_and_nobody_is_accused(hand: Hand, look: Callable[..., None]):
    look(image(plain_picture()))
    assert hand.window.case is None
    assert hand.window.empty.title() == "没有找到二维码或条码"
    assert "1080 × 2400" in hand.window.empty.detail()
    assert hand.window.pictures.isVisible()
    assert not hand.window.pictures.view.marks
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == []


def test_a_bar_code_is_asked_about_at_most(hand: Hand, look: Callable[..., None]):
    look(image(bars()))
    assert hand.window.header.word.text() == "拿不准"
    (line,) = hand.window.pictures.lines()
    assert (line.code.kind, line.code.text, line.level) == (CodeKind.GOODS, EAN, Level.UNSURE)


def test_each_code_has_the_colour_of_its_own_verdict(hand: Hand, look: Callable[..., None]):
    both = put(put(chat(), qr(LINK, 6), 150, 400), bars(), 150, 1200)
    look(image(both))
    levels = [(line.code.kind, line.level) for line in hand.window.pictures.lines()]
    assert levels == [(CodeKind.LINK, Level.VIOLATION), (CodeKind.GOODS, Level.UNSURE)]
    assert hand.window.header.word.text() == "违规"


def test_a_picture_beside_words_is_judged_with_them(hand: Hand, look: Callable[..., None]):
    look(image(group_picture()), text="明天下午开会，地点在三楼")
    assert hand.window.header.word.text() == "违规"
    assert hand.window.body.message.isVisible()
    assert hand.window.pictures.isVisible()
    assert hand.window.case is not None
    assert hand.window.case.message.text == "明天下午开会，地点在三楼"


def test_the_words_are_judged_before_the_picture_was_looked_at(hand: Hand):
    hand.clipboard.content = ClipboardContent(text=AD, has_image=True)
    hand.clipboard.sources = (image(group_picture()),)
    hand.quick.check_clipboard()
    assert hand.quick.intake.looking
    assert hand.window.header.word.text() == "违规"
    assert hand.window.case is not None
    assert hand.window.case.message.codes == ()


def test_a_newer_copy_ends_the_older_look(hand: Hand, look: Callable[..., None], qtbot: QtBot):
    hand.clipboard.content = ClipboardContent(has_image=True)
    hand.clipboard.sources = (image(group_picture()),)
    hand.quick.check_clipboard()
    look(image(plain_picture()))
    assert hand.window.empty.title() == "没有找到二维码或条码"
    assert not any(GROUP in call for call in hand.session.calls)


def test_closing_ends_the_look(hand: Hand, look: Callable[..., None], qtbot: QtBot):
    look(image(plain_picture()))
    hand.clipboard.sources = (image(group_picture()),)
    hand.quick.check_clipboard()
    hand.press(Qt.Key.Key_Escape)
    assert not hand.quick.intake.looking
    qtbot.wait(300)
    assert not hand.window.isVisible()


def test_what_cannot_be_opened_is_told(hand: Hand, look: Callable[..., None], tmp_path: Path):
    look(Source(path=str(tmp_path / "微信图片_1.jpg")))
    assert hand.window.empty.title() == "图片没有检查"
    assert "微信图片_1.jpg" in hand.window.empty.detail()
    assert not hand.window.pictures.isVisible()


def test_one_broken_picture_does_not_hide_the_others(hand: Hand, look: Callable[..., None], tmp_path: Path):
    look(Source(path=str(tmp_path / "gone.png")), image(group_picture()))
    assert hand.window.header.word.text() == "违规"
    assert "gone.png" in hand.window.inline.text()
    (line,) = hand.window.pictures.lines()
    assert line.picture == 1


def test_another_group_judges_the_same_codes_again(hand: Hand, look: Callable[..., None]):
    look(image(group_picture()))
    hand.window.group_chosen.emit("second")
    assert hand.window.case is not None
    assert hand.window.case.group.id == "second"
    assert hand.window.case.message.codes == (GROUP,)


def test_a_dropped_file_is_looked_at(hand: Hand, look: Callable[..., None], tmp_path: Path, qtbot: QtBot):
    look(image(plain_picture()))
    file = tmp_path / "海报.png"
    assert qr(GROUP, 6).save(str(file))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop(hand, data)
    qtbot.waitUntil(lambda: not hand.quick.intake.looking)
    assert hand.window.header.word.text() == "违规"


def test_a_dropped_text_is_checked(hand: Hand, look: Callable[..., None]):
    look(image(plain_picture()))
    data = QMimeData()
    data.setText(AD)
    drop(hand, data)
    assert hand.window.header.word.text() == "违规"
    assert not hand.window.pictures.isVisible()


def drop(hand: Hand, data: QMimeData) -> None:
    event = QDropEvent(
        QPointF(100, 100),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    hand.window.dropEvent(event)
    assert event.isAccepted()


def found(text: str, left: float, top: float, side: float = 100) -> Found:
    corners = (
        QPointF(left, top),
        QPointF(left + side, top),
        QPointF(left + side, top + side),
        QPointF(left, top + side),
    )
    return Found(text=text, form="QR Code", corners=corners)


def blank(width: int = 400, height: int = 300) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor("#FFFFFF"))
    return made


def test_a_press_on_a_row_shows_the_picture_that_holds_it(qtbot: QtBot):
    section = PictureSection()
    qtbot.addWidget(section)
    looked = (
        Looked(shown=blank(), size=QSize(400, 300), codes=(found(GROUP, 10, 10),)),
        Looked(shown=blank(), size=QSize(800, 600), codes=(found(LINK, 50, 60), found("x", 200, 60))),
    )
    section.show_looked(looked, {GROUP: Level.OK, LINK: Level.VIOLATION})
    section.resize(560, 500)
    section.show()
    assert [mark.number for mark in section.view.marks] == [1]
    QTest.mouseClick(section.findChild(object, "code3"), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert [mark.number for mark in section.view.marks] == [2, 3]
    assert "第 2 张" in section.caption.text()


def test_many_codes_are_listed_on_demand(qtbot: QtBot):
    section = PictureSection()
    qtbot.addWidget(section)
    codes = tuple(found(f"https://example.com/{n}", 40.0 * n, 10, 30) for n in range(9))
    section.show_looked((Looked(shown=blank(), size=QSize(400, 300), codes=codes),), {})
    section.resize(560, 800)
    section.show()
    rows = [section.findChild(object, f"code{n}") for n in range(1, 10)]
    assert [row.isVisible() if row else False for row in rows] == [True] * 4 + [False] * 5
    more = section.findChild(object, "moreCodes")
    assert more.isVisible()
    more.click()
    assert section.findChild(object, "code9").isVisible()
    assert not more.isVisible()


@pytest.mark.parametrize("level", Level)
def test_the_mark_is_drawn_in_the_colour_of_the_verdict_round_the_code(qtbot: QtBot, level: Level):
    view = PictureView()
    qtbot.addWidget(view)
    section_mark = found(GROUP, 100, 100, 150)
    view.show_picture(blank(), [Mark(number=1, outline=section_mark.outline, level=level)])
    view.resize(400, view.heightForWidth(400))
    drawn = view.grab().toImage()
    share = view.height() / 300
    left = (400 - 400 * share) / 2 + 100 * share
    line = theme.theme().tokens.verdicts[level].line
    at_edge = [drawn.pixelColor(round(left), round((150 + step) * share)) for step in range(60)]
    assert line in at_edge
    inside = drawn.pixelColor(round(left + 75 * share), round(180 * share))
    assert inside != QColor("#FFFFFF")
    assert drawn.pixelColor(round(left + 200 * share), round(180 * share)) == QColor("#FFFFFF")


def test_a_tiny_code_on_a_tall_screenshot_is_shown_close(qtbot: QtBot):
    view = PictureView()
    qtbot.addWidget(view)
    mark = Mark(number=1, outline=found(GROUP, 500, 1200, 150).outline, level=Level.OK)
    view.show_picture(blank(1080, 2400))
    whole = view.heightForWidth(528)
    view.show_picture(blank(1080, 2400), [mark])
    assert view.heightForWidth(528) <= whole == theme.theme().px(240)
    view.resize(528, view.heightForWidth(528))
    part = view._part(528)
    assert part.contains(mark.outline.boundingRect())
    assert part.height() < 600
