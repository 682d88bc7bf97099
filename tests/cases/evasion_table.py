"""How the sentences of the table fare when each is rewritten to hide it, way by way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.verdict import Level
from tests.cases.case_table import Case, load_cases
from tests.cases.evasions import WAYS, rewritten
from tests.cases.rulebooks import rulebook

_ALREADY_HIDDEN = "evasions"


@dataclass
class Row:
    """One way of hiding: forbidden sentences that are seen when plain, harmless ones that are passed."""

    forbidden: int = 0
    seen: int = 0
    harmless: int = 0
    asked: int = 0
    accused: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def count(self, case: Case, text: str, level: Level) -> None:
        """Enter one rewritten sentence with what was said of it."""
        if case.levels == ("ok",):
            self.harmless += 1
            self.asked += level is Level.UNSURE
            if level is Level.VIOLATION:
                self.accused.append(f"{case.id}: {text}")
            return
        self.forbidden += 1
        self.seen += level is not Level.OK
        if level is Level.OK:
            self.missed.append(f"{case.id}: {text}")


def table() -> dict[str, Row]:
    """Every way with its row, over all sentences that are judged rightly as they stand."""
    rows = {way: Row() for way in WAYS}
    for case in load_cases():
        if case.id.startswith(_ALREADY_HIDDEN) or not _is_plainly_right(case):
            continue
        for way, text in rewritten(case.message.text, case.id):
            verdict = judge(replace(case.message, text=text), rulebook(case.group), case.context)
            rows[way].count(case, text, verdict.level)
    return rows


def _is_plainly_right(case: Case) -> bool:
    """Whether it must be accused and is seen, or must pass and does."""
    level = judge(case.message, rulebook(case.group), case.context).level
    if case.levels == ("ok",):
        return level is Level.OK
    return case.levels == ("violation",) and level is not Level.OK
