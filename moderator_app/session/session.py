"""The session: one open data folder, its groups, members and notices, and all that is done to them.

Reading methods never write, `check` above all. Each writing method returns a Change and tells it
to every subscriber; what it answers is on the disk.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from moderator_app.core.message import Message, Role
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member
from moderator_app.core.rules.examples import ExampleResult
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.text.system_lines import Join
from moderator_app.core.wording import Reason
from moderator_app.session import conversation, library
from moderator_app.session.deeds import Deeds
from moderator_app.session.desk import Desk
from moderator_app.session.exchange.desk import Exchange
from moderator_app.session.housekeeping import Housekeeping
from moderator_app.session.joining import Joining
from moderator_app.session.log import Log
from moderator_app.session.memory import bare, remarks_against, remarks_of
from moderator_app.session.notice_part import NoticePart
from moderator_app.session.people import PeopleDesk
from moderator_app.session.process.desk import ProcessDesk
from moderator_app.session.rules import RuleDesk
from moderator_app.session.settings import Settings, SettingValue
from moderator_app.session.types import (
    Case,
    Change,
    JoinPreview,
    MemberRow,
    RecordRow,
    RulebookInfo,
    Template,
)
from moderator_app.session.undoing import Undoing
from moderator_app.session.upkeep import Upkeep
from moderator_app.storage.help import help_page
from moderator_app.storage.work import Progress


def _new_id() -> str:
    return os.urandom(16).hex()


class Session(NoticePart):
    """What the window and the command line talk to; `open` makes one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._deeds = Deeds(desk)
        self._keeping = Housekeeping(desk)
        self._joining = Joining(desk)
        self._undoing = Undoing(desk)
        self.rules = RuleDesk(desk, self._undoing.undo_action)
        """Where the rules are edited, tried on what was said, and decided case by case."""
        self.exchange = Exchange(desk, self._undoing.undo_action)
        """Where two moderators' records are brought together, and all is written out and read in."""
        self.log = Log(desk, self._undoing)
        """Where the whole record is searched, and any action taken back."""
        self.upkeep = Upkeep(desk)
        """Where backups are made and gone back to, and a person's data deleted."""
        self.process = ProcessDesk(desk)
        """Where steps are taken and agreed on: removals, appeals, reports, fines, tasks, the blocklist."""
        self.people = PeopleDesk(desk, self.process)
        """Where lists of members are read and written, name cards kept in order, the silent found."""
        self.process.look_after(self.people)

    @classmethod
    def open(
        cls,
        data_dir: Path | None = None,
        *,
        write: bool = True,
        now: Callable[[], datetime] = datetime.now,
        new_id: Callable[[], str] = _new_id,
    ) -> Self:
        """Open a data folder, made ready where it is empty; raises Busy where another writes to it.

        With `write` False nothing is locked and nothing is written.
        """
        return cls(Desk.open(data_dir, write=write, now=now, new_id=new_id))

    def close(self) -> None:
        """Let go of the data folder; another program may write to it then."""
        self._desk.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def data_dir(self) -> Path:
        """The folder that holds everything of this session."""
        return self._desk.data_dir

    @property
    def problems(self) -> list[Reason]:
        """What was found broken so far and worked around: files, clauses, the user's notices."""
        return self._desk.problems()

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call `callback` after every change; the function that comes back ends that."""
        return self._desk.subscribe(callback)

    def read_ahead(self) -> bool:
        """Read a piece of the record, some milliseconds long; False once all of it is read.

        What needs the whole record does the same at once: whoever has idle time spares the first one that.
        """
        return self._desk.record.read_ahead()

    def backup(self) -> Path:
        """Make a backup of the whole data folder now, and say where it is."""
        return self._desk.backup()

    # ---- groups and rulebooks

    def groups(self) -> tuple[Group, ...]:
        """Every group, in the order in which they were added."""
        return self._desk.groups()

    @property
    def group(self) -> Group:
        """The current group."""
        return self._desk.group()

    def choose_group(self, group_id: str) -> Change:
        """Make another group the current one."""
        return self._keeping.choose_group(group_id)

    def add_group(self, group_id: str, title: str, rulebook: str, *, linked_free_group: str = "") -> Change:
        """Add a group that follows `rulebook`; without an id it gets one made of the rulebook's."""
        return self._keeping.add_group(group_id, title, rulebook, linked_free_group)

    def edit_group(self, group_id: str, **fields: str) -> Change:
        """Change title, owner, linked_free_group, rulebook or hours of a group; "" empties a field."""
        return self._keeping.edit_group(group_id, fields)

    def rulebook(self, group: str | None = None) -> Rulebook:
        """The rulebook of a group (its id, or a rulebook's own id), the current one's by default."""
        return self._desk.library.rulebook_of(self._desk.group(group))

    def rulebooks(self) -> tuple[RulebookInfo, ...]:
        """Every rulebook that a group can follow."""
        return self._desk.library.infos()

    def rulebooks_in_use(self) -> tuple[RulebookInfo, ...]:
        """The rulebooks that groups follow, and the user's own."""
        return self._desk.library.infos({group.rulebook for group in self.groups()})

    def templates(self) -> tuple[Template, ...]:
        """The kinds of groups to choose from when one is added: only the heads of their rulebooks."""
        return self._desk.library.templates()

    def run_examples(self, rulebook_id: str | None = None) -> tuple[ExampleResult, ...]:
        """Run the examples of every clause of a rulebook, the current group's by default."""
        return self._desk.library.run_examples(rulebook_id or self.group.rulebook)

    def validate(self, path: Path) -> tuple[Rulebook, tuple[Reason, ...]]:
        """Read any rulebook, or changes to one, and run its examples; BadInput where that fails."""
        rulebook = self._desk.library.validate(path)
        return rulebook, tuple(map(library.problem_reason, rulebook.problems))

    # ---- checking

    def check(
        self,
        text: str,
        *,
        group: str | None = None,
        member: str | None = None,
        role: Role | None = None,
        strikes: int | None = None,
        at: datetime | None = None,
        before: Sequence[Message] = (),
        codes: Sequence[str] = (),
    ) -> Case:
        """Judge copied text; writes nothing, whatever happens.

        `text` may be a transcript: each message is judged with those before it as its context, the
        worst speaks for all, and its `conversation` holds the rest. `member` (an id or a name),
        `role`, `strikes` and `at` are of a single message; role and strikes stand in for what the
        roster says. `codes` is what QR and bar codes in a picture beside the text say.
        """
        steps = conversation.check(
            self._desk,
            text,
            group=group,
            member=member,
            role=role,
            strikes=strikes,
            at=at,
            before=before,
            codes=codes,
        )
        return conversation.finished(steps)

    def check_in_steps(self, text: str, *, codes: Sequence[str] = ()) -> conversation.Steps:
        """The same in slices for who must not be kept waiting: one step a message, then the case.

        Nothing is judged before the first `next`; to let go of the steps ends the check.
        """
        return conversation.check(
            self._desk,
            text,
            group=None,
            member=None,
            role=None,
            strikes=None,
            at=None,
            before=(),
            codes=codes,
        )

    def case_for_member(self, case: Case, member: str | None) -> Case:
        """The same case for another member (id, name, or None for nobody): ladder and texts follow."""
        return conversation.for_member(self._desk, case, member)

    def remember(self, case: Case) -> None:
        """Keep what was checked in the group's history, and who was heard, beside the record.

        A check itself never does. Nothing is raised: where the disk refuses, `problems` tells it once.
        """
        own = set(map(bare, self._desk.own_notices()))
        remarks = [remark for remark in remarks_of(case) if bare(remark.message.text) not in own]
        self._desk.memory.remember(case.group.id, remarks)
        self.people.heard(remarks)

    def pass_(self, case: Case) -> None:
        """The moderator lets a finding be: its message is known as passed from now on."""
        self._desk.memory.let_pass(case.group.id, remarks_against(case))

    # ---- what was done

    def strike(self, case: Case, notice: str = "", *, member: str | None = None) -> Change:
        """Record a strike for the case's member, and the notice that was given with it.

        `member` is an id, or a name, which is added where nobody has it.
        """
        return self._deeds.strike(case, notice, member)

    def strike_all(self, cases: Sequence[Case], notice: str = "") -> Change:
        """Record a strike for each person in `cases` and one notice for all of them, as one action."""
        return self._deeds.strike_all(cases, notice)

    def strike_by_name(
        self,
        name: str,
        *,
        rules: Sequence[str] = (),
        message: str = "",
        notice: str = "",
        group: str | None = None,
    ) -> Change:
        """Record a strike without a check, as the command line does."""
        return self._deeds.strike_by_name(name, tuple(rules), message, notice, group)

    def note_notice(
        self, notice: str, member: str | None = None, *, case: Case | None = None, group: str | None = None
    ) -> Change:
        """Remember that a notice was given without a strike; `member` may be empty."""
        return self._deeds.note_notice(notice, member, case, group)

    def void(self, strike_id: str, reason: str) -> Change:
        """Let a strike count no longer; it stays in the record with the reason."""
        return self._deeds.void(strike_id, reason)

    def undo(self, progress: Progress | None = None) -> Change:
        """Take back what was done last; a step on the whole record tells `progress` how far that is."""
        return self._undoing.undo(progress)

    def undoable(self) -> Change | None:
        """What `undo` would take back now."""
        return self._undoing.undoable()

    def elsewhere(self, change: Change) -> Group | None:
        """The group that an action was done in, where it is another one than the current.

        None too for what belongs to no group, and for what names its group itself.
        """
        return self._undoing.elsewhere(change)

    # ---- who came

    def join(self, joins: Sequence[Join], group: str | None = None) -> JoinPreview:
        """What join lines mean for the roster, with the one welcome for all; nothing is written."""
        return self._joining.preview(joins, group)

    def welcome(self, joins: Sequence[Join], group: str | None = None) -> Change:
        """Add the new members, keep who let them in, and note the welcome: one action, one undo."""
        return self._joining.welcome(joins, group)

    # ---- members

    def add_member(self, name: str, *, group: str | None = None, **fields: object) -> Change:
        """Add a member; `fields` are those of Member (card, aliases, role, status …)."""
        return self._keeping.add_member(name, group, fields)

    def edit_member(self, member_id: str, **fields: object) -> Change:
        """Change fields of a member."""
        return self._keeping.edit_member(member_id, fields)

    def remove_member(self, member_id: str) -> Change:
        """Take a member off the list; the record keeps what was done."""
        return self._keeping.remove_member(member_id)

    def members(self, group: str | None = None) -> list[MemberRow]:
        """All members of a group with their strikes, by name."""
        return self._desk.roster.rows(self._desk.group(group))

    def search(self, query: str, group: str | None = None) -> list[MemberRow]:
        """The members that fit `query` (name, alias, card, pinyin), best first; all for ""."""
        return self._desk.roster.search(query, self._desk.group(group))

    def member(self, member: str, group: str | None = None) -> Member:
        """The member with this id, or of this name; NotFound or Ambiguous where that fails."""
        return self._desk.roster.find(member, self._desk.group(group))

    def row(self, member_id: str) -> MemberRow:
        """A member with the strikes as they stand today."""
        return self._desk.roster.row(member_id)

    def record(self, member_id: str) -> list[RecordRow]:
        """A member's record, newest first; undone actions are not in it."""
        return self._desk.roster.record_of(member_id)

    def help_page(self, language: str) -> str:
        """The help in Markdown, in `language` ("zh_CN" or "en")."""
        return help_page(language)

    # ---- settings

    @property
    def settings(self) -> Settings:
        """All settings."""
        return self._desk.settings()

    def setting(self, name: str) -> SettingValue:
        """One setting by name."""
        return self._desk.settings().get(name)

    def set_setting(self, name: str, value: SettingValue) -> Change:
        """Change a setting; BadInput where the value is not allowed."""
        return self._keeping.set_setting(name, value)
