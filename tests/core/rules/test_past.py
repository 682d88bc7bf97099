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
    found = Past([said(AD)]).alike(AD.replace("口罩", "口照"), least=0.8)
    assert found is not None
    assert 0.8 < found.share < 1


def test_what_has_little_in_common_is_not_alike() -> None:
    assert Past([said(AD)]).alike("昨天的会议资料已经上传，请各位老师查收", least=0.3) is None
    assert Past().alike(AD) is None
    assert Past([said(""), said("好", "2")]).alike("好") is None


def test_members_times_and_outcomes_choose_among_what_is_alike() -> None:
    past = Past(
        [
            said(AD, "old", at=NOON - timedelta(days=40), outcome=Outcome.CONFIRMED),
            said(AD, "new", name="王五", member="m5"),
        ]
    )
    assert past.alike(AD).checked.id == "new"  # type: ignore[union-attr]
    assert past.alike(AD, other_than=("m5",)).checked.id == "old"  # type: ignore[union-attr]
    assert past.alike(AD, outcomes={Outcome.CONFIRMED}).checked.id == "old"  # type: ignore[union-attr]
    assert past.alike(AD, since=NOON - timedelta(days=30), other_than=("王五",)) is None
    past.replace_outcome("new", Outcome.CLEARED)
    assert past.alike(AD, outcomes={Outcome.CLEARED}).checked.id == "new"  # type: ignore[union-attr]
    past.discard("new")
    past.discard("new")
    past.replace_outcome("new", Outcome.OPEN)
    assert past.alike(AD, outcomes={Outcome.CLEARED}) is None
    assert [item.id for item in past] == ["old"]


def test_what_a_member_said_is_found_by_name_and_by_id() -> None:
    past = Past([said("一二三", "1", member="m4"), said("四五六", "2", at=NOON + timedelta(hours=1))])
    assert [item.id for item in past.by_member("李四")] == ["1", "2"]
    assert [item.id for item in past.by_member("m4")] == ["1"]
    assert [item.id for item in past.by_member("李四", NOON + timedelta(minutes=1))] == ["2"]
    assert past.by_member("") == ()
    assert [item.id for item in past.since(NOON.astimezone(UTC) + timedelta(minutes=1))] == ["2"]


def test_a_history_without_texts_knows_what_is_alike() -> None:
    past = Past([said(AD, keep_text=False)])
    found = past.alike(AD)
    assert found is not None
    assert (found.share, found.checked.text) == (1.0, "")


def test_a_thousand_near_copies_cost_no_more_than_a_few() -> None:
    past = Past(said(f"{AD}{chr(0x4E00 + n)}{chr(0x5E00 + n)}", str(n)) for n in range(2000))
    assert 0 < len(past.near(AD, least=0.8)) < 1000
    found = past.alike(AD)
    assert found is not None
    assert found.share > 0.8


TEXTS = st.text(alphabet="甲乙丙丁a1，。 ", max_size=14)


@given(st.lists(st.tuples(TEXTS, st.sampled_from(Outcome)), max_size=14), TEXTS, st.floats(0.05, 1))
@settings(max_examples=300, deadline=None)
def test_the_index_finds_what_comparing_with_each_finds(
    texts: list[tuple[str, Outcome]], asked: str, least: float
) -> None:
    past = Past(
        said(text, str(n), at=NOON + timedelta(minutes=n), outcome=outcome)
        for n, (text, outcome) in enumerate(texts)
    )
    for n in range(0, len(texts), 5):
        past.discard(str(n))
    for outcomes in (tuple(Outcome), (Outcome.CONFIRMED,)):
        shares = [
            (alike(pieces_of(asked), item.pieces), item.at) for item in past if item.outcome in outcomes
        ]
        share, at = max(shares, default=(0.0, NOON))
        found = past.alike(asked, least=least, outcomes=outcomes)
        if share < least:
            assert found is None
        else:
            assert found is not None
            assert (found.share, found.checked.at) == (share, at)
