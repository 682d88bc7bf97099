"""A marked text that is as high as its lines at the width that it was given."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from moderator_app.ui.widgets.marked_text import MarkedText


class FittedText(MarkedText):
    """For texts inside something that scrolls: no line of it is hidden up to its greatest height."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The lines wrap anew."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height of what is shown now."""
        wanted = self.heightForWidth(self.width())
        if wanted != self.height():
            self.setFixedHeight(wanted)
