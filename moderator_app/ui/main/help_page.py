"""The help as a page to read: Markdown in the look's type, its headings, and what is sought marked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets.painting import Themed

_CHINESE_LINE, _LATIN_LINE = 40, 75
"""Characters of a line that is easily read."""
_SECTION = 2
"""The level of the headings that the contents list."""
_LINE = 24
"""The height of a line of text, the same for every font: those for Chinese have more air than others."""
_MOST_FOUND = 500
_HEADINGS = {1: (Type.VERDICT, 0, 12), 2: (Type.TITLE, 32, 8), 3: (Type.MESSAGE, 20, 4)}
"""By level: the size, and the room above and below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of the help; `number` is its place among them, `at` where it stands in the text."""

    number: int
    title: str
    at: int


class HelpPage(Themed, QTextBrowser):
    """Shows a page of Markdown in lines that are easily read; emits `reading` with the section at the top.

    Nothing in it leads out of the program.
    """

    reading = Signal(int)

    def __init__(self, markdown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markdown = markdown
        self._words = ""
        self._found: tuple[QTextCursor, ...] = ()
        self._current = -1
        self.sections: tuple[Section, ...] = ()
        self.setObjectName("help-page")
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setProperty("plain", True)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.verticalScrollBar().valueChanged.connect(self._tell)
        self.follow_theme()

    # ---- the look

    def restyle(self) -> None:
        """Set the page anew in the theme's type and colours; the reader stays where they were."""
        here = self._here() if self.sections else 0
        height = self._height(here)
        document = self.document()
        document.setDefaultFont(theme().font(Type.MESSAGE))
        document.setDocumentMargin(theme().px(32))
        document.setMarkdown(self._markdown)
        self._set_blocks()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _set_table(frame)
        self.setTextCursor(QTextCursor(document))  # the end, where it stood, would be scrolled to
        self._fit()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._height(here) - height if here else 0)
        self._found = tuple(self._places())
        self._mark()
        super().restyle()

    def _here(self) -> int:
        """The place in the text that is read at the top."""
        return self.cursorForPosition(self.viewport().rect().topLeft()).position()

    def _height(self, position: int) -> int:
        """How far below the upper edge of what is seen the line of a place in the text stands."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor).top()

    def _set_blocks(self) -> None:
        sections: list[Section] = []
        block = self.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            _set_block(block, level)
            if level == _SECTION:
                sections.append(Section(number=len(sections), title=block.text(), at=block.position()))
            block = block.next()
        self.sections = tuple(sections)

    def _fit(self) -> None:
        """A line as long as is easily read, and never longer than there is room for."""
        self.setLineWrapColumnOrWidth(min(self.viewport().width() - 1, self.widest))
        self.document().size()  # all of it is laid out now, or there would be no scrolling to its end

    @property
    def widest(self) -> int:
        """How wide the page may be, its margins included."""
        metrics = QFontMetricsF(theme().font(Type.MESSAGE))
        latin, chinese = metrics.averageCharWidth(), metrics.horizontalAdvance("字")
        line = _LATIN_LINE * latin if language() == "en" else _CHINESE_LINE * chinese
        return round(line + 2 * self.document().documentMargin())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()

    # ---- sections

    def go_to(self, number: int) -> None:
        """Bring a section to the top."""
        self.verticalScrollBar().setValue(round(self._top(self.sections[number].at)) - theme().px(8))

    def section_of(self, position: int) -> int:
        """The section that a place in the text belongs to; -1 before the first."""
        return sum(1 for section in self.sections if section.at <= position) - 1

    def _top(self, position: int) -> float:
        """How far below the beginning of the page a place in the text is."""
        block = self.document().findBlock(position)
        top: float = self.document().documentLayout().blockBoundingRect(block).top()
        return top

    def _tell(self, scrolled: int) -> None:
        edge = scrolled + theme().px(40)
        above = [section.number for section in self.sections if self._top(section.at) <= edge]
        if scrolled >= self.verticalScrollBar().maximum() and scrolled > 0:
            return  # the last sections never come to the top: what was chosen stays
        self.reading.emit(above[-1] if above else 0)

    # ---- searching

    @property
    def found(self) -> tuple[int, ...]:
        """Where what is sought stands in the text."""
        return tuple(cursor.selectionStart() for cursor in self._found)

    @property
    def current(self) -> int:
        """The number of the place that is shown, from 0; -1 for none."""
        return self._current

    def seek(self, words: str) -> None:
        """Mark these words wherever they stand, large or small, and show the first place from here on."""
        self._words = words.strip()
        self._found = tuple(self._places())
        self._current = -1
        self.show_found(next((n for n, at in enumerate(self.found) if at >= self._here()), 0))

    def _places(self) -> list[QTextCursor]:
        words, places = self._words, list[QTextCursor]()
        cursor = self.document().find(words) if words else QTextCursor()
        while not cursor.isNull() and len(places) < _MOST_FOUND:
            places.append(cursor)
            cursor = self.document().find(words, cursor)
        return places

    def step(self, by: int) -> None:
        """The next place, or the one before; after the last comes the first."""
        if self._found:
            self.show_found((self._current + by) % len(self._found))

    def show_found(self, number: int) -> None:
        """Show one of the places, in the middle where it is not in sight."""
        self._current = number if self._found else -1
        self._mark()
        if not self._found:
            return
        rect, room = self.cursorRect(self._found[number]), self.viewport().rect()
        if rect.top() < theme().px(32) or rect.bottom() > room.bottom() - theme().px(32):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.center().y() - room.center().y())

    def _mark(self) -> None:
        tokens, marks = theme().tokens, []
        for number, cursor in enumerate(self._found):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            here = number == self._current
            mark.format.setBackground(tokens.accent if here else theme().tokens.verdicts[Level.UNSURE].fill)
            mark.format.setForeground(tokens.on_accent if here else tokens.text)
            marks.append(mark)
        self.setExtraSelections(marks)


def _set_block(block: QTextBlock, level: int) -> None:
    """Room above and below, the height of the lines; a heading in its size."""
    px, shape = theme().px, QTextBlockFormat(block.blockFormat())
    inside = QTextCursor(block).currentTable() is not None
    listed = block.textList() is not None
    _, above, below = _HEADINGS.get(level, (None, 0, 4 if listed else 10))
    shape.setTopMargin(px(0 if inside else above))
    shape.setBottomMargin(px(0 if inside else below))
    if not level:
        shape.setLineHeight(px(_LINE), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor = QTextCursor(block)
    cursor.setBlockFormat(shape)
    if level in _HEADINGS:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        text = QTextCharFormat()
        text.setFont(QFont(theme().font(_HEADINGS[level][0], bold=True)))
        cursor.setCharFormat(text)  # Markdown's own sizes go


def _set_table(table: QTextTable) -> None:
    """As wide as the line, hairlines between, the head in bold."""
    px, tokens, shape = theme().px, theme().tokens, table.format()
    shape.setBorderCollapse(True)
    shape.setBorder(1)
    shape.setBorderBrush(tokens.border)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setCellPadding(px(5))
    shape.setTopMargin(px(4))
    shape.setBottomMargin(px(12))
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setColumnWidthConstraints([])
    table.setFormat(shape)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        head = QTextCharFormat()
        head.setBackground(tokens.raised)
        head.setFontWeight(QFont.Weight.DemiBold)
        held = QTextCharFormat(cell.format())
        held.merge(head)
        cell.setFormat(held)
