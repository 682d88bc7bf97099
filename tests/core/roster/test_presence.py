"""Who has been missing for too long: day by day around each limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.message import Role
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.roster.presence import Absence, Presence, believed, missed
from moderator_app.core.rules.process import Limit

TODAY = date(2026, 3, 2)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def someone(**fields) -> Member:
    return Member(id="a", group="g", name="张三", **fields)


def silent(member: Member, *, spoke: date | None = None, listed: date | None = None, days: int = 90):
    presence = Presence(member=member, spoke=spoke, listed=listed)
    return missed(presence, Absence.SILENT, Limit(days=days), TODAY)


@pytest.mark.parametrize(("spoke", "days"), [(90, None), (91, 91), (400, 400), (0, None), (-1, None)])
def test_silence_counts_from_the_last_words(spoke: int, days: int | None):
    found = silent(someone(), spoke=ago(spoke))
    assert (found and found.days) == days
    assert found is None or found.since == ago(spoke)


def test_who_never_spoke_counts_from_the_day_they_could_be_heard():
    assert silent(someone(joined=ago(1000)), listed=ago(50)) is None
    found = silent(someone(joined=ago(1000)), listed=ago(100))
    assert found is not None
    assert (found.days, found.since) == (100, None)
    assert silent(someone()) is None


def test_no_rule_no_silence_and_nobody_who_leads_or_is_away():
    assert silent(someone(), spoke=ago(400), days=0) is None
    for fields in (
        *({"role": role} for role in (Role.OWNER, Role.ADMIN, Role.ORGANISATION)),
        *({"status": status} for status in Status if status is not Status.ACTIVE),
    ):
        assert silent(someone(**fields), spoke=ago(400)) is None
    assert silent(someone(role=Role.PAID), spoke=ago(400)) is not None


@pytest.mark.parametrize("field", ["leave_until", "suspended_until"])
def test_days_count_anew_after_a_leave_or_a_suspension(field: str):
    assert silent(someone(**{field: ago(90)}), spoke=ago(400)) is None
    found = silent(someone(**{field: ago(91)}), spoke=ago(400))
    assert found is not None
    assert (found.days, found.since) == (91, ago(400))


def test_a_leave_that_lasts_excuses_and_tells_until_when():
    found = silent(someone(leave_until=TODAY), spoke=ago(400))
    assert found is not None
    assert found.excused_until == TODAY


def test_days_count_anew_for_who_came_back():
    away = Presence(member=someone(), spoke=ago(400), back=ago(90))
    assert missed(away, Absence.SILENT, Limit(days=90), TODAY) is None
    found = missed(replace(away, back=ago(91)), Absence.SILENT, Limit(days=90), TODAY)
    assert (found.days, found.since) == (91, ago(400))


NOW = datetime(2026, 3, 2, 23, 30)


@pytest.mark.parametrize(
    ("seen", "taken"),
    [
        (NOW, NOW),
        (NOW - timedelta(days=9), NOW - timedelta(days=9)),
        (NOW + timedelta(hours=9), NOW),
        (NOW + timedelta(days=1), NOW),
        (NOW + timedelta(days=1, seconds=1), None),
        (datetime(2099, 1, 1), None),
        (NOW.replace(tzinfo=UTC), NOW),
    ],
)
def test_nobody_was_seen_tomorrow(seen: datetime, taken: datetime | None):
    assert believed(seen, NOW) == taken


def words(member: Member, **known):
    return missed(Presence(member=member, **known), Absence.FIRST_WORDS, Limit(days=3), TODAY)


def test_first_words_are_asked_of_newcomers_alone():
    assert words(someone(joined=ago(3)), listed=ago(3)) is None
    assert words(someone(joined=ago(4)), listed=ago(4)) is not None
    assert words(someone(joined=ago(4)), listed=ago(4), spoke=ago(4)) is None
    assert words(someone(joined=ago(400)), listed=ago(10)) is None
    assert words(someone(), listed=ago(10)) is None
    assert words(someone(joined=ago(12)), listed=ago(10)).days == 10


def test_meet_ups_count_from_the_last_one():
    presence = Presence(member=someone(met=ago(366)), spoke=TODAY, listed=ago(900))
    found = missed(presence, Absence.MEETUP, Limit(days=365), TODAY)
    assert found is not None
    assert (found.days, found.since) == (366, ago(366))
    never = Presence(member=someone(), spoke=TODAY, listed=ago(365))
    assert missed(never, Absence.MEETUP, Limit(days=365), TODAY) is None


DAYS = st.none() | st.integers(-5, 200).map(ago)


@given(DAYS, DAYS, DAYS, DAYS, st.sampled_from(Absence))
def test_whoever_is_there_today_is_not_missing(spoke, listed, joined, leave, absence):
    limit = Limit(days=30)
    absent = Presence(member=someone(joined=joined, leave_until=leave), spoke=spoke, listed=listed)
    found = missed(absent, absence, limit, TODAY)
    assert found is None or found.days > limit.days
    here = someone(joined=joined, leave_until=leave, met=TODAY)
    assert missed(Presence(member=here, spoke=TODAY, listed=listed), absence, limit, TODAY) is None
