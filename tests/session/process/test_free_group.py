"""The free group is made and linked with the first move, in one action that one undo takes back."""

from __future__ import annotations

import pytest

from moderator_app.core.errors import Refused
from moderator_app.core.roster.member import Status
from moderator_app.core.rules.verdict import Action
from moderator_app.session import Session
from tests.session.conftest import Reopen


@pytest.fixture
def session(reopen: Reopen) -> Session:
    """A fresh installation: 医工协群 alone, as the program makes it."""
    return reopen()


def move(session: Session, name: str) -> str:
    member = session.add_member(name).members[0]
    session.process.take(member, Action.MOVE)
    return member


def test_the_first_move_makes_the_free_group_and_links_it(session: Session) -> None:
    free = session.process.free_group()
    assert free is not None and free.made and not free.linked
    member = session.add_member("张三", card="张三-器械-上海").members[0]
    change = session.process.take(member, Action.MOVE)
    assert [reason.code for reason in change.warnings] == ["free-group.made"]
    assert change.label.code == "did.move"
    (home, made) = session.groups()
    assert (home.id, home.linked_free_group) == ("yigongxie", made.id)
    assert (made.id, made.title.zh, made.title.en, made.rulebook) == (
        "free-group",
        "自由群",
        "Free group",
        "free-group",
    )
    assert session.row(member).member.status is Status.FREE_GROUP
    assert [row.member.card for row in session.members("free-group")] == ["张三-器械-上海"]


def test_it_is_told_before_the_move_what_becomes_of_the_groups(session: Session) -> None:
    free = session.process.free_group()
    assert free is not None and free.ahead is not None
    assert free.ahead.code == "free-group.to-make"
    move(session, "张三")
    linked = session.process.free_group()
    assert linked is not None and linked.ahead is None


def test_one_undo_takes_all_of_it_back_also_after_a_restart(session: Session, reopen: Reopen) -> None:
    member = move(session, "张三")
    session.close()
    again = reopen()
    again.undo()
    assert [(group.id, group.linked_free_group) for group in again.groups()] == [("yigongxie", "")]
    assert again.row(member).member.status is Status.ACTIVE
    again.process.take(member, Action.MOVE)
    assert [row.member.name for row in again.members("free-group")] == ["张三"]


def test_the_second_move_finds_it_linked(session: Session) -> None:
    move(session, "张三")
    change = session.process.take(session.add_member("李四").members[0], Action.MOVE)
    assert change.warnings == ()
    assert len(session.groups()) == 2
    assert {row.member.name for row in session.members("free-group")} == {"张三", "李四"}


def test_while_somebody_else_is_there_the_group_stays(session: Session) -> None:
    move(session, "张三")
    first = session.undoable()
    move(session, "李四")
    assert first is not None
    with pytest.raises(Refused):
        session.log.undo(first.action)
    assert len(session.groups()) == 2


def test_a_free_group_that_was_added_by_hand_is_linked_and_no_other_made(session: Session) -> None:
    session.add_group("free", "发广告的群", "free-group")
    session.choose_group("yigongxie")
    member = session.add_member("张三").members[0]
    change = session.process.take(member, Action.MOVE)
    assert [reason.code for reason in change.warnings] == ["free-group.linked"]
    assert len(session.groups()) == 2
    assert session.groups()[0].linked_free_group == "free"
    session.undo()
    assert session.groups()[0].linked_free_group == ""
    assert len(session.groups()) == 2


def test_of_several_none_is_taken_by_guess_and_the_new_one_is_told_apart(session: Session) -> None:
    for name in ("one", "two"):
        session.add_group(name, "自由群" if name == "one" else "另一个", "free-group")
    session.choose_group("yigongxie")
    move(session, "张三")
    assert session.groups()[-1].title.zh == "医工协群的自由群"
    assert session.groups()[0].linked_free_group == "free-group"


def test_it_can_be_made_before_anybody_is_moved_and_only_once(session: Session) -> None:
    change = session.process.add_free_group()
    assert change.label.code == "did.group-added"
    assert session.groups()[0].linked_free_group == "free-group"
    with pytest.raises(Refused):
        session.process.add_free_group()
    session.undo()
    assert len(session.groups()) == 1


def test_a_group_whose_rules_name_no_free_group_gets_none(session: Session) -> None:
    session.add_group("town", "同乡群", "hometown")
    session.choose_group("town")
    assert session.process.free_group() is None
    member = session.add_member("张三").members[0]
    assert session.process.take(member, Action.MOVE).warnings == ()
    assert len(session.groups()) == 2


def test_who_advertises_in_the_made_group_is_left_in_peace_and_may_come_back(
    session: Session,
) -> None:
    member = move(session, "张三")
    ad = "一次性手术衣工厂直供，大量现货，价格优惠，需要的加微信 zs_demo99"
    assert session.check(ad, member="张三", group="free-group").verdict.level == "ok"
    session.process.bring_back(member)
    assert session.row(member).member.status is Status.ACTIVE
    assert [row.member.status for row in session.members("free-group")] == [Status.LEFT]
