"""`bundle`, `merge`, `conflicts`, `settle`, `export` and `import`: records exchanged and moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from moderator_app.cli import shapes
from moderator_app.cli.answers import done, group_id, line, moment_text, rows_told
from moderator_app.cli.command import OK, Command, CommandError
from moderator_app.core.errors import NotFound
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.sentences.ledger import field_text, value_text
from moderator_app.session import Conflict, MergePreview, Version

# ---- two moderators


def bundle(command: Command) -> int:
    """Write what another moderator needs into one file."""
    path = command.session.exchange.bundle(command.path(command.args.file), group=command.args.group)
    told = translate("Cli", "已写到 {file}。里面没有举报人，也没有本机的设置。", file=path)
    command.answer({"file": str(path)}, told)
    return OK


def merge(command: Command) -> int:
    """Take in what another moderator's bundle brings, or only show it."""
    args, desk = command.args, command.session.exchange
    preview = desk.read_bundle(command.path(args.file))
    if args.dry_run:
        command.answer(_preview_json(preview), _preview_text(preview))
        return OK
    change = desk.merge(preview, _same(preview, args.same))
    open_now = desk.conflicts()
    more = [translate("Cli", "{count} 处改得不同，请看 conflicts。", count=len(open_now))] if open_now else []
    return done(command, change, more, new=len(preview.new), known=preview.known, conflicts=len(open_now))


def _same(preview: MergePreview, given: Sequence[str]) -> list[str]:
    """The ids of the bundle's members who are one person with ours, by name, card or id."""
    found = []
    for name in given:
        fit = [
            twin.theirs.id
            for twin in preview.twins
            if name in (twin.theirs.id, twin.theirs.name, twin.theirs.card, twin.ours.id)
        ]
        if not fit:
            raise NotFound("cli.no-twin", name=name)
        if len(fit) > 1:
            raise CommandError("cli.several", name=name, count=len(fit))
        found += fit
    return found


def _preview_json(preview: MergePreview) -> dict[str, Any]:
    return {
        "made": preview.made.isoformat(timespec="seconds"),
        "moderators": list(preview.moderators),
        "new": len(preview.new),
        "known": preview.known,
        "groups": [
            {
                "id": share.group.id,
                "title": share.group.title.zh,
                "here": share.here,
                "new": share.new,
                "known": share.known,
            }
            for share in preview.groups
        ],
        "added": [{"id": member.id, "name": member.name, "group": member.group} for member in preview.added],
        "twins": [
            {"ours": twin.ours.id, "theirs": twin.theirs.id, "name": twin.theirs.name}
            for twin in preview.twins
        ],
        "conflicts": list(map(_conflict_json, preview.conflicts)),
        "pictures": len(preview.pictures),
    }


def _preview_text(preview: MergePreview) -> str:
    by = shapes.listed(preview.moderators)
    lines = [
        translate(
            "Cli",
            "{made} 写的记录：新的 {new} 条，已有 {known} 条。",
            made=moment_text(preview.made),
            new=len(preview.new),
            known=preview.known,
        ),
        translate("Cli", "经手：{names}", names=by) if by else "",
        *(
            translate("Cli", "可能是同一个人：{name}（是的话写 --same {name}）", name=twin.theirs.name)
            for twin in preview.twins
        ),
        *map(_conflict_text, preview.conflicts),
    ]
    return "\n".join(filter(None, lines))


# ---- conflicts


def conflicts(command: Command) -> int:
    """List the fields that two moderators set differently."""
    rows = command.session.exchange.conflicts(group_id(command))
    return rows_told(command, list(map(_conflict_json, rows)), list(map(_conflict_text, rows)))


def _conflict_json(row: Conflict) -> dict[str, Any]:
    return {
        "member": row.member.name,
        "member_id": row.member.id,
        "field": row.field,
        "was": value_text(row.was),
        "ours": _version_json(row.ours),
        "theirs": _version_json(row.theirs),
    }


def _version_json(version: Version) -> dict[str, str]:
    at = version.at.isoformat(timespec="seconds")
    return {"value": value_text(version.value), "moderator": version.moderator, "at": at}


def _conflict_text(row: Conflict) -> str:
    ours = translate("Cli", "自己的（ours）：{value}", value=value_text(row.ours.value))
    theirs = translate(
        "Cli",
        "{moderator}的（theirs）：{value}",
        moderator=row.theirs.moderator,
        value=value_text(row.theirs.value),
    )
    return line(row.member.shown, f"{field_text(row.field)} ({row.field})", ours, theirs)


def settle(command: Command) -> int:
    """Let one of two values hold."""
    args, desk = command.args, command.session.exchange
    member = command.session.member(args.name, args.group)
    field = args.field.replace("-", "_")
    fit = [
        row
        for row in desk.conflicts(member.group)
        if row.member.id == member.id and field in (row.field, field_text(row.field))
    ]
    if not fit:
        raise CommandError("conflict.none", member=member.name)
    chosen = fit[0].ours if args.choice == "ours" else fit[0].theirs
    return done(command, desk.settle(member.id, fit[0].field, chosen.value))


# ---- everything


def export(command: Command) -> int:
    """Write everything as JSON, or the record as a table."""
    args, session = command.args, command.session
    path = command.path(args.file)
    if path.suffix.lower() == ".json":
        path = session.exchange.export_all(path, history=args.history)
    elif path.suffix.lower() in (".csv", ".xlsx"):
        path = session.upkeep.export_table(path, group=group_id(command), told=reason_text)
    else:
        raise CommandError("cli.bad-export", file=path.name)
    command.answer({"file": str(path)}, translate("Cli", "已写到 {file}", file=path))
    return OK


def import_all(command: Command) -> int:
    """Read everything into an empty data folder."""
    return done(command, command.session.exchange.import_all(command.path(command.args.file)))
