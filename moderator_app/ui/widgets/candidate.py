"""A person that a list offers, and how one row of them is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets.painting import line_of_text, text_width


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One row of the completion list: the name, what tells it apart, and a word at the right."""

    id: str
    title: str
    detail: str = ""
    trailing: str = ""


def paint_candidate(painter: QPainter, place: QRectF, row: Candidate) -> None:
    """One person: name, what tells them apart, and a word at the right."""
    px, tokens, body = theme().px, theme().tokens, theme().font(Type.BODY)
    if row.trailing:
        hint = theme().font(Type.HINT)
        width = text_width(row.trailing, hint) + 1
        right = QRectF(place.right() - width, place.top(), width, place.height())
        line_of_text(painter, right, row.trailing, font=hint, colour=tokens.text2)
        place = place.adjusted(0, 0, -width - px(8), 0)
    line_of_text(painter, place, row.title, font=body, colour=tokens.text)
    rest = place.adjusted(text_width(row.title, body) + px(8), 0, 0, 0)
    if rest.width() > px(16):
        line_of_text(painter, rest, row.detail, font=body, colour=tokens.text2)
