"""A message put on record as something else than a strike: a report about a member, or an appeal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, Signal
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from moderator_app.core.roster.entry import Entry
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.i18n import translate
from moderator_app.sentences.words import date_text
from moderator_app.session.types import Case, RowState
from moderator_app.system.picture_reader import Looked
from moderator_app.ui.quick.ports import CheckSession
from moderator_app.ui.quick.words import called_name, clause_titles
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Candidate, ChoiceList, Label
from moderator_app.ui.widgets.painting import Themed

REPORT = "report"
_MOST_STRIKES = 4
_LARGEST = 10 * 1024 * 1024
"""Bytes of one picture that the record takes as evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What a message is to be put on record as: an appeal against `strike`, else a report by `reporter`."""

    strike: str = ""
    reporter: str = ""


def contestable(session: CheckSession, case: Case) -> tuple[Entry, ...]:
    """The strikes that the one who wrote it may speak against, newest first; none of an open appeal."""
    if case.member is None or not case.standing.active:
        return ()
    contested = {each.strike.id for each in session.process.about(case.member.id).appeals}
    rows = (row for row in session.record(case.member.id) if row.state is RowState.ACTIVE)
    return tuple(row.entry for row in rows if row.entry.id not in contested)[:_MOST_STRIKES]


def evidence_of(looked: Sequence[Looked]) -> tuple[bytes, ...]:
    """The pictures that came with a message, as the bytes of files."""
    return tuple(_bytes(each.shown) for each in looked if each.shown is not None)


def _bytes(image: QImage) -> bytes:
    """As PNG; one that would be too large as JPEG."""
    packed = _packed(image, b"PNG")
    return packed if len(packed) <= _LARGEST else _packed(image, b"JPEG")


def _packed(image: QImage, form: bytes) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, form).write(image)
    return bytes(buffer.data().data())


class FilingSection(Themed, QWidget):
    """Emits `chosen` on a click in the list, `resized` when its height changed; `reporter` is the field."""

    chosen = Signal(str)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(translate("Filing", "把这条消息记为"), kind=Type.HINT, tone="text2")
        self.list = ChoiceList()
        self.list.setObjectName("filingChoices")
        self.list.chosen.connect(self.chosen)
        self.list.moved.connect(self._moved)
        self.reporter = QLineEdit()
        self.reporter.setObjectName("filingReporter")
        asked = translate("Filing", "谁举报的？可以不写")
        self.reporter.setPlaceholderText(asked)
        self.reporter.setAccessibleName(asked)
        self.note = Label(
            translate("Filing", "举报人只记在这台电脑上，不出现在告知和导出里。"),
            kind=Type.HINT,
            tone="text2",
        )
        self._column = QVBoxLayout(self)
        for widget in (self._label, self.list, self.reporter, self.note):
            self._column.addWidget(widget)
        self.follow_theme()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        self._column.setContentsMargins(px(8), px(8), px(8), px(12))
        self._column.setSpacing(px(4))
        for label in (self._label, self.note):
            label.setContentsMargins(px(8), 0, 0, 0)
        self.reporter.setFont(theme().font(Type.BODY))
        super().restyle()

    def ask(self, case: Case, rulebook: Rulebook, strikes: Iterable[Entry], *, appeal: bool) -> None:
        """Offer a report, and an appeal against each of `strikes`; `appeal` marks the first of those."""
        appeals = [
            Candidate(
                id=strike.id,
                title=translate("Filing", "{name}的申诉", name=called_name(case)),
                detail=_against(strike, case, rulebook),
            )
            for strike in strikes
        ]
        report = Candidate(
            id=REPORT,
            title=translate("Filing", "对{name}的举报", name=called_name(case)),
            detail=translate("Filing", "这条消息和图片留作证据"),
        )
        self.list.set_rows([report, *appeals])
        self.list.current = -1
        self.list.move_by(2 if appeal and appeals else 1)
        self.reporter.clear()
        self._moved()

    @property
    def is_report(self) -> bool:
        """Whether the report is marked."""
        return self.list.rows[self.list.current].id == REPORT

    @property
    def filing(self) -> Filing:
        """What is marked, with the name that was typed."""
        if self.is_report:
            return Filing(reporter=self.reporter.text().strip())
        return Filing(strike=self.list.rows[self.list.current].id)

    def _moved(self) -> None:
        for widget in (self.reporter, self.note):
            widget.setVisible(self.is_report)
        self.resized.emit()


def _against(strike: Entry, case: Case, rulebook: Rulebook) -> str:
    day = date_text(strike.at.date(), case.at.date())
    what = clause_titles(rulebook, strike.rules)
    if not what:
        return translate("Filing", "不服{day}的记录", day=day)
    return translate("Filing", "不服{day}的{what}", day=day, what=what)
