"""What the writers of the storm do, and the model: the state that each deed must leave behind."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.members import folded
from moderator_app.core.wording import Wording
from moderator_app.storage.backups import Label
from moderator_app.storage.record import Record
from moderator_app.storage.restoring import unpacked
from moderator_app.storage.work import Work

MOST_BACKUPS = 4
IMPORTED = 40
MERGED = 30
_DELETION = ".e"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(2000)


@dataclass(frozen=True)
class State:
    """What a record holds, as far as it is compared: the ids of its entries, who was deleted, one setting."""

    entries: frozenset[str] = frozenset()
    erased: frozenset[str] = frozenset()
    setting: str = ""


def state_of(record: Record) -> State:
    """The state that an open record is in."""
    entries = record.all_entries()
    return State(
        entries=frozenset(entry.id for entry in entries),
        erased=frozenset(entry.member for entry in entries if entry.kind is EntryKind.ERASED),
        setting=str(record.settings().get("storm", "")),
    )


def state_in(backup: Path) -> State:
    """The state that a backup holds."""
    with unpacked(backup, Work()) as folder, Record(folder, write=False) as record:
        return state_of(record)


def faults_of(record: Record) -> Iterator[str]:
    """What is not as it follows from the ledger, or as the deeds leave it."""
    entries = record.all_entries()
    groups = {entry.group for entry in entries}
    members = {member.id for group in groups for member in record.members(group)}
    if members != folded(entries).keys():
        yield f"members {sorted(members ^ folded(entries).keys())[:3]}"
    ours = [entry.seq for entry in entries if not entry.id.startswith("merge")]
    if len(set(ours)) != len(ours):
        yield "two entries of ours have one number"
    erased = {entry.member for entry in entries if entry.kind is EntryKind.ERASED}
    if any(entry.message for entry in entries if entry.member in erased):
        yield "words of somebody who was deleted"
    for entry in entries:
        if not all(map(record.evidence.has, entry.evidence)):
            yield f"no picture of {entry.id}"


# ---- the entries of each deed, always the same for the same name


def _entry(id: str, action: str, kind: EntryKind, **fields: object) -> Entry:
    values = {"group": "g", "member": f"m{action}", "name": "张三", "at": datetime.now(), **fields}
    return Entry(id=id, action=action, kind=kind, **values)  # type: ignore[arg-type]


def strike(name: str) -> list[Entry]:
    """A new member and the strike against them."""
    who = Member(id=f"m{name}", group="g", name="张三")
    told = _entry(f"{name}.2", name, EntryKind.STRIKE, message="大量现货" * 20, rules=("hawking",))
    return [_entry(f"{name}.1", name, EntryKind.MEMBER_ADDED, after=who), told]


def imported(name: str) -> list[Entry]:
    """Many members at once."""
    people = [
        Member(id=f"m{name}-{i}", group="g", name=f"张{i}", card=f"张{i}-采购") for i in range(IMPORTED)
    ]
    return [_entry(f"{who.id}.i", name, EntryKind.MEMBER_ADDED, member=who.id, after=who) for who in people]


def merged(name: str) -> list[Entry]:
    """Entries of another moderator, from two groups and three months."""
    made = []
    for i in range(MERGED):
        at = datetime.now() - timedelta(days=31 * (i % 3))
        group = ("g", "other")[i % 2]
        who = f"m{name}-{i % 5}{group}"
        entry = _entry(
            f"merge{name}-{i}", f"{name}-{i}", EntryKind.STRIKE, member=who, at=at, group=group, seq=i
        )
        made.append(entry)
    return made


class Writer:
    """Does one deed after the other; each method gives what is done as a function without arguments."""

    def __init__(self, record: Record, chance: random.Random) -> None:
        self._record = record
        self._chance = chance
        self._done: list[str] = []
        self._people: list[str] = []
        self._merges: list[str] = []

    def deeds(self, names: Iterator[str]) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """The kind and name of each deed with the deed itself, for ever; a strike is the commonest."""
        rarer = ("undo", "import", "many", "merge", "unmerge", "backup", "restore", "restore", "erase")
        kinds = ("strike",) * 5 + rarer
        for name in names:
            kind = self._chance.choice(kinds)
            yield getattr(self, f"_{kind}")(name)

    def _strike(self, name: str) -> tuple[str, str, Callable[[], object]]:
        self._done.append(name)
        self._people.append(f"m{name}")
        return "strike", name, lambda: self._record.append(strike(name))

    def _import(self, name: str) -> tuple[str, str, Callable[[], object]]:
        return "import", name, lambda: self._record.append(imported(name))

    def _undo(self, name: str) -> tuple[str, str, Callable[[], object]]:
        if not self._done:
            return self._strike(name)
        target = self._done.pop()
        who = Member(id=f"m{target}", group="g", name="张三")
        undo = _entry(f"{name}.u", name, EntryKind.UNDO, target=target, member=who.id, before=who)
        return "undo", name, lambda: self._record.append([undo])

    def _many(self, name: str) -> tuple[str, str, Callable[[], object]]:
        def write() -> None:
            with self._record.transaction():
                evidence = self._record.evidence.keep(name, [PICTURE])
                first, second = strike(name)
                self._record.append([first, replace(second, evidence=evidence)])
                self._record.append([_entry(f"{name}.3", name, EntryKind.STRIKE, group="other", member="x")])
                self._record.put_group(Group(id=name, title=Wording(name), rulebook="yigongxie"))
                self._record.set_setting("storm", name)
                self._record.reporters.put(name, "李四")

        return "many", name, write

    def _merge(self, name: str) -> tuple[str, str, Callable[[], object]]:
        self._merges.append(name)
        return "merge", name, lambda: self._record.merge(merged(name))

    def _unmerge(self, name: str) -> tuple[str, str, Callable[[], object]]:
        """Take a merge of this run back: what it brought goes, and that is told."""
        if not self._merges:
            return self._merge(name)
        target = self._merges.pop()

        def write() -> None:
            with self._record.transaction():
                self._record.append([_entry(f"{name}.w", name, EntryKind.UNDO, target=target, member="")])
                self._record.merged.take_out(self._record.merged.names(merged(target)))

        return "unmerge", f"{name}/{target}", write

    def _by_hand(self) -> list[Path]:
        return [backup.path for backup in self._record.backups() if backup.label == Label.BY_HAND]

    def _backup(self, name: str) -> tuple[str, str, Callable[[], object]]:
        return "backup", name, lambda: self._record.back_up(Label.BY_HAND).name

    def _restore(self, name: str) -> tuple[str, str, Callable[[], object]]:
        known = self._by_hand()
        if not known:
            return self._backup(name)
        path = self._chance.choice(known)
        self._done.clear()
        self._people.clear()
        self._merges.clear()
        return "restore", path.name, lambda: self._record.restore(path)

    def _erase(self, name: str) -> tuple[str, str, Callable[[], object]]:
        if not self._people:
            return self._strike(name)
        who = self._people.pop(0)
        self._done = [action for action in self._done if f"m{action}" != who]
        told = _entry(f"{name}{_DELETION}", name, EntryKind.ERASED, member=who, name="")
        return "erase", f"{name}/{who}", lambda: self._record.erase([who], [told])


def after(state: State, kind: str, name: str, backups: dict[str, State]) -> State:
    """The state that a deed leaves behind; who was deleted stays so also where the record goes back."""
    if kind == "restore":
        told = {entry for entry in state.entries if entry.endswith(_DELETION)}
        then = backups[name]
        return replace(then, entries=then.entries | told, erased=then.erased | state.erased)
    added: set[str] = set()
    match kind:
        case "strike":
            added = {f"{name}.1", f"{name}.2"}
        case "import":
            added = {entry.id for entry in imported(name)}
        case "undo":
            added = {f"{name}.u"}
        case "many":
            added = {f"{name}.{i}" for i in (1, 2, 3)}
            state = replace(state, setting=name)
        case "merge":
            added = {entry.id for entry in merged(name)}
        case "unmerge":
            name, target = name.split("/")
            added = {f"{name}.w"}
            state = replace(state, entries=state.entries - {entry.id for entry in merged(target)})
        case "erase":
            name, who = name.split("/")
            added = {f"{name}{_DELETION}"}
            state = replace(state, erased=state.erased | {who})
    return replace(state, entries=state.entries | added)


def names(round_number: int) -> Iterator[str]:
    """A name for each deed of a round."""
    return (f"r{round_number}n{number}" for number in count())
