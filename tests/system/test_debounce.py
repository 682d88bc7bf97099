"""A held key is one press, however long it is held; two presses are two."""

from __future__ import annotations

import pytest

from moderator_app.system.hotkey.debounce import Debounce


@pytest.mark.parametrize(("delay", "rate"), [(0.25, 0.03), (0.5, 0.033), (0.66, 0.04)])
@pytest.mark.parametrize("held", [0.1, 0.5, 1.0, 5.0])
def test_auto_repeat_is_one_press(clock, delay, rate, held):
    debounce = Debounce(clock=clock)
    start = clock.now
    accepted = [debounce.accepts()]
    clock.now = start + delay
    while clock.now <= start + held:
        accepted.append(debounce.accepts())
        clock.now += rate
    assert accepted == [True, *[False] * (len(accepted) - 1)]


def test_a_second_press_after_the_pause_counts(clock):
    debounce = Debounce(clock=clock)
    assert debounce.accepts()
    clock.now += 0.81
    assert debounce.accepts()
    clock.now += 0.5
    assert not debounce.accepts()


def test_a_key_known_to_be_let_go_is_heard_at_once_again() -> None:
    now = [0.0]
    debounce = Debounce(clock=lambda: now[0])
    assert debounce.accepts()
    now[0] = 0.1
    assert not debounce.accepts()
    debounce.rearm()
    assert debounce.accepts()
