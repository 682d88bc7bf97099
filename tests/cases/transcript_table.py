"""The table of pasted conversations: each with its form and whom it must name, worst first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import yaml

from moderator_app.session.types import Case as Checked
from tests.cases.case_table import TRANSCRIPTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Offender:
    """One person to be named, with words of the message that is held against them first."""

    sender: str
    has: str
    level: str
    more: int = 0

    def is_met_by(self, case: Checked) -> bool:
        return (
            case.message.sender == self.sender
            and self.has in case.message.text
            and case.verdict.level == self.level
            and len(case.more) >= self.more
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """A copied text, and what is to be read out of it."""

    id: str
    form: str
    text: str
    at: datetime
    messages: int
    offenders: tuple[Offender, ...]
    joins: frozenset[str]
    group: str


def _transcript(row: dict[str, Any]) -> Transcript:
    return Transcript(
        id=row["id"],
        form=row["form"],
        text=row["text"],
        at=row["at"],
        messages=row["messages"],
        offenders=tuple(Offender(**offender) for offender in row["offenders"]),
        joins=frozenset(row.get("joins", ())),
        group=row.get("group", "yigongxie"),
    )


def load_transcripts() -> list[Transcript]:
    """The table."""
    return [_transcript(row) for row in yaml.safe_load(TRANSCRIPTS.read_text(encoding="utf-8"))]
