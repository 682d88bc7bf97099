"""The time of day at which a message was sent, held against the hours that the group keeps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from moderator_app.core.errors import BadInput
from moderator_app.core.rules.detectors.base import Factory, Given, Seen
from moderator_app.core.rules.reading import Reading, Sighting
from moderator_app.core.wording import Reason

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAY = "|".join(_DAYS)
_SPAN = re.compile(
    rf"(?:(?P<from>{_DAY})(?:-(?P<to>{_DAY}))?\s+)?"
    r"(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)\s*-\s*(?P<h2>[01]?\d|2[0-4]):(?P<m2>[0-5]\d)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """From one minute of the day to before another, on some days; the end may lie on the next day."""

    days: frozenset[int]
    start: int
    end: int

    def holds(self, moment: datetime) -> bool:
        minute, day = moment.hour * 60 + moment.minute, moment.weekday()
        if self.start < self.end:
            return day in self.days and self.start <= minute < self.end
        return (day in self.days and minute >= self.start) or (
            (day - 1) % 7 in self.days and minute < self.end
        )


class _Hours:
    """Sent while the group is `closed`, or at no time at which it is `open`.

    Spans are written `22:00-07:30` or `Thu 21:00-22:30` or `Mon-Fri 09:00-18:00`. A message of
    which nothing tells the time is held against the time of the check, and its note says so.
    """

    def __init__(self, given: Given) -> None:
        self._closed_told, self._open_told = given.texts("closed"), given.texts("open")
        self._closed = [_span(told, "closed") for told in self._closed_told]
        self._open = [_span(told, "open") for told in self._open_told]

    def __call__(self, reading: Reading) -> Seen:
        if reading.now is None or not self._forbids(reading.now):
            return ()
        values = {
            "at": reading.now.strftime("%H:%M"),
            "closed": "、".join(self._closed_told),
            "open": "、".join(self._open_told),
        }
        note = Reason("seen.hours-assumed" if reading.assumed else "seen.hours", values)
        return (Sighting(start=reading.whole.start, end=reading.whole.end, note=note),)

    def _forbids(self, moment: datetime) -> bool:
        shut = any(span.holds(moment) for span in self._closed)
        return shut or (bool(self._open) and not any(span.holds(moment) for span in self._open))


def _span(told: str, option: str) -> _Span:
    found = _SPAN.fullmatch(told.strip())
    if found is None:
        raise BadInput("option.not-hours", option=option, value=told)
    first = _DAYS.index(found["from"]) if found["from"] else 0
    last = _DAYS.index(found["to"] or found["from"]) if found["from"] else 6
    days = frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))
    end = int(found["h2"]) * 60 + int(found["m2"])
    return _Span(days=days, start=int(found["h"]) * 60 + int(found["m"]), end=end)


FACTORIES: dict[str, Factory] = {"hours": _Hours}
