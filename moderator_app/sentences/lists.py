"""The words of a list of members that is read in: kinds of rows, fields, what changes."""

from __future__ import annotations

from moderator_app.core.roster.columns import TITLES, Field
from moderator_app.core.roster.importing import ImportRow, RowKind
from moderator_app.core.roster.member import Member
from moderator_app.i18n import language, translate
from moderator_app.sentences.base import reason_text


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


def told(row: ImportRow) -> str:
    """What there is to say of a row: what changes, or why it is doubtful."""
    parts = [reason_text(row.why)] if row.why else []
    parts += [
        translate(
            "Import",
            "{field}：{was} → {now}",
            field=field_title(each.field),
            was=each.was or translate("Import", "空"),
            now=each.now or translate("Import", "空"),
        )
        for each in row.differences
    ]
    return translate("Import", "；").join(parts)
