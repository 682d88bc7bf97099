"""The notices to choose from: numbered, the chosen one opened, at most five in view."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.session.types import Case, Offer
from moderator_app.ui.quick import words
from moderator_app.ui.quick.row_area import RowArea
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import KeyHint, Label, NoticeRow
from moderator_app.ui.widgets.painting import Themed

MOST = 9
"""Number keys 1 to 9."""
IN_VIEW, FEWEST = 5, 3


class OfferList(Themed, QWidget):
    """Emits `chosen` with an index, `record_only` for 0, `resized` when its height changed."""

    chosen = Signal(int)
    record_only = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._index: int | None = None
        self._whole = False
        self._in_view = IN_VIEW
        self._label = Label(kind=Type.HINT, tone="text2")
        self._label.setObjectName("offersLabel")
        self.record_hint = KeyHint("0", translate("QuickCheck", "只记录，不告知"))
        self.record_hint.setObjectName("recordOnly")
        self.record_hint.clicked.connect(self.record_only)
        self._rows: list[NoticeRow] = []
        self._lay_out()
        self.follow_theme()

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._label)
        self._head.addStretch(1)
        self._head.addWidget(self.record_hint)
        self._scroll = RowArea()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._scroll)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        self._column.setContentsMargins(px(8), px(8), px(8), px(12))
        self._column.setSpacing(px(4))
        self._head.setContentsMargins(px(8), 0, px(8), 0)
        super().restyle()
        self.fit()

    # What is shown

    def show_case(self, case: Case, *, listed: bool = False) -> None:
        """The offers of a case; the suggested one is chosen, except where nothing is wrong or left to do.

        `listed` tells that it stands below a list of people: then whom the notices are for is said.
        """
        self._case, self._whole = case, False
        wanted = case.verdict.level is not Level.OK and case.again is None
        self._index = 0 if case.offers and wanted else None
        self._label.setText(words.offers_label(case, listed=listed))
        violation = case.verdict.level is Level.VIOLATION
        self.record_hint.setVisible(violation)
        self._show()

    def update_case(self, case: Case) -> None:
        """The same case for another member: the choice stays where the notice is still offered."""
        before = self.offer
        self._case = case
        if before is not None:
            ids = [offer.notice.id for offer in case.offers[:MOST]]
            suggested_before = self._index == 0
            keep = ids.index(before.notice.id) if before.notice.id in ids else 0
            self._index = 0 if suggested_before and ids else keep
        self._show()

    def show_at_most(self, rows: int) -> None:
        """So many rows in view, the others scroll; where the window has less room fewer."""
        self._in_view = rows
        self.fit()

    @property
    def index(self) -> int | None:
        """Which offer is chosen; None for none."""
        return self._index

    @property
    def offer(self) -> Offer | None:
        """The chosen offer."""
        if self._case is None or self._index is None or self._index >= len(self._case.offers):
            return None
        return self._case.offers[self._index]

    @property
    def count(self) -> int:
        """How many offers the number keys reach."""
        return min(len(self._case.offers), MOST) if self._case is not None else 0

    def choose(self, index: int | None) -> None:
        """Choose an offer; None chooses nothing (record only)."""
        self._index, self._whole = index, False
        self._show()
        self.resized.emit()

    def toggle_whole(self) -> None:
        """All of the chosen notice's text, or two lines again."""
        self._whole = not self._whole
        self._show()
        self.resized.emit()

    def _show(self) -> None:
        while len(self._rows) < self.count:
            self._add_row()
        for index, row in enumerate(self._rows):
            if index < self.count:
                self._fill(row, index)
            row.setVisible(index < self.count)
        self.fit()

    def _add_row(self) -> None:
        index, row = len(self._rows), NoticeRow()
        row.setObjectName(f"offer{index + 1}")
        row.clicked.connect(lambda: self.chosen.emit(index))
        self._scroll.rows.addWidget(row)
        self._rows.append(row)

    def _fill(self, row: NoticeRow, index: int) -> None:
        assert self._case is not None  # `count` is 0 without a case
        case, offer, chosen = self._case, self._case.offers[index], index == self._index
        preview = words.offer_preview(offer)
        row.set(
            number=str(index + 1),
            title=offer.notice.title.get(language()),
            preview=preview,
            trailing=words.offer_trailing(case, offer, suggested=index == 0),
            chosen=chosen,
            whole=chosen and self._whole,
            blocked=offer.problem is not None,
            side=" ".join(preview.split())[:80] if case.verdict.level is Level.OK else "",
        )

    def fit(self) -> None:
        """As high as the rows, at most the first five; the chosen one is brought into view."""
        width = self.width() - self._column.contentsMargins().left() * 2
        heights = [row.heightForWidth(width) for row in self._rows[: self.count]]
        tall = self._whole and self._index is not None
        most = self._in_view
        view = sum(heights) if tall else sum(heights[:most])
        if self._index is not None and self._index >= most and not tall:
            view = sum(heights[: most - 1]) + heights[self._index]
        if self._scroll.height() != view or self._scroll.minimumHeight() != view:
            self._scroll.setFixedHeight(view)
        self._scroll.keep_height(sum(heights))
        if self._index is not None and self._index < len(self._rows):
            self._scroll.bring(self._rows[self._index])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The text wraps anew."""
        super().resizeEvent(event)
        self.fit()
