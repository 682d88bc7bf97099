"""The words of an import's preview: kinds, fields, what changes, and what was decided."""

from __future__ import annotations

from pathlib import Path

from moderator_app.core.roster.deciding import NEW, SKIP
from moderator_app.core.roster.member import Member
from moderator_app.i18n import translate
from moderator_app.sentences import role_text, status_text
from moderator_app.sentences.lists import kind_text
from moderator_app.session import Field, ImportPreview, ImportRow, RowKind

GONE = "gone"
"""The members of the group of whom the list knows nothing: shown beside the kinds of rows."""
ORDER = (
    RowKind.NEW,
    RowKind.CHANGED,
    RowKind.SAME,
    RowKind.DOUBTFUL,
    GONE,
    RowKind.BLOCKED,
    RowKind.REPEATED,
    RowKind.UNUSABLE,
)
PRESSING = (RowKind.DOUBTFUL, RowKind.BLOCKED, RowKind.CHANGED, RowKind.NEW, GONE)
"""What is shown first, where there is any."""


def chip_text(name: str, count: int) -> str:
    """A kind with how many rows there are of it."""
    return {
        RowKind.NEW: translate("Import", "新 {count}", count=count),
        RowKind.CHANGED: translate("Import", "有改动 {count}", count=count),
        RowKind.SAME: translate("Import", "相同 {count}", count=count),
        RowKind.DOUBTFUL: translate("Import", "拿不准 {count}", count=count),
        GONE: translate("Import", "已不在名单里 {count}", count=count),
        RowKind.BLOCKED: translate("Import", "黑名单 {count}", count=count),
        RowKind.REPEATED: translate("Import", "重复 {count}", count=count),
        RowKind.UNUSABLE: translate("Import", "读不了 {count}", count=count),
    }[name]


def outcome(row: ImportRow, decision: str, candidates: dict[str, Member]) -> str:
    """What becomes of a row: what was decided, else what it is."""
    if decision == NEW:
        return translate("Import", "新成员")
    if decision == SKIP:
        return translate("Import", "跳过")
    if decision in candidates:
        return translate("Import", "是{name}", name=candidates[decision].name)
    return kind_text(row.kind)


def source_text(source: Path | str) -> str:
    """The file's name, or that it was pasted."""
    return source.name if isinstance(source, Path) else translate("Import", "粘贴的名单")


def column_titles(preview: ImportPreview) -> list[str]:
    """What the list itself calls its columns; "" where it does not."""
    columns = preview.columns
    heading = preview.table[columns.heading] if columns.heading is not None else ()
    return [heading[i] if i < len(heading) else "" for i in range(len(columns.fields))]


def cells_of(preview: ImportPreview, row: ImportRow) -> list[str]:
    """What stands in a row of the list, one text a column."""
    cells = preview.table[row.number - 1]
    return [cells[i] if i < len(cells) else "" for i in range(len(preview.columns.fields))]


def member_cells(preview: ImportPreview, member: Member) -> list[str]:
    """What would stand in the list for a member whom it does not name."""
    told = {
        Field.NAME: member.name,
        Field.CARD: member.card,
        Field.ALIAS: translate("Import", "、").join(member.aliases),
        Field.ROLE: role_text(member.role),
        Field.STATUS: status_text(member.status, preview.group),
        Field.JOINED: member.joined.isoformat() if member.joined else "",
        Field.INVITED_BY: member.invited_by,
        Field.NOTES: member.notes,
    }
    return [told.get(field, "") if field else "" for field in preview.columns.fields]
