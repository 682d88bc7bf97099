from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.ladder import Family, Ladder, LadderStep, next_step, standing, step_after
from moderator_app.core.roster.member import Status
from moderator_app.core.rules.verdict import Action
from tests.core.roster.makers import NOON, entry, member, strike, undo, void

REMIND = LadderStep(action=Action.REMIND, notice="群发信息告知", notices={"hawking": "叫卖告知"})
MOVE = LadderStep(action=Action.MOVE, notice="叫卖告知 2")
REMOVE = LadderStep(action=Action.REMOVE, notice="自由群里告知")
LADDER = Ladder(steps=(REMIND, MOVE, REMOVE), lapse_days=30)


@pytest.mark.parametrize(
    ("active", "rules", "expected"),
    [
        (0, ["hawking"], (1, Action.REMIND, "叫卖告知", Action.MOVE)),
        (0, ["greetings"], (1, Action.REMIND, "群发信息告知", Action.MOVE)),
        (0, ["greetings", "hawking"], (1, Action.REMIND, "叫卖告知", Action.MOVE)),
        (1, ["hawking"], (2, Action.MOVE, "叫卖告知 2", Action.REMOVE)),
        (2, [], (3, Action.REMOVE, "自由群里告知", None)),
        (9, [], (10, Action.REMOVE, "自由群里告知", None)),
    ],
)
def test_the_next_step(active, rules, expected):
    step = next_step(LADDER, active, rules)
    assert (step.number, step.action, step.notice, step.following) == expected
    assert step.total_steps == 3


def test_a_ladder_without_steps_asks_for_nothing():
    step = next_step(Ladder(), 3, ["hawking"])
    assert (step.number, step.action, step.notice) == (4, Action.NONE, "")
    assert (step.following, step.total_steps) == (None, 0)


def test_standing_counts_by_state_and_names_the_newest_that_counts():
    old, voided, first, last = strike(days=-40), strike(days=-3), strike(days=-2), strike(days=-1)
    undone = strike()
    entries = [last, undo(undone), undone, void(voided), voided, first, old]
    found = standing(entries, LADDER, NOON)
    assert (found.active, found.lapsed, found.voided, found.last) == (2, 1, 1, last)


def test_a_strike_lapses_when_the_days_are_full():
    given = strike()
    almost = NOON + timedelta(days=30, seconds=-1)
    assert standing([given], LADDER, almost).active == 1
    assert standing([given], LADDER, NOON + timedelta(days=30)).lapsed == 1
    assert standing([given], Ladder(), NOON + timedelta(days=9999)).active == 1


def test_a_clock_that_jumped_back_makes_nothing_lapse():
    assert standing([strike(days=400)], LADDER, NOON).active == 1


def test_a_strike_with_a_time_zone_can_be_compared_with_a_clock_without():
    abroad = strike(at=(NOON - timedelta(days=31)).replace(tzinfo=UTC))
    assert standing([abroad], LADDER, NOON).lapsed == 1


def test_families_count_apart_and_what_is_in_none_counts_together():
    ladder = Ladder(
        families=(Family(rules=frozenset({"hawking", "ads"})), Family(rules=frozenset({"insult"})))
    )
    entries = [strike(), strike(rules=("ads",)), strike(rules=("insult",)), strike(rules=("greetings",))]
    assert standing(entries, ladder, NOON, rules=["hawking"]).active == 2
    assert standing(entries, ladder, NOON, rules=["insult"]).active == 1
    assert standing(entries, ladder, NOON, rules=["qr"]).active == 1
    assert standing(entries, ladder, NOON, rules=["qr", "ads"]).active == 3
    assert standing(entries, ladder, NOON).active == 4
    assert standing(entries, Ladder(), NOON, rules=["insult"]).active == 4


def test_a_family_may_have_steps_of_its_own():
    out = LadderStep(action=Action.REMOVE, notice="移出告知")
    warn = LadderStep(action=Action.WARN, notice="警告", notices={"photo": "照片告知"})
    ladder = Ladder(steps=LADDER.steps, families=(Family(rules=frozenset({"photo"}), steps=(warn, out)),))
    first, second = next_step(ladder, 0, ["photo"]), next_step(ladder, 1, ["photo"])
    assert (first.action, first.notice, first.following, first.total_steps) == (
        Action.WARN,
        "照片告知",
        Action.REMOVE,
        2,
    )
    assert (second.action, second.following) == (Action.REMOVE, None)
    assert next_step(ladder, 1, ["hawking"]).action is Action.MOVE
    assert next_step(ladder, 1, ["hawking", "photo"]).action is Action.REMOVE
    assert ladder.every_step == (*LADDER.steps, warn, out)


OUT, PAY = LadderStep(action=Action.REMOVE, notice="移出"), LadderStep(action=Action.FINE, amount="100 元")
GRAVE = Ladder(steps=LADDER.steps, consequences={"harassment": OUT, "late": PAY})


@pytest.mark.parametrize(
    ("active", "rules", "action", "notice", "entailed"),
    [
        (0, ["harassment"], Action.REMOVE, "移出", True),
        (0, ["hawking", "harassment"], Action.REMOVE, "移出", True),
        (0, ["late", "harassment"], Action.REMOVE, "移出", True),
        (0, ["late"], Action.FINE, "群发信息告知", True),
        (1, ["late"], Action.MOVE, "叫卖告知 2", False),
        (2, ["harassment"], Action.REMOVE, "自由群里告知", False),
        (0, ["hawking"], Action.REMIND, "叫卖告知", False),
    ],
)
def test_a_grave_breach_leads_at_least_where_its_clause_says(active, rules, action, notice, entailed):
    step = next_step(GRAVE, active, rules)
    assert (step.action, step.notice, step.entailed) == (action, notice, entailed)
    assert step.number == active + 1


def test_a_consequence_is_no_milder_the_next_time():
    assert next_step(GRAVE, 0, ["harassment"]).following is Action.REMOVE
    assert next_step(GRAVE, 0, ["late"]).following is Action.MOVE


def test_a_step_carries_its_days_and_amounts():
    ladder = Ladder(
        steps=(
            LadderStep(action=Action.FINE, amount="一个红包", packet=True),
            LadderStep(action=Action.SUSPEND, days=7),
        )
    )
    fine, suspended = next_step(ladder, 0), next_step(ladder, 1)
    assert (fine.amount, fine.packet, fine.days) == ("一个红包", True, 0)
    assert (suspended.action, suspended.days, suspended.amount) == (Action.SUSPEND, 7, "")


def test_the_step_tells_the_last_strike_and_when_it_lapses():
    old, last = strike(days=-10), strike(days=-4)
    step = step_after(LADDER, standing([old, last], LADDER, NOON), ["hawking"])
    assert (step.number, step.last, step.lapses) == (3, last, (NOON + timedelta(days=26)).date())
    never = step_after(Ladder(steps=LADDER.steps), standing([old], Ladder(), NOON))
    assert (never.last, never.lapses) == (old, None)
    nobody = step_after(LADDER, standing([], LADDER, NOON))
    assert (nobody.number, nobody.last, nobody.lapses) == (1, None, None)


def test_whoever_was_restored_begins_anew():
    before, back, after = strike(), entry(EntryKind.RESTORED), strike()
    found = standing([after, back, before], LADDER, NOON)
    assert (found.active, found.cleared, found.last) == (1, 1, after)
    assert standing([after, back, before, undo(back)], LADDER, NOON).active == 2
    kept = standing([after, back, before], Ladder(steps=LADDER.steps, clears=frozenset()), NOON)
    assert (kept.active, kept.cleared) == (2, 0)


@pytest.mark.parametrize(
    ("came_from", "active"),
    [(Status.FREE_GROUP, 0), (Status.REMOVED, 0), (Status.SUSPENDED, 1), (Status.LEFT, 1)],
)
def test_only_who_was_let_back_in_begins_anew(came_from: Status, active: int):
    before, was = strike(), member(status=came_from)
    back = entry(EntryKind.RESTORED, before=was, after=replace(was, status=Status.ACTIVE))
    assert standing([before, back], LADDER, NOON).active == active
    chosen = Ladder(steps=LADDER.steps, clears=frozenset({came_from}))
    assert standing([before, back], chosen, NOON).active == 0


def test_a_strike_that_was_voided_or_had_lapsed_before_the_return_keeps_the_reason_that_weighs_more():
    gone, old, back = strike(), strike(days=-90), entry(EntryKind.RESTORED)
    found = standing([gone, void(gone), old, back], LADDER, NOON)
    assert (found.voided, found.cleared, found.lapsed, found.active) == (1, 1, 0, 0)
