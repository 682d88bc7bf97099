"""Whole conversations as they are copied: who offends in them, the worst first, told blind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from moderator_app.session import Session
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
    """The table; none while it stands where nothing collects it."""
    if not TRANSCRIPTS.exists():
        return []
    return [_transcript(row) for row in yaml.safe_load(TRANSCRIPTS.read_text(encoding="utf-8"))]


@pytest.fixture(params=load_transcripts(), ids=lambda transcript: transcript.id)
def transcript(request: pytest.FixtureRequest) -> Transcript:
    wanted: Transcript = request.param
    return wanted


@pytest.fixture
def checked(transcript: Transcript, tmp_path: Path) -> Checked:
    with Session.open(tmp_path / "none", write=False, now=lambda: transcript.at) as session:
        return session.check(transcript.text, group=transcript.group)


def test_is_split_into_its_messages(transcript: Transcript, checked: Checked) -> None:
    conversation = checked.conversation
    assert conversation.form == transcript.form
    assert len(conversation.messages) == transcript.messages, [each.text for each in conversation.messages]


def test_names_the_offenders_worst_first(transcript: Transcript, checked: Checked) -> None:
    found = checked.conversation.offenders
    said = [(case.message.sender, str(case.verdict.level), case.message.text) for case in found]
    assert len(found) == len(transcript.offenders), said
    for wanted, case in zip(transcript.offenders, found, strict=True):
        assert wanted.is_met_by(case), (wanted, said)


def test_tells_who_came_in(transcript: Transcript, checked: Checked) -> None:
    names = {name for join in checked.conversation.joins for name in join.names}
    assert names == transcript.joins
