"""Who shall not come back is recognised in every group and under other names."""

import pytest

from moderator_app.core.errors import BadInput, Refused
from moderator_app.core.rules.verdict import Action
from moderator_app.core.text.system_lines import Join
from moderator_app.session import Nearness, Session
from tests.session.conftest import Reopen
from tests.session.process.conftest import Opened, add


@pytest.fixture
def session(process_of: Opened) -> Session:
    return process_of()


@pytest.fixture
def listed(session: Session) -> Session:
    """骗子王大明, also called 明哥, was put on the list in the free group."""
    session.choose_group("free")
    (member,) = add(session, "王大明", card="王大明-医疗器械-上海", aliases=["明哥"])
    session.process.block(member, "骗钱")
    session.choose_group("g")
    return session


@pytest.mark.parametrize(
    ("name", "likeness", "known"),
    [
        ("王大明", Nearness.SAME, "王大明"),
        (" 王大 明", Nearness.SAME, "王大明"),
        ("王大明-销售-苏州", Nearness.SAME, "王大明"),
        ("明哥", Nearness.ALIAS, "明哥"),
        ("王大明-医疗器械-上海", Nearness.SAME, "王大明"),
        ("王大名", Nearness.NEAR, "王大明"),
        ("王大明🌸", Nearness.NEAR, "王大明"),
    ],
)
def test_a_name_is_like_the_listed_one(listed: Session, name: str, likeness: Nearness, known: str):
    (alarm,) = listed.process.alarms(name)
    assert (alarm.name, alarm.likeness, alarm.known) == (name, likeness, known)
    assert (alarm.blocked.why, alarm.blocked.groups) == ("骗钱", ("自由群",))
    assert set(alarm.blocked.names) == {"王大明", "王大明-医疗器械-上海", "明哥"}


@pytest.mark.parametrize("name", ["李四", "王", "大明湖", "", "医疗器械", "上海"])
def test_other_names_are_not(listed: Session, name: str):
    assert listed.process.alarms(name) == ()


def test_of_many_names_the_surest_is_told_first(listed: Session):
    alarms = listed.process.alarms(["王大名", "李四", "明哥", "王大明"])
    assert [alarm.name for alarm in alarms] == ["王大明", "明哥", "王大名"]


def test_a_check_warns_of_a_sender_and_a_join_of_a_newcomer(listed: Session):
    case = listed.check("大家好，请问几点开会", member="王大名")
    assert [alarm.likeness for alarm in case.alarms] == [Nearness.NEAR]
    assert listed.check("大家好", member="李四").alarms == ()
    preview = listed.join([Join(names=("王大明", "李四"), inviter="赵六")])
    assert [alarm.name for alarm in preview.alarms] == ["王大明"]


def test_whoever_is_added_all_the_same_is_told_of(listed: Session):
    change = listed.add_member("明哥")
    assert [(reason.code, reason.values["why"]) for reason in change.warnings] == [("blocked.alias", "骗钱")]
    assert listed.add_member("李四").warnings == ()
    assert [reason.code for reason in listed.strike_by_name("王大名").warnings] == ["blocked.near"]


def test_a_member_of_long_standing_is_not_suspected_for_a_near_name(session: Session):
    add(session, "王大名")
    session.choose_group("free")
    (member,) = add(session, "王大明")
    session.process.block(member, "骗钱")
    assert session.check("早", member="王大名", group="g").alarms == ()
    assert [each.likeness for each in session.check("早", member="王大明", group="free").alarms] == [
        Nearness.SAME
    ]


def test_the_linked_person_is_listed_under_every_name(session: Session):
    (member,) = add(session, "张三", aliases=["小张"])
    session.process.take(member, Action.MOVE)
    (there,) = session.members("free")
    session.edit_member(there.member.id, name="阿三")
    session.process.block(there.member.id, "骗钱")
    (blocked,) = session.process.blocked()
    assert set(blocked.names) == {"阿三", "小张", "张三"}
    assert set(blocked.groups) == {"自由群", "试验群"}
    assert [alarm.known for alarm in session.process.alarms("张三")] == ["张三"]


def test_the_list_outlives_the_roster_and_a_restart(listed: Session, reopen: Reopen):
    (blocked,) = listed.process.blocked()
    listed.remove_member(blocked.member.id)
    session = reopen()
    assert [alarm.known for alarm in session.process.alarms("明哥")] == ["明哥"]
    session.process.unblock(blocked.member.id)
    assert (session.process.blocked(), session.process.alarms("明哥")) == ((), ())
    session.undo()
    assert [each.member.name for each in session.process.blocked()] == ["王大明"]


def test_what_makes_no_sense_is_refused(listed: Session):
    (blocked,) = listed.process.blocked()
    with pytest.raises(Refused, match=r"process\.blocked-already"):
        listed.process.block(blocked.member.id, "又来")
    (member,) = add(listed, "李四")
    with pytest.raises(BadInput, match=r"process\.no-reason"):
        listed.process.block(member, " ")
    with pytest.raises(Refused, match=r"process\.not-blocked"):
        listed.process.unblock(member)
