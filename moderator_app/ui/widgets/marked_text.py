"""A message with its hits marked: tints and lines painted under text that stays selectable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextLine,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from moderator_app.core.rules.verdict import Level, Verdict
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets.display_text import Shown, shown
from moderator_app.ui.widgets.painting import Themed

_CONTEXT = 1500
"""Of a text too long to show, this many characters stand before the first hit."""

_BELOW = 3
"""Room under the last line: a mark's line lies lower than the descent of the font."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One span of the original text and the level that decides how it is marked."""

    start: int
    end: int
    level: Level


def marks_of(verdict: Verdict) -> tuple[Mark, ...]:
    """Every hit of a verdict; where two overlap the worse is painted last and wins."""
    found = {
        Mark(start=hit.span[0], end=hit.span[1], level=finding.level)
        for finding in (*verdict.findings, *verdict.passed)
        for hit in finding.hits
    }
    return tuple(sorted(found, key=lambda mark: (mark.level.rank, mark.start, mark.end)))


class MarkedText(Themed, QTextEdit):
    """违规 tint and solid line, 拿不准 tint and dashes, let through dots; scrolls above `max_height`."""

    def __init__(
        self, *, max_height: int = 240, kind: Type = Type.MESSAGE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._max_height, self._kind = max_height, kind
        self._shown = Shown("", (0,), 0)
        self._original = ""
        self._untouched = True
        self._heights: dict[int, int] = {}
        self._most = 0
        self._marks: tuple[Mark, ...] = ()
        self._spans: list[tuple[int, int, Level]] = []
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setStyleSheet(
            "QTextEdit { border: none; border-radius: 0; padding: 0; background: transparent; }"
        )
        self.viewport().setAutoFillBackground(False)
        self.follow_theme()

    def set_marked(self, text: str, marks: Sequence[Mark]) -> None:
        """Show a text with its marks and go to the first one; blank lines at its end take no room."""
        self._original, self._marks = text, tuple(marks)
        text = text.rstrip() or text
        first_hit = min((mark.start for mark in marks), default=0)
        first = max(0, first_hit - _CONTEXT) if len(text) > 2 * _CONTEXT else 0
        self._shown = shown(text, first=first)
        self._spans = []  # setting the text may already lay it out
        self.setPlainText(self._shown.text)
        self._spans = [
            (*place, mark.level)
            for mark in marks
            if (place := self._shown.span(mark.start, mark.end)) is not None
        ]
        self._apply_format()
        self._untouched = True
        self.scroll_to_first_mark()

    def set_verdict(self, text: str, verdict: Verdict) -> None:
        """Show a judged message."""
        self.set_marked(text, marks_of(verdict))

    def original(self) -> str:
        """The text as it was given."""
        return self._original

    def mark_spans(self) -> list[tuple[int, int, Level]]:
        """The marks as painted, in positions of the document."""
        return list(self._spans)

    def restyle(self) -> None:
        """Take font and colours from the theme."""
        self.setFont(theme().font(self._kind))
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.Text, theme().tokens.text)
        self.setPalette(colours)
        self._apply_format()
        super().restyle()

    def _line_height(self) -> int:
        return theme().px(24 if self._kind is Type.MESSAGE else 20)

    def _apply_format(self) -> None:
        layout = QTextBlockFormat()
        layout.setLineHeight(self._line_height(), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(layout)
        frame = self.document().rootFrame().frameFormat()
        frame.setBottomMargin(theme().px(_BELOW))
        self.document().rootFrame().setFrameFormat(frame)
        self.document().clearUndoRedoStacks()
        self._heights.clear()
        self.updateGeometry()

    # Height follows the content up to the limit.

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The height depends on how the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Whole lines, at most `max_height`."""
        height = self._heights.get(width)
        if height is None:
            document, most = self.document(), self._most or theme().px(self._max_height)
            document.setTextWidth(width)
            wanted = round(document.size().height() + 0.49)
            height = min(wanted, most)
            self._heights = {width: height}
            self._offer_bar(wanted > most)  # may resize, and so ask for another width's height meanwhile
            if wanted > most:  # it will scroll: the lines must end before the bar
                document.setTextWidth(width - self.verticalScrollBar().sizeHint().width())
        return height

    def _offer_bar(self, scrolls: bool) -> None:
        wanted = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() is not wanted:
            self.setVerticalScrollBarPolicy(wanted)

    def limit(self, most: int = 0) -> None:
        """At most so high, where the window has less room; 0 for `max_height`."""
        if most != self._most:
            self._most = most
            self._heights.clear()
            self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the present width asks for."""
        width = self.width()
        return QSize(theme().px(300), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line."""
        return QSize(theme().px(60), self._line_height())

    def scroll_to_first_mark(self) -> None:
        """Bring the first hit into view, one line below the top; for a text that scrolls."""
        self.verticalScrollBar().setValue(0)
        if not self._spans:
            return
        start = min(span[0] for span in self._spans)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        self.setTextCursor(cursor)  # Qt brings the cursor into view when the window appears
        block = self.document().findBlock(start)
        line = block.layout().lineForTextPosition(start - block.position())
        if not line.isValid():
            return
        top = self.document().documentLayout().blockBoundingRect(block).top() + line.y()
        visible = self.viewport().height()
        if top + self._line_height() > visible:
            self.verticalScrollBar().setValue(round(top - self._line_height()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The first hit stays in view until the user has scrolled or selected."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()  # the text wraps anew
        if self._untouched:
            self.scroll_to_first_mark()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """From now on the user decides what is in view."""
        self._untouched = False
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """From now on the user decides what is in view."""
        self._untouched = False
        super().mousePressEvent(event)

    # The marks lie under the text: QTextEdit paints its text over them.

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the marks, then let Qt paint the text; measuring may have left it in another width."""
        if self.document().textWidth() != self.viewport().width():
            self.document().setTextWidth(self.viewport().width())
        if self._spans:
            painter = QPainter(self.viewport())
            painter.translate(0, -self.verticalScrollBar().value())
            painter.setClipRect(QRectF(event.rect()).translated(0, self.verticalScrollBar().value()))
            for start, end, level in self._spans:
                for rect in self._rects(start, end):
                    paint_mark(painter, rect, level)
            painter.end()
        super().paintEvent(event)

    def _rects(self, start: int, end: int) -> list[QRectF]:
        """The rectangles that a span covers, one a line, in document coordinates."""
        found = []
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            found += self._rects_in(block, start - block.position(), end - block.position())
            block = block.next()
        return found

    def _rects_in(self, block: QTextBlock, start: int, end: int) -> list[QRectF]:
        layout, found = block.layout(), []
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if low >= high:
                continue
            left, right = cursor_x(line, low), cursor_x(line, high)
            baseline = origin.y() + line.y() + line.ascent()
            found.append(QRectF(QPointF(origin.x() + min(left, right), baseline), QSize(1, 1).toSizeF()))
            found[-1].setWidth(abs(right - left))
        return found


def cursor_x(line: QTextLine, position: int) -> float:
    """How far from the left the cursor stands before this character: PySide also gives the character."""
    answer: Any = line.cursorToX(position)
    return float(answer[0] if isinstance(answer, tuple) else answer)


def paint_mark(painter: QPainter, place: QRectF, level: Level, tint: QColor | None = None) -> None:
    """Tint and line of one piece; `place.top()` is the baseline of its line.

    `tint` stands out where the ground has the verdict's own tint already.
    """
    tones, px = theme().tokens.verdicts[level], theme().px
    baseline, ascent = place.top(), px(13)
    if level is not Level.OK and not theme().high_contrast:
        top = baseline - ascent - px(4)
        painter.fillRect(QRectF(place.left(), top, place.width(), baseline + px(4) - top), tint or tones.fill)
    stroke = QRectF(place.left(), baseline + px(4), place.width(), px(2))
    _paint_line(painter, stroke, tones.line, level)


def _paint_line(painter: QPainter, stroke: QRectF, colour: QColor, level: Level) -> None:
    pen = QPen(colour, stroke.height())
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if level is Level.UNSURE:
        pen.setDashPattern([2.5, 1.5])
    elif level is Level.OK:
        pen.setDashPattern([0.01, 2.0])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, level is Level.OK)
    painter.setPen(pen)
    middle, inset = stroke.center().y(), stroke.height() / 2 if level is Level.OK else 0
    painter.drawLine(QPointF(stroke.left() + inset, middle), QPointF(stroke.right() - inset, middle))
