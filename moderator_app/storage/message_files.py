"""Messages out of a file: one a line, in blocks, a copied conversation, JSON lines, or a table."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from io import StringIO
from itertools import chain
from pathlib import Path

from moderator_app.core.errors import BadInput
from moderator_app.core.message import Kind, Message
from moderator_app.core.rules.past import plain
from moderator_app.core.text.clipboard import SINGLE, parse_clipboard
from moderator_app.storage.strict_yaml import read_text

_LARGEST = 20_000_000
_AT_ONCE = 200_000
"""Characters of a conversation that are taken apart at once."""
_LINES_TRIED, _PROBE = 300, 3_000
"""How many lines may be looked at for the beginning of a message, and how much is read to tell it."""
_TEXT = ("text", "内容", "消息内容", "消息", "聊天内容", "正文", "文本", "message", "content", "strcontent")
_SENDER = (
    "sender",
    "发送者",
    "发送人",
    "发言人",
    "昵称",
    "姓名",
    "成员",
    "member",
    "name",
    "nickname",
    "remark",
)
_AT = ("at", "时间", "发送时间", "日期", "time", "date", "strtime")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


class FileForm(StrEnum):
    """How a file was read, told to the user: a wrong guess shows in it."""

    LINES = "lines"
    BLOCKS = "blocks"
    CONVERSATION = "conversation"
    JSON = "json"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageFile:
    """The messages of a file in their order, and how it was read."""

    messages: tuple[Message, ...]
    form: FileForm


def read_messages(path: Path, *, today: date | None = None) -> MessageFile:
    """Read a file in UTF-8 or GB18030; BadInput names file, line and what is wrong there.

    `today` completes times that come without a year or a day.
    """
    try:
        text, _ = read_text(path, most=_LARGEST, too_large="messages.too-large")
        found = _read(text.replace("\r\n", "\n").replace("\r", "\n"), path.suffix.lower(), today)
    except OSError as error:
        detail = error.strerror or str(error)
        raise BadInput("messages.no-file", file=str(path), detail=detail) from error
    except BadInput as error:
        values = {"line": 1, **error.reason.values, "why": error.reason.code, "file": path.name}
        raise BadInput("messages.unreadable", **values) from error
    if not found.messages:
        raise BadInput("messages.none", file=path.name)
    return found


def _read(text: str, suffix: str, today: date | None) -> MessageFile:
    if suffix in (".jsonl", ".ndjson", ".json"):
        return _made(FileForm.JSON, _of_json(text))
    if suffix in (".csv", ".tsv"):
        return _made(FileForm.TABLE, _of_table(text))
    return _of_text(text, today)


def _made(form: FileForm, messages: Iterable[Message]) -> MessageFile:
    return MessageFile(messages=tuple(each for each in messages if each.text.strip()), form=form)


# ---- plain text


def _of_text(text: str, today: date | None) -> MessageFile:
    """A conversation where it has the form of one, else blocks between blank lines, else lines."""
    copied = parse_clipboard(text[:_AT_ONCE], today=today)
    if copied.form != SINGLE and len(copied.messages) > 1:
        parts = _parts(text, copied.form)
        said = chain.from_iterable(parse_clipboard(part, today=today).messages for part in parts)
        return _made(FileForm.CONVERSATION, (each for each in said if each.kind is not Kind.SYSTEM))
    blocks = [block.strip("\n") for block in _BLANK_LINES.split(text.strip())]
    if len(blocks) > 1 and any("\n" in block for block in blocks):
        return _made(FileForm.BLOCKS, (Message(text=block) for block in blocks))
    return _made(FileForm.LINES, (Message(text=line) for line in text.split("\n")))


def _parts(text: str, form: str) -> Iterator[str]:
    """A long conversation in parts that are taken apart at once, each beginning with a message."""
    while len(text) > _AT_ONCE:
        end = _AT_ONCE
        for _ in range(_LINES_TRIED):
            end = text.rfind("\n", 0, end)
            if end > 0 and parse_clipboard(text[end + 1 : end + 1 + _PROBE]).form == form:
                break
        else:
            raise BadInput("messages.long-conversation", most=f"{_AT_ONCE:,}")
        yield text[: end + 1]
        text = text[end + 1 :]
    yield text


# ---- JSON


def _of_json(text: str) -> Iterable[Message]:
    """One object a line, or one list of objects."""
    if text.lstrip().startswith("["):
        rows = _json(text, 1)
        return [_of_row(row, 1) for row in rows] if isinstance(rows, list) else []
    lines = enumerate(text.split("\n"), 1)
    return [_of_row(_json(line, number), number) for number, line in lines if line.strip()]


def _json(text: str, line: int) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInput("messages.not-json", line=line + (getattr(error, "lineno", 1) - 1)) from error
    return value


def _of_row(row: object, line: int) -> Message:
    if isinstance(row, str):
        return Message(text=row)
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise BadInput("messages.no-text", line=line)
    member = row.get("member")
    sender = member.get("name") if isinstance(member, dict) else member or row.get("sender")
    return Message(text=row["text"], sender=_plain_text(sender), at=_moment(_plain_text(row.get("at"))))


def _plain_text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


# ---- tables


def _of_table(text: str) -> Iterable[Message]:
    """The rows under a heading that names the column of texts; a single column needs none."""
    dialect = csv.excel_tab if "\t" in text.split("\n", 1)[0] else csv.excel
    reader = csv.reader(StringIO(text, newline=""), dialect)
    try:
        rows = list(reader)
    except csv.Error as error:
        raise BadInput("messages.bad-row", line=reader.line_num) from error
    columns = _columns(rows[0]) if rows else {}
    if "text" in columns:
        return [_of_cells(row, columns) for row in rows[1:]]
    if any(len(row) > 1 for row in rows):
        raise BadInput("messages.no-column", line=1, known="、".join(_TEXT[:5]))
    return [Message(text=row[0]) for row in rows if row]


def _columns(heading: Iterable[str]) -> dict[str, int]:
    """In which column text, sender and time stand; of several the one named first in our lists."""
    names = {name.strip().lower(): place for place, name in enumerate(heading)}
    wanted: Mapping[str, tuple[str, ...]] = {"text": _TEXT, "sender": _SENDER, "at": _AT}
    found = {
        key: next((names[name] for name in known if name in names), None) for key, known in wanted.items()
    }
    return {key: place for key, place in found.items() if place is not None}


def _of_cells(row: list[str], columns: Mapping[str, int]) -> Message:
    cells = {key: row[place].strip() if place < len(row) else "" for key, place in columns.items()}
    return Message(text=cells["text"], sender=cells.get("sender", ""), at=_moment(cells.get("at", "")))


def _moment(text: str) -> datetime | None:
    """A time as tables and scripts write it; None where it is none: the message counts all the same."""
    tidy = text.replace("/", "-").replace("年", "-").replace("月", "-").replace("日", " ").strip()
    tidy = re.sub(r"\b(\d)\b", r"0\1", " ".join(tidy.split()))
    try:
        return plain(datetime.fromisoformat(tidy)) if tidy else None
    except ValueError:
        return None
