"""The filters above the list of members: words with counts that wrap like text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from moderator_app.i18n import translate
from moderator_app.ui.main.lists import Tab
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets.painting import Themed


class Filter(StrEnum):
    """Whom the list shows; TODO shows what is to be done in place of people."""

    ALL = "all"
    TODO = "todo"
    RECORDED = "recorded"
    CARDS = "cards"
    SILENT = "silent"
    FREE = "free"
    SUSPENDED = "suspended"
    REMOVED = "removed"
    LEFT = "left"
    BLOCKED = "blocked"


ALWAYS = frozenset({Filter.ALL, Filter.TODO})
"""Filters that are shown also while they count nobody."""


def filter_text(name: str, count: int) -> str:
    """The word of a filter with its count."""
    return {
        Filter.ALL: translate("Members", "全部 {count}", count=count),
        Filter.TODO: translate("Members", "待办 {count}", count=count),
        Filter.RECORDED: translate("Members", "有记录 {count}", count=count),
        Filter.CARDS: translate("Members", "名片不合 {count}", count=count),
        Filter.SILENT: translate("Members", "久未发言 {count}", count=count),
        Filter.FREE: translate("Members", "自由群 {count}", count=count),
        Filter.SUSPENDED: translate("Members", "暂停 {count}", count=count),
        Filter.REMOVED: translate("Members", "已移出 {count}", count=count),
        Filter.LEFT: translate("Members", "已退群 {count}", count=count),
        Filter.BLOCKED: translate("Members", "黑名单 {count}", count=count),
    }[Filter(name)]


class FilterStrip(Themed, QWidget):
    """Filters in as many lines as the width asks for; one is in force. Emits `chosen` with its name.

    A filter that counts nobody is left out, unless it is in force or one of `always`. ← → walk along.
    """

    chosen = Signal(str)

    def __init__(
        self,
        names: Sequence[str],
        words: Callable[[str, int], str],
        always: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._always = words, always
        self._tabs: dict[str, Tab] = {}
        for name in names:
            tab = Tab("", self)
            tab.setAutoExclusive(True)
            tab.setObjectName(f"tab-{name}")
            tab.clicked.connect(partial(self._clicked, name))
            self._tabs[name] = tab
        self._tabs[names[0]].setChecked(True)
        self.setAccessibleName(translate("Members", "筛选"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_counts({})
        self.follow_theme()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many each filter has; one that is not named has none."""
        current = self.current
        for name, tab in self._tabs.items():
            count = counts.get(name, 0)
            tab.set_text(self._words(name, count))
            tab.setVisible(bool(count) or name in self._always or name == current)
        self._wrap()
        self.updateGeometry()

    @property
    def current(self) -> str:
        """The filter in force."""
        return next(name for name, tab in self._tabs.items() if tab.isChecked())

    def choose(self, name: str) -> None:
        """Put another filter in force."""
        self._tabs[name].setVisible(True)
        self._tabs[name].setChecked(True)
        self._wrap()
        self.updateGeometry()
        self.chosen.emit(name)

    def walk(self, step: int) -> None:
        """The next or the previous one that is shown, round the ends."""
        shown = [name for name, tab in self._tabs.items() if not tab.isHidden()]
        self.choose(shown[(shown.index(self.current) + step) % len(shown)])

    def _clicked(self, name: str, *_: object) -> None:
        self.chosen.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """← → come here from a filter that has the focus."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        self.walk(step)
        self._tabs[self.current].setFocus(Qt.FocusReason.TabFocusReason)

    # ---- wrapping

    def _places(self, width: int) -> list[tuple[Tab, QRect]]:
        """Where each filter that is shown stands: side by side, line under line."""
        left = top = 0
        line, places = theme().px(24), []
        for tab in self._tabs.values():
            if tab.isHidden():
                continue
            wide = tab.sizeHint().width()
            if left and left + wide > width:
                left, top = 0, top + line + theme().px(2)
            places.append((tab, QRect(left, top, wide, line)))
            left += wide
        return places

    def _wrap(self) -> None:
        for tab, place in self._places(self.width()):
            tab.setGeometry(place)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As many lines as it takes."""
        return self._places(width)[-1][1].bottom() + 1

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The height follows from the width."""
        return True

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as it is."""
        width = max(self.width(), theme().px(180))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A filter or two wide."""
        return QSize(theme().px(120), theme().px(24))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap anew; the layout has to hear how many lines that takes."""
        super().resizeEvent(event)
        self._wrap()
        if self.height() != self.heightForWidth(self.width()):
            self.updateGeometry()
