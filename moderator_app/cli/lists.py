"""`roster import` and `roster export`: lists of members read, shown, taken over and written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from moderator_app import i18n
from moderator_app.cli import shapes
from moderator_app.cli.answers import line
from moderator_app.cli.command import OK, USAGE, Command, CommandError
from moderator_app.core.roster.columns import TITLES
from moderator_app.core.roster.deciding import NEW, SKIP, clashes
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.sentences.lists import field_title, kind_text, part_text, person, together_text, told
from moderator_app.session import Columns, Field, ImportPreview, ImportRow, RowKind

_ASKED = (RowKind.DOUBTFUL, RowKind.BLOCKED)
"""The rows that a person decides."""
_SHOWN = 200
"""Rows that an answer names while the program runs, which may not be long; --dry-run names all."""


def roster_import(command: Command) -> int:
    """Take over a list of members; with rows that nobody decided on nothing is imported."""
    args, people = command.args, command.session.people
    preview = _preview(command)
    if not preview.columns.usable:
        raise CommandError("cli.no-columns", columns=args.columns or "", row=line(*preview.table[0]))
    if args.gone == "left" and not preview.whole:
        raise CommandError("cli.part-list", there=preview.there, named=preview.named)
    decisions = dict(_decisions(command, preview))
    open_rows = [row for row in preview.rows if row.kind in _ASKED and row.number not in decisions]
    if args.dry_run or (open_rows and not args.yes):
        together = clashes(preview.rows, decisions)
        value = preview_json(preview, preview.rows if args.dry_run else open_rows[:_SHOWN], together)
        command.answer({**value, "imported": False}, preview_text(preview, open_rows, together))
        if args.dry_run:
            return OK
        command.complain(_how_to_decide(len(open_rows)))
        return USAGE
    change = people.import_members(preview, decisions, gone=args.gone)
    value = {"did": change.label.code, "action": change.action, "counts": _counts(preview), "imported": True}
    warnings = list(map(reason_text, change.warnings))
    command.answer(
        {**value, "warnings": warnings}, "\n".join([reason_text(change.label), _sum(preview), *warnings])
    )
    return OK


def _preview(command: Command) -> ImportPreview:
    args, people = command.args, command.session.people
    source = command.read_stdin() if args.file == "-" else command.path(args.file)
    preview = people.read_members(source, args.group, whole=args.whole)
    if args.columns is None:
        return preview
    columns = Columns(fields=tuple(_fields(args.columns)), heading=preview.columns.heading)
    return people.read_members(source, args.group, columns=columns, whole=args.whole)


def _fields(text: str) -> Iterator[Field | None]:
    """What columns hold, as the user writes it: ids, or titles in either language."""
    known = {
        name: field for field, title in TITLES.items() for name in (field.value, title.zh, title.en.lower())
    }
    for word in text.replace("，", ",").split(","):
        name = word.strip().lower()
        if name not in {*known, "-", "_", ""}:
            titles = shapes.listed(title.get(i18n.language()) for title in TITLES.values())
            raise CommandError("cli.bad-column", value=word.strip(), known=titles)
        yield known.get(name)


def _decisions(command: Command, preview: ImportPreview) -> Iterator[tuple[int, str]]:
    """What the options say of rows: their numbers, each with a member's id, "new" or "skip"."""
    args = command.args
    rows = {row.number: row for row in preview.rows}
    for decision, given in ((NEW, args.rows_new), (SKIP, args.rows_skip)):
        for text in (word for words in given for word in words.replace("，", ",").split(",")):
            yield _row(text, rows).number, decision
    for text in args.rows_is:
        number, _, name = text.partition("=")
        row = _row(number, rows)
        fit = [each.id for each in row.candidates if name in (each.id, each.name, each.card, *each.aliases)]
        yield row.number, fit[0] if len(fit) == 1 else command.session.member(name, preview.group.id).id


def _row(text: str, rows: Mapping[int, ImportRow]) -> ImportRow:
    number = text.strip()
    if not (number.isascii() and number.isdecimal() and int(number) in rows):
        raise CommandError("cli.no-row", value=number)
    return rows[int(number)]


def _how_to_decide(count: int) -> str:
    return translate(
        "Cli",
        "还有 {count} 行要您决定，什么也没有导入。请写 --new 行号（新成员）、--is 行号=名字（是哪一位）、"
        "--skip 行号（不导入），或 --yes（这些都不导入）。",
        count=count,
    )


# ---- showing


def _counts(preview: ImportPreview) -> dict[str, int]:
    return {**{kind.value: preview.counts.get(kind, 0) for kind in RowKind}, "gone": len(preview.gone)}


def preview_json(
    preview: ImportPreview, rows: Sequence[ImportRow], together: Mapping[int, Sequence[int]]
) -> dict[str, Any]:
    """What a list means, with these of its rows; `together` are the rows that mean one member."""
    return {
        "group": preview.group.id,
        "columns": [field.value if field else None for field in preview.columns.fields],
        "counts": _counts(preview),
        "rows": [{**_row_json(row), "together": list(together.get(row.number, ()))} for row in rows],
        "whole": preview.whole,
        "gone": [{"id": member.id, "name": member.name} for member in preview.gone],
    }


def _row_json(row: ImportRow) -> dict[str, Any]:
    return {
        "row": row.number,
        "kind": row.kind.value,
        "name": row.incoming.name,
        "card": row.incoming.card,
        "member": row.member.id if row.member else None,
        "candidates": [{"id": each.id, "name": each.name, "card": each.card} for each in row.candidates],
        "changes": [
            {"field": each.field.value, "was": each.was, "now": each.now} for each in row.differences
        ],
        "why": reason_text(row.why) if row.why else "",
    }


def preview_text(
    preview: ImportPreview, doubtful: Sequence[ImportRow], together: Mapping[int, Sequence[int]]
) -> str:
    """How many rows there are of each kind, what the columns were taken for, and the rows to decide on."""
    changed = [row for row in preview.rows if row.kind is RowKind.CHANGED]
    one = [row for row in preview.rows if row.number in together and row not in (*changed, *doubtful)]
    rows = (changed, doubtful, one)
    shown = (line for each in rows for line in _shown(each, together))
    return "\n".join([_sum(preview), *shown, *_gone(preview)])


def _sum(preview: ImportPreview) -> str:
    counts = [f"{kind_text(kind)} {count}" for kind in RowKind if (count := preview.counts.get(kind, 0))]
    if preview.gone:
        counts.append(translate("Cli", "已不在名单里 {count}", count=len(preview.gone)))
    return translate(
        "Cli",
        "共 {count} 行（{columns}）：{counts}",
        count=len(preview.rows),
        columns=",".join(field_title(field) if field else "-" for field in preview.columns.fields),
        counts=translate("Cli", "，").join(counts),
    )


def _shown(rows: Sequence[ImportRow], together: Mapping[int, Sequence[int]]) -> Iterator[str]:
    for row in rows[:_SHOWN]:
        number = translate("Cli", "第 {row} 行", row=row.number)
        who = shapes.listed(map(person, row.candidates))
        yield line(
            number,
            row.incoming.shown,
            together_text(row.number, together),
            told(row),
            translate("Cli", "可能是：{who}", who=who) if who else "",
        )
    if len(rows) > _SHOWN:
        yield translate("Cli", "……另有 {count} 行", count=len(rows) - _SHOWN)


def _gone(preview: ImportPreview) -> Iterator[str]:
    if not preview.whole:
        yield part_text(preview.there, preview.named)
    if preview.gone:
        names = shapes.listed(member.shown for member in preview.gone[:_SHOWN])
        yield translate("Cli", "已不在名单里：{names}", names=names)


def roster_export(command: Command) -> int:
    """Write the members as a table."""
    path = command.path(command.args.file)
    if path.suffix.lower() not in (".csv", ".xlsx"):
        raise CommandError("cli.bad-table", file=path.name)
    command.session.people.export_members(path, command.args.group, language=i18n.language())
    command.answer({"file": str(path)}, translate("Cli", "已写到 {file}", file=path))
    return OK
