"""The left half of a clause: what members are told, the words, and what follows from a hit."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from moderator_app.core.rules.rulebook import Clause, ClauseLevel, Rulebook
from moderator_app.core.wording import Wording
from moderator_app.i18n import language, translate
from moderator_app.sentences import role_text
from moderator_app.session.rules import ClauseDraft, OwnWord, Strictness
from moderator_app.ui.main.lists import Tabs
from moderator_app.ui.main.parts import column, row
from moderator_app.ui.main.rule_words import ShippedWords, signs_of, some_words
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import ComboBox, Label
from moderator_app.ui.widgets.chip_field import Chip, ChipField

_ALLOWED = 6
"""Shipped phrases that stand in the field of those that let pass."""
_TEXT_LINES = 4
_TOGETHER, _ALONE = "together", "alone"


class _Text(QPlainTextEdit):
    """The text that members are told; Tab leads on, Esc back."""

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("clause-text")
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Two lines high at least; a longer text has more, and at last scrolls."""
        wanted = round(self.document().size().height())
        lines = max(2, min(_TEXT_LINES, wanted))
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if wanted > lines else policy.ScrollBarAlwaysOff
        )
        edges = 2 * (theme().px(8) + round(self.document().documentMargin()))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + edges)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The lines wrap anew."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leads back to the clauses."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ClauseForm(QWidget):
    """Edits a draft: `edited` brings the draft as it is now after every change, `left` Esc."""

    edited = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._draft: ClauseDraft | None = None
        self._shipped = Wording("")
        self._fixed: list[str] = []
        self._fixed_allow: list[str] = []
        self._text = _Text(translate("Rules", "说给成员听的条文"))
        self._text.textChanged.connect(self._edit_text)
        self._text.left.connect(self.left)
        self._build_words()
        self._build_after()
        self._terms = Label(kind=Type.HINT, tone="text2", wrap=True)
        self._terms.setObjectName("clause-terms")
        self.setLayout(
            column(
                column(_caption(translate("Rules", "说给成员听的条文"), self._text), self._text, gap=4),
                column(self._words_head, self._words, self._legend, self._all_words, gap=4),
                column(
                    _caption(translate("Rules", "放行这些词（优先于命中）"), self._allow), self._allow, gap=4
                ),
                self._after,
                self._terms,
                None,
                gap=12,
            )
        )

    def _build_words(self) -> None:
        self._words = ChipField(translate("Rules", "命中这些词"), least_height=72)
        self._words.setObjectName("clause-words")
        self._words.input.setObjectName("clause-words-input")
        self._words.set_hint(translate("Rules", "输入后按 Enter"))
        self._words.added.connect(self._add_words)
        self._words.removed.connect(self._remove_word)
        self._words.chosen.connect(self._show_kind)
        self._words.turned.connect(self._turn)
        self._words.left.connect(self.left)
        self._kind = Tabs((_TOGETHER, _ALONE))
        self._kind.setAccessibleName(translate("Rules", "新加的词怎样算"))
        self._kind.set_text(_TOGETHER, translate("Rules", "合起来才算"))
        self._kind.set_text(_ALONE, translate("Rules", "单独就算"))
        self._kind.chosen.connect(self._choose_kind)
        self._words_head = row(
            _caption(translate("Rules", "命中这些词"), self._words), None, self._kind, gap=4
        )
        self._legend = Label(kind=Type.HINT, tone="text2", wrap=True)
        self._legend.setObjectName("clause-legend")
        self._legend.setText(
            translate(
                "Rules", "蓝框是您加的词：实线单独就算，虚线与别的迹象合起来才算。← → 选词，空格换一种。"
            )
        )
        self._all_words = ShippedWords()
        self._allow = ChipField(translate("Rules", "放行这些词（优先于命中）"))
        self._allow.setObjectName("clause-allow")
        self._allow.input.setObjectName("clause-allow-input")
        self._allow.added.connect(self._add_allowed)
        self._allow.removed.connect(self._remove_allowed)
        self._allow.left.connect(self.left)

    def _build_after(self) -> None:
        self._level = ComboBox(name=translate("Rules", "命中后"))
        self._level.setObjectName("clause-level")
        for level, text in _level_choices():
            self._level.addItem(text, level)
        self._level.activated.connect(self._edit_level)
        self._strictness = ComboBox(name=translate("Rules", "宽严"))
        self._strictness.setObjectName("clause-strictness")
        self._strictness.activated.connect(self._edit_strictness)
        for combo in (self._level, self._strictness):
            combo.installEventFilter(self)
        self._after = row(
            Label(translate("Rules", "命中后"), tone="text2"),
            self._level,
            8,
            Label(translate("Rules", "宽严"), tone="text2"),
            self._strictness,
            None,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Esc leads back; the wheel scrolls the page and changes no choice."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        pressed = event.key() if isinstance(event, QKeyEvent) else None
        if pressed == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    # ---- what is shown

    def show_clause(self, clause: Clause, rulebook: Rulebook, saved: ClauseDraft, draft: ClauseDraft) -> None:
        """Show a clause (as the rulebook has it) with the draft of it, `saved` being what is kept."""
        own = f"{clause.id}.own-"
        signs = [sign for sign in signs_of(clause, rulebook) if not sign.id.startswith(own)]
        mine = {word.text for word in saved.words}
        self._fixed = [word for word in some_words(signs) if word not in mine]
        allowed = [*clause.allow, *(word for sign in signs for word in sign.allow)]
        self._fixed_allow = [word for word in dict.fromkeys(allowed) if word not in saved.allow]
        self._shipped = saved.text
        self._all_words.show_signs(signs)
        roles = translate("Rules", "、").join(role_text(role) for role in sorted(clause.exempt_roles))
        self._terms.setText(translate("Rules", "不适用于：{roles}", roles=roles) if roles else "")
        self._terms.setVisible(bool(roles))
        self._words.input.clear()
        self._allow.input.clear()
        self.show_draft(draft)

    def show_draft(self, draft: ClauseDraft) -> None:
        """Show a draft of the same clause."""
        self._draft = draft
        text = draft.text.get(language())
        if self._text.toPlainText() != text:
            with QSignalBlocker(self._text):
                self._text.setPlainText(text)
            self._text.fit()
        self._show_words(draft)
        allow = [Chip(text=word) for word in self._fixed_allow[:_ALLOWED]]
        self._allow.show_chips([*allow, *(Chip(text=word, own=True) for word in draft.allow)])
        self._level.setCurrentIndex(self._level.findData(draft.level))
        self._show_strictness(draft)

    def _show_words(self, draft: ClauseDraft) -> None:
        chips = [Chip(text=word) for word in self._fixed]
        for word in draft.words:
            told = translate("Rules", "单独就算") if word.alone else translate("Rules", "合起来才算")
            spoken = translate("Rules", "{word}，{kind}", word=word.text, kind=told)
            chips.append(Chip(text=word.text, own=True, dashed=not word.alone, spoken=spoken))
        self._words.show_chips(chips)
        self._legend.setVisible(bool(draft.words))

    def _show_strictness(self, draft: ClauseDraft) -> None:
        self._strictness.clear()
        names = {
            Strictness.LENIENT: translate("Rules", "宽"),
            Strictness.NORMAL: translate("Rules", "中"),
            Strictness.STRICT: translate("Rules", "严"),
        }
        for step, name in names.items():
            self._strictness.addItem(name, step)
        if draft.strictness is None:
            own = translate(
                "Rules", "自定 {violation} / {unsure}", violation=draft.violation, unsure=draft.unsure
            )
            self._strictness.addItem(own, None)
        place = list(names).index(draft.strictness) if draft.strictness else len(names)
        self._strictness.setCurrentIndex(place)

    def focus_words(self) -> None:
        """To the words, ready to type."""
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> None:
        """Words that were typed and not entered count as entered."""
        self._words.commit()
        self._allow.commit()

    # ---- what is edited

    def _tell(self, **values: object) -> None:
        if self._draft is None:
            return
        draft = replace(self._draft, **values)  # type: ignore[arg-type]  # as ClauseDraft has them
        if draft != self._draft:
            self.show_draft(draft)
            self.edited.emit(draft)

    def _edit_text(self) -> None:
        """An English text that says something else than the new Chinese one is of no use to anybody."""
        if self._draft is None:
            return
        text = self._text.toPlainText()
        if text == self._shipped.get(language()):
            self._tell(text=self._shipped)
        elif language() == "en":
            self._tell(text=Wording(self._draft.text.zh, text))
        else:
            self._tell(text=Wording(text))

    def _add_words(self, words: tuple[str, ...]) -> None:
        if self._draft is not None:
            known = {word.text for word in self._draft.words}
            alone = self._kind.current == _ALONE
            new = (OwnWord(text=word, alone=alone) for word in words if word not in known)
            self._tell(words=(*self._draft.words, *new))

    def _remove_word(self, gone: str) -> None:
        if self._draft is not None:
            self._tell(words=tuple(word for word in self._draft.words if word.text != gone))

    def _turn(self, turned: str) -> None:
        if self._draft is not None:
            words = (
                replace(word, alone=not word.alone) if word.text == turned else word
                for word in self._draft.words
            )
            self._tell(words=tuple(words))
            self._show_kind(turned)

    def _show_kind(self, chosen: str) -> None:
        """The choice above the field follows the word that the arrow keys are on."""
        if self._draft is not None and chosen:
            word = next((word for word in self._draft.words if word.text == chosen), None)
            if word is not None:
                self._kind.set_current(_ALONE if word.alone else _TOGETHER)

    def _choose_kind(self, kind: str) -> None:
        """It sets the word that is chosen, else those that will be typed."""
        words = self._draft.words if self._draft is not None else ()
        word = next((word for word in words if word.text == self._words.current), None)
        if word is not None and word.alone is not (kind == _ALONE):
            self._turn(word.text)

    def _add_allowed(self, words: tuple[str, ...]) -> None:
        if self._draft is not None:
            self._tell(allow=tuple(dict.fromkeys((*self._draft.allow, *words))))

    def _remove_allowed(self, gone: str) -> None:
        if self._draft is not None:
            self._tell(allow=tuple(word for word in self._draft.allow if word != gone))

    def _edit_level(self) -> None:
        self._tell(level=ClauseLevel(self._level.currentData()))

    def _edit_strictness(self) -> None:
        step = self._strictness.currentData()
        if self._draft is not None and step is not None:
            limits = self._draft.steps[Strictness(step)]
            self._tell(violation=limits.violation, unsure=limits.unsure)


def _level_choices() -> list[tuple[ClauseLevel, str]]:
    """What may follow from a hit, in words."""
    return [
        (ClauseLevel.VIOLATION, translate("Rules", "违规")),
        (ClauseLevel.UNSURE, translate("Rules", "拿不准")),
        (ClauseLevel.ADVICE, translate("Rules", "提倡")),
    ]


def _caption(text: str, buddy: QWidget) -> Label:
    label = Label(text, kind=Type.HINT, tone="text2")
    label.setBuddy(buddy)
    return label
