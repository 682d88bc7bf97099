"""Reads what is typed into the record's search field: days in words become a span, the rest is looked for."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_FIRST_YEAR = 1900
_YEAR = r"(?P<year>\d{4})"
_MONTH = r"(?P<month>1[0-2]|0?[1-9])"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_DATES = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}[-/.]{_MONTH}[-/.]{_DAY}",
        rf"{_YEAR} ?年 ?{_MONTH} ?月 ?{_DAY} ?[日号]",
        rf"{_YEAR}[-/.]{_MONTH}",
        rf"{_YEAR} ?年 ?{_MONTH} ?月",
        rf"{_YEAR} ?年",
        rf"{_MONTH} ?月 ?{_DAY} ?[日号]",
        rf"{_MONTH}[-/]{_DAY}",
        rf"{_MONTH} ?月",
    )
)
_LAST = re.compile(r"(?:近|最近|past|last) ?(\d{1,4}) ?(?:天|days)", re.IGNORECASE)
_EDGE = r"(?<![\w.-]){}(?![\w-])"
"""A day stands by itself: what is part of a number, an address or a word is no day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """The words to look for, and the first and last day, None where there is no limit."""

    words: str = ""
    since: date | None = None
    until: date | None = None


def read_query(text: str, today: date) -> Query:
    """What the user looks for; the first day that is named limits it, all else are words."""
    text = " ".join(text.split())
    for find in (_in_words, _in_days, _in_numbers):
        found = find(text, today)
        if found is not None:
            return found
    return Query(words=text)


def _in_words(text: str, today: date) -> Query | None:
    """昨天, this week … as words of their own, or before or after other Chinese words with a blank."""
    for word in re.finditer(r"[^ ]+(?: (?:week|month|year))?", text, re.IGNORECASE):
        for part in (word[0], word[0].split(" ")[0]):
            span = _SPANS.get(part.lower())
            if span is not None:
                since, until = span(today)
                rest = f"{text[: word.start()]} {text[word.start() + len(part) :]}"
                return Query(words=" ".join(rest.split()), since=since, until=until)
    return None


def _in_days(text: str, today: date) -> Query | None:
    found = _LAST.search(text)
    if not found or int(found[1]) == 0:
        return None
    since = today - timedelta(days=int(found[1]) - 1)
    return Query(words=_without(text, found), since=since, until=today)


def _in_numbers(text: str, today: date) -> Query | None:
    for form in _DATES:
        for found in re.finditer(_EDGE.format(form.pattern), text):
            span = _span(found.groupdict(), today)
            if span is not None:
                return Query(words=_without(text, found), since=span[0], until=span[1])
    return None


def _without(text: str, found: re.Match[str]) -> str:
    return " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())


def _span(parts: dict[str, str | None], today: date) -> tuple[date, date] | None:
    """The days that a date means; one without a year is the last that has begun. None where it is none."""
    month, day = (int(parts.get(name) or 0) for name in ("month", "day"))
    named = parts.get("year")
    year = int(named) if named else today.year - ((month, day or 1) > (today.month, today.day))
    if year < _FIRST_YEAR:
        return None
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    last = calendar.monthrange(year, month)[1]
    if day > last:
        return None
    return date(year, month, day or 1), date(year, month, day or last)


def _one(back: int) -> Callable[[date], tuple[date, date]]:
    return lambda today: (today - timedelta(days=back), today - timedelta(days=back))


def _week(back: int) -> Callable[[date], tuple[date, date]]:
    def span(today: date) -> tuple[date, date]:
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return monday, monday + timedelta(days=6)

    return span


def _month(back: int) -> Callable[[date], tuple[date, date]]:
    def span(today: date) -> tuple[date, date]:
        year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
        return date(year, month + 1, 1), date(year, month + 1, calendar.monthrange(year, month + 1)[1])

    return span


def _year(back: int) -> Callable[[date], tuple[date, date]]:
    return lambda today: (date(today.year - back, 1, 1), date(today.year - back, 12, 31))


_SPANS: dict[str, Callable[[date], tuple[date, date]]] = {
    **dict.fromkeys(("今天", "今日", "today"), _one(0)),
    **dict.fromkeys(("昨天", "昨日", "yesterday"), _one(1)),
    **dict.fromkeys(("前天", "前日"), _one(2)),
    **dict.fromkeys(("本周", "这周", "这一周", "this week"), _week(0)),
    **dict.fromkeys(("上周", "上一周", "last week"), _week(1)),
    **dict.fromkeys(("本月", "这个月", "this month"), _month(0)),
    **dict.fromkeys(("上月", "上个月", "last month"), _month(1)),
    **dict.fromkeys(("今年", "this year"), _year(0)),
    **dict.fromkeys(("去年", "last year"), _year(1)),
}
