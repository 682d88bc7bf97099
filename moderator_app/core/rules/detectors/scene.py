"""What goes on around a message: an answer that came late, and others who are in the midst of talk."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import islice, takewhile

from moderator_app.core.message import Kind, Message
from moderator_app.core.rules.detectors.base import Factory, Given, Seen, on_whole
from moderator_app.core.rules.past import plain
from moderator_app.core.rules.reading import Reading

_LOOK_BACK = 400


class _Late:
    """The sender's first words after being called by @name, more than `minutes` after the call.

    With `same-day: yes` an answer on a later day is late instead, however short the night was.
    Nothing is seen where either time is not known.
    """

    def __init__(self, given: Given) -> None:
        self._within = timedelta(minutes=given.number("minutes", 30))
        self._by_day = given.one_of("same-day", ("yes", "no"), "no") == "yes"

    def __call__(self, reading: Reading) -> Seen:
        if reading.assumed or reading.now is None:
            return ()
        calls = [message for message in _since_own(reading) if _calls(message, reading.names)]
        if not calls or calls[-1].at is None or not self._is_late(calls[-1].at, reading.now):
            return ()
        first = calls[-1].at
        waited = int((plain(reading.now) - plain(first)).total_seconds() // 60)
        return on_whole(
            reading, "seen.late", name=calls[-1].sender, at=f"{first:%m-%d %H:%M}", minutes=waited
        )

    def _is_late(self, asked: datetime, answered: datetime) -> bool:
        if self._by_day:
            return plain(answered).date() > plain(asked).date()
        return plain(answered) - plain(asked) > self._within


class _Busy:
    """At least `people` others have spoken within the last `minutes`: what is shown now breaks in."""

    def __init__(self, given: Given) -> None:
        self._people = max(1, given.count("people", 3))
        self._within = timedelta(minutes=given.number("minutes", 3))

    def __call__(self, reading: Reading) -> Seen:
        if reading.assumed or reading.now is None:
            return ()
        start = plain(reading.now) - self._within
        latest = islice(reversed(reading.context.before), _LOOK_BACK)
        recent = takewhile(lambda message: message.at is not None and plain(message.at) >= start, latest)
        others = {m.sender for m in recent if m.kind is not Kind.SYSTEM} - reading.names - {""}
        return on_whole(reading, "seen.busy", count=len(others)) if len(others) >= self._people else ()


def _since_own(reading: Reading) -> list[Message]:
    """What was said since the sender's own last message, newest first."""
    latest = islice(reversed(reading.context.before), _LOOK_BACK)
    return list(takewhile(lambda message: message.sender not in reading.names, latest))


def _calls(message: Message, names: frozenset[str]) -> bool:
    """Whether the message calls one of these names: @张三, with a blank or the end behind it."""
    heads = (f"@{name}" for name in names)
    text = f"{message.text} "
    return any(f"{head}{end}" in text for head in heads for end in " \u2005\u2002\u3000\xa0,，:：、")


FACTORIES: dict[str, Factory] = {"late": _Late, "busy": _Busy}
