"""Copies first, makes sure, then records; takes both back together. The order is the promise:

nothing is recorded that was not copied, and nothing stays on the clipboard that was not recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from moderator_app.core.errors import ModeratorError
from moderator_app.core.rules.verdict import Level
from moderator_app.core.text.system_lines import Join
from moderator_app.session.types import Case, Change, Offer
from moderator_app.system.clipboard import ClipboardContent
from moderator_app.system.picture_reader import Looked
from moderator_app.ui.quick.filing import Filing, evidence_of
from moderator_app.ui.quick.next_acts import Act
from moderator_app.ui.quick.ports import CheckSession, ClipboardPort
from moderator_app.ui.quick.words import addressee, short_name

PICTURE = "[图片]"
"""What stands for the message where a picture came without words: as WeChat itself writes it."""


class Outcome(Enum):
    """How an action ended."""

    DONE = "done"
    NOT_COPIED = "not copied: another program holds the clipboard; nothing was recorded"
    NOT_RECORDED = "recording failed; the clipboard was put back"
    NOT_UNDONE = "undoing failed; nothing was changed"
    NOT_LATEST = "something else was done since; undoing would take back that instead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What one action did, and all that is needed to take it back.

    `change` is None where nothing was recorded; `before` is None where nothing was copied.
    `cases` are all whom one notice was for, `newcomers` the names of those who were welcomed.
    `act` is the step that was put on record after a strike, `filed` that the message itself was, as a
    report or an appeal. `restored` tells, after taking back,
    whether the clipboard is again as it was.
    """

    outcome: Outcome
    case: Case | None = None
    cases: tuple[Case, ...] = ()
    newcomers: tuple[str, ...] = ()
    offer: Offer | None = None
    act: Act | None = None
    filed: Filing | None = None
    change: Change | None = None
    before: ClipboardContent | None = None
    error: ModeratorError | None = None
    restored: bool = False

    @property
    def ok(self) -> bool:
        """Whether it was done."""
        return self.outcome is Outcome.DONE


Report = Callable[[Done], None]
Note = Callable[[], Change | None]


class Acting:
    """Acts for a window; `busy` while the clipboard is still being tried."""

    def __init__(self, session: CheckSession, clipboard: ClipboardPort) -> None:
        self._session, self._clipboard = session, clipboard
        self.busy = False

    def copy(self, case: Case, offer: Offer, report: Report, *, record: bool = True) -> None:
        """Copy the offer's text, then record what it counts for; `record` False only copies."""
        done = Done(outcome=Outcome.DONE, case=case, offer=offer)
        self._copy(done, lambda: self._note(case, offer, record), report)

    def copy_for_all(self, cases: Sequence[Case], offer: Offer, report: Report) -> None:
        """Copy one notice for all of them, then record a strike for each, as one action."""
        done = Done(outcome=Outcome.DONE, cases=tuple(cases), offer=offer)
        self._copy(done, lambda: self._session.strike_all(cases, offer.notice.id), report)

    def welcome(
        self, joins: Sequence[Join], names: Sequence[str], offer: Offer | None, report: Report
    ) -> None:
        """Copy the welcome, where there is one, then add who is new."""
        done = Done(outcome=Outcome.DONE, offer=offer, newcomers=tuple(names))
        if offer is not None:
            self._copy(done, lambda: self._session.welcome(joins), report)
        else:
            self._record(done, lambda: self._session.welcome(joins), report)

    def record_only(self, case: Case, report: Report) -> None:
        """Record a strike without a notice; the clipboard stays as it is."""
        done = Done(outcome=Outcome.DONE, case=case)
        self._record(done, lambda: self._session.strike(case, member=addressee(case)), report)

    def follow(self, act: Act, report: Report) -> None:
        """Copy the notice that goes with a step, where there is one, then put the step on record."""
        done = Done(outcome=Outcome.DONE, act=act, offer=act.offer)
        if act.offer is not None:
            self._copy(done, lambda: self._take(act), report)
        else:
            self._record(done, lambda: self._take(act), report)

    def file(self, case: Case, filing: Filing, looked: Sequence[Looked], report: Report) -> None:
        """Put the message of a case on record as a report, with its pictures, or as an appeal."""
        text = case.message.text if case.message.text != PICTURE else ""
        process = self._session.process

        def note() -> Change:
            if filing.strike:
                return process.appeal(filing.strike, text)
            return process.report(
                addressee(case),
                text=text,
                pictures=evidence_of(looked),
                reporter=filing.reporter,
                group=case.group.id,
            )

        self._record(Done(outcome=Outcome.DONE, filed=filing), note, report)

    def _take(self, act: Act) -> Change:
        step, process = act.following, self._session.process
        if act.offer is not None:
            notice, text = act.offer.notice.id, act.offer.text
            self._session.remember_copied(notice, text, step.member.name, step.member.group)
        if step.pending is not None:
            return process.carry_out([step.pending.entry.id])
        return process.take(
            step.member.id,
            step.action,
            strike=step.strike.id,
            days=step.days,
            amount=step.amount,
            packet=step.packet,
        )

    def _copy(self, done: Done, note: Note, report: Report) -> None:
        assert done.offer is not None  # what is copied
        before = self._clipboard.read()

        def copied(arrived: bool) -> None:
            self.busy = False
            if arrived:
                self._record(replace(done, before=before), note, report)
            else:
                report(replace(done, outcome=Outcome.NOT_COPIED))

        self.busy = True
        self._clipboard.write(done.offer.text, copied)

    def _record(self, done: Done, note: Note, report: Report) -> None:
        try:
            change = note()
        except ModeratorError as error:
            self._put_back(replace(done, outcome=Outcome.NOT_RECORDED, error=error), report)
            return
        report(replace(done, change=change))

    def _note(self, case: Case, offer: Offer, record: bool) -> Change | None:
        """A strike where it counts; a mere note where it does not; of a question nothing is kept."""
        person = addressee(case)
        if record and offer.counts and person:
            return self._session.strike(case, offer.notice.id, member=person)
        if not record or case.verdict.level is Level.UNSURE:
            self._session.remember_copied(offer.notice.id, offer.text, short_name(case))
            return None
        return self._session.note_notice(offer.notice.id, person or None, case=case)

    def _put_back(self, done: Done, report: Report) -> None:
        """The clipboard as it was before, where it was written."""
        if done.before is None or done.offer is None:
            report(replace(done, restored=True))
            return
        self._clipboard.restore(
            done.before, done.offer.text, lambda restored: report(replace(done, restored=restored))
        )

    def undo(self, done: Done, report: Report) -> None:
        """Take back the record, then the clipboard. Refused where something else was done since."""
        recorded = done.change is not None and done.change.undoable
        if recorded and not self._is_latest(done.change):
            report(replace(done, outcome=Outcome.NOT_LATEST, change=None))
            return
        try:
            change = self._session.undo() if recorded else None
        except ModeratorError as error:
            report(replace(done, outcome=Outcome.NOT_UNDONE, change=None, error=error))
            return
        if done.before is None or done.offer is None:
            report(replace(done, change=change))
            return
        self._put_back(replace(done, change=change), report)

    def _is_latest(self, change: Change | None) -> bool:
        latest = self._session.undoable()
        return change is not None and latest is not None and latest.action == change.action
