"""Prints what the record costs: `python -m tests.bench.record`.

A durable strike with 1,000 and with 100,000 entries in the record (measured in turn, so that both
meet the same disk), opening such a record, a roster of 5,000 members and a search key in it.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from time import perf_counter, process_time

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.ladder import Ladder, standing
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.search import MemberIndex
from moderator_app.storage.record import Record

START = datetime(2019, 1, 1, 9)
SURNAMES = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏单解"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文华建国志玉春红梅俊峰雪琴宇浩轩子涵欣怡"
TRADES = ("医疗器械", "采购", "销售", "工程师", "临床", "注册")
CITIES = ("上海", "北京", "广州", "深圳", "苏州", "杭州")
KEYS = ("z", "zs", "zhang", "张", "上海", "sx", "h", "yiliao", "1", "xie j", "wwww")
MESSAGE = "大量现货口罩额温枪，量大从优，需要的朋友请私聊，厂家直供，手续齐全，今天下单明天发货。" * 2

numbers = count(1)


def new_id() -> str:
    """An id as long as a real one."""
    return f"{next(numbers):032x}"


def member(i: int) -> Member:
    """One of many members, with names as they are in life."""
    name = SURNAMES[i % len(SURNAMES)] + GIVEN[i % 41 % len(GIVEN)] + GIVEN[i * 7 % len(GIVEN)]
    card = f"{name}-{TRADES[i % len(TRADES)]}-{CITIES[i % 5]}" if i % 3 else ""
    return Member(id=f"m{i}", group="yigongxie", name=name, card=card)


def strike(i: int, members: int) -> Entry:
    """One strike with a message of 86 characters."""
    return Entry(
        id=new_id(), action=new_id(), at=START + timedelta(minutes=40 * i), group="yigongxie",
        kind=EntryKind.STRIKE, member=f"m{i % members}", name="张三", rules=("hawking",), message=MESSAGE,
        spans=((0, 4), (20, 28)), notice="叫卖告知", moderator="群主",
    )  # fmt: skip


def added(i: int) -> Entry:
    """The entry that adds a member."""
    return Entry(
        id=new_id(), action=new_id(), at=START, group="yigongxie", kind=EntryKind.MEMBER_ADDED,
        member=f"m{i}", after=member(i),
    )  # fmt: skip


def fill(record: Record, entries: int, members: int) -> None:
    """A record as it is after years: files as full as single strikes leave them."""
    record.append([added(i) for i in range(members)])
    for first in range(0, entries, 340):
        record.append([strike(i, members) for i in range(first, min(first + 340, entries))])


def timed(call: Callable[[], object]) -> float:
    """Milliseconds that a call takes."""
    start = perf_counter()
    call()
    return (perf_counter() - start) * 1000


def worked(call: Callable[[], object]) -> float:
    """Milliseconds of computing that a call takes, whatever else the machine does."""
    start = process_time()
    call()
    return (process_time() - start) * 1000


def line(what: str, times: Sequence[float]) -> None:
    """One line of the report."""
    times = sorted(times)
    p99 = times[int(len(times) * 0.99)]
    print(f"{what:46} p50 {statistics.median(times):7.2f} ms   p99 {p99:7.2f} ms")  # noqa: T201 - the report


def strikes(folder: Path, small: int, large: int, times: int) -> None:
    """The cost of a strike in a small and in a large record, and the ratio."""
    sizes = {size: folder / str(size) for size in (small, large)}
    for size, path in sizes.items():
        with Record(path) as record:
            fill(record, size, 500)
    records = {size: Record(path) for size, path in sizes.items()}
    for record in records.values():
        record.entries("yigongxie")
    costs: dict[int, list[float]] = {size: [] for size in sizes}
    for i in range(times):
        for size, record in records.items():
            costs[size].append(timed(partial(record.append, [strike(size + i, 500)])))
    for size, record in records.items():
        record.close()
        line(f"a durable strike, {size:,} entries in the record", costs[size])
    ratio = statistics.median(costs[large]) / statistics.median(costs[small])
    print(f"{'ratio of the medians':46} {ratio:11.2f}")  # noqa: T201


def opening(folder: Path, size: int) -> None:
    """Opening a record, and reading all of it."""
    opened = [timed(lambda: Record(folder / str(size), write=False)) for _ in range(5)]
    line(f"opening a record of {size:,} entries", opened)
    gc.collect()
    record = Record(folder / str(size), write=False)
    read = worked(lambda: record.entries("yigongxie"))
    gc.disable()  # as the ledger itself reads
    parsed = worked(
        lambda: [json.loads(file.read_bytes()) for file in (folder / str(size)).glob("ledger/*/*")]
    )
    line("  reading all of its ledger (idle or first need), computing", [read])
    gc.enable()
    print(f"{'  ratio to parsing its JSON':46} {read / parsed:11.2f}")  # noqa: T201
    ahead, pieces = Record(folder / str(size), write=False), list[float]()
    while ahead.read_ahead():
        pieces.append(worked(ahead.read_ahead))
    line("  a piece of reading ahead, computing", pieces)
    now = START + timedelta(days=9999)

    def one(who: str) -> None:
        standing(record.entries("yigongxie", who), Ladder(), now)

    line("  one member's standing", [timed(partial(one, f"m{i}")) for i in range(500)])


def roster(folder: Path, members: int) -> None:
    """Opening a large roster and searching it as one types."""
    with Record(folder / "roster") as record:
        record.append([added(i) for i in range(members)])
    opened = [timed(lambda: Record(folder / "roster", write=False)) for _ in range(5)]
    line(f"opening a roster of {members:,}", opened)
    with Record(folder / "roster", write=False) as record:
        people = record.members("yigongxie")
    line("  its index", [timed(lambda: MemberIndex(people))])
    index = MemberIndex(people)
    line("  the first key in pinyin (loads the dictionary)", [timed(lambda: index.search("zs"))])
    line("  a key", [timed(partial(index.search, key)) for key in KEYS for _ in range(20)])
    line("  who a copied name may mean: the first", [timed(lambda: index.candidates("张三丰🌸"))])
    names = [person.shown + "A" for person in people[:300]]
    line("  who a copied name may mean", [timed(partial(index.candidates, name)) for name in names])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=800)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as temporary:
        folder = Path(temporary)
        strikes(folder, 1_000, options.large, options.times)
        opening(folder, options.large)
        roster(folder, 5_000)


if __name__ == "__main__":
    main()
