"""Copies first, makes sure, then records; takes both back together. The order is the promise:

nothing is recorded that was not copied, and nothing stays on the clipboard that was not recorded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from moderator_app.core.errors import ModeratorError
from moderator_app.core.rules.verdict import Level
from moderator_app.session.types import Case, Change, Offer
from moderator_app.system.clipboard import ClipboardContent
from moderator_app.ui.quick.ports import CheckSession, ClipboardPort
from moderator_app.ui.quick.words import addressee, short_name


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
    `restored` tells, after taking back, whether the clipboard is again as it was.
    """

    outcome: Outcome
    case: Case | None = None
    offer: Offer | None = None
    change: Change | None = None
    before: ClipboardContent | None = None
    error: ModeratorError | None = None
    restored: bool = False

    @property
    def ok(self) -> bool:
        """Whether it was done."""
        return self.outcome is Outcome.DONE


Report = Callable[[Done], None]


class Acting:
    """Acts on a case for a window; `busy` while the clipboard is still being tried."""

    def __init__(self, session: CheckSession, clipboard: ClipboardPort) -> None:
        self._session, self._clipboard = session, clipboard
        self.busy = False

    def copy(self, case: Case, offer: Offer, report: Report, *, record: bool = True) -> None:
        """Copy the offer's text, then record what it counts for; `record` False only copies."""
        before = self._clipboard.read()

        def copied(arrived: bool) -> None:
            self.busy = False
            if arrived:
                self._record(
                    Done(outcome=Outcome.DONE, case=case, offer=offer, before=before), record, report
                )
            else:
                report(Done(outcome=Outcome.NOT_COPIED, case=case, offer=offer))

        self.busy = True
        self._clipboard.write(offer.text, copied)

    def _record(self, done: Done, record: bool, report: Report) -> None:
        case, offer = done.case, done.offer
        assert case is not None and offer is not None  # made by `copy`
        try:
            change = self._note(case, offer, record)
        except ModeratorError as error:
            self._put_back(done, error, report)
            return
        report(_with(done, change=change))

    def _note(self, case: Case, offer: Offer, record: bool) -> Change | None:
        """A strike where it counts; a mere note where it does not; of a question nothing is kept."""
        person = addressee(case)
        if record and offer.counts and person:
            return self._session.strike(case, offer.notice.id, member=person)
        if not record or case.verdict.level is Level.UNSURE:
            self._session.remember_copied(offer.notice.id, offer.text, short_name(case))
            return None
        return self._session.note_notice(offer.notice.id, person or None, case=case)

    def _put_back(self, done: Done, error: ModeratorError, report: Report) -> None:
        assert done.before is not None and done.offer is not None  # it was copied
        self._clipboard.restore(
            done.before,
            done.offer.text,
            lambda restored: report(
                _with(done, outcome=Outcome.NOT_RECORDED, error=error, restored=restored)
            ),
        )

    def record_only(self, case: Case, report: Report) -> None:
        """Record a strike without a notice; the clipboard stays as it is."""
        try:
            change = self._session.strike(case, member=addressee(case))
        except ModeratorError as error:
            report(Done(outcome=Outcome.NOT_RECORDED, case=case, error=error, restored=True))
            return
        report(Done(outcome=Outcome.DONE, case=case, change=change))

    def undo(self, done: Done, report: Report) -> None:
        """Take back the record, then the clipboard. Refused where something else was done since."""
        recorded = done.change is not None and done.change.undoable
        if recorded and not self._is_latest(done.change):
            report(_with(done, outcome=Outcome.NOT_LATEST))
            return
        try:
            change = self._session.undo() if recorded else None
        except ModeratorError as error:
            report(_with(done, outcome=Outcome.NOT_UNDONE, error=error))
            return
        if done.before is None or done.offer is None:
            report(_with(done, change=change))
            return
        self._clipboard.restore(
            done.before,
            done.offer.text,
            lambda restored: report(_with(done, change=change, restored=restored)),
        )

    def _is_latest(self, change: Change | None) -> bool:
        latest = self._session.undoable()
        return change is not None and latest is not None and latest.action == change.action


def _with(
    done: Done,
    *,
    outcome: Outcome | None = None,
    change: Change | None = None,
    error: ModeratorError | None = None,
    restored: bool = False,
) -> Done:
    return Done(
        outcome=outcome or done.outcome,
        case=done.case,
        offer=done.offer,
        change=change,
        before=done.before,
        error=error,
        restored=restored,
    )
