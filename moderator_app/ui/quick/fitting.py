"""How large the quick check is and where it stands: by its content, never more than most of the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from moderator_app.session.types import Case
from moderator_app.ui.quick.body import Body
from moderator_app.ui.quick.footer import Footer
from moderator_app.ui.quick.frame import FramelessWindow, screen_under_mouse
from moderator_app.ui.quick.header import VerdictHeader
from moderator_app.ui.quick.help_sheet import HelpSheet
from moderator_app.ui.quick.inline_message import InlineMessage
from moderator_app.ui.quick.offers import FEWEST, IN_VIEW, OfferList
from moderator_app.ui.quick.people import FEWEST_ROWS, MOST_ROWS, PeopleList
from moderator_app.ui.quick.picture_view import LEAST
from moderator_app.ui.theme import theme

_WIDTH = 560
_MOST_OF_SCREEN = 0.8
_LEAST_OF_MESSAGE = 96


class Fitting(FramelessWindow):
    """The size and place of the quick check; what it shows is its heir's."""

    case: Case | None
    header: VerdictHeader
    body: Body
    inline: InlineMessage
    footer: Footer
    help: HelpSheet
    inside: QWidget
    _outer: QVBoxLayout

    def fit(self) -> None:
        """As high as the content, at most 80 % of the screen; the top edge stays."""
        parts, width = self.body, theme().px(_WIDTH)
        message, pictures = parts.message.text, parts.pictures.view
        message.limit()
        pictures.limit()
        parts.offers.show_at_most(IN_VIEW)
        parts.people.show_at_most(MOST_ROWS)
        body = parts.needed_height(width - 2)
        inline = self.inline.heightForWidth(width - 2) if self.inline.text() else 0
        rest = self.header.height() + self.footer.height() + max(inline, 0) + 2
        if self.help.isVisibleTo(self.inside):
            body = max(body, self.help.wanted().height())
        most = round(screen_under_mouse().height() * _MOST_OF_SCREEN)
        for part, least in ((pictures, LEAST), (message, _LEAST_OF_MESSAGE)):
            if self.case is None or body + rest <= most or not part.isVisibleTo(parts):
                continue
            less = part.heightForWidth(part.width()) - (body + rest - most)  # rather than the notices
            part.limit(max(less, theme().px(least)))
            body = parts.needed_height(width - 2)
        body = self._fewer_rows(body, most - rest)
        self.resize(self.outer_size(QSize(width, min(body + rest, most))))
        self._outer.activate()
        self._place_help()

    def _fewer_rows(self, body: int, room: int) -> int:
        """Fewer notices and people in view, one after the other, until all has room; how high it is then."""
        steps: list[tuple[OfferList | PeopleList, int]]
        steps = [(self.body.offers, rows) for rows in range(IN_VIEW - 1, FEWEST - 1, -1)]
        steps += [(self.body.people, rows) for rows in range(MOST_ROWS - 1, FEWEST_ROWS - 1, -1)]
        for part, rows in steps:
            if body <= room or self.case is None:
                break
            part.show_at_most(rows)
            body = self.body.needed_height(theme().px(_WIDTH) - 2)
        return body

    def _place_help(self) -> None:
        top = self.header.height() + 1
        self.help.setGeometry(
            1, top, self.inside.width() - 2, self.inside.height() - top - self.footer.height() - 1
        )

    def place(self) -> None:
        """Into the upper third of the mouse's screen, near the mouse from left to right."""
        screen, width = screen_under_mouse(), theme().px(_WIDTH)
        left = max(screen.left() + 8, min(QCursor.pos().x() - width // 2, screen.right() - width - 8))
        self.move_visible(QPoint(left, screen.top() + screen.height() // 8))
