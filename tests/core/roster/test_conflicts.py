import random

import pytest

from moderator_app.core.roster.conflicts import conflicts_of, open_ends
from moderator_app.core.roster.entry import EntryKind
from tests.core.roster.makers import entry, member, undo


def edit(before, after, *, by="", seq=None, **fields):
    was, now = member(card=before), member(card=after)
    return entry(EntryKind.MEMBER_EDITED, before=was, after=now, moderator=by, seq=seq, **fields)


def added(card=""):
    return entry(EntryKind.MEMBER_ADDED, after=member(card=card), seq=0)


def told(entries, card, moderator=""):
    shuffled = random.Random(1).sample(entries, len(entries)) * 2
    found = conflicts_of(shuffled, member(card=card), moderator)
    return [(c.field, c.was, c.ours.value, c.theirs.value) for c in found]


def test_two_edits_from_the_same_value_stand_against_each_other():
    entries = [added("x"), edit("x", "a", by="甲", seq=5), edit("x", "b", by="乙", seq=5)]
    assert told(entries, "b") == [("card", "x", "b", "a")]
    assert told(entries, "b", "甲") == [("card", "x", "a", "b")]
    assert told(entries, "b", "乙") == [("card", "x", "b", "a")]


def test_edits_one_after_the_other_are_none():
    one = edit("x", "a")
    assert told([added("x"), one, edit("a", "b"), edit("b", "x"), edit("x", "c")], "c") == []
    assert (
        told(
            [added("x"), one, undo(one, before=member(card="a"), after=member(card="x")), edit("x", "b")], "b"
        )
        == []
    )


def test_an_edit_between_that_was_taken_back_makes_none():
    away, back = edit("x", "a"), edit("a", "x")
    entries = [added("x"), away, back, edit("x", "b"), undo(back)]
    assert told(entries, "b") == []


def test_the_same_value_on_both_sides_is_none():
    assert told([added("x"), edit("x", "a", seq=5), edit("x", "a", seq=5)], "a") == []
    assert told([added("x"), edit("x", "a", seq=5), edit("x", "a", seq=5), edit("a", "b", seq=6)], "b") == []


def test_what_each_went_on_to_write_is_what_stands_against_the_other():
    ours = [edit("x", "a", seq=5), edit("a", "c", seq=6)]
    theirs = [edit("x", "b", seq=5), edit("b", "d", seq=6)]
    assert {frozenset(each[2:]) for each in told([added("x"), *ours, *theirs], "d")} == {frozenset("cd")}


def test_other_fields_are_left_alone():
    name = entry(
        EntryKind.MEMBER_EDITED, before=member(card="x"), after=member(name="张三丰", card="x"), seq=5
    )
    assert told([added("x"), edit("x", "a", seq=5), name], "a") == []


def settled(field, *overruled):
    return [entry(EntryKind.SETTLED, target=one.id, rules=(field,)) for one in overruled]


def test_settling_ends_it_and_taking_that_back_opens_it_again():
    one, other = edit("x", "a", seq=5), edit("x", "b", seq=5)
    entries = [added("x"), one, other]
    (decision,) = settled("card", one)
    assert told([*entries, decision], "b") == []
    assert told([*entries, *settled("name", one)], "b") != []
    assert told([*entries, decision, undo(decision)], "b") != []
    third = edit("b", "c")
    assert told([*entries, third], "c") == [("card", "x", "c", "a")], (
        "writing over one does not answer the other"
    )
    assert told([*entries, third, *settled("card", one)], "c") == []


def test_an_edit_that_was_taken_back_is_no_side():
    one, other = edit("x", "a", seq=5), edit("x", "b", seq=5)
    assert told([added("x"), one, other, undo(one)], "b") == []


@pytest.mark.parametrize("sides", [3, 4])
def test_more_than_two_are_all_told_to_whoever_settles(sides):
    edits = [edit("x", value, seq=5) for value in "abcd"[:sides]]
    ends = open_ends([added("x"), *edits])
    assert [end.after.card for end in ends["card"]] == list("abcd"[:sides])
    assert open_ends([added("x"), *edits, *settled("card", *edits[1:])]) == {}
