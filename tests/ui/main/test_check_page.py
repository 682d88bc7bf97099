"""检查: pasting checks at once, Enter does what the quick check does, Esc clears."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from moderator_app.core.roster.member import Status
from moderator_app.core.rules.verdict import Level
from moderator_app.core.text.codes import CodeKind
from moderator_app.session import Session
from moderator_app.session.types import LONGEST
from moderator_app.ui.main.hotkeys import Hotkeys
from moderator_app.ui.quick.telling import sample
from tests.system.drawn_codes import GROUP, noise, qr
from tests.ui.main.conftest import AD, CONTROL, WISHES, Office

OTHER_AD = "便携超声现货供应，厂家直销，欢迎批发，私聊报价。"


@pytest.fixture
def page(office: Office, peopled: Session) -> Office:
    office.show("check")
    return office


def paste(page: Office, text: str) -> None:
    QApplication.clipboard().setText(text)
    page.press("check-text", Qt.Key.Key_V, CONTROL)


def verdict(page: Office) -> str:
    return page.find("verdictWord").text() if page.find("check-answer").isVisible() else ""


def test_pasting_checks_at_once(page: Office) -> None:
    paste(page, AD)
    assert verdict(page) == "违规"


def test_typing_checks_when_the_hands_rest(page: Office, desk: QtBot) -> None:
    page.find("check-text").insertPlainText(WISHES)
    assert verdict(page) == ""
    desk.waitUntil(lambda: verdict(page) == "违规")


def test_enter_copies_the_notice_and_records_the_strike(page: Office, session: Session) -> None:
    paste(page, f"孙七:\n{AD}\n\n李四:\n好的\n")
    assert verdict(page) == "违规"
    wanted = page.find("check-answer").offer.text
    page.press("check-text", Qt.Key.Key_Return)
    assert page.copied == wanted
    assert session.row(page.member("孙七")).active == 1
    assert page.find("check-text").toPlainText() == ""
    page.press("check-text", Qt.Key.Key_Z, CONTROL)
    assert session.row(page.member("孙七")).active == 0
    assert page.copied != wanted


def test_without_a_sender_the_notice_is_copied_and_nobody_gets_a_strike(
    page: Office, session: Session
) -> None:
    before = [row.active for row in session.members()]
    paste(page, OTHER_AD)
    page.press("check-text", Qt.Key.Key_Return)
    assert page.copied.startswith("您好")
    assert [row.active for row in session.members()] == before


def test_alt_and_a_digit_choose_another_notice(page: Office) -> None:
    paste(page, AD)
    first = page.find("check-answer").offer
    page.press("check-text", Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page.find("check-answer").offer is not first
    page.press("check-text", Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.copied


def test_escape_clears(page: Office) -> None:
    paste(page, AD)
    page.press("check-text", Qt.Key.Key_Escape)
    assert page.find("check-text").toPlainText() == ""
    assert verdict(page) == ""


def test_the_window_s_keys_are_heard_from_the_box_too(page: Office, session: Session) -> None:
    menu = page.find("group-chooser").menu
    page.press("check-text", Qt.Key.Key_G, CONTROL)
    assert menu.isVisible()
    menu.close()
    paste(page, AD)
    page.press("check-text", Qt.Key.Key_G, CONTROL)
    assert menu.isVisible()
    menu.close()
    page.press(page.find("check-answer").body.who.field, Qt.Key.Key_G, CONTROL)
    assert menu.isVisible()
    menu.close()


def test_f2_asks_who_it_was(page: Office, session: Session) -> None:
    paste(page, AD)
    page.press("check-text", Qt.Key.Key_F2)
    assert page.window.focusWidget() is page.find("whoField")
    page.type("whoField", "sq")
    page.press("whoField", Qt.Key.Key_Return)
    page.press(page.window.focusWidget(), Qt.Key.Key_Return)
    assert session.row(page.member("孙七")).active == 1


def test_while_nobody_is_on_the_list_the_first_steps_stand_there(office: Office, session: Session) -> None:
    office.window.welcome()
    steps = office.find("first-steps")
    assert steps.isVisible() and not office.find("check-empty").isVisible()
    assert "医工协群" in office.find("first-group").text()
    QApplication.clipboard().setText(AD)
    office.press("first-try", Qt.Key.Key_V, CONTROL)
    assert verdict(office) == "违规"
    office.press("check-text", Qt.Key.Key_Escape)
    assert steps.isVisible()
    session.add_member("张三")
    office.wait(lambda: not steps.isVisible())
    assert office.find("check-empty").title() == "粘贴即查"


def test_the_sample_is_copied_for_the_hotkey_or_shown_where_there_is_none(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.window.welcome()
    assert office.find("first-try").text() == "试试示例"
    assert not office.find("first-see").isVisible()
    monkeypatch.setattr(Hotkeys, "sequence", "Ctrl+Alt+M")
    office.hotkeys.changed.emit()
    assert office.find("first-try").text() == "复制一条示例"
    office.press("first-try", Qt.Key.Key_Return)
    office.wait(lambda: office.copied == sample())
    office.wait(lambda: "Ctrl+Alt+M" in office.find("first-hint").text())
    office.click("first-see")
    assert verdict(office) == "违规"


def insert(page: Office, *, image: QImage | None = None, text: str = "", file: Path | None = None) -> None:
    data = QMimeData()
    if image is not None:
        data.setImageData(image)
    if text:
        data.setText(text)
    if file is not None:
        data.setUrls([QUrl.fromLocalFile(str(file))])
    page.find("check-text").insertFromMimeData(data)


def test_a_pasted_picture_is_looked_at_and_judged(page: Office, desk: QtBot) -> None:
    insert(page, image=qr(GROUP, 6))
    desk.waitUntil(lambda: verdict(page) == "违规")
    (line,) = page.find("check-pictures").lines()
    assert (line.code.kind, line.level) == (CodeKind.GROUP, Level.VIOLATION)
    page.press("check-text", Qt.Key.Key_Return)
    assert page.copied
    assert not page.find("check-pictures").isVisible()
    assert verdict(page) == ""


def test_a_picture_without_a_code_gets_no_verdict(page: Office, desk: QtBot) -> None:
    insert(page, image=noise(300, 200))
    desk.waitUntil(page.find("check-pictures").isVisible)
    assert page.find("check-empty").title() == "没有找到二维码或条码"
    assert verdict(page) == ""
    page.press("check-text", Qt.Key.Key_Escape)
    assert not page.find("check-pictures").isVisible()
    assert page.find("check-empty").title() == "粘贴即查"


def test_text_and_picture_are_judged_together_until_the_picture_is_removed(page: Office, desk: QtBot) -> None:
    insert(page, image=qr(GROUP, 6), text="明天下午开会")
    desk.waitUntil(lambda: verdict(page) == "违规")
    assert page.find("check-text").toPlainText() == "明天下午开会"
    page.find("check-no-picture").click()
    assert verdict(page) == "没问题"


def test_a_dropped_file_is_opened_and_a_missing_one_told(page: Office, desk: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "海报.png"
    assert qr(GROUP, 6).save(str(file))
    insert(page, file=file)
    desk.waitUntil(lambda: verdict(page) == "违规")
    assert page.find("check-text").toPlainText() == ""
    insert(page, file=tmp_path / "没有.png")
    desk.waitUntil(lambda: "没有.png" in page.find("check-note").text())
    assert verdict(page) == ""
    page.window.page.load(file)  # type: ignore[attr-defined]
    desk.waitUntil(lambda: verdict(page) == "违规")


def test_a_text_that_is_too_long_is_said_to_be(page: Office) -> None:
    page.window.page.show_text("长" * (LONGEST + 1))  # type: ignore[attr-defined]
    assert f"{LONGEST:,}" in page.find("check-note").text()
    assert verdict(page) == ""
    assert page.find("check-empty").accessibleName().startswith("没能检查")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_text_file_is_read_in_the_encodings_that_occur(page: Office, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "chat.txt"
    file.write_bytes(WISHES.encode(encoding))
    page.window.page.load(file)  # type: ignore[attr-defined]
    assert page.find("check-text").toPlainText() == WISHES


def test_a_file_that_is_no_text_or_is_not_there_is_said_to_be_so(page: Office, tmp_path: Path) -> None:
    binary = tmp_path / "x.txt"
    binary.write_bytes(b"\x00\xff\xfe\x80")
    for file in (binary, tmp_path / "missing.txt"):
        page.window.page.load(file)  # type: ignore[attr-defined]
        assert page.find("check-note").text()
        assert verdict(page) == ""


def test_the_sample_shows_how_it_works(page: Office) -> None:
    page.find("check-empty").pressed.emit()
    assert verdict(page) == "违规"


# A conversation is handled as in the quick check

TALK = """李四-设备科-苏州
2026年09月23日 10:12
请问各位，院里的内镜清洗登记怎么做电子化？

钱九-超声-西安
2026年09月23日 10:45
便携超声工厂直供，大量现货，量大从优，加我微信 zs_demo 详谈。

周十-敷料-成都
2026年09月23日 11:20
一次性手术衣厂家直销，现货批发，价格优惠，欢迎咨询，微信 sq_demo2。
"""


def rows(page: Office) -> list[str]:
    return [f"{line.name} {line.note}".strip() for line in page.find("check-answer").body.people.lines()]


def test_a_conversation_is_handled_person_by_person(page: Office, session: Session) -> None:
    paste(page, TALK)
    assert page.find("verdictWord").text() == "违规 2 人"
    page.press("check-text", Qt.Key.Key_Return)
    assert page.copied.startswith("@钱九")
    assert rows(page)[0] == "钱九-超声-西安 已告知，第 1 次"
    page.press("check-text", Qt.Key.Key_Return)
    assert page.copied.startswith("@周十")
    assert page.find("check-text").toPlainText() == ""
    assert session.row(page.member("周十")).active == 1


def test_undo_asks_for_the_person_again(page: Office, session: Session) -> None:
    paste(page, TALK)
    page.press("check-text", Qt.Key.Key_Return)
    page.find("check-answer").undo_wanted.emit()
    assert rows(page)[0] == "钱九-超声-西安 名单里没有"
    assert [row for row in session.members() if row.member.name == "钱九"] == []


def test_one_notice_for_all_clears_the_box_and_one_undo_takes_it_back(page: Office, session: Session) -> None:
    paste(page, TALK)
    page.press("check-text", Qt.Key.Key_Return, CONTROL)
    assert "钱九、周十" in page.copied
    assert page.find("check-text").toPlainText() == ""
    page.press("check-text", Qt.Key.Key_Z, CONTROL)
    assert [row for row in session.members() if row.member.name in ("钱九", "周十")] == []


def test_two_undos_put_the_clipboard_back_step_by_step(page: Office) -> None:
    paste(page, TALK)
    page.press("check-text", Qt.Key.Key_Return)
    page.press("check-text", Qt.Key.Key_Return)
    page.press("check-text", Qt.Key.Key_Z, CONTROL)
    assert page.copied.startswith("@钱九")
    page.press("check-text", Qt.Key.Key_Z, CONTROL)
    assert page.copied == TALK


def test_a_misjudged_message_is_clean_from_then_on(page: Office) -> None:
    paste(page, "祝各位老师中秋节快乐，阖家团圆！")
    assert verdict(page) == "违规"
    while verdict(page) == "违规":
        page.press("check-text", Qt.Key.Key_D, CONTROL)
        if page.find("check-answer").ruling:
            page.press("check-text", Qt.Key.Key_Return)
    assert verdict(page) in ("拿不准", "没问题")


def test_join_lines_are_welcomed(page: Office, session: Session) -> None:
    paste(page, '"甲"邀请"乙一、丙二"加入了群聊')
    assert page.find("headerTitle").text() == "新成员 2 人"
    page.press("check-text", Qt.Key.Key_Return)
    assert page.copied.startswith("@乙一、丙二")
    assert session.member("乙一").invited_by == "甲"


def test_a_picture_alone_takes_the_place_of_the_text_before_and_undo_in_the_field_brings_it_back(
    page: Office, desk: QtBot
) -> None:
    paste(page, WISHES)
    insert(page, image=qr(GROUP, 6))
    assert page.find("check-text").toPlainText() == ""
    desk.waitUntil(lambda: page.find("check-pictures").isVisible())
    page.find("check-text").undo()
    assert page.find("check-text").toPlainText() == WISHES


def test_after_the_notice_the_step_that_follows_stands_at_the_right(page: Office, session: Session) -> None:
    session.strike(session.check(AD, member="孙七"), "叫卖告知", member="孙七")
    paste(page, f"孙七\n2026年09月23日 16:04\n{OTHER_AD}")
    page.press("check-text", Qt.Key.Key_Return)
    assert page.find("check-text").toPlainText() == ""
    assert page.find("nextAct1").isVisible()
    page.press("check-text", Qt.Key.Key_Return)
    assert session.member("孙七").status is Status.FREE_GROUP
    assert not page.find("nextAct1").isVisible()
    page.press("check-text", Qt.Key.Key_Z, CONTROL)
    assert session.member("孙七").status is Status.ACTIVE


def test_a_long_conversation_can_be_cancelled(
    page: Office, desk: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("moderator_app.ui.quick.patience.AT_ONCE_S", 0.0)
    monkeypatch.setattr("moderator_app.ui.quick.patience.SLICE_S", 0.0)
    talk = "\n\n".join(f"成员{n}\n2026年09月23日 16:04\n谢谢老师" for n in range(300))
    paste(page, talk)
    assert page.find("check-empty").title() == "正在检查这段对话"
    desk.waitUntil(lambda: "已看" in page.find("check-empty").detail())
    page.press("check-text", Qt.Key.Key_Escape)
    assert page.find("check-text").toPlainText() == ""
    assert page.find("check-empty").title() == "粘贴即查"


def test_a_message_becomes_a_report_and_is_still_to_be_handled(page: Office, session: Session) -> None:
    paste(page, f"孙七\n2026年09月23日 16:04\n{OTHER_AD}")
    page.press("check-text", Qt.Key.Key_R, CONTROL)
    page.type("filingReporter", "zhou1")
    page.press("filingReporter", Qt.Key.Key_Return)
    (report,) = session.process.reports()
    assert (report.member.name, report.reporter) == ("孙七", "zhou1")
    assert verdict(page) == "违规"
    page.press("check-text", Qt.Key.Key_Return)
    assert session.row(page.member("孙七")).active == 1


def test_f3_leads_to_the_member(page: Office) -> None:
    paste(page, f"孙七\n2026年09月23日 16:04\n{OTHER_AD}")
    page.press("check-text", Qt.Key.Key_F3)
    assert page.window.current == "members"
