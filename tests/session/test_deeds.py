"""What is written: strikes, notices, voiding, undo, members; told to subscribers, kept over a restart."""

from __future__ import annotations

from pathlib import Path

import pytest

from moderator_app.core.errors import Ambiguous, BadInput, NotFound, NotSaved, Refused
from moderator_app.core.message import Role
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.member import Status
from moderator_app.session import Change, RowState, Session, Topic
from tests.session.conftest import Clock, Reopen

AD = "一次性手套，大量现货"


def count(session: Session, name: str) -> int:
    return session.row(session.member(name).id).active


def test_a_stranger_with_a_complete_name_card_is_kept_under_the_name_on_it(session: Session):
    case = session.check(AD, member="张三-医疗器械-上海")
    session.strike(case, "叫卖")
    member = session.member("张三")
    assert (member.name, member.card) == ("张三", "张三-医疗器械-上海")
    assert session.own_notice(case.offers[0].text) is not None
    assert session.check(AD, member="张三-医疗器械-上海").member == member


def test_a_place_that_breaks_two_clauses_is_kept_once(tmp_path: Path):
    with Session.open(tmp_path / "yigongxie") as session:
        case = session.check("一次性手术衣大量现货，工厂直供，欢迎咨询，微信 zs_demo1", member="张三")
        assert len(case.verdict.findings) > 1
        spans = session.strike(case).entries[1].spans
    assert len(spans) == len(set(spans)) > 0
    assert list(spans) == sorted(spans)


def test_a_strike_adds_a_stranger_and_keeps_the_notice_word_for_word(session: Session, reopen: Reopen):
    case = session.check(AD, member="张三")
    change = session.strike(case, "叫卖")
    assert [entry.kind for entry in change.entries] == [
        EntryKind.MEMBER_ADDED,
        EntryKind.STRIKE,
        EntryKind.NOTICE,
    ]
    assert len({entry.action for entry in change.entries}) == 1
    strike, given = change.entries[1:]
    assert (strike.rules, strike.message, strike.spans, strike.notice) == (
        ("hawking",),
        AD,
        ((6, 10),),
        "叫卖",
    )
    assert given.message == case.offers[0].text
    assert (change.count, change.undoable, change.topic) == (1, True, Topic.RECORD)
    assert change.label.code == "did.strike"
    assert change.label.values["rule"] == "叫卖"
    assert change.label.values["rule_en"] == "Hawking"
    session = reopen()
    assert count(session, "张三") == 1
    (row, added) = session.record(session.member("张三").id)
    assert (row.entry.id, row.state, row.void) == (strike.id, RowState.ACTIVE, None)
    assert added.state is RowState.PLAIN


def test_a_strike_can_go_to_another_than_the_case_named(session: Session):
    session.add_member("李四")
    session.strike(session.check(AD, member="张三"), member="李四")
    assert count(session, "李四") == 1
    with pytest.raises(NotFound):
        session.member("张三")


def test_nobody_or_several_named_records_nothing(session: Session):
    with pytest.raises(BadInput) as caught:
        session.strike(session.check(AD), "叫卖")
    assert caught.value.reason.code == "strike.nobody"
    session.add_member("李明", card="一部")
    session.add_member("李明", card="二部")
    with pytest.raises(Ambiguous) as several:
        session.strike_by_name("李明")
    assert several.value.reason.values["count"] == 2
    assert session.undoable() is not None
    assert session.undoable().label.code == "did.member-added"  # type: ignore[union-attr]


def test_undo_takes_back_strike_notice_and_the_added_member(session: Session, reopen: Reopen):
    session.strike(session.check(AD, member="张三"), "叫卖")
    session.strike(session.check(AD, member="张三"), "叫卖 2")
    assert count(session, "张三") == 2
    session = reopen()
    undone = session.undo()
    assert (undone.label.code, undone.count, undone.undoable) == ("undone.strike", 1, False)
    assert undone.label.values["member"] == "张三"
    assert session.notice_counts() == {"叫卖": 1}
    session.undo()
    assert session.members() == []
    assert session.notice_counts() == {}
    assert session.undoable() is None
    with pytest.raises(Refused) as caught:
        session.undo()
    assert caught.value.reason.code == "undo.nothing"


def test_undo_names_what_it_would_take_back(session: Session):
    session.add_member("张三")
    member = session.member("张三").id
    session.edit_member(member, card="张三-上海")
    assert session.undoable().label.code == "did.member-edited"  # type: ignore[union-attr]
    session.undo()
    assert session.row(member).member.card == ""
    session.remove_member(member)
    session.undo()
    assert session.row(member).member.name == "张三"


def test_undo_reaches_what_was_done_long_ago(session: Session, clock: Clock):
    session.strike_by_name("张三")
    clock.go(days=200)
    assert session.undo().label.code == "undone.strike"


def test_a_voided_strike_counts_no_more_and_stays_with_its_reason(session: Session):
    strike = session.strike_by_name("张三", rules=["叫卖"]).entries[1]
    change = session.void(strike.id, "是在回答求购")
    assert (change.label.code, change.count) == ("did.void", 0)
    rows = session.record(change.members[0])
    struck = next(row for row in rows if row.entry.id == strike.id)
    assert struck.state is RowState.VOIDED
    assert struck.void is not None
    assert struck.void.reason == "是在回答求购"
    with pytest.raises(Refused):
        session.void(strike.id, "再来")
    with pytest.raises(NotFound):
        session.void("x", "y")
    with pytest.raises(BadInput):
        session.void(strike.id, "  ")
    session.undo()
    assert count(session, "张三") == 1


def test_a_strike_by_name_takes_clauses_by_id_or_title(session: Session):
    change = session.strike_by_name("张三", rules=["Hawking"], message="现货", notice="叫卖")
    assert change.entries[1].rules == ("hawking",)
    assert change.entries[2].message.startswith("@张三 您好，试验群不叫卖，这是第 1 次提醒")
    with pytest.raises(NotFound) as caught:
        session.strike_by_name("张三", rules=["没有这条"])
    assert caught.value.reason.code == "rule.unknown"
    assert count(session, "张三") == 1


def test_a_notice_without_a_strike_is_counted_and_can_be_undone(session: Session, clock: Clock):
    session.note_notice("进群")
    session.note_notice("进群", "新人甲")
    clock.go(days=40)
    session.note_notice("进群", "新人乙")
    assert session.notice_counts() == {"进群": 1}
    assert session.notice_counts(clock.at.date().replace(month=3)) == {"进群": 2}
    assert session.notices_today() == 1
    assert [use.name for use in session.notice_uses("进群")] == ["新人乙", "新人甲", ""]
    assert session.members() == []
    session.undo()
    assert session.notices_today() == 0


def test_uses_of_a_notice_tell_the_message_it_answered(session: Session):
    session.strike(session.check(AD, member="张三"), "叫卖")
    (use,) = session.notice_uses("叫卖")
    assert (use.name, use.rules, use.message, use.evidence) == ("张三", ("hawking",), AD, "大量现货")


def test_subscribers_hear_every_change_until_they_leave(session: Session):
    heard: list[Change] = []
    leave = session.subscribe(heard.append)
    session.add_member("张三")
    session.set_setting("scale", 125)
    session.save_notice("叫卖", "新的")
    leave()
    leave()
    session.add_member("李四")
    assert [change.topic for change in heard] == [Topic.MEMBERS, Topic.SETTINGS, Topic.NOTICES]


def test_the_last_notice_is_known_when_it_comes_back_also_after_a_restart(session: Session, reopen: Reopen):
    case = session.check(AD, member="张三")
    session.strike(case, "叫卖")
    text = case.offers[0].text
    for each in (session, reopen()):
        last = each.own_notice(text.replace("@张三 ", "@张三\u2005").replace("\n", "\r\n") + "\n")
        assert last is not None
        assert (last.notice.id, last.member, last.count) == ("叫卖", "张三", 1)
        assert last.change is not None
        assert last.change.label.code == "did.strike"
        assert each.own_notice(text[:-3]) is None
        assert each.own_notice("") is None
    session = reopen()
    session.undo()
    assert session.own_notice(text) is None
    assert session.last_notice is None


def test_a_copy_that_records_nothing_is_recognised_in_this_run(session: Session, data_dir: Path):
    text = session.notice_text("进群")
    before = sorted(data_dir.rglob("*"))
    session.remember_copied("进群", text)
    last = session.own_notice(text)
    assert last is not None
    assert (last.notice.id, last.change, last.count) == ("进群", None, None)
    assert sorted(data_dir.rglob("*")) == before


def test_members_are_added_edited_removed_and_found(session: Session, reopen: Reopen):
    session.add_member("张三", card="张三-器械-上海", aliases=["三哥", "三哥"], role="paid")
    session.add_member("李四")
    member = session.member("三哥")
    assert (member.aliases, member.role) == (("三哥",), Role.PAID)
    session.edit_member(member.id, status=Status.FREE_GROUP, joined="2026-01-05")
    session = reopen()
    assert session.member("张三").status is Status.FREE_GROUP
    assert [row.member.name for row in session.search("zs")] == ["张三"]
    assert [row.member.name for row in session.search("")] == ["李四", "张三"]  # by pinyin
    session.strike_by_name("张三")
    session.remove_member(member.id)
    assert [row.member.name for row in session.members()] == ["李四"]
    assert session.record(member.id)[0].entry.kind is EntryKind.MEMBER_REMOVED


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"role": "king"}, "member.bad-field"),
        ({"card": 3}, "member.bad-field"),
        ({"joined": "gestern"}, "member.bad-field"),
        ({"aliases": "三哥"}, "member.bad-field"),
        ({"id": "x"}, "member.unknown-field"),
        ({"name": " \n"}, "member.no-name"),
        ({"name": "长" * 201}, "member.long-name"),
        ({"card": ""}, "member.nothing-changed"),
    ],
)
def test_what_cannot_be_a_members_is_refused_and_nothing_is_saved(session: Session, fields, code: str):
    session.add_member("张三")
    member = session.member("张三").id
    with pytest.raises((BadInput, Refused)) as caught:
        session.edit_member(member, **fields)
    assert caught.value.reason.code == code
    assert len(session.record(member)) == 1


def test_the_same_name_and_card_twice_is_refused(session: Session):
    session.add_member("张三")
    with pytest.raises(Refused):
        session.add_member("张三")
    session.add_member("张三", card="张三-苏州")
    assert len(session.members()) == 2


def test_a_name_of_invisible_letters_is_still_a_name(session: Session):
    session.strike_by_name("\u3164\u3164\u3164\u3164\u3164")
    assert [row.active for row in session.members()] == [1]


def test_a_very_long_message_is_kept_in_part(session: Session):
    case = session.check("大量现货" + "长" * 15_000, member="张三")
    strike = session.strike(case).entries[1]
    assert len(strike.message) == 10_000
    assert all(end <= 10_000 for _, end in strike.spans)


def test_reading_only_refuses_to_write(session: Session, data_dir: Path):
    with Session.open(data_dir, write=False) as reader, pytest.raises(NotSaved):
        reader.strike_by_name("张三")
    assert session.members() == []
