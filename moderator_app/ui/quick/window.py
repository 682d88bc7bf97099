"""The quick check window: made once, filled anew for every check, driven by the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.session.types import Case, LastNotice
from moderator_app.system.picture_reader import Looked
from moderator_app.ui.quick import words
from moderator_app.ui.quick.body import Body
from moderator_app.ui.quick.choosing import Choosing
from moderator_app.ui.quick.footer import Footer
from moderator_app.ui.quick.frame import FramelessWindow, screen_under_mouse
from moderator_app.ui.quick.header import VerdictHeader
from moderator_app.ui.quick.help_sheet import HelpSheet
from moderator_app.ui.quick.inline_message import InlineMessage
from moderator_app.ui.quick.keys import Typing, Want, Wish, wish
from moderator_app.ui.quick.picture_check import PICTURE, TakesDrops
from moderator_app.ui.quick.picture_view import LEAST
from moderator_app.ui.quick.ports import CheckSession
from moderator_app.ui.theme import theme

_WIDTH = 560
_MOST_OF_SCREEN = 0.8
_LEAST_OF_MESSAGE = 96


class QuickWindow(Choosing, TakesDrops, FramelessWindow):
    """Shows a case, the notice of before, or why there is nothing to show.

    Emits `primary` (with False for Shift+Enter: record nothing), `dismissed`, `undo_wanted`,
    `who_chosen`, `group_chosen` and `sample_wanted`; whoever owns it does what they ask for.
    `activated` tells that it got the keyboard, `dropped` what was dropped on it.
    """

    primary = Signal(bool)
    dismissed = Signal()
    undo_wanted = Signal()
    who_chosen = Signal(str)
    group_chosen = Signal(str)
    sample_wanted = Signal()
    activated = Signal()
    dropped = Signal(object)

    def __init__(self, session: CheckSession) -> None:
        super().__init__(Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint)
        self.setObjectName("quickWindow")
        self.setAcceptDrops(True)
        self._session = session
        self.case: Case | None = None
        self.record_only = False
        self.asking = self._filled = False
        self._make_parts()
        self._connect_parts()
        self._lay_out()
        self.follow_theme()

    # Making

    def _make_parts(self) -> None:
        self.header = VerdictHeader()
        self.body = Body(self._session)
        self.who, self.message = self.body.who, self.body.message.text
        self.pictures = self.body.pictures
        self.findings, self.offers = self.body.findings, self.body.offers
        self.after, self.empty = self.body.after, self.body.empty
        self.inline = InlineMessage()
        self.inline.setObjectName("inlineMessage")
        self.footer = Footer()
        self.group_menu = QMenu(self)
        self.group_menu.setObjectName("groupMenu")

    def _connect_parts(self) -> None:
        self.header.group_pressed.connect(self._open_groups)
        self.header.closed.connect(self.dismissed)
        self.who.chosen.connect(self.who_chosen)
        self.who.change_wanted.connect(self.ask_who)
        self.who.field.escaped.connect(self.dismissed)
        self.who.people.moved.connect(self.refresh)
        self.pictures.grown.connect(self._fit)
        self.findings.grown.connect(self._fit)
        self.offers.chosen.connect(lambda index: self.obey(Wish(want=Want.CHOOSE, number=index + 1)))
        self.offers.record_only.connect(lambda: self.obey(Wish(want=Want.RECORD_ONLY)))
        self.offers.resized.connect(self._fit)
        self.after.undo_pressed.connect(self.undo_wanted)
        self.empty.pressed.connect(self.sample_wanted)
        self.footer.pressed.connect(lambda: self.obey(Wish(want=Want.PRIMARY)))
        self.footer.hinted.connect(self._hint_pressed)
        for widget in (self.who.field, self.message):
            widget.installEventFilter(self)

    def _lay_out(self) -> None:
        for widget in (self.header, self.body, self.inline, self.footer):
            self.column.addWidget(widget, 1 if widget is self.body else 0)
        self.help = HelpSheet(self.inside)

    def restyle(self) -> None:
        """Take sizes from the theme."""
        self.header.rounded = self.footer.rounded = max(self.radius - 1, 0)
        super().restyle()
        self._fit()

    # What is shown

    def show_case(
        self, case: Case, looked: Sequence[Looked] = (), levels: Mapping[str, Level] | None = None
    ) -> None:
        """A checked message, ready to act on, with the pictures that came with it."""
        self.asking = False
        self.case, self.record_only = case, False
        self.who.begin()
        rulebook = self._session.rulebook(case.group.id)
        self.message.set_verdict(case.message.text, case.verdict)
        found = self.findings.show_verdict(case.verdict, rulebook)
        self.header.show_verdict(case.verdict.level, words.headline(case, rulebook), words.extent(case))
        self.header.group.set_group(case.group.title.get(language()))
        self.offers.show_case(case)
        self.pictures.show_looked(looked, levels or {})
        self._show_sections(
            self.who,
            *([] if looked and case.message.text == PICTURE else [self.body.message]),
            *([self.pictures] if looked else []),
            *([self.findings] if found else []),
            *([self.offers] if case.offers else []),
        )
        self.setWindowTitle(self.header.accessibleName())
        self.inline.say("")
        self.refresh()
        self._focus_where_needed()

    def update_member(self, case: Case) -> None:
        """The same message for another member: only who, notices and foot change."""
        self.case, self.asking = case, False
        self.offers.update_case(case)
        self.inline.say("")
        self.refresh()
        self._focus_where_needed()

    def show_after(self, last: LastNotice, *, undoable: bool) -> None:
        """The clipboard holds our own notice."""
        self.case = None
        self.after.show_last(last, undoable=undoable)
        self._show_title(translate("QuickCheck", "剪贴板里是刚才的告知"), self.after)
        self.footer.set(self._short_hints(), translate("QuickCheck", "关闭"), important=False)
        self._fit()

    def show_empty(self, title: str, detail: str, action: str = "", looked: Sequence[Looked] = ()) -> None:
        """Nothing to check: one sentence and, where there is one, a way on; the pictures without codes."""
        self.case = None
        self.empty.set(title, detail, action)
        self.pictures.show_looked(looked, {}, told=True)
        seen = [self.pictures] if any(picture.shown is not None for picture in looked) else []
        self._show_title(translate("QuickCheck", "检查剪贴板"), *seen, self.empty)
        self.footer.set(self._short_hints(), translate("QuickCheck", "关闭"), important=False)
        self._fit()

    def _show_title(self, title: str, *sections: QWidget) -> None:
        self.footer.primary.setFocus(Qt.FocusReason.OtherFocusReason)  # first: a hidden field hands it on
        self.header.show_title(title)
        self.header.group.set_group(self._session.group.title.get(language()))
        self._show_sections(*sections)
        self.setWindowTitle(title)
        self.inline.say("")

    def _show_sections(self, *shown: QWidget) -> None:
        self._filled = True
        self.body.show_only(*shown)
        self.help.hide()

    def say(self, text: str, level: Level = Level.VIOLATION) -> None:
        """A sentence above the footer."""
        self.inline.say(text, level)
        self._fit()

    def set_busy(self, busy: bool) -> None:
        """While the clipboard is being tried nothing else can be asked for."""
        self.footer.primary.setEnabled(not busy)

    def refresh(self) -> None:
        """Who, foot and size follow the choice."""
        if self.case is None:
            return
        self.who.show_case(self.case, asking=self.asking, counting=self.counting)
        primary = words.primary_text(self.case, self.offer, record_only=self.record_only)
        if self.who.is_choosing and self.who.people.current >= 0:
            primary = translate("QuickCheck", "选人")
        acting = self.record_only or self.offer is not None
        self.footer.set(self._hints(), primary, important=acting)
        self.offers.record_hint.set_accent(self.record_only)
        blocked = self.offer is not None and self.offer.problem is not None
        self.footer.primary.setEnabled(not blocked)
        self._fit()

    def _hints(self) -> list[tuple[str, str]]:
        keys = ("F1", translate("QuickCheck", "全部按键"))
        if self.case is not None and self.case.verdict.level is Level.OK and self.offer is None:
            return [keys]
        choosing = [("↑↓", translate("QuickCheck", "选人"))] if self.who.is_choosing else []
        return [("Esc", translate("QuickCheck", "没问题")), *choosing, keys]

    @staticmethod
    def _short_hints() -> list[tuple[str, str]]:
        return [("Esc", translate("QuickCheck", "关闭")), ("F1", translate("QuickCheck", "全部按键"))]

    def _focus_where_needed(self) -> None:
        if self.who.is_asking and not self.who.people.isVisibleTo(self.who):
            self.who.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Size and place

    def _fit(self) -> None:
        """As high as the content, at most 80 % of the screen; the top edge stays."""
        if not self._filled:
            return
        width = theme().px(_WIDTH)
        self.message.limit()
        self.pictures.view.limit()
        body = self.body.needed_height(width - 2)
        inline = self.inline.heightForWidth(width - 2) if self.inline.text() else 0
        rest = self.header.height() + self.footer.height() + max(inline, 0) + 2
        if self.help.isVisibleTo(self.inside):
            body = max(body, self.help.wanted().height())
        most = round(screen_under_mouse().height() * _MOST_OF_SCREEN)
        for part, least in ((self.pictures.view, LEAST), (self.message, _LEAST_OF_MESSAGE)):
            if self.case is None or body + rest <= most:
                break
            less = part.heightForWidth(part.width()) - (body + rest - most)  # rather than the notices
            part.limit(max(less, theme().px(least)))
            body = self.body.needed_height(width - 2)
        self.resize(self.outer_size(QSize(width, min(body + rest, most))))
        self._outer.activate()
        self._place_help()

    def _place_help(self) -> None:
        top = self.header.height() + 1
        self.help.setGeometry(
            1, top, self.inside.width() - 2, self.inside.height() - top - self.footer.height() - 1
        )

    def place(self) -> None:
        """Into the upper third of the mouse's screen, near the mouse from left to right."""
        screen, width = screen_under_mouse(), theme().px(_WIDTH)
        left = max(screen.left() + 8, min(QCursor.pos().x() - width // 2, screen.right() - width - 8))
        self.move_visible(QPoint(left, screen.top() + screen.height() // 8))

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
        if watched is self.message and asked is not None and asked.want in (Want.UP, Want.DOWN):
            return None
        return asked

    def obey(self, asked: Wish) -> None:
        """Do what a key or a click asks for."""
        want = asked.want
        if self.help.isVisibleTo(self.inside) and want in (Want.CLOSE, Want.HELP, Want.PRIMARY):
            self._show_help(False)
            return
        simple = {
            Want.PRIMARY: self.take_primary,
            Want.COPY_ONLY: lambda: self.primary.emit(False),
            Want.CLOSE: self._close_or_back,
            Want.UNDO: self.undo_wanted.emit,
            Want.HELP: lambda: self._show_help(True),
            Want.GROUP: self._open_groups,
        }
        if want in simple:
            simple[want]()
        elif self.case is not None:
            self.obey_in_case(asked)

    def _close_or_back(self) -> None:
        """Esc leaves the field first where somebody was known before."""
        if self.asking and self.case is not None and words.shown_name(self.case):
            self.stop_asking()
        else:
            self.dismissed.emit()

    def ask_who(self, letter: str = "") -> None:
        """F2: open the field for the name."""
        super().ask_who(letter)
        self._fit()

    def ask_person(self) -> None:
        """Lead to where the person is chosen."""
        if self.case is not None and not self.who.people.isVisibleTo(self.who):
            self.ask_who()

    def stop_asking(self) -> None:
        """Back from the field to the person that was shown."""
        self.asking = False
        self.refresh()
        self._focus_where_needed()

    def _show_help(self, shown: bool) -> None:
        self.help.setVisible(shown)
        if shown:
            self.help.raise_()
        self._fit()

    def _hint_pressed(self, keys: str) -> None:
        self.obey(Wish(want=Want.HELP if keys == "F1" else Want.CLOSE))

    def _open_groups(self) -> None:
        self.group_menu.clear()
        current = self._session.group.id
        for group in self._session.groups():
            action = self.group_menu.addAction(group.title.get(language()))
            action.setCheckable(True)
            action.setChecked(group.id == current)
            action.triggered.connect(lambda _checked=False, chosen=group.id: self.group_chosen.emit(chosen))
        button = self.header.group
        self.group_menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    # Mouse and window

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The header moves the window."""
        handle = self.windowHandle()
        in_header = event.position().y() < self.visible_rect().top() + self.header.height()
        if in_header and handle is not None and event.button() == Qt.MouseButton.LeftButton:
            handle.startSystemMove()

    def event(self, event: QEvent) -> bool:
        """Tell when the window gets the keyboard."""
        if event.type() == QEvent.Type.WindowActivate:
            self.activated.emit()
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closed by the desktop: the same as Esc. Never refused: that would keep the program from ending."""
        event.accept()
        self.dismissed.emit()
