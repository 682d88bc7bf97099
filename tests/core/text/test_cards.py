"""Name cards: every form with every separator, titles, foreign and minority names, and what is lacking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.text.card_forms import CARD_FORMS
from moderator_app.core.text.cards import name_on, parse_card
from moderator_app.core.text.places import is_place
from tests.core.text.texts import any_text


@pytest.mark.parametrize(
    ("text", "name", "trade", "place"),
    [
        ("张三-骨科医生-北京", "张三", "骨科医生", "北京"),
        ("张三－骨科医生－北京", "张三", "骨科医生", "北京"),
        ("张三—迈瑞医疗—深圳", "张三", "迈瑞医疗", "深圳"),
        ("张三 骨科 上海", "张三", "骨科", "上海"),
        ("张三/骨科/石家庄", "张三", "骨科", "石家庄"),
        ("张三_骨科_石家庄市", "张三", "骨科", "石家庄市"),
        ("李四｜器械销售｜江苏南京", "李四", "器械销售", "江苏南京"),
        ("李主任+协和医院+北京", "李主任", "协和医院", "北京"),
        ("张三(骨科)北京", "张三", "骨科", "北京"),
        ("张三·口腔·上海", "张三", "口腔", "上海"),
        ("买买提·艾力-药房-乌鲁木齐", "买买提·艾力", "药房", "乌鲁木齐"),
        ("买买提·艾力·药房·喀什", "买买提·艾力", "药房", "喀什"),
        ("John Smith-GE Healthcare-Shanghai", "John Smith", "GE Healthcare", "Shanghai"),
        ("欧阳娜-经销商-耗材-郑州", "欧阳娜", "经销商-耗材", "郑州"),
        ("张三-北京-骨科", "张三", "骨科", "北京"),
        ("张三 - 骨科 - Boston", "张三", "骨科", "Boston"),
        ("张老师 影像科 某小镇", "张老师", "影像科", "某小镇"),
    ],
)
def test_complete_cards(text: str, name: str, trade: str, place: str) -> None:
    card = parse_card(text)
    assert dict(card.values) == {"name": name, "trade": trade, "place": place}
    assert card.complete


@pytest.mark.parametrize(
    ("text", "missing", "doubtful"),
    [
        ("张三-北京", ("trade",), ()),
        ("张三-骨科", ("place",), ()),
        ("张三", ("trade", "place"), ()),
        ("开心每一天-销售-北京", (), ("name",)),
        ("A00123", ("trade", "place"), ("name",)),
        ("", ("name", "trade", "place"), ()),
        ("\u3164\u3164", ("name", "trade", "place"), ()),
    ],
)
def test_what_a_card_lacks_is_named(text: str, missing: tuple[str, ...], doubtful: tuple[str, ...]) -> None:
    card = parse_card(text)
    assert (card.missing, card.doubtful) == (missing, doubtful)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("江苏省南京市", True), ("上海市", True), ("骨科", False), ("海州区", False), ("", False)],
)
def test_places(text: str, is_one: bool) -> None:
    assert is_place(text) is is_one


@given(any_text)
def test_any_text_is_a_card_of_some_kind(text: str) -> None:
    card = parse_card(text)
    assert set(card.values) == {"name", "trade", "place"}
    assert set(card.missing).isdisjoint(card.doubtful)


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("张三-医疗器械-上海", "张三"),
        ("欧阳明月｜超声科｜苏州", "欧阳明月"),
        ("张三", "张三"),
        ("仓库-耗材-上海", "仓库-耗材-上海"),
        ("", ""),
    ],
)
def test_a_complete_card_tells_the_name(called: str, name: str) -> None:
    assert name_on(called) == name


@pytest.mark.parametrize(
    ("form", "text", "values"),
    [
        ("department-name", "财务部-张三", ("财务部", "张三")),
        ("department-name", "IT—王五", ("IT", "王五")),
        ("department-name", "总经办 刘六", ("总经办", "刘六")),
        ("department-name", "（财务部）张三", ("财务部", "张三")),
        ("department-name", "财务部·买买提·艾力", ("财务部", "买买提·艾力")),
        ("department-name", "Sales-John Smith", ("Sales", "John Smith")),
        ("department-name", "张三-财务部", ("财务部", "张三")),
        ("department+name", "财务部张三", ("财务部", "张三")),
        ("department+name", "市场二部欧阳娜", ("市场二部", "欧阳娜")),
        ("department+name", "采购部经理王小明", ("采购部经理", "王小明")),
        ("department+name", "急诊科李主任", ("急诊科", "李主任")),
        ("company+post+name", "华夏医疗+销售部经理+张三", ("华夏医疗", "销售部经理", "张三")),
        ("company+post+name", "宏远-财务部-主管-王五", ("宏远", "财务部-主管", "王五")),
        ("company+post+name", "华夏医疗销售部经理 张三", ("华夏医疗", "销售部经理", "张三")),
        ("company+post+name", "华夏医疗销售部经理张三", ("华夏医疗", "销售部经理", "张三")),
        ("company+post+name", "锐进重工营销部经理陈立", ("锐进重工", "营销部经理", "陈立")),
        ("company+post+name", "腾达集团+CEO+John Smith", ("腾达集团", "CEO", "John Smith")),
        ("building#flat@name", "g9#101@李明", ("101", "g9", "李明")),
        ("building#flat@name", "９＃１０１＠李明", ("101", "9", "李明")),
        ("building#flat@name", "9栋2单元101李女士", ("101", "9", "李女士")),
        ("building#flat@name", "12-1203 王阿姨", ("1203", "12", "王阿姨")),
        ("building#flat@name", "A3-502Lily", ("502", "A3", "Lily")),
        ("building#flat@name", "101室", ("101", "", "")),
        ("region-name", "江苏-张三", ("江苏", "张三")),
        ("region-name", "江苏张三", ("江苏", "张三")),
        ("region-name", "苏北 李四", ("苏北", "李四")),
        ("region-name", "张三-南京", ("南京", "张三")),
        ("region-name", "内蒙古·巴特尔·乌兰", ("内蒙古", "巴特尔·乌兰")),
        ("class+pupil+relation", "3班刘小爸爸", ("3班", "刘小", "爸爸")),
        ("class+pupil+relation", "三年级（2）班-刘小的妈妈", ("三年级（2）班", "刘小", "妈妈")),
        ("class+pupil+relation", "302班 张子涵 家长", ("302班", "张子涵", "家长")),
        ("class+pupil+relation", "王芳(3班语文)", ("3班", "王芳", "语文")),
        ("class+pupil+relation", "王芳老师（3班班主任）", ("3班", "王芳老师", "班主任")),
        ("nick+star", "小溪★摄影", ("小溪", "★", "摄影")),
        ("nick+star", "阿花-☆-美食", ("阿花", "☆", "美食")),
        ("nick+star", "老周⭐️钓鱼", ("老周", "★", "钓鱼")),
        ("name", "工程部张三", ("张三",)),
        ("name", "Ağca Øyvind", ("Ağca Øyvind",)),
    ],
)
def test_complete_cards_of_every_form(form: str, text: str, values: tuple[str, ...]) -> None:
    card = parse_card(text, CARD_FORMS[form])
    assert tuple(card.values.values()) == values
    assert card.complete


@pytest.mark.parametrize(
    ("form", "text", "missing", "doubtful"),
    [
        ("department-name", "张三", ("department",), ()),
        ("department-name", "财务部", ("name",), ()),
        ("department+name", "财务部小张", (), ("name",)),
        ("company+post+name", "华夏公司 张三", ("post",), ()),
        ("company+post+name", "张三", ("company", "post"), ()),
        ("company+post+name", "人力资源部经理 张三", ("company",), ()),
        ("building#flat@name", "g9#李明", ("flat",), ()),
        ("building#flat@name", "李明", ("flat",), ()),
        ("region-name", "张三", ("region",), ()),
        ("region-name", "南京", ("name",), ()),
        ("class+pupil+relation", "刘小爸爸", ("class",), ()),
        ("class+pupil+relation", "3班刘小", ("relation",), ()),
        ("class+pupil+relation", "3班开心果妈妈", (), ("pupil",)),
        ("class+pupil+relation", "（3班语文）", ("name",), ()),
        ("nick+star", "阿花☆", ("tag",), ()),
        ("nick+star", "阿花", ("mark", "tag"), ()),
        ("name", "小张", (), ("name",)),
        ("name", "", ("name",), ()),
    ],
)
def test_what_a_card_of_any_form_lacks_is_named(
    form: str, text: str, missing: tuple[str, ...], doubtful: tuple[str, ...]
) -> None:
    card = parse_card(text, CARD_FORMS[form])
    assert (card.missing, card.doubtful) == (missing, doubtful)


SEPARATORS = st.sampled_from([*"-–—－_＿+＋|｜/／ \u3000", " - ", "（"])
PEOPLE = st.sampled_from(["张三", "欧阳娜", "李主任", "王老师", "买买提·艾力", "John Smith", "诸葛小明"])


@given(
    PEOPLE,
    st.sampled_from(["骨科", "迈瑞医疗", "器械销售"]),
    st.sampled_from(["北京", "乌鲁木齐"]),
    SEPARATORS,
)
def test_a_card_is_read_whatever_separates_its_parts(name: str, trade: str, place: str, sign: str) -> None:
    if sign.strip() or " " not in name:
        card = parse_card(sign.join((name, trade, place)))
        assert tuple(card.values.values()) == (name, trade, place)


@given(st.sampled_from(["财务部", "IT", "采购中心", "一车间"]), PEOPLE, SEPARATORS)
def test_a_department_is_told_from_the_name_whatever_separates_them(unit: str, name: str, sign: str) -> None:
    if sign.strip() or not (unit.isascii() and name.isascii()):
        card = parse_card(unit + sign + name, CARD_FORMS["department-name"])
        assert (card.values["department"], card.values["name"]) == (unit, name)


@given(any_text, st.sampled_from(sorted(CARD_FORMS)))
def test_any_text_is_read_by_any_form(text: str, form: str) -> None:
    card = parse_card(text, CARD_FORMS[form])
    assert set(card.missing).isdisjoint(card.doubtful)
    assert {name for name, value in card.values.items() if value}.isdisjoint(card.missing)
