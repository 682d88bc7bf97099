"""What was found: one row a clause with its reason and number; each opens to why the clause spoke."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Finding, Level
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.sentences.explaining import Line, explanation
from moderator_app.session.types import Case
from moderator_app.ui.quick.past_words import alike_text
from moderator_app.ui.quick.words import clause_number, clause_title
from moderator_app.ui.theme import Type, paint_icon, theme
from moderator_app.ui.widgets import Button, Label
from moderator_app.ui.widgets.keycap import cap_size, paint_cap
from moderator_app.ui.widgets.painting import Themed, lay_out, line_of_text, smooth, text_width

MOST = 4
OPENS = "→"
_PAST = "seen.past"
"""The reason that tells of the earlier message itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """One row: icon, title (quiet for what is no clause), reason, clause number, and what explains it."""

    icon: str
    title: str
    text: str
    trailing: str = ""
    quiet: bool = False
    finding: Finding | None = None

    def why(self) -> tuple[Line, ...]:
        """Why the clause spoke; nothing where there is no more to say."""
        return explanation(self.finding) if self.finding else ()


def finding_lines(case: Case, rulebook: Rulebook) -> list[FindingLine]:
    """Broken and doubtful clauses, what the message resembles, what was let through, what spoke against."""
    verdict = case.verdict
    broken = [
        FindingLine(
            icon=finding.level.value,
            title=clause_title(rulebook, finding.rule),
            text=reason_text(finding.reason),
            trailing=clause_number(rulebook, finding.rule),
            finding=finding,
        )
        for finding in verdict.findings
    ]
    told = any(finding.reason.code == _PAST for finding in verdict.findings)
    before = [] if case.alike is None or told else [_before(alike_text(case, case.alike, rulebook))]
    passed = [
        FindingLine(
            icon=Level.OK.value,
            title=clause_title(rulebook, finding.rule),
            text=translate("QuickCheck", "放行：{reason}", reason=reason_text(finding.reason)),
            trailing=clause_number(rulebook, finding.rule, passed=True),
            finding=finding,
        )
        for finding in verdict.passed
    ]
    return broken + before + passed + _against(case)


def _before(text: str) -> FindingLine:
    return FindingLine(icon="log", title=translate("QuickCheck", "以前"), text=text, quiet=True)


def _against(case: Case) -> list[FindingLine]:
    """What spoke against, all in one line: it excuses, so it must not fill the list."""
    against = case.verdict.counter_signs
    reasons = translate("QuickCheck", "、").join(reason_text(reason) for reason in against)
    title = translate("QuickCheck", "反面迹象")
    return [FindingLine(icon=Level.OK.value, title=title, text=reasons, quiet=True)] if reasons else []


class FindingRow(Themed, QWidget):
    """One finding, 28 high; the reason gives way where room is short. Emits `pressed` where it can open."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = FindingLine(icon=Level.OK.value, title="", text="")
        self._mark = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set(self, line: FindingLine, mark: str) -> None:
        """Show another finding; `mark` is an icon's name, or the key that opens it, or "" where it cannot."""
        self.line, self._mark = line, mark
        self.setAccessibleName(" ".join(part for part in (line.title, line.text, line.trailing) if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor)
        self.update()

    @property
    def mark(self) -> str:
        """What stands at its right end."""
        return self._mark

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """28 high."""
        return QSize(theme().px(200), theme().px(28))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click opens or folds it."""
        if self._mark and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw icon, title, reason, number, and how it opens."""
        painter, px, tokens, line = smooth(self), theme().px, theme().tokens, self.line
        place = QRectF(0, (self.height() - px(16)) / 2, px(16), px(16))
        verdict = line.icon in tuple(Level)
        paint_icon(painter, line.icon, place, theme().ink(Level(line.icon)) if verdict else tokens.text2)
        area = self.rect().toRectF().adjusted(px(24), 0, 0, 0)
        area.setRight(self._paint_mark(painter, area.right()))
        if line.trailing:
            hint = theme().font(Type.HINT)
            width = text_width(line.trailing, hint) + 1
            right = QRectF(area.right() - width, 0, width, area.height())
            line_of_text(painter, right, line.trailing, font=hint, colour=tokens.text2)
            area.setRight(right.left() - px(8))
        font = theme().font(bold=not line.quiet)
        line_of_text(painter, area, line.title, font=font, colour=tokens.text2 if line.quiet else tokens.text)
        area.setLeft(area.left() + text_width(line.title, font) + px(8))
        elided = line_of_text(painter, area, line.text, font=theme().font(), colour=tokens.text)
        self.setToolTip(line.text if elided else "")

    def _paint_mark(self, painter: QPainter, right: float) -> float:
        """The cap of the key that opens it next, or a chevron; gives where that begins."""
        px, tokens = theme().px, theme().tokens
        if not self._mark:
            return right
        if self._mark == OPENS:
            cap = cap_size(OPENS)
            place = QRectF(right - cap.width(), (self.height() - cap.height()) / 2, cap.width(), cap.height())
            paint_cap(painter, place, OPENS, line=tokens.border_strong, text=tokens.text2, fill=tokens.raised)
        else:
            side = px(12)
            place = QRectF(right - px(16), (self.height() - side) / 2, side, side)
            paint_icon(painter, self._mark, place, tokens.text2)
            place.setLeft(right - px(20))
        return place.left() - px(8)


class WhyPanel(Themed, QWidget):
    """The explanation of one finding: a label of one word and a sentence, line by line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("why")
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._labels: list[tuple[Label, Label]] = []
        self.follow_theme()

    def restyle(self) -> None:
        """Under the title of its row."""
        px = theme().px
        self._grid.setContentsMargins(px(24), 0, px(8), px(8))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(2))
        super().restyle()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; the labels are made once and used again."""
        while len(self._labels) < len(lines):
            pair = Label(kind=Type.HINT, tone="text2"), Label(kind=Type.HINT, wrap=True)
            for column, label in enumerate(pair):
                self._grid.addWidget(
                    label,
                    len(self._labels),
                    column,
                    Qt.AlignmentFlag.AlignTop if not column else Qt.AlignmentFlag(0),
                )
            self._labels.append(pair)
        for index, pair in enumerate(self._labels):
            for label, text in zip(pair, lines[index] if index < len(lines) else ("", ""), strict=True):
                label.setText(text)
                label.setVisible(index < len(lines))
        self.setAccessibleName(" ".join(f"{name} {text}" for name, text in lines))

    def lines(self) -> list[Line]:
        """What is shown."""
        return [(name.text(), text.text()) for name, text in self._labels if text.text()]


class FindingsList(Themed, QWidget):
    """The rows of a case, one of them open at most. Emits `grown` when its height changed."""

    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[FindingLine] = ()
        self._most, self._all, self._opened = MOST, False, -1
        self._rows: list[FindingRow] = []
        self.why = WhyPanel()
        self._more = Button(variant="link")
        self._more.setObjectName("moreFindings")
        self._more.setFocusPolicy(self._more.focusPolicy().TabFocus)
        self._more.clicked.connect(self._show_all)
        self._column = QVBoxLayout(self)
        self._more_row = QHBoxLayout()
        self._more_row.addWidget(self._more)
        self._more_row.addStretch(1)
        self._column.addLayout(self._more_row)
        self.follow_theme()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        self._column.setContentsMargins(px(16), px(8), px(16), px(8))
        self._column.setSpacing(0)
        self._more_row.setContentsMargins(px(16), 0, 0, 0)  # its words stand under the titles
        super().restyle()

    def show_case(self, case: Case, rulebook: Rulebook, *, most: int = MOST) -> None:
        """Show what was found, `most` rows of it at first."""
        self._lines, self._most = finding_lines(case, rulebook), most
        self._all, self._opened = False, -1
        self._show()

    @property
    def count(self) -> int:
        """How many rows there are, those not in view too."""
        return len(self._lines)

    def rows(self) -> list[FindingLine]:
        """The rows that are shown now."""
        return [row.line for row in self._rows if row.isVisibleTo(self)]

    # Opening: one at a time, by key from row to row

    @property
    def can_open(self) -> bool:
        """Whether any row has more to say."""
        return any(line.finding for line in self._lines)

    def open_next(self, step: int) -> None:
        """Open the next row (1) or the one before (-1); before the first all are folded."""
        places = [-1, *(place for place, line in enumerate(self._lines) if line.finding)]
        now = places.index(self._opened)
        self._open(places[max(0, min(now + step, len(places) - 1))])

    def _toggle(self, index: int) -> None:
        self._open(-1 if index == self._opened else index)

    def _open(self, index: int) -> None:
        if index != self._opened:
            self._opened, self._all = index, self._all or index >= self._most
            self._show()
            self.grown.emit()

    def _show_all(self) -> None:
        self._all = True
        self._show()
        self.grown.emit()

    def _show(self) -> None:
        count = len(self._lines) if self._all else min(len(self._lines), self._most)
        self._column.removeWidget(self.why)
        while len(self._rows) < count:
            self._add_row()
        for index, row in enumerate(self._rows):
            if index < count:
                row.set(self._lines[index], self._mark_of(index))
            row.setVisible(index < count)
        self._show_why()
        rest = len(self._lines) - count
        self._more.set_text(translate("QuickCheck", "另有 {count} 条", count=rest))
        self._more.setVisible(rest > 0)

    def _add_row(self) -> None:
        index, row = len(self._rows), FindingRow()
        row.setObjectName(f"finding{index + 1}")
        row.pressed.connect(lambda: self._toggle(index))
        self._column.insertWidget(index, row)
        self._rows.append(row)

    def _mark_of(self, index: int) -> str:
        if self._lines[index].finding is None:
            return ""
        if index == self._opened:
            return "down"
        following = next((n for n, line in enumerate(self._lines) if n > self._opened and line.finding), None)
        return OPENS if index == following else "right"

    def fit(self) -> None:
        """Lay the explanation out for the present width."""
        lay_out(self.why)
        self.why.updateGeometry()

    def _show_why(self) -> None:
        opened = self._opened >= 0
        if opened:
            self.why.show_lines(self._lines[self._opened].why())
            self._column.insertWidget(self._opened + 1, self.why)
        self.why.setVisible(opened)
