"""Fines, red packets and tasks are put on record until they are done."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from moderator_app.core.errors import BadInput, NotFound, Refused
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.rules.verdict import Action
from moderator_app.session import Session, TaskState
from tests.session.conftest import Clock
from tests.session.process.conftest import Opened, add

FINES = """\
ladder:
  steps:
    - {action: fine, notice: 叫卖, amount: 50 元}
    - {action: fine, notice: 叫卖, amount: 金额随意, packet: true}
"""


@pytest.fixture
def session(process_of: Opened) -> Session:
    return process_of()


# ---- fines


def test_a_fine_is_open_until_it_is_paid(session: Session):
    (member,) = add(session, "张三")
    change = session.process.fine(member, " 100  元 ", reason="没有回复")
    assert (change.label.code, change.label.values["amount"]) == ("did.fine", "100 元")
    (fine,) = session.process.fines(open_only=True)
    assert (fine.amount, fine.packet, fine.reason, fine.paid) == ("100 元", False, "没有回复", None)
    assert session.process.todo().fines == (fine,)
    session.process.paid(fine.entry.id)
    assert session.process.fines(open_only=True) == () == session.process.todo().fines
    assert session.process.fines()[0].paid is not None
    with pytest.raises(Refused, match=r"process\.done-already"):
        session.process.paid(fine.entry.id)
    session.undo()
    assert session.process.fines(open_only=True) == (fine,)


def test_a_red_packet_is_told_from_a_fine(session: Session):
    (member,) = add(session, "张三")
    assert session.process.fine(member, "一个红包", packet=True).label.code == "did.packet"
    session.process.take(member, Action.FINE, amount="20 元", reason="迟到")
    assert [(each.amount, each.packet) for each in session.process.fines()] == [
        ("20 元", False),
        ("一个红包", True),
    ]


def test_a_fine_without_an_amount_or_a_member_is_refused(session: Session):
    (member,) = add(session, "张三")
    for amount in ("", "  "):
        with pytest.raises(BadInput, match=r"process\.no-amount"):
            session.process.fine(member, amount)
    with pytest.raises(NotFound, match=r"member\.unknown"):
        session.process.fine("nobody", "1 元")


def test_the_ladders_fine_goes_with_its_own_notice(process_of: Opened):
    session = process_of()
    path = session.data_dir / "rulebooks" / "test.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("ladder:"), text.index("process:")
    path.write_text(text[:start] + FINES + text[end:], encoding="utf-8")

    first = session.strike_by_name("张三", rules=["hawking"], notice="叫卖")
    assert [entry.kind for entry in first.entries][1:] == [
        EntryKind.STRIKE,
        EntryKind.FINE,
        EntryKind.NOTICE,
    ]
    strike, fine = first.entries[1:3]
    assert (fine.amount, fine.target, fine.rules) == ("50 元", strike.id, ("hawking",))
    assert first.label.code == "did.strike"
    session.strike_by_name("张三", rules=["hawking"])
    assert [(each.amount, each.packet) for each in session.process.fines()] == [
        ("金额随意", True),
        ("50 元", False),
    ]
    session.undo()
    other = session.strike_by_name("张三", rules=["hawking"], notice="群发")
    assert EntryKind.FINE not in [entry.kind for entry in other.entries]
    session.undo()
    session.undo()
    assert session.process.fines() == ()


# ---- tasks


def test_a_task_is_late_when_its_time_is_over(session: Session, clock: Clock):
    one, other = add(session, "张三", "李四")
    change = session.process.task([one, other], "请交周报")
    assert (change.label.code, change.label.values["members"]) == ("did.task", "张三、李四")
    assert {task.until for task in session.process.tasks()} == {clock.at + timedelta(minutes=30)}
    assert {task.state for task in session.process.tasks()} == {TaskState.OPEN}
    clock.go(minutes=30)
    assert session.process.todo().tasks == ()
    clock.go(seconds=1)
    assert [(task.state, task.fine) for task in session.process.tasks()] == [(TaskState.LATE, "100 元")] * 2
    late = next(task for task in session.process.todo().tasks if task.member.id == one)
    session.process.answered(late.entry.id)
    assert [task.member.id for task in session.process.todo().tasks] == [other]
    assert {task.state for task in session.process.tasks()} == {TaskState.ANSWERED, TaskState.LATE}
    with pytest.raises(Refused, match=r"process\.done-already"):
        session.process.answered(late.entry.id)


def test_a_task_of_the_day_is_late_at_midnight_and_not_before(process_of: Opened, clock: Clock):
    session = process_of("process: {tasks: [{id: day, title: 当天答复, same_day: true}]}\n")
    (member,) = add(session, "张三")
    clock.at = datetime(2026, 2, 28, 23, 50)
    session.process.task([member], "盘点表")
    clock.at = datetime(2026, 2, 28, 23, 59, 59)
    assert session.process.todo().tasks == ()
    clock.at = datetime(2026, 3, 1)
    assert [task.text for task in session.process.todo().tasks] == ["盘点表"]


def test_a_late_task_knows_that_it_was_fined(session: Session, clock: Clock):
    (member,) = add(session, "张三")
    session.process.task([member], "请交周报")
    clock.go(hours=1)
    (task,) = session.process.todo().tasks
    assert not task.fined
    session.process.fine(member, task.fine, target=task.entry.id)
    assert session.process.todo().tasks[0].fined


def test_a_task_may_have_its_own_time_or_another_rule(session: Session):
    (member,) = add(session, "张三")
    at = datetime(2026, 3, 9, 12)
    session.process.task([member], "写总结", until=at, rule="free")
    (task,) = session.process.tasks()
    assert (task.until, task.fine) == (at, "")


@pytest.mark.parametrize(
    ("text", "how", "code"),
    [
        (" ", {}, "process.no-task"),
        ("写", {"rule": "free"}, "process.no-time"),
        ("写", {"rule": "nonsense"}, "process.no-such-task"),
    ],
)
def test_a_task_without_words_time_or_rule_is_refused(session: Session, text: str, how: dict, code: str):
    (member,) = add(session, "张三")
    with pytest.raises(BadInput, match=code.replace(".", r"\.")):
        session.process.task([member], text, **how)
    with pytest.raises(BadInput, match=r"strike\.nobody"):
        session.process.task([], text or "写", **how)


def test_times_with_a_zone_are_kept_as_the_clock_shows_them_and_leave_with_the_record(
    session: Session, tmp_path: Path
):
    (member,) = add(session, "张三")
    session.process.task([member], "写总结", until=datetime(2026, 3, 9, 12, tzinfo=UTC))
    session.edit_member(member, last_seen="2026-03-01T08:00:00+08:00")
    (task,) = session.process.tasks()
    assert task.until == datetime(2026, 3, 9, 12)
    assert session.row(member).member.last_seen == datetime(2026, 3, 1, 8)
    assert session.exchange.read_bundle(session.exchange.bundle(tmp_path / "bundle.zip")).known
