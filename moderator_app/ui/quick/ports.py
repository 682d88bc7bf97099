"""What the quick check needs of the session, the clipboard and the desktop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from moderator_app.core.notices.notice import Notice
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Action
from moderator_app.core.text.system_lines import Join
from moderator_app.session.conversation import Steps
from moderator_app.session.process.types import Following, Todo
from moderator_app.session.rules import Backtest, Progress
from moderator_app.session.types import Case, Change, JoinPreview, LastNotice, MemberRow, RecordRow
from moderator_app.system.clipboard import ClipboardContent
from moderator_app.system.pictures import Source


class RulePort(Protocol):
    """What is decided of single messages; `moderator_app.session.rules.RuleDesk` has it."""

    def misjudged(self, case: Case, rule: str = "") -> Change: ...  # noqa: D102
    def violation(self, case: Case, rule: str) -> Change: ...  # noqa: D102
    def also_flags(  # noqa: D102
        self, case: Case, rule: str, *, progress: Progress | None = None
    ) -> Backtest: ...


class ProcessPort(Protocol):
    """What goes beyond a strike; `moderator_app.session.process.ProcessDesk` has it."""

    def following(self, strike_id: str) -> Following | None: ...  # noqa: D102
    def take(  # noqa: D102
        self,
        member_id: str,
        action: Action,
        *,
        reason: str = "",
        strike: str = "",
        days: int | None = None,
        amount: str = "",
        packet: bool = False,
    ) -> Change: ...
    def about(self, member_id: str) -> Todo: ...  # noqa: D102
    def appeal(self, strike_id: str, text: str) -> Change: ...  # noqa: D102
    def report(  # noqa: D102
        self,
        member: str,
        *,
        text: str = "",
        pictures: Sequence[Path | bytes] = (),
        reporter: str = "",
        group: str | None = None,
    ) -> Change: ...
    def carry_out(self, proposal_ids: Sequence[str]) -> Change: ...  # noqa: D102


class CheckSession(Protocol):
    """The part of the session that checks and records; `moderator_app.session.Session` has it."""

    @property
    def group(self) -> Group: ...  # noqa: D102 - as in the session

    @property
    def last_notice(self) -> LastNotice | None: ...  # noqa: D102

    @property
    def rules(self) -> RulePort: ...  # noqa: D102

    @property
    def process(self) -> ProcessPort: ...  # noqa: D102

    def groups(self) -> tuple[Group, ...]: ...  # noqa: D102
    def choose_group(self, group_id: str) -> Change: ...  # noqa: D102
    def rulebook(self, group: str | None = None) -> Rulebook: ...  # noqa: D102
    def check(self, text: str, *, codes: Sequence[str] = ()) -> Case: ...  # noqa: D102
    def check_in_steps(self, text: str, *, codes: Sequence[str] = ()) -> Steps: ...  # noqa: D102
    def case_for_member(self, case: Case, member: str | None) -> Case: ...  # noqa: D102
    def remember(self, case: Case) -> None: ...  # noqa: D102
    def pass_(self, case: Case) -> None: ...  # noqa: D102
    def join(self, joins: Sequence[Join], group: str | None = None) -> JoinPreview: ...  # noqa: D102
    def welcome(self, joins: Sequence[Join], group: str | None = None) -> Change: ...  # noqa: D102
    def notice(self, notice: str, group: str | None = None) -> Notice: ...  # noqa: D102
    def notice_text(  # noqa: D102
        self, notice: str, member: str | None = None, *, case: Case | None = None, group: str | None = None
    ) -> str: ...
    def notice_text_for_all(self, cases: Sequence[Case], notice: str) -> str: ...  # noqa: D102
    def strike_all(self, cases: Sequence[Case], notice: str = "") -> Change: ...  # noqa: D102
    def strike(self, case: Case, notice: str = "", *, member: str | None = None) -> Change: ...  # noqa: D102
    def note_notice(  # noqa: D102
        self, notice: str, member: str | None = None, *, case: Case | None = None
    ) -> Change: ...
    def remember_copied(  # noqa: D102
        self, notice: str, text: str, member: str = "", group: str | None = None
    ) -> None: ...
    def own_notice(self, text: str) -> LastNotice | None: ...  # noqa: D102
    def undo(self) -> Change: ...  # noqa: D102
    def undoable(self) -> Change | None: ...  # noqa: D102
    def search(self, query: str) -> Sequence[MemberRow]: ...  # noqa: D102
    def row(self, member_id: str) -> MemberRow: ...  # noqa: D102
    def record(self, member_id: str) -> Sequence[RecordRow]: ...  # noqa: D102
    def member(self, member: str) -> Member: ...  # noqa: D102


class ClipboardPort(Protocol):
    """The clipboard; `moderator_app.system.clipboard.Clipboard` has it."""

    def read(self) -> ClipboardContent: ...  # noqa: D102
    def pictures(self) -> tuple[Source, ...]: ...  # noqa: D102
    def write(self, text: str, done: Callable[[bool], None]) -> None: ...  # noqa: D102
    def restore(  # noqa: D102
        self, before: ClipboardContent, written: str, done: Callable[[bool], None]
    ) -> None: ...


class ForegroundPort(Protocol):
    """Who was in front; `moderator_app.system.foreground.Foreground` has it."""

    def remember(self) -> None: ...  # noqa: D102
    def give_back(self) -> bool: ...  # noqa: D102
    def take(self, window: int) -> bool: ...  # noqa: D102


class NobodyInFront:
    """For tests and desktops that give the focus back by themselves."""

    def remember(self) -> None:
        """Nothing to note."""

    def give_back(self) -> bool:
        """Left to the desktop."""
        return False

    def take(self, window: int) -> bool:
        """Left to Qt."""
        return False
