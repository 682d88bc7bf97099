from dataclasses import replace
from itertools import count

import pytest

from moderator_app.core.errors import NotFound, Refused
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.members import apply, folded
from moderator_app.core.roster.undo import Dependence, last_undoable, undo_entries
from tests.core.roster.makers import NOON, entry, member, strike, undo, void


def undoing(entries, action, members=()):
    numbers = count(1)
    entries = list(entries)
    return undo_entries(
        entries,
        action,
        members={m.id: m for m in members},
        about=lambda who: [one for one in entries if one.member == who],
        new_id=lambda: f"new{next(numbers)}",
        at=NOON,
        moderator="群主",
    )


def test_the_last_action_that_holds_is_the_one_to_undo():
    first, second = strike(), strike()
    assert last_undoable([]) is None
    assert last_undoable([second, first]) == second.action
    assert last_undoable([undo(second), second, first]) == first.action
    assert last_undoable([first, undo(first)]) is None


def test_undoing_a_strike_says_whose_and_changes_no_member():
    given = strike(name="张三")
    (taken_back,) = undoing([given], given.action, [member()])
    assert taken_back.kind is EntryKind.UNDO
    assert (taken_back.target, taken_back.member, taken_back.name) == (given.action, "m1", "张三")
    assert (taken_back.before, taken_back.after, taken_back.moderator) == (None, None, "群主")


def test_undoing_an_addition_removes_the_member_and_undoing_a_removal_brings_them_back():
    who = member()
    added = entry(EntryKind.MEMBER_ADDED, after=who)
    removed = entry(EntryKind.MEMBER_REMOVED, before=who)
    (gone,) = undoing([added], added.action, [who])
    (back,) = undoing([removed], removed.action)
    assert (gone.before, gone.after) == (who, None)
    assert (back.before, back.after) == (None, who)


def test_adding_and_striking_in_one_action_is_undone_by_one_entry():
    who = member()
    added = entry(EntryKind.MEMBER_ADDED, after=who, action="both")
    entries = [added, strike(action="both")]
    (only,) = undoing(entries, "both", [who])
    assert (only.before, only.after) == (who, None)


def test_an_action_on_several_members_is_undone_for_each():
    entries = [strike("m1", action="both"), strike("m2", action="both")]
    both = undoing(entries, "both")
    assert [e.member for e in both] == ["m1", "m2"]
    assert len({e.action for e in both}) == 1
    assert len({e.id for e in both}) == 2


def test_two_edits_of_one_action_go_back_to_the_first_state():
    one, two, three = member(), member(card="二"), member(card="三")
    edits = [
        entry(EntryKind.MEMBER_EDITED, before=one, after=two, action="both"),
        entry(EntryKind.MEMBER_EDITED, before=two, after=three, action="both"),
    ]
    (back,) = undoing(reversed(edits), "both", [three])
    assert back.after == one


def test_what_was_changed_since_stays():
    before, after = member(), member(card="张三-医院-上海")
    noted = replace(after, notes="已谈话")
    added = entry(EntryKind.MEMBER_ADDED, after=before)
    first = entry(EntryKind.MEMBER_EDITED, before=before, after=after)
    second = entry(EntryKind.MEMBER_EDITED, before=after, after=noted)
    (back,) = undoing([added, first, second], first.action, [noted])
    assert back.after == member(notes="已谈话")
    third = entry(EntryKind.MEMBER_EDITED, before=after, after=member(card="张三-北京"))
    (back,) = undoing([added, first, third], first.action, [third.after])
    assert (back.before, back.after) == (None, None), "a later change of the same field holds"


def test_an_addition_taken_back_takes_back_its_edits():
    added = entry(EntryKind.MEMBER_ADDED, after=member())
    edited = entry(EntryKind.MEMBER_EDITED, before=member(), after=member(card="甲"))
    (back,) = undoing([added, edited], added.action, [member(card="甲")])
    assert (back.before, back.after) == (member(card="甲"), None)


def test_actions_taken_back_in_any_order_leave_nothing():
    added = entry(EntryKind.MEMBER_ADDED, after=member())
    first = entry(EntryKind.MEMBER_EDITED, before=member(), after=member(card="甲"))
    second = entry(EntryKind.MEMBER_EDITED, before=member(card="甲"), after=member(card="乙"))
    assert folded([added, first, second, undo(first), undo(second)]) == {"m1": member()}


def test_nothing_is_undone_twice_and_no_undo_is_undone():
    given = strike()
    taken_back = undo(given)
    with pytest.raises(Refused) as twice:
        undoing([given, taken_back], given.action)
    assert twice.value.reason.code == "roster.already-undone"
    for unknown in ("nothing", taken_back.action):
        with pytest.raises(NotFound) as raised:
            undoing([given, taken_back], unknown)
        assert raised.value.reason.code == "roster.nothing-to-undo"


def test_undoing_a_void_names_the_member():
    given = strike()
    voiding = void(given)
    (back,) = undoing([given, voiding], voiding.action, [member()])
    assert (back.target, back.member) == (voiding.action, "m1")


def test_the_table_of_members_follows_the_entries():
    table = {}
    who, renamed = member(), member(name="张三丰")
    assert apply(table, entry(EntryKind.MEMBER_ADDED, after=who))
    assert not apply(table, strike())
    assert apply(table, entry(EntryKind.MEMBER_EDITED, before=who, after=renamed))
    assert table == {"m1": renamed}
    assert apply(table, entry(EntryKind.MEMBER_REMOVED, before=renamed))
    assert table == {}
    assert not apply(table, entry(EntryKind.MEMBER_REMOVED, before=renamed))


def hanging(entries, done):
    entries = list(entries)
    found = Dependence(entries).on(done, lambda who: [one for one in entries if one.member == who])
    return found and found.id


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (EntryKind.STRIKE, EntryKind.VOID),
        (EntryKind.STRIKE, EntryKind.APPEALED),
        (EntryKind.STRIKE, EntryKind.UPHELD),
        (EntryKind.PROPOSED, EntryKind.AGREED),
        (EntryKind.PROPOSED, EntryKind.CARRIED_OUT),
        (EntryKind.REPORTED, EntryKind.REPORT_CLOSED),
        (EntryKind.FINE, EntryKind.PAID),
        (EntryKind.TASK, EntryKind.ANSWERED),
    ],
)
def test_an_answer_hangs_on_what_it_answers_until_it_is_taken_back(kind, answer):
    first = entry(kind)
    later = entry(answer, target=first.id)
    assert hanging([first, later], [first]) == later.id
    assert hanging([first, later], [later]) is None
    assert hanging([first, later, undo(later)], [first]) is None
    together = entry(answer, target=first.id, action=first.action)
    assert hanging([first, together], [first, together]) is None


def test_what_was_done_about_a_member_hangs_on_their_addition():
    added = entry(EntryKind.MEMBER_ADDED, after=member())
    assert (
        hanging(
            [added, edited := entry(EntryKind.MEMBER_EDITED, before=member(), after=member(card="甲"))],
            [added],
        )
        is None
    )
    assert hanging([added, edited, entry(EntryKind.NOTICE)], [added]) is None
    given = strike()
    assert hanging([added, edited, given], [added]) == given.id
    assert hanging([added, given, undo(given)], [added]) is None
    assert hanging([added, given], [given]) is None
    same = entry(EntryKind.SAME, "m2", target="m1")
    assert hanging([added, same], [added]) == same.id


def test_a_later_change_of_the_same_thing_hangs_on_the_earlier():
    first, second = (
        entry(EntryKind.CHANGED, "", thing="notice/r/甲", was=a, now=b) for a, b in (("", "1"), ("1", "2"))
    )
    other = entry(EntryKind.CHANGED, "", thing="notice/r/乙", was="", now="1")
    assert hanging([first, second, other], [first]) == second.id
    assert hanging([first, second, other], [second]) is None
    assert hanging([first, second, undo(second)], [first]) is None


def test_who_was_erased_makes_what_was_done_to_them_final():
    given, other = strike("m1", name=""), strike("m2")
    erased = entry(EntryKind.ERASED, "m1", name="")
    known = Dependence([given, other, erased])
    assert (known.is_final([given]), known.is_final([other]), known.is_final([erased])) == (True, False, True)
    assert last_undoable([given, erased]) is None
    assert last_undoable([given, other, erased]) == other.action


def test_who_was_erased_by_another_moderator_can_still_be_dealt_with_here():
    given, erased = strike("m1", name="张三"), entry(EntryKind.ERASED, "m1", name="")
    known = Dependence([given, erased])
    assert (known.is_final([given]), known.is_final([erased])) == (False, True)
    assert last_undoable([given, erased]) == given.action
