import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.roster.likeness import Likeness, Namesakes, nearly_the_same
from moderator_app.core.roster.names import letters
from moderator_app.core.roster.search import candidates, search
from tests.core.roster.makers import member

PEOPLE = [
    member("zhang", "张三", card="张三-医疗器械-上海"),
    member("sun", "阳光", card="采购部-赵小六"),
    member("li", "李明", aliases=("老李",)),
    member("li2", "李明", card="李明-检验-广州"),
    member("wang", "王建国"),
    member("ou", "欧阳娜娜"),
    member("tom", "Thomas"),
]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("张三", "zhang"),
        ("張 三", "zhang"),
        ("张三-医疗器械-上海", "zhang"),
        ("张三-迈瑞-北京", "zhang"),
        ("赵小六", "sun"),
        ("李明", "li li2"),
        ("老李", "li"),
        ("张三🌸", "zhang"),
        ("A张三13800138000", "zhang"),
        ("王建囯", "wang"),
        ("王健国", "wang"),
        ("王建", ""),
        ("王建国强", "wang"),
        ("黎明", "li li2"),
        ("欧阳娜", "ou"),
        ("thomas", "tom"),
        ("Tomas", "tom"),
        ("周杰伦", ""),
        ("张", ""),
        ("三张", ""),
        ("", ""),
        ("   ", ""),
    ],
)
def test_who_a_copied_name_may_mean(name, ids):
    assert [found.id for found in candidates(name, PEOPLE)] == ids.split()


def test_a_name_goes_before_an_alias():
    people = [member("1", "李四", aliases=("张三",)), member("2", "张三")]
    assert [m.id for m in Likeness(people).exactly("张三")] == ["2"]
    assert [m.id for m in Likeness(people[:1]).exactly("张三")] == ["1"]


def test_a_part_that_many_cards_share_is_no_name():
    people = [member(str(i), f"成员{i}{i}{i}", card=f"成员{i}-采购-上海") for i in range(9)]
    assert candidates("上海", people) == ()
    assert [m.id for m in candidates("成员3", people)] == ["3"]


def test_a_name_of_blank_letters_is_found_by_itself_only():
    people = [member("1", "\u3164" * 5), member("2", "\u3164" * 4)]
    assert [m.id for m in candidates("\u3164" * 5, people)] == ["1"]


def test_at_most_a_handful_is_offered():
    people = [member(str(i), "张三") for i in range(30)]
    assert len(candidates("张三", people)) == 8
    assert len(Likeness(people).exactly("张三")) == 30


def test_traditional_and_simplified_may_be_two_people() -> None:
    person = member(name="張三")
    likeness = Likeness([person])
    assert likeness.exactly("张三") == ()
    assert likeness.candidates("张三") == (person,)
    assert likeness.exactly("張 三") == (person,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("王大明", "王大名"),
        ("王大明", "王大大明"),
        ("王大明", "王小明"),
        ("王大明", "王明明"),
        ("王大明", "王大明🌸138"),
        ("王大明", "A王大明"),
        ("李丽", "李莉"),
        ("Jonathan", "Jonatan"),
    ],
)
def test_two_names_are_nearly_the_same(one: str, other: str):
    assert nearly_the_same(one, other) and nearly_the_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("王大明", "大明湖"),
        ("王大明", "王"),
        ("王大明", "王大"),
        ("张三", "李三"),
        ("王大明", "王小红"),
        ("", "王大明"),
        ("123", "456"),
        ("Anna", "Ann"),
        ("Tom", "Tim"),
    ],
)
def test_two_other_names_are_not(one: str, other: str):
    assert not nearly_the_same(one, other) and not nearly_the_same(other, one)


@given(st.text(max_size=8), st.text(max_size=8))
def test_nearness_is_mutual_and_holds_for_every_name_with_letters_itself(one: str, other: str):
    assert nearly_the_same(one, other) == nearly_the_same(other, one)
    assert nearly_the_same(one, one) == bool(letters(one))


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["张三"], "zhang"),
        (["张三-护士-北京"], "zhang"),
        (["夏天", "张叁-护士-北京"], "zhang"),
        (["小明-医疗器械-上海"], ""),
        (["财务部-赵小六"], "sun"),
        (["王健国"], "wang"),
        (["采购部"], ""),
        ([], ""),
    ],
)
def test_namesakes_share_a_persons_name_and_not_a_town_or_a_trade(names, ids):
    assert [found.id for found in Namesakes(PEOPLE).of(names)] == ids.split()


def test_the_id_of_an_account_is_found_whole_and_is_no_name():
    people = [member("1", "李四", aliases=("wxid_abc123",)), member("2", "阿包", aliases=("abc123",))]
    assert [m.id for m in Likeness(people).exactly("wxid_abc123")] == ["1"]
    assert [m.id for m in candidates("wxid_abc124", people)] == []
    assert [m.id for m in search("abc", people)] == ["2"]
