"""Any sequence of deletions, other deeds and merges: nobody comes back, and all sides count alike.

To the three moderators of the plain model is added that each deletes people, and that each takes the
others' bundles as a real merge does, with the people whom they deleted kept here for the time being or not.
"""

from collections import Counter
from datetime import timedelta
from types import SimpleNamespace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.history import strike_states
from moderator_app.core.roster.identity import Identity
from moderator_app.core.roster.members import folded
from moderator_app.core.roster.undo import Dependence
from moderator_app.session.exchange.forgotten import (
    erased_here,
    erasures,
    is_of_somebody_known,
    without_erased,
)
from moderator_app.storage.erasing import Person
from tests.core.roster.makers import NOON
from tests.core.roster.test_model import LADDER, Moderators


class _Record:
    """What a merge reads of a record."""

    def __init__(self, side):
        self.side = side

    @property
    def identity(self):
        return Identity(self.side.entries.values())

    def all_entries(self):
        return tuple(self.side.entries.values())

    def about(self, who):
        return self.side.person(who)

    def member(self, who):
        return self.side.table.get(who)


class Forgetful(Moderators):
    """The three moderators, who delete people."""

    @initialize()
    def start(self):
        self.erased = {name: set() for name in "abc"}
        self.keeps = dict.fromkeys("abc", False)
        Moderators.start(self)

    def named(self, side, who):
        """Which of the entries about somebody still say whom: some, all or none."""
        return {bool(one.name) for one in side.about(who)}

    def act(self, side, *parts):
        """Nobody can be named whose name is not known any more."""
        unnamed = {"name": ""}
        return super().act(
            side,
            *(
                (kind, who, values | unnamed if who in self.erased[side.name] else values, line)
                for kind, who, values, line in parts
            ),
        )

    @rule(data=st.data())
    def somebody_is_deleted(self, data):
        side = data.draw(st.sampled_from(self.sides))
        if side.table:
            self.erase(side, data.draw(st.sampled_from(sorted(side.table))))

    @rule(data=st.data())
    def somebody_deleted_is_struck_by_another_who_sends_it(self, data):
        there = [
            (side, other, who)
            for side in self.sides
            for other in self.sides
            for who in sorted(self.erased[side.name] & other.table.keys())
        ]
        if there:
            side, other, who = data.draw(st.sampled_from(there))
            self.act(other, (EntryKind.STRIKE, who, {}, {"what": "strike"}))
            self.receive(side, dict(other.entries))

    def erase(self, side, who):
        ids = Identity(side.entries.values()).everywhere(who)
        about = [one for one in side.entries.values() if one.member in ids]
        kept = Person(ids, about).taken_out_of(side.entries.values())
        side.entries = {one.id: one for one in kept}
        self.erased[side.name] |= ids
        for each in ids:
            side.table.pop(each, None)
        self.act(side, *[(EntryKind.ERASED, each, {"name": ""}, {"what": "erased"}) for each in sorted(ids)])

    @rule(at=st.integers(0, 2))
    def somebody_thinks_otherwise_of_keeping(self, at):
        self.keeps["abc"[at]] = not self.keeps["abc"[at]]

    def take_back(self, side, done):
        if not Dependence(side.entries.values()).is_final(done):
            super().take_back(side, done)

    def receive(self, side, bundle):
        desk, theirs = SimpleNamespace(record=_Record(side)), list(bundle.values())
        if not self.keeps[side.name]:
            for each in erasures(desk, theirs):
                self.erase(side, each.member)
        gone = erased_here(desk, theirs)
        new = [one for one in theirs if one.id not in side.entries and not is_of_somebody_known(desk, one)]
        kept = without_erased(gone, new, theirs)
        side.entries |= {one.id: one for one in kept}
        for who in {one.member for one in kept}:
            side.table.pop(who, None)
            side.table |= folded(side.about(who))

    def compare(self, side):
        """Whoever was deleted is named nowhere; strikes count as on paper, of everybody."""
        for who in self.erased[side.name]:
            assert who not in side.table
            assert not any(one.name or one.before or one.after for one in side.about(who))
        book = self.notebook(side)
        told = {who: found for who, found in book.members().items() if self.named(side, who) == {True}}
        assert {who: found for who, found in side.table.items() if self.named(side, who) == {True}} == told
        for who in {fact.who for fact in book.lines if fact.what == "strike"}:
            states = strike_states(side.person(who), LADDER.lapse_days, NOON + timedelta(days=self.today))
            assert Counter(map(str, states.values())) == book.counts(who, self.today)

    def teardown(self):
        """Once everybody has deleted whom anybody deleted, all know the same of everybody."""
        if not hasattr(self, "sides"):
            return
        self.keeps = dict.fromkeys("abc", False)
        for _ in range(3):
            for giver in self.sides:
                for taker in self.sides:
                    self.receive(taker, dict(giver.entries))
        first, *others = self.sides
        for side in self.sides:
            self.compare(side)
        for other in others:
            assert other.entries.keys() == first.entries.keys()
            whole = {
                who
                for who in first.table.keys() | other.table.keys()
                if self.named(first, who) == self.named(other, who) == {True}
            }
            assert {who: first.table.get(who) for who in whole} == {
                who: other.table.get(who) for who in whole
            }
            for side in (first, other):
                deleted = set().union(*self.erased.values())
                assert not deleted & side.table.keys()


TestForgetful = Forgetful.TestCase
TestForgetful.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
