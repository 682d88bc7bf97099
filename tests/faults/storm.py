"""A storm of deeds by real processes that are killed: `python -m tests.faults.storm FOLDER`.

Each round forks a writer that strikes, imports, merges, undoes, deletes, backs up and goes back to
backups, and tells through a pipe what it begins and what is answered. Every eighth round it opens a
folder of the first version, to be killed while that is brought up to date. The writer is killed
either from outside at a random moment, or from inside (SIGKILL to itself) at a chosen step of a
write: before or after the n-th call of open, fsync, link, unlink, replace, mkdir or rmdir. After
each kill the record is opened again, as the next start would: it must be in the state that the last
answered deed left, or, where one was begun, in that which this one leaves, and nothing between.
Prints what it found as one line of JSON.
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
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from time import monotonic

from moderator_app.core.errors import BadInput
from moderator_app.storage import ledger, people
from moderator_app.storage.backups import Label
from moderator_app.storage.record import Record
from tests.faults.deeds import MOST_BACKUPS, State, Writer, after, faults_of, names, state_in, state_of

STEPS = ("fsync", "link", "unlink", "replace", "open", "mkdir", "rmdir")
FIRST_VERSION = Path(__file__).parents[1] / "storage" / "data" / "version-1" / "data"
LONGEST = 0.06
"""Seconds after which a writer that nobody killed yet is killed."""
ROUNDS_A_FOLDER = 40


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
    """Do deeds for ever, telling each when it begins and once it is answered (a liar tells that before)."""

    def say(*words: object) -> None:
        os.write(pipe, f"{json.dumps(words)}\n".encode())

    day = timedelta(days=round_number // 5)  # so that the first write of a day is met again
    with Record(folder, now=lambda: datetime.now() + day) as record:
        writer = Writer(record, random.Random(round_number))
        for kind, name, do in writer.deeds(names(round_number)):
            say("begun", kind, name)
            if lying:
                say("done", kind, name, "")
            told = do()
            if not lying:
                say("done", kind, name, told if isinstance(told, str) else "")


@dataclass(frozen=True)
class Kill:
    """How the writer of one round dies: at a step of a write, or from outside after some seconds."""

    seconds: float
    step: str = ""
    number: int = 0
    after: bool = False

    @classmethod
    def of_round(cls, number: int, chance: random.Random) -> Kill:
        """Every second round from inside, through all steps in turn, soon or in a long deed."""
        if number % 2:
            return cls(seconds=chance.random() * LONGEST)
        step = STEPS[number // 2 % len(STEPS)]
        calls = chance.randint(1, chance.choice((8, 30, 90)))
        return cls(seconds=5, step=step, number=calls, after=chance.random() < 0.5)


def killed_writer(kill: Kill, write: Callable[[int], None]) -> tuple[str, list[list[str]]]:
    """Fork a writer and let it die; tells how it died and what it said."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        if kill.step:
            crash_at(kill.step, kill.number, after=kill.after)
        try:
            write(theirs)
        finally:  # reached only where a write failed: the round then counts as no kill
            traceback.print_exc()
            os._exit(9)
    os.close(theirs)
    said, closed = read_for(ours, kill.seconds)
    if not closed:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(ours, "rb") as rest:
        said += rest.read()
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    how = "ended" if not killed else "inside" if closed else "outside"
    return how, [json.loads(line) for line in said.decode().splitlines() if line.endswith("]")]


def read_for(pipe: int, seconds: float) -> tuple[bytes, bool]:
    """What comes through a pipe until the time is over, and whether the other end was closed."""
    end, said = monotonic() + seconds, b""
    while (left := end - monotonic()) > 0 and select.select([pipe], [], [], left)[0]:
        part = os.read(pipe, 65536)
        if not part:
            return said, True
        said += part
    return said, False


@dataclass
class Watch:
    """What is known of a folder between two rounds, and what was found wrong in it."""

    folder: Path
    state: State = field(default_factory=State)
    backups: dict[str, State] = field(default_factory=dict)
    answered: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def begin(self, source: Path | None = None) -> None:
        """A new folder, empty or with what is in another one."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.state, self.backups = State(), {}
        if source:
            shutil.copytree(source, self.folder)
            with Record(self.folder, write=False) as record:
                self.state = state_of(record)

    def follow(self, said: list[list[str]]) -> list[State]:
        """The states that the record may be in after what was said: the last answered, and the begun one."""
        begun: list[State] = []
        for what, kind, name, *told in said:
            if kind == "restore" and name not in self.backups:
                self.faults.append(f"went back to {name}, of which nobody was told")
                self.backups[name] = self.state
            if what == "begun":
                begun = [after(self.state, kind, name, self.backups)]
                continue
            self.answered[kind] += 1
            self.state, begun = after(self.state, kind, name, self.backups), []
            if kind == "backup" and told[0]:
                self.backups[told[0]] = self.state
        return [self.state, *begun]

    def check(self, said: list[list[str]], number: int) -> None:
        """Open the record as the next start would, and compare it with what was said."""
        possible = self.follow(said)
        with Record(self.folder, write=False) as reader:
            seen = state_of(reader)
        with Record(self.folder) as record:
            found = state_of(record)
            wrong = [*faults_of(record), *(f"{told.code} {told.values}" for told in record.problems)]
        if found not in possible:
            ids = sorted(found.entries ^ possible[-1].entries)
            wrong.append(f"state {said[-2:]} {len(ids)} {ids[:4]} {found.setting} {found.erased}")
        if seen != found:
            wrong.append(f"a reader saw {sorted(seen.entries ^ found.entries)[:4]} {seen.setting} otherwise")
        wrong += [path.name for path in self.folder.rglob("*.tmp")]
        wrong += ["pending"] if (self.folder / "pending").exists() else []
        self.faults += [f"{number}: {fault}" for fault in (*wrong, *self._check_backups())]
        self.state = found

    def _check_backups(self) -> list[str]:
        """Every backup by hand is whole and holds what it held; one not answered is taken as it is.

        All but the newest are removed here, where no writer is about that could use their names again.
        """
        wrong = []
        found = (self.folder / "备份").glob(f"*-{Label.BY_HAND}*.zip")
        for place, path in enumerate(sorted(found, key=lambda path: -path.stat().st_mtime_ns)):
            try:
                held = state_in(path)
            except BadInput as error:
                wrong.append(f"{path.name} {error}")
            else:
                wrong += [f"{path.name} changed"] if self.backups.setdefault(path.name, held) != held else []
            if place >= MOST_BACKUPS:
                path.unlink()
                self.backups.pop(path.name, None)
        return wrong


def storm(folder: Path, rounds: int, seed: int, *, lying: bool) -> dict[str, object]:
    """All rounds; a new folder now and then, so that first files and first backups are hit too."""
    chance = random.Random(seed)
    going, old = Watch(folder / "new"), Watch(folder / "old")
    deaths: Counter[str] = Counter()
    for number in range(rounds):
        migrates = number % 8 == 5
        watch = old if migrates else going
        if migrates:
            old.begin(FIRST_VERSION)
        elif number % ROUNDS_A_FOLDER == 0:
            going.begin()
        write = partial(write_until_killed, watch.folder, number, lying=lying)
        how, said = killed_writer(Kill.of_round(number // 2 if migrates else number, chance), write)
        deaths[how] += 1
        watch.check(said, number)
    answered = going.answered + old.answered
    return {**deaths, "answered": dict(answered), "faults": [*going.faults, *old.faults]}


def main() -> int:
    """Run the storm and print what it found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--lying", action="store_true", help="answer too soon, to test the test")
    options = parser.parse_args()
    ledger.FULL_ENTRIES = 60  # so that the storm meets the change from one file to the next
    people._SAVE_AFTER = 100  # and the saving of the table
    options.folder.mkdir(parents=True, exist_ok=True)
    result = storm(options.folder, options.rounds, options.seed, lying=options.lying)
    sys.stdout.write(json.dumps({"seed": options.seed, **result}, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
