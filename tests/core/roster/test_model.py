"""Any sequence of actions gives what a plain model gives, in whatever order entries are read.

One moderator first, whose last steps are taken back one by one; then three, who take back whatever
they like and exchange what they know in any order and as often as they like.
"""

import random
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from moderator_app.core.roster.conflicts import open_ends
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.history import in_order
from moderator_app.core.roster.identity import Identity
from moderator_app.core.roster.ladder import Ladder, standing
from moderator_app.core.roster.member import Status
from moderator_app.core.roster.members import apply, folded
from moderator_app.core.roster.undo import (
    Dependence,
    last_undoable,
    left_behind,
    resting_on,
    undo_entries,
)
from tests.core.roster.makers import NOON, entry, member, strike, void

NAMES = ("m1", "m2", "m3")
LADDER = Ladder(lapse_days=10)


@dataclass
class Model:
    """What a person with pencil and paper would keep: the state after each action, to go back to."""

    members: dict
    strikes: dict  # strike id → (member, days ago, voided)

    def copy(self):
        return Model(dict(self.members), dict(self.strikes))

    def count(self, who):
        mine = [(days, voided) for owner, days, voided in self.strikes.values() if owner == who]
        lapsed = [days for days, voided in mine if not voided and days >= 10]
        voided = [days for days, voided in mine if voided]
        return len(mine) - len(lapsed) - len(voided), len(lapsed), len(voided)


class Ledger(RuleBasedStateMachine):
    @initialize()
    def empty(self):
        self.entries = []
        self.past = [Model({}, {})]
        self.members = {}
        self.seq = count(1)

    @property
    def now(self):
        return self.past[-1]

    def act(self, entries, model):
        for one in entries:
            self.entries.append(replace(one, seq=next(self.seq)))
            apply(self.members, self.entries[-1])
        self.past.append(model)

    @rule(who=st.sampled_from(NAMES), card=st.sampled_from(("", "甲", "乙")))
    def add_or_edit(self, who, card):
        model = self.now.copy()
        before, after = model.members.get(who), member(who, card=card)
        model.members[who] = after
        kind = EntryKind.MEMBER_EDITED if before else EntryKind.MEMBER_ADDED
        self.act([entry(kind, who, before=before, after=after)], model)

    @precondition(lambda self: self.now.members)
    @rule(data=st.data())
    def remove(self, data):
        model = self.now.copy()
        who = data.draw(st.sampled_from(sorted(model.members)))
        self.act([entry(EntryKind.MEMBER_REMOVED, who, before=model.members.pop(who))], model)

    @rule(who=st.sampled_from(NAMES), ago=st.integers(0, 20))
    def strike_and_add_when_unknown(self, who, ago):
        model = self.now.copy()
        given = strike(who, action=f"strike{len(self.entries)}", days=-ago)
        entries = [given]
        if who not in model.members:
            model.members[who] = member(who)
            entries.insert(0, entry(EntryKind.MEMBER_ADDED, who, after=member(who), action=given.action))
        model.strikes[given.id] = (who, ago, False)
        self.act(entries, model)

    @precondition(lambda self: any(not voided for _, _, voided in self.now.strikes.values()))
    @rule(data=st.data())
    def void_one(self, data):
        model = self.now.copy()
        standing_ones = sorted(id for id, (_, _, voided) in model.strikes.items() if not voided)
        wanted = data.draw(st.sampled_from(standing_ones))
        who, ago, _ = model.strikes[wanted]
        model.strikes[wanted] = (who, ago, True)
        self.act([void(next(e for e in self.entries if e.id == wanted))], model)

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo_the_last(self):
        action = last_undoable(self.entries)
        numbers = count(1)
        prefix = f"undo{len(self.entries)}"
        taken_back = undo_entries(
            self.entries,
            action,
            members=self.members,
            about=lambda who: [one for one in self.entries if one.member == who],
            new_id=lambda: f"{prefix}.{next(numbers)}",
            at=NOON,
        )
        self.past.pop()
        model = self.past.pop()
        self.act(taken_back, model)

    @precondition(lambda self: len(self.past) == 1)
    @rule()
    def nothing_is_left_to_undo(self):
        assert last_undoable(self.entries) is None

    @invariant()
    def counts_are_those_of_the_model_in_any_order(self):
        shuffled = random.Random(len(self.entries)).sample(self.entries, len(self.entries)) * 2
        for who in NAMES:
            mine = [one for one in shuffled if one.member == who]
            found = standing(mine, LADDER, NOON)
            assert (found.active, found.lapsed, found.voided) == self.now.count(who)

    @invariant()
    def members_are_those_of_the_model(self):
        assert self.members == self.now.members

    @invariant()
    def the_table_of_members_can_be_made_again_from_the_ledger(self):
        again = {}
        for one in in_order(self.entries):
            apply(again, one)
        assert again == self.members
        shuffled = random.Random(len(self.entries)).sample(self.entries, len(self.entries)) * 2
        assert folded(shuffled) == self.members


TestLedger = Ledger.TestCase
TestLedger.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


@dataclass(frozen=True)
class Fact:
    """One line in the notebook: what was done, to whom, and what it answers or sets."""

    id: str
    action: str
    place: tuple
    what: str
    who: str = ""
    to: str = ""
    day: int = 0
    sets: tuple = ()


class Notebook:
    """What a person with pencil and paper makes of the lines they know, by reading all of them again."""

    def __init__(self, facts):
        crossed_out = {fact.to for fact in facts if fact.what == "undo"}
        self.lines = sorted(
            (fact for fact in facts if fact.what != "undo" and fact.action not in crossed_out),
            key=lambda fact: fact.place,
        )

    def of(self, what):
        return [fact for fact in self.lines if fact.what == what]

    def person(self, who):
        found = [who]
        for one in found:
            for fact in self.of("same"):
                found += [
                    each for each in (fact.who, fact.to) if one in (fact.who, fact.to) and each not in found
                ]
        return set(found)

    def counts(self, who, today):
        person, told = self.person(who), Counter()
        voided = [fact.to for fact in self.of("void")]
        returned = [fact.place for fact in self.of("restored") if fact.who in person]
        for fact in self.of("strike"):
            if fact.who not in person:
                continue
            if fact.id in voided:
                told["voided"] += 1
            elif any(fact.place < place for place in returned):
                told["cleared"] += 1
            elif today - fact.day >= LADDER.lapse_days:
                told["lapsed"] += 1
            else:
                told["active"] += 1
        return told

    def members(self):
        table = {}
        for fact in self.lines:
            if fact.what == "added":
                table[fact.who] = member(fact.who, name=fact.who)
            elif fact.what == "removed":
                table.pop(fact.who, None)
            elif fact.who in table and fact.sets:
                table[fact.who] = replace(table[fact.who], **dict(fact.sets))
        return table

    def can_do_without(self, brought):
        """Whether every line that is left makes sense once those that a merge brought are torn out."""
        names = {fact.who for fact in brought if fact.what == "added"}
        torn = {fact.id for fact in brought}
        return not any(fact.to in torn or names & {fact.who, fact.to} for fact in self.lines)

    def may_be_undone(self, action):
        """Nothing that answers it may be left, and nobody may vanish whom something was done to."""
        mine = [fact for fact in self.lines if fact.action == action]
        others = [fact for fact in self.lines if fact.action != action]
        added = {fact.who for fact in mine if fact.what == "added"}
        goes_along = ("added", "edited", "removed")
        for fact in others:
            if fact.what != "same" and fact.to and fact.to in {each.id for each in mine}:
                return False
            if fact.what not in goes_along and added & {fact.who, fact.to}:
                return False
        return bool(mine)


@dataclass
class Side:
    """One moderator: the entries they know, and the table of members as the record keeps it."""

    name: str
    entries: dict = field(default_factory=dict)
    table: dict = field(default_factory=dict)
    merges: list = field(default_factory=list)  # what each merge that holds has brought
    kept: set = field(default_factory=set)  # entries that go into no bundle

    def about(self, who):
        return [one for one in self.entries.values() if one.member == who]

    def person(self, who):
        ids = Identity(self.entries.values()).ids(who)
        return [one for one in self.entries.values() if one.member in ids]


class Moderators(RuleBasedStateMachine):
    """Three moderators of one group."""

    @initialize()
    def start(self):
        self.sides = [Side(name) for name in "abc"]
        self.facts = {}
        self.sent = [{}]
        self.today = 0
        self.numbers = count(1)
        for _ in range(3):
            self.somebody_new(at=0, strikes=2)
        for side in self.sides[1:]:
            self.receive(side, self.sides[0].entries)

    # ---- what is done

    def new_id(self, side):
        return f"{side.name}{next(self.numbers)}"

    def act(self, side, *parts):
        """Entries of one action, each with its line for the notebook."""
        action = self.new_id(side)
        for kind, who, values, line in parts:
            seq = max((one.seq for one in side.entries.values()), default=0) + 1
            at = NOON + timedelta(days=self.today)
            given = {"id": self.new_id(side), "action": action, "moderator": side.name, "at": at}
            one = entry(kind, who, seq=seq, **{**given, **values})
            side.entries[one.id] = one
            apply(side.table, one)
            self.facts[one.id] = Fact(one.id, action, (seq, one.id), who=who, day=self.today, **line)
        return action

    def notebook(self, side):
        return Notebook([self.facts[id] for id in side.entries])

    @rule(at=st.integers(0, 2), strikes=st.integers(0, 2))
    def somebody_new(self, at, strikes):
        side = self.sides[at]
        who = f"m-{self.new_id(side)}"
        added = (EntryKind.MEMBER_ADDED, who, {"after": member(who, name=who)}, {"what": "added"})
        self.act(side, added, *[(EntryKind.STRIKE, who, {}, {"what": "strike"})] * strikes)

    @precondition(lambda self: any(side.table for side in self.sides))
    @rule(data=st.data(), what=st.sampled_from(("strike", "strike", "edit", "move", "restore", "remove")))
    def somebody_known(self, data, what):
        side = data.draw(st.sampled_from([side for side in self.sides if side.table]))
        who = data.draw(st.sampled_from(sorted(side.table)))
        before = side.table[who]
        if what == "strike":
            self.act(side, (EntryKind.STRIKE, who, {}, {"what": "strike"}))
        elif what == "remove":
            self.act(side, (EntryKind.MEMBER_REMOVED, who, {"before": before}, {"what": "removed"}))
        else:
            sets = {
                "edit": data.draw(
                    st.dictionaries(st.sampled_from(("card", "notes")), st.sampled_from(("", "甲", "乙")))
                ),
                "move": {"status": Status.FREE_GROUP},
                "restore": {"status": Status.ACTIVE},
            }[what]
            states = {"before": before, "after": replace(before, **sets)}
            line = {"what": "edited", "sets": tuple(_really(before, sets))}
            parts = [(EntryKind.MEMBER_EDITED, who, states, line)]
            if what == "restore":
                parts.append((EntryKind.RESTORED, who, {}, {"what": "restored"}))
            self.act(side, *parts)

    @rule(data=st.data(), what=st.sampled_from(("void", "void", "appealed", "upheld")))
    def an_answer_to_a_strike(self, data, what):
        side = data.draw(st.sampled_from(self.sides))
        lines = self.notebook(side).of("strike")
        if lines:
            line = data.draw(st.sampled_from(lines))
            self.act(side, (EntryKind(what), line.who, {"target": line.id}, {"what": what, "to": line.id}))

    @rule(data=st.data())
    def two_are_one_person(self, data):
        side = data.draw(st.sampled_from(self.sides))
        if len(side.table) > 1:
            one, other = data.draw(st.permutations(sorted(side.table)))[:2]
            self.act(side, (EntryKind.SAME, one, {"target": other}, {"what": "same", "to": other}))

    @rule(days=st.integers(1, 8))
    def time_goes_by(self, days):
        self.today += days

    @rule(data=st.data())
    def any_action_is_taken_back(self, data):
        side = data.draw(st.sampled_from(self.sides))
        book = self.notebook(side)
        if not book.lines:
            return
        answered = {fact.to for fact in book.lines} & {fact.id for fact in book.lines}
        wanted = [fact for fact in book.lines if fact.id in answered] if data.draw(st.booleans()) else []
        action = data.draw(st.sampled_from(sorted({fact.action for fact in wanted or book.lines})))
        done = in_order(one for one in side.entries.values() if one.action == action)
        allowed = Dependence(side.entries.values()).on(done, side.about) is None
        assert allowed is book.may_be_undone(action)
        if allowed:
            self.take_back(side, done)

    def take_back(self, side, done):
        taken_back = undo_entries(
            done,
            done[0].action,
            members=side.table,
            about=side.about,
            new_id=lambda: self.new_id(side),
            at=NOON,
        )
        for given in taken_back:
            seq = max(each.seq for each in side.entries.values()) + 1
            one = replace(given, seq=seq)
            side.entries[one.id] = one
            apply(side.table, one)
            self.facts[one.id] = Fact(one.id, one.action, (seq, one.id), "undo", to=done[0].action)

    # ---- what they tell each other

    @rule(at=st.integers(0, 2))
    def a_bundle_is_sent(self, at):
        self.sent.append(self.bundle_of(self.sides[at]))

    def bundle_of(self, side):
        added = {one.member for one in side.entries.values() if one.kind is EntryKind.MEMBER_ADDED}
        gone = {side.entries[id].member for id in side.kept & side.entries.keys()} - added
        return {
            id: one
            for id, one in side.entries.items()
            if id not in side.kept and one.member not in gone  # nobody else would know whom it is about
        }

    @rule(data=st.data(), at=st.integers(0, 2))
    def a_bundle_comes_in_perhaps_again(self, data, at):
        self.receive(self.sides[at], data.draw(st.sampled_from(self.sent)))

    @precondition(lambda self: any(side.merges for side in self.sides))
    @rule(data=st.data())
    def the_last_merge_is_taken_back(self, data):
        side = data.draw(st.sampled_from([side for side in self.sides if side.merges]))
        brought = side.merges[-1]
        rest = {id: one for id, one in side.entries.items() if id not in brought}
        allowed = resting_on(brought.values(), rest.values()) is None
        book = Notebook([self.facts[id] for id in rest])
        assert allowed is book.can_do_without([self.facts[id] for id in brought])
        if allowed:
            side.merges.pop()
            self.take_out(side, brought, rest)

    @precondition(lambda self: any(side.merges for side in self.sides))
    @rule(data=st.data())
    def somebody_who_came_is_edited_by_mistake(self, data):
        side = data.draw(st.sampled_from([side for side in self.sides if side.merges]))
        came = {one.member for one in side.merges[-1].values() if one.kind is EntryKind.MEMBER_ADDED}
        if came & side.table.keys():
            who = data.draw(st.sampled_from(sorted(came & side.table.keys())))
            states = {"before": side.table[who], "after": replace(side.table[who], notes="丙")}
            action = self.act(
                side, (EntryKind.MEMBER_EDITED, who, states, {"what": "edited", "sets": (("notes", "丙"),)})
            )
            self.take_back(side, [one for one in side.entries.values() if one.action == action])

    def take_out(self, side, brought, rest):
        """What came is there no longer; that somebody is gone with it is told, and stays here."""
        left, side.entries, action = left_behind(brought.values(), rest.values()), rest, self.new_id(side)
        for who, before in left.items():
            seq = max(each.seq for each in side.entries.values()) + 1
            one = entry(EntryKind.UNDO, who, id=self.new_id(side), action=action, seq=seq, before=before)
            side.entries[one.id] = one
            side.kept.add(one.id)
            self.facts[one.id] = Fact(one.id, action, (seq, one.id), "undo", to="a merge")
        for who in {one.member for one in brought.values()}:
            side.table.pop(who, None)
            side.table |= folded(side.about(who))

    def receive(self, side, bundle):
        new = {id: one for id, one in bundle.items() if id not in side.entries}
        side.entries |= new
        if new:
            side.merges.append(new)
        for who in {one.member for one in new.values()}:
            side.table.pop(who, None)
            side.table |= folded(side.about(who))

    # ---- what must hold

    @invariant()
    def everybody_counts_as_with_pencil_and_paper(self):
        for side in self.sides:
            self.compare(side)

    def compare(self, side):
        book = self.notebook(side)
        assert side.table == book.members()
        for who in side.table:
            mine = side.person(who)
            shuffled = random.Random(len(mine)).sample(mine, len(mine)) * 2
            found = standing(shuffled, LADDER, NOON + timedelta(days=self.today))
            told = book.counts(who, self.today)
            assert (found.active, found.lapsed, found.voided, found.cleared) == (
                told["active"],
                told["lapsed"],
                told["voided"],
                told["cleared"],
            )

    @invariant()
    def who_never_heard_of_another_is_in_no_conflict(self):
        for side in self.sides:
            if {one.moderator for one in side.entries.values()} <= {side.name, ""}:
                assert all(open_ends(side.about(who)) == {} for who in side.table)

    def teardown(self):
        """Once all know the same, all have the same."""
        if not hasattr(self, "sides"):
            return
        for _ in range(2):
            for giver in self.sides:
                for taker in self.sides:
                    self.receive(taker, self.bundle_of(giver))
        first, *others = self.sides
        for side in self.sides:
            self.compare(side)
        for other in others:
            assert other.table == first.table
            for who in first.table:
                assert open_ends(other.about(who)).keys() == open_ends(first.about(who)).keys()


def _really(before, sets):
    """The fields that really change."""
    return ((name, value) for name, value in sets.items() if getattr(before, name) != value)


TestModerators = Moderators.TestCase
TestModerators.settings = settings(max_examples=60, stateful_step_count=50, deadline=None)
