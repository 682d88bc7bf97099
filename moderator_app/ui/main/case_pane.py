"""The answer to a check inside the main window: the quick check's own sections, in one column."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.session import Case, Session
from moderator_app.ui.main.parts import Plane, Scroll
from moderator_app.ui.quick import words
from moderator_app.ui.quick.choosing import Choosing
from moderator_app.ui.quick.findings import FindingsList
from moderator_app.ui.quick.footer import Footer
from moderator_app.ui.quick.header import VerdictHeader
from moderator_app.ui.quick.inline_message import InlineMessage
from moderator_app.ui.quick.keys import Want, Wish
from moderator_app.ui.quick.offers import OfferList
from moderator_app.ui.quick.who import WhoSection
from moderator_app.ui.widgets import Divider


class CasePane(Choosing, Plane):
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
        self.asking = False
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
        self.case, self.record_only, self.asking = case, False, False
        self.who.begin()
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
        self.refresh()

    def update_case(self, case: Case) -> None:
        """The same case for another member: the chosen notice stays chosen."""
        self.case, self.asking = case, False
        self.offers.update_case(case)
        self.refresh()

    def refresh(self) -> None:
        """Who and foot follow the choice."""
        if self.case is None:
            return
        self.who.show_case(self.case, asking=self.asking, counting=self.counting)
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
        else:
            return self.obey_in_case(asked)
        return True

    def stop_asking(self) -> None:
        """Esc in the empty field: the person stays as they were."""
        self.asking = False
        self.refresh()
        self.footer.primary.setFocus()
