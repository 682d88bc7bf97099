"""What deleting a person means is told before: what goes, where their names stand, what stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from moderator_app import i18n
from moderator_app.core.errors import Ambiguous, NotFound
from moderator_app.sentences import reason_text
from moderator_app.session import Session

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


@pytest.fixture
def told(session: Session, tmp_path: Path) -> Session:
    """张三丰 with all that can be kept of him, and what others said of him."""
    picture = tmp_path / "shot.png"
    picture.write_bytes(PNG)
    session.add_member("张三丰", card="张三丰-采购-上海", aliases=("小雨",))
    session.add_member("李四平")
    case = session.check("手套大量现货", member="张三丰")
    session.remember(case)
    session.strike(case, "叫卖")
    session.rules.misjudged(session.check("帽子大量现货", member="张三丰"))
    session.process.report("张三丰", text="骂人", pictures=[picture])
    session.process.report("李四平", text="张三丰说的：他也骂人", reporter="张三丰")
    session.strike_by_name("李四平", message="张三丰和@张三丰 都来了，今天有小雨")
    session.strike_by_name("李四平", message="今天有小雨，张三丰-采购-上海在吗")
    session.save_notice("叫卖", "不要像张三丰那样")
    return session


def test_all_of_it_is_counted_before(told: Session):
    who = told.member("张三丰").id
    found = told.upkeep.parting(who)
    assert (found.name, [(group.id, name) for group, name in found.people]) == (
        "张三丰-采购-上海",
        [("g", "张三丰-采购-上海")],
    )
    traces = found.traces
    assert (traces.strikes, traces.pictures, traces.checks) == (1, 1, 2)
    assert (traces.reports, traces.examples) == (1, 1)
    assert [(each.name, each.count) for each in traces.mentions] == [
        ("张三丰-采购-上海", 1),
        ("张三丰", 1),
        ("小雨", 2),
    ]
    assert traces.mentions[1].places == ("张三丰和@＊＊＊ 都来了，今天…",)
    assert len(traces.own_texts) == 1
    assert found.mask == ("张三丰-采购-上海", "张三丰"), "小雨 is a word as well"
    assert told.member("张三丰").id == who, "nothing was done"


@pytest.mark.parametrize(
    ("mask", "kept"),
    [
        (None, ["＊＊＊和@＊＊＊ 都来了，今天有小雨", "今天有小雨，＊＊＊＊＊＊＊＊＊在吗"]),
        ((), ["张三丰和@＊＊＊ 都来了，今天有小雨", "今天有小雨，张三丰-采购-上海在吗"]),
        (("小雨",), ["张三丰和@＊＊＊ 都来了，今天有＊＊", "今天有＊＊，张三丰-采购-上海在吗"]),
    ],
)
def test_only_the_names_that_were_told_go_out_of_what_others_said(
    told: Session, mask: tuple[str, ...] | None, kept: list[str]
):
    done = told.upkeep.erase(told.member("张三丰").id, mask=mask)
    assert done.examples == 1
    rows = told.record(told.member("李四平").id)
    assert [row.entry.message for row in rows if row.entry.kind == "strike"][::-1] == kept
    assert all("张三丰" not in row.entry.message for row in rows if row.entry.kind == "reported")
    changes = [path.read_text(encoding="utf-8") for path in told.data_dir.rglob("changes/*.yaml")]
    assert all("帽子" not in text for text in changes)


def test_after_the_deletion_a_sentence_is_judged_by_the_rules_again(told: Session):
    assert told.check("帽子大量现货").verdict.level == "ok"
    told.upkeep.erase(told.member("张三丰").id)
    assert told.check("帽子大量现货").verdict.level == "violation"


def test_a_name_that_another_bears_is_not_masked_unasked(told: Session):
    told.add_member("小张", card="张三丰-技术-北京")
    assert told.upkeep.parting(told.member("张三丰").id).mask == ("张三丰-采购-上海",)


def test_somebody_off_the_list_is_found_by_any_name(told: Session):
    who = told.member("张三丰").id
    told.remove_member(who)
    with pytest.raises(NotFound):
        told.member("张三丰")
    for name in ("张三丰", "张三丰-采购-上海", "小雨", who):
        assert told.upkeep.known_as(name) == who
    assert told.upkeep.parting(who).name == "张三丰"
    told.upkeep.erase(who)
    with pytest.raises(NotFound):
        told.upkeep.known_as("张三丰")
    with pytest.raises(NotFound):
        told.upkeep.parting(who)


def test_of_two_off_the_list_the_name_is_not_enough(session: Session):
    for card in ("甲", "乙"):
        session.add_member("王五", card=card)
        session.remove_member(next(row.member.id for row in session.members() if row.member.card == card))
    with pytest.raises(Ambiguous):
        session.upkeep.known_as("王五")
    assert session.upkeep.known_as("甲") != session.upkeep.known_as("乙")


def test_linked_groups_are_named(told: Session):
    told.add_group("other", "另一个群", "test")
    told.add_member("三丰", group="other")
    told.exchange.link(told.member("张三丰").id, told.member("三丰", "other").id)
    people = told.upkeep.parting(told.member("张三丰").id).people
    assert sorted((group.title.zh, name) for group, name in people) == [
        ("另一个群", "三丰"),
        ("试验群", "张三丰-采购-上海"),
    ]


@pytest.mark.parametrize(("language", "who"), [("zh_CN", "一位资料已删除的成员"), ("en", "a deleted person")])
def test_what_was_done_to_them_is_told_in_whole_sentences(told: Session, language: str, who: str):
    who_it_was = told.member("张三丰").id
    told.process.fine(who_it_was, "10 元")
    told.upkeep.erase(who_it_was)
    before = i18n.language()
    i18n.set_language(language)
    try:
        sentences = [reason_text(row.label) for row in told.log.search() if not row.entry.name]
    finally:
        i18n.set_language(before)
    assert sum(who in sentence for sentence in sentences) >= 3
    assert not [
        sentence for sentence in sentences if "  " in sentence or "「」" in sentence or "“”" in sentence
    ]
