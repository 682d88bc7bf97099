"""Two moderators of one group, each with an installation of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from moderator_app.core.roster.entry import EntryKind
from moderator_app.session import Change, MergePreview, Session
from tests.session.conftest import NOTICES, RULEBOOK, Clock, there_from_before

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


@dataclass
class Moderator:
    """One moderator: the open session, and where bundles are put."""

    session: Session
    clock: Clock
    outbox: Path

    def send(self) -> Path:
        return self.session.exchange.bundle(self.outbox / "bundle.zip")

    def preview_of(self, other: Moderator) -> MergePreview:
        return self.session.exchange.read_bundle(other.send())

    def take(self, other: Moderator, *same: str) -> Change:
        return self.session.exchange.merge(self.preview_of(other), same)

    def count(self, name: str) -> int:
        return next(row.active for row in self.session.members() if row.member.name == name)

    def counts(self) -> dict[str, tuple[int, int, int]]:
        """For each id that is shown the counts by state."""
        rows = self.session.members()
        return {row.member.id: (row.active, row.lapsed, row.voided) for row in rows}

    def id_of(self, name: str) -> str:
        return self.session.member(name).id


def make_folder(folder: Path) -> Path:
    """A data folder that knows the small rulebook."""
    (folder / "rulebooks").mkdir(parents=True)
    (folder / "rulebooks" / "test.yaml").write_text(RULEBOOK, encoding="utf-8")
    (folder / "notices" / "test").mkdir(parents=True)
    for name, (order, counts, text) in NOTICES.items():
        head = f"id: {name}\ntitle: {name}\norder: {order}\ncounts: {str(counts).lower()}"
        (folder / "notices" / "test" / f"{name}.md").write_text(
            f"---\n{head}\n---\n{text}\n", encoding="utf-8"
        )
    return folder


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Moderator, Moderator]]:
    """Two moderators whose group is the same, 甲 and 乙 by name."""
    with ExitStack() as stack:
        both = []
        for name in ("甲", "乙"):
            clock = Clock()
            outbox = tmp_path / f"out-{name}"
            outbox.mkdir()
            there_from_before(make_folder(tmp_path / name), moderator=name)
            session = stack.enter_context(Session.open(tmp_path / name, now=clock))
            both.append(Moderator(session, clock, outbox))
        yield both[0], both[1]


def strike_of(change: Change) -> str:
    """The id of the strike in a change."""
    return next(entry.id for entry in change.entries if entry.kind is EntryKind.STRIKE)
