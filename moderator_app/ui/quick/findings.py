"""What was found: one row a clause with its reason and number, at most four, then how many more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Level, Verdict
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.ui.quick.words import clause_number, clause_title
from moderator_app.ui.theme import Type, paint_icon, theme
from moderator_app.ui.widgets import Button
from moderator_app.ui.widgets.painting import Themed, line_of_text, smooth, text_width

MOST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """One row: icon, title (quiet for what is no clause), reason, clause number."""

    level: Level
    title: str
    text: str
    trailing: str = ""
    quiet: bool = False


def finding_lines(verdict: Verdict, rulebook: Rulebook) -> list[FindingLine]:
    """Broken and doubtful clauses, then what was let through, then what spoke against."""
    broken = [
        FindingLine(
            level=finding.level,
            title=clause_title(rulebook, finding.rule),
            text=reason_text(finding.reason),
            trailing=clause_number(rulebook, finding.rule),
        )
        for finding in verdict.findings
    ]
    passed = [
        FindingLine(
            level=Level.OK,
            title=clause_title(rulebook, finding.rule),
            text=translate("QuickCheck", "放行：{reason}", reason=reason_text(finding.reason)),
            trailing=clause_number(rulebook, finding.rule, passed=True),
        )
        for finding in verdict.passed
    ]
    return broken + passed + _against(verdict)


def _against(verdict: Verdict) -> list[FindingLine]:
    """What spoke against, all in one line: it excuses, so it must not fill the list."""
    reasons = translate("QuickCheck", "、").join(reason_text(reason) for reason in verdict.counter_signs)
    title = translate("QuickCheck", "反面迹象")
    return [FindingLine(level=Level.OK, title=title, text=reasons, quiet=True)] if reasons else []


class FindingRow(Themed, QWidget):
    """One finding, 28 high; the reason gives way where room is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = FindingLine(level=Level.OK, title="", text="")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set(self, line: FindingLine) -> None:
        """Show another finding."""
        self.line = line
        self.setAccessibleName(" ".join(part for part in (line.title, line.text, line.trailing) if part))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """28 high."""
        return QSize(theme().px(200), theme().px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw icon, title, reason, number."""
        painter, px, tokens, line = smooth(self), theme().px, theme().tokens, self.line
        place = QRectF(0, (self.height() - px(16)) / 2, px(16), px(16))
        paint_icon(painter, line.level.value, place, theme().ink(line.level))
        area = self.rect().toRectF().adjusted(px(24), 0, 0, 0)
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


class FindingsList(Themed, QWidget):
    """The rows of a verdict; the widgets are made once and used again. Emits `grown` when opened."""

    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[FindingLine] = ()
        self._open = False
        self._rows: list[FindingRow] = []
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

    def show_verdict(self, verdict: Verdict, rulebook: Rulebook) -> int:
        """Show what was found; returns how many rows there are."""
        self._lines, self._open = finding_lines(verdict, rulebook), False
        self._show()
        return len(self._lines)

    def rows(self) -> list[FindingLine]:
        """The rows that are shown now."""
        return [row.line for row in self._rows if row.isVisibleTo(self)]

    def _show_all(self) -> None:
        self._open = True
        self._show()
        self.grown.emit()

    def _show(self) -> None:
        count = len(self._lines) if self._open else min(len(self._lines), MOST)
        while len(self._rows) < count:
            row = FindingRow()
            row.setObjectName(f"finding{len(self._rows) + 1}")
            self._column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for index, row in enumerate(self._rows):
            if index < count:
                row.set(self._lines[index])
            row.setVisible(index < count)
        rest = len(self._lines) - count
        self._more.set_text(translate("QuickCheck", "另有 {count} 条", count=rest))
        self._more.setVisible(rest > 0)
