"""What was said before: the same content once more, and how much one member has posted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import islice

from moderator_app.core.message import Message
from moderator_app.core.rules.detectors.base import Factory, Given, Seen
from moderator_app.core.rules.reading import Reading, Sighting
from moderator_app.core.text.normalise import normalise
from moderator_app.core.text.phrases import PhraseMatcher
from moderator_app.core.wording import Reason

_OWN_LOOK_BACK = 5000
_OWN_AT_MOST = 40
_REMEMBERED = 512
_LOOK_BACK = 400
"""Messages that are compared at most, so that a long history costs no more than a short one."""


def _since(reading: Reading, days: float) -> datetime | None:
    """The moment before which nothing counts."""
    now = reading.context.now or reading.message.at
    return now - timedelta(days=days) if now is not None else None


def _recent(reading: Reading, days: float) -> Iterator[Message]:
    """The messages of the last days, newest first; one without a time counts as recent."""
    since = _since(reading, days)
    for message in islice(reversed(reading.context.before), _LOOK_BACK):
        if since is not None and message.at is not None and message.at < since:
            return
        yield message


@lru_cache(maxsize=4096)
def _pieces(text: str, length: int) -> frozenset[str]:
    """All runs of `length` letters that the text holds; digits only count in pairs, not in long runs."""
    solid = "".join(char for char in text[:2000].lower() if char.isalnum() and (length == 2 or char > "z"))
    return frozenset(solid[i : i + length] for i in range(len(solid) - length + 1))


class _Repeat:
    """The same or nearly the same words as an earlier message, one's own or another's.

    `alike` is the share of pairs of characters that both have (Jaccard) from which two texts are
    called the same; texts with fewer than `least` pairs are never compared. With `run` one common
    run of so many characters is enough instead.
    """

    def __init__(self, given: Given) -> None:
        self._alike = given.number("alike", 0.6)
        self._least = given.count("least", 12)
        self._days = given.number("days", 30)
        self._run = given.count("run", 0)

    def __call__(self, reading: Reading) -> Seen:
        if not reading.context.before:
            return ()
        mine = _pieces(reading.body, self._run or 2)
        if len(mine) < self._least and not self._run:
            return ()
        for message in _recent(reading, self._days):
            if self._same(mine, message.text, len(reading.body)):
                note = Reason("seen.repeat", {"name": message.sender, "at": _at(message)})
                return (Sighting(start=reading.whole.start, end=reading.whole.end, note=note),)
        return ()

    def _same(self, mine: frozenset[str], text: str, length: int) -> bool:
        if self._run:
            return not mine.isdisjoint(_pieces(text, self._run))
        if not 0.4 * length <= min(len(text), 20_000) <= 2.5 * length:
            return False
        other = _pieces(text, 2)
        if min(len(mine), len(other)) < self._alike * max(len(mine), len(other)):
            return False
        shared = len(mine & other)
        return shared >= self._alike * (len(mine) + len(other) - shared)


class _Quota:
    """The sender posted something with `least` of these words `times` times in the last days."""

    def __init__(self, given: Given) -> None:
        self._times = given.count("times", 1)
        self._days = given.number("days", 7)
        self._least = given.count("least", 2)
        self._matcher = PhraseMatcher(given.texts("words"))
        self._promotes = lru_cache(maxsize=_REMEMBERED)(self._is_promotion)

    def __call__(self, reading: Reading) -> Seen:
        if not reading.names:
            return ()
        names = reading.names
        since = _since(reading, self._days)
        latest = islice(reversed(reading.context.before), _OWN_LOOK_BACK)
        own = [message for message in latest if message.sender in names][:_OWN_AT_MOST]
        posted = [
            message
            for message in own
            if (since is None or message.at is None or message.at >= since)
            and self._promotes(message.text[:2000])
        ]
        if len(posted) < self._times:
            return ()
        note = Reason("seen.quota", {"count": len(posted) + 1, "days": int(self._days), "at": _at(posted[0])})
        return (Sighting(start=reading.whole.start, end=reading.whole.end, note=note),)

    def _is_promotion(self, text: str) -> bool:
        words = {match.word for match in self._matcher.find(normalise(text))}
        return len(words) >= self._least


def _at(message: Message) -> str:
    return message.at.strftime("%m-%d %H:%M") if message.at else ""


FACTORIES: dict[str, Factory] = {"repeat": _Repeat, "quota": _Quota}
