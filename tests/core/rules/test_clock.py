"""The hours that a group keeps."""

from datetime import datetime

import pytest

from moderator_app.core.errors import BadInput
from moderator_app.core.message import Context, Message
from moderator_app.core.roster.ladder import Ladder
from moderator_app.core.rules.detectors import make
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.reading import Reading
from moderator_app.core.rules.rulebook import Clause, Row, Rulebook, Sign, Term
from moderator_app.core.rules.verdict import Level
from moderator_app.core.wording import Wording

THURSDAY, FRIDAY = "2026-05-14T", "2026-05-15T"


def seen(at: str, *, assumed: bool = False, **options: str | tuple[str, ...]) -> list[str]:
    message = Message(text="在吗", at=datetime.fromisoformat(at), assumed=assumed)
    return [place.note.code for place in make("hours", options)(Reading(message, Context())) if place.note]


@pytest.mark.parametrize(
    ("at", "shut"),
    [("21:59", False), ("22:00", True), ("23:59", True), ("00:00", True), ("07:29", True), ("07:30", False)],
)
def test_the_night_reaches_over_midnight_and_ends_on_the_minute(at: str, shut: bool) -> None:
    assert bool(seen(THURSDAY + at, closed="22:00-07:30")) is shut


@pytest.mark.parametrize(
    ("moment", "shut"),
    [
        (THURSDAY + "20:59", True),
        (THURSDAY + "21:00", False),
        (THURSDAY + "22:29", False),
        (THURSDAY + "22:30", True),
        (FRIDAY + "21:30", True),
    ],
)
def test_a_session_once_a_week(moment: str, shut: bool) -> None:
    assert bool(seen(moment, open="Thu 21:00-22:30")) is shut


def test_several_spans_and_spans_of_days() -> None:
    hours = ("Mon-Fri 09:00-18:00", "Sat 22:00-02:00")
    assert seen("2026-05-15T12:00", open=hours) == []
    assert seen("2026-05-17T01:59", open=hours) == []  # the night to Sunday still belongs to Saturday
    assert seen("2026-05-17T02:00", open=hours) == ["seen.hours"]
    assert seen("2026-05-18T01:00", open=hours) == ["seen.hours"]
    assert seen("2026-05-16T10:00", closed="Sat-Mon 09:00-11:00") == ["seen.hours"]
    assert seen("2026-05-19T10:00", closed="Sat-Mon 09:00-11:00") == []


@pytest.mark.parametrize("told", ["22-7", "25:00-07:00", "Foo 10:00-11:00", "10:00", ""])
def test_hours_that_cannot_be_read_are_refused(told: str) -> None:
    with pytest.raises(BadInput, match=r"option\.not-hours"):
        make("hours", {"closed": (told,)})


def test_nothing_is_said_without_any_time() -> None:
    assert not make("hours", {"closed": "00:00-24:00"})(Reading(Message(text="在吗"), Context()))


def quiet(**row: float) -> Rulebook:
    signs = {
        "night": Sign(id="night", title=Wording("夜里"), detector="hours", options={"closed": "22:00-07:30"}),
        "ad": Sign(id="ad", title=Wording("卖"), words=("特价",)),
    }
    rows = tuple(Row(terms=(Term(sign=name),), points=points) for name, points in row.items())
    clause = Clause(id="quiet-hours", number=1, title=Wording("夜间"), text=Wording(""), rows=rows)
    return Rulebook(id="q", title=Wording(""), clauses=(clause,), ladder=Ladder(), signs=signs)


@pytest.mark.parametrize(
    ("assumed", "rows", "level"),
    [
        (False, {"night": 1.0}, Level.VIOLATION),
        (True, {"night": 1.0}, Level.UNSURE),
        (True, {"night": 0.5, "ad": 0.5}, Level.UNSURE),
        (True, {"night": 0.5, "ad": 1.0}, Level.VIOLATION),
    ],
)
def test_a_time_that_is_only_assumed_asks_and_never_accuses(
    assumed: bool, rows: dict[str, float], level: Level
) -> None:
    message = Message(text="特价", at=datetime.fromisoformat(THURSDAY + "23:10"), assumed=assumed)
    said = judge(message, quiet(**rows))
    assert said.level is level
    assert said.findings[0].reason.code == ("seen.hours-assumed" if assumed else "seen.hours")
