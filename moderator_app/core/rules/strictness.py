"""How strictly a clause judges: three named steps, worked out from the points it was shipped with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from moderator_app.core.rules.rulebook import Clause, Row

_LENIENT, _STRICT = 1.25, 0.8
_ABOVE = 0.05
"""How far above the weightiest single sign the strict step stays, so that none accuses alone."""


class Strictness(StrEnum):
    """宽 · 中 (as it was shipped) · 严."""

    LENIENT = "lenient"
    NORMAL = "normal"
    STRICT = "strict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The points from which a clause accuses, and from which it asks."""

    violation: float
    unsure: float


def steps(clause: Clause) -> dict[Strictness, Thresholds]:
    """The thresholds of each named step.

    A clause that knows no doubt (it accuses from the points from which it asks) asks where it is
    lenient; where it is strict, still no weak sign accuses alone.
    """
    accuses, asks = clause.violation, clause.unsure
    weak = max((row.points for row in clause.rows if _alone(row, accuses)), default=0.0)
    strict = min(accuses, max(round(accuses * _STRICT, 2), round(weak + _ABOVE, 2)))
    return {
        Strictness.LENIENT: Thresholds(
            violation=round(accuses * _LENIENT, 2),
            unsure=round(asks * _LENIENT, 2) if asks < accuses else asks,
        ),
        Strictness.NORMAL: Thresholds(violation=accuses, unsure=asks),
        Strictness.STRICT: Thresholds(violation=strict, unsure=min(strict, round(asks * _STRICT, 2))),
    }


def _alone(row: Row, accuses: float) -> bool:
    """Whether the row is one sign that does not accuse by itself."""
    return len(row.terms) == 1 and row.points < accuses
