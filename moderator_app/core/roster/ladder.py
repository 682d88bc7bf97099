"""The ladder: what follows the first strike, the second, and so on, as a rulebook gives it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.history import StrikeState, effective, strike_states
from moderator_app.core.rules.verdict import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """One step: the action asked of the moderator and the notice that announces it.

    `notices` gives another notice for some rules (rule id → notice id); `notice` is for all others.
    """

    action: Action
    notice: str = ""
    notices: Mapping[str, str] = field(default_factory=dict)

    def notice_for(self, rules: Iterable[str]) -> str:
        """The notice for a breach of `rules`, of which the first that has one of its own decides."""
        for rule in rules:
            if rule in self.notices:
                return self.notices[rule]
        return self.notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Rules whose strikes count apart; `steps` are those of their own, none: the steps of all."""

    rules: frozenset[str]
    steps: tuple[LadderStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The steps of one rulebook; whoever is past the last step stays on it.

    `lapse_days` is after how many days a strike no longer counts (0: never). Strikes for the rules
    of one of the `families` count apart; a rule in no family counts with all the others that are in
    none. Without families every strike counts towards the same ladder.
    """

    steps: tuple[LadderStep, ...] = ()
    lapse_days: int = 0
    families: tuple[Family, ...] = ()

    @property
    def every_step(self) -> tuple[LadderStep, ...]:
        """The steps of all, then those that families have of their own."""
        return (*self.steps, *(step for family in self.families for step in family.steps))

    def steps_for(self, rules: Iterable[str]) -> tuple[LadderStep, ...]:
        """The steps for a breach of `rules`, of which the first that has some of its own decides."""
        families = (family for rule in rules for family in self.families if rule in family.rules)
        return next((family.steps for family in families if family.steps), self.steps)

    def step(self, number: int, rules: Iterable[str] = ()) -> LadderStep:
        """The step for strike `number` (1 is the first) when it is for `rules`."""
        steps = self.steps_for(rules)
        return steps[min(number, len(steps)) - 1] if steps else LadderStep(action=Action.NONE)

    def counted_with(self, rules: Collection[str], others: Collection[str]) -> bool:
        """Whether a strike for `others` counts when the next one is for `rules`."""
        if not self.families or not rules:
            return True
        return bool(self._families_of(rules) & self._families_of(others))

    def _families_of(self, rules: Collection[str]) -> set[int]:
        """The numbers of the families that `rules` belong to; -1 stands for «none»."""
        found = {i for rule in rules for i, family in enumerate(self.families) if rule in family.rules}
        known = frozenset().union(*(family.rules for family in self.families))
        return found if known.issuperset(rules) else found | {-1}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """Where the next strike leads: its number (1-based), and what lies behind and after it.

    `number` may be larger than `total_steps`: the last step is then taken once more. `past` are the
    actions already taken, oldest first; `following` is the action of the strike after this one,
    None where this one is the last step.
    """

    number: int
    action: Action
    notice: str
    past: tuple[Action, ...] = ()
    following: Action | None = None
    total_steps: int = 0


def next_step(ladder: Ladder, active: int, rules: Iterable[str] = ()) -> StepView:
    """The step that follows when a member with `active` counting strikes breaks `rules`."""
    rules = tuple(rules)
    steps, step = ladder.steps_for(rules), ladder.step(active + 1, rules)
    total = len(steps)
    return StepView(
        number=active + 1,
        action=step.action,
        notice=step.notice_for(rules),
        past=tuple(earlier.action for earlier in steps[: min(active, total)]),
        following=steps[active + 1].action if active + 1 < total else None,
        total_steps=total,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A member's strikes as they stand today; `last` is the newest one that still counts."""

    active: int = 0
    lapsed: int = 0
    voided: int = 0
    last: Entry | None = None


def standing(
    entries: Iterable[Entry], ladder: Ladder, now: datetime, *, rules: Collection[str] = ()
) -> Standing:
    """The count of one member's strikes by state, derived from all entries about that member.

    With `rules`, only strikes of the families that these rules belong to are counted.
    """
    entries = tuple(entries)
    states = strike_states(entries, ladder.lapse_days, now)
    strikes = [e for e in effective(entries) if e.id in states and ladder.counted_with(rules, e.rules)]
    counts = [states[strike.id] for strike in strikes]
    active = [strike for strike in strikes if states[strike.id] is StrikeState.ACTIVE]
    return Standing(
        active=len(active),
        lapsed=counts.count(StrikeState.LAPSED),
        voided=counts.count(StrikeState.VOIDED),
        last=max(active, key=lambda strike: (strike.seq, strike.id), default=None),
    )
