"""A session on an empty data folder with a clock that stands still and a small rulebook of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from moderator_app.core.roster.group import Group
from moderator_app.core.wording import Wording
from moderator_app.session import Session
from moderator_app.session.desk import FIRST_GROUP
from moderator_app.storage.record import Record
from tests.backup_at_once import backup_at_once  # noqa: F401 - a fixture for every test here
from tests.quick_disk import quick_disk  # noqa: F401 - a fixture for every test here

RULEBOOK = """\
id: test
title: {zh: 试验群规, en: Test rules}
link: http://example.org/rules
notices: {question: 询问, praise: 表扬}
ladder:
  steps:
    - action: remind
      notice: 群发
      notices: {long: 规范, hawking: 叫卖}
    - action: move
      notice: 群发
      notices: {hawking: 叫卖 2}
    - action: remove
      notice: 叫卖 2
signs:
  stock:
    title: {zh: 有货, en: goods in stock}
    words: 大量现货 工厂直供
  wordy:
    title: {zh: 啰嗦, en: wordy}
    words: 规格型号
  hint:
    title: {zh: 像推广, en: like promotion}
    words: 欢迎了解
clauses:
  - id: long
    title: {zh: 太长, en: Too long}
    text: {zh: 不超过七行。, en: At most seven lines.}
    weigh: {wordy: 9}
  - id: hawking
    title: {zh: 叫卖, en: Hawking}
    text: {zh: 没有人提出需求，不叫卖。, en: No sales pitch.}
    weigh: {stock: 1, hint: 0.5}
    violation: 1
    unsure: 0.5
    examples:
      hit: [手套大量现货]
      miss: [今天天气不错]
"""
NOTICES = {
    "叫卖": (1, True, "@{称呼} 您好，{群名}不叫卖，这是{第几次}提醒，再犯{下一步}。{群规链接}"),
    "群发": (2, True, "@{称呼} 您好，请勿群发。"),
    "叫卖 2": (3, True, "@{称呼} 您好，这是{第几次}，涉及{条款}：「{摘录}」。"),
    "询问": (4, False, "@{称呼} 您好，请问是在回应谁的需求吗？"),
    "表扬": (5, False, "这样回应很好。"),
    "规范": (7, False, "请简短一些。"),
    "进群": (6, False, "@{称呼} 欢迎加入{群名}。"),
}


class Clock:
    """A clock that moves only when told."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 9, 30)

    def __call__(self) -> datetime:
        return self.at

    def go(self, **step: float) -> None:
        self.at += timedelta(**step)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data folder with the small rulebook and its notices as the user's own."""
    folder = tmp_path / "data"
    (folder / "rulebooks").mkdir(parents=True)
    (folder / "rulebooks" / "test.yaml").write_text(RULEBOOK, encoding="utf-8")
    (folder / "notices" / "test").mkdir(parents=True)
    for name, (order, counts, text) in NOTICES.items():
        head = f"id: {name}\ntitle: {name}\norder: {order}\ncounts: {str(counts).lower()}"
        (folder / "notices" / "test" / f"{name}.md").write_text(
            f"---\n{head}\n---\n{text}\n", encoding="utf-8"
        )
    return folder


Reopen = Callable[[], Session]


@pytest.fixture
def reopen(data_dir: Path, clock: Clock) -> Iterator[Reopen]:
    """Open the data folder again, as a restart of the program does."""
    opened: list[Session] = []

    def again() -> Session:
        for session in opened:
            session.close()
        opened[:] = [Session.open(data_dir, now=clock)]
        return opened[0]

    yield again
    for session in opened:
        session.close()


def there_from_before(folder: Path, **settings: str) -> None:
    """Let the group be in a data folder, as if it had always been: nothing of that is in its record."""
    with Record(folder) as record:
        record.put_group(FIRST_GROUP)
        record.put_group(Group(id="g", title=Wording("试验群"), rulebook="test"))
        for name, value in {"current_group": "g", **settings}.items():
            record.set_setting(name, value)


@pytest.fixture
def session(data_dir: Path, reopen: Reopen) -> Session:
    """An open session whose current group follows the small rulebook."""
    there_from_before(data_dir)
    return reopen()
