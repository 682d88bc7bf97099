"""The words of a list of members that is read in: kinds of rows, fields, what changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from moderator_app.core.message import Role
from moderator_app.core.roster.columns import TITLES, Field
from moderator_app.core.roster.importing import ImportRow, RowKind
from moderator_app.core.roster.member import Member, Status
from moderator_app.i18n import language, translate
from moderator_app.sentences.base import reason_text
from moderator_app.sentences.words import role_text, status_text


def kind_text(kind: RowKind) -> str:
    """What a row is, in a word."""
    return {
        RowKind.NEW: translate("Import", "新"),
        RowKind.CHANGED: translate("Import", "有改动"),
        RowKind.SAME: translate("Import", "相同"),
        RowKind.DOUBTFUL: translate("Import", "拿不准"),
        RowKind.BLOCKED: translate("Import", "黑名单"),
        RowKind.REPEATED: translate("Import", "重复"),
        RowKind.UNUSABLE: translate("Import", "读不了"),
    }[kind]


def field_title(field: Field) -> str:
    """What a column holds."""
    return TITLES[field].get(language())


def person(member: Member) -> str:
    """A member told apart from others of the same name: 「李明（李明-采购-北京）」."""
    if member.card in ("", member.name):
        return member.name
    return translate("Import", "{name}（{card}）", name=member.name, card=member.card)


def _value(field: Field, text: str) -> str:
    """What a field holds, in words."""
    if field is Field.STATUS and text:
        return status_text(Status(text))
    if field is Field.ROLE and text:
        return role_text(Role(text))
    return text or translate("Import", "空")


def part_text(there: int, named: int) -> str:
    """That a list is taken for a part of the group, so that nobody is looked for in vain."""
    return translate(
        "Import",
        "名单里只有群里 {there} 位中的 {named} 位，看作一部分：没有列出不在名单里的。",
        there=there,
        named=named,
    )


def together_text(number: int, together: Mapping[int, Sequence[int]]) -> str:
    """That other rows were taken for the same member, and whose name holds; "" where none were."""
    rows = together.get(number, ())
    if not rows:
        return ""
    others = translate("Import", "、").join(str(other) for other in sorted(rows) if other != number)
    if rows[0] == number:
        return translate("Import", "和第 {rows} 行是同一位，叫法以这一行为准", rows=others)
    return translate("Import", "和第 {rows} 行是同一位，这里的叫法记作别名", rows=others)


def told(row: ImportRow) -> str:
    """What there is to say of a row: what changes, or why it is doubtful."""
    parts = [reason_text(row.why)] if row.why else []
    parts += [
        translate(
            "Import",
            "{field}：{was} → {now}",
            field=field_title(each.field),
            was=_value(each.field, each.was),
            now=_value(each.field, each.now),
        )
        for each in row.differences
    ]
    return translate("Import", "；").join(parts)
