"""All keys of the quick check on one sheet, laid over the window by F1."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from moderator_app.i18n import translate
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import KeyCap, Label
from moderator_app.ui.widgets.painting import Themed, box, smooth


def key_table() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Which keys do what: exactly what works."""
    return (
        (("Enter",), translate("QuickCheck", "做右下角按钮说的事")),
        (("Shift+Enter",), translate("QuickCheck", "只复制，不记录")),
        (("Ctrl+Enter",), translate("QuickCheck", "一份告知给所有违规的人，各记一次")),
        (("1–9",), translate("QuickCheck", "选告知；正在打字时按 Alt 加数字")),
        (("0",), translate("QuickCheck", "只记录，不告知")),
        (("Space",), translate("QuickCheck", "看告知全文和阶梯全文")),
        (("F2",), translate("QuickCheck", "指明是谁；直接打拼音首字母也可以")),
        (("F3",), translate("QuickCheck", "看成员的资料；名字像黑名单里的人时，看那一位")),
        (("↑", "↓"), translate("QuickCheck", "换人，选人，选条款")),
        (("→", "←"), translate("QuickCheck", "看依据，逐条展开；收起")),
        (("Ctrl+D",), translate("QuickCheck", "误判；没问题时是「其实违规」")),
        (("Ctrl+R",), translate("QuickCheck", "另记为举报或申诉")),
        (("Ctrl+Z",), translate("QuickCheck", "撤销记录，还原剪贴板")),
        (("Ctrl+G",), translate("QuickCheck", "换群：两个群直接换，更多时按数字选")),
        (("Esc",), translate("QuickCheck", "没问题，关闭；正在打字时先清空")),
        (("F1",), translate("QuickCheck", "打开或收起这张表")),
    )


class HelpSheet(Themed, QWidget):
    """Covers the body of the window; a click, Esc or F1 takes it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("helpSheet")
        self._title = Label(translate("QuickCheck", "全部按键"), kind=Type.TITLE, bold=True)
        self._grid = QGridLayout()
        for row, (keys, text) in enumerate(key_table()):
            caps = QWidget()
            line = QGridLayout(caps)
            line.setContentsMargins(0, 0, 0, 0)
            for column, key in enumerate(keys):
                line.addWidget(KeyCap(key), 0, column)
            self._grid.addWidget(caps, row, 0, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(Label(text, wrap=True), row, 1)
        self._grid.setColumnStretch(1, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self.setAccessibleName(self._title.text())
        self.hide()
        self.follow_theme()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(px(12))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(4))
        super().restyle()

    def wanted(self) -> QSize:
        """The room that all rows need."""
        return self._column.sizeHint()

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click takes it away."""
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A plain ground over what is below."""
        box(smooth(self), self.rect().toRectF(), radius=0, fill=theme().tokens.surface, line=None)
