"""The group's history: what is nearly the same is found, whatever the index leaves out on the way."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderator_app.core.rules.past import Checked, Outcome, Past, alike, pieces_of

NOON = datetime(2026, 5, 12, 12, 0)
AD = "大量现货医用口罩，厂家直销，量大从优，欢迎来电咨询"


def said(text: str, id: str = "1", **more: object) -> Checked:
    return Checked.of(text, id=id, **{"at": NOON, "name": "李四", **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "same",
    [
        "大量现货 医用口罩！厂家直销🌹，量大从优[玫瑰]欢迎来电咨询".replace("[玫瑰]", "").replace("！", "，"),
        "大量現貨醫用口罩，廠家直銷，量大從優，歡迎來電咨詢",
        "大·量·现·货·医用口罩，厂*家*直*销，量大从优，欢迎来电咨询",
    ],
)
def test_decoration_blanks_and_traditional_letters_change_nothing(same: str) -> None:
    assert alike(pieces_of(AD), pieces_of(same)) == 1.0


def test_the_order_of_sentences_changes_nothing() -> None:
    assert pieces_of("今天有货。明天没有！价格面议") == pieces_of("价格面议。明天没有。今天有货")


def test_one_changed_letter_is_nearly_the_same() -> None:
    (found,) = Past([said(AD)]).near(AD.replace("口罩", "口照"), least=0.8)
    assert 0.8 < found.share < 1


def test_what_has_little_in_common_is_not_alike() -> None:
    assert Past([said(AD)]).near("昨天的会议资料已经上传，请各位老师查收", least=0.3) == ()
    assert Past().near(AD, least=0.8) == ()
    assert Past([said(""), said("好", "2")]).near("好", least=0.8) == ()


def alike_ids(past: Past, text: str) -> list[str]:
    return [found.checked.id for found in past.near(text, least=0.8)]


def test_of_equal_ones_the_newest_comes_first() -> None:
    past = Past([said(AD, "old", at=NOON - timedelta(days=40)), said(AD, "new")])
    assert alike_ids(past, AD) == ["new", "old"]


def test_an_outcome_is_replaced_and_an_unknown_message_is_none() -> None:
    past = Past([said(AD, "one")])
    past.replace_outcome("one", Outcome.CLEARED)
    past.replace_outcome("two", Outcome.CONFIRMED)
    assert [(item.id, item.outcome) for item in past] == [("one", Outcome.CLEARED)]


def test_a_message_in_place_of_another_is_found_in_its_stead() -> None:
    past = Past([said(AD, "one", name="王五", member="m5")])
    past.add(said("昨天的会议资料已经上传，请各位老师查收", "one", name="李四"))
    assert alike_ids(past, AD) == []
    assert [past.by_member(name) for name in ("王五", "m5")] == [(), ()]
    assert len(past.by_member("李四")) == len(past) == 1


def test_what_a_member_said_is_found_by_name_and_by_id() -> None:
    past = Past([said("一二三", "1", member="m4"), said("四五六", "2", at=NOON + timedelta(hours=1))])
    assert [item.id for item in past.by_member("李四")] == ["1", "2"]
    assert [item.id for item in past.by_member("m4")] == ["1"]
    assert [item.id for item in past.by_member("李四", NOON + timedelta(minutes=1))] == ["2"]
    assert past.by_member("") == ()
    assert [item.id for item in past.by_member("李四", NOON.astimezone(UTC) + timedelta(minutes=1))] == ["2"]


def test_a_history_without_texts_knows_what_is_alike() -> None:
    past = Past([said(AD, keep_text=False)])
    (found,) = past.near(AD, least=0.8)
    assert (found.share, found.checked.text) == (1.0, "")


def test_a_thousand_near_copies_cost_no_more_than_a_few() -> None:
    past = Past(said(f"{AD}{chr(0x4E00 + n)}{chr(0x5E00 + n)}", str(n)) for n in range(2000))
    found = past.near(AD, least=0.8)
    assert 0 < len(found) < 1000
    assert found[0].share > 0.8


TEXTS = st.text(alphabet="甲乙丙丁a1，。 ", max_size=14)


@given(st.lists(TEXTS, max_size=14), TEXTS, TEXTS, st.floats(0.05, 1))
@settings(max_examples=300, deadline=None)
def test_the_index_finds_what_comparing_with_each_finds(
    texts: list[str], other: str, asked: str, least: float
) -> None:
    past = Past(said(text, str(n), at=NOON + timedelta(minutes=n)) for n, text in enumerate(texts))
    for n in range(0, len(texts), 5):
        past.add(said(other, str(n), at=NOON + timedelta(minutes=n)))
    shares = [(alike(pieces_of(asked), item.pieces), item.at) for item in past]
    expected = sorted((each for each in shares if each[0] >= least), reverse=True)
    assert [(found.share, found.checked.at) for found in past.near(asked, least=least)] == expected
