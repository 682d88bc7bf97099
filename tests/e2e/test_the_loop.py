"""The main job on a real screen: copy, hotkey, verdict, Enter, notice on the clipboard, strike on disk."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.desktop import Desktop
from tests.e2e.program import Program
from tests.system.drawn_codes import GROUP, noise, put, qr

HOTKEY = "ctrl+alt+m"
FILL_OF_A_VIOLATION = (0xFB, 0xE6, 0xE3)
HAWKING = "一次性手术衣工厂直供，大量现货，价格优惠，需要的老板加微信 shouyi_2288 详谈"
FROM_ZHANG_SAN = f"张三-医疗器械-上海\n2026年09月23日 16:04\n{HAWKING}\n"


def check(desktop: Desktop, text: str, verdict: str) -> None:
    """Copy `text`, press the hotkey, and wait for the window that shows `verdict`."""
    desktop.copy(text)
    desktop.press(HOTKEY)
    shown = desktop.window(verdict)
    desktop.focused(verdict)
    if verdict == "违规":
        place = (shown.left + shown.width // 2, shown.top + 50)
        desktop.wait(lambda: desktop.pixel(*place) == FILL_OF_A_VIOLATION, "the verdict's colour")


def strikes(program: Program, name: str) -> int:
    return int(program.ask("roster", "show", name)["strikes"])


def test_copy_hotkey_enter_puts_the_notice_on_the_clipboard_and_the_strike_on_the_disk(
    desktop: Desktop, program: Program
) -> None:
    check(desktop, FROM_ZHANG_SAN, "违规")
    desktop.press("Return")
    notice = desktop.clipboard_becomes(lambda text: text.startswith("@张三"), "the notice")
    assert "群不是摊位" in notice
    assert "shouyi_2288" not in notice
    desktop.window("已复制")
    assert strikes(program, "张三-医疗器械-上海") == 1


def test_undo_takes_back_the_strike_and_the_clipboard(desktop: Desktop, program: Program) -> None:
    check(desktop, FROM_ZHANG_SAN, "违规")
    desktop.press("Return")
    desktop.clipboard_becomes(lambda text: text.startswith("@张三"), "the notice")
    desktop.window("已复制")
    desktop.press(HOTKEY)
    desktop.focused("刚才的告知")
    desktop.press("ctrl+z")
    desktop.clipboard_becomes(lambda text: text == FROM_ZHANG_SAN, "what was copied first")
    desktop.window("已撤销")
    assert all(member["strikes"] == 0 for member in program.ask("roster", "list"))


def test_escape_records_nothing(desktop: Desktop, program: Program) -> None:
    check(desktop, FROM_ZHANG_SAN, "违规")
    desktop.press("Escape")
    desktop.gone("违规")
    assert program.ask("roster", "list") == []
    assert desktop.clipboard() == FROM_ZHANG_SAN


def test_a_name_typed_in_the_window_gets_the_strike(desktop: Desktop, program: Program) -> None:
    program.ask("roster", "add", "李四", "--card", "李四-设备科-苏州")
    check(desktop, HAWKING, "违规")
    desktop.type("ls")
    desktop.press("Return", "Return")
    desktop.clipboard_becomes(lambda text: text.startswith("@李四"), "the notice")
    desktop.window("已复制")
    assert strikes(program, "李四") == 1


def test_a_question_is_clean_and_enter_only_closes(desktop: Desktop, program: Program) -> None:
    question = "请问各位老师，哪里能买到额温枪？院里急用。"
    check(desktop, question, "没问题")
    desktop.press("Return")
    desktop.gone("没问题")
    assert desktop.clipboard() == question
    assert program.ask("roster", "list") == []


def test_the_tray_menu_copies_the_welcome_notice(desktop: Desktop, program: Program) -> None:
    icon = desktop.tray_icon()
    before = len(desktop.popups())
    desktop.click(icon.left + icon.width // 2, icon.top + icon.height // 2, button=3)
    desktop.wait(lambda: len(desktop.popups()) > before, "the tray's menu")
    desktop.press("Down", "Down", "Down", "Right")  # open, check, copy a notice
    desktop.wait(lambda: len(desktop.popups()) > before + 1, "the notices' menu")
    desktop.press(*["Down"] * 6, "Return")  # 进群告知 is the seventh
    desktop.clipboard_becomes(lambda text: "欢迎加入医工协群" in text, "进群告知")
    assert program.ask("roster", "list") == []


def test_a_copied_picture_is_looked_at_and_its_code_leads_to_the_notice(
    desktop: Desktop, program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "聊天截图.png"
    assert put(noise(1080, 2400), qr(GROUP, 6), 300, 900).save(str(file))
    desktop.copy_picture(file)
    desktop.press(HOTKEY)
    desktop.window("违规")
    desktop.focused("违规")
    desktop.press("Return")
    notice = desktop.clipboard_becomes(lambda text: "二维码" in text, "the notice")
    assert GROUP not in notice
    desktop.window("已复制")
