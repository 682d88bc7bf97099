"""How much comes how fast: the same once more, several in a time, pictures, stickers, talk of two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from itertools import islice, takewhile

from moderator_app.core.message import Kind, Message
from moderator_app.core.rules.detectors.base import Detector, Factory, Given, Seen, on_whole
from moderator_app.core.rules.past import letters_of, plain
from moderator_app.core.rules.reading import Reading
from moderator_app.core.text.faces import FACE
from moderator_app.core.text.kinds import kind_of

_WORDED = frozenset({Kind.TEXT, Kind.LINK, Kind.FILE})
_REPLY = 6
"""Letters up to which the same words are a reply (收到), and count only without others between."""

_SHARE_OF_TALK = 0.25
_REMEMBERED = 512
_letters = lru_cache(maxsize=_REMEMBERED)(letters_of)
_PICTURE = re.compile(r"\[(?:图片|照片|Photo|Image|Picture)\]")


def _recent(reading: Reading, within: timedelta) -> Iterator[Message]:
    """The sender's own messages of the last time, newest first; one without a time ends them.

    Where nothing in the conversation has a time, those that follow each other are recent.
    """
    now = reading.now if not reading.assumed else None
    if now is None:
        yield from _in_a_row(reading)
        return
    start = plain(now) - within
    yield from takewhile(lambda message: message.at is not None and plain(message.at) >= start, reading.own)


def _in_a_row(reading: Reading) -> Iterator[Message]:
    """The sender's last messages, newest first, until another spoke."""
    return takewhile(lambda message: message.sender in reading.names, reversed(reading.context.before))


class _Flood:
    """The same words for the `same`-th time in a row; emoji, blanks and marks make no difference.

    The sender's own messages count, whatever others said between, within `hours`; short replies
    such as 收到 only where nobody else spoke between.
    """

    def __init__(self, given: Given) -> None:
        self._same = max(2, given.count("same", 3))
        self._within = timedelta(hours=given.number("hours", 24))

    def __call__(self, reading: Reading) -> Seen:
        mine = _letters(reading.original)
        if not mine or not reading.names or reading.kind not in _WORDED:
            return ()
        said = (
            _in_a_row(reading) if len(mine) <= _REPLY or reading.assumed else _recent(reading, self._within)
        )
        before = sum(1 for _ in takewhile(lambda message: _letters(message.text) == mine, said))
        return on_whole(reading, "seen.flood", count=before + 1) if before + 1 >= self._same else ()


class _Burst:
    """The `messages`-th message by one sender within so many `seconds`, by the times they carry.

    With `alone: yes` only messages count between which nobody else spoke.
    """

    def __init__(self, given: Given) -> None:
        self._messages = max(2, given.count("messages", 4))
        self._within = timedelta(seconds=given.number("seconds", 120))
        self._alone = given.one_of("alone", ("yes", "no"), "no") == "yes"

    def __call__(self, reading: Reading) -> Seen:
        if reading.assumed or not reading.names:
            return ()
        count = 1 + sum(1 for _ in _recent(reading, self._within))
        if self._alone:
            count = min(count, 1 + sum(1 for _ in _in_a_row(reading)))
        if count < self._messages:
            return ()
        return on_whole(reading, "seen.burst", count=count, seconds=int(self._within.total_seconds()))


class _Many:
    """So many pictures, or stickers, by one sender within so many `minutes`, this message's included."""

    def __init__(self, given: Given, *, kind: Kind, code: re.Pattern[str], option: str, note: str) -> None:
        self._least = max(1, given.count(option, 5))
        self._within = timedelta(minutes=given.number("minutes", 5))
        self._kind, self._code, self._note = kind, code, note

    def __call__(self, reading: Reading) -> Seen:
        if reading.kind is not self._kind:
            return ()
        said = islice(_recent(reading, self._within) if reading.names else (), self._least)
        count = self._in(reading.message) + sum(map(self._in, said))
        if count < self._least:
            return ()
        return on_whole(reading, self._note, count=count, minutes=int(self._within.total_seconds() // 60))

    def _in(self, message: Message) -> int:
        kind = kind_of(message.text) if message.kind is Kind.TEXT else message.kind
        return max(1, len(self._code.findall(message.text))) if kind is self._kind else 0


def _many_pictures(given: Given) -> Detector:
    """Pictures that push everything else off the screen."""
    return _Many(given, kind=Kind.PICTURE, code=_PICTURE, option="pictures", note="seen.many-pictures")


def _many_stickers(given: Given) -> Detector:
    """Stickers, and messages of nothing but faces, each face counted."""
    return _Many(given, kind=Kind.STICKER, code=FACE, option="stickers", note="seen.many-stickers")


class _Dialogue:
    """For `messages` messages only two people have spoken, each a fair share, with no pause of `minutes`."""

    def __init__(self, given: Given) -> None:
        self._messages = max(4, given.count("messages", 12))
        self._pause = timedelta(minutes=given.number("minutes", 30))

    def __call__(self, reading: Reading) -> Seen:
        said = [message.sender for message in self._lately(reading)]
        others = {name for name in said if name not in reading.names}
        if not reading.names or len(said) + 1 < self._messages or len(others) != 1 or "" in others:
            return ()
        theirs = sum(1 for name in said if name in others)
        fair = len(said) * _SHARE_OF_TALK
        if theirs < fair or len(said) - theirs < fair:
            return ()
        return on_whole(reading, "seen.dialogue", count=len(said) + 1, name=next(iter(others)))

    def _lately(self, reading: Reading) -> Iterator[Message]:
        """As many messages as are asked for, newest first, up to a pause."""
        said = (message for message in reversed(reading.context.before) if message.kind is not Kind.SYSTEM)
        later = reading.message.at
        for message in islice(said, self._messages - 1):
            if later and message.at and plain(later) - plain(message.at) > self._pause:
                return
            later = message.at or later
            yield message


FACTORIES: dict[str, Factory] = {
    "flood": _Flood,
    "burst": _Burst,
    "many-pictures": _many_pictures,
    "many-stickers": _many_stickers,
    "dialogue": _Dialogue,
}
