"""What was done, told at the lower right for eight seconds, with 撤销; it never takes the focus."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.quick.frame import FramelessWindow, screen_under_mouse
from moderator_app.ui.quick.header import IconView
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Button, Label

LASTS_MS = 8000
MOST = 2
_WIDTH, _GAP, _EDGE = 400, 16, 16

_MOVES = (QEvent.Type.Show, QEvent.Type.Move, QEvent.Type.Resize)

OnAction = Callable[[], None]


class Toast(FramelessWindow):
    """One message. Emits `gone` when its time is over or its action was taken."""

    gone = Signal()

    def __init__(self) -> None:
        super().__init__(
            Qt.WindowType.ToolTip
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
            ground="raised",
            edge="border_strong",
        )
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._on_action: OnAction | None = None
        self.timer = QTimer(self, singleShot=True, interval=LASTS_MS)
        self.timer.timeout.connect(self.dismiss)
        self._icon = IconView(Level.OK.value, 16)
        self.title = Label(bold=True, wrap=True)
        self.title.setObjectName("toastTitle")
        self.detail = Label(tone="text2", wrap=True)
        self.detail.setObjectName("toastDetail")
        self.action = Button(variant="link")
        self.action.setObjectName("toastAction")
        self.action.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.action.clicked.connect(self._act)
        self._on_more: OnAction | None = None
        self.more = Button(variant="link")
        self.more.setObjectName("toastMore")
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.clicked.connect(self._act_more)
        self._lay_out()
        self.follow_theme()

    def _lay_out(self) -> None:
        content = QWidget()
        self._row = QHBoxLayout(content)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(self.title)
        self._words.addWidget(self.detail)
        self._below = QHBoxLayout()  # the link's words stand below the others, its ground reaches further
        self._pull = QSpacerItem(0, 0)
        self._below.addItem(self._pull)
        self._below.addWidget(self.more)
        self._below.addStretch(1)
        self._below.setSpacing(0)
        self._words.addLayout(self._below)
        self._beside = QVBoxLayout()  # the icon stands at the first line, the button around it
        self._beside.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._beside)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(content)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        self._row.setContentsMargins(px(16), px(6), px(8), px(12))
        self._row.setSpacing(px(12))
        self._words.setContentsMargins(0, px(6), 0, 0)
        self._pull.changeSize(-px(8), 0)
        self._below.invalidate()
        self._beside.setContentsMargins(0, px(8), 0, 0)
        super().restyle()

    def fill(self, title: str, detail: str, level: Level) -> None:
        """Other words, and the time begins anew."""
        self._icon.set(level.value)
        self.title.setText(title)
        self.setWindowTitle(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.timer.start()

    def offer(self, action: str, keys: str, on_action: OnAction | None) -> None:
        """Name the button, show its key, and what it does; "" for none."""
        self.action.set_text(action)
        self.action.set_keys(keys)
        self.action.setVisible(bool(action))
        self._on_action = on_action

    def offer_more(self, text: str, on_more: OnAction | None) -> None:
        """Name what follows, below the words; "" for nothing."""
        self.more.set_text(text)
        self.more.setVisible(bool(text))
        self._on_more = on_more

    @property
    def acts(self) -> bool:
        """Whether it has a button."""
        return self._on_action is not None

    def fit(self) -> None:
        """As high as the words."""
        width = theme().px(_WIDTH)
        for layout in (self._row, self.column, self._outer):  # else one used again stays as high as it was
            layout.activate()
        height = self.column.totalHeightForWidth(width) if self.column.hasHeightForWidth() else 0
        self.resize(self.outer_size(QSize(width, max(height, self.column.minimumSize().height()))))

    def inner_height(self) -> int:
        """Of the visible rectangle."""
        return self.visible_rect().height()

    def dismiss(self) -> None:
        """Take it away."""
        self.timer.stop()
        self._on_action = self._on_more = None
        self.hide()
        self.gone.emit()

    def _act_more(self) -> None:
        wanted = self._on_more
        self.dismiss()
        if wanted is not None:
            wanted()

    def _act(self) -> None:
        wanted = self._on_action
        self.dismiss()
        if wanted is not None:
            wanted()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """It stays while it is being read."""
        self.timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """The time begins anew."""
        if self.isVisible():
            self.timer.start()


class Toasts(QObject):
    """Shows toasts above each other, the newest at the bottom, at most two."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Toast] = []
        self._spare: list[Toast] = []
        self._beside: FramelessWindow | None = None

    def stay_beside(self, window: FramelessWindow) -> None:
        """Keep clear of this window: what its keys and buttons do must stay in view while it is worked in."""
        self._beside = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The window came, moved or grew: a toast that it has reached goes to another corner."""
        if event.type() in _MOVES and self._shown and self._covered(map(_seen, self._shown)):
            self._place()
        return super().eventFilter(watched, event)

    @property
    def shown(self) -> tuple[Toast, ...]:
        """The toasts on the screen, oldest first."""
        return tuple(self._shown)

    def show(
        self,
        title: str,
        detail: str = "",
        *,
        level: Level = Level.OK,
        action: str = "",
        keys: str = "",
        on_action: OnAction | None = None,
        more: tuple[str, OnAction] | None = None,
    ) -> Toast:
        """Tell something; `action` names a button, `keys` its cap where one of our windows has the focus.

        `more` names what can follow, in a line of its own, and does it.

        Only what was done last can be taken back: news of a deed removes an older toast with a button,
        which would else stand beside the news that it is undone, or take back another deed.
        """
        if level is Level.OK:
            for older in [toast for toast in self._shown if toast.acts]:
                older.dismiss()
        while len(self._shown) >= MOST:
            self._shown[0].dismiss()
        toast = self._spare.pop() if self._spare else self._make()
        in_front = QGuiApplication.focusWindow() is not None
        toast.fill(title, detail, level)
        toast.offer(action, keys if in_front else "", on_action)
        toast.offer_more(*(more or ("", None)))
        toast.fit()
        self._shown.append(toast)
        self._place()
        toast.show()
        return toast

    def _make(self) -> Toast:
        toast = Toast()
        toast.gone.connect(lambda: self._retire(toast))
        return toast

    def _retire(self, toast: Toast) -> None:
        if toast in self._shown:
            self._shown.remove(toast)
            self._spare.append(toast)
            self._place()

    def _place(self) -> None:
        """Into the lower right corner, or the first one where they cover nothing of the window in use."""
        places = [
            self._places(right=right, lower=lower) for lower in (True, False) for right in (True, False)
        ]
        least = min(places[2:], key=self._covered)  # rather over the head of the window than over its keys
        chosen = next((found for found in places if not self._covered(found)), least)
        for toast, place in zip(reversed(self._shown), chosen, strict=True):
            toast.move_visible(place.topLeft())

    def _places(self, *, right: bool, lower: bool) -> list[QRect]:
        """Where the toasts stand in one corner, the newest first, next to the edge."""
        px = theme().px
        screen, width = screen_under_mouse().adjusted(*_inside(px(_EDGE))), px(_WIDTH)
        left = screen.right() + 1 - width if right else screen.left()
        edge, found = screen.bottom() + 1 if lower else screen.top(), []
        for toast in reversed(self._shown):
            height = toast.inner_height()
            found.append(QRect(left, edge - height if lower else edge, width, height))
            edge += (height + px(_GAP)) * (-1 if lower else 1)
        return found

    def _covered(self, places: Iterable[QRect]) -> int:
        """How much of the window in use they lie on, in pixels."""
        window = self._beside
        if (
            window is None or not isValid(window) or not window.isVisible()
        ):  # in another language it is made anew
            return 0
        shared = [place & _seen(window) for place in places]
        return sum(part.width() * part.height() for part in shared)

    def clear(self) -> None:
        """Take all away, for example when the program ends."""
        for toast in tuple(self._shown):
            toast.dismiss()


def _seen(window: FramelessWindow) -> QRect:
    """The visible rectangle on the screen."""
    return window.visible_rect().translated(window.pos())


def _inside(edge: int) -> tuple[int, int, int, int]:
    return edge, edge, -edge, -edge
