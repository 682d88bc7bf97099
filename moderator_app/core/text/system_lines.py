"""The lines that WeChat itself writes into a group: who joined, what was recalled or renamed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """One join line: who let them in ("你" is the moderator, "" unknown), and the names that joined.

    `at` is set where the line stood behind a message whose time is known.
    """

    inviter: str
    names: tuple[str, ...]
    at: datetime | None = None


_LONGEST, _LONGEST_INVITATION = 500, 13_000
"""Characters of a system line; one invitation may name as many people as a group holds."""

_NAME = r"[“\"「](?P<{}>[^\n]{{1,{}}}?)[”\"」]"
_BY = rf"(?:{_NAME.format('by', 200)}|(?P<me>你|You))"
_WHO = rf"(?:{_NAME.format('who', _LONGEST_INVITATION)}|(?P<self>你|you))"
_REST = r"(?:[,，].*)?[.。]?(?:\s{1,4}(?:撤销|Undo))?"
_BETWEEN_NAMES = re.compile(r"[”\"」]\s?(?:、|,|，|和|and)\s?[“\"「]|、")
_INVITED = re.compile(
    rf"{_BY}\s?(?:邀请|invited)\s?{_WHO}\s?(?:加入了?群聊|进入了?群聊|to the group chat){_REST}"
)
_SCANNED = re.compile(
    rf"{_WHO}\s?(?:通过扫描|joined the group chat via the QR [Cc]ode shared by)\s?(?:{_BY})?"
    rf"(?:分享的|的)?(?:二维码)?(?:加入了?群聊)?{_REST}"
)
_TIME = re.compile(
    r"(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日|昨天|前天|(?:星期|周)[一二三四五六日天])?\s{0,2}"
    r"(?:凌晨|早上|上午|中午|下午|晚上)?\s?\d{1,2}:\d{2}"
)
_OTHERS = re.compile(
    r"[“\"「][^\n]{1,64}[”\"」]\s?(?:撤回了一条消息|拍了拍|修改群名为|将|开启了|关闭了|成为|已成为"
    r"|退出了?群聊|recalled a message|tickled|changed)[^\n]{0,120}"
    r"|你(?:撤回了一条消息|拍了拍|修改群名为|将[“\"「][^\n]{1,64}[”\"」]移出了?群聊"
    r"|已被[^\n]{1,64}移出群聊|已成为)[^\n]{0,80}"
    r"|[“\"「][^\n]{1,64}[”\"」]与群里其他人都不是[^\n]{0,8}朋友关系[^\n]{0,40}"
    r"|(?:你|[“\"「][^\n]{1,64}[”\"」])领取了(?:你|[“\"「][^\n]{1,64}[”\"」])的红包"
    r"|以下为新消息|以上是打招呼的内容|(?:群主已|该群)[^\n]{0,40}(?:群主|管理员|验证|确认)[^\n]{0,40}"
)


def is_time_line(line: str) -> bool:
    """Whether the line is nothing but a time, as WeChat shows it between messages."""
    return _TIME.fullmatch(line.strip()) is not None


def is_system_line(line: str) -> bool:
    """Whether WeChat wrote this line."""
    line = line.strip()
    return (len(line) <= _LONGEST and _OTHERS.fullmatch(line) is not None) or parse_join(line) is not None


def parse_join(line: str) -> Join | None:
    """The join that a system line tells of, if it tells of one."""
    line = line.strip()
    if len(line) > _LONGEST_INVITATION:
        return None
    found = _INVITED.fullmatch(line) if "邀请" in line or "invited" in line else None
    if found:
        return _join(found)
    scanned = len(line) <= _LONGEST and ("二维码" in line or "QR" in line)
    found = _SCANNED.fullmatch(line) if scanned else None
    return _join(found) if found else None


def _join(found: re.Match[str]) -> Join:
    names = _BETWEEN_NAMES.split(found["who"]) if found["who"] else [found["self"]]
    inviter = found["by"] or found["me"] or ""
    return Join(inviter=inviter, names=tuple(name for name in names if name))
