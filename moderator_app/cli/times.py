"""Reads times as JSONL gives them: ISO 8601 moments, and durations before another moment."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from moderator_app.core.errors import BadInput

_NUMBER = r"(\d+(?:[.,]\d+)?)"
_DURATION = re.compile(
    rf"[-+]?P(?=[\dT])(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?"
    rf"(?:T(?=\d)(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?"
)
_FIRST_YEAR = 1900
"""Before it lies no message; and from the year 1 nothing can be counted back."""

_DAYS = (365, 30, 7, 1)
_SECONDS = (3600, 60, 1)


def read_moment(text: str) -> datetime:
    """An ISO 8601 moment, with its zone where it names one."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise BadInput("cli.bad-time", value=text) from error
    if moment.year < _FIRST_YEAR:
        raise BadInput("cli.bad-time", value=text)
    return moment


def read_before(text: str, moment: datetime) -> datetime:
    """When something was said, seen from `moment`: a duration counts back from it.

    The answer is what the clock on the wall showed in the zone of `moment`.
    """
    duration = _DURATION.fullmatch(text.strip())
    try:
        if duration:
            return wall(moment) - _length(duration)
        said = read_moment(text)
        return wall(said.astimezone(moment.tzinfo)) if said.tzinfo else said
    except OverflowError as error:
        raise BadInput("cli.bad-time", value=text) from error


def wall(moment: datetime) -> datetime:
    """The moment without its zone."""
    return moment.replace(tzinfo=None)


def _length(duration: re.Match[str]) -> timedelta:
    """The length of a duration, whatever its sign: context is always before the message."""
    days, rest = duration.groups()[:4], duration.groups()[4:]
    return timedelta(days=_sum(days, _DAYS), seconds=_sum(rest, _SECONDS))


def _sum(numbers: tuple[str | None, ...], units: tuple[int, ...]) -> float:
    return sum(
        float(number.replace(",", ".")) * unit for number, unit in zip(numbers, units, strict=True) if number
    )
