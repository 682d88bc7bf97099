"""Names out of what people paste."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.roster.pasted import pasted_rows

THREE = ["张三", "李四", "王五"]


@pytest.mark.parametrize(
    "text",
    [
        "张三\n李四\n王五",
        "张三\r\n\r\n李四\r\n王五\r\n",
        "1. 张三\n2. 李四\n3. 王五",
        "1、张三\n2、李四\n3、王五",
        "（1）张三\n（2）李四\n（3）王五",
        "①张三\n②李四\n③王五",
        "1 张三\n2 李四\n3 王五",
        "1、张三 2、李四 3、王五",
        "- 张三\n- 李四\n- 王五",
        "张三、李四、王五。",
        "张三，李四，王五",
        "张三; 李四; 王五",
        "今天进群的：张三、李四、王五",
        "第一组：张三、李四\n王五",
        "@张三 @李四 @王五",
        "@张三\u2005@李四\u2005@王五\u2005",
        "@所有人 @张三 @李四 @王五",
        "群成员(3)\n张三\n李四\n王五",
        "今天的名单如下：\n张三\n李四\n王五",
        '"甲"邀请"张三、李四"加入了群聊\n王五',
    ],
)
def test_names_as_they_are_pasted(text: str):
    assert [name for name, _, _ in pasted_rows(text)] == THREE


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("张三-器械-上海 群主", [("张三-器械-上海", "", "群主")]),
        ("李四（管理员）", [("李四", "", "管理员")]),
        ("开心（群昵称：张三-器械-上海）", [("开心", "张三-器械-上海", "")]),
        ("@王 五 @李四", [("王 五", "", ""), ("李四", "", "")]),
        ("g9#101@李明\ng9#102@王芳", [("g9#101@李明", "", ""), ("g9#102@王芳", "", "")]),
        ("2栋301张三\n3栋402李四", [("2栋301张三", "", ""), ("3栋402李四", "", "")]),
        ("12345\n67 路公交\n张三", [("12345", "", ""), ("67 路公交", "", ""), ("张三", "", "")]),
        ("ㅤㅤㅤ\n😀😀", [("ㅤㅤㅤ", "", ""), ("😀😀", "", "")]),
        ("群主", [("群主", "", "")]),
        ("小溪★摄影\n阿花☆美食", [("小溪★摄影", "", ""), ("阿花☆美食", "", "")]),
        ("", []),
        ("\n \n", []),
    ],
)  # fmt: skip
def test_names_keep_what_belongs_to_them(text: str, rows: list[tuple[str, str, str]]):
    assert pasted_rows(text) == rows


@given(st.lists(st.text("张李王五六ㅤ😀ab", min_size=1, max_size=5), min_size=1, max_size=20))
def test_one_name_a_line_gives_just_those(names: list[str]):
    assert [name for name, _, _ in pasted_rows("\n".join(names))] == names


@given(st.text())
def test_anything_may_be_pasted(text: str):
    assert all(name for name, _, _ in pasted_rows(text))
