"""The words and signs that came with a clause: a few for its field, all of them at a press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from moderator_app.core.rules.rulebook import Clause, Rulebook, Sign
from moderator_app.i18n import language, translate
from moderator_app.ui.main.flow import ChipFlow
from moderator_app.ui.main.parts import clear, column, row
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Button, Label

SHOWN, _OF_ONE_SIGN = 8, 3
"""Shipped words that stand in the field, and of them those of one sign."""


def signs_of(clause: Clause, rulebook: Rulebook) -> list[Sign]:
    """The signs that a clause weighs, those inside other signs too, each once, in order."""
    found: dict[str, Sign] = {}
    waiting = [name for line in clause.rows for name in line.signs]
    while waiting:
        name = waiting.pop(0)
        sign = rulebook.signs.get(name)
        if sign is not None and name not in found:
            found[name] = sign
            waiting = [*sign.any, *waiting]
    return list(found.values())


def some_words(signs: Sequence[Sign]) -> list[str]:
    """A few words, of several signs."""
    words = [word for sign in signs for word in sign.words[:_OF_ONE_SIGN]]
    return list(dict.fromkeys(words))[:SHOWN]


def _title(sign: Sign) -> str:
    return sign.title.get(language()) or sign.id


class ShippedWords(QWidget):
    """All that came with the clause, at a press: its words by sign, and what the program sees by itself."""

    def __init__(self) -> None:
        super().__init__()
        self._signs: list[Sign] = []
        self._more = Button(variant="link", icon_name="down")
        self._more.setObjectName("clause-all-words")
        self._more.clicked.connect(self._toggle)
        self._groups = QWidget()
        self._groups.setObjectName("clause-shipped")
        self._rows = QVBoxLayout(self._groups)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().px(4))
        self.setLayout(column(row(self._more, None), self._groups, gap=4))

    def show_signs(self, signs: Sequence[Sign]) -> None:
        """Those of another clause, closed."""
        self._signs = list(signs)
        words = len({word for sign in signs for word in sign.words})
        others = len(self._unworded())
        self._more.set_text(self._summary(words, others))
        self._groups.hide()
        clear(self._rows)
        self.setVisible(words > SHOWN or bool(others))

    def _unworded(self) -> list[str]:
        """The titles of the signs that are seen without words."""
        titles = [_title(sign) for sign in self._signs if not sign.words and not sign.any]
        return list(dict.fromkeys(titles))

    @staticmethod
    def _summary(words: int, others: int) -> str:
        if words <= SHOWN:
            return translate("Rules", "由程序识别的 {count} 种迹象", count=others)
        if not others:
            return translate("Rules", "随附的 {count} 个词", count=f"{words:,}")
        return translate("Rules", "随附的 {words} 个词，{count} 种迹象", words=f"{words:,}", count=others)

    def _toggle(self) -> None:
        if self._rows.count() == 0:
            self._fill()
        self._groups.setVisible(self._groups.isHidden())

    def _fill(self) -> None:
        if unworded := self._unworded():
            named = translate("Rules", "、").join(unworded)
            seen = Label(kind=Type.HINT, tone="text2", wrap=True)
            seen.setText(translate("Rules", "由程序识别：{signs}", signs=named))
            self._rows.addWidget(seen)
        for sign in self._signs:
            if sign.words:
                self._rows.addWidget(Label(_title(sign), kind=Type.HINT, tone="text2", elide=True))
                flow = ChipFlow()
                flow.show_words(sign.words)
                self._rows.addWidget(flow)
