"""One copied conversation while it is handled: whom it charges, what was done, and who is next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum

from moderator_app.core.message import Kind, Message
from moderator_app.core.roster.names import plain
from moderator_app.core.rules.verdict import Level, Verdict
from moderator_app.core.text.system_lines import Join
from moderator_app.session.types import Case
from moderator_app.ui.quick.acting import Done


class RowKind(Enum):
    """What a row of the list stands for."""

    PERSON = "one person with what they wrote"
    JOINS = "who joined the group"
    REST = "those who wrote nothing wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One who is charged or in doubt; `key` tells them from others in the text, `done` is what was done."""

    key: str
    case: Case
    done: Done | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One message of the conversation with its verdict; `key` as in Person."""

    key: str
    message: Message
    verdict: Verdict


class Round:
    """The rows are the people, worst first, then who joined, then the rest; `row` is the chosen one."""

    def __init__(self, text: str, case: Case, *, trial: bool = False) -> None:
        """`trial` is a check of which nothing is to be kept."""
        told = case.conversation
        self.text, self.case, self.trial = text, case, trial
        alone = () if case.verdict.level is Level.OK else (case,)
        self.people = [
            Person(key=_key(each.member.id if each.member else "", each.message), case=each)
            for each in told.offenders or alone
        ]
        self.joins: tuple[Join, ...] = told.joins
        self.joined: Done | None = None
        self._deeds: list[Done] = []
        self.row = 0
        self.said = [
            Said(key=_key(member, message), message=message, verdict=verdict)
            for message, verdict, member in zip(told.messages, told.verdicts, told.members, strict=True)
            if message.kind is not Kind.SYSTEM
        ]

    # ---- rows

    @property
    def kinds(self) -> list[RowKind]:
        """What each row is."""
        rows = [RowKind.PERSON] * len(self.people)
        return [*rows, *[RowKind.JOINS] * bool(self.joins), *[RowKind.REST] * bool(self.rest)]

    @property
    def kind(self) -> RowKind | None:
        """What the chosen row is; None where there is no row."""
        kinds = self.kinds
        return kinds[self.row] if self.row < len(kinds) else None

    @property
    def person(self) -> Person | None:
        """The chosen person."""
        return self.people[self.row] if self.row < len(self.people) else None

    @property
    def listed(self) -> bool:
        """Whether there is more than one thing to tell apart, so that the rows must be seen."""
        return len(self.people) + bool(self.joins) > 1 or (bool(self.joins) and bool(self.rest))

    @property
    def is_talk(self) -> bool:
        """Whether more than one message was copied."""
        return len(self.said) > 1

    @property
    def rest(self) -> list[Said]:
        """What those wrote who did nothing wrong."""
        charged = {person.key for person in self.people}
        return [said for said in self.said if said.key not in charged] if self.people or self.joins else []

    def choose(self, row: int) -> None:
        """Choose a row; outside of the list the nearest one."""
        self.row = max(0, min(row, len(self.kinds) - 1))

    # ---- what is left to do

    @property
    def pending(self) -> list[Person]:
        """Those with whom nothing was done yet."""
        return [person for person in self.people if person.done is None]

    @property
    def handled(self) -> int:
        """With how many people something was done."""
        return len(self.people) - len(self.pending)

    @property
    def left(self) -> int:
        """How many rows still ask for something."""
        return len(self.pending) + (bool(self.joins) and self.joined is None)

    def go_on(self) -> bool:
        """Choose the next row that asks for something, from the chosen one on; False where none does."""
        count = len(self.people) + bool(self.joins)
        for step in range(count):
            row = (self.row + step) % count
            done = self.people[row].done if row < len(self.people) else self.joined
            if done is None:
                self.row = row
                return True
        return False

    @property
    def deeds(self) -> list[Done]:
        """What was done and still holds, in order."""
        return list(self._deeds)

    @property
    def latest(self) -> Done | None:
        """What was done last of what still holds."""
        return self._deeds[-1] if self._deeds else None

    def count(self, level: Level) -> int:
        """How many people are of that level."""
        return sum(person.case.verdict.level is level for person in self.people)

    @property
    def accused(self) -> list[Case]:
        """Whom one notice for all would go to: broken rules, nothing done yet, and a known name."""
        return [
            person.case
            for person in self.pending
            if person.case.verdict.level is Level.VIOLATION
            and (person.case.member or (person.case.sender and not person.case.candidates))
        ]

    # ---- what changes

    def update(self, case: Case) -> None:
        """The chosen person is somebody else than was thought."""
        if self.person is not None:
            self.people[self.row] = replace(self.people[self.row], case=case)

    def note(self, done: Done) -> None:
        """Something was done with those whom `done` names."""
        self._deeds.append(done)
        if done.act is not None or done.filed is not None:
            return  # a step after it, or something beside it: with whom is not what was done
        cases = done.cases or ((done.case,) if done.case else ())
        if not cases:
            self.joined = done
        known = {case.message.start: case for case in cases}  # as it stood then, whatever was read since
        self.people = [
            replace(person, done=done, case=known[person.case.message.start])
            if person.case.message.start in known
            else person
            for person in self.people
        ]

    def asked_for(self, done: Done) -> bool:
        """Whether that is a step which follows something that was done here."""
        changes = [deed.change for deed in self._deeds if deed.change is not None]
        strikes = {entry.id for change in changes for entry in change.entries}
        return done.act is not None and done.act.following.strike.id in strikes

    def take_back(self, done: Done) -> None:
        """It was undone: those rows ask for something again, and the first of them is chosen."""
        self._deeds = [deed for deed in self._deeds if not _same(deed, done)]
        rows = [row for row, person in enumerate(self.people) if _same(person.done, done)]
        for row in rows:
            self.people[row] = replace(self.people[row], done=None)
        if _same(self.joined, done):
            self.joined, rows = None, [*rows, len(self.people)]
        if rows:
            self.row = rows[0]

    def refresh(self, renew: Callable[[Case], Case]) -> None:
        """Let the cases that still ask for something be as the record now stands."""
        self.people = [
            person if person.done else replace(person, case=renew(person.case)) for person in self.people
        ]

    def goes_on(self, before: Round) -> bool:
        """Whether this is the same conversation once more."""
        return self.listed and self.text == before.text and self.case.group.id == before.case.group.id

    def holds(self, done: Done) -> bool:
        """Whether that was done with somebody of this conversation."""
        return any(_same(each, done) for each in (self.joined, *(person.done for person in self.people)))

    def resume(self, before: Round) -> None:
        """The same text again: what was done with it is still done."""
        done = {each.case.message.start: each for each in before.people if each.done}
        self.people = [
            replace(done[start], key=each.key) if (start := each.case.message.start) in done else each
            for each in self.people
        ]
        self.joined, self._deeds = before.joined, list(before._deeds)
        self.choose(before.row)

    # ---- the messages of one row

    def messages(self) -> list[Said]:
        """What the chosen person wrote, in order; the rest where that is chosen."""
        if self.kind is RowKind.REST:
            return self.rest
        person = self.person
        if person is None:
            return []
        return [said for said in self.said if said.key == person.key]

    def context(self) -> Said | None:
        """What the chosen person's first message follows: the need it answers, else what came before it."""
        mine = self.messages()
        if self.kind is not RowKind.PERSON or not mine:
            return None
        place = self.said.index(mine[0])
        needed = next(filter(None, map(_answered, mine)), None)
        if needed is not None:
            stated = (s for s in self.said[:place] if s.message.text.startswith(needed))
            if found := next(stated, None):
                return found
        before = self.said[place - 1] if place else None
        return before if before and before.verdict.level is Level.OK and before.message.text.strip() else None


def _answered(said: Said) -> str | None:
    """The beginning of the need that a message answers."""
    for finding in said.verdict.passed:
        if finding.reason.code == "passed.answer":
            return str(finding.reason.values["excerpt"]).removesuffix("…")
    return None


def _key(member: str, message: Message) -> str:
    """Who wrote it, as far as that can be told; where it cannot, each message is somebody's own."""
    return member or plain(message.sender) or f"#{message.start}"


def _same(mine: Done | None, other: Done) -> bool:
    """Whether two records tell of the same deed: the one taken back has another change."""
    if mine is None:
        return False
    return mine is other or (
        mine.case is other.case
        and mine.cases == other.cases
        and mine.offer is other.offer
        and mine.act is other.act
        and mine.filed is other.filed
    )


def told(rows: Iterable[Said]) -> tuple[int, int]:
    """How many of these messages are talk, and how many answer a need."""
    messages = list(rows)
    answers = sum(said.verdict.answers_need or _answered(said) is not None for said in messages)
    return len(messages) - answers, answers
