"""A group keeps its own quiet hours, whatever its rulebook says of hours."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from moderator_app.core.rules.verdict import Level
from moderator_app.session import Session

NIGHT, EVENING = datetime(2026, 3, 4, 23, 20), datetime(2026, 3, 4, 20, 30)
TALK = "报表发群里了，看一下"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session.open(tmp_path / "data", now=lambda: NIGHT) as opened:
        for name in ("department", "classmates"):
            opened.add_group(name, name, name)
        yield opened


def quiet(session: Session, group: str, at: datetime) -> bool:
    return "quiet-hours" in session.check(TALK, group=group, member="李四", at=at).verdict.rules


def test_the_groups_hours_stand_in_for_the_rulebooks(session: Session):
    assert quiet(session, "department", NIGHT) and not quiet(session, "department", EVENING)
    session.edit_group("department", hours="20:00-21:00")
    assert quiet(session, "department", EVENING) and not quiet(session, "department", NIGHT)
    session.undo()
    assert quiet(session, "department", NIGHT) and not quiet(session, "department", EVENING)


def test_a_rulebook_that_knows_no_hours_learns_them_for_that_group_alone(session: Session):
    session.add_group("other", "另一群", "classmates")
    session.edit_group("classmates", hours="22:00-07:30")
    case = session.check(TALK, group="classmates", member="李四", at=NIGHT)
    assert (case.verdict.level, case.verdict.rules) == (Level.VIOLATION, ("quiet-hours",))
    clause = session.rulebook("classmates").clause("quiet-hours")
    assert clause is not None and clause.title.zh == "静默时段"
    assert case.offers[0].text and "静默时段" in case.offers[0].text
    assert not quiet(session, "classmates", EVENING)
    assert not quiet(session, "other", NIGHT)
    assert session.rulebook("other").clause("quiet-hours") is None


def test_the_same_rulebook_serves_every_check_of_the_group(session: Session):
    session.edit_group("department", hours="20:00-21:00")
    assert session.rulebook("department") is session.rulebook("department")


def test_the_rules_that_are_edited_know_nothing_of_one_groups_hours(session: Session):
    session.edit_group("classmates", hours="22:00-07:30")
    session.choose_group("classmates")
    assert session.rules.rulebook().clause("quiet-hours") is None
    assert session.rules.draft("ads").id == "ads"
