"""What stands between head and foot of the quick check: its sections with dividers, scrolling when high."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from moderator_app.i18n import translate
from moderator_app.ui.quick.acts import ActsSection
from moderator_app.ui.quick.after import AfterSection, LeftSection
from moderator_app.ui.quick.filing import FilingSection
from moderator_app.ui.quick.findings import FindingsList
from moderator_app.ui.quick.newcomers import NewcomerSection
from moderator_app.ui.quick.offers import OfferList
from moderator_app.ui.quick.people import PeopleList
from moderator_app.ui.quick.picture_section import PictureSection
from moderator_app.ui.quick.ports import CheckSession
from moderator_app.ui.quick.ruling import RulingSection
from moderator_app.ui.quick.thread import ThreadSection
from moderator_app.ui.quick.who import WhoSection
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Divider, EmptyState, MarkedText
from moderator_app.ui.widgets.painting import Themed, lay_out


class MessageSection(Themed, QWidget):
    """The message with its margins; the marks reach below the last line, so the foot is smaller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = MarkedText()
        self.text.setObjectName("messageText")
        self.text.setAccessibleName(translate("QuickCheck", "消息"))
        self.text.setTabChangesFocus(True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.text)
        self.follow_theme()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        self._column.setContentsMargins(px(16), px(11), px(16), px(10))
        super().restyle()


class Body(QScrollArea):
    """All sections are made once; `show_only` chooses which of them are seen."""

    def __init__(self, session: CheckSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = PeopleList()
        self.again, self.after = AfterSection(), AfterSection()
        self.again.setObjectName("againSection")
        self.left, self.acts = LeftSection(), ActsSection()
        self.who = WhoSection(session)
        self.message, self.talk = MessageSection(), ThreadSection()
        self.pictures = PictureSection()
        self.newcomers = NewcomerSection()
        self.findings, self.offers = FindingsList(), OfferList()
        self.ruling, self.filing = RulingSection(), FilingSection()
        self.empty = EmptyState(framed=False)
        self.empty.setObjectName("emptyState")
        self._sections = (
            *(self.people, self.again, self.after, self.who),
            *(self.message, self.talk, self.pictures, self.newcomers),
            *(self.findings, self.acts, self.offers, self.ruling, self.filing),
            *(self.left, self.empty),
        )
        self._dividers = [Divider() for _ in self._sections]
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for divider, section in zip(self._dividers, self._sections, strict=True):
            self._column.addWidget(divider)
            self._column.addWidget(section)
        self._column.addStretch(1)
        self._set_up_scrolling()

    def _set_up_scrolling(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inside)
        self.setMinimumHeight(1)  # else Qt keeps room for scroll bars that are not there
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)

    def show_only(self, *shown: QWidget) -> None:
        """Show these sections, with a divider between each two.

        The list of people has its own lines, and ladder and messages below it are one section.
        """
        before: QWidget | None = None
        for divider, section in zip(self._dividers, self._sections, strict=True):
            visible = section in shown
            section.setVisible(visible)
            together = before is self.people or (before is self.who and self.people in shown)
            divider.setVisible(visible and before is not None and not together)
            before = section if visible else before

    def needed_height(self, width: int) -> int:
        """How high all of it is at this width; nothing has to be on the screen yet."""
        self._inside.resize(width, self._inside.height())
        for _ in range(2):  # once for the widths of the parts, once for the heights that they then need
            for section in self._sections:
                lay_out(section)
                section.updateGeometry()  # Qt tells nobody above while nothing is on the screen
            self._column.activate()
            self.message.text.updateGeometry()
            for part in (self.talk, self.findings):
                part.fit()
            self.offers.fit()
            self.acts.fit()
        if self._column.hasHeightForWidth():
            return self._column.totalHeightForWidth(width)
        return self._column.sizeHint().height()
