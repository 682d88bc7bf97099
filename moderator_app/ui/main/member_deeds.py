"""What can be done about one member, by where they stand: the button, the ⋯ menu, and the doing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from moderator_app.core.roster.member import Member, Status
from moderator_app.core.rules.verdict import Action
from moderator_app.i18n import translate
from moderator_app.session import Conflict
from moderator_app.ui.main.erase_question import EraseQuestion
from moderator_app.ui.main.member_dialogs import MemberQuestion, RemoveQuestion
from moderator_app.ui.main.member_links import LinkQuestion, SameQuestion
from moderator_app.ui.main.process_acting import MemberActs
from moderator_app.ui.main.process_answers import ReportQuestion, TaskQuestion
from moderator_app.ui.main.process_deals import Dealer
from moderator_app.ui.main.process_dialogs import (
    BlockQuestion,
    Deed,
    FineQuestion,
    LeaveQuestion,
    MetQuestion,
    RemovalQuestion,
    SuspendQuestion,
)
from moderator_app.ui.main.services import Services

SEPARATOR = ""
_AWAY = frozenset({Status.FREE_GROUP, Status.SUSPENDED, Status.REMOVED, Status.LEFT})


class MemberDeeds:
    """The deeds by name; `parent` is where questions are asked."""

    def __init__(self, services: Services, acts: MemberActs, dealer: Dealer, parent: QWidget) -> None:
        self._services, self._session = services, services.session
        self._acts, self._dealer, self._parent = acts, dealer, parent
        self._does: dict[str, Callable[[Member], object]] = {
            "move": self._move,
            "bring-back": lambda member: dealer.bring_back(member.id),
            "bring-home": self._bring_home,
            "edit": partial(self._ask, lambda m: MemberQuestion(self._session, m, "", parent)),
            "suspend": partial(self._ask, lambda m: SuspendQuestion(self._session, m, parent)),
            "removal": self._remove,
            "fine": partial(self._ask, lambda m: FineQuestion(self._session, m, self._amount(m), parent)),
            "task": partial(self._ask, lambda m: TaskQuestion(self._session, [m], parent)),
            "leave": partial(self._ask, lambda m: LeaveQuestion(self._session, m, parent)),
            "met": partial(self._ask, lambda m: MetQuestion(self._session, [m], parent)),
            "report": partial(self._ask, lambda m: ReportQuestion(self._session, m, parent)),
            "block": partial(self._ask, lambda m: BlockQuestion(self._session, m, parent)),
            "unblock": lambda m: acts.do(partial(self._session.process.unblock, m.id)),
            "same": partial(self._ask, lambda m: SameQuestion(self._session, m, parent)),
            "link": partial(self._ask, lambda m: LinkQuestion(self._session, m, parent)),
            "off-list": partial(self._ask, lambda m: RemoveQuestion(self._session, m, parent)),
            "erase": self._erase,
        }

    def do(self, name: str, member: Member) -> None:
        """Do it, or ask first."""
        self._does[name](member)

    def do_for(self, name: str, members: Sequence[Member]) -> None:
        """Do it for several at once, after asking."""
        if name == "removal":
            self._remove(*members)
        elif name == "task":
            self._dealer.ask(TaskQuestion(self._session, members, self._parent))
        else:
            self._dealer.ask(MetQuestion(self._session, members, self._parent))

    def ask_same(self, member: Member, other: str) -> None:
        """Ask whether these two are one person."""
        twin = self._session.row(other).member
        self._dealer.ask(SameQuestion(self._session, member, self._parent, twin))

    def settle(self, conflict: Conflict, *, ours: bool) -> None:
        """One of two edits of a field shall hold."""
        value = conflict.ours.value if ours else conflict.theirs.value
        settle = partial(self._session.exchange.settle, conflict.member.id, conflict.field, value)
        self._acts.do(settle)

    # ---- what is offered

    def button(self, member: Member) -> tuple[str, str]:
        """Name and text of the one that stands beside 记一次…."""
        if member.status in _AWAY:
            return "bring-back", translate("Members", "恢复")
        if self._session.process.home_side(member.id) is not None:
            return "bring-home", translate("Members", "回到原来的群")
        if self._moves(member):
            return "move", translate("Members", "移到自由群")
        return "removal", translate("Members", "移出…")

    def _moves(self, member: Member) -> bool:
        """Whether this group has a free group that members are moved to."""
        group = next((each for each in self._session.groups() if each.id == member.group), None)
        steps = self._session.rulebook(member.group).ladder.every_step
        return bool(group and group.linked_free_group) or any(step.action is Action.MOVE for step in steps)

    def menu(self, member: Member) -> list[tuple[str, str]]:
        """The rarer ones in their order, by name and text; SEPARATOR divides them."""
        out = member.status in (Status.REMOVED, Status.LEFT)
        blocked = any(each.member.id == member.id for each in self._session.process.blocked())
        several = len(self._session.groups()) > 1
        offered = [
            ("edit", translate("Members", "编辑资料…")),
            (SEPARATOR, ""),
            *([("move", translate("Members", "移到自由群"))] if self._may_move(member) else []),
            *([("suspend", translate("Members", "暂停…"))] if not out else []),
            *([("removal", translate("Members", "移出…"))] if member.status is not Status.REMOVED else []),
            ("fine", translate("Members", "罚款或红包…")),
            ("task", translate("Members", "要回复的事…")),
            (SEPARATOR, ""),
            ("leave", translate("Members", "请假…")),
            ("met", translate("Members", "来过聚会…")),
            ("report", translate("Members", "举报…")),
            (SEPARATOR, ""),
            ("same", translate("Members", "和另一位是同一人…")),
            *([("link", translate("Members", "在别的群里是…"))] if several else []),
            ("unblock", translate("Members", "移出黑名单"))
            if blocked
            else ("block", translate("Members", "列入黑名单…")),
            (SEPARATOR, ""),
            ("off-list", translate("Members", "从名单移除…")),
            ("erase", translate("Members", "删除资料…")),
        ]
        beside = self.button(member)[0]
        return [each for each in offered if each[0] != beside]

    def _may_move(self, member: Member) -> bool:
        return member.status is Status.SUSPENDED and self._moves(member)

    # ---- doing

    def _ask(self, make: Callable[[Member], Deed], member: Member) -> None:
        self._dealer.ask(make(member))

    def _move(self, member: Member) -> None:
        notice = self._session.rulebook(member.group).notices.moved
        self._acts.do(partial(self._session.process.take, member.id, Action.MOVE), notice)

    def _bring_home(self, member: Member) -> None:
        """From the free group's side back to where they were moved from."""
        home = self._session.process.home_side(member.id)
        if home is not None:
            self._dealer.bring_back(home.id)

    def _remove(self, *members: Member) -> None:
        notice = self._session.rulebook(members[0].group).notices.removed
        self._dealer.ask(RemovalQuestion(self._session, members, self._parent), notice)

    def _amount(self, member: Member) -> str:
        """What a fine costs by the group's ladder, "" where it does not say."""
        steps = self._session.rulebook(member.group).ladder.every_step
        return next((step.amount for step in steps if step.amount), "")

    def _erase(self, member: Member) -> None:
        question = EraseQuestion(self._session, member.id, member.name, self._parent)
        self._dealer.ask(question)
        if question.left:
            self._services.doer.complain(question.left_text())
