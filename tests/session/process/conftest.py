"""Sessions for the process: a group whose removals need two, its free group, and moderators by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.session import Session
from tests.session.conftest import RULEBOOK, Reopen

PROCESS = """\
process:
  removal: {admins: 2, owner: true, owner_above: 3}
  suspend_days: 5
  tasks:
    - {id: late, title: 及时回复, minutes: 30, fine: 100 元}
    - {id: free, title: 看着办}
"""
NOTICES = "notices: {question: 询问, praise: 表扬, moved: 自由, restored: 恢复, removed: 说明}"
Opened = Callable[..., Session]


@pytest.fixture
def process_of(data_dir: Path, reopen: Reopen) -> Opened:
    """Opens a session whose rulebook has this process; the moderator is called 甲."""

    def opened(process: str = PROCESS, moderator: str = "甲", owner: str = "王") -> Session:
        text = RULEBOOK.replace("signs:\n", f"{process}signs:\n", 1)
        text = text.replace("notices: {question: 询问, praise: 表扬}", NOTICES)
        (data_dir / "rulebooks" / "test.yaml").write_text(text, encoding="utf-8")
        for name, said in (
            ("自由", "这里是自由群。"),
            ("恢复", "欢迎{称呼}回来。"),
            ("说明", "缘由是{条款}。"),
        ):
            path = data_dir / "notices" / "test" / f"{name}.md"
            path.write_text(f"---\nid: {name}\ntitle: {name}\n---\n{said}\n", encoding="utf-8")
        session = reopen()
        session.add_group("free", "自由群", "test")
        session.add_group("g", "试验群", "test", linked_free_group="free")
        session.choose_group("g")
        session.set_setting("moderator", moderator)
        if owner:
            session.edit_group("g", owner=owner)
        return session

    return opened


def add(session: Session, *names: str, **fields: object) -> list[str]:
    """New members of the current group, by their ids."""
    return [session.add_member(name, **fields).members[0] for name in names]


def strike(session: Session, name: str, rule: str = "hawking") -> Entry:
    """The entry of a strike."""
    change = session.strike_by_name(name, rules=[rule], message="大量现货")
    return next(entry for entry in change.entries if entry.kind is EntryKind.STRIKE)


def as_moderator(session: Session, name: str) -> Session:
    """The same program in another moderator's hands."""
    session.set_setting("moderator", name)
    return session
