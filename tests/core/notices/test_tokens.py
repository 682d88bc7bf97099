"""Tokens: filled once, never twice; unknown ones block and say where; what is not known is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.errors import UnknownToken
from moderator_app.core.notices.tokens import Filling, check_tokens, fill, find_tokens

FULL = Filling(
    group="医工协群",
    member="张三",
    count=2,
    next_step="移出本群",
    rule="叫卖、二维码",
    excerpt="大＊＊货",
    rules_link="http://example.org/r.pdf",
)


def test_every_token_is_filled_in_both_languages():
    text = "@{称呼} {group}：{第几次}（{count}），{条款}，「{摘录}」，再犯{下一步}，见 {群规链接}"
    filled = (
        "@张三 医工协群：第 2 次（2），叫卖、二维码，「大＊＊货」，再犯移出本群，见 http://example.org/r.pdf"
    )
    assert fill(text, FULL) == filled
    english = text.replace("称呼", "member").replace("条款", "rule").replace("摘录", "excerpt")
    assert fill(english.replace("下一步", "next_step").replace("群规链接", "rules_link"), FULL) == filled


@pytest.mark.parametrize("name", ["{群名}", "{称呼}", "{unknown}", "{", "}", "{{群名}}", "\\1", "%s", "{0}"])
def test_a_value_is_never_expanded_again(name: str):
    assert fill("@{称呼} 您好，{群名}", Filling(group="{称呼}", member=name)) == f"@{name} 您好，{{称呼}}"


@pytest.mark.parametrize("text", ["a { b", "a } b", "{}", "{ }好", "{\n称呼}", "{{}}", "} {"])
def test_a_brace_that_is_no_token_is_text(text: str):
    if text == "{ }好":
        with pytest.raises(UnknownToken):
            fill(text, FULL)
    else:
        assert fill(text, FULL) == text


@pytest.mark.parametrize(
    ("text", "token", "line", "column"),
    [
        ("{名字}您好", "名字", 1, 1),
        ("您好\n请看 {群规}，{称呼}", "群规", 2, 4),
        ("{称呼}\r\n\r\n{Member}", "Member", 3, 1),
        ("{{称呼1}}", "称呼1", 1, 2),
    ],
)
def test_an_unknown_token_blocks_and_says_where(text: str, token: str, line: int, column: int):
    with pytest.raises(UnknownToken) as caught:
        fill(text, FULL)
    assert caught.value.reason.code == "notice.unknown-token"
    assert dict(caught.value.reason.values) == {"token": token, "line": line, "column": column}


def test_an_unknown_token_blocks_also_in_a_sentence_that_would_be_left_out():
    with pytest.raises(UnknownToken):
        fill("见 {群规链接} {坏}。您好", Filling(group="g"))


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("@{称呼} 您好，请看群规。", "您好，请看群规。"),
        ("@{称呼}\u2005您好", "您好"),
        ("{称呼}您好", "您好"),
        ("{称呼} 您好", "您好"),
        ("请{称呼}看一下群规", "请您看一下群规"),
        ("您好。这是{第几次}。多谢。", "您好。多谢。"),
        ("您好。\n\n群规全文：{群规链接}\n\n多谢。", "您好。\n\n多谢。"),
        ("我们想到的是：{条款}。先问一声，「{摘录}」呢？好。", "好。"),
    ],
)
def test_a_sentence_whose_value_is_not_known_is_left_out(template: str, filled: str):
    assert fill(template, Filling(group="医工协群")) == filled


def test_tokens_are_found_with_their_places():
    found = find_tokens("您好 {称呼}\n{坏}")
    assert [(t.name, t.value, t.span, t.line, t.column) for t in found] == [
        ("称呼", "member", (3, 7), 1, 4),
        ("坏", "", (8, 11), 2, 1),
    ]


@given(st.text(alphabet=st.sampled_from("{}称呼群名条款 \n。甲member"), max_size=60))
def test_any_text_is_filled_or_blocked_with_a_place_inside_it(text: str):
    filling = Filling(group="G", member="M", rule="R", count=1, next_step="N", excerpt="E", rules_link="L")
    try:
        filled = fill(text, filling)
    except UnknownToken as error:
        line, column = error.reason.values["line"], error.reason.values["column"]
        assert text.split("\n")[int(line) - 1][int(column) - 1] == "{"
        return
    assert not find_tokens(filled)
    check_tokens(filled)


@given(
    st.text(min_size=1, max_size=40),
    st.sampled_from(["{称呼}", "{群名}", "{条款}", "{excerpt}", "{群规链接}"]),
)
def test_whatever_a_value_is_it_comes_out_as_it_is(value: str, token: str):
    filling = Filling(group=value, member=value, rule=value, excerpt=value, rules_link=value)
    assert fill(f"甲{token}乙", filling) == f"甲{value}乙"
