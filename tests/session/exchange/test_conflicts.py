"""What both moderators changed is shown to both, side by side, until one of them settles it."""

from __future__ import annotations

import pytest

from moderator_app.core.errors import BadInput, NotFound, Refused
from moderator_app.core.message import Role
from moderator_app.core.roster.member import Status
from moderator_app.session import Conflict
from tests.session.exchange.conftest import Moderator

Pair = tuple[Moderator, Moderator]


@pytest.fixture
def who(pair: Pair) -> str:
    """张三, whom both know and whose card both changed."""
    one, other = pair
    one.session.add_member("张三", card="张三")
    other.take(one)
    member = one.id_of("张三")
    one.session.edit_member(member, card="张三-上海", notes="甲写的")
    other.session.edit_member(member, card="张三-北京", aliases=["老张"])
    return member


def sides(conflicts: tuple[Conflict, ...]) -> list[tuple[str, str, str, str, str, str]]:
    both = [(c, c.ours, c.theirs) for c in conflicts]
    return [(c.field, c.was, us.value, us.moderator, them.value, them.moderator) for c, us, them in both]


def exchange(pair: Pair) -> None:
    """Both send, and both take what is new to them."""
    one, other = pair
    for taker, giver in ((one, other), (other, one)):
        if not taker.preview_of(giver).is_empty:
            taker.take(giver)


def test_both_see_their_own_beside_the_others(pair: Pair, who: str):
    one, other = pair
    preview = one.preview_of(other)
    ours = [("card", "张三", "张三-上海", "甲", "张三-北京", "乙")]
    theirs = [("card", "张三", "张三-北京", "乙", "张三-上海", "甲")]
    assert sides(preview.conflicts) == ours
    exchange(pair)
    assert sides(one.session.exchange.conflicts()) == ours
    assert sides(other.session.exchange.conflicts("g")) == theirs
    assert other.session.exchange.conflicts("yigongxie") == ()
    members = [each.session.row(who).member for each in pair]
    assert members[0] == members[1]
    assert (members[0].notes, members[0].aliases) == ("甲写的", ("老张",)), "other fields are no conflict"


@pytest.mark.parametrize("card", ["张三-上海", "张三-北京", "张三-广州"])
def test_settling_on_one_side_settles_it_on_both(pair: Pair, who: str, card: str):
    one, other = pair
    exchange(pair)
    change = one.session.exchange.settle(who, "card", card)
    assert change.label.code == "did.settled"
    exchange(pair)
    for each in pair:
        assert each.session.exchange.conflicts() == ()
        assert each.session.row(who).member.card == card
    one.session.undo()
    exchange(pair)
    assert [len(each.session.exchange.conflicts()) for each in pair] == [1, 1]
    assert one.session.row(who).member == other.session.row(who).member


def test_an_ordinary_edit_of_the_field_settles_it_too(pair: Pair, who: str):
    exchange(pair)
    pair[1].session.edit_member(who, notes="别的")
    assert len(pair[1].session.exchange.conflicts()) == 1
    pair[1].session.edit_member(who, card="张三-广州")
    exchange(pair)
    assert [each.session.exchange.conflicts() for each in pair] == [(), ()]
    assert {each.session.row(who).member.card for each in pair} == {"张三-广州"}


def test_taking_one_of_the_two_back_ends_it(pair: Pair, who: str):
    exchange(pair)
    edited = next(row for row in pair[0].session.log.search(member=who) if row.entry.moderator == "甲")
    pair[0].session.log.undo(edited.action)
    exchange(pair)
    assert [each.session.exchange.conflicts() for each in pair] == [(), ()]
    assert {each.session.row(who).member.card for each in pair} == {"张三-北京"}


def test_where_there_is_nothing_to_settle(pair: Pair, who: str):
    one, _ = pair
    with pytest.raises(Refused, match=r"conflict\.none"):
        one.session.exchange.settle(who, "card", "张三-上海")
    with pytest.raises(NotFound):
        one.session.exchange.settle("nobody", "card", "x")
    exchange(pair)
    with pytest.raises(BadInput):
        one.session.exchange.settle(who, "status", "none")
    assert len(one.session.exchange.conflicts()) == 1


def test_people_in_two_groups_are_linked_only_when_told(pair: Pair):
    one, _ = pair
    session = one.session
    session.add_group("h", "第二群", "test")
    session.strike_by_name("张三")
    session.strike_by_name("张三", group="h")
    here, there = session.member("张三").id, session.member("张三", "h").id
    assert session.exchange.linked(here) == ()
    with pytest.raises(Refused, match=r"same\.other-group"):
        session.exchange.same(here, there)
    assert session.exchange.link(here, there).label.code == "did.linked"
    assert [member.id for member in session.exchange.linked(there)] == [here]
    assert [row.active for row in (session.row(here), session.row(there))] == [1, 1]
    with pytest.raises(Refused, match=r"link\.already"):
        session.exchange.link(there, here)
    session.exchange.unlink(there, here)
    assert session.exchange.linked(here) == ()
    with pytest.raises(Refused, match=r"link\.none"):
        session.exchange.unlink(here, there)


def test_who_is_one_already_is_not_told_twice(pair: Pair):
    session = pair[0].session
    session.add_member("张三", card="一")
    session.add_member("张三", card="二")
    one, other = (row.member.id for row in session.members())
    session.exchange.same(one, other)
    with pytest.raises(Refused, match=r"same\.already"):
        session.exchange.same(other, one)
    with pytest.raises(Refused, match=r"link\.one-group"):
        session.exchange.link(other, one)


@pytest.mark.parametrize("which", [0, 1])
def test_one_person_goes_by_both_cards_and_is_in_the_group_whichever_id_counts(pair: Pair, which: int):
    session = pair[0].session
    session.add_member("张三", card="张三-医疗器械-上海")
    session.add_member("小张", card="张三丰-采购-北京")
    ids = sorted(row.member.id for row in session.members())
    session.edit_member(ids[which], status="left", role="admin")
    change = session.exchange.same(*ids)
    for called in ("张三", "小张", "张三-医疗器械-上海", "张三丰-采购-北京"):
        who = session.member(called)
        assert (who.id, who.status, who.role) == (ids[0], Status.ACTIVE, Role.ADMIN), called
    session.strike_by_name("张三丰-采购-北京")
    session.strike_by_name("张三-医疗器械-上海")
    assert [row.active for row in session.members()] == [2]
    session.log.undo(change.action)
    parted = {row.member.id: (row.member.status, row.member.role) for row in session.members()}
    assert parted[ids[which]] == (Status.LEFT, Role.ADMIN)
    assert parted[ids[1 - which]] == (Status.ACTIVE, Role.MEMBER)
