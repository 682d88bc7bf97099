import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.roster.pinyin import sounds, spellings, syllables
from moderator_app.core.roster.search import MemberIndex, search
from tests.core.roster.makers import member

PEOPLE = [
    member("1", "张三", card="张三-医疗器械-上海"),
    member("2", "单雄信", aliases=("飞将",)),
    member("3", "曾国华"),
    member("4", "解缙"),
    member("5", "Tom Lee", card="李汤姆-采购-北京"),
    member("6", "吕布"),
    member("7", "阳光", card="赵六_临床_苏州", aliases=("小赵",)),
    member("8", "張學友"),
    member("9", "张三丰"),
    member("10", "\u3164\u3164"),
]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("张三", "1 9"),
        ("zs", "1 9"),
        ("zhangs", "1 9"),
        ("zsan", "1 9"),
        ("ZSF", "9"),
        ("zhangsanfeng", "9"),
        ("sxx", "2"),
        ("dxx", "2"),
        ("chanxiongxin", "2"),
        ("zgh", "3"),
        ("cengguo", "3"),
        ("xj", "4"),
        ("jiej", "4"),
        ("tom", "5"),
        ("LEE", "5"),
        ("ltm", "5"),
        ("lvbu", "6"),
        ("lubu", "6"),
        ("飞将", "2"),
        ("fj", "2"),
        ("小赵", "7"),
        ("xz", "7"),
        ("张学友", "8"),
        ("zxy", "8"),
        ("苏州", "7"),
        ("上海 张", "1"),
        ("shang zs", "1"),
        ("\u3164", "10"),
        ("不在", ""),
        ("qqq", ""),
        ("张三 北京", ""),
    ],
)
def test_finds_by_name_card_alias_initials_and_pinyin(query, ids):
    assert [found.id for found in search(query, PEOPLE)] == ids.split()


def test_everybody_for_an_empty_query_in_the_order_given():
    assert search("  ", PEOPLE) == tuple(PEOPLE)
    assert search("", []) == search("z", []) == ()


def test_what_fits_best_comes_first():
    names = ["周三采", "李张三", "张三丰", "张三", "曾三", "掌上"]
    people = [member(str(i), name) for i, name in enumerate(names)]
    assert [found.name for found in search("张三", people)] == ["张三", "张三丰", "李张三"]
    assert [found.name for found in search("zs", people)][-1] == "李张三"
    assert next(found.name for found in search("zhangsan", people)) == "张三"


def test_a_surname_is_read_as_one_before_its_other_readings():
    assert spellings("曾国") == ("ZengGuo", "'CengGuo")
    assert spellings("单")[0] == "Shan"
    assert set(syllables("解")) == {"jie", "xie"}
    assert sounds("单") == {"shan", "dan", "chan"}


def test_a_long_name_with_many_readings_is_still_found_by_each():
    card = "销售部单雄信行长重庆乐山解放"
    people = [member("1", card=card, name="x")]
    for query in ("xsbdxx", "sxx", "shanxiong", "danxiong", "chanxiong", "zhongqing", "chongqing", "jiefang"):
        assert search(query, people), query


def test_a_letter_alone_means_the_beginning():
    people = [member("1", "王张"), member("2", "张王"), member("3", "Zoe")]
    assert {found.id for found in search("z", people)} == {"2", "3"}


def test_the_usual_reading_goes_before_another_one_also_for_a_single_letter():
    people = [member("1", "单雄"), member("2", "丁小二")]
    assert spellings("单雄")[0] == "ShanXiong"
    assert [found.id for found in search("d", people)] == ["2", "1"]
    assert [found.id for found in search("s", people)] == ["1"]


def test_what_marks_lines_finds_nothing_of_its_own():
    people = [
        member("1", "\0"),
        member("2", "\n"),
        member("3", "甲\0乙", aliases=("\n\0",)),
        member("4", "丙"),
    ]
    assert [found.id for found in search("丙", people)] == ["4"]
    assert [found.id for found in search("乙", people)] == ["3"]
    assert {found.id for found in search("\0", people)} <= {"1", "2", "3"}


@given(query=st.text(max_size=20), name=st.text(max_size=12), card=st.text(max_size=12))
def test_any_text_can_be_searched_for(query, name, card):
    index = MemberIndex([member("1", name, card=card), member("2", "张三")])
    assert set(index.search(query)) <= set(index.members)
    assert set(index.candidates(query)) <= set(index.members)


@given(name=st.text(alphabet="张三李四单曾解王五Tomé🌸-", min_size=1, max_size=8))
def test_a_member_is_found_by_the_whole_name(name):
    index = MemberIndex([member("1", name)])
    assert index.search(name.replace(" ", "")) == index.members
    assert index.exactly(name) == index.members


def test_what_a_search_made_is_there_for_the_next(monkeypatch):
    index = MemberIndex(PEOPLE)
    assert index.search("zs")
    assert index.candidates("曾国华🌸")
    for module, name in (("search", "spellings"), ("likeness", "names_of")):
        monkeypatch.setattr(f"moderator_app.core.roster.{module}.{name}", lambda _: pytest.fail("made again"))
    assert [found.id for found in index.search("zsf")] == ["9"]
    assert [found.id for found in index.candidates("曾国华🌸")] == ["3"]


def test_the_dictionary_of_phrases_is_never_loaded():
    code = (
        "import sys\n"
        "from moderator_app.core.roster.search import search\n"
        "from moderator_app.core.roster.member import Member\n"
        "people = [Member(id='1', group='g', name='张三')]\n"
        "search('张', people)\n"
        "assert 'pypinyin' not in sys.modules, 'loaded before a letter was typed'\n"
        "assert search('zs', people)\n"
        "assert 'pypinyin.phrases_dict' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
