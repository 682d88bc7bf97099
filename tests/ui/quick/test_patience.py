"""A long check: the window says how far it is, Esc ends it, and a short one is done at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from moderator_app.core.errors import BadInput
from moderator_app.session.conversation import Steps
from moderator_app.session.types import Case
from moderator_app.ui.quick.patience import PatientCheck
from tests.ui.quick.conftest import Hand
from tests.ui.quick.fakes import AD

MESSAGES = 40


class Slow:
    """Each message takes a second on a clock of its own; `ended` tells that the check was let go."""

    def __init__(self, case: Case) -> None:
        self.now, self.judged, self.ended, self._case = 0.0, 0, False, case

    def clock(self) -> float:
        return self.now

    def steps(self) -> Steps:
        try:
            for number in range(1, MESSAGES + 1):
                self.now += 1.0
                self.judged = number
                yield number, MESSAGES
            return self._case
        finally:
            self.ended = True


@pytest.fixture
def slow(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    made = Slow(hand.session.check(AD))
    monkeypatch.setattr(hand.session, "check_in_steps", lambda text, codes=(): made.steps())
    monkeypatch.setattr(hand.quick.intake._patient, "_clock", made.clock)
    return made


def test_a_long_check_says_how_far_it_is_and_ends_with_the_verdict(hand: Hand, slow: Slow, qtbot) -> None:
    hand.quick.intake.check(AD)
    assert hand.window.waits
    assert hand.window.empty.title() == "正在检查这段对话"
    assert hand.window.empty.detail() == "已看 1 条，共 40 条"
    qtbot.waitUntil(lambda: slow.judged > 3)
    assert hand.window.empty.detail() == f"已看 {slow.judged} 条，共 40 条"
    qtbot.waitUntil(lambda: hand.window.case is not None)
    assert not hand.window.waits
    assert hand.window.header.word.text() == "违规"


def test_enter_does_nothing_while_it_waits_and_escape_ends_it(hand: Hand, slow: Slow, qtbot) -> None:
    hand.quick.intake.check(AD)
    qtbot.waitUntil(hand.window.isVisible)
    hand.press(Qt.Key.Key_Return)
    assert hand.window.waits and not slow.ended
    hand.press(Qt.Key.Key_Escape)
    assert slow.ended and slow.judged < MESSAGES
    assert not hand.window.isVisible()
    assert hand.recorded == []


def test_the_hotkey_again_goes_on_waiting(hand: Hand, slow: Slow, qtbot) -> None:
    hand.quick.check_clipboard()
    qtbot.waitUntil(lambda: slow.judged > 3)
    before = slow.judged
    hand.quick.check_clipboard()
    assert not slow.ended and slow.judged >= before


def test_a_short_check_is_done_before_run_returns(hand: Hand) -> None:
    case, told = hand.session.check(AD), list[object]()
    patient = PatientCheck()

    def steps() -> Steps:
        yield 1, 1
        return case

    patient.run(steps(), told.append, told.append)
    assert told == [case] and not patient.busy


def test_an_error_is_told_also_of_a_late_slice(hand: Hand, qtbot) -> None:
    now, told = [0.0], list[object]()
    patient = PatientCheck(clock=lambda: now[0])

    def steps() -> Steps:
        now[0] += 1.0
        yield 1, 2
        raise BadInput("check.too-long")

    patient.run(steps(), told.append, told.append)
    assert patient.busy and told == []
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], BadInput)
