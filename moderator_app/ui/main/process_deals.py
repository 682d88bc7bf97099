"""What can be done about each matter of 待办, and its doing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from moderator_app.core.roster.names import plain
from moderator_app.i18n import translate
from moderator_app.session import (
    Appeal,
    AppealState,
    Change,
    Fine,
    Pending,
    Report,
    Returning,
    Session,
    Task,
    TaskState,
)
from moderator_app.ui.main.process_acting import MemberActs
from moderator_app.ui.main.process_answers import (
    AgreedQuestion,
    AnswerAppealQuestion,
    CloseReportQuestion,
    DeclineQuestion,
)
from moderator_app.ui.main.process_dialogs import Deed, MetQuestion, RemovalQuestion, SuspendQuestion
from moderator_app.ui.main.process_matters import Crowd, Matter
from moderator_app.ui.main.record_table import first_clause
from moderator_app.ui.main.services import Services

YES, NO = "Y", "N"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """One thing that can be done: its button and key."""

    name: str
    text: str
    key: str = ""
    primary: bool = False


def _yes(name: str, text: str) -> Deal:
    return Deal(name=name, text=text, key=YES, primary=True)


def _no(name: str, text: str) -> Deal:
    return Deal(name=name, text=text, key=NO)


def deals(matter: Matter, moderator: str) -> list[Deal]:
    """What can still be done about a matter, the primary one last; `moderator` is who sits here."""
    found: list[Deal] = []
    match matter.thing:
        case Pending(ready=True):
            found = [
                _no("decline", translate("Members", "否决…")),
                _yes("carry-out", translate("Members", "已移出")),
            ]
        case Pending(agreed=agreed):
            mine = plain(moderator) in map(plain, agreed)  # then it waits for somebody who may not sit here
            found = [
                _no("decline", translate("Members", "否决…")),
                _yes("agreed", translate("Members", "另一位同意了…"))
                if mine
                else _yes("agree", translate("Members", "同意")),
            ]
        case Appeal(state=AppealState.OPEN):
            found = [
                _no("uphold", translate("Members", "维持…")),
                _yes("void", translate("Members", "作废…")),
            ]
        case Report(open=True):
            found = [_yes("close-report", translate("Members", "办结…"))]
        case Returning():
            found = [
                _no("suspend", translate("Members", "再暂停…")),
                _yes("bring-back", translate("Members", "恢复")),
            ]
        case Task() as task if task.state is not TaskState.ANSWERED:
            found = [*_late_deals(task), _yes("answered", translate("Members", "已回复"))]
        case Fine(paid=None):
            found = [_yes("paid", translate("Members", "已交"))]
    return found if matter.thing else _crowd_deals(matter)


def _late_deals(task: Task) -> list[Deal]:
    if task.state is not TaskState.LATE or not task.fine or task.fined:
        return []
    return [_no("fine", translate("Members", "记 {fine}", fine=task.fine))]


def _crowd_deals(matter: Matter) -> list[Deal]:
    if matter.crowd is Crowd.MEETUPS:
        return [
            _no("remove", translate("Members", "移出…")),
            _yes("met", translate("Members", "来过聚会…")),
        ]
    remind = _yes("remind", translate("Members", "提醒这 {count} 位", count=len(matter.rows)))
    return [_no("remove", translate("Members", "移出…")), remind]


class Dealer:
    """Does what a deal says; asks where a reason is wanted."""

    def __init__(self, services: Services, acts: MemberActs, parent: QWidget) -> None:
        self._session: Session = services.session
        self._acts, self._parent = acts, parent

    def do(self, name: str, matter: Matter, chosen: Sequence[str] = ()) -> None:
        """Do it; of a crowd only for the members who are `chosen`, where any are."""
        if matter.crowd is not None:
            self._for_crowd(name, matter.crowd, list(chosen) or list(matter.members))
            return
        match matter.thing:
            case Pending() as pending:
                self._pending(name, pending)
            case Appeal() as appeal:
                self._appeal(appeal, void=name == "void")
            case Report() as report:
                self.ask(CloseReportQuestion(self._session, report, self._parent))
            case Returning(member=member) if name == "suspend":
                self.ask(SuspendQuestion(self._session, member, self._parent))
            case Returning(member=member):
                self.bring_back(member.id)
            case Task() as task:
                self._task(name, task)
            case Fine(entry=entry):
                self._acts.do(partial(self._session.process.paid, entry.id))

    def ask(self, question: Deed, notice: str = "") -> Change | None:
        """Ask; once it was done, tell it and have the notice ready."""
        if question.exec() and question.change is not None:
            self._acts.told(question.change, notice)
        return question.change

    def bring_back(self, member_id: str) -> None:
        """恢复, with the notice that the rulebook has for it."""
        group = self._session.row(member_id).member.group
        wanted = self._session.rulebook(group).notices.restored
        self._acts.do(partial(self._session.process.bring_back, member_id), wanted)

    def _pending(self, name: str, pending: Pending) -> None:
        process, rulebook = self._session.process, self._session.rulebook(pending.member.group)
        if name == "decline":
            self.ask(DeclineQuestion(self._session, pending, self._parent))
        elif name == "agreed":
            self.ask(AgreedQuestion(self._session, pending, self._parent))
        elif name == "agree":
            self._acts.do(partial(process.agree, pending.entry.id))
        else:
            self._acts.do(partial(process.carry_out, [pending.entry.id]), rulebook.notices.removed)

    def do_for_several(self, name: str, ids: Sequence[str]) -> None:
        """Agree to these proposals, or carry them out, as one step with one explanation to all."""
        process = self._session.process
        if name == "agree":
            self._acts.do(partial(process.agree, list(ids)))
        else:
            removed = self._session.rulebook().notices.removed
            self._acts.do(partial(process.carry_out, list(ids)), removed)

    def _appeal(self, appeal: Appeal, *, void: bool) -> None:
        rulebook = self._session.rulebook(appeal.member.group)
        what = first_clause(rulebook, appeal.strike.rules)
        self.ask(AnswerAppealQuestion(self._session, appeal.strike, what, self._parent, void=void))

    def _task(self, name: str, task: Task) -> None:
        process = self._session.process
        if name == "fine":
            self._acts.do(
                partial(process.fine, task.member.id, task.fine, reason=task.text, target=task.entry.id)
            )
        else:
            self._acts.do(partial(process.answered, task.entry.id))

    def _for_crowd(self, name: str, crowd: Crowd, ids: list[str]) -> None:
        members = [self._session.row(member_id).member for member_id in ids]
        if name == "met":
            self.ask(MetQuestion(self._session, members, self._parent))
        elif name == "remove":
            notice = self._session.rulebook(members[0].group).notices.removed
            self.ask(RemovalQuestion(self._session, members, self._parent), notice)
        else:
            self.remind(crowd, ids)

    def remind(self, crowd: Crowd, ids: Sequence[str]) -> None:
        """Copy one reminder to all of them, and record that they were reminded."""
        people = self._session.people
        if crowd is Crowd.CARDS:
            self._acts.remind(partial(people.cards_text, ids), partial(people.remind_cards, ids), len(ids))
        else:
            self._acts.remind(partial(people.silent_text, ids), partial(people.remind_silent, ids), len(ids))
