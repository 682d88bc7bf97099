"""The picture that is checked, and one row for each code in it: what it is and where it leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.core.text.codes import Code, read_code, spelt
from moderator_app.core.wording import Reason
from moderator_app.i18n import translate
from moderator_app.sentences import level_text, reason_text
from moderator_app.sentences.base import joined
from moderator_app.sentences.codes import code_detail, code_title
from moderator_app.system.picture_reader import Looked
from moderator_app.ui.quick.picture_view import Mark, PictureView, paint_number
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Button, Label
from moderator_app.ui.widgets.painting import Themed, line_of_text, smooth, text_width

MOST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLine:
    """One row: the number in the picture, the code, its verdict, and which picture holds it."""

    number: int
    code: Code
    level: Level
    picture: int
    form: str = ""


def codes_of(looked: Sequence[Looked]) -> tuple[str, ...]:
    """What the codes in all pictures say, as a message keeps it; the same text once."""
    return tuple(
        dict.fromkeys(spelt(code.text, goods=code.goods) for picture in looked for code in picture.codes)
    )


def troubles_of(looked: Sequence[Looked]) -> tuple[str, ...]:
    """Why pictures could not be looked at; the same sentence once."""
    told = (picture.trouble for picture in looked)
    return tuple(dict.fromkeys(reason_text(Reason(each.code, each.values)) for each in told if each))


def code_lines(looked: Sequence[Looked], levels: Mapping[str, Level]) -> tuple[CodeLine, ...]:
    """The rows of all pictures, numbered through."""
    found = [(number, code) for number, picture in enumerate(looked) for code in picture.codes]
    lines = []
    for count, (picture, code) in enumerate(found, 1):
        said = spelt(code.text, goods=code.goods)
        level = levels.get(said, Level.OK)
        lines.append(
            CodeLine(number=count, code=read_code(said), level=level, picture=picture, form=code.form)
        )
    return tuple(lines)


def looked_text(looked: Sequence[Looked]) -> str:
    """What was looked at: 看过 1 张图片（1080 × 2400）."""
    seen = [picture for picture in looked if picture.trouble is None]
    if len(seen) == 1:
        size = f"{seen[0].size.width()} × {seen[0].size.height()}"
        if seen[0].frames > 1:
            return translate("Pictures", "看过动图的第一帧（{size}）。", size=size)
        return translate("Pictures", "看过 1 张图片（{size}）。", size=size)
    return translate("Pictures", "看过 {count} 张图片。", count=len(seen))


class CodeRow(Themed, QWidget):
    """One code, 28 high; what it says gives way where room is short. Emits `pressed` with its picture."""

    pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: CodeLine | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set(self, line: CodeLine) -> None:
        """Show another code."""
        self._line = line
        told = (str(line.number), code_title(line.code), code_detail(line.code), level_text(line.level))
        self.setAccessibleName(" ".join(part for part in told if part))
        self.setToolTip(line.code.text)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """28 high."""
        return QSize(theme().px(200), theme().px(28))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show the picture that holds it."""
        if self._line is not None and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(self._line.picture)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw number, kind, what it says, verdict."""
        line = self._line
        if line is None:
            return
        painter, px, tokens = smooth(self), theme().px, theme().tokens
        paint_number(painter, QPointF(px(10), self.height() / 2), line.number, line.level)
        area = self.rect().toRectF().adjusted(px(28), 0, 0, 0)
        hint, word = theme().font(Type.HINT), level_text(line.level)
        right = area.adjusted(area.width() - text_width(word, hint) - 1, 0, 0, 0)
        line_of_text(painter, right, word, font=hint, colour=theme().ink(line.level))
        area.setRight(right.left() - px(8))
        font = theme().font(bold=True)
        line_of_text(painter, area, code_title(line.code), font=font, colour=tokens.text)
        area.setLeft(area.left() + text_width(code_title(line.code), font) + px(8))
        line_of_text(painter, area, code_detail(line.code), font=theme().font(), colour=tokens.text2)


class PictureSection(Themed, QWidget):
    """The picture, a line on what was looked at, and the codes. Emits `grown` when more rows are shown.

    `flush` where what is around it has the margins already.
    """

    grown = Signal()

    def __init__(self, parent: QWidget | None = None, *, flush: bool = False) -> None:
        super().__init__(parent)
        self._flush = flush
        self._looked: Sequence[Looked] = ()
        self._lines: Sequence[CodeLine] = ()
        self._open = False
        self.view = PictureView()
        self.view.setObjectName("picture")
        self.caption = Label(kind=Type.HINT, tone="text2", wrap=True)
        self.caption.setObjectName("pictureCaption")
        self._rows: list[CodeRow] = []
        self._more = Button(variant="link")
        self._more.setObjectName("moreCodes")
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.clicked.connect(self._show_all)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.view)
        self._column.addWidget(self.caption)
        self._more_row = QHBoxLayout()
        self._more_row.addWidget(self._more)
        self._more_row.addStretch(1)
        self._column.addLayout(self._more_row)
        self.follow_theme()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        beside = 0 if self._flush else px(16)
        self._column.setContentsMargins(beside, 0 if self._flush else px(12), beside, px(8))
        self._column.setSpacing(px(4))
        super().restyle()

    def show_looked(
        self, looked: Sequence[Looked], levels: Mapping[str, Level], *, told: bool = False
    ) -> None:
        """Show what was found; `levels` is the verdict on each code by what it says.

        `told` where it is said elsewhere what was looked at.
        """
        self.caption.setVisible(not told)
        self._looked, self._lines, self._open = looked, code_lines(looked, levels), False
        first = next((line.picture for line in self._lines), None)
        opened = (number for number, picture in enumerate(looked) if picture.shown is not None)
        place = next(opened, None) if first is None else first
        self._show_rows()
        if place is not None:
            self._show_picture(place)

    def lines(self) -> tuple[CodeLine, ...]:
        """The codes that are listed."""
        return tuple(self._lines)

    def height_at(self, width: int) -> int:
        """How high all of it is at this width."""
        return self._column.totalHeightForWidth(width)

    def _show_picture(self, number: int) -> None:
        picture = self._looked[number]
        if picture.shown is None:
            return
        here = [line for line in self._lines if line.picture == number]
        marks = [
            Mark(number=line.number, outline=code.outline, level=line.level)
            for line, code in zip(here, picture.codes, strict=True)
        ]
        self.view.show_picture(picture.shown, marks)
        self.view.setAccessibleName(looked_text([picture]))
        self.caption.setText(self._caption(number))
        self.grown.emit()

    def _caption(self, number: int) -> str:
        parts = [looked_text(self._looked)]
        if len(self._looked) > 1:
            parts.append(translate("Pictures", "上面是第 {number} 张。", number=number + 1))
        if self._lines:
            parts.append(translate("Pictures", "找到 {count} 个码。", count=len(self._lines)))
        else:
            parts.append(translate("Pictures", "没有找到二维码或条码。"))
        return joined(*parts)

    def _show_all(self) -> None:
        self._open = True
        self._show_rows()
        self.grown.emit()

    def _show_rows(self) -> None:
        count = len(self._lines) if self._open else min(len(self._lines), MOST)
        while len(self._rows) < count:
            row = CodeRow()
            row.setObjectName(f"code{len(self._rows) + 1}")
            row.pressed.connect(self._show_picture)
            self._column.insertWidget(2 + len(self._rows), row)
            self._rows.append(row)
        for index, row in enumerate(self._rows):
            if index < count:
                row.set(self._lines[index])
            row.setVisible(index < count)
        rest = len(self._lines) - count
        self._more.set_text(translate("Pictures", "另有 {count} 个", count=rest))
        self._more.setVisible(rest > 0)
