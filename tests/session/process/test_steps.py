"""Moved, suspended, removed by consent, and back again: each is one action and one undo."""

from datetime import date, datetime, timedelta

import pytest

from moderator_app.core.errors import BadInput, NotFound, Refused
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.member import Status
from moderator_app.core.rules.verdict import Action
from moderator_app.session import Change, RowState, Session
from tests.session.conftest import Clock, Reopen
from tests.session.process.conftest import Opened, add, as_moderator, strike


@pytest.fixture
def session(process_of: Opened) -> Session:
    return process_of()


def kinds(change: Change) -> list[EntryKind]:
    return [entry.kind for entry in change.entries]


def status(session: Session, member_id: str) -> Status:
    return session.row(member_id).member.status


# ---- moved and back


def test_a_move_opens_the_free_groups_side(session: Session):
    (member,) = add(session, "张三", card="张三-器械")
    given = strike(session, "张三")
    change = session.process.take(member, Action.MOVE, reason="还在叫卖", strike=given.id)
    assert kinds(change) == [EntryKind.CARRIED_OUT, EntryKind.MEMBER_ADDED, EntryKind.LINKED]
    step = change.entries[0]
    assert (step.step, step.reason, step.target, step.rules) == (
        Action.MOVE,
        "还在叫卖",
        given.id,
        ("hawking",),
    )
    assert change.label.code == "did.move"
    assert status(session, member) is Status.FREE_GROUP
    (there,) = session.members("free")
    assert (there.member.name, there.member.card, there.member.status) == ("张三", "张三-器械", Status.ACTIVE)
    assert there.member.joined == date(2026, 3, 2)
    assert session.row(member).active == 1

    session.undo()
    assert status(session, member) is Status.ACTIVE
    assert session.members("free") == []


def test_who_is_in_the_free_group_already_is_found_by_name_and_card(session: Session):
    session.choose_group("free")
    (there, _) = add(session, "张三", "李四", card="张三-器械")
    session.edit_member(there, status="left")
    session.choose_group("g")
    (member,) = add(session, "张 三", card="张三-器械")
    session.process.take(member, Action.MOVE)
    rows = session.members("free")
    assert {row.member.id for row in rows} >= {there} and len(rows) == 2
    assert status(session, there) is Status.ACTIVE


def test_another_of_the_same_name_is_not_taken_for_them(session: Session):
    session.choose_group("free")
    (other,) = add(session, "张三", card="张三-别处")
    session.choose_group("g")
    (member,) = add(session, "张三", card="张三-器械")
    session.process.take(member, Action.MOVE)
    assert len(session.members("free")) == 2
    assert session.row(other).member.card == "张三-别处"


def test_moved_back_and_moved_again_there_is_one_person_on_the_other_side(session: Session):
    (member,) = add(session, "张三")
    session.process.take(member, Action.MOVE)
    (there,) = session.members("free")
    session.process.bring_back(member, "想通了")
    assert status(session, there.member.id) is Status.LEFT
    session.edit_member(there.member.id, name="张三三")
    again = session.process.take(member, Action.MOVE)
    assert EntryKind.LINKED not in kinds(again)
    (there_again,) = session.members("free")
    assert (there_again.member.id, there_again.member.status) == (there.member.id, Status.ACTIVE)


def test_a_group_without_a_free_group_only_notes_the_move(session: Session):
    session.choose_group("free")
    (member,) = add(session, "张三")
    assert kinds(session.process.take(member, Action.MOVE)) == [EntryKind.CARRIED_OUT]
    assert status(session, member) is Status.FREE_GROUP


def test_whoever_comes_back_begins_anew_in_one_action(session: Session):
    (member,) = add(session, "张三")
    first = strike(session, "张三")
    strike(session, "张三")
    session.process.take(member, Action.MOVE, strike=first.id)
    change = session.process.bring_back(member, "保证守约")
    assert kinds(change) == [EntryKind.RESTORED, EntryKind.MEMBER_EDITED]
    assert change.entries[0].reason == "保证守约"
    row = session.row(member)
    assert (row.member.status, row.active, row.cleared) == (Status.ACTIVE, 0, 2)
    assert change.count == 0
    states = [line.state for line in session.record(member) if line.entry.kind is EntryKind.STRIKE]
    assert states == [RowState.CLEARED, RowState.CLEARED]
    assert session.process.next_step(member, ["hawking"]).number == 1
    assert session.notice_text("恢复", member) == "欢迎张三回来。"

    session.undo()
    assert (session.row(member).active, status(session, member)) == (2, Status.FREE_GROUP)


@pytest.mark.parametrize(
    ("said", "step", "active"),
    [
        ("false", Action.MOVE, 1),
        ("true", Action.MOVE, 0),
        ("true", Action.SUSPEND, 1),
        ("[suspended]", Action.SUSPEND, 0),
        ("[suspended]", Action.MOVE, 1),
    ],
)
def test_the_rulebook_says_from_where_a_return_begins_anew(
    process_of: Opened, said: str, step: Action, active: int
):
    session = process_of(f"process: {{restore_clears: {said}}}\n")
    (member,) = add(session, "张三")
    strike(session, "张三")
    session.process.take(member, step)
    change = session.process.bring_back(member)
    row = session.row(member)
    assert (row.active, row.cleared, change.count) == (active, 1 - active, active)


def test_leaving_and_coming_back_wipes_no_slate(session: Session):
    (member,) = add(session, "张三")
    strike(session, "张三")
    session.edit_member(member, status=Status.LEFT)
    session.process.bring_back(member)
    assert session.row(member).active == 1


def test_who_is_here_cannot_be_brought_back(session: Session):
    (member,) = add(session, "张三")
    with pytest.raises(Refused, match=r"process\.not-away"):
        session.process.bring_back(member)


# ---- suspended


@pytest.mark.parametrize(("days", "until"), [(None, date(2026, 3, 7)), (2, date(2026, 3, 4)), (0, None)])
def test_a_suspension_lasts_as_told_or_as_the_rulebook_says(session: Session, days, until):
    (member,) = add(session, "张三")
    change = session.process.take(member, Action.SUSPEND, days=days)
    assert session.row(member).member.suspended_until == until
    assert change.entries[0].until == (until and datetime.combine(until, datetime.min.time()))


def test_a_suspension_that_is_over_is_told_and_ended_by_hand(session: Session, clock: Clock):
    late, early = add(session, "张三", "李四")
    session.process.take(late, Action.SUSPEND, days=3)
    session.process.take(early, Action.SUSPEND, days=1)
    assert session.process.todo().returning == ()
    clock.go(days=3)
    assert [each.member.id for each in session.process.returning()] == [early, late]
    assert session.process.todo().count == 2
    session.process.bring_back(early)
    assert [each.member.id for each in session.process.todo().returning] == [late]
    assert session.row(early).member.suspended_until is None


@pytest.mark.parametrize(
    ("at", "until"),
    [
        (datetime(2026, 1, 30, 23, 59, 59), date(2026, 2, 4)),
        (datetime(2024, 2, 25, 0, 0), date(2024, 3, 1)),
        (datetime(2026, 12, 29, 12), date(2027, 1, 3)),
        (datetime(2026, 3, 27, 2, 30), date(2026, 4, 1)),
    ],
)
def test_the_days_of_a_suspension_are_those_of_the_calendar(
    session: Session, clock: Clock, at: datetime, until: date
):
    clock.at = at
    (member,) = add(session, "张三")
    session.process.take(member, Action.SUSPEND)
    clock.at = datetime.combine(until, datetime.min.time()) - timedelta(seconds=1)
    assert session.process.todo().returning == ()
    clock.go(seconds=1)
    assert [each.since for each in session.process.todo().returning] == [until]


def test_a_suspension_of_no_sense_is_refused(session: Session):
    (member,) = add(session, "张三")
    with pytest.raises(BadInput, match=r"process\.bad-days"):
        session.process.take(member, Action.SUSPEND, days=-1)
    with pytest.raises(BadInput, match=r"process\.bad-days"):
        session.process.take(member, Action.SUSPEND, days=10**9)
    session.process.take(member, Action.SUSPEND)
    with pytest.raises(Refused, match=r"process\.already-so"):
        session.process.take(member, Action.SUSPEND)


@pytest.mark.parametrize("step", [Action.MOVE, Action.SUSPEND])
@pytest.mark.parametrize("outside", [Status.REMOVED, Status.LEFT])
def test_who_is_not_in_the_group_is_neither_moved_nor_suspended(
    session: Session, step: Action, outside: Status
):
    (member,) = add(session, "张三", status=outside.value)
    with pytest.raises(Refused, match=r"process\.outside"):
        session.process.take(member, step)
    assert status(session, member) is outside
    assert session.members("free") == []


@pytest.mark.parametrize("step", [Action.REMIND, Action.WARN, Action.APOLOGISE])
def test_a_step_that_is_only_said_is_put_on_record(session: Session, step: Action):
    (member,) = add(session, "张三")
    change = session.process.take(member, step)
    assert (kinds(change), change.entries[0].step) == ([EntryKind.CARRIED_OUT], step)
    assert status(session, member) is Status.ACTIVE


# ---- removed


def test_one_moderator_removes_where_no_rule_asks_for_more(process_of: Opened):
    session = process_of("")
    (member,) = add(session, "张三")
    given = strike(session, "张三")
    change = session.process.take(member, Action.REMOVE, reason="只发广告", strike=given.id)
    assert (kinds(change), status(session, member)) == ([EntryKind.CARRIED_OUT], Status.REMOVED)
    assert session.notice_text("说明", member) == "缘由是叫卖。"
    session.undo()
    assert status(session, member) is Status.ACTIVE


def test_a_removal_that_needs_consent_is_not_written_into_the_data(session: Session):
    (who,) = add(session, "张三")
    with pytest.raises(Refused) as raised:
        session.edit_member(who, status="removed")
    assert raised.value.reason.code == "member.consent-needed"
    assert session.member(who).status is Status.ACTIVE
    assert session.edit_member(who, status="left").undoable


def test_a_removal_waits_until_two_agreed(session: Session):
    (member,) = add(session, "张三")
    change = session.process.take(member, Action.REMOVE, reason="骂人")
    assert (kinds(change), change.label.code) == ([EntryKind.PROPOSED], "did.proposed")
    assert status(session, member) is Status.ACTIVE
    (pending,) = session.process.pending()
    assert (pending.member.id, pending.action, pending.reason) == (member, Action.REMOVE, "骂人")
    assert (pending.agreed, pending.ready, pending.needs.code) == (
        ("甲",),
        False,
        "process.needs-others-or-owner",
    )
    with pytest.raises(Refused, match=r"process\.not-ready"):
        session.process.carry_out([pending.entry.id])
    with pytest.raises(Refused, match=r"process\.agreed-already"):
        session.process.agree(pending.entry.id, " 甲 ")

    session.process.agree(pending.entry.id, "乙")
    (pending,) = session.process.pending()
    assert (pending.agreed, pending.ready) == (("甲", "乙"), True)
    done = session.process.carry_out([pending.entry.id])
    assert (kinds(done), done.entries[0].target) == ([EntryKind.CARRIED_OUT], pending.entry.id)
    assert (done.entries[0].reason, status(session, member)) == ("骂人", Status.REMOVED)
    assert session.process.pending() == ()
    with pytest.raises(Refused, match=r"process\.decided-already"):
        session.process.agree(pending.entry.id, "丙")

    session.undo()
    assert status(session, member) is Status.ACTIVE
    assert [each.ready for each in session.process.pending()] == [True]


def test_agreement_that_is_taken_back_is_missing_again(session: Session):
    (member,) = add(session, "张三")
    proposal = session.process.take(member, Action.REMOVE).entries[0].id
    session.process.agree(proposal, "乙")
    session.undo()
    assert session.process.pending()[0].agreed == ("甲",)


def test_the_owner_decides_alone(session: Session):
    first, second = add(session, "张三", "李四")
    proposal = session.process.take(first, Action.REMOVE).entries[0].id
    session.process.agree(proposal, "王")
    assert session.process.pending()[0].ready
    as_moderator(session, " 王")
    assert kinds(session.process.take(second, Action.REMOVE)) == [EntryKind.CARRIED_OUT]


def test_no_more_than_three_go_on_one_day_without_the_owner(session: Session, clock: Clock):
    members = add(session, *"一二三四五六")
    change = session.process.take_all(members[:4], Action.REMOVE, "清理")
    assert kinds(change) == [EntryKind.PROPOSED] * 4
    for each in session.process.pending():
        session.process.agree(each.entry.id, "乙")
    pending = session.process.pending()
    assert {(each.ready, each.owner_needed, each.needs.code) for each in pending} == {
        (False, True, "process.needs-owner")
    }
    with pytest.raises(Refused, match=r"process\.not-ready"):
        session.process.carry_out([pending[0].entry.id])
    for each in pending:
        session.process.agree(each.entry.id, "王")
    done = session.process.carry_out([each.entry.id for each in session.process.pending()])
    assert kinds(done) == [EntryKind.CARRIED_OUT] * 4

    fifth = session.process.take(members[4], Action.REMOVE).entries[0]
    session.process.agree(fifth.id, "乙")
    assert session.process.pending()[0].needs.code == "process.needs-owner"
    clock.go(days=1)
    assert session.process.pending()[0].ready


def test_proposals_that_are_each_ready_are_too_many_together(session: Session):
    members = add(session, *"一二三四")
    ids = [session.process.take(member, Action.REMOVE).entries[0].id for member in members]
    for each in ids:
        session.process.agree(each, "乙")
    assert all(each.ready for each in session.process.pending())
    with pytest.raises(Refused, match=r"process\.not-ready"):
        session.process.carry_out(ids)
    session.process.carry_out(ids[:3])
    (left,) = session.process.pending()
    assert (left.ready, left.needs.code) == (False, "process.needs-owner")


def test_a_group_without_an_owner_says_so(process_of: Opened):
    session = process_of(owner="")
    members = add(session, *"一二三四")
    session.process.take(members[0], Action.REMOVE)
    assert session.process.pending()[0].needs.code == "process.needs-others-no-owner"
    session.undo()
    session.process.take_all(members, Action.REMOVE)
    assert {each.needs.code for each in session.process.pending()} == {"process.needs-owner-unset"}


def test_a_no_ends_it_for_a_reason(session: Session):
    (member,) = add(session, "张三")
    proposal = session.process.take(member, Action.REMOVE).entries[0].id
    with pytest.raises(BadInput, match=r"process\.no-reason"):
        session.process.decline(proposal, " ")
    change = session.process.decline(proposal, "再给一次机会", "乙")
    assert (change.entries[0].reason, change.entries[0].moderator) == ("再给一次机会", "乙")
    assert session.process.pending() == ()
    assert kinds(session.process.take(member, Action.REMOVE)) == [EntryKind.PROPOSED]


def test_nobody_without_a_name_agrees(process_of: Opened):
    session = process_of(moderator="")
    (member,) = add(session, "张三")
    proposal = session.process.take(member, Action.REMOVE).entries[0].id
    assert session.process.pending()[0].agreed == ()
    with pytest.raises(BadInput, match=r"process\.no-moderator"):
        session.process.agree(proposal)
    session.process.agree(proposal, "乙")
    assert session.process.pending()[0].needs.values["count"] == 1


def test_what_makes_no_sense_is_refused(session: Session):
    one, other = add(session, "张三", "李四")
    proposal = session.process.take(one, Action.REMOVE).entries[0].id
    with pytest.raises(Refused, match=r"process\.already-proposed"):
        session.process.take_all([other, one], Action.REMOVE)
    with pytest.raises(BadInput, match=r"strike\.nobody"):
        session.process.take_all([], Action.REMOVE)
    with pytest.raises(BadInput, match=r"process\.not-for-several"):
        session.process.take_all([one, other], Action.MOVE)
    with pytest.raises(NotFound, match=r"process\.no-such-entry"):
        session.process.agree("nonsense", "乙")
    session.undo()
    with pytest.raises(Refused, match=r"process\.undone"):
        session.process.agree(proposal, "乙")
    session.choose_group("free")
    (abroad,) = add(session, "王五")
    with pytest.raises(BadInput, match=r"process\.several-groups"):
        session.process.take_all([one, abroad], Action.REMOVE)


def test_all_of_it_is_there_after_a_restart(session: Session, reopen: Reopen):
    (member,) = add(session, "张三")
    session.process.take(member, Action.REMOVE, reason="骂人")
    session = reopen()
    (pending,) = session.process.pending()
    assert (pending.member.id, pending.reason, pending.agreed) == (member, "骂人", ("甲",))


# ---- leave, meet-ups


def test_leave_is_noted_and_ended(session: Session):
    (member,) = add(session, "张三")
    change = session.process.leave(member, date(2026, 5, 1), "出国")
    assert (change.label.code, change.entries[0].reason) == ("did.leave", "出国")
    assert session.row(member).member.leave_until == date(2026, 5, 1)
    session.process.leave(member, None)
    assert session.row(member).member.leave_until is None
    with pytest.raises(Refused, match=r"member\.nothing-changed"):
        session.process.leave(member, None)


def test_a_meet_up_is_noted_for_all_who_came(session: Session):
    one, other = add(session, "张三", "李四")
    change = session.process.met([one, other], date(2026, 2, 1))
    assert (change.label.code, change.label.values["count"]) == ("did.met", 2)
    session.process.met([one, other], date(2026, 3, 1))
    session.undo()
    assert session.row(other).member.met == date(2026, 2, 1)
    with pytest.raises(Refused, match=r"process\.met-already"):
        session.process.met([one], date(2025, 1, 1))


# ---- what the strikes themselves carry


def test_a_strike_keeps_what_the_ladder_asked(session: Session):
    assert [strike(session, "张三").step for _ in range(3)] == [Action.REMIND, Action.MOVE, Action.REMOVE]


def test_the_case_tells_the_last_strike_before_anybody_acts(session: Session, clock: Clock):
    given = strike(session, "张三")
    clock.go(days=2)
    case = session.check("手套大量现货", member="张三")
    assert (case.step.number, case.step.last, case.step.lapses) == (2, given, None)
