"""The head of the quick check: verdict by icon, word and colour; the clauses; the group; close."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.sentences import level_text
from moderator_app.ui.theme import Type, paint_icon, theme
from moderator_app.ui.widgets import Button, Label
from moderator_app.ui.widgets.painting import Themed, box, line_of_text, smooth, text_width


class GroupButton(Themed, QAbstractButton):
    """The group's name with a chevron; pressing it asks for the menu of groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("groupButton")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set_group(self, title: str) -> None:
        """Show another group."""
        self.setText(title)
        self.setAccessibleName(translate("QuickCheck", "群：{group}", group=title))
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The name, at most 160 wide, and the chevron."""
        px = theme().px
        words = min(text_width(self.text(), theme().font()) + 1, px(160))
        return QSize(round(words) + px(4) + px(16) + 2 * px(4), px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw name and chevron; the ring for who comes by Tab."""
        painter, px, tokens = smooth(self), theme().px, theme().tokens
        area = self.rect().toRectF()
        if self.hasFocus():
            box(painter, area, radius=px(6), fill=None, line=tokens.accent, width=2)
        ink = tokens.text if self.underMouse() else tokens.text2
        words = area.adjusted(px(4), 0, -px(24), 0)
        line_of_text(painter, words, self.text(), font=theme().font(), colour=ink)
        place = QRectF(area.right() - px(20), (area.height() - px(16)) / 2, px(16), px(16))
        paint_icon(painter, "down", place, ink)

    def enterEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Show that it can be pressed."""
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Back to quiet."""
        self.update()


class IconView(Themed, QWidget):
    """One icon of the theme at a fixed size."""

    def __init__(self, name: str = "app", size: int = 24, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._size = name, size
        self._colour: QColor | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set(self, name: str, colour: QColor | None = None) -> None:
        """Show another icon; a verdict's icon has its own colour."""
        self._name, self._colour = name, colour
        self.update()

    def name(self) -> str:
        """The icon's name."""
        return self._name

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A square."""
        return QSize(theme().px(self._size), theme().px(self._size))

    def _ink(self) -> QColor:
        if self._name in tuple(Level):
            return theme().ink(Level(self._name))
        return theme().tokens.accent if self._name == "app" else self._colour or theme().tokens.text

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it."""
        paint_icon(smooth(self), self._name, self.rect().toRectF(), self._ink())


class VerdictHeader(Themed, QWidget):
    """56 high, filled with the verdict's colour. Emits `group_pressed` and `closed`."""

    group_pressed = Signal()
    closed = Signal()

    def __init__(self, *, closable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: Level | None = None
        self.rounded = 0
        self.icon = IconView()
        self.word = Label(kind=Type.VERDICT, bold=True)
        self.word.setObjectName("verdictWord")
        self.title = Label(kind=Type.TITLE, bold=True, elide=True)
        self.title.setObjectName("headerTitle")
        self.clauses = Label(kind=Type.MESSAGE, elide=True)
        self.clauses.setObjectName("verdictClauses")
        self.extent = Label(tone="text2", elide=True)
        self.extent.setObjectName("verdictExtent")
        self.group = GroupButton()
        self.group.clicked.connect(self.group_pressed)
        self.close_button = Button(icon_name="x", variant="flat")
        self.close_button.setObjectName("closeButton")
        self.close_button.setAccessibleName(translate("QuickCheck", "关闭"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button.clicked.connect(self.closed)
        self._row = QHBoxLayout(self)
        for widget in (self.icon, self.word, self.title, self.clauses, self.extent):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.group)
        self._row.addWidget(self.close_button)
        self.close_button.setVisible(closable)
        self.follow_theme()

    def restyle(self) -> None:
        """Take sizes from the theme."""
        px = theme().px
        self.setFixedHeight(px(56))
        self._row.setContentsMargins(px(16), 0, px(4), 0)
        self._row.setSpacing(px(12))
        super().restyle()

    def show_verdict(self, level: Level, clauses: str, extent: str = "", word: str = "") -> None:
        """A verdict with its clauses; `word` stands for the verdict's own where it tells more."""
        self._level = level
        word = word or level_text(level)
        self.icon.set(level.value)
        self.word.setText(word)
        self.word.set_tone(level)
        self.clauses.setText(clauses)
        self.extent.setText(extent)
        self._show_words(verdict=True)
        self.setAccessibleName(" ".join(part for part in (word, clauses) if part))

    def show_title(self, title: str) -> None:
        """No verdict: only a title, with the program's own icon."""
        self._level = None
        self.icon.set("app")
        self.title.setText(title)
        self._show_words(verdict=False)
        self.setAccessibleName(title)

    def _show_words(self, *, verdict: bool) -> None:
        self.word.setVisible(verdict)
        self.clauses.setVisible(verdict and bool(self.clauses.text()))
        self.extent.setVisible(verdict and bool(self.extent.text()))
        self.title.setVisible(not verdict)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Fill with the verdict's colour, rounded on top where the window is; a line below otherwise."""
        painter, tokens, area = smooth(self), theme().tokens, self.rect().toRectF()
        if self._level is not None and not theme().high_contrast:
            fill = tokens.verdicts[self._level].fill
            reach = self.rounded
            box(painter, area.adjusted(0, 0, 0, reach), radius=reach, fill=fill, line=None)
            return
        thin = 1 / self.devicePixelRatioF()
        painter.fillRect(QRectF(0, area.height() - thin, area.width(), thin), tokens.border)
