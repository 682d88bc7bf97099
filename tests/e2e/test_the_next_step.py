"""After the notice, on a real screen: back from WeChat one key records the step; an appeal; another group."""

from __future__ import annotations

from typing import Any

from tests.e2e.desktop import Desktop
from tests.e2e.program import Program
from tests.e2e.test_the_loop import HAWKING, HOTKEY, check, strikes

NAME = "张三-医疗器械-上海"
AGAIN = "便携超声现货供应，厂家直销，欢迎批发，私聊报价。"
PLEA = "管理员您好，那条是在回答王五老师的提问，麻烦再看一下。"


def said(text: str) -> str:
    """A message of his, as WeChat copies it."""
    return f"{NAME}\n2026年09月23日 16:04\n{text}\n"


def member(program: Program) -> dict[str, Any]:
    """What the record says of him."""
    return dict(program.ask("roster", "show", NAME))


def struck_twice(desktop: Desktop, program: Program) -> str:
    """One strike by a command, the second by Enter; the notice that is then on the clipboard."""
    program.ask("strike", NAME, "--rule", "hawking", "--text", HAWKING)
    check(desktop, said(AGAIN), "违规")
    desktop.press("Return")
    notice = desktop.clipboard_becomes(lambda text: text.startswith("@张三"), "the notice")
    desktop.window("已复制")
    return notice


def test_back_from_wechat_one_key_records_the_move_and_one_takes_it_back(
    desktop: Desktop, program: Program
) -> None:
    notice = struck_twice(desktop, program)
    desktop.press(HOTKEY)
    desktop.focused("刚才的告知")
    desktop.press("Return")
    desktop.clipboard_becomes(lambda text: "自由群" in text and text != notice, "the free group's notice")
    desktop.window("已记为在自由群")
    assert member(program)["status"] == "free-group"
    desktop.press(HOTKEY)
    desktop.focused("刚才的告知")
    desktop.press("ctrl+z")
    desktop.clipboard_becomes(lambda text: text == notice, "the notice again")
    desktop.window("已撤销")
    assert member(program)["status"] == "active"
    assert strikes(program, NAME) == 2


def test_escape_leaves_the_step_and_the_next_hotkey_offers_it_again(
    desktop: Desktop, program: Program
) -> None:
    struck_twice(desktop, program)
    for keys in ("Escape", "Return"):
        desktop.press(HOTKEY)
        desktop.focused("刚才的告知")
        desktop.press(keys)
        desktop.gone("刚才的告知")
    desktop.window("已记为在自由群")
    assert member(program)["status"] == "free-group"


def test_what_a_member_says_against_a_strike_becomes_an_appeal(desktop: Desktop, program: Program) -> None:
    program.ask("strike", NAME, "--rule", "hawking", "--text", HAWKING)
    check(desktop, said(PLEA), "没问题")
    desktop.press("ctrl+r", "Return")
    desktop.window("已记为申诉")
    assert [each["kind"] for each in member(program)["record"]].count("appealed") == 1


def test_one_key_switches_between_two_groups_and_checks_again(desktop: Desktop, program: Program) -> None:
    program.ask("group", "add", "town", "--title", "同乡群", "--rulebook", "hometown")
    check(desktop, said(AGAIN), "违规")
    desktop.press("ctrl+g")
    desktop.wait(lambda: _current(program) == "town", "the other group")
    desktop.press("ctrl+g")
    desktop.wait(lambda: _current(program) == "yigongxie", "the first group")


def _current(program: Program) -> str:
    return next(group["id"] for group in program.ask("group", "list") if group["current"])


def test_a_conversation_of_thousands_can_be_left(desktop: Desktop, program: Program) -> None:
    lines = (
        f"成员{n}\n2026年09月23日 16:04\n各位老师，{n} 号的资料已经发到邮箱，请查收" for n in range(4000)
    )
    desktop.copy("\n\n".join(lines))
    desktop.press(HOTKEY)
    desktop.focused("检查剪贴板")
    desktop.press("Escape")
    desktop.gone("检查剪贴板")
    check(desktop, said(AGAIN), "违规")
