"""A notice's text being written: tokens stand out, unknown ones are marked, chips insert them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QTextEdit, QWidget

from moderator_app.core.notices.tokens import find_tokens
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.ui.main.paint import focus_ring
from moderator_app.ui.main.parts import row
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Label
from moderator_app.ui.widgets.painting import Themed, box, line_of_text, smooth, text_width

_ADDRESS = re.compile(r"https?://[!-~]+")
_CHINESE_TOKENS = ("称呼", "群名", "条款", "第几次", "下一步", "摘录", "群规链接")
_ENGLISH_TOKENS = ("member", "group", "rule", "count", "next_step", "excerpt", "rules_link")


def offered_tokens() -> Sequence[str]:
    """The tokens to insert, in the words of the language in force."""
    return _ENGLISH_TOKENS if language() == "en" else _CHINESE_TOKENS


class _Tokens(QSyntaxHighlighter):
    """Accent on its tint for a token; the colours of 违规 for one that nobody fills."""

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Colour the tokens of one paragraph."""
        tokens, wrong = theme().tokens, theme().tokens.verdicts[Level.VIOLATION]
        for token in find_tokens(text):
            look = QTextCharFormat()
            look.setForeground(tokens.accent if token.value else wrong.text)
            look.setBackground(tokens.accent_tint if token.value else wrong.fill)
            start, end = (len(text[:place].encode("utf-16-le")) // 2 for place in token.span)
            self.setFormat(start, end - start, look)


class NoticeEditor(Themed, QTextEdit):
    """The text with its tokens; Ctrl+Enter leaves it, Tab goes on to the next control."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice-text")
        self.setAccessibleName(translate("Notices", "正文"))
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._tokens = _Tokens(self.document())
        self.follow_theme()

    def restyle(self) -> None:
        """Take font and colours from the theme."""
        self.setFont(theme().font(Type.MESSAGE))
        self._tokens.rehighlight()
        super().restyle()

    def write(self, text: str) -> None:
        """Show another text, with nothing to take back."""
        self.setPlainText(text)
        set_line_height(self.document(), theme().px(24))
        self.document().clearUndoRedoStacks()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc and Ctrl+Enter lead back to the list of notices."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (control and enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TokenChip(Themed, QAbstractButton):
    """A token to insert at the cursor."""

    def __init__(self, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(f"{{{token}}}")
        self.setObjectName(f"insert-{token}")
        self.setAccessibleName(translate("Notices", "插入 {token}", token=self.text()))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.follow_theme()

    def restyle(self) -> None:
        """Take the size from the theme."""
        words = text_width(self.text(), theme().font(Type.HINT))
        self.setFixedSize(round(words) + 2 * theme().px(4) + 1, theme().px(20))
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the token on its tint."""
        tokens, painter, area = theme().tokens, smooth(self), QRectF(self.rect())
        line = tokens.accent if self.underMouse() else None
        box(painter, area, radius=theme().px(4), fill=tokens.accent_tint, line=line)
        font, middle = theme().font(Type.HINT), Qt.AlignmentFlag.AlignHCenter
        line_of_text(painter, area, self.text(), font=font, colour=tokens.accent, align=middle)
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme().px(4))


class Chips(QWidget):
    """The tokens to insert; emits `wanted` with the token as it is written."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = row(Label(translate("Notices", "插入"), kind=Type.HINT, tone="text2"), 4, gap=4)
        for token in offered_tokens():
            chip = TokenChip(token)
            chip.clicked.connect(partial(self._want, chip.text()))
            line.addWidget(chip)
        self.setLayout(line)

    def _want(self, token: str, *_: object) -> None:
        self.wanted.emit(token)


class _Links(QSyntaxHighlighter):
    """Web addresses in the accent colour; plain text, not to be opened by a slip."""

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Colour the addresses of one paragraph."""
        look = QTextCharFormat()
        look.setForeground(theme().tokens.accent)
        for found in _ADDRESS.finditer(text):
            start, end = (len(text[:place].encode("utf-16-le")) // 2 for place in found.span())
            self.setFormat(start, end - start, look)


class Preview(Themed, QTextEdit):
    """What really will be copied; on the quiet ground of what is not edited, as high as its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice-preview")
        self.setAccessibleName(translate("Notices", "将要复制的文字"))
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self._links = _Links(self.document())
        self.follow_theme()

    def restyle(self) -> None:
        """Take font and ground from the theme."""
        tokens = theme().tokens
        self.setFont(theme().font(Type.MESSAGE))
        ground, line = tokens.bg.name(), tokens.border.name()
        self.setStyleSheet(f"QTextEdit {{ background: {ground}; border: 1px solid {line}; }}")
        super().restyle()

    def show_text(self, text: str) -> None:
        """Show the filled text."""
        self.setPlainText(text)
        set_line_height(self.document(), theme().px(24))


def set_line_height(document: QTextDocument, height: int) -> None:
    """Give every line the height of the look."""
    lines = QTextBlockFormat()
    lines.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(lines)
