"""What the columns of a list are taken for."""

from __future__ import annotations

from datetime import datetime

import pytest

from moderator_app.core.message import Role
from moderator_app.core.roster.columns import (
    ROLE_WORDS,
    STATUS_WORDS,
    TITLES,
    Field,
    guessed,
    moment_in,
    role_in,
    status_in,
)
from moderator_app.core.roster.member import Status

F = Field


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("昵称 备注 群昵称 微信号", "name alias card account"),
        (
            "序号 微信昵称 群名片 wxid 角色 入群时间 邀请人 最后发言时间",
            "- name card account role joined invited-by last-seen",
        ),
        ("姓名 昵称 群内昵称", "name alias card"),
        ("NickName Display_Name wxid Role Join-Time Inviter", "name card account role joined invited-by"),
        ("UserName Alias Remark NickName", "account - alias name"),
        ("姓名 性别 备注", "name - notes"),
    ],
)
def test_headings_in_chinese_and_english_and_as_tools_write_them(heading: str, fields: str):
    row = [CELLS.get(field, "zhang88") for field in fields.split()]
    columns = guessed([heading.split(), row, row])
    assert columns.heading == 0
    assert [field or "-" for field in columns.fields] == fields.split()


CELLS = {
    "name": "开心",
    "card": "张三-器械-上海",
    "alias": "老张",
    "account": "wxid_abc123",
    "role": "成员",
    "joined": "2025-01-02 10:00",
    "invited-by": "李四",
    "last-seen": "2026-01-02",
    "notes": "欠一份说明，下周补上。",
}


def test_a_title_above_the_headings_is_passed_over():
    rows = [
        ("医工协群成员", "", ""),
        ("导出时间：2026-03-01", "", ""),
        ("昵称", "群昵称", "wxid"),
        ("开心", "张三", "wxid_1"),
    ]
    assert guessed(rows).heading == 2
    assert guessed(rows).first == 3


def test_one_heading_that_nobody_is_called_is_enough():
    rows = [("车主名单", "", ""), ("姓名", "单位", "手机"), ("张三", "甲厂", "1"), ("李四", "乙厂", "2")]
    assert (guessed(rows).heading, guessed(rows).fields[0]) == (1, Field.NAME)
    assert guessed(rows[1:]).heading == 0
    assert guessed([("成员", "张三", "x"), *rows[2:]]).heading is None


def test_without_headings_the_contents_tell():
    rows = [
        ("1", "开心每一天", "wxid_a1", "张三-器械-上海", "成员", "2025-01-02", "2026-03-01 10:00:00"),
        ("2", "阳光", "wxid_a2", "李四-医生-北京", "群主", "2025-02-02", "2026-03-02 10:00:00"),
    ]
    columns = guessed(rows)
    assert columns.heading is None
    assert columns.fields == (None, F.NAME, F.ACCOUNT, F.CARD, F.ROLE, F.JOINED, F.LAST_SEEN)


def test_a_single_column_is_names_whatever_they_look_like():
    assert guessed([("张三",), ("李四",)]).fields == (F.NAME,)
    assert guessed([("昵称",), ("张三",)]).heading == 0
    assert guessed([("ㅤㅤ",), ("😀",)]).fields == (F.NAME,)


def test_a_member_called_like_a_heading_makes_no_heading():
    rows = [("张三", "器械"), ("成员", "医生"), ("李四", "护士")]
    assert guessed(rows).heading is None


def test_nothing_that_could_be_a_name_is_not_usable():
    assert not guessed([("1", "2"), ("3", "4")]).usable
    assert not guessed([]).usable


def test_our_own_headings_are_known_in_both_languages():
    for language in ("zh_CN", "en"):
        heading = [TITLES[field].get(language) for field in Field]
        assert guessed([heading, ["张三"] * len(heading)]).fields == tuple(Field)


def test_our_own_words_for_roles_and_states_are_read_again():
    assert all(role_in(word) is role for role, words in ROLE_WORDS.items() for word in words)
    assert all(status_in(word) is status for status, words in STATUS_WORDS.items() for word in words)
    assert set(ROLE_WORDS) == set(Role)
    assert set(STATUS_WORDS) == set(Status)
    assert role_in("总经理") is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-03-01", datetime(2026, 3, 1)),
        ("2026/3/1 9:30", datetime(2026, 3, 1, 9, 30)),
        ("2026年3月1日 09:30:05", datetime(2026, 3, 1, 9, 30, 5)),
        ("2026-03-01T09:30:00+08:00", datetime(2026, 3, 1, 9, 30)),
        ("1767225600", datetime(2026, 1, 1, 8)),
        ("1767225600000", datetime(2026, 1, 1, 8)),
        ("2026-02-30", None),
        ("13800138000", None),
        ("张三", None),
        ("", None),
    ],
)
def test_days_and_times_as_lists_write_them(text: str, at: datetime | None):
    assert moment_in(text) == at
