"""The whole record as its reader sees it: searched, and taken back action by action."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from operator import is_
from typing import TYPE_CHECKING

from moderator_app.core.roster.actions import Actions, TextIndex
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import in_order
from moderator_app.core.roster.undo import Dependence
from moderator_app.core.wording import Reason
from moderator_app.session.actions import rulebook_of
from moderator_app.session.labels import label_of, main_entry
from moderator_app.session.types import Change

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk
    from moderator_app.session.undoing import Undoing

_A_DAY = timedelta(days=1)

_Fits = Callable[[Sequence[Entry]], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One user action in the record.

    `entry` is the entry that it was about and `entries` are all of it, in order; `label` names it.
    `undone` is the entry that took it back. `undoable` tells whether `undo` takes it back now;
    where it does not, `why` says what stands in the way.
    """

    entry: Entry
    entries: tuple[Entry, ...]
    label: Reason
    undone: Entry | None = None
    undoable: bool = False
    why: Reason | None = None

    @property
    def action(self) -> str:
        """The id of the action, which `undo` takes."""
        return self.entry.action


class _Book:
    """The ledger as it was read last: by action, by words, and what hangs on what."""

    def __init__(self, text_of: Callable[[Sequence[Entry]], str]) -> None:
        self.read: tuple[Entry, ...] = ()
        self.actions = Actions()
        self.texts = TextIndex(self.actions, text_of)
        self.dependence = Dependence()

    def goes_on_in(self, entries: Sequence[Entry]) -> bool:
        """Whether these are the entries that were read, and perhaps more after them."""
        return len(entries) >= len(self.read) and all(map(is_, self.read, entries))

    def take_in(self, entries: tuple[Entry, ...]) -> None:
        """Read what came since."""
        new = entries[len(self.read) :]
        self.read = entries
        self.actions.add(new)
        self.dependence.add(new)


class Log:
    """Searches the ledger, and takes any of its actions back."""

    def __init__(self, desk: Desk, undoing: Undoing) -> None:
        self._desk = desk
        self._undoing = undoing
        self._titles: dict[tuple[str, str], str] = {}
        self._book = _Book(self._text_of)

    def search(
        self,
        query: str = "",
        *,
        group: str | None = None,
        member: str | None = None,
        rule: str = "",
        kind: EntryKind | None = None,
        since: date | datetime | None = None,
        until: date | datetime | None = None,
        limit: int = 200,
    ) -> tuple[LogRow, ...]:
        """The actions that fit, newest first; those taken back are there too, marked.

        `query` is looked for in names, messages, notices, reasons, clauses (id and title), dates and
        the moderators' names; of several words all must be found. `group` None means all groups,
        `member` is an id, `until` is the last day (or moment) that counts.
        """
        book = self._opened()
        fits = self._filter(
            group=group, member=member, rule=rule, kind=kind, since=_since(since), until=_until(until)
        )
        found = (done for done in book.texts.find(query.lower().split()) if fits(done))
        return tuple(self._row(done, book.dependence) for done in islice(found, limit))

    def prepare(self) -> bool:
        """Make a piece of the index ready, which takes a few milliseconds; False once all is.

        A search does the same for what it needs: whoever has idle time spares the first one that.
        """
        return self._opened().texts.prepare()

    def undoables(self, limit: int = 20, *, older: bool = False) -> tuple[LogRow, ...]:
        """What can be taken back, newest first: of the last day, with `older` of any time."""
        rows = self._rows_of_all() if older else self._rows_of_last_day()
        return tuple(islice((row for row in rows if row.undoable), limit))

    def _rows_of_all(self) -> Iterator[LogRow]:
        book = self._opened()
        return (self._row(done, book.dependence) for done in book.actions.newest_first())

    def _rows_of_last_day(self) -> Iterator[LogRow]:
        """Without reading the whole ledger: what a later entry hangs on is no older than it."""
        recent = self._desk.record.recent(self._desk.now() - _A_DAY, own=True)
        later = Dependence(self._desk.record.recent(self._desk.now() - _A_DAY))
        return (self._row(done, later) for done in Actions(reversed(recent)).newest_first())

    def undo(self, action_id: str) -> Change:
        """Take one action back, whatever was done since; Refused where a later one hangs on it."""
        return self._undoing.undo_action(action_id)

    # ---- reading

    def _opened(self) -> _Book:
        entries = self._desk.record.all_entries()
        if not self._book.goes_on_in(entries):
            self._book = _Book(self._text_of)
        self._book.take_in(entries)
        return self._book

    def _row(self, done: Sequence[Entry], dependence: Dependence) -> LogRow:
        entries = tuple(in_order(done))
        why = self._undoing.obstacle(entries, dependence)
        return LogRow(
            entry=main_entry(entries),
            entries=entries,
            label=label_of(entries, rulebook_of(self._desk, entries[0].group)),
            undone=dependence.undone.get(entries[0].action),
            undoable=why is None,
            why=why,
        )

    def _filter(
        self,
        *,
        group: str | None,
        member: str | None,
        rule: str,
        kind: EntryKind | None,
        since: datetime | None,
        until: datetime | None,
    ) -> _Fits:
        """Whether one entry of an action is all of what is given."""
        ids = self._desk.record.identity.ids(member) if member else ()
        wanted: list[Callable[[Entry], bool]] = []
        if group:
            wanted.append(lambda entry: entry.group == group)
        if member:
            wanted.append(lambda entry: entry.member in ids)
        if rule:
            wanted.append(lambda entry: rule in entry.rules)
        if kind:
            wanted.append(lambda entry: entry.kind is kind)
        if since:
            wanted.append(lambda entry: entry.at.replace(tzinfo=None) >= since)
        if until:
            wanted.append(lambda entry: entry.at.replace(tzinfo=None) <= until)
        return lambda done: not wanted or any(all(test(entry) for test in wanted) for entry in done)

    # ---- what an action is found by

    def _text_of(self, done: Sequence[Entry]) -> str:
        parts = dict.fromkeys(part for entry in done for part in self._words_of(entry) if part)
        return "\n".join(parts)

    def _words_of(self, entry: Entry) -> Iterator[str]:
        yield f"{entry.at:%Y-%m-%d} {entry.at.month}月{entry.at.day}日"
        yield from (entry.name, entry.message, entry.notice, entry.reason, entry.moderator, entry.amount)
        for state in (entry.before, entry.after):
            if state:
                yield from (state.name, state.card, *state.aliases)
        yield from (self._title(entry.group, rule) for rule in entry.rules)
        yield from (entry.was, entry.now)

    def _title(self, group: str, rule: str) -> str:
        """A clause by id and title, as its rulebook calls it when it is first asked for."""
        if (group, rule) not in self._titles:
            rulebook = rulebook_of(self._desk, group)
            clause = rulebook.clause(rule) if rulebook else None
            names: Iterable[str] = (clause.title.zh, clause.title.en) if clause else ()
            self._titles[group, rule] = " ".join((rule, *names))
        return self._titles[group, rule]


def _since(moment: date | datetime | None) -> datetime | None:
    if moment is None or isinstance(moment, datetime):
        return moment and moment.replace(tzinfo=None)
    return datetime.combine(moment, time.min)


def _until(moment: date | datetime | None) -> datetime | None:
    if moment is None or isinstance(moment, datetime):
        return moment and moment.replace(tzinfo=None)
    return datetime.combine(moment, time.max)
