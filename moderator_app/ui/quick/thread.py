"""What one person wrote in a conversation: the messages with their times, and what they follow, in grey."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from moderator_app.core.message import Message
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.ui.quick.round import Said
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Button, Label, MarkedText
from moderator_app.ui.widgets.painting import Themed, lay_out

MOST = 3
"""Messages in view; the others come with 另有 n 条."""
_ALL = 60
_LINES, _LINE, _TIME = 4, 24, 40


def _time_of(message: Message) -> str:
    return message.at.strftime("%H:%M") if message.at else ""


class ThreadRow(Themed, QWidget):
    """Time, and the text with its marks, or one grey line for what is only told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.time = Label(kind=Type.HINT, tone="text2")
        self.text = MarkedText()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(translate("QuickCheck", "消息"))
        self.quiet = Label(tone="text2", elide=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.time, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.quiet, 1)
        self.follow_theme()

    def restyle(self) -> None:
        """Take sizes from the theme."""
        px = theme().px
        self._row.setSpacing(px(8))
        for label in (self.time, self.quiet):
            label.setFixedHeight(px(_LINE))
        self.time.setFixedWidth(px(_TIME))
        super().restyle()

    def show_marked(self, said: Said, *, timed: bool, most: int) -> None:
        """A message with its marks; `most` pixels high, then it scrolls to the first mark."""
        self.time.setText(_time_of(said.message))
        self.time.setVisible(timed)
        self.quiet.hide()
        self.text.limit(most)
        self.text.set_verdict(said.message.text, said.verdict)
        self.text.show()

    def show_quiet(self, message: Message, *, timed: bool) -> None:
        """A message of somebody else, on one line."""
        self.time.setText(_time_of(message))
        self.time.setVisible(timed)
        self.text.hide()
        words = " ".join(message.text.split())
        name = message.sender
        self.quiet.setText(
            translate("QuickCheck", "{name}：{text}", name=name, text=words) if name else words
        )
        self.quiet.show()


class ThreadSection(Themed, QWidget):
    """The rows are made once and used again. Emits `grown` when more of them are shown."""

    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: Said | None = None
        self._said: Sequence[Said] = ()
        self._open = self._told = False
        self.rows: list[ThreadRow] = []
        self._more = Button(variant="link")
        self._more.setObjectName("moreMessages")
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.clicked.connect(self._show_all)
        self._column = QVBoxLayout(self)
        self._more_row = QHBoxLayout()
        self._more_row.addWidget(self._more)
        self._more_row.addStretch(1)
        self._column.addLayout(self._more_row)
        self.follow_theme()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        self._column.setContentsMargins(px(16), px(8), px(16), px(8))
        self._column.setSpacing(px(2))
        super().restyle()

    def show_person(self, said: Sequence[Said], context: Said | None) -> None:
        """What one person wrote: what is charged goes before the rest where not all can be shown."""
        if len(said) > MOST:
            charged = [each for each in said if each.verdict.level is not Level.OK]
            said = [*charged, *(each for each in said if each not in charged)]
        self._said, self._context, self._open, self._told = said, context, False, False
        self._show()

    def show_rest(self, said: Sequence[Said]) -> None:
        """What the others wrote, one grey line each."""
        self._said, self._context, self._open, self._told = said, None, False, True
        self._show()

    def fit(self) -> None:
        """Lay the rows out for the present width."""
        for row in self.rows:
            lay_out(row)
            row.text.updateGeometry()
            row.updateGeometry()

    def texts(self) -> list[str]:
        """The rows that are shown, as words."""
        shown = [row for row in self.rows if row.isVisibleTo(self)]
        return [row.text.original() if row.text.isVisibleTo(row) else row.quiet.text() for row in shown]

    def _show_all(self) -> None:
        self._open = True
        self._show()
        self.grown.emit()

    def _show(self) -> None:
        said = list(self._said[: _ALL if self._open else MOST])
        if not self._told:
            said.sort(key=self._said_order)
        context = [self._context] if self._context else []
        timed = any(each.message.at for each in (*context, *said))
        while len(self.rows) < len(context) + len(said):
            self._add_row()
        most = theme().px(_LINE * _LINES + 4) if len(said) > 1 else 0
        for row, each in zip(self.rows, (*context, *said), strict=False):
            if self._told or each is self._context:
                row.show_quiet(each.message, timed=timed)
            else:
                row.show_marked(each, timed=timed, most=most)
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(context) + len(said))
        rest = len(self._said) - len(said)
        self._more.set_text(translate("QuickCheck", "另有 {count} 条", count=rest))
        self._more.setVisible(rest > 0 and not self._open)

    @staticmethod
    def _said_order(said: Said) -> int:
        return said.message.start

    def _add_row(self) -> None:
        row = ThreadRow()
        row.setObjectName(f"said{len(self.rows) + 1}")
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
