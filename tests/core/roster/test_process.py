"""What waits and what was settled, derived from a set of entries."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.process import KINDS, Held, answered, appeals, blocked, consent, proposals
from moderator_app.core.rules.process import Limit, Process, Removal, TaskRule
from moderator_app.core.rules.verdict import Action
from moderator_app.core.wording import Wording
from tests.core.roster.makers import entry, strike, undo, void

ALONE, TWO = Removal(), Removal(admins=2, owner_above=3)
NO_OWNER = Removal(admins=2, owner=False)


def proposed(by: str = "甲", **fields) -> Entry:
    return entry(EntryKind.PROPOSED, moderator=by, step=Action.REMOVE, **fields)


def answer(kind: EntryKind, to: Entry, by: str = "", **fields) -> Entry:
    return entry(kind, to.member, target=to.id, moderator=by, **fields)


# ---- consent


@pytest.mark.parametrize(
    ("agreed", "removal", "owner", "together", "expected"),
    [
        (["甲"], ALONE, "", 1, ("process.ready", None)),
        ([], ALONE, "", 9, ("process.ready", None)),
        (["甲"], TWO, "王", 1, ("process.needs-others-or-owner", 1)),
        (["甲", "乙"], TWO, "王", 1, ("process.ready", None)),
        (["甲", " 甲"], TWO, "王", 1, ("process.needs-others-or-owner", 1)),
        (["Ａｎｎ", "ann"], TWO, "王", 1, ("process.needs-others-or-owner", 1)),
        (["王"], TWO, "王", 1, ("process.ready", None)),
        ([" 王"], TWO, "王", 1, ("process.ready", None)),
        (["甲"], TWO, "", 1, ("process.needs-others-no-owner", 1)),
        ([], TWO, "王", 1, ("process.needs-others-or-owner", 2)),
        (["王"], NO_OWNER, "王", 1, ("process.needs-others", 1)),
        (["甲", "乙"], TWO, "王", 3, ("process.ready", None)),
        (["甲", "乙"], TWO, "王", 4, ("process.needs-owner", 4)),
        (["甲", "乙", "丙"], TWO, "", 4, ("process.needs-owner-unset", 4)),
        (["甲", "王"], TWO, "王", 40, ("process.ready", None)),
    ],
)
def test_who_has_to_agree(agreed, removal, owner, together, expected):
    found = consent(agreed, removal, owner, together=together)
    assert (found.needs.code, found.needs.values.get("count")) == expected
    assert found.ready is (expected[0] == "process.ready")
    assert found.owner_needed is (removal.owner_above > 0 and together > removal.owner_above)


@given(st.lists(st.sampled_from(["甲", "乙", "丙", "王"])), st.integers(1, 4), st.integers(0, 9))
def test_one_more_voice_never_makes_a_removal_harder(agreed: list[str], admins: int, together: int):
    removal = Removal(admins=admins, owner_above=3)
    before = consent(agreed, removal, "王", together=together)
    for name in ("甲", "丁", "王"):
        after = consent([*agreed, name], removal, "王", together=together)
        assert after.ready or not before.ready
    assert consent([*agreed, "王"], removal, "王", together=together).ready


# ---- proposals


def test_a_proposal_gathers_each_who_agreed_once_the_proposer_first():
    one, other = proposed("甲"), proposed("乙")
    entries = [one, other, answer(EntryKind.AGREED, one, "乙"), answer(EntryKind.AGREED, one, " 乙")]
    entries += [answer(EntryKind.AGREED, one, "甲"), answer(EntryKind.AGREED, one, "")]
    first, second = proposals(Held(entries))
    assert (first.entry, first.agreed, first.end) == (one, ("甲", "乙"), None)
    assert (second.entry, second.agreed) == (other, ("乙",))


def test_a_nameless_proposer_does_not_count():
    (found,) = proposals(Held([proposed("")]))
    assert found.agreed == ()


def test_the_first_who_decides_ends_it_until_that_is_taken_back():
    one = proposed()
    no, done = answer(EntryKind.DECLINED, one), answer(EntryKind.CARRIED_OUT, one)
    assert proposals(Held([done, no, one]))[0].end == no
    assert proposals(Held([done, no, one, undo(no)]))[0].end == done
    assert proposals(Held([done, no, one, undo(no), undo(done)]))[0].end is None
    assert proposals(Held([one, undo(one), no])) == ()


@pytest.mark.parametrize(
    "event",
    [
        {"kind": EntryKind.RESTORED},
        {"kind": EntryKind.CARRIED_OUT, "step": Action.REMOVE},
    ],
)
def test_a_proposal_ends_with_a_removal_in_another_way_and_with_the_members_return(event: dict):
    before, one, other = entry(**event), proposed(), proposed(member="m2")
    assert [each.end for each in proposals(Held([before, one, other]))] == [None, None]
    after = entry(**event)
    assert [each.end for each in proposals(Held([after, before, one, other]))] == [after, None]
    assert proposals(Held([after, before, one, other, undo(after)]))[0].end is None
    moved = entry(EntryKind.CARRIED_OUT, step=Action.MOVE)
    assert proposals(Held([moved, one]))[0].end is None


# ---- appeals


def test_an_appeal_is_open_until_the_strike_is_upheld_after_it_or_voided():
    given_strike = strike()
    early = answer(EntryKind.UPHELD, given_strike)
    appeal = answer(EntryKind.APPEALED, given_strike)
    late, voiding = answer(EntryKind.UPHELD, given_strike), void(given_strike)
    assert appeals(Held([given_strike, early, appeal]))[0].answer is None
    assert appeals(Held([given_strike, early, appeal, late]))[0].answer == late
    assert appeals(Held([given_strike, early, appeal, late, voiding]))[0].answer == voiding
    assert appeals(Held([given_strike, appeal, voiding, undo(voiding)]))[0].answer is None


def test_a_second_appeal_is_answered_by_itself():
    given_strike = strike()
    first, upheld, second = (
        answer(kind, given_strike) for kind in (EntryKind.APPEALED, EntryKind.UPHELD, EntryKind.APPEALED)
    )
    found = {each.entry.id: each.answer for each in appeals(Held([second, upheld, first]))}
    assert found == {first.id: upheld, second.id: None}


# ---- reports, fines, tasks, the blocklist


@pytest.mark.parametrize(
    ("asked", "answering"),
    [
        (EntryKind.REPORTED, EntryKind.REPORT_CLOSED),
        (EntryKind.FINE, EntryKind.PAID),
        (EntryKind.TASK, EntryKind.ANSWERED),
    ],
)
def test_what_is_asked_for_is_open_until_its_own_answer_holds(asked: EntryKind, answering: EntryKind):
    one, other = entry(asked), entry(asked)
    reply = answer(answering, one)
    stranger = answer(EntryKind.AGREED, other)
    found = answered(Held([one, other, reply, stranger]), asked)
    assert [(each.entry, each.answer) for each in found] == [(one, reply), (other, None)]
    assert answered(Held([one, reply, undo(reply)]), asked)[0].answer is None
    assert answered(Held([one, reply, undo(one)]), asked) == ()


def test_the_blocklist_holds_whoever_was_put_on_it_last():
    on, off, again = entry(EntryKind.BLOCKED), entry(EntryKind.UNBLOCKED), entry(EntryKind.BLOCKED)
    other = entry(EntryKind.BLOCKED, "m2")
    assert blocked(Held([on, other])) == (on, other)
    assert blocked(Held([on, off])) == ()
    assert blocked(Held([again, off, on])) == (again,)
    assert blocked(Held([on, off, undo(off)])) == (on,)
    assert blocked(Held([on, other]), {"m1": "one", "m2": "one"}.__getitem__) == (other,)


def test_what_is_read_here_is_in_the_kinds_that_may_be_kept_alone():
    read = {EntryKind.PROPOSED, EntryKind.AGREED, EntryKind.DECLINED, EntryKind.CARRIED_OUT, EntryKind.VOID}
    read |= {EntryKind.APPEALED, EntryKind.UPHELD, EntryKind.REPORTED, EntryKind.REPORT_CLOSED}
    read |= {EntryKind.FINE, EntryKind.PAID, EntryKind.TASK, EntryKind.ANSWERED, EntryKind.UNDO}
    read |= {EntryKind.BLOCKED, EntryKind.UNBLOCKED}
    assert read <= KINDS
    assert not {EntryKind.STRIKE, EntryKind.NOTICE, EntryKind.MEMBER_ADDED} & KINDS


# ---- sets

ASKING = (EntryKind.PROPOSED, EntryKind.REPORTED, EntryKind.FINE, EntryKind.TASK, EntryKind.BLOCKED)
SAYING = (
    *(EntryKind.AGREED, EntryKind.DECLINED, EntryKind.CARRIED_OUT, EntryKind.REPORT_CLOSED),
    *(EntryKind.PAID, EntryKind.ANSWERED, EntryKind.UNBLOCKED, EntryKind.APPEALED, EntryKind.UPHELD),
    *(EntryKind.VOID, EntryKind.UNDO),
)


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    """Any history of a process, some of it made on two machines with the same numbers."""
    made: list[Entry] = [strike(seq=0)]
    for number in range(draw(st.integers(1, 14))):
        kind = draw(st.sampled_from((*ASKING, *SAYING)))
        other = draw(st.sampled_from(made))
        fields = {"moderator": draw(st.sampled_from(["甲", "乙", ""])), "seq": number // 2}
        target = other.action if kind is EntryKind.UNDO else other.id
        fields |= {} if kind in ASKING else {"target": target}
        made.append(entry(kind, draw(st.sampled_from(["m1", "m2"])), **fields))
    return made


def derived(entries: list[Entry]) -> tuple:
    held = Held(entries)
    kinds = (EntryKind.REPORTED, EntryKind.FINE, EntryKind.TASK)
    return (proposals(held), appeals(held), blocked(held), *(answered(held, kind) for kind in kinds))


@given(histories(), st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_matters(entries: list[Entry], random):
    shuffled = [*entries, *random.choices(entries, k=4)]
    random.shuffle(shuffled)
    assert derived(shuffled) == derived(entries)
    assert derived([each for each in shuffled if each.kind in KINDS]) == derived(entries)


@given(histories(), st.data())
def test_an_action_that_is_taken_back_leaves_no_trace(entries: list[Entry], data: st.DataObject):
    gone = data.draw(st.sampled_from(entries))
    if gone.kind is EntryKind.UNDO:
        return
    others = [each for each in entries if each is not gone]
    assert derived([*entries, undo(gone)]) == derived(others)


# ---- tasks as rulebooks give them

GIVEN = datetime(2026, 5, 3, 16, 40)


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ({"minutes": 30}, datetime(2026, 5, 3, 17, 10)),
        ({"days": 2}, datetime(2026, 5, 5, 16, 40)),
        ({"same_day": True}, datetime(2026, 5, 3, 23, 59, 59)),
        ({}, None),
    ],
)
def test_a_task_is_due_as_its_rule_says(rule, due):
    assert TaskRule(id="t", title=Wording("回复"), **rule).due(GIVEN) == due


def test_a_task_without_a_name_is_the_first_that_the_rulebook_has():
    one, other = TaskRule(id="a", title=Wording("甲")), TaskRule(id="b", title=Wording("乙"))
    process = Process(tasks=(one, other), card=Limit(days=3))
    assert (process.task(), process.task(["b"]), process.task(["c"])) == (one, other, None)
    assert Process().task() is None
