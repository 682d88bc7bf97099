"""Join lines: the new members for the roster, who let them in, one welcome for all, one undo."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from moderator_app.core.errors import NotFound, Refused, UnknownToken
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.member import Status
from moderator_app.core.rules.verdict import Level
from moderator_app.session import Session
from tests.session.conftest import RULEBOOK, Reopen

LINES = (
    '"李四"邀请"乙、钱七-器械-上海"加入了群聊\n你邀请"丁"加入了群聊\n"戊"通过扫描"李四"分享的二维码加入群聊'
)


@pytest.fixture
def session(data_dir: Path, reopen: Reopen) -> Session:
    """A session whose rulebook names its welcome notice."""
    text = RULEBOOK.replace("praise: 表扬}", "praise: 表扬, welcome: 进群}")
    (data_dir / "rulebooks" / "test.yaml").write_text(text, encoding="utf-8")
    session = reopen()
    session.add_group("g", "试验群", "test")
    session.choose_group("g")
    return session


def joins(session: Session, text: str = LINES):
    return session.check(text).conversation.joins


def test_join_lines_are_nobodys_offence_and_tell_who_came(session: Session):
    case = session.check('"大量现货"邀请"乙"加入了群聊')
    assert (case.verdict.level, case.conversation.offenders, case.conversation.form) == (Level.OK, (), "W6")
    assert case.conversation.joins[0].names == ("乙",)


def test_new_ones_are_added_with_who_let_them_in_and_welcomed_together(session: Session, reopen: Reopen):
    session.set_setting("moderator", "老王")
    session.add_member("李四", card="李四-骨科-北京")
    session.add_member("乙")
    preview = session.join(joins(session))
    assert preview.new == ("钱七-器械-上海", "丁", "戊")
    assert [member.name for member in preview.known] == ["乙"]
    assert preview.inviters == {"钱七-器械-上海": "李四", "丁": "老王", "戊": "李四"}
    assert (preview.notice, preview.text) == ("进群", "@钱七、丁、戊 欢迎加入试验群。")
    change = session.welcome(joins(session))
    assert (change.label.code, change.label.values["members"]) == ("did.welcome", "钱七、丁、戊")
    session = reopen()
    member = session.member("钱七")
    assert (member.card, member.invited_by, member.joined) == ("钱七-器械-上海", "李四", date(2026, 3, 2))
    assert len(session.members()) == 5
    assert session.own_notice(preview.text) is not None
    assert session.notice_counts() == {"进群": 1}


def test_one_undo_takes_all_of_it_back(session: Session):
    session.welcome(joins(session))
    assert session.undoable() is not None
    assert session.undo().label.code == "undone.welcome"
    assert session.members() == []
    assert session.notice_counts() == {}


def test_a_name_already_known_is_not_added_twice_however_often_it_comes(session: Session):
    session.welcome(joins(session))
    names = [row.member.name for row in session.members()]
    session.welcome(joins(session, f'{LINES}\n"己"邀请"乙、乙、庚"加入了群聊'))
    assert sorted(row.member.name for row in session.members()) == sorted([*names, "庚"])


def test_known_ones_alone_are_welcomed_again_and_nobody_is_added(session: Session):
    session.add_member("乙")
    preview = session.join(joins(session, '"甲"邀请"乙"加入了群聊'))
    assert (preview.new, preview.text) == ((), "@乙 欢迎加入试验群。")
    change = session.welcome(joins(session, '"甲"邀请"乙"加入了群聊'))
    assert [entry.kind for entry in change.entries] == [EntryKind.NOTICE]


def test_who_had_left_is_there_again_and_who_was_removed_is_not_let_back_in_silence(session: Session):
    session.add_member("乙", status=Status.LEFT)
    session.add_member("丙", status=Status.REMOVED)
    lines = '"甲"邀请"乙、丙"加入了群聊'
    assert [member.status for member in session.join(joins(session, lines)).known] == [
        Status.LEFT,
        Status.REMOVED,
    ]
    session.welcome(joins(session, lines))
    assert session.member("乙").status is Status.ACTIVE
    assert session.member("丙").status is Status.REMOVED
    session.undo()
    assert session.member("乙").status is Status.LEFT


def test_join_lines_inside_a_conversation_know_their_day(session: Session):
    text = f"张三\n2026年02月20日 16:04\n欢迎\n\n{LINES}\n\n李四\n2026年02月20日 16:05\n大家好"
    case = session.check(text)
    assert len(case.messages) == 2
    session.welcome(case.conversation.joins)
    assert session.member("丁").joined == date(2026, 2, 20)


def test_the_moderator_alone_is_nobody_new(session: Session):
    found = joins(session, '"甲"邀请你加入了群聊')
    assert session.join(found).new == ()
    with pytest.raises(Refused) as refused:
        session.welcome(found)
    assert refused.value.reason.code == "join.nobody"
    assert session.members() == []


def test_without_a_welcome_notice_they_are_only_added(session: Session):
    session.add_group("plain", "另一群", "yigongxie")
    lines = joins(session)
    session.save_notice("进群告知", "您好 {不认得}", group="plain")
    assert session.join(lines, "plain").problem is not None
    assert session.join(lines, "plain").text == ""
    with pytest.raises(UnknownToken):
        session.welcome(lines, "plain")
    with pytest.raises(NotFound):
        session.member("丁", "plain")


def test_a_rulebook_without_a_welcome_adds_in_silence(data_dir: Path, reopen: Reopen, session: Session):
    (data_dir / "rulebooks" / "test.yaml").write_text(RULEBOOK, encoding="utf-8")
    session = reopen()
    assert session.join(joins(session)).text == ""
    change = session.welcome(joins(session))
    assert {entry.kind for entry in change.entries} == {EntryKind.MEMBER_ADDED}
    with pytest.raises(Refused) as refused:
        session.welcome(joins(session))
    assert refused.value.reason.code == "join.all-known"


def test_looking_at_join_lines_writes_nothing(session: Session, data_dir: Path):
    before = {path: path.read_bytes() for path in data_dir.rglob("*") if path.is_file()}
    session.join(joins(session))
    assert {path: path.read_bytes() for path in data_dir.rglob("*") if path.is_file()} == before


def test_a_name_of_nothing_that_can_be_seen_keeps_nobody_else_out(session: Session):
    came = joins(session, '"李四"邀请"乙、\0、\u200b、 、\u202e丙\u202c"加入了群聊')
    assert session.join(came).new == ("乙", "\u202e丙\u202c")
    session.welcome(came)
    assert len(session.members()) == 2


def test_five_hundred_may_come_in_one_line(session: Session):
    names = [f"成员{number}的昵称也不短" for number in range(500)]
    assert session.join(joins(session, f'"李四"邀请"{"、".join(names)}"加入了群聊')).new == tuple(names)


def test_a_long_name_comes_in_with_the_others_and_an_endless_one_keeps_nobody_out(session: Session):
    long = "长" * 150
    found = joins(session, f'"李四"邀请"乙、{long}、{"无" * 300}"加入了群聊')
    assert session.join(found).new == ("乙", long)
    session.welcome(found)
    assert session.join(found).new == ()
    assert {row.member.name for row in session.members()} == {"乙", long}
