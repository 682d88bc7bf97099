"""The quick check window: made once, filled anew for every check, driven by the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.session.types import Case, LastNotice
from moderator_app.system.picture_reader import Looked
from moderator_app.ui.quick import next_acts, people_words, words
from moderator_app.ui.quick.acting import Done
from moderator_app.ui.quick.body import Body
from moderator_app.ui.quick.choosing import Choosing
from moderator_app.ui.quick.fitting import Fitting
from moderator_app.ui.quick.footer import Footer
from moderator_app.ui.quick.groups import GroupMenu
from moderator_app.ui.quick.header import VerdictHeader
from moderator_app.ui.quick.help_sheet import HelpSheet
from moderator_app.ui.quick.inline_message import InlineMessage
from moderator_app.ui.quick.keys import BESIDE_A_NAME, Typing, Want, Wish, wish
from moderator_app.ui.quick.next_acts import Act
from moderator_app.ui.quick.picture_check import TakesDrops
from moderator_app.ui.quick.ports import CheckSession
from moderator_app.ui.quick.round import Round

_ACTS = (Want.PRIMARY, Want.FOR_ALL, Want.COPY_ONLY)
"""Not before what they act on has been on the screen: the key may have been meant for another window."""


class QuickWindow(Choosing, TakesDrops, Fitting):
    """Shows a round, the notice of before, or why there is nothing to show.

    Emits `primary` (with False for Shift+Enter: record nothing), `for_all`, `let_be` (Esc: no problem),
    `dismissed`, `undo_wanted`, `who_chosen`, `person_wanted` (with an id), `ruled` and `also_wanted`
    (with a clause), `group_chosen`, `going_on`, `act_wanted` (with a step), `filed` (with what it is to
    be) and `sample_wanted`; whoever owns it does what they ask for. `activated` tells that it got the
    keyboard, `dropped` what was dropped on it, `painted` that what was shown last is on the screen.
    """

    primary = Signal(bool)
    for_all = Signal()
    let_be = Signal()
    ruled = Signal(str)
    filed = Signal(object)
    also_wanted = Signal(str)
    going_on = Signal()
    act_wanted = Signal(object)
    painted = Signal()
    dismissed = Signal()
    undo_wanted = Signal()
    who_chosen = Signal(str)
    person_wanted = Signal(str)
    group_chosen = Signal(str)
    sample_wanted = Signal()
    activated = Signal()
    dropped = Signal(object)

    def __init__(self, session: CheckSession) -> None:
        super().__init__(Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint)
        self.setObjectName("quickWindow")
        self.setAcceptDrops(True)
        self._session = session
        self._filled = self._unseen = self._going_on = self.busy = self.waits = False
        self._make_parts()
        self._connect_parts()
        self._lay_out()
        self.start_choosing(session)
        self.follow_theme()

    # Making

    def _make_parts(self) -> None:
        self.header = VerdictHeader()
        self.body = Body(self._session)
        self.who, self.message = self.body.who, self.body.message.text
        self.pictures = self.body.pictures
        self.findings, self.offers = self.body.findings, self.body.offers
        self.after, self.empty = self.body.after, self.body.empty
        self.people, self.talk = self.body.people, self.body.talk
        self.inline = InlineMessage()
        self.inline.setObjectName("inlineMessage")
        self.footer = Footer()
        self.group_menu = GroupMenu(self._session, self.group_chosen.emit, self)

    def _connect_parts(self) -> None:
        self.header.group_pressed.connect(lambda: self.group_menu.show_below(self.header.group))
        self.header.closed.connect(self.dismissed)
        self.who.field.escaped.connect(self.dismissed)
        self.empty.pressed.connect(self.sample_wanted)
        self.footer.pressed.connect(self._press_primary)
        self.footer.hinted.connect(self._hint_pressed)
        self._typed = (self.body.filing.reporter, self.body.ruling.field, self.body.acts.amount)
        for widget in (self.who.field, self.message, *self._typed):
            widget.installEventFilter(self)

    def _lay_out(self) -> None:
        for widget in (self.header, self.body, self.inline, self.footer):
            self.column.addWidget(widget, 1 if widget is self.body else 0)
        self.help = HelpSheet(self.inside)

    def restyle(self) -> None:
        """Take sizes from the theme."""
        self.header.rounded = self.footer.rounded = max(self.radius - 1, 0)
        super().restyle()
        self._fit_if_filled()

    # What is shown

    def show_round(
        self,
        round_: Round,
        *,
        latest: Done | None = None,
        looked: Sequence[Looked] = (),
        levels: Mapping[str, Level] | None = None,
    ) -> None:
        """A checked text, ready to act on, with the pictures that came with it."""
        self.waits = self._going_on = False
        super().show_round(round_, latest=latest, looked=looked, levels=levels)
        self._unseen = True

    def _show_row(self) -> None:
        super()._show_row()
        self.setWindowTitle(self.header.accessibleName())
        self._focus_where_needed()

    def show_sections(self, *shown: QWidget) -> None:
        """What is to be seen, and as high as that."""
        self._filled = True
        self.body.show_only(*shown)
        self.help.hide()
        self._fit_if_filled()

    def settle(self) -> None:
        """A part has grown."""
        self._fit_if_filled()

    def update_member(self, case: Case) -> None:
        """The same message for another member."""
        self.update_case(case)
        self._focus_where_needed()

    def show_after(
        self, last: LastNotice, done: Done | None, *, acts: Sequence[Act] = (), left: Round | None = None
    ) -> None:
        """The clipboard holds our own notice; `done` is what can be taken back, `left` what is to be done.

        `acts` are the steps that are to follow. While others wait Enter leads to the next of them.
        """
        self._clear()
        more = left is not None and left.left > 0
        self.after.show_last(last, done)
        self.body.acts.show_acts(acts, chosen=not more)
        below: list[QWidget] = [self.body.acts] if acts else []
        if left is not None:
            rulebook = self._session.rulebook(left.case.group.id)
            self.body.left.show_left(*people_words.left_of(left, rulebook))
            below.append(self.body.left)
        self._show_title(translate("QuickCheck", "剪贴板里是刚才的告知"), self.after, *below)
        self._going_on, self._unseen = more, True
        if not self.body.acts.ask_amount():
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # Space shows the whole notice, presses no button
        self._show_after_foot()

    def _show_after_foot(self) -> None:
        act, more = self.next_act, self._going_on
        primary = translate("QuickCheck", "看下一人") if more else translate("QuickCheck", "关闭")
        if act is not None:
            primary = next_acts.primary_text(act)
        self.footer.set(self._short_hints(), primary, important=more or act is not None)
        self._fit_if_filled()

    def _choose_act(self, index: int) -> None:
        """A step by its number or by the mouse, beside a person or below what was done."""
        if self.round is not None:
            super()._choose_act(index)
        else:
            self.body.acts.choose(index)
            self.body.acts.ask_amount()
            self._show_after_foot()

    def show_empty(self, title: str, detail: str, action: str = "", looked: Sequence[Looked] = ()) -> None:
        """Nothing to check: one sentence and, where there is one, a way on; the pictures without codes."""
        self._clear()
        self.empty.set(title, detail, action)
        self.pictures.show_looked(looked, {}, told=True)
        seen = [self.pictures] if any(picture.shown is not None for picture in looked) else []
        self._show_title(translate("QuickCheck", "检查剪贴板"), *seen, self.empty)
        self.footer.set(self._short_hints(), translate("QuickCheck", "关闭"), important=False)
        self._fit_if_filled()

    def show_waiting(self, title: str, detail: str) -> None:
        """A long check is under way; Esc ends it."""
        self.show_empty(title, detail)
        self.footer.set([], translate("QuickCheck", "取消"), important=False, keys="Esc")
        self.waits = True

    def _show_title(self, title: str, *sections: QWidget) -> None:
        self.footer.primary.setFocus(Qt.FocusReason.OtherFocusReason)  # first: a hidden field hands it on
        self.header.show_title(title)
        self.header.group.set_group(self._session.group.title.get(language()))
        self.show_sections(*sections)
        self.setWindowTitle(title)
        self.inline.say("")

    def _clear(self) -> None:
        """Nothing of a round is shown."""
        self.case, self.round = None, None
        self.clear_acts()
        self.asking = self.ruling = self.filing = self._going_on = self.waits = False

    @property
    def is_unseen(self) -> bool:
        """Whether what was asked for has not been on the screen yet."""
        return self._unseen or self.waits

    def say(self, text: str, level: Level = Level.VIOLATION) -> None:
        """A sentence above the footer."""
        self.inline.say(text, level)
        self._fit_if_filled()

    def set_busy(self, busy: bool) -> None:
        """While the clipboard is being tried, or the history read, nothing else can be asked for."""
        self.busy = busy
        self.footer.primary.setEnabled(not busy and not self._blocked())

    @staticmethod
    def _short_hints() -> list[tuple[str, str]]:
        return [("Esc", translate("QuickCheck", "关闭")), ("F1", translate("QuickCheck", "全部按键"))]

    def _focus_where_needed(self) -> None:
        if self.who.is_asking and not self.who.people.isVisibleTo(self.who):
            self.who.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.body.acts.ask_amount():
            self.take_focus()

    def _fit_if_filled(self) -> None:
        if self._filled:
            self.fit()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys that no field took."""
        asked = wish(event, Typing())
        if asked is None:
            super().keyPressEvent(event)
        else:
            self.obey(asked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keys of the window go before those of the field and the text; not while composing."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._wish_in(watched, event) is not None:
                event.accept()
            return False
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        asked = self._wish_in(watched, event)
        if asked is None:
            return False
        self.obey(asked)
        return True

    def _wish_in(self, watched: QObject, event: QKeyEvent) -> Wish | None:
        field = self.who.field
        if watched is field and field.composing:
            return None
        typing = Typing()
        if watched is field:
            typing = Typing(focused=True, text=field.text(), completing=field.is_completing)
        asked = wish(event, typing)
        if watched in self._typed:
            return asked if asked is not None and asked.want in BESIDE_A_NAME else None
        if watched is self.message and asked is not None and asked.want in (Want.UP, Want.DOWN):
            return None
        return asked

    def obey(self, asked: Wish) -> None:
        """Do what a key or a click asks for."""
        want = asked.want
        if self.help.isVisibleTo(self.inside) and want in (Want.CLOSE, Want.HELP, Want.PRIMARY):
            self._show_help(False)
            return
        if (self.busy and want is not Want.CLOSE) or ((self._unseen or self.waits) and want in _ACTS):
            return
        simple = {
            Want.PRIMARY: self.take_primary,
            Want.COPY_ONLY: self._copy_only,
            Want.CLOSE: self._close_or_back,
            Want.UNDO: self.undo_wanted.emit,
            Want.HELP: lambda: self._show_help(True),
            Want.GROUP: self._switch_group,
        }
        if want in simple:
            simple[want]()
        elif self.round is not None:
            self.obey_in_case(asked)
        elif self.obey_acts(asked):
            self._show_after_foot()

    def _press_primary(self) -> None:
        """The mouse on the button, whatever key it shows."""
        self.obey(Wish(want=Want.CLOSE if self.waits else Want.PRIMARY))

    def take_primary(self) -> None:
        """Enter."""
        if self._going_on and self.next_act is None:
            self.going_on.emit()
        else:
            super().take_primary()

    def _copy_only(self) -> None:
        if not self.ruling and not self.filing and not self.done:
            self.primary.emit(False)

    def _close_or_back(self) -> None:
        """Esc first leaves what was opened; over a finding it says that there is no problem."""
        if self.ruling or self.filing:
            self.ruling = self.filing = False
            self.refresh()
            self._focus_where_needed()
        elif self.asking and self.case is not None and (words.shown_name(self.case) or self._is_listed()):
            self.stop_asking()
        else:
            self.let_be.emit()
            self.dismissed.emit()

    def _is_listed(self) -> bool:
        return self.round is not None and self.round.listed

    def ask_rule(self) -> None:
        """Ctrl+D: the keys are the list's from here on, letters and digits look for a clause."""
        super().ask_rule()
        field = self.body.ruling.field
        if self.ruling and field.isVisibleTo(self.body):
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def take_focus(self) -> None:
        """The keys are the window's own, no field's."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_person(self) -> None:
        """Lead to where the person is chosen."""
        if self.case is not None and not self.who.people.isVisibleTo(self.who):
            self.ask_who()

    def stop_asking(self) -> None:
        """Back from the field to the person that was shown."""
        super().stop_asking()
        self._focus_where_needed()

    def _show_help(self, shown: bool) -> None:
        self.help.setVisible(shown)
        if shown:
            self.help.raise_()
        self._fit_if_filled()

    def _hint_pressed(self, keys: str) -> None:
        self.obey(Wish(want=Want.of_hint(keys)))

    def _switch_group(self) -> None:
        self.group_menu.switch(self.header.group)

    # Mouse and window

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The header moves the window."""
        handle = self.windowHandle()
        in_header = event.position().y() < self.visible_rect().top() + self.header.height()
        if in_header and handle is not None and event.button() == Qt.MouseButton.LeftButton:
            handle.startSystemMove()

    def event(self, event: QEvent) -> bool:
        """Tell when the window gets the keyboard, and when what it shows has been painted."""
        if event.type() == QEvent.Type.WindowActivate:
            self.activated.emit()
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and self._unseen:
            self._unseen = False
            QTimer.singleShot(0, self.painted.emit)
        return done

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closed by the desktop: the same as Esc. Never refused: that would keep the program from ending."""
        event.accept()
        self.dismissed.emit()
