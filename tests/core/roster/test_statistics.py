"""Numbers of a group: what counts, what does not, and that nobody's name is needed for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.member import Status
from moderator_app.core.roster.statistics import Statistics, statistics
from moderator_app.core.rules.verdict import Action
from tests.core.roster.makers import entry, member, strike, undo, void


def test_nothing_was_done():
    assert statistics([], []) == Statistics()


def test_a_strike_counts_under_each_of_its_clauses_and_once_in_all():
    told = statistics([strike(rules=("hawking", "qr")), strike(), strike(rules=())], [])
    assert told.strikes == 3
    assert told.by_rule == (("hawking", 2), ("", 1), ("qr", 1))


def test_what_was_undone_never_happened_and_what_was_voided_is_told_apart():
    wrong, false, right = strike(), strike(), strike()
    told = statistics([wrong, undo(wrong), false, void(false), right], [])
    assert (told.strikes, told.voided) == (1, 1)
    assert told.by_rule == (("hawking", 1),)


def test_a_voiding_that_was_undone_voids_nothing():
    given = strike()
    pardon = void(given)
    assert statistics([given, pardon, undo(pardon)], []).strikes == 1


def test_months_without_a_strike_are_there_too_also_over_new_year():
    told = statistics([strike(days=0), strike(days=1), strike(days=260)], [])
    assert told.by_month[0] == ("2026-05", 2)
    assert told.by_month[-1] == ("2027-01", 1)
    assert [month for month, _ in told.by_month] == [
        "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12", "2027-01",
    ]  # fmt: skip


def test_first_and_last_day_belong_to_the_span():
    entries = [strike(days=day) for day in range(10)]
    first, last = entries[2].at.date(), entries[5].at.date()
    assert statistics(entries, [], since=first, until=last).strikes == 4
    assert statistics(entries, [], since=first).strikes == 8
    assert statistics(entries, [], until=date(2020, 1, 1)) == Statistics()


def test_notices_and_rulings():
    told = statistics(
        [
            entry(EntryKind.NOTICE, notice="welcome"),
            entry(EntryKind.NOTICE, notice="hawking-1"),
            entry(EntryKind.NOTICE, notice="welcome"),
            entry(EntryKind.MISJUDGED),
            entry(EntryKind.BREACH),
            entry(EntryKind.BREACH),
        ],
        [],
    )
    assert told.by_notice == (("welcome", 2), ("hawking-1", 1))
    assert (told.misjudged, told.breaches) == (1, 2)


def test_a_step_counts_when_it_was_taken_and_once_an_action():
    here = member()
    gone = replace(here, status=Status.FREE_GROUP)
    asked = strike(step=Action.MOVE)
    moved = entry(EntryKind.MEMBER_EDITED, before=here, after=gone)
    told = statistics(
        [
            strike(step=Action.REMIND),
            asked,
            moved,
            entry(EntryKind.CARRIED_OUT, step=Action.MOVE, action=moved.action),
            entry(EntryKind.CARRIED_OUT, step=Action.REMOVE),
            entry(EntryKind.FINE, amount="100"),
        ],
        [],
    )
    assert dict(told.by_step) == {"remind": 1, "move": 1, "remove": 1, "fine": 1}


def test_members_are_told_by_where_they_stand():
    people = [member("a"), member("b"), member("c", status=Status.LEFT)]
    assert statistics([], people).by_status == (("active", 2), ("left", 1))


@given(st.permutations(range(6)), st.integers(0, 5))
def test_order_and_repetition_do_not_matter_nor_do_names(order, twice):
    entries = [
        strike(days=number, id=f"e{number}", action=f"a{number}", rules=(f"r{number % 2}",))
        for number in range(5)
    ]
    entries.append(void(entries[1], id="v", action="v"))
    shuffled = [entries[number] for number in order] + [entries[twice]]
    nameless = [replace(each, name="", message="") for each in shuffled]
    assert statistics(nameless, []) == statistics(entries, [])
