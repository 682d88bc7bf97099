"""告知: choosing by digit, the real text, unknown tokens, saving, drafts and copying."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from moderator_app.session import Session
from tests.ui.main.conftest import CONTROL, Office


@pytest.fixture
def page(office: Office, peopled: Session) -> Office:
    office.show("notices")
    return office


def test_a_digit_chooses_and_enter_copies(page: Office, session: Session) -> None:
    page.press("notices-list", Qt.Key.Key_7)
    assert page.find("notice-title").text() == "进群告知"
    page.press("notices-list", Qt.Key.Key_Return)
    assert page.copied == session.notice_text("进群告知")
    assert session.notice_counts()["进群告知"] == 1
    assert page.toasts.shown[-1].title.text().startswith("已复制「进群告知」")


def test_undo_takes_back_the_note_and_the_clipboard(page: Office, session: Session, qapp: object) -> None:
    page.services.clipboard.write("原来的文字", lambda arrived: None)
    page.press("notices-list", Qt.Key.Key_7)
    page.press("notices-list", Qt.Key.Key_Return)
    page.press("notices-list", Qt.Key.Key_Z, CONTROL)
    assert page.copied == "原来的文字"
    assert "进群告知" not in session.notice_counts()


def test_the_preview_is_what_will_be_copied(page: Office, session: Session) -> None:
    page.press("notices-list", Qt.Key.Key_1)
    page.find("notice-member").setText("zs")
    page.find("notice-member").refresh()
    page.press("notice-member", Qt.Key.Key_Return)
    assert page.find("notice-for").text() == "发给张三时"
    shown = page.find("notice-preview").toPlainText()
    assert "张三" in shown
    assert "{" not in shown
    page.press("notices-list", Qt.Key.Key_Return)
    assert page.copied == session.notice_text("叫卖告知", page.member("张三"))


def test_an_unknown_token_is_named_with_its_place_and_blocks_the_copy(page: Office) -> None:
    page.press("notices-list", Qt.Key.Key_E, CONTROL)
    assert page.window.focusWidget() is page.find("notice-text")
    page.find("notice-text").setPlainText("第一行\n您好，{称乎}")
    said = page.find("notice-problem").text()
    assert "称乎" in said
    assert "2" in said
    assert not page.find("notice-copy").isEnabled()
    page.press("notices-list", Qt.Key.Key_Return)
    assert page.copied == ""


def test_saving_and_restoring(page: Office, session: Session) -> None:
    shipped = session.notice("叫卖告知").text
    page.find("notice-text").setPlainText("@{称呼} 您好，请看群规。")
    page.press("notice-text", Qt.Key.Key_S, CONTROL)
    assert session.notice("叫卖告知").text.strip() == "@{称呼} 您好，请看群规。"
    page.window.page._restore_shipped()  # type: ignore[attr-defined]  # the action in the ⋯ menu
    assert session.notice("叫卖告知").text == shipped
    assert page.find("notice-text").toPlainText().strip() == shipped.strip()


def test_what_was_not_saved_waits_with_its_notice(page: Office) -> None:
    page.find("notice-text").setPlainText("写了一半")
    page.press("notices-list", Qt.Key.Key_2)
    assert page.find("notice-text").toPlainText() != "写了一半"
    page.press("notices-list", Qt.Key.Key_1)
    assert page.find("notice-text").toPlainText() == "写了一半"


def test_an_unsaved_text_is_not_copied(page: Office) -> None:
    page.find("notice-text").setPlainText("写了一半")
    page.press("notices-list", Qt.Key.Key_Return)
    assert page.copied == ""
    assert "保存" in page.find("notice-problem").text()


def test_the_latest_uses_are_listed(page: Office) -> None:
    model = page.find("notice-uses").model()
    assert [model.index(0, column).data() for column in (0, 1)] == ["2026-11-21 09:00", "张三"]


def test_search_looks_into_the_texts(page: Office) -> None:
    page.type("notices-search", "http")
    model = page.find("notices-list").model()
    assert 0 < model.rowCount() < 9
