"""What can be decided about one row of a preview, each with its key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from moderator_app.core.roster.deciding import NEW, SKIP
from moderator_app.core.roster.member import Member
from moderator_app.i18n import translate
from moderator_app.sentences.lists import person
from moderator_app.session import ImportRow, RowKind
from moderator_app.ui.main.import_flow import FlowLayout
from moderator_app.ui.main.parts import clear, column
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Button, Label

LEFT, KEEP, ALL_LEFT = "left", "keep", "all-left"
"""Decisions about members whom the list does not name."""
_MOST_CANDIDATES = 6
_UNDECIDABLE = frozenset({RowKind.SAME, RowKind.REPEATED, RowKind.UNUSABLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One decision with its words and its key."""

    name: str
    text: str
    key: str


def options(row: ImportRow | Member | None) -> list[Option]:
    """What can be decided about a row, or about a member whom the list does not name."""
    if row is None:
        return []
    if isinstance(row, Member):
        return [
            Option(name=LEFT, text=translate("Import", "记为已退群"), key="L"),
            Option(name=KEEP, text=translate("Import", "留在名单里"), key="K"),
            Option(name=ALL_LEFT, text=translate("Import", "全部记为已退群"), key="A"),
        ]
    if row.kind in _UNDECIDABLE:
        return []
    candidates = candidates_of(row)
    found = [
        Option(name=member.id, text=person(member), key=str(number))
        for number, member in enumerate(candidates, 1)
    ]
    new = [Option(name=NEW, text=translate("Import", "新成员"), key="N")]
    skip = Option(name=SKIP, text=translate("Import", "跳过"), key="S")
    return [*found, *new, skip]


def candidates_of(row: ImportRow) -> list[Member]:
    """Whom a row may be: the one it is, or those whom it is like."""
    own = [row.member] if row.member else []
    return [*own, *(each for each in row.candidates if each not in own)][:_MOST_CANDIDATES]


class ChoiceBar(QWidget):
    """The sentence about a row and its decisions as buttons. Emits `decided` with a decision's name."""

    decided = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import-choices")
        self._said = Label(wrap=True)
        self._said.setObjectName("import-said")
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, gap=theme().px(8))
        self._options: list[Option] = []
        self.setLayout(column(self._said, self._buttons, gap=8))

    def show_row(self, said: str, found: Sequence[Option], decided: str) -> None:
        """Show another row's sentence and decisions; `decided` is the one in force."""
        self._said.setText(said)
        self._options = list(found)
        clear(self._flow)
        for option in found:
            chosen = option.name == decided
            button = Button(option.text, keys=option.key, icon_name="tick" if chosen else "", variant="plain")
            button.setObjectName(f"import-choice-{option.key}")
            button.clicked.connect(partial(self._press, option.name))
            self._flow.addWidget(button)
        self._buttons.setVisible(bool(found))

    def _press(self, name: str, *_: object) -> None:
        self.decided.emit(name)

    def press_key(self, key: str) -> bool:
        """A key was pressed on the row; whether it decides anything."""
        option = next((option for option in self._options if option.key == key), None)
        if option is not None:
            self.decided.emit(option.name)
        return option is not None
