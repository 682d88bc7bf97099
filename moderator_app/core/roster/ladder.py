"""The ladder: what follows the first strike, the second, and so on, as a rulebook gives it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.history import CLEARING, StrikeState, effective, strike_states
from moderator_app.core.roster.member import Status
from moderator_app.core.rules.verdict import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """One step: the action asked of the moderator and the notice that announces it.

    `notices` gives another notice for some rules (rule id → notice id); `notice` is for all others.
    `days` is how long a suspension lasts (0: as the rulebook says elsewhere), `amount` what a fine
    costs, or, with `packet`, a red packet.
    """

    action: Action
    notice: str = ""
    notices: Mapping[str, str] = field(default_factory=dict)
    days: int = 0
    amount: str = ""
    packet: bool = False

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
    none. Without families every strike counts towards the same ladder. `consequences` are what grave
    breaches entail from the first strike on, by rule, where the steps are milder. The strikes of a
    member who was restored from one of the places in `clears` count no longer.
    """

    steps: tuple[LadderStep, ...] = ()
    lapse_days: int = 0
    families: tuple[Family, ...] = ()
    consequences: Mapping[str, LadderStep] = field(default_factory=dict)
    clears: frozenset[Status] = CLEARING

    @property
    def every_step(self) -> tuple[LadderStep, ...]:
        """The steps of all, then those that families have of their own, then the consequences."""
        of_families = (step for family in self.families for step in family.steps)
        return (*self.steps, *of_families, *self.consequences.values())

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
    """Where the next strike leads: its number (1-based), and what comes after it.

    `number` may be larger than `total_steps`: the last step is then taken once more. `following` is
    the action of the strike after this one, None where this one is the last step. `days`, `amount`
    and `packet` are those of the LadderStep. `entailed` tells that the clause itself asks for this
    much, whatever the number. `last` is the newest strike that counts towards this step, `lapses` the
    day in whose course, at the hour of the strike, it ceases to count, None where strikes never lapse.
    """

    number: int
    action: Action
    notice: str
    following: Action | None = None
    total_steps: int = 0
    days: int = 0
    amount: str = ""
    packet: bool = False
    entailed: bool = False
    last: Entry | None = None
    lapses: date | None = None


_SEVERITY = tuple(Action)


def next_step(ladder: Ladder, active: int, rules: Iterable[str] = ()) -> StepView:
    """The step that follows when a member with `active` counting strikes breaks `rules`.

    Where the gravest of the rules entails more than the ladder's step, that is the step.
    """
    rules = tuple(rules)
    steps, step = ladder.steps_for(rules), ladder.step(active + 1, rules)
    total, following = len(steps), steps[active + 1].action if active + 1 < len(steps) else None
    notice, entailed = step.notice_for(rules), _entailed(ladder, step.action, rules)
    if entailed:
        following = following and max(following, entailed.action, key=_SEVERITY.index)
        step, notice = entailed, entailed.notice or notice
    return StepView(
        number=active + 1,
        action=step.action,
        notice=notice,
        following=following,
        total_steps=total,
        days=step.days,
        amount=step.amount,
        packet=step.packet,
        entailed=entailed is not None,
    )


def _entailed(ladder: Ladder, action: Action, rules: Iterable[str]) -> LadderStep | None:
    """What the gravest of the broken rules entails, where the ladder's action is milder."""
    steps = (ladder.consequences[rule] for rule in rules if rule in ladder.consequences)
    gravest = max(steps, key=lambda each: _SEVERITY.index(each.action), default=None)
    if gravest is None or _SEVERITY.index(gravest.action) <= _SEVERITY.index(action):
        return None
    return gravest


def step_after(ladder: Ladder, standing: Standing, rules: Iterable[str] = ()) -> StepView:
    """The step that follows for somebody who stands so, with the last strike and when that one lapses."""
    step = next_step(ladder, standing.active, rules)
    return replace(step, last=standing.last, lapses=lapse_day(ladder, standing.last))


def lapse_day(ladder: Ladder, strike: Entry | None) -> date | None:
    """The day on which a strike ceases to count, at the hour of the strike; None where it never does."""
    if strike is None or not ladder.lapse_days:
        return None
    return (strike.at + timedelta(days=ladder.lapse_days)).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A member's strikes as they stand now; `last` is the newest one that still counts."""

    active: int = 0
    lapsed: int = 0
    voided: int = 0
    cleared: int = 0
    last: Entry | None = None


def standing(
    entries: Iterable[Entry], ladder: Ladder, now: datetime, *, rules: Collection[str] = ()
) -> Standing:
    """The count of one member's strikes by state, derived from all entries about that member.

    With `rules`, only strikes of the families that these rules belong to are counted.
    """
    held = effective(entries)
    states = strike_states(held, ladder.lapse_days, now, clears=ladder.clears)
    strikes = [entry for entry in held if entry.id in states and ladder.counted_with(rules, entry.rules)]
    counts = [states[strike.id] for strike in strikes]
    active = [strike for strike in strikes if states[strike.id] is StrikeState.ACTIVE]
    return Standing(
        active=len(active),
        lapsed=counts.count(StrikeState.LAPSED),
        voided=counts.count(StrikeState.VOIDED),
        cleared=counts.count(StrikeState.CLEARED),
        last=max(active, key=lambda strike: (strike.seq, strike.id), default=None),
    )
