"""What the columns of a list of members hold: told by their headings, or by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from moderator_app.core.message import Role
from moderator_app.core.roster.member import YEARS, Status
from moderator_app.core.roster.names import is_account, plain
from moderator_app.core.text.person_names import is_name
from moderator_app.core.wording import Wording

Row = Sequence[str]
T = TypeVar("T")


class Field(StrEnum):
    """What a column of a list can tell about a member."""

    NAME = "name"
    CARD = "card"
    ALIAS = "alias"
    """Another name: a remark in WeChat, a former name; several are divided by 、 or ;."""
    ACCOUNT = "account"
    """The wxid or WeChat id: kept as an alias, it tells two people of one name apart."""
    ROLE = "role"
    STATUS = "status"
    JOINED = "joined"
    INVITED_BY = "invited-by"
    LAST_SEEN = "last-seen"
    """When the member last spoke: kept with the sightings, and never a difference."""
    LEAVE_UNTIL = "leave-until"
    SUSPENDED_UNTIL = "suspended-until"
    MET = "met"
    NOTES = "notes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What each column of a table holds (None: it is not read), and where the members begin.

    `heading` is the row of the headings (counted from 0), None where there is none; what stands above
    it is passed over.
    """

    fields: tuple[Field | None, ...] = ()
    heading: int | None = None

    @property
    def first(self) -> int:
        """The first row with a member in it."""
        return 0 if self.heading is None else self.heading + 1

    @property
    def usable(self) -> bool:
        """Whether some column tells who is meant."""
        return Field.NAME in self.fields or Field.CARD in self.fields


TITLES: Mapping[Field, Wording] = {
    Field.NAME: Wording("名字", "Name"),
    Field.CARD: Wording("群名片", "Name card"),
    Field.ALIAS: Wording("别名", "Other names"),
    Field.ACCOUNT: Wording("微信号", "WeChat ID"),
    Field.ROLE: Wording("角色", "Role"),
    Field.STATUS: Wording("状态", "Status"),
    Field.JOINED: Wording("入群日期", "Joined"),
    Field.INVITED_BY: Wording("邀请人", "Invited by"),
    Field.LAST_SEEN: Wording("最后发言", "Last seen"),
    Field.LEAVE_UNTIL: Wording("请假到", "On leave until"),
    Field.SUSPENDED_UNTIL: Wording("暂停到", "Suspended until"),
    Field.MET: Wording("最近聚会", "Last meet-up"),
    Field.NOTES: Wording("说明", "Notes"),
}
"""The headings that our own lists carry."""

_KNOWN = {
    Field.NAME: (
        "姓名 真实姓名 名字 成员姓名 成员名称 成员 名称 name 昵称 微信昵称 微信名 微信名称 nickname nick"
    ),
    Field.CARD: (
        "群名片 群昵称 群内昵称 群内名片 名片 我在本群的昵称 本群昵称 群备注 群里的名字"
        " card namecard groupnickname groupname displayname groupcard chatroomnickname"
    ),
    Field.ALIAS: (
        "别名 备注名 微信备注 好友备注 曾用名 原名 其他名字 othernames aliases remark remarkname conremark"
    ),
    Field.ACCOUNT: "wxid 微信id 用户id 微信号 微信账号 账号 account username wechatid wechat userid",
    Field.ROLE: "角色 身份 群身份 群角色 成员身份 role",
    Field.STATUS: "状态 成员状态 status",
    Field.JOINED: (
        "入群时间 入群日期 进群时间 进群日期 加入时间 加入日期 加群时间 加入群聊时间"
        " joined jointime joindate joinedat"
    ),
    Field.INVITED_BY: "邀请人 邀请者 入群邀请人 介绍人 invitedby inviter invitername",
    Field.LAST_SEEN: (
        "最后发言时间 最后发言 最后发言日期 最近发言 最近发言时间 上次发言 上次发言时间 最后活跃 最后活跃时间"
        " 最近活跃 最后一次发言 lastseen lastmessage lastspoke lastactive lastmessagetime lastspeaktime"
    ),
    Field.LEAVE_UNTIL: "请假到 请假至 请假截止 onleaveuntil leaveuntil",
    Field.SUSPENDED_UNTIL: "暂停到 暂停至 suspendeduntil",
    Field.MET: "最近聚会 聚会日期 上次聚会 lastmeetup met",
    Field.NOTES: "说明 附注 备忘 notes note",
}
_NO_PERSON = frozenset({"姓名", "真实姓名", "成员姓名", "昵称", "微信昵称"})
"""Headings that nobody is called: they make one of a row whose others are not known here."""
_REMARK = {"备注", "alias"}
"""A remark may be a name or a note, an alias a WeChat id: the contents decide."""
_HEADING_SIGNS = re.compile(r"[\s_\-:：*()（）\[\]【】/.]+")
_FIELD_OF = {word: field for field, words in _KNOWN.items() for word in words.split()}
_RANK = {word: rank for words in _KNOWN.values() for rank, word in enumerate(words.split())}
_LOOKED_AT = 200
_HEADING_WITHIN = 10

ROLE_WORDS: Mapping[Role, tuple[str, ...]] = {
    Role.OWNER: ("群主", "owner", "创建者", "群创建者"),
    Role.ADMIN: ("管理员", "admin", "群管理员", "群管", "administrator", "管理"),
    Role.PAID: ("已交会费", "paid", "会员", "付费会员", "缴费会员", "paid member"),
    Role.MEMBER: ("成员", "member", "普通成员", "群成员", "群友", "普通"),
    Role.ORGANISATION: ("本会", "organisation", "官方", "organization"),
}
STATUS_WORDS: Mapping[Status, tuple[str, ...]] = {
    Status.ACTIVE: ("在群", "active", "正常", "在群里", "群成员", "主群成员"),
    Status.FREE_GROUP: ("自由群", "free-group", "free group", "已移到自由群"),
    Status.SUSPENDED: ("暂停", "suspended", "已暂停"),
    Status.REMOVED: ("已移出", "removed", "移出"),
    Status.LEFT: ("已退群", "left", "退群", "已离开"),
}
"""How roles and states are written in lists; the Chinese and the English word that we write come first."""


def role_in(text: str) -> Role | None:
    """The role that a cell names."""
    return _named(text, ROLE_WORDS)


def status_in(text: str) -> Status | None:
    """The status that a cell names."""
    return _named(text, STATUS_WORDS)


def _named(text: str, words: Mapping[T, tuple[str, ...]]) -> T | None:
    wanted = " ".join(text.split()).casefold()
    return next((each for each, known in words.items() if wanted in known), None)


_MOMENT = re.compile(
    r"(?P<y>\d{4})\s*(?:[-/.]|年)\s*(?P<mo>\d{1,2})\s*(?:[-/.]|月)\s*(?P<d>\d{1,2})\s*日?"
    r"(?:[T\s]*(?P<h>\d{1,2}):(?P<mi>\d{2})(?::(?P<s>\d{2}))?(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?"
)
_PARTS = ("y", "mo", "d", "h", "mi", "s")
_STAMP = re.compile(r"1\d{9}(?:\d{3})?")
_EPOCH = datetime(1970, 1, 1, 8)
"""Numbers of seconds are read as clocks in China show them: this is where such lists are made."""


def moment_in(text: str) -> datetime | None:
    """The day, or the time, that a cell tells: 2026-03-01, 2026年3月1日 9:30, or seconds since 1970."""
    text = text.strip()
    if _STAMP.fullmatch(text):
        return _EPOCH + timedelta(seconds=int(text[:10]))
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(found[part] or 0) for part in _PARTS)
    try:
        return datetime(year, month, day, hour, minute, second) if year in YEARS else None
    except ValueError:
        return None


# ---- guessing


def guessed(rows: Sequence[Row]) -> Columns:
    """What the columns seem to hold; by their headings where there are some, else by their contents."""
    heading = _heading_row(rows)
    width = max(map(len, rows), default=0)
    body = rows[heading + 1 if heading is not None else 0 :][:_LOOKED_AT]
    cells = [[row[i].strip() for row in body if i < len(row) and row[i].strip()] for i in range(width)]
    if heading is None:
        return Columns(fields=tuple(_by_contents(cells)))
    titles = [_title(rows[heading][i]) if i < len(rows[heading]) else "" for i in range(width)]
    columns = Columns(fields=tuple(_by_titles(titles, cells)), heading=heading)
    return columns if columns.usable else Columns(fields=tuple(_by_contents(cells)), heading=heading)


def _title(cell: str) -> str:
    return _HEADING_SIGNS.sub("", plain(cell))


def _heading_row(rows: Sequence[Row]) -> int | None:
    """The row that knows most headings; above it a list may have a title of its own.

    A single one is believed only where nobody stands above it: a member may be called 成员.
    """
    best, place, nobody_above = 0, None, True
    for number, row in enumerate(rows[:_HEADING_WITHIN]):
        titles = [title for title in map(_title, row) if title]
        known = sum(title in _FIELD_OF or title in _REMARK for title in titles)
        enough = 2 * known >= min(len(titles), 3) or not _NO_PERSON.isdisjoint(titles)
        if known > best and enough and (known > 1 or nobody_above):
            best, place = known, number
        nobody_above &= len(titles) <= 1 < len(row)
    return place


def _by_titles(titles: Sequence[str], cells: Sequence[Sequence[str]]) -> list[Field | None]:
    """Each heading's field; of several columns for one field the first named in the table of words."""
    wanted = [_field_of(title, column) for title, column in zip(titles, cells, strict=True)]
    fields: list[Field | None] = list(wanted)
    for field in set(filter(None, wanted)):
        rivals = [i for i, each in enumerate(wanted) if each is field]
        rivals.sort(key=lambda i: (not cells[i], _RANK.get(titles[i], len(_RANK)), i))
        for loser in rivals[1:]:
            fields[loser] = Field.ALIAS if field in (Field.NAME, Field.ALIAS) else None
    return fields


def _field_of(title: str, cells: Sequence[str]) -> Field | None:
    if title not in _REMARK:
        return _FIELD_OF.get(title)
    if title == "alias" and _share(cells, _is_latin_id) > 0.8:
        return Field.ACCOUNT
    lengths = [len(cell) for cell in cells] or [0]
    return (
        Field.ALIAS if sum(lengths) / len(lengths) <= 12 and _share(cells, _is_short) > 0.8 else Field.NOTES
    )


def _is_latin_id(cell: str) -> bool:
    return cell.isascii() and " " not in cell


def _is_short(cell: str) -> bool:
    return len(cell) <= 24 and not re.search("[。！？]", cell)


def _share(cells: Sequence[str], fits: Callable[[str], object]) -> float:
    return sum(bool(fits(cell)) for cell in cells) / len(cells) if cells else 0.0


_KINDS: tuple[tuple[Field, Callable[[str], object]], ...] = (
    (Field.ACCOUNT, is_account),
    (Field.ROLE, role_in),
    (Field.STATUS, status_in),
)


def _by_contents(cells: Sequence[Sequence[str]]) -> Iterable[Field | None]:
    """What columns without headings hold: ids, roles and days by their looks; of the rest names and cards."""
    found: list[Field | None] = [_plain_kind(column) for column in cells]
    for day in [i for i, field in enumerate(found) if field is Field.JOINED][1:]:
        found[day] = Field.LAST_SEEN if Field.LAST_SEEN not in found else None
    words = [i for i, column in enumerate(cells) if found[i] is None and _share(column, _has_letters) > 0.5]
    if not words:
        return found
    name = max(words, key=lambda i: (_share(cells[i], is_name) > 0.5, -i))
    others = [i for i in words if i != name]
    card = max(others, key=lambda i: (_share(cells[i], _is_card), -i), default=None)
    found[name] = Field.NAME
    if card is not None and _share(cells[card], _is_card) > 0.3:
        found[card] = Field.CARD
    return found


def _plain_kind(cells: Sequence[str]) -> Field | None:
    if _share(cells, moment_in) > 0.8:
        return Field.JOINED
    return next((field for field, fits in _KINDS if _share(cells, fits) > 0.8), None)


def _has_letters(cell: str) -> bool:
    return any(not char.isdigit() and not char.isspace() for char in cell)


def _is_card(cell: str) -> bool:
    return len(re.findall(r"[-–—－_+|/·@#★☆]", cell)) >= 1
