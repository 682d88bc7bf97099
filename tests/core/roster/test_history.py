from itertools import permutations

import pytest

from moderator_app.core.errors import NotFound, Refused
from moderator_app.core.roster.history import StrikeState, effective, strike_states, strike_to_void, voids
from tests.core.roster.makers import NOON, strike, undo, void


def test_the_order_in_which_entries_arrive_makes_no_difference():
    first, second, undone = strike(), strike(), strike()
    voided = void(first)
    entries = [first, second, undone, voided, undo(undone)]
    expected = {first.id: StrikeState.VOIDED, second.id: StrikeState.ACTIVE}
    for order in permutations(entries):
        assert strike_states(order, 0, NOON) == expected


def test_entries_that_arrive_twice_count_once():
    given = strike()
    assert len(strike_states([given, given], 0, NOON)) == 1


def test_an_undone_void_lets_the_strike_count_again():
    given = strike()
    voiding = void(given)
    assert strike_states([given, voiding, undo(voiding)], 0, NOON) == {given.id: StrikeState.ACTIVE}


def test_undoing_takes_back_every_entry_of_the_action():
    one, other = strike(action="a"), strike("m2", action="a")
    assert effective([one, other, undo(one)]) == ()


def test_the_first_void_is_the_one_that_is_shown():
    given = strike()
    later, sooner = void(given, seq=900), void(given, seq=800)
    assert voids([given, later, sooner]) == {given.id: sooner}


def test_only_a_strike_that_counts_can_be_voided():
    given, voided, undone = strike(), strike(), strike()
    entries = [given, voided, void(voided), undone, undo(undone)]
    assert strike_to_void(entries, given.id) is given
    for wrong, error, code in (
        (voided.id, Refused, "roster.already-voided"),
        (undone.id, Refused, "roster.strike-undone"),
        (entries[2].id, NotFound, "roster.no-such-strike"),
        ("unknown", NotFound, "roster.no-such-strike"),
    ):
        with pytest.raises(error) as raised:
            strike_to_void(entries, wrong)
        assert raised.value.reason.code == code
