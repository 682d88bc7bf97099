"""How a group's rulebook deals with people beyond single messages: removals, deadlines, tasks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from moderator_app.core.roster.history import CLEARING
from moderator_app.core.roster.member import Status
from moderator_app.core.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Who decides a removal: `admins` moderators together, and where `owner`, the owner alone.

    More than `owner_above` removals at once or on one day need the owner (0: any number goes
    without). With `explain` the group is told afterwards why. Only a removal asks for consent: moving
    to the free group and suspending are one moderator's to decide, and can be taken back.
    """

    admins: int = 1
    owner: bool = True
    owner_above: int = 0
    explain: bool = True

    @property
    def waits(self) -> bool:
        """Whether one moderator's word is not enough."""
        return self.admins > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """Something that has to happen within `days` (0: no such rule), after `remind` reminders at most."""

    days: int = 0
    remind: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRule:
    """What has to be answered, within `minutes`, `days` or `same_day`; `fine` is what a late answer costs.

    Without any time whoever gives the task says until when.
    """

    id: str
    title: Wording
    minutes: int = 0
    days: int = 0
    same_day: bool = False
    fine: str = ""

    def due(self, given: datetime) -> datetime | None:
        """Until when a task given at that moment has to be answered; None where the rule gives no time."""
        if self.same_day:
            return datetime.combine(given.date(), time(23, 59, 59), given.tzinfo)
        within = timedelta(days=self.days, minutes=self.minutes)
        return given + within if within else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """The `process` section of a rulebook; what it leaves out is not asked of anybody.

    `suspend_days` is how long a suspension lasts where the ladder's step gives no days of its own
    (0: until a moderator ends it). `restore_clears` are the places from which whoever is restored
    begins anew: strikes from before count no longer. `card`, `first_words`, `silence` and `meetup` are
    the limits for a proper name card, for the first message, for being silent and for coming to a
    meet-up; a leave that was told excuses the last two. `move_to` is the rulebook of the group that
    members are moved to, which is made when it is first needed ("": nothing is made).
    """

    removal: Removal = field(default_factory=Removal)
    suspend_days: int = 0
    restore_clears: frozenset[Status] = CLEARING
    card: Limit = field(default_factory=Limit)
    first_words: Limit = field(default_factory=Limit)
    silence: Limit = field(default_factory=Limit)
    meetup: Limit = field(default_factory=Limit)
    tasks: tuple[TaskRule, ...] = ()
    move_to: str = ""

    def task(self, rules: Iterable[str] = ()) -> TaskRule | None:
        """The rule for a task that names one of `rules`; the first there is where it names none."""
        wanted = tuple(rules)
        if not wanted:
            return next(iter(self.tasks), None)
        return next((task for task in self.tasks if task.id in wanted), None)
