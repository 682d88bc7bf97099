"""Whole conversations as they are copied: who offends in them, the worst first, told blind."""

from __future__ import annotations

from pathlib import Path

import pytest

from moderator_app.session import Session
from moderator_app.session.types import Case as Checked
from tests.cases.case_table import KNOWN_MISSES, MISS
from tests.cases.transcript_table import Transcript, load_transcripts


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


def test_names_the_offenders_worst_first(
    transcript: Transcript, checked: Checked, request: pytest.FixtureRequest
) -> None:
    if transcript.id in KNOWN_MISSES:
        request.applymarker(MISS)
    found = checked.conversation.offenders
    said = [(case.message.sender, str(case.verdict.level), case.message.text) for case in found]
    assert len(found) == len(transcript.offenders), said
    for wanted, case in zip(transcript.offenders, found, strict=True):
        assert wanted.is_met_by(case), (wanted, said)


def test_tells_who_came_in(transcript: Transcript, checked: Checked) -> None:
    names = {name for join in checked.conversation.joins for name in join.names}
    assert names == transcript.joins
