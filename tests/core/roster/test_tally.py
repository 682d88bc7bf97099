"""A tally is what the standing of the same person is, counted in brief."""

from datetime import UTC, timedelta

from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.ladder import Ladder, standing
from moderator_app.core.roster.member import Status
from moderator_app.core.roster.tally import Tally, tally
from tests.core.roster.makers import NOON, entry, member, strike, undo, void


@st.composite
def records(draw):
    """Strikes of any age, some of another zone, and what calls some of them back."""
    done = [strike(days=-draw(st.integers(0, 60))) for _ in range(draw(st.integers(0, 5)))]
    for each in draw(st.permutations(done)):
        match draw(st.sampled_from(("stays", "stays", "void", "undo", "restored", "notice"))):
            case "void":
                done.append(void(each))
            case "undo":
                done.append(undo(each))
            case "restored":
                before = member(status=draw(st.sampled_from(Status)))
                done.append(entry(EntryKind.RESTORED, before=before, after=member()))
            case "notice":
                done.append(entry(EntryKind.NOTICE, notice="hawking-1"))
    return draw(st.permutations(done))


@given(done=records(), lapse_days=st.sampled_from((0, 1, 30)), hours=st.integers(-30, 2000))
def test_it_counts_what_the_standing_counts(done, lapse_days, hours):
    ladder, now = Ladder(lapse_days=lapse_days), NOON + timedelta(hours=hours)
    found, stands = tally(done, ladder, now), standing(done, ladder, now)
    assert (found.active, found.lapsed, found.voided, found.cleared) == (
        *(stands.active, stands.lapsed, stands.voided, stands.cleared),
    )


@given(done=records(), lapse_days=st.sampled_from((0, 1, 30)))
def test_it_holds_until_the_next_strike_lapses(done, lapse_days):
    ladder = Ladder(lapse_days=lapse_days)
    found = tally(done, ladder, NOON)
    if found.until is None:
        assert not (lapse_days and found.active)
        assert tally(done, ladder, NOON + timedelta(days=9999)).active == (0 if lapse_days else found.active)
    else:
        just_before = tally(done, ladder, found.until - timedelta(microseconds=1))
        assert just_before.active == found.active
        assert tally(done, ladder, found.until).active < found.active


def test_a_time_of_another_zone_is_read_off_the_wall():
    abroad = strike(at=NOON.replace(tzinfo=UTC))
    assert tally([abroad], Ladder(lapse_days=1), NOON) == Tally(active=1, until=NOON + timedelta(days=1))
    assert tally([abroad], Ladder(lapse_days=1), NOON + timedelta(days=1)) == Tally(lapsed=1)
