"""A pasted conversation on a real screen: Enter, paste, hotkey, the next one; one notice for all; undo."""

from __future__ import annotations

from tests.e2e.desktop import Desktop
from tests.e2e.program import Program
from tests.e2e.test_the_loop import HOTKEY, strikes

ZHANG, SUN = "张三-医疗器械-上海", "孙七-耗材-杭州"
TALK = f"""李四-设备科-苏州
2026年09月23日 10:12
请问各位，院里的内镜清洗登记怎么做电子化？

{ZHANG}
2026年09月23日 10:45
便携超声工厂直供，大量现货，量大从优，加我微信 zs_demo 详谈。

{SUN}
2026年09月23日 11:20
一次性手术衣厂家直销，现货批发，价格优惠，欢迎咨询，微信 sq_demo2。
"""


def check(desktop: Desktop) -> None:
    """Copy the conversation, press the hotkey, and wait until its list has the keyboard."""
    desktop.copy(TALK)
    desktop.press(HOTKEY)
    desktop.focused("违规 2 人")


def test_enter_paste_hotkey_leads_to_the_next_and_undo_back(desktop: Desktop, program: Program) -> None:
    check(desktop)
    desktop.press("Return")
    desktop.clipboard_becomes(lambda text: text.startswith("@张三"), "the first notice")
    desktop.gone("违规 2 人")
    desktop.press(HOTKEY)
    desktop.focused("违规 2 人")
    desktop.press("Return")
    desktop.clipboard_becomes(lambda text: text.startswith("@孙七"), "the second notice")
    desktop.gone("违规 2 人")
    assert (strikes(program, ZHANG), strikes(program, SUN)) == (1, 1)
    desktop.press(HOTKEY)
    desktop.focused("刚才的告知")
    desktop.press("ctrl+z")
    desktop.clipboard_becomes(lambda text: text.startswith("@张三"), "the first notice again")
    desktop.focused("违规 2 人")
    desktop.press("ctrl+z")
    desktop.clipboard_becomes(lambda text: text == TALK, "the conversation")
    assert program.ask("roster", "list") == []


def test_one_notice_for_all_and_one_undo(desktop: Desktop, program: Program) -> None:
    check(desktop)
    desktop.press("ctrl+Return")
    desktop.clipboard_becomes(lambda text: "张三、孙七" in text, "one notice for both")
    desktop.gone("违规 2 人")
    assert (strikes(program, ZHANG), strikes(program, SUN)) == (1, 1)
    desktop.press(HOTKEY)
    desktop.focused("刚才的告知")
    desktop.press("ctrl+z")
    desktop.clipboard_becomes(lambda text: text == TALK, "the conversation")
    assert program.ask("roster", "list") == []


def test_join_lines_add_members_with_one_welcome(desktop: Desktop, program: Program) -> None:
    desktop.copy('"甲"邀请"乙、丙"加入了群聊')
    desktop.press(HOTKEY)
    desktop.focused("新成员 2 人")
    desktop.press("Return")
    desktop.clipboard_becomes(lambda text: text.startswith("@乙、丙"), "the welcome")
    desktop.window("已复制")
    assert {member["name"] for member in program.ask("roster", "list")} == {"乙", "丙"}


def test_a_misjudged_message_is_clean_the_next_time(desktop: Desktop, program: Program) -> None:
    desktop.copy("各位老师早上好，新的一天")
    desktop.press(HOTKEY)
    desktop.window("违规")
    desktop.focused("违规")
    desktop.press("ctrl+d")
    desktop.window("已记为例子")
    answer = program.ask("check", "各位老师早上好，新的一天")
    assert answer["level"] == "ok"
