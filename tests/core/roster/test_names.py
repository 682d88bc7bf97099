import pytest

from moderator_app.core.roster.names import folded, han, is_distinctive, letters, parts
from moderator_app.core.roster.pinyin import order_of
from moderator_app.core.text.characters import is_invisible, visible


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("张三", "张三"),
        (" 张 三 ", "张三"),
        ("Ｔｏｍ 李", "tom李"),
        ("張三豐", "张三丰"),
        ("张\u200b三\u3164", "张三"),
        ("\u3164\u3164\u3164\u3164\u3164", "\u3164\u3164\u3164\u3164\u3164"),
        ("", ""),
    ],
)
def test_two_copies_of_a_name_are_equal(name, expected):
    assert folded(name) == expected


def test_what_decorates_a_name_is_left_out():
    assert letters("A张三🌸13800138000！") == "a张三"
    assert han("A张三🌸") == "张三"
    assert han("Tom 李") == ""


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        ("张三-医疗器械-上海", ("张三", "医疗器械", "上海")),
        ("财务部 张三", ("财务部", "张三")),
        ("g9#101@李明", ("g9", "101", "李明")),
        ("张三（迈瑞）", ("张三", "迈瑞")),
        ("上海－－王五", ("上海", "王五")),
        ("张三", ()),
    ],
)
def test_a_card_falls_into_its_parts(card, expected):
    assert parts(card) == expected


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("小雨", False), ("张三丰", True), ("Tom", False), ("Alexander", True), ("Al王五", True)],
)
def test_a_name_is_distinctive_where_it_is_hardly_a_word(name, is_one):
    assert is_distinctive(name) is is_one


def test_names_stand_in_the_order_in_which_they_are_read():
    names = ["张三", "Bob", "★李娜", "林一", "李四", "单雄信", "123", "安娜", "Anna", "曾国", "ㅤㅤ", "🌹"]
    assert sorted(names, key=order_of) == [
        *("123", "安娜", "Anna", "Bob", "★李娜", "李四", "林一", "单雄信", "曾国", "张三", "ㅤㅤ", "🌹")
    ]


@pytest.mark.parametrize(
    "block", [range(0x20, 0x7F), range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x3000)]
)
def test_what_shows_nothing_is_left_out_and_nothing_else(block):
    text = "".join(map(chr, block))
    assert visible(text) == "".join(char for char in text if not is_invisible(char))
