"""Copied conversations in every form that clipboard-formats lists, and the traps they hold."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.message import Kind
from moderator_app.core.text.clipboard import parse_clipboard
from moderator_app.core.text.system_lines import is_system_line, parse_join
from tests.core.text.texts import any_text

TODAY = date(2026, 9, 24)
DAY = datetime(2026, 9, 23, 16, 4)

TWO_MESSAGES = {
    "W1": ("张三:\n谁有口罩\n\n李四: \n我有\n\n真的", None),
    "W2": ("张三\n2026年09月23日 16:04\n谁有口罩\n\n李四\n2026年09月23日 16:04\n我有\n\n真的", DAY),
    "W3": ("张三 2026/9/23 16:04\n谁有口罩\n\n李四 2026/9/23 16:04\n我有\n\n真的", DAY),
    "W4": (
        "微信群“医工”的聊天记录如下:\n\n—————  2026-09-23  —————\n\n\n"
        "张三  16:04\n\n谁有口罩\n\n李四  16:04\n\n我有\n\n真的\n",
        DAY,
    ),
    "E1": ("2026-09-23 16:04:00 张三\n谁有口罩\n\n2026-09-23 16:04:00 李四\n我有\n\n真的", DAY),
    "E3": ("张三 (2026-09-23 16:04:00):谁有口罩\n李四 (2026-09-23 16:04:00):我有\n\n真的", DAY),
    "E5": ("# 医工\n\n- [2026-09-23 16:04] 张三: 谁有口罩\n- [2026-09-23 16:04] 李四: 我有\n\n真的", DAY),
    "Q1": (
        "2026-09-23 4:04:00 PM 张三(10001)\n谁有口罩\n\n"
        "2026-09-23 16:04:00 【管理员】李四(10002)\n我有\n\n真的",
        DAY,
    ),
    "Q2": ("【群友】张三 4:04:00 PM\n谁有口罩\n【管理员】李四 16:04:00\n我有\n\n真的", DAY.replace(day=24)),
    "Q3": ("张三: 09-23 16:04:00\n谁有口罩\n李四: 09-23 16:04:00\n我有\n\n真的", DAY),
}


@pytest.mark.parametrize("form", TWO_MESSAGES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_conversation_in_every_form(form: str, end: str) -> None:
    text, at = TWO_MESSAGES[form]
    clipboard = parse_clipboard(text.replace("\n", end), today=TODAY)
    assert clipboard.form == form
    assert [(message.sender, message.at) for message in clipboard.messages] == [("张三", at), ("李四", at)]
    assert [message.text for message in clipboard.messages] == ["谁有口罩", f"我有{end}{end}真的"]


@pytest.mark.parametrize("form", [form for form in TWO_MESSAGES if form != "W1"])
def test_a_single_message_with_its_head(form: str) -> None:
    text = TWO_MESSAGES[form][0]
    clipboard = parse_clipboard(
        text[: text.rindex("李四")].rpartition("谁有口罩")[0] + "谁有口罩", today=TODAY
    )
    assert (clipboard.form, [(m.sender, m.text) for m in clipboard.messages]) == (
        form,
        [("张三", "谁有口罩")],
    )


NAMES = [
    "\u3164" * 5,
    "小明.",
    "小 明 🌹",
    "张三-骨科-北京",
    "16:04 见",
    "a:b",
    "A君(北京)",
    "【王】",
    "12",
    "甲·乙",
    "“小”",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", TWO_MESSAGES)
def test_odd_nicknames(form: str, name: str) -> None:
    text = TWO_MESSAGES[form][0].replace("张三", name)
    clipboard = parse_clipboard(text, today=TODAY)
    assert clipboard.form == form
    assert [message.text for message in clipboard.messages] == ["谁有口罩", "我有\n\n真的"]
    assert clipboard.messages[0].sender == name


def test_blocks_of_w2_without_blank_lines_and_bodies_with_u2028() -> None:
    text = "张三\n2026年09月23日 16:04\n第一行\u2028还是\n李四\n2026年09月23日 16:05\n[图片]\n"
    messages = parse_clipboard(text).messages
    assert [(m.sender, m.text, m.kind) for m in messages] == [
        ("张三", "第一行\u2028还是", Kind.TEXT),
        ("李四", "[图片]", Kind.PICTURE),
    ]


def test_days_of_w4_change_at_their_lines() -> None:
    text = (
        "甲 和 乙 在微信上的聊天记录如下,请查收。\n\n—————  2026-04-06  —————\n\n甲  16:21\n\n早\n\n"
        "—————  2026-04-07  —————\n\n乙  09:00\n\n好\n"
    )
    messages = parse_clipboard(text).messages
    assert [(m.sender, m.text, m.at) for m in messages] == [
        ("甲", "早", datetime(2026, 4, 6, 16, 21)),
        ("乙", "好", datetime(2026, 4, 7, 9, 0)),
    ]


def test_what_is_quoted_is_not_charged_to_who_quotes() -> None:
    clipboard = parse_clipboard("「张三:大量现货」\n- - - - - - - - - - - - - - -\n这是广告吧")
    assert clipboard.form == "W5"
    assert clipboard.messages[0].text == "这是广告吧"
    assert (clipboard.quotes[0].sender, clipboard.quotes[0].text) == ("张三", "大量现货")


def test_quotes_inside_conversations() -> None:
    text = (
        "2026-09-23 16:04:05 李四\n引用:张三:大量现货\n这是广告\n\n"
        "2026-09-23 16:05:05 王五\n「张三:有\n货」\n- - - - - - - - - - - - - - -\n我要"
    )
    clipboard = parse_clipboard(text)
    assert [message.text for message in clipboard.messages] == ["这是广告", "我要"]
    assert [(q.message, q.sender, q.text) for q in clipboard.quotes] == [
        (0, "张三", "大量现货"),
        (1, "张三", "有\n货"),
    ]


@pytest.mark.parametrize(
    ("line", "inviter", "names"),
    [
        ('"甲"邀请"乙"加入了群聊', "甲", ("乙",)),
        ('"甲"邀请"乙、丙"加入了群聊', "甲", ("乙", "丙")),
        ("“甲”邀请“乙”加入了群聊", "甲", ("乙",)),
        ('你邀请"乙"加入了群聊', "你", ("乙",)),
        ('"甲"邀请你加入了群聊,群聊参与人还有:丙、丁', "甲", ("你",)),
        ('"乙"通过扫描"甲"分享的二维码加入群聊', "甲", ("乙",)),
        ('"乙"通过扫描你分享的二维码加入群聊', "你", ("乙",)),
        ('"甲" invited "乙" to the group chat', "甲", ("乙",)),
        ('你邀请"乙、丙"加入了群聊  撤销', "你", ("乙", "丙")),
        ('"甲"邀请"乙"和"丙"加入了群聊', "甲", ("乙", "丙")),
        ('"乙"通过扫描二维码加入群聊', "", ("乙",)),
    ],
)
def test_joins(line: str, inviter: str, names: tuple[str, ...]) -> None:
    join = parse_join(line)
    assert join is not None
    assert (join.inviter, join.names) == (inviter, names)
    assert parse_clipboard(line).joins == (join,)


@pytest.mark.parametrize(
    "line",
    [
        *(
            '"甲"撤回了一条消息',
            '"甲" 拍了拍 "乙"',
            '"甲"修改群名为“医工”',
            '你将"乙"移出了群聊',
            "你撤回了一条消息",
            '"甲"与群里其他人都不是微信朋友关系，请注意隐私安全',
            '"甲"领取了你的红包',
        ),
    ],
)
def test_system_lines(line: str) -> None:
    clipboard = parse_clipboard(f"{line}\n{line}")
    assert (clipboard.form, [m.kind for m in clipboard.messages]) == ("W6", [Kind.SYSTEM] * 2)
    assert clipboard.joins == ()


def test_a_system_line_behind_a_message_stands_by_itself() -> None:
    text = '张三\n2026年09月23日 16:04\n好\n\n"甲"邀请"乙"加入了群聊'
    clipboard = parse_clipboard(text)
    assert [(m.sender, m.kind) for m in clipboard.messages] == [("张三", Kind.TEXT), ("", Kind.SYSTEM)]
    assert clipboard.joins[0].names == ("乙",)


def test_system_lines_before_anything_else_are_taken_off_and_times_between_them_passed_over() -> None:
    joins = '昨天 16:04\n"甲"邀请"乙"加入了群聊\n\n16:05\n你邀请"丙"加入了群聊\n\n'
    head = "张三\n2026年09月23日 16:06\n"
    for rest, form in ((f"{head}大家好", "W2"), ("大家好", "single"), ("", "W6")):
        text = joins + rest
        clipboard = parse_clipboard(text)
        assert (clipboard.form, [join.names for join in clipboard.joins]) == (form, [("乙",), ("丙",)])
        spoken = [message for message in clipboard.messages if message.kind is not Kind.SYSTEM]
        assert [text[message.start :] for message in spoken] == (["大家好"] if rest else [])


@pytest.mark.parametrize("line", ["大家邀请朋友加入群聊", "“甲”说得对", "我撤回了一条消息", ""])
def test_what_members_write_is_no_system_line(line: str) -> None:
    assert not is_system_line(line)


@pytest.mark.parametrize(
    "text",
    [
        "大量现货,要的私聊",
        "时间：\n上午九点\n\n地点：\n北京",
        "各位老师：\n明天开会\n\n注意事项：\n带材料",
        "各位：\n\n明天 2026/9/23 16:04 开会",
        "张三:\n好",
        "2026-09-23 16:04:05 大量现货电话13800138000",
        "大量现货 2026/9/23 16:04",
        "10:00 开会\n11:00 散会",
        "",
        " \n ",
        "\ud800\x00",
        "「没有结束的引用\n- - - - -\n回复",
    ],
)
def test_one_message_stays_one(text: str) -> None:
    clipboard = parse_clipboard(text, today=TODAY)
    assert (clipboard.form, [message.text for message in clipboard.messages]) == ("single", [text])


def test_without_today_times_without_a_day_stay_out() -> None:
    for form in ("Q2", "Q3"):
        clipboard = parse_clipboard(TWO_MESSAGES[form][0])
        assert (clipboard.form, [message.at for message in clipboard.messages]) == (form, [None, None])


def test_a_day_of_the_year_that_is_not_yet_was_last_year() -> None:
    assert parse_clipboard("张三: 12-31 01:00:11\n好", today=TODAY).messages[0].at == datetime(
        2025, 12, 31, 1, 0, 11
    )


def test_days_that_do_not_exist_make_no_head() -> None:
    assert parse_clipboard("张三 2026/13/45 16:04\n好").form == "single"
    assert parse_clipboard("张三: 02-29 01:00:11\n好", today=TODAY).messages[0].at is None


@given(any_text)
def test_any_text_gives_messages_made_of_it(text: str) -> None:
    clipboard = parse_clipboard(text, today=TODAY)
    assert clipboard.messages
    for message in clipboard.messages:
        assert message.text in text
        assert message.sender in text
    assert all(0 <= quote.message < len(clipboard.messages) for quote in clipboard.quotes)


BODY = (
    st.text(st.sampled_from("大量现货好的吗abc123，。？！🌹[]()"), min_size=1, max_size=30)
    .map(str.strip)
    .filter(bool)
)


@given(st.lists(st.tuples(st.sampled_from(["张三", "小明.", "🌹", "\u3164"]), BODY), min_size=1, max_size=6))
def test_w2_gives_back_what_was_put_in(pairs: list[tuple[str, str]]) -> None:
    text = "\n\n".join(f"{name}\n2026年09月23日 16:04\n{body}" for name, body in pairs)
    assert [(m.sender, m.text) for m in parse_clipboard(text).messages] == pairs


def test_a_single_message_under_a_complete_name_card_has_its_sender() -> None:
    found = parse_clipboard("张三-医疗器械-上海:\n一次性手术衣，大量现货\n\n")
    assert [(message.sender, message.text) for message in found.messages] == [
        ("张三-医疗器械-上海", "一次性手术衣，大量现货")
    ]


def test_a_single_heading_is_no_sender() -> None:
    text = "会议安排:\n九点签到\n"
    assert [(message.sender, message.text) for message in parse_clipboard(text).messages] == [("", text)]


@pytest.mark.parametrize(
    "text",
    [
        "大量现货",
        "「张三：大量现货」\n- - - - - - - - - - - - - - -\n大量现货",
        "张三\n2026年09月23日 16:04\n大量现货\n\n李四\n2026年09月23日 16:05\n大量现货\n",
        "2026-09-23 16:04:05 张三\n引用:李四:大量现货\n大量现货\n",
    ],
)
def test_each_message_knows_where_it_begins(text: str) -> None:
    messages = parse_clipboard(text).messages
    starts = [message.start for message in messages]
    assert starts == sorted(set(starts))
    assert all(text[message.start :].startswith(message.text) for message in messages)
    assert messages[-1].start == text.rindex("大量现货")


def test_a_message_of_an_unseen_sign_is_not_lost_before_a_join_line() -> None:
    text = '张三: 05-08 01:00:11\n\u2028\n\n"甲"邀请"乙"加入了群聊\n\n李四: 05-08 01:00:15\n好\n'
    said = [message.text for message in parse_clipboard(text).messages if message.kind is not Kind.SYSTEM]
    assert said == ["\u2028", "好"]


MEMBERS = {"李娜", "Tom", "通知"}


@pytest.mark.parametrize("head", ["李娜:", "Tom:", "李娜: ", "李娜:\r"])
def test_a_single_message_under_a_members_name_is_hers(head: str) -> None:
    found = parse_clipboard(f"{head}\n大量现货，量大从优", known=MEMBERS.__contains__)
    (message,) = found.messages
    assert (found.form, message.sender, message.text) == (
        "W1",
        head.strip().rstrip(":"),
        "大量现货，量大从优",
    )


@pytest.mark.parametrize(
    "text",
    [
        "李娜：\n您好，您要的资料在附件里",  # whom a letter is to
        "通知:\n明天停电一天",
        "张三:\n大量现货",
        "注意事项:\n不要迟到",
        "请看\n李娜:\n大量现货",
        "李娜: 大量现货",
        "李娜:\n\n大量现货",
        "李娜:",
    ],
)
def test_lines_with_a_colon_that_are_nobody_make_no_sender(text: str) -> None:
    found = parse_clipboard(text, known=MEMBERS.__contains__)
    assert [(message.sender, message.text) for message in found.messages] == [("", text)]
