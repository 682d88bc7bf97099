"""How far a command is: on a terminal alone, gone before the answer, and never in what scripts read."""

from __future__ import annotations

import io

import pytest

from moderator_app.cli import meter as module
from moderator_app.cli.meter import Meter, meter_on
from moderator_app.session import Stage


class Terminal(io.StringIO):
    """Something that somebody looks at."""

    def isatty(self) -> bool:
        return True


class Clock:
    """Stands still until it is told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(module, "monotonic", made)
    return made


def stage(share: float) -> Stage:
    return Stage(what="work.backing-up", share=share)


def screen(written: str) -> str:
    """What a terminal shows on its line after this was written."""
    shown: list[str] = []
    place = 0
    for char in written:
        if char == "\r":
            place = 0
        else:
            shown[place : place + 1] = [char]
            place += 1
    return "".join(shown).rstrip()


def test_nothing_is_told_where_nobody_looks():
    assert meter_on(None) is None
    assert meter_on(io.StringIO()) is None
    assert isinstance(meter_on(Terminal()), Meter)


def test_what_takes_a_moment_only_says_nothing(clock: Clock):
    terminal = Terminal()
    meter = Meter(terminal)
    clock.now = 0.4
    assert meter(stage(0.9))
    meter.clear()
    assert terminal.getvalue() == ""


def test_it_tells_now_and_then_how_far_it_is_and_leaves_an_empty_line(clock: Clock):
    terminal = Terminal()
    meter = Meter(terminal)
    for clock.now in (0.6, 0.65, 0.75):
        assert meter(stage(clock.now))
    assert terminal.getvalue().count("…") == 2
    assert screen(terminal.getvalue()) == "正在备份… 75%"
    meter.clear()
    assert screen(terminal.getvalue()) == ""
    before = terminal.getvalue()
    meter.clear()
    assert terminal.getvalue() == before
