"""The answer to a check inside the main window: the quick check's own sections, in one column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.session import Case, Session
from moderator_app.ui.main.parts import Plane
from moderator_app.ui.quick import next_acts
from moderator_app.ui.quick.body import Body
from moderator_app.ui.quick.choosing import Choosing
from moderator_app.ui.quick.footer import Footer
from moderator_app.ui.quick.header import VerdictHeader
from moderator_app.ui.quick.inline_message import InlineMessage
from moderator_app.ui.quick.keys import Want, Wish
from moderator_app.ui.quick.next_acts import Act
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

    def show_acts(self, acts: Sequence[Act]) -> None:
        """Nothing is left to handle but the steps that follow."""
        self.case, self.round = None, None
        self.body.acts.show_acts(acts, chosen=True)
        self.header.show_title(translate("QuickCheck", "已处理"))
        self.inline.say("")
        self._show_act()

    def _show_act(self) -> None:
        act = self.next_act
        text = next_acts.primary_text(act) if act is not None else translate("QuickCheck", "关闭")
        closing = [("Esc", translate("QuickCheck", "关闭"))]
        self.footer.set(closing, text, important=act is not None)
        self.footer.primary.setEnabled(True)
        self.show_sections(self.body.acts)
        self.body.acts.ask_amount()

    def _choose_act(self, index: int) -> None:
        """A step beside a person, or one of those that are left."""
        if self.round is not None:
            super()._choose_act(index)
        else:
            self.body.acts.choose(index)
            self.body.acts.ask_amount()
            self._show_act()

    def still_asks(self) -> bool:
        """Whether what is shown is still to be handled after it was put on record as something else."""
        self.stop_filing()
        return self.case is not None and self.case.verdict.level is not Level.OK and not self.done

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

    def take_focus(self) -> None:
        """The keys are the pane's own, no field's."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- what is asked

    def obey(self, asked: Wish) -> bool:
        """Do what a key asks for; False where it means nothing here."""
        want = asked.want
        if self.round is None:
            return self._obey_after(asked)
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

    def _obey_after(self, asked: Wish) -> bool:
        """Where only the steps are left that follow."""
        if asked.want is Want.PRIMARY and self.next_act is not None:
            self.act_wanted.emit(self.next_act)
        elif asked.want in (Want.PRIMARY, Want.CLOSE):
            self.dismissed.emit()
        elif self.obey_acts(asked):
            self._show_act()
        else:
            return False
        return True

    def stop_asking(self) -> None:
        """Esc in the empty field: the person stays as they were."""
        super().stop_asking()
        self.footer.primary.setFocus()
