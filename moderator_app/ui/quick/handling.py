"""What Enter and its kin do with what is shown, alike in the quick check and in the main window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from moderator_app.core.errors import ModeratorError
from moderator_app.core.notices.notice import Notice
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.sentences import error_text
from moderator_app.session.types import Case, Offer
from moderator_app.ui.quick import words
from moderator_app.ui.quick.acting import Acting, Done, Outcome, Report
from moderator_app.ui.quick.choosing import Choosing
from moderator_app.ui.quick.filing import Filing
from moderator_app.ui.quick.next_acts import Act
from moderator_app.ui.quick.ports import CheckSession


class Handling:
    """Acts on what `view` shows; `report` is told what was done, `close` called where nothing is to do."""

    def __init__(
        self,
        session: CheckSession,
        acting: Acting,
        view: Choosing,
        report: Report,
        close: Callable[[], None],
    ) -> None:
        self._session, self._acting, self._view = session, acting, view
        self._report, self._close = report, close

    def take(self, record: bool) -> None:
        """Enter, or Shift+Enter with `record` False."""
        view, case, offer = self._view, self._view.case, self._view.offer
        if self._acting.busy:
            return
        if view.joining and not view.done:
            self._welcome()
        elif case is None or (offer is None and not view.record_only):
            self._close()
        elif self._needs_person(case, record=record):
            self._ask_for_person(case)
        elif offer is None:
            self._acting.record_only(case, self._report)
        elif offer.problem is None:
            view.set_busy(True)
            self._acting.copy(case, offer, self._report, record=record)

    def _needs_person(self, case: Case, *, record: bool) -> bool:
        """A record needs somebody, so does a counted doubt; a name that fits several needs a choice."""
        if not record or words.addressee(case):
            return False
        if self._view.record_only or case.candidates:
            return self._view.counting
        return case.verdict.level is Level.UNSURE and self._view.counting

    def _ask_for_person(self, case: Case) -> None:
        self._view.ask_person()
        if case.candidates:
            text = translate("QuickCheck", "还没有记录：请先选是哪一位。")
        else:
            text = translate("QuickCheck", "还没有记录：计次数须先指明成员。")
        self._view.say(text, Level.UNSURE)

    def _welcome(self) -> None:
        """One welcome for all who joined, and the new ones into the roster."""
        round_, section = self._view.round, self._view.body.newcomers
        if round_ is None:
            return
        names = section.preview.new
        if section.offer is None and not names:
            self._close()
        elif section.offer is None or section.offer.problem is None:
            self._view.set_busy(True)
            self._acting.welcome(round_.joins, names, section.offer, self._report)

    def follow(self, act: Act) -> None:
        """A step after a strike was taken in WeChat, or is taken by being put on record."""
        if act.asks_amount:
            self._view.say(
                translate("NextAct", "还没有记录：群规没有定数额，请写上再按 Enter。"), Level.UNSURE
            )
            self._view.body.acts.ask_amount()
        elif not self._acting.busy:
            self._view.set_busy(True)
            self._acting.follow(act, self._report)

    def file(self, filing: Filing) -> None:
        """The message is a report or an appeal."""
        case = self._view.case
        if case is not None and not self._acting.busy:
            self._acting.file(case, filing, self._view.looked, self._report)

    # ---- one notice for all

    def take_all(self) -> None:
        """Ctrl+Enter: one notice for all who broke a rule and whose name is known."""
        round_ = self._view.round
        if round_ is None or self._acting.busy:
            return
        cases = round_.accused
        try:
            offer = self._offer_for_all(cases)
        except ModeratorError as error:
            self._view.say(error_text(error))
            return
        if offer is None:
            self._view.say(translate("QuickCheck", "没有一份告知对这几位都合适，请逐个处理。"), Level.UNSURE)
            return
        self._view.set_busy(True)
        self._acting.copy_for_all(cases, offer, self._report)

    def _offer_for_all(self, cases: Sequence[Case]) -> Offer | None:
        """The notice that was chosen by hand where it counts, else the one that suits most of them best."""
        chosen = self._view.offer if self._view.offers.index else None
        notice = chosen.notice if chosen and chosen.counts else _common(cases)
        if notice is None:
            return None
        text = self._session.notice_text_for_all(cases, notice.id)
        return Offer(notice=notice, text=text, counts=True)

    # ---- who it is, and what was done before

    def choose_member(self, chosen: str) -> None:
        """The person that was picked: a member's id, or a new name."""
        case = self._view.case
        if case is None:
            return
        try:
            self._view.update_member(self._session.case_for_member(case, chosen.removeprefix(words.NEW)))
        except ModeratorError as error:
            self._view.say(error_text(error))

    def renewed(self, case: Case) -> Case:
        """The same case as the record now stands."""
        known = case.member.id if case.member else case.sender
        try:
            return self._session.case_for_member(case, known or None)
        except ModeratorError:
            return case

    def done_before(self) -> Done | None:
        """What was done for this very case minutes ago, where it can still be taken back."""
        case, latest = self._view.case, self._session.undoable()
        if case is None or case.again is None or case.member is None or latest is None:
            return None
        return (
            Done(outcome=Outcome.DONE, case=case, change=latest) if case.member.id in latest.members else None
        )


def _common(cases: Sequence[Case]) -> Notice | None:
    """Of the counting notices that every case offers the one that stands highest in all lists together."""
    lists = [[offer.notice for offer in case.offers if offer.counts and not offer.problem] for case in cases]
    ids = [[notice.id for notice in each] for each in lists]
    shared = [notice for notice in lists[0] if all(notice.id in each for each in ids)]
    return min(shared, key=lambda notice: sum(each.index(notice.id) for each in ids), default=None)
