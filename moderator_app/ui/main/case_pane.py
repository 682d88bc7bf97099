"""The answer to a check inside the main window: the quick check's own sections, in one column."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.session import Case, Session
from moderator_app.ui.main.parts import Plane
from moderator_app.ui.quick.body import Body
from moderator_app.ui.quick.choosing import Choosing
from moderator_app.ui.quick.footer import Footer
from moderator_app.ui.quick.header import VerdictHeader
from moderator_app.ui.quick.inline_message import InlineMessage
from moderator_app.ui.quick.keys import Want, Wish
from moderator_app.ui.quick.round import Round


class CasePane(Choosing, Plane):
    """People, who, messages, findings, notices, footer. Emits what is asked for; the page acts.

    A single message stands at the left already and is not shown again. `primary` carries False where
    nothing is to be recorded (Shift+Enter); `who_chosen` a member's id or a new name as the quick check
    writes it; `dismissed` comes with Esc, after `let_be`.
    """

    with_text = with_sheet = False

    primary = Signal(bool)
    for_all = Signal()
    act_wanted = Signal(object)
    who_chosen = Signal(str)
    person_wanted = Signal(str)
    ruled = Signal(str)
    filed = Signal(object)
    also_wanted = Signal(str)
    undo_wanted = Signal()
    let_be = Signal()
    dismissed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.header = VerdictHeader(closable=False)
        self.header.group.hide()
        self.body = Body(session)
        self.who, self.offers = self.body.who, self.body.offers
        self.findings = self.body.findings
        self.inline, self.footer = InlineMessage(), Footer()
        self.inline.setObjectName("inlineMessage")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self.header, self.body, self.inline, self.footer):
            whole.addWidget(part, 1 if part is self.body else 0)
        self.who.field.escaped.connect(self.stop_asking)
        self.footer.pressed.connect(lambda: self.obey(Wish(want=Want.PRIMARY)))
        self.footer.hinted.connect(lambda keys: self.obey(Wish(want=Want.of_hint(keys))))
        self.start_choosing(session)

    # ---- what is shown

    def show_case(self, case: Case) -> None:
        """Show a check that is no part of a conversation."""
        self.show_round(Round(case.message.text, case))

    def show_sections(self, *shown: QWidget) -> None:
        """What is to be seen; the rest scrolls."""
        self.body.show_only(*shown)

    def settle(self) -> None:
        """The column grows by itself."""

    def say(self, text: str, level: Level = Level.VIOLATION) -> None:
        """A sentence above the footer."""
        self.inline.say(text, level)

    def set_busy(self, busy: bool) -> None:
        """While the clipboard is being tried nothing else can be asked for."""
        self.footer.primary.setEnabled(not busy and not self._blocked())

    def update_member(self, case: Case) -> None:
        """The same case for another member: the chosen notice stays chosen."""
        self.update_case(case)
        self.footer.primary.setFocus()

    def ask_person(self) -> None:
        """Lead to where the person is chosen."""
        if self.case is not None and not self.who.people.isVisibleTo(self.who):
            self.ask_who()

    # ---- what is asked

    def obey(self, asked: Wish) -> bool:
        """Do what a key asks for; False where it means nothing here."""
        want = asked.want
        if self.round is None:
            return False
        if want is Want.PRIMARY:
            self.take_primary()
        elif want is Want.COPY_ONLY and not self.ruling and not self.filing and not self.done:
            self.primary.emit(False)
        elif want is Want.CLOSE and (self.ruling or self.filing):
            self.ruling = self.filing = False
            self.refresh()
        elif want is Want.CLOSE:
            self.let_be.emit()
            self.dismissed.emit()
        else:
            return self.obey_in_case(asked)
        return True

    def stop_asking(self) -> None:
        """Esc in the empty field: the person stays as they were."""
        super().stop_asking()
        self.footer.primary.setFocus()
