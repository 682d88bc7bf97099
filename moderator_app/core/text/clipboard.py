"""What was copied, taken apart: one message, or a conversation with senders and times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from moderator_app.core.message import Kind, Message
from moderator_app.core.text.cards import name_on
from moderator_app.core.text.kinds import kind_of
from moderator_app.core.text.system_lines import Join, is_system_line, is_time_line, parse_join
from moderator_app.core.text.transcript_forms import FORMS, TranscriptForm

SINGLE = "single"
SYSTEM = "W6"
QUOTING = "W5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What the message at place `message` quotes, and from whom; it is not charged to its sender."""

    message: int
    sender: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clipboard:
    """The messages that were copied, in order; `form` is the id of clipboard-formats, or "single"."""

    messages: tuple[Message, ...]
    form: str = SINGLE
    joins: tuple[Join, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """One message before its body is looked into."""

    sender: str
    at: datetime | None
    body: str


_HEADINGS_TEXT = (
    "时间 地点 日期 主题 内容 要求 备注 说明 注意 注意事项 注意点 联系人 联系方式 电话 地址 产品 规格 "
    "型号 价格 数量 用途 单位 名称 品牌 厂家 特点 优势 通知 提醒 温馨提示 补充 附件 附 问 答 问题 回答 "
    "总结 结论 议程 流程 安排 步骤 方法 原因 背景 目的 职责 岗位 待遇 福利 薪资 报名方式 如下 例如 比如 "
    "注 PS P.S 各位 大家好 您好 你好"
)
_HEADINGS = frozenset(_HEADINGS_TEXT.split())
_HEADING_END = re.compile(
    r"(?:如下|以下|事项|要求|方式|时间|地点|说明|内容|名单|老师们|朋友们|同事|同仁|各位|家人们)\Z"
)
_QUOTED = re.compile(
    r"\s*「(?P<name>[^\n:：]{1,64}?)[:：](?P<text>.*?)」[ \t]*\r?\n"
    r"[ \t]*(?:[-—–－][ \t]?){3,}[ \t]*(?:\r?\n|\Z)",
    re.DOTALL,
)
_QUOTE_LINE = re.compile(r"引用[:：](?P<name>[^\n:：]{1,64})[:：](?P<text>[^\n]*)(?:\n|\Z)")
_LONGEST = 200_000
_FIRST_YEAR = 1900
"""A head with an earlier year is none: nothing could be counted back from it."""


Known = Callable[[str], bool]
"""Whether a name is that of somebody in the group."""


def parse_clipboard(text: str, *, today: date | None = None, known: Known = lambda _name: False) -> Clipboard:
    """Take a copied text apart; whatever is in no known form is one message.

    `today` completes times that come without a day (Q2) or a year (Q3); without it they stay out.
    A single 「李娜:」 above a text is a sender where the name is a complete name card, or `known` and
    written with WeChat's own colon: any other such line is a heading, or whom a letter is to (李娜：).
    """
    if len(text) > _LONGEST:
        return _single(text)
    first, rest = _leading_system_lines(text)
    if first:
        return _behind(first, text, rest, today, known)
    for form in FORMS:
        pieces = _pieces(text, form, today, known)
        if pieces:
            found = _conversation(pieces, form.id)
            return replace(found, messages=_placed(text, found))
    return _single(text)


def _placed(text: str, found: Clipboard) -> tuple[Message, ...]:
    """The messages with their places: each behind the one before it, and behind what it quotes."""
    quoted = {quote.message: quote.text for quote in found.quotes}
    placed, behind = [], 0
    for number, message in enumerate(found.messages):
        if number in quoted:
            behind = max(text.find(quoted[number], behind) + len(quoted[number]), behind)
        start = max(text.find(message.text, behind), 0)
        behind = max(start + len(message.text), behind)
        placed.append(replace(message, start=start))
    return tuple(placed)


def _single(text: str) -> Clipboard:
    body, quote = _without_quote(text)
    message = Message(text=body, kind=kind_of(body))
    if quote is None:
        return Clipboard(messages=(message,))
    found = Clipboard(messages=(message,), form=QUOTING, quotes=(replace(quote, message=0),))
    return replace(found, messages=_placed(text, found))


def _leading_system_lines(text: str) -> tuple[list[str], str]:
    """The system lines that a text begins with, and what follows; times between them are passed over."""
    lines = text.split("\n")
    system: list[str] = []
    for place, line in enumerate(lines):
        if is_system_line(line):
            system.append(line.strip())
        elif line.strip() and not is_time_line(line):
            return system, "\n".join(lines[place:]) if system else text
    return system, "" if system else text


def _behind(first: Sequence[str], text: str, rest: str, today: date | None, known: Known) -> Clipboard:
    """System lines, and what was copied behind them."""
    messages = tuple(Message(text=line, kind=Kind.SYSTEM) for line in first)
    if not rest:
        return Clipboard(messages=messages, form=SYSTEM, joins=_joins(messages))
    found = parse_clipboard(rest, today=today, known=known)
    shift = len(text) - len(rest)
    return replace(
        found,
        messages=(*messages, *(replace(each, start=each.start + shift) for each in found.messages)),
        joins=(*_joins(messages), *found.joins),
        quotes=tuple(replace(quote, message=quote.message + len(messages)) for quote in found.quotes),
    )


def _joins(messages: Sequence[Message]) -> tuple[Join, ...]:
    found = ((parse_join(message.text), message.at) for message in messages if message.kind is Kind.SYSTEM)
    return tuple(replace(join, at=at) for join, at in found if join is not None)


def _conversation(pieces: Sequence[_Piece], form: str) -> Clipboard:
    """The pieces as messages: quotations out of the bodies, system lines by themselves."""
    messages: list[Message] = []
    quotes: list[Quote] = []
    for piece in pieces:
        body, lines = _without_system_lines(piece.body)
        if body or not lines:
            body, quote = _without_quote(body)
            if quote is not None:
                quotes.append(replace(quote, message=len(messages)))
            messages.append(Message(text=body, sender=piece.sender, at=piece.at, kind=kind_of(body)))
        messages.extend(Message(text=line, at=piece.at, kind=Kind.SYSTEM) for line in lines)
    return Clipboard(messages=tuple(messages), form=form, joins=_joins(messages), quotes=tuple(quotes))


def _without_quote(body: str) -> tuple[str, Quote | None]:
    """The reply alone, and what it replies to."""
    found = _QUOTED.match(body) or _QUOTE_LINE.search(body)
    if found is None:
        return body, None
    rest = body[: found.start()] + body[found.end() :]
    return _trimmed(rest), Quote(message=0, sender=found["name"], text=found["text"])


def _without_system_lines(body: str) -> tuple[str, list[str]]:
    """The body without system lines that stand by themselves behind it."""
    lines = body.split("\n")
    system: list[str] = []
    while lines and (not _trimmed(lines[-1]) or is_system_line(lines[-1])):
        line = lines.pop().strip()
        if line:
            system.insert(0, line)
    return ("\n".join(lines), system) if system else (body, [])


def _pieces(text: str, form: TranscriptForm, today: date | None, known: Known) -> list[_Piece]:
    """The messages of one form; none where the text is not of this form."""
    heads = [head for head in form.head.finditer(text) if _is_head(head, form, today)]
    named = [head for head in heads if head["name"] is not None]
    if len(named) < form.least and not (len(named) == 1 and _is_somebody(named[0], known)):
        return []
    leading = text[: heads[0].start()]
    if leading.strip() and not (form.preamble and form.preamble.match(leading)) and len(heads) < 2:
        return []
    pieces = [] if not leading.strip() or form.preamble else [_Piece("", None, _trimmed(leading))]
    pieces.extend(_cut(text, heads, today))
    return pieces if any(piece.body for piece in pieces) else []


def _is_somebody(head: re.Match[str], known: Known) -> bool:
    """A single head is believed where it is a member, or a complete name card: no heading looks so."""
    name = head["name"].strip()
    return name_on(name) != name or (head[0].rstrip().endswith(":") and known(name))


def _is_head(head: re.Match[str], form: TranscriptForm, today: date | None) -> bool:
    """Whether the line is one: its time exists, and it is no heading inside somebody's text."""
    name = head["name"]
    if form.id == "W1":
        return name is not None and name.strip() not in _HEADINGS and not _HEADING_END.search(name.strip())
    return head.groupdict().get("y") is None or _moment(head, None, today) is not None


def _cut(text: str, heads: Sequence[re.Match[str]], today: date | None) -> Iterator[_Piece]:
    """The text between each head and the next."""
    day = today
    for place, head in enumerate(heads):
        if head["name"] is None:
            moment = _moment(head, None, today)
            day = moment.date() if moment else day
            continue
        end = heads[place + 1].start() if place + 1 < len(heads) else len(text)
        yield _Piece(head["name"].strip(" \t\r"), _moment(head, day, today), _trimmed(text[head.end() : end]))


def _moment(head: re.Match[str], day: date | None, today: date | None) -> datetime | None:
    """The time that a head gives, completed by `day` (W4, Q2) or the year of `today` (Q3)."""
    parts = {key: int(value) for key, value in head.groupdict().items() if value and value.isdigit()}
    if "h" not in parts and "y" not in parts:
        return None
    try:
        that_day = _day(parts, today) if "mo" in parts else day
        return None if that_day is None else datetime.combine(that_day, _clock(parts, head))
    except ValueError:
        return None


def _day(parts: Mapping[str, int], today: date | None) -> date | None:
    """The day of a head; one without a year is the last such day up to tomorrow."""
    if parts.get("y", _FIRST_YEAR) < _FIRST_YEAR:
        raise ValueError(parts["y"])
    if "y" in parts or today is None:
        return date(parts["y"], parts["mo"], parts["d"]) if "y" in parts else None
    found = date(today.year, parts["mo"], parts["d"])
    return found if found <= today + timedelta(days=1) else found.replace(year=today.year - 1)


def _clock(parts: Mapping[str, int], head: re.Match[str]) -> time:
    hour = parts.get("h", 0)
    half = (head.groupdict().get("half") or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, parts.get("mi", 0), parts.get("s", 0))


def _trimmed(body: str) -> str:
    """A body without the empty lines around it; blank letters such as U+3164 stay."""
    return body.strip(" \t\r\n")
