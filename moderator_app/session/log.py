"""The whole record as its reader sees it: searched, and taken back action by action."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from operator import is_
from typing import TYPE_CHECKING

from moderator_app.core.roster.actions import EVER, Actions, Between, TextIndex
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import in_order
from moderator_app.core.roster.undo import Dependence
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.wording import Reason
from moderator_app.session.actions import rulebook_of
from moderator_app.session.labels import belongs_to_group, concerns, label_of, main_entry
from moderator_app.session.types import Change
from moderator_app.storage.work import Progress

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk
    from moderator_app.session.undoing import Undoing

_A_DAY = timedelta(days=1)


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
    def belongs_to_group(self) -> bool:
        """Whether it was done in a group, and not to the settings, the groups, or the whole record."""
        return belongs_to_group(self.label)

    @property
    def action(self) -> str:
        """The id of the action, which `undo` takes."""
        return self.entry.action


class _Book:
    """The ledger as it was read last: by action, by words, and what hangs on what."""

    def __init__(self, text_of: Callable[[Sequence[Entry]], str]) -> None:
        self.version = -1
        self.read: tuple[Entry, ...] = ()
        self.actions = Actions()
        self.texts = TextIndex(self.actions, text_of)
        self.dependence = Dependence()
        self.rows: dict[str, LogRow] = {}

    def goes_on_in(self, entries: Sequence[Entry]) -> bool:
        """Whether these are the entries that were read, and perhaps more after them."""
        return len(entries) >= len(self.read) and all(map(is_, self.read, entries))

    def take_in(self, entries: tuple[Entry, ...]) -> None:
        """Read what came since."""
        new = entries[len(self.read) :]
        self.read = entries
        self.actions.add(new)
        self.dependence.add(new)
        self.rows.clear()


class Log:
    """Searches the ledger, and takes any of its actions back."""

    def __init__(self, desk: Desk, undoing: Undoing) -> None:
        self._desk = desk
        self._undoing = undoing
        self._titles: dict[tuple[str, str], str] = {}
        self._rulebooks: dict[str, Rulebook | None] = {}
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
        the moderators' names; of several words all must be found. `group` None means all groups; what
        was done to the settings or the whole record belongs to each. `member` is an id, `until` is the
        last day (or moment) that counts.
        """
        book, words = self._opened(), query.lower().split()
        between = _moment(since, time.min, EVER[0]), _moment(until, time.max, EVER[1])
        ids = self._desk.record.identity.ids(member) if member else frozenset()
        fits = _filter(group=group, members=ids, rule=rule, kind=kind, between=between)
        if words:
            found = book.texts.find(words, between)
        elif ids or rule or kind:
            found = book.actions.holding(ids or (rule or str(kind),))
        else:
            found = book.actions.all(between)
        return tuple(self._known_row(done, book) for done in islice(filter(fits, found), limit))

    def _known_row(self, done: Sequence[Entry], book: _Book) -> LogRow:
        action = done[0].action
        if action not in book.rows:
            book.rows[action] = self._row(done, book.dependence)
        return book.rows[action]

    def prepare(self) -> bool:
        """Make a piece of the index ready, which takes a few milliseconds; False once all is.

        A search does the same for what it needs: whoever has idle time spares the first one that.
        """
        book = self._opened()
        return book.actions.prepare() or book.texts.prepare()

    def undoables(self, limit: int = 20, *, older: bool = False) -> tuple[LogRow, ...]:
        """What can be taken back, newest first: of the last day, with `older` of any time."""
        rows = self._rows_of_all() if older else self._rows_of_last_day()
        return tuple(islice((row for row in rows if row.undoable), limit))

    def _rows_of_all(self) -> Iterator[LogRow]:
        book = self._opened()
        return (self._known_row(done, book) for done in book.actions.all())

    def _rows_of_last_day(self) -> Iterator[LogRow]:
        """Without reading the whole ledger: what a later entry hangs on is no older than it."""
        recent = self._desk.record.recent(self._desk.now() - _A_DAY, own=True)
        later = Dependence(self._desk.record.recent(self._desk.now() - _A_DAY))
        return (self._row(done, later) for done in Actions(reversed(recent)).all())

    def undo(self, action_id: str, *, with_later: bool = False, progress: Progress | None = None) -> Change:
        """Take one action back, whatever was done since; Refused where a later one hangs on it.

        What `goes_along` with it is taken back as well, but only `with_later`; else it is Refused.
        """
        return self._undoing.undo_action(action_id, with_later=with_later, progress=progress)

    def goes_along(self, action_id: str) -> tuple[Reason, ...]:
        """The steps that were taken since and go with an action, newest first.

        Only going to a backup takes any along: to undo a restore, or the import of a whole record.
        """
        return self._undoing.goes_along(action_id)

    # ---- reading

    def _opened(self) -> _Book:
        """The book, with what came since it was read."""
        if self._book.version != self._desk.version:
            entries = self._desk.record.all_entries()
            if not self._book.goes_on_in(entries):
                self._book = _Book(self._text_of)
            self._book.take_in(entries)
            self._book.version = self._desk.version
            self._rulebooks.clear()
        return self._book

    def _row(self, done: Sequence[Entry], dependence: Dependence) -> LogRow:
        entries = tuple(in_order(done))
        why = self._undoing.obstacle(entries, dependence)
        return LogRow(
            entry=main_entry(entries),
            entries=entries,
            label=label_of(entries, self._rulebook(entries[0].group) if _names_clauses(entries) else None),
            undone=dependence.undone.get(entries[0].action),
            undoable=why is None,
            why=why,
        )

    def _rulebook(self, group: str) -> Rulebook | None:
        """The rulebook of a group, looked up once while nothing changes."""
        if group not in self._rulebooks:
            self._rulebooks[group] = rulebook_of(self._desk, group)
        return self._rulebooks[group]

    # ---- what an action is found by

    def _text_of(self, done: Sequence[Entry]) -> str:
        parts: list[str] = []
        for entry in done:
            at = entry.at
            parts += (at.isoformat()[:10], f"{at.month}月{at.day}日", entry.name, entry.message, entry.notice)
            parts += (entry.reason, entry.moderator, entry.amount, entry.was, entry.now)
            parts += [self._title(entry.group, rule) for rule in entry.rules]
            for state in (entry.before, entry.after):
                if state:
                    parts += (state.name, state.card, *state.aliases)
        return "\n".join(parts)

    def _title(self, group: str, rule: str) -> str:
        """A clause by id and title, as its rulebook calls it when it is first asked for."""
        if (group, rule) not in self._titles:
            rulebook = self._rulebook(group)
            clause = rulebook.clause(rule) if rulebook else None
            names: Iterable[str] = (clause.title.zh, clause.title.en) if clause else ()
            self._titles[group, rule] = " ".join((rule, *names))
        return self._titles[group, rule]


def _names_clauses(entries: Sequence[Entry]) -> bool:
    return any(entry.rules for entry in entries)


def _filter(
    *, group: str | None, members: frozenset[str], rule: str, kind: EntryKind | None, between: Between
) -> Callable[[Sequence[Entry]], bool]:
    """Whether one entry of an action is all of what is given."""
    since, until = between

    def fits(entry: Entry) -> bool:
        return (
            (not group or entry.group == group or concerns(entry, group))
            and (not members or entry.member in members)
            and (not rule or rule in entry.rules)
            and (not kind or entry.kind is kind)
            and since <= entry.at.replace(tzinfo=None) <= until
        )

    return lambda done: any(map(fits, done))


def _moment(given: date | datetime | None, clock: time, otherwise: datetime) -> datetime:
    """A moment as the clock on the wall shows it; a day is its first or its last."""
    if isinstance(given, datetime):
        return given.replace(tzinfo=None)
    return datetime.combine(given, clock) if given else otherwise
