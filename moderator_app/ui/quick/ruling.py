"""Which clause was misjudged, or which one was broken after all: one list to choose from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from moderator_app.core.roster.names import folded
from moderator_app.core.roster.pinyin import spellings
from moderator_app.core.rules.rulebook import Clause, Rulebook
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.sentences.base import joined
from moderator_app.session.rules import Backtest, Was
from moderator_app.session.types import Case
from moderator_app.ui.quick.words import clause_number
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Candidate, ChoiceList, Label
from moderator_app.ui.widgets.painting import Themed

_IN_VIEW, _HIGH = 8, 28
_QUOTED, _LONGEST = 3, 40
ALL = ""
"""Chosen for all clauses that spoke: the message breaks none of them."""


def clauses_for(case: Case, rulebook: Rulebook) -> tuple[Clause, ...]:
    """What can be chosen: the clauses that spoke; of a clean message all, those that nearly spoke first."""
    spoke = [finding.rule for finding in case.verdict.findings]
    if spoke:
        return tuple(clause for rule in dict.fromkeys(spoke) if (clause := rulebook.clause(rule)))
    nearly = {finding.rule for finding in (*case.verdict.passed, *case.verdict.watched)}
    return tuple(sorted(rulebook.clauses, key=lambda clause: clause.id not in nearly))


def also_text(found: Backtest) -> str:
    """What a decision would flag besides, as far as the history tells."""
    if not found.total:
        return translate("Ruling", "历史里还没有别的消息可以对照。")
    looked = translate("Ruling", "对照了历史里的 {count} 条消息", count=f"{found.total:,}")
    if not found.newly:
        return translate("Ruling", "{looked}，不会多判中别的。", looked=looked)
    count, passed = len(found.newly), sum(each.was is Was.PASSED for each in found.newly)
    first = translate("Ruling", "{looked}，还会多判中 {count} 条", looked=looked, count=count)
    second = translate("Ruling", "，其中 {count} 条您放行过", count=passed) if passed else ""
    quoted = [translate("Ruling", "「{text}」", text=_short(each.text)) for each in found.newly[:_QUOTED]]
    return "\n".join([joined(first + second, translate("Ruling", "：")), *quoted])


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def found_in(rows: Sequence[Candidate], query: str) -> list[Candidate]:
    """The clauses that fit what was typed, by number, title, sound of the title, or their text."""
    wanted = query.strip().lower()
    if not wanted:
        return list(rows)
    ranked = [(rank, row) for row in rows if (rank := _rank(row, wanted)) is not None]
    return [row for _, row in sorted(ranked, key=lambda pair: pair[0])]


def _rank(row: Candidate, wanted: str) -> int | None:
    """How well a clause fits, the smaller the better; None where it does not."""
    if wanted.isdecimal():
        return 0 if wanted in re.findall(r"\d+", row.trailing) else None
    title = row.title.lower()
    if wanted in title:
        return int(not title.startswith(wanted))
    if wanted.isascii() and any(_sounds_like(wanted, spelt) for spelt in spellings(folded(row.title))):
        return 2
    return 3 if wanted in row.detail.lower() else None


def _sounds_like(wanted: str, spelt: str) -> bool:
    """jm and jiaomai are 叫卖; capitals begin the syllables."""
    initials = "".join(letter for letter in spelt if letter.isupper()).lower()
    return initials.startswith(wanted) or spelt.lstrip("' ").lower().startswith(wanted)


class RulingSection(Themed, QWidget):
    """Emits `chosen` with a clause's id (or `ALL`) on Enter or a click, `resized` when its height changed."""

    chosen = Signal(str)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(kind=Type.HINT, tone="text2")
        self._label.setObjectName("rulingLabel")
        self.field = QLineEdit()
        self.field.setObjectName("rulingFind")
        asked = translate("Ruling", "找一条：条款的字、拼音首字母或第几条")
        self.field.setPlaceholderText(asked)
        self.field.setAccessibleName(asked)
        self.field.textChanged.connect(self._narrow)
        self._all: list[Candidate] = []
        self.list = ChoiceList()
        self.list.setObjectName("rulingClauses")
        self.list.chosen.connect(self.chosen)
        self.list.moved.connect(self._moved)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.list)
        self._scroll.viewport().setAutoFillBackground(False)
        self.list.setAutoFillBackground(False)
        self.also = Label(wrap=True)
        self.also.setObjectName("rulingAlso")
        self.also_for = ""
        self._column = QVBoxLayout(self)
        for widget in (self._label, self.field, self._scroll, self.also):
            self._column.addWidget(widget)
        self.follow_theme()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        self._column.setContentsMargins(px(8), px(8), px(8), px(12))
        self._column.setSpacing(px(4))
        self._label.setContentsMargins(px(8), 0, 0, 0)
        self.field.setFont(theme().font(Type.BODY))
        self.also.setContentsMargins(px(8), px(4), px(8), 0)
        super().restyle()
        self._fit()

    def ask(self, case: Case, rulebook: Rulebook) -> None:
        """Ask which clause, of a misjudgement all of them first; the first row is marked."""
        breach = case.verdict.level is Level.OK
        asked = translate("Ruling", "违反了哪一条？") if breach else translate("Ruling", "哪一条判错了？")
        self._label.setText(asked)
        clauses = self._candidates(clauses_for(case, rulebook), rulebook)
        all_of_them = Candidate(id=ALL, title=translate("Ruling", "都判错了"))
        self._all = clauses if breach else [all_of_them, *clauses]
        self.field.setVisible(len(self._all) > _IN_VIEW)
        self.field.clear()
        self._narrow("")

    def _narrow(self, query: str) -> None:
        """Only what fits; the first of it is marked."""
        found = found_in(self._all, query)
        self.list.set_rows(found)
        self.list.current = -1
        self.list.move_by(1)
        self.tell("", "" if found else translate("Ruling", "没有这样的条款。"))
        self._fit()

    @staticmethod
    def _candidates(clauses: Sequence[Clause], rulebook: Rulebook) -> list[Candidate]:
        return [
            Candidate(
                id=clause.id,
                title=clause.title.get(language()),
                detail=" ".join(clause.text.get(language()).split()),
                trailing=clause_number(rulebook, clause.id),
            )
            for clause in clauses
        ]

    @property
    def marked(self) -> str | None:
        """The id of the clause that Enter takes, or `ALL`."""
        rows = self.list.rows
        return rows[self.list.current].id if 0 <= self.list.current < len(rows) else None

    def tell(self, rule: str, text: str, level: Level | None = None) -> None:
        """What a decision for this clause would flag besides."""
        self.also_for = rule
        self.also.setText(text)
        self.also.set_tone("text2" if level is None else level)
        self.also.setVisible(bool(text))
        self.resized.emit()

    def _moved(self) -> None:
        high = theme().px(_HIGH)
        self._scroll.ensureVisible(0, self.list.current * high + high // 2, 0, high)
        if self.also_for and self.also_for != self.marked:
            self.tell("", "")

    def _fit(self) -> None:
        high = theme().px(_HIGH)
        self.list.setMinimumHeight(high * len(self.list.rows))
        self._scroll.setFixedHeight(high * min(max(len(self.list.rows), 1), _IN_VIEW))
