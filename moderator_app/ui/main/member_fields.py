"""The fields of the questions about members: a day, a time, a few lines of words, and somebody else."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from moderator_app.i18n import translate
from moderator_app.session import Session
from moderator_app.system.clipboard import content_of
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Candidate, SearchField

_NUMBER_OF_DAYS = re.compile(r"\+?(\d{1,4})\s*(?:天|日|d|days?)?", re.IGNORECASE)
_DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?")
_TIME = re.compile(r"(\d{1,2})[:：](\d{2})")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def day_of(text: str, today: date, *, past: bool = False) -> date | None:
    """The day that is meant: 2026-12-01, 12-1 (the next one), or in so many days (7, 7 天); None for none.

    With `past` it is the last 12-1, and so many days ago.
    """
    text, back = text.strip(), -1 if past else 1
    if number := _NUMBER_OF_DAYS.fullmatch(text):
        return today + timedelta(days=back * int(number[1]))
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    try:
        day = date(int(found[1] or today.year), int(found[2]), int(found[3]))
        other_year = not found[1] and (day > today if past else day < today)
        return day.replace(year=day.year + back) if other_year else day
    except ValueError:
        return None


def moment_of(text: str, now: datetime) -> datetime | None:
    """The moment that is meant: a day, a time of today, or both; a day alone lasts to its end."""
    words = text.split()
    clock = _TIME.fullmatch(words[-1]) if words else None
    at = time(23, 59)
    if clock is not None:
        if int(clock[1]) > 23 or int(clock[2]) > 59:
            return None
        at, words = time(int(clock[1]), int(clock[2])), words[:-1]
    day = day_of(" ".join(words), now.date()) if words else now.date()
    return datetime.combine(day, at) if day and text.strip() else None


class DayField(QLineEdit):
    """A line for a day; `day()` is what stands there, None for nothing or what cannot be read."""

    def __init__(self, day: date | None = None, *, past: bool = False) -> None:
        super().__init__(day.isoformat() if day else "")
        self._past = past
        if not past:
            self.setPlaceholderText(translate("Members", "如 2026-12-01，或几天后：7"))

    def day(self) -> date | None:
        """The day that is meant."""
        return day_of(self.text(), date.today(), past=self._past)

    @property
    def unread(self) -> bool:
        """Whether something stands there that is no day."""
        return bool(self.text().strip()) and self.day() is None


class WordsField(QPlainTextEdit):
    """A few lines. Enter answers (emits `entered`), Shift+Enter begins a new line; Tab goes on.

    Pictures and files that are pasted or dropped here go to `files`, where somebody wants them.
    """

    entered = Signal()

    def __init__(self, text: str = "", *, lines: int = 3) -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme().px(16 + 20 * lines))
        self.take: Callable[[QMimeData], bool] = lambda _data: False

    def words(self) -> str:
        """What was written, without blanks around it."""
        return self.toPlainText().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter answers the question."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Text, and whatever else may be taken."""
        return super().canInsertFromMimeData(source) or source.hasImage() or bool(content_of(source).files)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Offer it first to whoever takes pictures."""
        if not self.take(source):
            super().insertFromMimeData(source)


class PersonField(SearchField):
    """Somebody of a group, found while one types; `member` is the id of who was chosen."""

    picked = Signal()

    def __init__(self, session: Session, group: str | None = None, without: str = "") -> None:
        super().__init__(translate("Members", "姓名、别名、拼音首字母"))
        self._session, self._without = session, without
        self.group = group
        self.member = ""
        self.set_source(self._candidates)
        self.chosen.connect(self.choose)
        self.textEdited.connect(self._forget)

    def _candidates(self, query: str) -> list[Candidate]:
        return [each for each in candidates(self._session, query, self.group) if each.id != self._without]

    def choose(self, member: str) -> None:
        """It is this member (id)."""
        self.member = member
        self.setText(self._session.row(member).member.name)
        self.close_list()
        self.picked.emit()

    def _forget(self, _text: str) -> None:
        self.member = ""


def candidates(session: Session, query: str, group: str | None = None) -> list[Candidate]:
    """The members that fit what was typed, as rows of a completion list."""
    return [
        Candidate(
            id=found.member.id,
            title=found.member.name,
            detail=found.member.card if found.member.card != found.member.name else "",
            trailing=translate("Members", "{count} 次", count=found.active) if found.active else "",
        )
        for found in session.search(query, group)[:7]
    ]


def go_on(field: QWidget) -> None:
    """Put the hands on a field."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
