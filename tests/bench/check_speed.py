"""How long a check takes: 500 characters, the whole rulebook, a long history; and loading the rulebook.

    python tests/bench/check_speed.py

Exits with 1 where the 99th percentile is 5 ms or more, or a history of 10,000 messages more than doubles it.
"""

# ruff: noqa: T201 - printing is what this script is for

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from moderator_app.core.message import Context, Message, Speaker
from moderator_app.core.rules.judge import Judge, judge
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook

NOW = datetime(2026, 3, 2, 10, 0)
LENGTH, ROUNDS, LIMIT_MS = 500, 400, 5.0
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


def text(chance: random.Random, length: int) -> str:
    """A text of this length out of talk, offers and disguises."""
    found = ""
    while len(found) < length:
        found += chance.choice(PIECES)
    return found[:length]


def history(count: int) -> tuple[Message, ...]:
    """So many messages, one a minute, the last one just now."""
    chance = random.Random(count)
    return tuple(
        Message(text=text(chance, 40), sender=f"成员{place % 300}", at=NOW - timedelta(minutes=count - place))
        for place in range(count)
    )


def percentiles(context: Context, rulebook: object) -> tuple[float, float]:
    """Median and 99th percentile of a check, in milliseconds of this process, whatever else runs."""
    chance = random.Random(1)
    taken = []
    for _ in range(ROUNDS):
        message = Message(text=text(chance, LENGTH), sender="成员7", at=NOW)
        began = time.process_time()
        judge(message, rulebook, context)  # type: ignore[arg-type]
        taken.append((time.process_time() - began) * 1000)
    taken.sort()
    return taken[len(taken) // 2], taken[int(len(taken) * 0.99)]


def best(action: Callable[[], object], times: int = 5) -> float:
    """The shortest of several runs, in milliseconds."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        action()
        taken.append((time.perf_counter() - began) * 1000)
    return min(taken)


def main() -> int:
    path = resources_dir() / "rulebooks" / "yigongxie.yaml"
    rulebook = load_rulebook(path, examples=False)
    speaker = Speaker(name="成员7")
    judge(Message(text="预热"), rulebook)
    short = percentiles(Context(now=NOW, speaker=speaker, before=history(100)), rulebook)
    long = percentiles(Context(now=NOW, speaker=speaker, before=history(10_000)), rulebook)
    print(f"check of {LENGTH} characters, history    100: median {short[0]:.2f} ms, p99 {short[1]:.2f} ms")
    print(f"check of {LENGTH} characters, history 10,000: median {long[0]:.2f} ms, p99 {long[1]:.2f} ms")
    print(f"load without examples {best(lambda: load_rulebook(path, examples=False)):.0f} ms")
    print(f"build the judge       {best(lambda: Judge(rulebook)):.0f} ms")
    print(f"load with examples    {best(lambda: load_rulebook(path)):.0f} ms")
    return int(long[1] >= LIMIT_MS or long[0] > 2 * short[0])


if __name__ == "__main__":
    sys.exit(main())
