"""Names out of a pasted text: one a line, numbered, in a row, called with @, with a role or a card beside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moderator_app.core.roster.columns import role_in
from moderator_app.core.text.system_lines import parse_join

_NUMBER = re.compile(
    r"\s*(?:[(（\[【]\s*\d{1,4}\s*[)）\]】]|第?\d{1,4}\s*[.、．:：)）](?!\d)|\d{1,4}\s+(?=\D)|[①-⑳㉑-㉟㊱-㊿])\s*"
)
_INLINE = re.compile(r"(?:(?<=\s)|^)\d{1,4}\s*[.、．)）]\s*(?!\d)")
_BULLET = re.compile(r"\s*[-–—*•·●○◆■▪➤👉✅]\s+")
_MENTION = re.compile(r"(?:(?<=\s)|(?<=[,，、;；])|(?<=\u2005)|^)[@＠]")
_BETWEEN = re.compile(r"[、;；]|[,，](?!\d)")
_HEADING = re.compile(r"[^\n]{0,40}(?:名单|成员|如下|共\s*\d+\s*[人位名])[^\n]{0,20}")
_COUNT = re.compile(r"(?:群成员|成员|群聊成员|members?)\s*[(（:：]?\s*\d+\s*[人位名)）]*", re.IGNORECASE)
_LEAD = re.compile(r"[^:：@\n]{0,30}[:：]\s*(?=\S)")
_ROLE = re.compile(r"\s*[(（\[【]?\s*(?P<role>群主|管理员)\s*[)）\]】]?\s*\Z")
_BESIDE = re.compile(
    r"(?P<name>[^()（）]+?)\s*[(（]\s*(?:群名片|群昵称|名片|昵称)\s*[:：]\s*(?P<card>[^()（）]+)[)）]"
)
_NOBODY = frozenset({"你", "您", "所有人", "全体成员", "all", "以下", "查看更多群成员", "添加", "移出"})


def pasted_rows(text: str) -> list[tuple[str, str, str]]:
    """Everybody whom a pasted text names, as rows of name, name card and role, in order.

    A name is left as it was copied: it may be made of signs that show nothing.
    """
    lines = [line.strip(" \t\r\u3000\u200b\ufeff") for line in text.splitlines()]
    lines = [line for line in lines if line]
    if len(lines) > 1 and _is_heading(lines[0]):
        lines = lines[1:]
    lines = [part for line in lines for part in _numbered_parts(line)]
    return [_row(name) for line in _without_numbers(lines) for name in _names_in(line)]


def _numbered_parts(line: str) -> list[str]:
    """1、张三 2、李四: one line that holds a numbered list."""
    if len(_INLINE.findall(line)) < 2:
        return [line]
    return [part for part in map(str.strip, _INLINE.split(line)) if part]


def _is_heading(line: str) -> bool:
    """The line above a list: 群成员(486), 今天进群的名单如下:"""
    if _BETWEEN.search(line):
        return False
    return bool(_COUNT.fullmatch(line) or (line[-1] in ":：" and _HEADING.fullmatch(line[:-1])))


def _without_numbers(lines: list[str]) -> list[str]:
    """The lines without numbers or bullets, where most of them have some: a name may begin with a figure."""
    for mark in (_NUMBER, _BULLET):
        marked = [mark.match(line) for line in lines]
        if sum(map(bool, marked)) * 2 > len(lines) and _is_counted(mark, lines):
            cut = (line[found.end() :] if found else line for found, line in zip(marked, lines, strict=True))
            return [line for line in cut if line]
    return lines


def _is_counted(mark: re.Pattern[str], lines: list[str]) -> bool:
    """Whether the numbers count the lines; bullets always do, and so do circled figures."""
    found = [re.search(r"\d+", line) for line in lines if mark.match(line)]
    numbers = [int(number.group()) for number in found if number]
    return not numbers or mark is _BULLET or len(set(numbers)) * 2 > len(numbers)


def _names_in(line: str) -> Iterator[str]:
    joined = parse_join(line)
    if joined is not None:
        yield from (name for name in joined.names if name not in _NOBODY)
        return
    starts = [found.start() for found in _MENTION.finditer(line)]
    if starts:
        for start, end in zip(starts, [*starts[1:], len(line)], strict=True):
            yield from _one(line[start + 1 : end].strip(" ,，、;；\u2005\u3000\t"))
        return
    parts = [part.strip(" \t\u3000") for part in _BETWEEN.split(line)]
    if len([part for part in parts if part]) < 2:
        yield from _one(line)
        return
    lead = _LEAD.match(parts[0])
    parts[0] = parts[0][lead.end() :] if lead else parts[0]
    for part in parts:
        yield from _one(part.rstrip("。."))


def _one(name: str) -> Iterator[str]:
    if name and name not in _NOBODY:
        yield name


def _row(name: str) -> tuple[str, str, str]:
    """A name with the card or the role that stands beside it."""
    found = _ROLE.search(name)
    role = ""
    if found and found.start() > 0 and role_in(found["role"]):
        name, role = name[: found.start()], found["role"]
    beside = _BESIDE.fullmatch(name)
    return (beside["name"], beside["card"].strip(), role) if beside else (name, "", role)
