"""How far something long is: a thin bar in the look's own colours."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QProgressBar

from moderator_app.i18n import translate
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets.painting import box, smooth


class ThinBar(QProgressBar):
    """A progress bar 6 high without words."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("Import", "进度"))
        self.setTextVisible(False)
        self.setFixedHeight(theme().px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the groove, and over it what is done."""
        painter, tokens, radius = smooth(self), theme().tokens, self.height() / 2
        area = self.rect().toRectF()
        box(painter, area, radius=radius, fill=tokens.border, line=None)
        share = (self.value() - self.minimum()) / max(self.maximum() - self.minimum(), 1)
        done = QRectF(0, 0, max(area.width() * share, 2 * radius), area.height())
        if share > 0:
            box(painter, done, radius=radius, fill=tokens.accent, line=None)
