"""A group's own quiet hours in place of its rulebook's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from moderator_app.core.rules.detectors import make
from moderator_app.core.rules.rulebook import Clause, Rulebook, Sign
from moderator_app.core.wording import Wording

QUIET_HOURS = "quiet-hours"
_SIGN = "closed-hours"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """The clause on quiet hours that all rulebooks can share, with the signs that it needs."""

    clause: Clause
    signs: Mapping[str, Sign] = field(default_factory=dict)


def with_hours(rulebook: Rulebook, hours: str, shared: QuietHours) -> Rulebook:
    """The rulebook for a group that is closed in these `hours` (`22:00-07:30`).

    A rulebook without any clause on quiet hours gets the `shared` one. BadInput where `hours` are none.
    """
    options = {"closed": hours}
    make("hours", options)
    known = {**shared.signs, **rulebook.signs}
    title = known[_SIGN].title if _SIGN in known else Wording(_SIGN)
    signs = {**known, _SIGN: Sign(id=_SIGN, title=title, detector="hours", options=options)}
    if rulebook.clause(QUIET_HOURS):
        return replace(rulebook, signs=signs)
    number = max((clause.number for clause in rulebook.clauses), default=0) + 1
    return replace(rulebook, signs=signs, clauses=(*rulebook.clauses, replace(shared.clause, number=number)))
