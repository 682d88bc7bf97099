"""A storm of strikes by real processes that are killed: `python -m tests.faults.storm FOLDER`.

Each round forks a writer that records actions of two entries (a member and their strike) and writes
the id of each to a pipe once it is answered. The writer is killed either from outside at a random
moment, or from inside (SIGKILL to itself) at a chosen step of a write: before or after the n-th
call of open, fsync, link, unlink or replace. After each kill the record is opened again, and
everything that was answered must be there. Prints what it found as one line of JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import select
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from time import monotonic

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.member import Member
from moderator_app.storage import ledger
from moderator_app.storage.record import Record

STEPS = ("fsync", "link", "unlink", "replace", "open")
FOUND = ("lost", "twice", "half", "members", "left", "problems")
LONGEST = 0.03
"""Seconds after which a writer that nobody killed yet is killed."""


def action(name: str) -> list[Entry]:
    """One action: a new member and the strike against them."""
    shared = {"action": name, "at": datetime.now(), "group": "g", "member": f"m{name}", "name": "张三"}
    who = Member(id=f"m{name}", group="g", name="张三")
    return [
        Entry(id=f"{name}.1", kind=EntryKind.MEMBER_ADDED, after=who, **shared),
        Entry(id=f"{name}.2", kind=EntryKind.STRIKE, message="大量现货" * 20, rules=("hawking",), **shared),
    ]


def crash_at(step: str, number: int, *, after: bool) -> None:
    """Let the process kill itself at the n-th call of a step, before it or after it is done."""
    real: Callable[..., object] = getattr(os, step)
    calls = count(1)

    def crashing(*args: object, **kwargs: object) -> object:
        if next(calls) != number:
            return real(*args, **kwargs)
        try:
            return real(*args, **kwargs) if after else None
        finally:  # also where the call fails, as it may: a file that was not there to be removed
            os.kill(os.getpid(), signal.SIGKILL)

    setattr(os, step, crashing)


def write_until_killed(folder: Path, round_number: int, pipe: int, *, lying: bool) -> None:
    """Record actions for ever, telling each once it is recorded (a liar tells it before)."""
    day = timedelta(days=round_number // 25)  # so that the first write of a day is met again
    with Record(folder, now=lambda: datetime.now() + day) as record:
        for number in count():
            name = f"r{round_number}n{number}"
            if lying:
                os.write(pipe, f"{name}\n".encode())
            record.append(action(name))
            if not lying:
                os.write(pipe, f"{name}\n".encode())


@dataclass(frozen=True)
class Kill:
    """How the writer of one round dies: at a step of a write, or from outside after some seconds."""

    seconds: float
    step: str = ""
    number: int = 0
    after: bool = False

    @classmethod
    def of_round(cls, number: int, chance: random.Random) -> Kill:
        """Every second round from inside, through all steps in turn."""
        if number % 2:
            return cls(seconds=chance.random() * LONGEST)
        step = STEPS[number // 2 % len(STEPS)]
        return cls(seconds=5, step=step, number=chance.randint(1, 12), after=chance.random() < 0.5)


def killed_writer(kill: Kill, write: Callable[[int], None]) -> tuple[str, set[str]]:
    """Fork a writer and let it die; tells how it died and what it said was recorded."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        if kill.step:
            crash_at(kill.step, kill.number, after=kill.after)
        try:
            write(theirs)
        finally:
            os._exit(9)  # reached only where a write failed: the round then counts as no kill
    os.close(theirs)
    said, closed = read_for(ours, kill.seconds)
    if not closed:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(ours, "rb") as rest:
        said += rest.read()
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    how = "ended" if not killed else "inside" if closed else "outside"
    return how, set(said.decode().splitlines())


def read_for(pipe: int, seconds: float) -> tuple[bytes, bool]:
    """What comes through a pipe until the time is over, and whether the other end was closed."""
    end, said = monotonic() + seconds, b""
    while (left := end - monotonic()) > 0 and select.select([pipe], [], [], left)[0]:
        part = os.read(pipe, 65536)
        if not part:
            return said, True
        said += part
    return said, False


def check(folder: Path, answered: set[str], found: dict[str, list[str]]) -> None:
    """Open the record as the next start would, and compare it with what was answered."""
    with Record(folder) as record:
        entries = record.entries("g")
        members = {member.id for member in record.members("g")}
        found["problems"] += [reason.code for reason in record.problems]
    ids = [entry.id for entry in entries]
    actions = {entry.action for entry in entries}
    found["lost"] += sorted(answered - actions)
    found["twice"] += sorted({i for i in ids if ids.count(i) > 1}) if len(set(ids)) != len(ids) else []
    found["half"] += sorted(a for a in actions if not {f"{a}.1", f"{a}.2"} <= set(ids))
    found["members"] += sorted({f"m{a}" for a in actions} ^ members)
    found["left"] += [path.name for path in folder.rglob("*.json.tmp")]


def storm(folder: Path, rounds: int, seed: int, *, lying: bool) -> dict[str, object]:
    """All rounds; a new folder now and then, so that first files and first backups are hit too."""
    chance = random.Random(seed)
    answered: set[str] = set()
    found: dict[str, list[str]] = {name: [] for name in FOUND}
    deaths: Counter[str] = Counter()
    total = 0
    for number in range(rounds):
        if number % 50 == 0:
            shutil.rmtree(folder, ignore_errors=True)
            answered.clear()
        write = partial(write_until_killed, folder, number, lying=lying)
        how, said = killed_writer(Kill.of_round(number, chance), write)
        deaths[how] += 1
        total += len(said)
        answered |= said
        check(folder, answered, found)
    return {**deaths, "answered": total, **found}


def main() -> int:
    """Run the storm and print what it found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--lying", action="store_true", help="answer too soon, to test the test")
    options = parser.parse_args()
    ledger.FULL_ENTRIES = 60  # so that the storm meets the change from one file to the next
    result = storm(options.folder, options.rounds, options.seed, lying=options.lying)
    sys.stdout.write(json.dumps({"seed": options.seed, **result}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
