import random
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from moderator_app.core.roster.actions import EVER, Actions, TextIndex
from moderator_app.core.roster.entry import EntryKind
from tests.core.roster.makers import NOON, entry, strike, undo, void


def text_of(done):
    return "\n".join(f"{one.name} {one.message}" for one in done)


def ids(found):
    return [done[0].action for done in found]


def test_actions_are_told_newest_first_and_an_undo_is_none_of_its_own():
    first, second = strike(), strike()
    both = [strike("m2", action="both"), strike("m3", action="both")]
    actions = Actions([first, second, undo(second), *both])
    assert ids(actions.all()) == ["both", second.action, first.action]
    assert actions.by_id["both"] == both


def test_actions_are_found_by_kind_clause_and_member():
    one, other = strike("m1", rules=("ads",)), strike("m2")
    taken = void(one)
    actions = Actions([one, other, taken])
    assert ids(actions.holding(["m1"])) == [taken.action, one.action]
    assert ids(actions.holding(["ads"])) == [one.action]
    assert ids(actions.holding([EntryKind.VOID.value])) == [taken.action]
    assert ids(actions.holding(["m1", "m2"])) == [taken.action, other.action, one.action]
    assert ids(actions.holding(["nobody"])) == []


def test_entries_of_two_records_may_lie_between_each_other():
    one = [strike("m1", action="one"), strike("m1", action="one")]
    other = [strike("m2", action="other"), strike("m2", action="other")]
    actions = Actions([one[0], other[0], one[1], other[1]])
    assert actions.by_id == {"one": one, "other": other}
    assert ids(actions.holding(["m1"])) == ["one"]


def test_what_lies_outside_of_a_time_is_passed_over_piece_by_piece():
    entries = [strike(days=i) for i in range(2_000)]
    actions = Actions(entries)
    until = NOON + timedelta(days=500)
    found = list(actions.all((NOON, until)))
    assert [done[0] for done in found if done[0].at <= until] == entries[500::-1]
    assert len(found) < 1_100


@given(st.lists(st.lists(st.sampled_from(("m1", "m2", "m3")), max_size=4), max_size=5))
def test_what_comes_later_is_found_like_what_was_there(parts):
    actions, entries = Actions(), []
    for part in parts:
        new = [strike(member) for member in part]
        actions.add(new)
        entries += new
        about = [each.action for each in entries if each.member == "m1"]
        assert ids(actions.holding(["m1"])) == about[::-1]
        assert ids(actions.all((NOON - timedelta(days=1), NOON + timedelta(days=1)))) == ids(actions.all())


WORDS = ("张三", "李四", "现货", "abc", "x")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=4), max_size=40), st.data())
def test_a_search_finds_what_reading_everything_finds(messages, data):
    entries = [strike(message=" ".join(words), name="") for words in messages]
    actions = Actions()
    index = TextIndex(actions, text_of)
    while entries_left := entries[len(actions.order) :]:
        actions.add(entries_left[: data.draw(st.integers(1, 20))])
        wanted = data.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
        expected = [e.action for e in entries[: len(actions.order)] if all(w in e.message for w in wanted)]
        assert ids(index.find(wanted)) == expected[::-1]


def test_words_are_found_across_many_pieces_in_order_and_whatever_the_case():
    numbers = random.Random(7)
    entries = [strike(message="ABC 现货" if numbers.random() < 0.05 else "别的") for _ in range(3_000)]
    index = TextIndex(Actions(entries), text_of)
    expected = [e.action for e in entries if "现货" in e.message][::-1]
    assert ids(index.find(["abc", "现货"])) == expected
    assert expected


def test_no_word_is_found_across_two_actions():
    index = TextIndex(Actions([strike(name="", message="大量"), strike(name="", message="现货")]), text_of)
    assert ids(index.find(["量"])) != []
    assert ids(index.find(["大量 现货"])) == []
    assert ids(index.find(["量现"])) == []


def test_the_index_can_be_made_ready_piece_by_piece():
    read = []

    def telling(done):
        read.append(done[0].action)
        return text_of(done)

    entries = [entry(EntryKind.NOTICE, message=str(i)) for i in range(1_500)]
    index = TextIndex(Actions(entries), telling)
    pieces = 0
    while index.prepare():
        pieces += 1
    assert pieces == 3
    assert sorted(read) == sorted(e.action for e in entries)
    read.clear()
    assert list(index.find(["nothing"], EVER)) == []
    assert read == []
