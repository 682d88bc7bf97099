"""Name cards of the form name - trade - place."""

from __future__ import annotations

import pytest
from hypothesis import given

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
