"""A clause edited by keys alone: words, examples, modes, saving, giving up, taking back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from moderator_app.session import Session
from moderator_app.session.rules import Mode, OwnWord
from moderator_app.ui.main.models import ROW
from tests.ui.main.conftest import CONTROL, Office

INNOCENT = "听说这款现货不多，大家怎么备库存？"


@pytest.fixture
def page(office: Office) -> Office:
    office.show("rules")
    choose(office, "hawking")
    return office


def choose(office: Office, clause: str) -> None:
    rows = office.find("rules-list")
    model = rows.model()
    for number in range(model.rowCount()):
        if model.index(number, 0).data(ROW).id == clause:
            rows.setCurrentIndex(model.index(number, 0))
            return
    raise AssertionError(clause)


def listed(office: Office, clause: str) -> str:
    """What the list says of a clause."""
    rows = office.find("rules-list")
    for number in range(rows.model().rowCount()):
        index: QModelIndex = rows.model().index(number, 0)
        if index.data(ROW).id == clause:
            return str(index.data())
    raise AssertionError(clause)


def told(office: Office) -> list[str]:
    """What the toasts say."""
    return [label.text() for toast in office.toasts.shown for label in toast.findChildren(QLabel)]


def add_word(office: Office, word: str) -> None:
    office.press(office.window.page, Qt.Key.Key_E, CONTROL)
    office.find("clause-words-input").insert(word)
    office.press("clause-words-input", Qt.Key.Key_Return)


def add_example(office: Office, kind: str, text: str) -> None:
    office.find(f"examples-{kind}-add").setText(text)
    office.press(f"examples-{kind}-add", Qt.Key.Key_Return)


def test_a_word_that_is_added_and_saved_judges_from_now_on(page: Office, session: Session) -> None:
    assert session.check("冰糖橙礼盒开团").verdict.rules == ()
    page.find("tab-alone").click()
    add_word(page, "礼盒开团")
    assert page.find("clause-tag").text() == "未保存"
    assert session.check("冰糖橙礼盒开团").verdict.rules == ()
    page.press(page.window.page, Qt.Key.Key_S, CONTROL)
    assert session.rules.draft("hawking").words == (OwnWord(text="礼盒开团", alone=True),)
    assert "hawking" in session.check("冰糖橙礼盒开团").verdict.rules
    assert page.find("clause-tag").text() == "已改过"
    assert "未保存" not in listed(page, "hawking")


def test_saving_is_refused_in_words_while_an_example_fails(page: Office, session: Session) -> None:
    add_example(page, "miss", INNOCENT)
    page.wait(lambda: page.find("examples-miss-count").text() == "4/4 通过")
    page.find("tab-alone").click()
    add_word(page, "现货不多")
    page.wait(lambda: page.find("clause-why-not").isVisible())
    assert "1 条例子不通过" in page.find("clause-why-not").text()
    assert "「现货不多」" in page.find("clause-why-not").text()
    assert "1 条不过" in listed(page, "hawking")
    assert not page.find("clause-save").isEnabled()
    assert "不通过" in page.find("clause-save").accessibleDescription()
    first = page.find("examples-miss-list").model().index(0, 0).data()
    assert first == f"{INNOCENT} 误中「现货不多」，您加的"
    page.press(page.window.page, Qt.Key.Key_S, CONTROL)
    assert not session.rules.draft("hawking").changed
    assert any("例" in text for text in told(page))


def test_a_sentence_is_tried_while_it_is_typed(page: Office, session: Session) -> None:
    page.wait(lambda: page.find("examples-hit-count").text() == "3/3 通过")
    page.type("examples-hit-add", "hello")
    page.wait(lambda: page.find("examples-hit-told").isVisible())
    assert page.find("examples-hit-told").text() == "没有命中"
    assert page.find("examples-hit-count").text() == "3/3 通过"
    assert not page.find("clause-save").isVisible()


def test_backspace_takes_a_word_away_and_nothing_is_left_to_save(page: Office) -> None:
    add_word(page, "礼盒开团")
    page.press("clause-words-input", Qt.Key.Key_Backspace)
    assert not page.find("clause-save").isVisible()
    assert page.find("clause-tag").text() == ""


def test_space_turns_a_word_from_together_to_alone(page: Office, session: Session) -> None:
    add_word(page, "礼盒开团")
    page.press("clause-words-input", Qt.Key.Key_Left)
    page.press("clause-words-input", Qt.Key.Key_Space)
    assert page.find("tab-alone").isChecked()
    page.press(page.window.page, Qt.Key.Key_S, CONTROL)
    assert session.rules.draft("hawking").words == (OwnWord(text="礼盒开团", alone=True),)


def test_an_own_example_goes_with_del_a_shipped_one_stays(page: Office) -> None:
    add_example(page, "miss", INNOCENT)
    page.wait(lambda: page.find("examples-miss-count").text() == "4/4 通过")
    rows = page.find("examples-miss-list")
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(1, 0))
    page.press(rows, Qt.Key.Key_Delete)
    assert page.find("clause-save").isVisible()
    rows.setCurrentIndex(rows.model().index(0, 0))
    assert INNOCENT in rows.model().index(0, 0).data()
    page.press(rows, Qt.Key.Key_Delete)
    page.wait(lambda: page.find("examples-miss-count").text() == "3/3 通过")
    assert not page.find("clause-save").isVisible()


def test_edits_wait_while_one_looks_elsewhere_and_that_is_said(page: Office, session: Session) -> None:
    page.find("clause-words-input").insert("礼盒开团")
    choose(page, "recruitment")
    assert "未保存" in listed(page, "hawking")
    assert "1 条修改还没有保存" in page.find("status-count").text()
    page.window.show_page("members")
    assert any("还没有保存" in text for text in told(page))
    page.window.show_page("rules")
    choose(page, "hawking")
    assert [chip.text for chip in page.find("clause-words").chips() if chip.own] == ["礼盒开团"]
    assert not session.rules.draft("hawking").changed


def test_giving_up_takes_the_clause_as_it_is_saved(page: Office) -> None:
    text = page.find("clause-text").toPlainText()
    page.find("clause-text").setPlainText("另一种说法")
    assert page.find("clause-tag").text() == "未保存"
    page.click("clause-drop")
    assert page.find("clause-text").toPlainText() == text
    assert not page.find("clause-drop").isVisible()


def test_text_mode_level_and_strictness_are_saved(page: Office, session: Session) -> None:
    page.find("clause-text").setPlainText("请先看看别人需要什么。")
    for name, row in (("clause-mode", 1), ("clause-level", 1), ("clause-strictness", 2)):
        combo = page.find(name)
        combo.setFocus()
        while combo.currentIndex() < row:
            page.press(combo, Qt.Key.Key_Down)
    page.press(page.window.page, Qt.Key.Key_S, CONTROL)
    saved = session.rules.draft("hawking")
    assert (saved.text.zh, saved.mode, saved.level.value) == ("请先看看别人需要什么。", Mode.WATCH, "unsure")
    assert saved.strictness is not None
    assert saved.strictness.value == "strict"
    assert "观察中" in listed(page, "hawking")


def test_ctrl_z_takes_back_what_was_just_saved(page: Office, session: Session) -> None:
    add_word(page, "礼盒开团")
    page.press(page.window.page, Qt.Key.Key_S, CONTROL)
    assert "叫卖" in page.find("status-undo").text()
    page.find("rules-list").setFocus()
    page.press("rules-list", Qt.Key.Key_Z, CONTROL)
    assert not session.rules.draft("hawking").changed
    assert page.find("clause-tag").text() == ""


def test_a_changed_clause_can_be_had_as_it_was_shipped(page: Office, session: Session) -> None:
    restore = page.find("clause-restore", QAction)
    assert not restore.isEnabled()
    add_word(page, "礼盒开团")
    page.press(page.window.page, Qt.Key.Key_S, CONTROL)
    assert restore.isEnabled()
    restore.trigger()
    assert not session.rules.draft("hawking").changed
    assert [chip for chip in page.find("clause-words").chips() if chip.own] == []


def test_a_watched_clause_is_put_in_force_by_one_press(page: Office, session: Session) -> None:
    page.find("clause-mode").setFocus()
    page.press("clause-mode", Qt.Key.Key_Down)
    page.press(page.window.page, Qt.Key.Key_S, CONTROL)
    assert page.find("clause-watch").isVisible()
    page.click("clause-enable")
    assert session.rules.draft("hawking").mode is Mode.ON
    assert not page.find("clause-watch").isVisible()


def test_a_ruling_made_elsewhere_meanwhile_is_not_overwritten(page: Office, session: Session) -> None:
    add_word(page, "礼盒开团")
    case = session.check("N95 现货批发，量大从优，需要的加微信 abc12345", member="张三")
    session.rules.misjudged(case, "hawking")
    page.press(page.window.page, Qt.Key.Key_S, CONTROL)
    draft = session.rules.draft("hawking")
    assert case.message.text in draft.miss
    assert draft.words == (OwnWord(text="礼盒开团"),)


def test_every_control_has_a_name_for_those_who_listen(page: Office) -> None:
    for name in ("clause-text", "clause-words-input", "clause-allow-input", "clause-mode", "clause-level"):
        assert page.find(name).accessibleName()
    for name in ("examples-hit-list", "examples-miss-add", "clause-strictness", "backtest-table"):
        assert page.find(name).accessibleName()


def test_escape_leads_from_every_field_back_to_the_clauses(page: Office) -> None:
    names = ("clause-text", "clause-words-input", "clause-allow-input", "examples-miss-add", "backtest-table")
    for name in names:
        page.find(name).setFocus()
        page.press(name, Qt.Key.Key_Escape)
        assert page.find("rules-list").hasFocus(), name
