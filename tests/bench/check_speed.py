"""How long checks take on the clock: one text, a conversation, with a long history; and loading.

    PYTHONPATH=. python tests/bench/check_speed.py

"Ads" are texts where nearly every word is a hit, "talk" is what groups mostly say, "worst" is the
slowest of many patterns repeated up to the limit. Each figure is given twice, as time of the
processor and as time on the clock, each of the quietest of several rounds, because other programs only
ever make it larger; the load is printed beside it. Bounds are held against the smaller of the two,
which on a quiet machine are the same. "History" is so
many messages in the conversation before, and so many remembered from earlier checks; "near copies"
is a memory in which every message is nearly the one that is judged. Exits with 1 where a 99th
percentile is 5 ms or more, a history of 10,000 messages more than doubles the median, a conversation
of 300 messages takes 300 ms in all, or the worst text takes 300 ms.
"""

# ruff: noqa: T201 - printing is what this script is for

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from moderator_app.core.message import Context, Message, Speaker
from moderator_app.core.rules.judge import Judge, judge
from moderator_app.core.rules.past import Checked, Past
from moderator_app.core.rules.reading import LIMIT
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook

NOW = datetime(2026, 3, 2, 10, 0)
SPEAKER = Speaker(name="成员7")
LENGTH, CHECKS, ROUNDS, LIMIT_MS, WORST_MS = 500, 300, 4, 5.0, 300.0
CONVERSATION, CONVERSATION_MS = 300, 300.0
PIECES = (
    *(
        "各位老师好，",
        "请问这台呼吸机的管路怎么消毒？",
        "大量现货，厂家直销，",
        "价格优惠，欢迎来电咨询 13800138000，",
    ),
    *(
        "昨天的会议资料已经上传，",
        "加我微信 abc12345，",
        "第六届医学装备论坛在南京举行，",
        "扫码进群领取资料，",
    ),
    *(
        "𝐕❤ demo123，",
        "厂 家 直 供，",
        "祝大家新年快乐，",
        "谢谢王主任，我这边已经收到了，",
        "http://t.cn/abc123 ",
        "🌹🌹",
    ),
)


TALK = (
    *("各位老师好，", "请问这台呼吸机的管路怎么消毒？", "昨天的会议资料已经上传，", "祝大家新年快乐，"),
    *("第六届医学装备论坛在南京举行，", "谢谢王主任，我这边已经收到了，", "监护仪血氧探头坏了，怎么修？"),
    *("明天上午九点在三楼会议室开会，请大家准时参加。", "我们院去年也换过一批，用着还可以，"),
)
REPEATED = (
    *(
        "卖点",
        "电子签名",
        "骨折分期",
        "到手后",
        "打麻将",
        "现*货",
        "加微信",
        "哈哈",
        "ﷺ",
        "½",
        "批发价",
        "🐧",
    ),
    *(
        "1",
        "1 ",
        "1.",
        "a",
        "a_",
        "@",
        "/",
        "http://",
        "「甲:",
        "[",
        "【a",
        " ",
        "\n",
        "一",
        "出1.",
        "万",
        "a-",
    ),
)


def text(chance: random.Random, length: int, pieces: tuple[str, ...] = PIECES) -> str:
    """A text of this length out of these pieces."""
    found = ""
    while len(found) < length:
        found += chance.choice(pieces)
    return found[:length]


def history(count: int) -> tuple[Message, ...]:
    """So many messages, one a minute, the last one just now."""
    chance = random.Random(count)
    return tuple(
        Message(text=text(chance, 40), sender=f"成员{place % 300}", at=NOW - timedelta(minutes=count - place))
        for place in range(count)
    )


def memory(count: int) -> Past:
    """So many remembered messages of many lengths, of the days before the conversation.

    Half are made of the pieces of what is judged; the others of characters as common as in any talk.
    """
    chance = random.Random(count + 1)
    characters = [chr(0x4E00 + place) for place in range(3000)]
    common = [1 / (place + 1) for place in range(3000)]

    def said(length: int) -> str:
        if chance.random() < 0.5:
            return text(chance, length, PIECES)
        return "".join(chance.choices(characters, common, k=length))

    return Past(
        Checked.of(
            said(chance.choice((15, 30, 40, 40, 60, 80, 200))),
            id=str(place),
            at=NOW - timedelta(days=10, minutes=count - place),
            name=f"成员{place % 300}",
        )
        for place in range(count)
    )


def near_copies(count: int, pieces: tuple[str, ...]) -> Past:
    """So many remembered messages that are all nearly the first one that is judged."""
    chance = random.Random(0)
    copied = text(chance, LENGTH, pieces)
    letters = (chr(0x4E00 + place) for place in range(count))
    return Past(
        Checked.of(f"{copied[:-2]}{letter}", id=letter, at=NOW - timedelta(days=3), name="李四")
        for letter in letters
    )


def conversation(rulebook: Rulebook, past: Past) -> Taken:
    """What it takes to judge every message of a conversation, each with those before it."""
    chance = random.Random(1)
    said = tuple(
        Message(
            text=text(
                chance, chance.choice((10, 20, 40, 60, 120)), chance.choice((TALK, TALK, TALK, PIECES))
            ),
            sender=f"成员{chance.randrange(30)}",
            at=NOW + timedelta(minutes=place // 3),
        )
        for place in range(CONVERSATION)
    )

    def judged() -> None:
        for place, message in enumerate(said):
            speaker = Speaker(name=message.sender)
            judge(message, rulebook, Context(now=message.at, speaker=speaker, before=said[:place], past=past))

    return best(judged, 3)


class Taken(NamedTuple):
    """Milliseconds: of the processor, and on the clock."""

    cpu: float
    wall: float

    def __str__(self) -> str:
        return f"{self.cpu:.2f} ({self.wall:.2f})"

    @property
    def least(self) -> float:
        """The one that other programs made larger by less."""
        return min(self)


def quietest(rounds: Iterable[Taken]) -> Taken:
    """The smallest of either kind."""
    cpu, wall = zip(*rounds, strict=True)
    return Taken(min(cpu), min(wall))


def percentiles(context: Context, rulebook: Rulebook, pieces: tuple[str, ...]) -> tuple[Taken, Taken]:
    """Median and 99th percentile of a check, each of the quietest of so many rounds."""
    medians, tails = [], []
    for seed in range(ROUNDS):
        chance = random.Random(seed)
        taken = []
        for _ in range(CHECKS):
            message = Message(text=text(chance, LENGTH, pieces), sender="成员7", at=NOW)
            taken.append(clock(lambda message=message: judge(message, rulebook, context)))  # type: ignore[misc]
        sides = [sorted(side) for side in zip(*taken, strict=True)]
        medians.append(Taken(*(side[CHECKS // 2] for side in sides)))
        tails.append(Taken(*(side[int(CHECKS * 0.99)] for side in sides)))
    return quietest(medians), quietest(tails)


def clock(action: Callable[[], object]) -> Taken:
    """What one run takes."""
    began, worked = time.perf_counter(), time.process_time()
    action()
    return Taken((time.process_time() - worked) * 1000, (time.perf_counter() - began) * 1000)


def best(action: Callable[[], object], times: int = 5) -> Taken:
    """What the quietest of several runs takes."""
    return quietest(clock(action) for _ in range(times))


def worst(rulebook: Rulebook) -> tuple[Taken, str]:
    """The slowest of the repeated patterns at the longest that is read."""
    times = (
        (best(lambda part=part: judge(Message(text=(part * LIMIT)[:LIMIT]), rulebook), 2), part)  # type: ignore[misc]
        for part in REPEATED
    )
    return max(times)


def checks(rulebook: Rulebook) -> bool:
    """Prints what one check takes with short and long histories; whether all of it is within bounds."""
    fine = True
    for name, pieces in (("talk", TALK), ("ads ", PIECES)):
        medians = []
        for count in (100, 10_000):
            context = Context(now=NOW, speaker=SPEAKER, before=history(count), past=memory(count))
            judge(Message(text="预热", sender="成员7", at=NOW), rulebook, context)
            median, tail = percentiles(context, rulebook, pieces)
            medians.append(median)
            fine = fine and tail.least < LIMIT_MS
            print(f"{name}, {LENGTH} characters, history {count:6,}: median {median} ms, p99 {tail} ms")
        fine = fine and medians[1].least <= 2 * medians[0].least
        context = Context(now=NOW, speaker=SPEAKER, past=near_copies(10_000, pieces))
        median, tail = percentiles(context, rulebook, pieces)
        fine = fine and tail.least < LIMIT_MS
        print(f"{name}, {LENGTH} characters, 10,000 near copies: median {median} ms, p99 {tail} ms")
    return fine


def main() -> int:
    folder = resources_dir() / "rulebooks"
    path = folder / "yigongxie.yaml"
    rulebook = load_rulebook(path, examples=False)
    print(f"milliseconds of the processor (on the clock); load {os.getloadavg()[0]:.1f} of {os.cpu_count()}")
    fine = checks(rulebook)
    for count in (0, 10_000):
        took = conversation(rulebook, memory(count))
        fine = fine and took.least < CONVERSATION_MS
        print(f"conversation of {CONVERSATION} messages, {count:6,} remembered: {took} ms")
    for other in sorted(folder.glob("*.yaml")):
        book = load_rulebook(other, examples=False)
        took = conversation(book, memory(0))
        fine = fine and took.least < CONVERSATION_MS
        print(f"conversation of {CONVERSATION} messages by {other.stem}: {took} ms")
    slowest, part = worst(rulebook)
    print(f"worst, {LIMIT:,} characters of {part!r}: {slowest} ms")
    print(f"load without examples {best(lambda: load_rulebook(path, examples=False))} ms")
    print(f"build the judge       {best(lambda: Judge(rulebook))} ms")
    print(f"load with examples    {best(lambda: load_rulebook(path))} ms")
    return int(not fine or slowest.least >= WORST_MS)


if __name__ == "__main__":
    sys.exit(main())
