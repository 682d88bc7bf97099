"""What stands beside the paste box before anything was done: the way of one message in three steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from moderator_app.core.errors import ModeratorError
from moderator_app.i18n import language, translate
from moderator_app.sentences import reason_text
from moderator_app.ui.main.parts import Plane, clear, column, margins, row
from moderator_app.ui.main.services import Services
from moderator_app.ui.quick.telling import sample
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Button, Divider, EmptyState, Label
from moderator_app.ui.widgets.keycap import KeyCap
from moderator_app.ui.widgets.painting import Themed, box, line_of_text, smooth

if TYPE_CHECKING:
    from moderator_app.ui.main.window import MainWindow


class BlankHalf(Plane):
    """Where there is no answer: words, or the first steps while nobody is on the list.

    Emits `pressed` for the way on, the button of the words or the sample of the steps.
    """

    pressed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._nobody = self._busy = False
        self._words = EmptyState(framed=False)
        self._words.setObjectName("check-empty")
        self._words.pressed.connect(self.pressed)
        self._steps = FirstSteps(services)
        self._steps.shown_wanted.connect(self.pressed)
        self._steps.edit_wanted.connect(lambda: cast("MainWindow", self.window()).edit_group())
        self._steps.add_wanted.connect(lambda: cast("MainWindow", self.window()).add_group())
        self.setLayout(column(None, self._steps, self._words, None, None))

    def say(self, title: str, detail: str, action: str = "") -> None:
        """Words: how far a long check is, or that nothing was found."""
        self._show(title, detail, action, busy=True)

    def rest(self) -> None:
        """Nothing is being checked: what can be done here."""
        self._show(
            translate("Check", "粘贴即查"),
            translate("Check", "文字、聊天记录、图片都可以；图片也可以拖进来，会找出里面的二维码。"),
            translate("Check", "试试示例"),
            busy=False,
        )

    def _show(self, title: str, detail: str, action: str, *, busy: bool) -> None:
        self._busy = busy
        self._words.set(title, detail, action)
        first = self._nobody and not busy
        self._words.setVisible(not first)
        self._steps.setVisible(first)

    def welcome(self, nobody: bool) -> None:
        """Whether nobody is on the list yet: then the first steps stand here while nothing is checked."""
        changed, self._nobody = nobody != self._nobody, nobody
        if changed:
            self.refresh()
        if changed and not self._busy:
            self.rest()

    def focus_first_step(self) -> None:
        """To the sample."""
        self._steps.trial.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """The record has changed: the group may be another one."""
        if self._nobody:
            self._steps.refresh()


class FirstSteps(QWidget):
    """Three steps with their keys, a message to try them with, and which group's rules hold.

    Emits `shown_wanted` to see the sample judged on the page, `edit_wanted` and `add_wanted` for
    another rulebook or another group.
    """

    shown_wanted = Signal()
    edit_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first-steps")
        self._services, self._keys = services, services.hotkeys
        self._title = Label(translate("Start", "三步处理一条消息"), kind=Type.TITLE, bold=True, wrap=True)
        self._steps = column(gap=8)
        self.trial = Button(variant="primary")
        self.trial.setObjectName("first-try")
        self.trial.clicked.connect(self._try_out)
        see = Button(translate("Start", "在这里看结论"), variant="link")
        see.setObjectName("first-see")
        see.clicked.connect(self.shown_wanted)
        self._see = see
        self._hint = Label(kind=Type.HINT, tone="text2", wrap=True)
        self._hint.setObjectName("first-hint")
        self._group = Label(tone="text2", wrap=True)
        self._group.setObjectName("first-group")
        edit = Button(translate("Start", "换群名或群规…"), variant="link")
        edit.setObjectName("first-edit")
        edit.clicked.connect(self.edit_wanted)
        add = Button(translate("Start", "添加别的群…"), variant="link")
        add.setObjectName("first-add")
        add.clicked.connect(self.add_wanted)
        whole = column(self._title, 4, self._steps, 4, row(self.trial, see, None, gap=8), self._hint)
        whole.addSpacing(theme().px(12))
        whole.addWidget(Divider())
        whole.addSpacing(theme().px(4))
        whole.addWidget(self._group)
        margins(whole, 24, 16, 24, 0)
        links = row(edit, add, None, gap=8)
        margins(links, 16, 0, 16, 16)  # their own padding brings the words to the same edge
        self.setLayout(column(whole, links, gap=4))
        self._keys.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Take over the hotkey and the group as they are now."""
        pressed = self._keys.sequence
        clear(self._steps)
        look = translate("Start", "看结论、依据和这是第几次")
        paste = translate("Start", "粘贴到左边，就看到结论")
        for number, (text, keys) in enumerate(
            (
                (translate("Start", "在微信里复制一条消息"), "Ctrl+C"),
                (look, pressed) if pressed else (paste, "Ctrl+V"),
                (translate("Start", "告知已经复制好，回微信粘贴"), "Enter"),
            ),
            1,
        ):
            self._steps.addWidget(_Step(number, text, keys))
        self.trial.set_text(translate("Start", "复制一条示例") if pressed else translate("Start", "试试示例"))
        self._see.setVisible(bool(pressed))
        self._say(reason_text(self._keys.trouble) if self._keys.trouble else "")
        self._group.setText(
            translate(
                "Start",
                "现在的群是「{group}」，按「{rulebook}」的群规检查。",
                group=self._services.session.group.title.get(language()),
                rulebook=self._rulebook(),
            )
        )

    def _rulebook(self) -> str:
        """What the group's rulebook is called; its id where the file cannot be read."""
        session = self._services.session
        try:
            return session.rulebook().title.get(language())
        except ModeratorError:
            return session.group.rulebook

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button that has the keys, as Space does."""
        pressed = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(pressed, Button):
            pressed.click()
        else:
            super().keyPressEvent(event)

    def _try_out(self) -> None:
        """Lay the sample on the clipboard, so that the next step is the hotkey itself."""
        if not self._keys.sequence:
            self.shown_wanted.emit()
            return
        self._services.clipboard.write(sample(), self._copied)

    def _copied(self, arrived: bool) -> None:
        if not arrived:
            self._say(translate("Start", "没能复制，剪贴板被别的程序占用，请再试一次。"))
            return
        self._say(translate("Start", "示例已经在剪贴板上，现在按 {keys}。", keys=self._keys.sequence))

    def _say(self, text: str) -> None:
        self._hint.setText(text)
        self._hint.setVisible(bool(text))


class _Step(QWidget):
    """One step: its number in a circle, what it does, and its key at the right."""

    def __init__(self, number: int, text: str, keys: str) -> None:
        super().__init__()
        words = Label(text, wrap=True)
        line = row(_Number(number), words, KeyCap(keys), gap=12)
        line.setStretch(1, 1)
        self.setLayout(line)


class _Number(Themed, QWidget):
    """A number in a circle of the accent's tint."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._text = str(number)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._text)
        self.follow_theme()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """24 each way."""
        return QSize(theme().px(24), theme().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the circle and the number."""
        painter, tokens, area = smooth(self), theme().tokens, QRectF(self.rect())
        box(painter, area, radius=area.height() / 2, fill=tokens.accent_tint, line=None)
        font, middle = theme().font(Type.HINT, bold=True), Qt.AlignmentFlag.AlignHCenter
        line_of_text(painter, area, self._text, font=font, colour=tokens.accent, align=middle)
