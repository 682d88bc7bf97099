"""Characters taken apart, and signs strewn between them: what is put together, and what stays as it is."""

import pytest

from moderator_app.core.text.normalise import normalise
from moderator_app.core.text.normalised import Step


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("亻氐亻介扌比发", "低价批发"),
        ("扌召商加盟", "招商加盟"),
        ("王见化贝", "现货"),
        ("君羊里说", "群里说"),
        ("讠青看附亻牛", "请看附件"),
        ("女子马奇", "好骑"),
    ],
)
def test_parts_side_by_side_are_one_character(written: str, read: str) -> None:
    found = normalise(written)
    assert found.text == read
    assert Step.SPLIT_CHARACTERS in found.steps
    assert found.span(0, 1) == (0, 2) or found.text[0] == written[0]


@pytest.mark.parametrize(
    "text", ["女子监护室", "60 分贝以下", "李木子老师", "又见面了", "走取样通道", "禾木村"]
)
def test_ordinary_neighbours_stay_two_characters(text: str) -> None:
    assert normalise(text).text == text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("大l量l现l货", "大量现货"),
        ("厂*家*直*销", "厂家直销"),
        ("厂 家 直 销", "厂家直销"),
        ("价🌹格🌹优🌹惠", "价格优惠"),
        ("批_发_价_来_了", "批发价来了"),
    ],
)
def test_strewn_signs_are_read_over(written: str, read: str) -> None:
    found = normalise(written)
    assert found.text == read
    assert Step.STREWN_FILLERS in found.steps
    assert found.span(0, len(read)) == (0, len(written))


@pytest.mark.parametrize(
    "text", ["甲 乙 丙 丁", "张三 李四 王五", "苹果,梨,桃,杏", "东 南 西 北", "去,买,菜,吧", "一.二.三.四"]
)
def test_lists_keep_their_signs(text: str) -> None:
    assert normalise(text).text == text
