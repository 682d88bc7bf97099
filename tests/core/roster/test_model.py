"""Any sequence of actions gives what a plain model gives, in whatever order entries are read."""

import random
from dataclasses import dataclass, replace
from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.history import in_order
from moderator_app.core.roster.ladder import Ladder, standing
from moderator_app.core.roster.members import apply, folded
from moderator_app.core.roster.undo import last_undoable, undo_entries
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
