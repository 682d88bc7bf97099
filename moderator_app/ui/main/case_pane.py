"""The answer to a check inside the main window: the quick check's own sections, in one column."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.session import Case, Offer, Session
from moderator_app.ui.main.parts import Plane, Scroll
from moderator_app.ui.quick import words
from moderator_app.ui.quick.findings import FindingsList
from moderator_app.ui.quick.footer import Footer
from moderator_app.ui.quick.header import VerdictHeader
from moderator_app.ui.quick.inline_message import InlineMessage
from moderator_app.ui.quick.keys import Want, Wish
from moderator_app.ui.quick.offers import OfferList
from moderator_app.ui.quick.who import WhoSection
from moderator_app.ui.widgets import Divider


class CasePane(Plane):
    """Verdict, who, findings, notices, footer. Emits what is asked for; the page acts.

    `primary` carries False where nothing is to be recorded (Shift+Enter); `who_chosen` a member's
    id or a new name as the quick check writes it; `dismissed` comes with Esc.
    """

    primary = Signal(bool)
    who_chosen = Signal(str)
    dismissed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.case: Case | None = None
        self.record_only = False
        self._asking = False
        self.header = VerdictHeader(closable=False)
        self.header.group.hide()
        self.who = WhoSection(session)
        self.findings, self.offers = FindingsList(), OfferList()
        self.inline, self.footer = InlineMessage(), Footer()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        body = QWidget()
        lines = QVBoxLayout(body)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        self._below = [Divider(), Divider()]
        for widget in (self.who, self._below[0], self.findings, self._below[1], self.offers):
            lines.addWidget(widget)
        lines.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(Scroll(body), 1)
        whole.addWidget(self.inline)
        whole.addWidget(self.footer)

    def _connect(self) -> None:
        self.who.chosen.connect(self.who_chosen)
        self.who.change_wanted.connect(self.ask_who)
        self.who.field.escaped.connect(self.stop_asking)
        self.offers.chosen.connect(lambda index: self.obey(Wish(want=Want.CHOOSE, number=index + 1)))
        self.offers.record_only.connect(lambda: self.obey(Wish(want=Want.RECORD_ONLY)))
        self.footer.pressed.connect(lambda: self.primary.emit(True))
        self.footer.hinted.connect(lambda _keys: self.dismissed.emit())

    # ---- what is shown

    def show_case(self, case: Case) -> None:
        """Show another case; the suggested notice is chosen."""
        self.case, self.record_only, self._asking = case, False, False
        rulebook = self._session.rulebook(case.group.id)
        self.header.show_verdict(case.verdict.level, words.headline(case, rulebook), words.extent(case))
        self.header.group.set_group(case.group.title.get(language()))
        found = self.findings.show_verdict(case.verdict, rulebook)
        self.findings.setVisible(bool(found))
        self._below[0].setVisible(bool(found))
        self.offers.show_case(case)
        self.offers.setVisible(bool(case.offers))
        self._below[1].setVisible(bool(case.offers))
        self.inline.say("")
        self._refresh()

    def update_case(self, case: Case) -> None:
        """The same case for another member: the chosen notice stays chosen."""
        self.case, self._asking = case, False
        self.offers.update_case(case)
        self._refresh()

    @property
    def offer(self) -> Offer | None:
        """The notice that Enter would copy."""
        return None if self.record_only else self.offers.offer

    def _counting(self, case: Case) -> bool:
        if case.verdict.level is Level.OK:
            return False
        return self.record_only or (self.offer is not None and self.offer.counts)

    def _refresh(self) -> None:
        if self.case is None:
            return
        self.who.show_case(self.case, asking=self._asking, counting=self._counting(self.case))
        offer = self.offer
        primary = words.primary_text(self.case, offer, record_only=self.record_only)
        hints = [("Esc", translate("QuickCheck", "没问题"))]
        self.footer.set(hints, primary, important=self.record_only or offer is not None)
        self.footer.primary.setEnabled(offer is None or offer.problem is None)

    def say(self, text: str, level: Level = Level.VIOLATION) -> None:
        """A sentence above the footer."""
        self.inline.say(text, level)

    # ---- what is asked

    def obey(self, asked: Wish) -> bool:
        """Do what a key asks for; False where it means nothing here."""
        want = asked.want
        if self.case is None:
            return False
        if want is Want.PRIMARY:
            self.take_primary()
        elif want is Want.COPY_ONLY:
            self.primary.emit(False)
        elif want is Want.CLOSE:
            self.dismissed.emit()
        elif want is Want.CHOOSE and asked.number <= self.offers.count:
            self._choose(asked.number - 1)
        elif want is Want.RECORD_ONLY and self.offers.record_hint.isVisibleTo(self.offers):
            self._choose(None)
        elif want is Want.WHOLE and self.offers.offer is not None:
            self.offers.toggle_whole()
        elif want in (Want.WHO, Want.WHO_LETTER):
            self.ask_who(asked.letter)
        elif want in (Want.UP, Want.DOWN) and self.who.is_choosing:
            self.who.people.move_by(1 if want is Want.DOWN else -1)
        else:
            return False
        return True

    def take_primary(self) -> None:
        """Enter: take the person who is offered, else do what the button says."""
        if self.who.is_choosing and self.who.people.take():
            return
        if self.footer.primary.isEnabled():
            self.primary.emit(True)

    def _choose(self, index: int | None) -> None:
        self.record_only = index is None
        self.offers.choose(index)
        self.inline.say("")
        self._refresh()

    def ask_who(self, letter: str = "") -> None:
        """F2: open the field for the name."""
        if self.case is None:
            return
        self._asking = True
        self.who.show_case(self.case, asking=True, counting=self._counting(self.case))
        self.who.open_field(letter if isinstance(letter, str) else "")

    def stop_asking(self) -> None:
        """Esc in the empty field: the person stays as they were."""
        self._asking = False
        self._refresh()
        self.footer.primary.setFocus()
