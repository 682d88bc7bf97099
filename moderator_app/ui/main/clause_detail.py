"""One clause as a reader needs it: what members are told, what it looks for, and its examples."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from moderator_app.core.rules.examples import ExampleResult
from moderator_app.core.rules.rulebook import Clause, ClauseLevel, Rulebook, Sign
from moderator_app.core.rules.verdict import Level, Verdict
from moderator_app.i18n import language, translate
from moderator_app.sentences import role_text
from moderator_app.ui.main.flow import ChipFlow
from moderator_app.ui.main.parts import Card, column, margins, row
from moderator_app.ui.quick.header import IconView
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Button, Divider, Label, MarkedText, marks_of

_SHOWN_AT_FIRST = 3
_WORDS_AT_FIRST = 12


def clause_level_text(level: ClauseLevel) -> str:
    """What a hit of this clause means, in words."""
    return {
        ClauseLevel.VIOLATION: translate("Rules", "违规"),
        ClauseLevel.UNSURE: translate("Rules", "只询问"),
        ClauseLevel.ADVICE: translate("Rules", "只建议"),
    }[level]


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


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            clear(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class FittedText(MarkedText):
    """A marked text that is as high as its lines at the width that it was given."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The lines wrap anew."""
        super().resizeEvent(event)
        wanted = self.heightForWidth(self.width())
        if wanted != self.height():
            self.setFixedHeight(wanted)


class Words(QWidget):
    """A caption, chips below it, and the rest of many words at a press."""

    def __init__(self, title: str, words: Sequence[str]) -> None:
        super().__init__()
        self._words, self._chips = words, ChipFlow()
        rest = len(words) - _WORDS_AT_FIRST
        self._chips.show_words(words[:_WORDS_AT_FIRST] if rest > 3 else words)
        lines = column(Label(title, kind=Type.HINT, tone="text2", elide=True), self._chips, gap=4)
        if rest > 3:
            more = Button(translate("Rules", "另有 {count} 个", count=rest), variant="link", icon_name="down")
            more.clicked.connect(lambda: self._show_all(more))
            lines.addWidget(more)
        self.setLayout(lines)

    def _show_all(self, more: Button) -> None:
        more.hide()
        self._chips.show_words(self._words)


class ExampleRow(QWidget):
    """One example with its marks, and whether the clause does as it should."""

    def __init__(self, result: ExampleResult) -> None:
        super().__init__()
        icon = IconView("tick" if result.passed else "x", 16)
        icon.set("tick" if result.passed else "x", None if result.passed else theme().ink(Level.VIOLATION))
        text = FittedText(kind=Type.BODY, max_height=200)
        text.setObjectName("example-text")
        text.setAccessibleName(translate("Rules", "例句"))
        text.set_marked(result.text, marks_of(_about(result)))
        text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        state = translate("Rules", "通过") if result.passed else self._fault(result)
        self.setAccessibleName(f"{result.text} {state}")
        line = row(icon, text, gap=8)
        line.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        if not result.passed:
            line.addWidget(Label(self._fault(result), kind=Type.HINT, tone=Level.VIOLATION))
        margins(line, 8, 6, 8, 6)
        self.setLayout(line)

    @staticmethod
    def _fault(result: ExampleResult) -> str:
        return translate("Rules", "没有命中") if result.expected_hit else translate("Rules", "误中")


def _about(result: ExampleResult) -> Verdict:
    """The verdict as far as it is about the example's own clause."""
    verdict = result.verdict
    return replace(
        verdict,
        findings=tuple(found for found in verdict.findings if found.rule == result.clause),
        passed=tuple(found for found in verdict.passed if found.rule == result.clause),
    )


class ExampleBox(QWidget):
    """The examples of one kind: failed ones first, some of the others, the rest at a press."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = Label(title, kind=Type.HINT, tone="text2")
        self._count = Label(kind=Type.HINT, tone="text2")
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._card = Card()
        self._card.setLayout(self._rows)
        self._results: Sequence[ExampleResult] = ()
        self.setLayout(column(row(self._title, None, self._count), self._card, gap=4))

    def show_results(self, results: Sequence[ExampleResult]) -> None:
        """Show these examples."""
        self._results = sorted(results, key=lambda result: result.passed)
        good = sum(result.passed for result in results)
        self._count.setText(translate("Rules", "{good}/{all} 通过", good=good, all=len(results)))
        self._count.set_tone("text2" if good == len(results) else Level.VIOLATION)
        self.setVisible(bool(results))
        self._fill(_SHOWN_AT_FIRST)

    def _fill(self, most: int) -> None:
        clear(self._rows)
        failed = sum(not result.passed for result in self._results)
        shown = self._results[: max(most, failed)]
        for number, result in enumerate(shown):
            if number:
                self._rows.addWidget(Divider())
            self._rows.addWidget(ExampleRow(result))
        rest = len(self._results) - len(shown)
        if rest:
            self._rows.addWidget(Divider())
            more = Button(translate("Rules", "另有 {count} 条", count=rest), variant="flat", icon_name="down")
            more.setObjectName(f"{self.objectName()}-more")
            more.clicked.connect(lambda: self._fill(len(self._results)))
            self._rows.addWidget(more)


class ClauseDetail(QWidget):
    """Text and words at the left, examples at the right; one below the other where it is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self._text = Label(kind=Type.MESSAGE, wrap=True)
        self._text.setObjectName("clause-text")
        self._terms = Label(tone="text2", wrap=True)
        self._terms.setObjectName("clause-terms")
        self._words = QVBoxLayout()
        self._words.setSpacing(theme().px(8))
        self._hits = ExampleBox(translate("Rules", "应当命中"), "examples-hit")
        self._misses = ExampleBox(translate("Rules", "应当放过"), "examples-miss")
        left, right = QWidget(), QWidget()
        told = Label(translate("Rules", "说给成员听的条文"), kind=Type.HINT, tone="text2")
        left.setLayout(column(told, self._text, self._terms, 4, self._words, None, gap=8))
        right.setLayout(column(self._hits, 4, self._misses, None, gap=8))
        self._halves = QHBoxLayout()
        self._halves.setSpacing(theme().px(24))
        self._halves.addWidget(left, 3)
        self._halves.addWidget(right, 4)
        margins(self._halves, 24, 0, 24, 16)
        self.setLayout(self._halves)

    def show_clause(self, clause: Clause, rulebook: Rulebook, results: Sequence[ExampleResult]) -> None:
        """Show another clause."""
        self._text.setText(clause.text.get(language()))
        self._terms.setText(self._terms_of(clause))
        self._terms.setVisible(bool(self._terms.text()))
        clear(self._words)
        for sign in signs_of(clause, rulebook):
            self._add_sign(sign)
        allowed = [*clause.allow, *(word for sign in signs_of(clause, rulebook) for word in sign.allow)]
        if allowed:
            self._add_group(translate("Rules", "放行这些词（优先于命中）"), list(dict.fromkeys(allowed)))
        self._hits.show_results([result for result in results if result.expected_hit])
        self._misses.show_results([result for result in results if not result.expected_hit])

    @staticmethod
    def _terms_of(clause: Clause) -> str:
        roles = [role_text(role) for role in sorted(clause.exempt_roles)]
        if not roles:
            return ""
        return translate("Rules", "不适用于：{roles}", roles=translate("Rules", "、").join(roles))

    def _add_sign(self, sign: Sign) -> None:
        title = sign.title.get(language()) or sign.id
        if sign.words:
            self._add_group(title, sign.words)
        elif not sign.any:
            self._words.addLayout(self._caption(title, translate("Rules", "由程序识别")))

    def _add_group(self, title: str, words: Iterable[str]) -> None:
        self._words.addWidget(Words(title, tuple(words)))

    @staticmethod
    def _caption(title: str, note: str = "") -> QHBoxLayout:
        caption = row(Label(title, kind=Type.HINT, tone="text2", elide=True), gap=8)
        if note:
            caption.addWidget(Label(note, kind=Type.HINT, tone="text2"))
        return caption
