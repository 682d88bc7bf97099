"""Writes conversations in every form of clipboard-formats, from messages that hold all its traps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from hypothesis import strategies as st

DAY = datetime(2026, 9, 23, 8, 0)
TODAY = DAY.date()


@dataclass(frozen=True, slots=True)
class Said:
    """One message as it was sent."""

    name: str
    at: datetime
    body: str


Build = Callable[[Sequence[Said]], str]


def _blocks(head: Callable[[Said], str], gap: str = "\n\n", between: str = "\n") -> Build:
    return lambda said: gap.join(f"{head(one)}{between}{one.body}" for one in said) + "\n"


def _by_mail(said: Sequence[Said]) -> str:
    """W4: a heading, a line for each day, and each message under its name and time."""
    parts = ["微信群“医工”的聊天记录如下:", ""]
    for day, ones in groupby(said, key=lambda one: one.at.date()):
        parts += [f"—————  {day:%Y-%m-%d}  —————", "", ""]
        for one in ones:
            parts += [f"{one.name}  {one.at:%H:%M}", "", one.body, ""]
    return "\n".join(parts)


def _half_day(at: datetime) -> str:
    """8:43:38 PM, as QQ writes it."""
    return f"{(at.hour - 1) % 12 + 1}:{at:%M:%S} {'AM' if at.hour < 12 else 'PM'}"


def full_day(at: datetime) -> str:
    """2026年09月23日 16:04, put together by hand: Windows' strftime takes no Chinese in its format."""
    return f"{at:%Y}年{at:%m}月{at:%d}日 {at:%H:%M}"


FORMS: dict[str, Build] = {
    "W1": _blocks(lambda one: f"{one.name}:"),
    "W2": _blocks(lambda one: f"{one.name}\n{full_day(one.at)}"),
    "W2 without blank lines": _blocks(lambda one: f"{one.name}\n{full_day(one.at)}", "\n"),
    "W3": _blocks(lambda one: f"{one.name} {one.at.year}/{one.at.month}/{one.at.day} {one.at:%H:%M}"),
    "W4": _by_mail,
    "E1": _blocks(lambda one: f"{one.at:%Y-%m-%d %H:%M:%S} {one.name}"),
    "E3": _blocks(lambda one: f"{one.name} ({one.at:%Y-%m-%d %H:%M:%S}):", "\n", ""),
    "E5": _blocks(lambda one: f"- [{one.at:%Y-%m-%d %H:%M}] {one.name}:", "\n", " "),
    "Q1": _blocks(lambda one: f"{one.at:%Y-%m-%d} {_half_day(one.at)} {one.name}(10001)"),
    "Q1 by the whole day": _blocks(lambda one: f"{one.at:%Y-%m-%d %H:%M:%S} 【管理员】{one.name}(10001)"),
    "Q2": _blocks(lambda one: f"【群友】{one.name} {_half_day(one.at)}", "\n"),
    "Q3": _blocks(lambda one: f"{one.name}: {one.at:%m-%d %H:%M:%S}", "\n"),
}
EXACT_TO_THE_SECOND = ("E1", "E3", "Q")
WITHOUT_TIME = ("W1",)


def told_time(form: str, at: datetime) -> datetime | None:
    """What a form tells of a time."""
    if form.startswith(WITHOUT_TIME):
        return None
    return at if form.startswith(EXACT_TO_THE_SECOND) else at.replace(second=0)


_TRAPS = (
    *("\u3164" * 5, "小明.", "李工。", "16:04 见", "9:30-18:00 在线", "2026 加油", "小 明 🌹", "A君(北京)"),
    *(
        "张三-骨科-北京",
        "甲·乙",
        "王|五/六",
        "🌹",
        "“小”",
        "12",
        "陈—总",
        "ᴬᴺᴺᴬ",
        "买买提·艾力",
        "Mr.Li",
        "#1",
    ),
)
_LETTERS = "张三李四王五赵钱孙周abcXYZ019 -_·.。/|()（）~🌹👍❤️\u3164"
NAMES = st.one_of(
    st.sampled_from(_TRAPS),
    st.text(_LETTERS, min_size=1, max_size=20).map(lambda name: name.strip(" ")).filter(bool),
)

_LINES = st.one_of(
    st.text("大量现货好的吗谢谢您abc019，。？！🌹[]()（）-—\u2028\u3164", max_size=30),
    st.sampled_from(
        [
            *("", "[图片]", "[动画表情]", "10:00 开会", "明天 16:04 见", "2026-09-23 开会", "价格：面议"),
            *(
                "第一：质量",
                "[文件] 报价 99 元.xlsx",
                "https://example.org/a?b=1",
                "@张三 您好",
                "- 列表",
                "——",
            ),
        ]
    ),
)
BODIES = (
    st.lists(_LINES, min_size=1, max_size=5).map(lambda lines: "\n".join(lines).strip(" \t\r\n")).filter(bool)
)
_STEPS = st.sampled_from([0, 0, 1, 30, 59, 60, 3600, 40_000])
"""Seconds between two messages: several share a second or a minute, some come on the next day."""


@st.composite
def conversations(draw: st.DrawFn, *, one_day: bool = False) -> list[Said]:
    """Messages in order of time."""
    at, said = DAY, []
    for _ in range(draw(st.integers(2, 7))):
        said.append(Said(draw(NAMES), at, draw(BODIES)))
        at += timedelta(seconds=min(draw(_STEPS), 3600) if one_day else draw(_STEPS))
    return said
