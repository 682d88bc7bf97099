"""What was said before: the same content once more, and how much one member has posted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import islice, takewhile

from moderator_app.core.message import Message
from moderator_app.core.rules.detectors.base import Factory, Given, Seen
from moderator_app.core.rules.past import (
    A_MINUTE,
    OWN,
    Checked,
    Likeness,
    Outcome,
    Pieces,
    alike,
    is_earlier,
    packed,
    pieces_of,
    plain,
)
from moderator_app.core.rules.reading import Reading, Sighting
from moderator_app.core.rules.verdict import Level
from moderator_app.core.text.normalise import normalise
from moderator_app.core.text.phrases import PhraseMatcher
from moderator_app.core.wording import Reason, Value

_REMEMBERED = 512
_JUDGED = 1 << 14
"""Texts of which is known whether they promote: those of every member in a long conversation."""

_PROMOTED = ("hawking", "ads", "weekly-quota", "trade-form")
_ANY_OUTCOME = "any"


def _noted(reading: Reading, code: str, values: dict[str, Value]) -> Seen:
    return (Sighting(start=reading.whole.start, end=reading.whole.end, note=Reason(code, values)),)


def _since(reading: Reading, days: float) -> datetime | None:
    """The moment before which nothing counts."""
    return plain(reading.now) - timedelta(days=days) if reading.now is not None else None


def _recent(reading: Reading, days: float) -> Iterable[Message]:
    """The messages of the last days, newest first; one without a time counts as recent."""
    since, latest = _since(reading, days), reading.latest
    if since is None or not latest or _is_since(latest[-1], since):
        return latest
    return takewhile(lambda message: _is_since(message, since), latest)


def _is_since(message: Message, since: datetime) -> bool:
    return message.at is None or plain(message.at) >= since


@lru_cache(maxsize=4096)
def _runs(text: str, length: int) -> frozenset[str]:
    """All runs of `length` letters that the text holds, without figures and Latin letters."""
    solid = "".join(char for char in text[:2000].lower() if char.isalnum() and char > "z")
    return frozenset(solid[i : i + length] for i in range(len(solid) - length + 1))


_pieces = lru_cache(maxsize=4096)(pieces_of)


@lru_cache(maxsize=4096)
def _kept(text: str) -> bytes:
    """The text's pieces as the history keeps them."""
    return packed(pieces_of(text))


class _Repeat:
    """The same or nearly the same words as an earlier message, one's own or another's.

    `alike` is the share of pairs of characters that both have (Jaccard) from which two texts are
    called the same; texts with fewer than `least` pairs are never compared. With `run` one common
    run of so many characters is enough instead. Looks through the conversation, then through the
    group's history; a run is looked for only in the conversation.
    """

    def __init__(self, given: Given) -> None:
        self._alike = given.number("alike", 0.6)
        self._least = given.count("least", 12)
        self._days = given.number("days", 30)
        self._run = given.count("run", 0)

    def __call__(self, reading: Reading) -> Seen:
        if self._run:
            return self._common_run(reading)
        if not (reading.context.before or reading.likenesses) or len(reading.pieces) < max(1, self._least):
            return ()
        shortest, longest = 0.4 * len(reading.body), 2.5 * len(reading.body)
        for message in _recent(reading, self._days):
            if shortest <= min(len(message.text), 20_000) <= longest and self._same(
                reading.pieces, message.text
            ):
                return _noted(reading, "seen.repeat", {"name": message.sender, "at": _at(message.at)})
        found = _remembered(reading, self._alike, self._days)
        return _noted(reading, "seen.past", _told(reading, found)) if found else ()

    def _common_run(self, reading: Reading) -> Seen:
        mine = _runs(reading.body, self._run) if reading.context.before else frozenset[str]()
        for message in _recent(reading, self._days) if mine else ():
            if not mine.isdisjoint(_runs(message.text, self._run)):
                return _noted(reading, "seen.repeat", {"name": message.sender, "at": _at(message.at)})
        return ()

    def _same(self, mine: Pieces, text: str) -> bool:
        other = _pieces(text)
        few, many = sorted((len(mine), len(other)))
        return few >= self._alike * many and alike(mine, other) >= self._alike


class _Past:
    """Nearly the same as a message that was checked before, by the share `alike` of common pairs.

    `outcome` says what must have become of it: `confirmed`, `open` (in breach as far as was seen, and
    nobody decided), `cleared` (the moderator passed it), or `any` (whatever was checked). With `rules`
    it must have been for one of these, with `rules: own` for the clause that weighs the sign; texts of
    fewer than `least` pairs are never compared.
    """

    def __init__(self, given: Given) -> None:
        self._alike = given.number("alike", 0.8)
        self._least = given.count("least", 8)
        self._days = given.number("days", 365)
        self._rules = frozenset(given.texts("rules")) - {OWN}
        outcome = given.one_of("outcome", (_ANY_OUTCOME, *Outcome), _ANY_OUTCOME)
        self._outcomes = tuple(Outcome) if outcome == _ANY_OUTCOME else (Outcome(outcome),)
        self._ruled = outcome == Outcome.OPEN

    def __call__(self, reading: Reading) -> Seen:
        if not reading.likenesses or len(reading.pieces) < self._least:
            return ()
        found = _remembered(reading, self._alike, self._days, self._counts)
        return _noted(reading, "seen.past", _told(reading, found)) if found else ()

    def _counts(self, checked: Checked) -> bool:
        if checked.outcome not in self._outcomes or (self._ruled and checked.level is Level.OK):
            return False
        return not self._rules or not self._rules.isdisjoint(checked.rules)


class _Quota:
    """The sender posted something with `least` of these words `times` times in the last days.

    Counted in the conversation and in the group's history; where that keeps no texts, what was
    found to break one of `rules` counts.
    """

    def __init__(self, given: Given) -> None:
        self._times = given.count("times", 1)
        self._days = given.number("days", 7)
        self._least = given.count("least", 2)
        self._rules = frozenset(given.texts("rules", _PROMOTED))
        self._matcher = PhraseMatcher(given.texts("words"))
        self._promotes = lru_cache(maxsize=_JUDGED)(self._is_promotion)

    def __call__(self, reading: Reading) -> Seen:
        since = _since(reading, self._days)
        posted = [
            message.at
            for message in reading.own
            if (since is None or message.at is None or plain(message.at) >= since)
            and self._promotes(message.text[:2000])
        ]
        posted += self._checked(reading, since)
        if len(posted) < self._times:
            return ()
        last = max(filter(None, posted), default=None)
        values: dict[str, Value] = {"count": len(posted) + 1, "days": int(self._days), "at": _at(last)}
        return _noted(reading, "seen.quota", values)

    def _checked(self, reading: Reading, since: datetime | None) -> list[datetime]:
        """When promotions of this sender were checked that the conversation does not hold itself."""
        past = reading.context.past
        if past is None:
            return []
        there = [(_kept(message.text), message.at) for message in reading.own]
        found = {item.id: item for name in reading.names for item in past.by_member(name, since)}
        return [
            plain(item.at)
            for item in islice(reversed(found.values()), _REMEMBERED)
            if _is_earlier(reading, item) and not _is_there(item, there) and self._counts(item)
        ]

    def _counts(self, item: Checked) -> bool:
        return self._promotes(item.text[:2000]) if item.text else not self._rules.isdisjoint(item.rules)

    def _is_promotion(self, text: str) -> bool:
        words = {match.word for match in self._matcher.find(normalise(text))}
        return len(words) >= self._least


def _remembered(
    reading: Reading, least: float, days: float, counts: Callable[[Checked], bool] | None = None
) -> Likeness | None:
    """The most alike of what the group's history holds from before this message."""
    since = _since(reading, days)
    for found in reading.likenesses:
        if found.share < least:
            break
        item = found.checked
        recent = since is None or plain(item.at) >= since
        if recent and _is_earlier(reading, item) and (counts is None or counts(item)):
            return found
    return None


def _is_earlier(reading: Reading, checked: Checked) -> bool:
    """Whether a record is of a message before this one, and not of this very one."""
    if reading.now is None:
        return True
    may_be_the_same = not reading.names or not checked.name or checked.name in reading.names
    return is_earlier(checked, reading.now, assumed=reading.assumed, may_be_the_same=may_be_the_same)


def _is_there(item: Checked, said: Iterable[tuple[bytes, datetime | None]]) -> bool:
    """Whether the conversation itself holds the message of this record."""
    return any(
        kept == item.kept and (at is None or abs(plain(at) - plain(item.at)) <= A_MINUTE) for kept, at in said
    )


def _told(reading: Reading, found: Likeness) -> dict[str, Value]:
    """What a note says of an earlier message: how alike, when, whose, and what it broke."""
    checked = found.checked
    return {
        "percent": int(found.share * 100),
        "at": checked.at.strftime("%Y-%m-%d"),
        "name": checked.name,
        "own": "yes" if checked.name and checked.name in reading.names else "no",
        "rule": checked.rules[0] if checked.rules else "",
        "rules": " ".join(checked.rules),
        "outcome": checked.outcome.value,
    }


def _at(moment: datetime | None) -> str:
    return moment.strftime("%m-%d %H:%M") if moment else ""


FACTORIES: dict[str, Factory] = {"repeat": _Repeat, "quota": _Quota, "past": _Past}
