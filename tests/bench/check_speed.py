"""How long a check takes on the clock: 500 characters, the whole rulebook, a long history; and loading.

    PYTHONPATH=. python tests/bench/check_speed.py

"Ads" are texts where nearly every word is a hit, "talk" is what groups mostly say, "worst" is the
slowest of many patterns repeated up to the limit. Each figure is the best of three rounds, because
other programs only ever make it larger; the processor's load is printed beside it. Exits with 1
where a 99th percentile is 5 ms or more, a history of 10,000 messages more than doubles the median,
or the worst text takes 300 ms.
"""

# ruff: noqa: T201 - printing is what this script is for

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from moderator_app.core.message import Context, Message, Speaker
from moderator_app.core.rules.judge import Judge, judge
from moderator_app.core.rules.reading import LIMIT
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook

NOW = datetime(2026, 3, 2, 10, 0)
LENGTH, CHECKS, LIMIT_MS, WORST_MS = 500, 300, 5.0, 300.0
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


def percentiles(context: Context, rulebook: Rulebook, pieces: tuple[str, ...]) -> tuple[float, float]:
    """Median and 99th percentile of a check in milliseconds, each the best of three rounds."""
    rounds = []
    for seed in range(3):
        chance = random.Random(seed)
        taken = []
        for _ in range(CHECKS):
            message = Message(text=text(chance, LENGTH, pieces), sender="成员7", at=NOW)
            taken.append(clock(lambda message=message: judge(message, rulebook, context)))  # type: ignore[misc]
        taken.sort()
        rounds.append((taken[CHECKS // 2], taken[int(CHECKS * 0.99)]))
    medians, tails = zip(*rounds, strict=True)
    return min(medians), min(tails)


def clock(action: Callable[[], object]) -> float:
    """Milliseconds that pass."""
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def best(action: Callable[[], object], times: int = 5) -> float:
    """The shortest of several runs, in milliseconds."""
    return min(clock(action) for _ in range(times))


def worst(rulebook: Rulebook) -> tuple[float, str]:
    """The slowest of the repeated patterns at the longest that is read."""
    times = (
        (best(lambda part=part: judge(Message(text=(part * LIMIT)[:LIMIT]), rulebook), 2), part)  # type: ignore[misc]
        for part in REPEATED
    )
    return max(times)


def main() -> int:
    path = resources_dir() / "rulebooks" / "yigongxie.yaml"
    rulebook = load_rulebook(path, examples=False)
    speaker = Speaker(name="成员7")
    fine = True
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    for name, pieces in (("talk", TALK), ("ads ", PIECES)):
        medians = []
        for count in (100, 10_000):
            context = Context(now=NOW, speaker=speaker, before=history(count))
            judge(Message(text="预热", sender="成员7", at=NOW), rulebook, context)
            median, tail = percentiles(context, rulebook, pieces)
            medians.append(median)
            fine = fine and tail < LIMIT_MS
            print(
                f"{name}, {LENGTH} characters, history {count:6,}: median {median:.2f} ms, p99 {tail:.2f} ms"
            )
        fine = fine and medians[1] <= 2 * medians[0]
    slowest, part = worst(rulebook)
    print(f"worst, {LIMIT:,} characters of {part!r}: {slowest:.0f} ms")
    print(f"load without examples {best(lambda: load_rulebook(path, examples=False)):.0f} ms")
    print(f"build the judge       {best(lambda: Judge(rulebook)):.0f} ms")
    print(f"load with examples    {best(lambda: load_rulebook(path)):.0f} ms")
    return int(not fine or slowest >= WORST_MS)


if __name__ == "__main__":
    sys.exit(main())
