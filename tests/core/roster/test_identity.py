import random

from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.identity import Identity, bonds
from tests.core.roster.makers import entry, strike, undo


def same(one, other, **fields):
    return entry(EntryKind.SAME, one, target=other, **fields)


def linked(one, other, **fields):
    return entry(EntryKind.LINKED, one, target=other, **fields)


def test_records_of_one_person_count_under_the_smallest_id():
    identity = Identity([same("m3", "m2"), same("m2", "m7")])
    assert [identity.canonical(one) for one in ("m2", "m3", "m7", "m9")] == ["m2", "m2", "m2", "m9"]
    assert identity.ids("m7") == {"m2", "m3", "m7"}
    assert identity.ids("m9") == {"m9"}
    assert identity.joined == {"m2", "m3", "m7"}


def test_taking_it_back_parts_again_whom_nothing_else_holds_together():
    first, second = same("a", "b"), same("b", "c")
    assert Identity([first, second, undo(second)]).ids("a") == {"a", "b"}
    third = same("a", "c")
    assert Identity([first, second, third, undo(second)]).ids("c") == {"a", "b", "c"}


def test_people_of_other_groups_are_told_under_the_id_that_counts_there():
    identity = Identity([same("b1", "b2"), linked("a1", "b2"), same("a1", "a2")])
    assert identity.links("a2") == {"b1"}
    assert identity.links("b1") == {"a1"}
    assert identity.links("c") == frozenset()
    assert identity.canonical("a1") == "a1"


def test_a_bond_with_oneself_or_nobody_is_none():
    assert Identity([same("a", "a"), same("a", "")]).joined == frozenset()


def test_only_what_matters_is_kept():
    bond, other = same("a", "b"), strike()
    back, elsewhere = undo(bond), undo(other)
    assert bonds([other, bond, elsewhere, back]) == (bond, back)
    assert Identity(bonds([bond, back])).joined == frozenset()


IDS = st.sampled_from("abcdef")


@given(st.lists(st.tuples(IDS, IDS), max_size=12), st.data())
def test_it_is_what_following_the_bonds_by_hand_gives_in_any_order(pairs, data):
    entries = [same(one, other) for one, other in pairs]
    undone = [undo(one) for one in entries if data.draw(st.booleans())]
    held = [
        pair for pair, one in zip(pairs, entries, strict=True) if all(u.target != one.action for u in undone)
    ]

    def reached(start):
        found, waiting = set(), {start}
        while waiting:
            now = waiting.pop()
            found.add(now)
            waiting |= {other for pair in held if now in pair for other in pair} - found
        return found

    everything = [*entries, *undone] * 2
    random.Random(len(everything)).shuffle(everything)
    identity = Identity(everything)
    for one in "abcdef":
        assert identity.ids(one) == reached(one)
        assert identity.canonical(one) == min(reached(one))


def test_two_people_are_apart_under_every_id_until_that_is_taken_back_or_they_are_one():
    told = entry(EntryKind.APART, "a", target="b")
    back = undo(told)
    found = Identity([told, linked("b", "c")])
    assert all(found.apart(one, other) for one, other in (("a", "b"), ("b", "a"), ("a", "c")))
    assert not any(found.apart(one, other) for one, other in (("b", "c"), ("a", "x"), ("a", "a")))
    assert not Identity([told, back]).apart("a", "b")
    assert not Identity([told, same("a", "b")]).apart("a", "b")
    assert bonds([told, strike("a"), back]) == (told, back)
