"""The step that a strike asks for is told until it is taken, whoever asks and after whatever restart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from moderator_app.core.roster.member import Status
from moderator_app.core.rules.verdict import Action
from moderator_app.session import Session
from moderator_app.session.types import Change
from tests.session.conftest import RULEBOOK, Clock, Reopen

AD = "一次性手套，大量现货"
Opened = Callable[..., Session]


@pytest.fixture
def session_of(data_dir: Path, reopen: Reopen) -> Opened:
    """A session whose group follows the small rulebook with another process, and another ladder."""

    def opened(process: str, ladder: str = "") -> Session:
        head, rest = RULEBOOK.split("ladder:\n")
        usual, rest = rest.split("signs:\n")
        text = f"{head}{ladder or 'ladder:' + chr(10) + usual}{process}signs:\n{rest}"
        (data_dir / "rulebooks" / "test.yaml").write_text(text, encoding="utf-8")
        session = reopen()
        session.add_group("g", "试验群", "test")
        session.choose_group("g")
        return session

    return opened


def struck(session: Session, name: str, times: int = 1) -> tuple[str, str]:
    """The ids of the member and of the last of so many strikes."""
    change: Change | None = None
    for _ in range(times):
        change = session.strike(session.check(AD, member=name), "叫卖", member=name)
    assert change is not None
    strike = next(entry for entry in change.entries if entry.kind.value == "strike")
    return strike.member, strike.id


def test_the_count_of_a_member_changes_in_the_second_in_which_a_strike_lapses(
    session_of: Opened, clock: Clock
):
    ladder = "ladder: {lapse_days: 30, steps: [{action: remind, notice: 叫卖}]}\n"
    session = session_of("", ladder)
    member, _ = struck(session, "张三")
    clock.go(days=30, seconds=-1)
    assert (session.row(member).active, session.row(member).lapsed) == (1, 0)
    clock.go(seconds=1)
    assert (session.row(member).active, session.row(member).lapsed) == (0, 1)
    clock.go(seconds=-1)
    assert session.row(member).active == 1


def test_a_reminder_asks_for_nothing_more(session: Session):
    _, strike = struck(session, "张三")
    assert session.process.following(strike) is None


def test_a_move_is_asked_for_until_it_is_taken_and_again_after_its_undo(session: Session):
    member, strike = struck(session, "张三", 2)
    found = session.process.following(strike)
    assert found is not None
    assert (found.action, found.member.id, found.needs, found.pending) == (Action.MOVE, member, None, None)
    session.process.take(member, Action.MOVE, strike=strike)
    assert session.process.following(strike) is None
    session.undo()
    assert session.process.following(strike) is not None


@pytest.mark.parametrize("status", [Status.FREE_GROUP, Status.REMOVED, Status.LEFT])
def test_who_is_elsewhere_already_needs_no_move(session: Session, status: Status):
    member, strike = struck(session, "张三", 2)
    session.edit_member(member, status=status)
    assert session.process.following(strike) is None


def test_a_voided_strike_asks_for_nothing(session: Session):
    _, strike = struck(session, "张三", 2)
    session.void(strike, "看错了人")
    assert session.process.following(strike) is None


def test_what_is_no_strike_asks_for_nothing(session: Session):
    assert session.process.following("nobody") is None
    change = session.add_member("李四")
    assert session.process.following(change.entries[0].id) is None


def test_a_removal_by_one_moderator_is_carried_out_at_once(session: Session):
    member, strike = struck(session, "张三", 3)
    found = session.process.following(strike)
    assert found is not None
    assert (found.action, found.needs) == (Action.REMOVE, None)
    session.process.take(member, Action.REMOVE, strike=strike)
    assert session.member("张三").status is Status.REMOVED
    assert session.process.following(strike) is None


def test_a_removal_by_consent_is_proposed_then_waits_then_is_ready(session_of: Opened):
    session = session_of("process:\n  removal: {admins: 2, owner: true, explain: true}\n")
    session.set_setting("moderator", "王管")
    member, strike = struck(session, "张三", 3)
    before = session.process.following(strike)
    assert before is not None
    assert before.pending is None
    assert before.needs is not None
    assert before.needs.values["count"] == 1
    session.process.take(member, Action.REMOVE, strike=strike)
    waiting = session.process.following(strike)
    assert waiting is not None
    assert waiting.pending is not None
    assert waiting.needs == waiting.pending.needs
    session.process.agree(waiting.pending.entry.id, "李管")
    ready = session.process.following(strike)
    assert ready is not None
    assert ready.pending is not None
    assert ready.needs is None
    session.process.carry_out([ready.pending.entry.id])
    assert session.process.following(strike) is None


def test_a_declined_removal_is_not_asked_for_again(session_of: Opened):
    session = session_of("process:\n  removal: {admins: 2}\n")
    session.set_setting("moderator", "王管")
    member, strike = struck(session, "张三", 3)
    session.process.take(member, Action.REMOVE, strike=strike)
    found = session.process.following(strike)
    assert found is not None
    assert found.pending is not None
    session.process.decline(found.pending.entry.id, "再给一次机会", "李管")
    assert session.process.following(strike) is None


def test_a_suspension_and_a_fine_tell_days_and_amount(session_of: Opened):
    ladder = (
        "ladder:\n  steps:\n    - {action: suspend, notice: 群发, days: 3}\n"
        "    - {action: fine, notice: 群发, amount: 100 元}\n"
    )
    session = session_of("", ladder=ladder)
    member, first = struck(session, "张三")
    found = session.process.following(first)
    assert found is not None
    assert (found.action, found.days, found.until) == (Action.SUSPEND, 3, date(2026, 3, 5))
    session.process.take(member, Action.SUSPEND, strike=first, days=found.days)
    assert session.process.following(first) is None
    _, second = struck(session, "张三")
    fine = session.process.following(second)
    assert fine is not None
    assert (fine.action, fine.amount, fine.packet) == (Action.FINE, "100 元", False)
    session.process.take(member, Action.FINE, strike=second, amount=fine.amount)
    assert session.process.following(second) is None


def test_what_is_about_one_member_is_told_of_that_one_alone(session: Session):
    member, strike = struck(session, "张三", 2)
    other, _ = struck(session, "李四")
    assert session.process.about(member).count == 0
    session.process.appeal(strike, "那是在回答王五。")
    session.process.report(other, text="又在私聊里推销")
    session.process.fine(other, "50 元")
    assert [each.strike.id for each in session.process.about(member).appeals] == [strike]
    about_other = session.process.about(other)
    assert (len(about_other.reports), len(about_other.fines), about_other.appeals) == (1, 1, ())
