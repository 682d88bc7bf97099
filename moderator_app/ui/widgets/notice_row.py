"""One notice to choose from: its number, its title, and, when chosen, what it will say."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets.keycap import cap_size, paint_cap
from moderator_app.ui.widgets.painting import Themed, box, line_of_text, smooth, text_width

_LINES = 2


class NoticeRow(Themed, QAbstractButton):
    """28 high; the chosen one stands on the tint with two lines of its text, or all of it.

    `trailing` is the word at the right end (建议, 不计次数, 计 1 次). `blocked` shows the text as a
    problem: the notice cannot be copied. `quiet` puts the text behind the title on one line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._trailing, self._preview = "", "", ""
        self._chosen = self._whole = self._blocked = self._suggested = False
        self._side = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow_theme()

    def set(
        self,
        *,
        number: str,
        title: str,
        preview: str = "",
        trailing: str = "",
        suggested: bool = False,
        chosen: bool = False,
        whole: bool = False,
        blocked: bool = False,
        side: str = "",
    ) -> None:
        """Show a notice."""
        self._number, self._trailing, self._side = number, trailing, side
        self._preview = preview.strip() if whole else " ".join(preview.split())
        self._suggested, self._chosen, self._whole, self._blocked = suggested, chosen, whole, blocked
        self.setText(title)
        self.setCheckable(True)
        self.setChecked(chosen)
        self.setAccessibleName(f"{number} {title}" + (f" {trailing}" if trailing else ""))
        self.setAccessibleDescription(preview if chosen else side)
        self.restyle()

    @property
    def chosen(self) -> bool:
        """Whether it is the one that Enter takes."""
        return self._chosen

    @property
    def preview(self) -> str:
        """The text shown under the title of the chosen row."""
        return self._preview if self._chosen else ""

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """A click only reports itself; who shows the row decides what is chosen."""

    # Layout of the text below the title

    def _text_left(self) -> int:
        return theme().px(8) + cap_size(self._number).width() + theme().px(8)

    def _lay_out(self, width: int) -> list[tuple[str, float]]:
        """The lines of the preview with their widths' limit kept; the last one elided where cut."""
        room = max(width - self._text_left() - theme().px(8), theme().px(40))
        lines: list[tuple[str, float]] = []
        paragraphs = self._preview.split("\n")
        for paragraph in paragraphs:
            lines += [(line, room) for line in self._wrap(paragraph, room)]
        if not self._whole and len(lines) > _LINES:
            rest = "".join(line for line, _ in lines[_LINES - 1 :])
            lines = [*lines[: _LINES - 1], (rest, room)]
        return lines

    @staticmethod
    def _wrap(paragraph: str, room: float) -> list[str]:
        layout = QTextLayout(paragraph, theme().font(Type.BODY))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        units, found = paragraph.encode("utf-16-le", "replace"), []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            start, end = line.textStart() * 2, (line.textStart() + line.textLength()) * 2
            found.append(units[start:end].decode("utf-16-le", "replace"))
        layout.endLayout()
        return found or [""]

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The chosen row grows with its text."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """28, or title, lines and padding."""
        px = theme().px
        if not self._chosen or not self._preview:
            return px(28) + (px(8) if self._chosen else 0)
        return px(4) + px(28) + px(20) * len(self._lay_out(width)) + px(8)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the present width asks for."""
        return QSize(theme().px(300), self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the tint, the cap, the title, the word at the right and the text."""
        painter, px, tokens = smooth(self), theme().px, theme().tokens
        if self._chosen:
            outline = tokens.accent if theme().high_contrast else None
            box(painter, self.rect().toRectF(), radius=px(6), fill=tokens.accent_tint, line=outline)
        elif self.underMouse():
            box(painter, self.rect().toRectF(), radius=px(4), fill=tokens.raised, line=None)
        top = px(4) if self._chosen else 0
        self._paint_title(painter, top)
        if self._chosen and self._preview:
            self._paint_preview(painter, top + px(28))

    def _paint_title(self, painter: QPainter, top: int) -> None:
        px, tokens, cap = theme().px, theme().tokens, cap_size(self._number)
        row = QRectF(0, top, self.width(), px(28))
        area = QRectF(px(8), top + (px(28) - cap.height()) / 2, cap.width(), cap.height())
        line = tokens.accent if self._chosen else tokens.border_strong
        ink = tokens.accent if self._chosen else tokens.text2
        fill = tokens.surface if self._chosen else tokens.raised
        paint_cap(painter, area, self._number, line=line, text=ink, fill=fill)
        right = float(self.width() - px(8))
        if self._trailing:
            width = text_width(self._trailing, theme().font(Type.HINT)) + 1
            colour = tokens.accent if self._chosen else tokens.text2
            place = QRectF(right - width, top, width, row.height())
            line_of_text(painter, place, self._trailing, font=theme().font(Type.HINT), colour=colour)
            right -= width + px(8)
        title = QRectF(self._text_left(), top, max(right - self._text_left(), 0), row.height())
        font = theme().font(Type.BODY, bold=self._chosen)
        line_of_text(painter, title, self.text(), font=font, colour=tokens.text)
        if self._side and not self._chosen:
            title.setLeft(title.left() + text_width(self.text(), font) + px(8))
            line_of_text(painter, title, self._side, font=theme().font(Type.BODY), colour=tokens.text2)

    def _paint_preview(self, painter: QPainter, top: int) -> None:
        px, tokens = theme().px, theme().tokens
        colour = tokens.text if self._blocked else tokens.text2
        for index, (line, room) in enumerate(self._lay_out(self.width())):
            place = QRectF(self._text_left(), top + index * px(20), room, px(20))
            line_of_text(painter, place, line.rstrip("\n"), font=theme().font(Type.BODY), colour=colour)

    def enterEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Show that it can be pressed."""
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Back to quiet."""
        self.update()
