"""`bundle`, `merge`, `conflicts`, `settle`, `export` and `import`: records exchanged and moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from moderator_app import i18n
from moderator_app.cli import shapes
from moderator_app.cli.answers import done, group_id, line, moment_text, rows_told
from moderator_app.cli.command import OK, USAGE, Command, CommandError
from moderator_app.core.errors import NotFound
from moderator_app.core.roster.member import Member
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.sentences.ledger import field_text, record_heading, value_text
from moderator_app.session import Conflict, GroupShare, MergePreview, Version

_MOST_NAMES = 20

# ---- two moderators


def bundle(command: Command) -> int:
    """Write what another moderator needs into one file."""
    path = command.session.exchange.bundle(
        command.path(command.args.file), group=command.args.group, progress=command.progress
    )
    told = translate("Cli", "已写到 {file}。里面没有举报人，也没有本机的设置。", file=path)
    command.answer({"file": str(path)}, told)
    return OK


def merge(command: Command) -> int:
    """Take in what another moderator's bundle brings, or only show it."""
    args, desk = command.args, command.session.exchange
    preview = desk.read_bundle(command.path(args.file), command.progress)
    if args.dry_run:
        command.answer(_preview_json(preview), _preview_text(preview))
        return OK
    same, leaving = _same(preview, args.same), _leaving(preview, args.erase, args.keep)
    if leaving is None:
        command.answer({**_preview_json(preview), "done": False}, _preview_text(preview))
        command.complain(translate("Cli", "没有改动。请给上面每一位写 --erase 或 --keep。"))
        return USAGE
    change = desk.merge(preview, same, erase=leaving, progress=command.progress)
    open_now = desk.conflicts()
    more = [translate("Cli", "{count} 处改得不同，请看 conflicts。", count=len(open_now))] if open_now else []
    return done(
        command,
        change,
        more,
        new=len(preview.new),
        known=preview.known,
        conflicts=len(open_now),
        erased=len(leaving),
    )


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


def _leaving(preview: MergePreview, erase: Sequence[str], keep: Sequence[str]) -> list[str] | None:
    """Who of those deleted there is deleted here too; None where nobody said what becomes of one."""
    for name in (*erase, *keep):
        if not any(name in (each.member, each.name) for each in preview.erased):
            raise NotFound("cli.not-erased", name=name)
    if any(not {each.member, each.name} & {*erase, *keep} for each in preview.erased):
        return None
    return [each.member for each in preview.erased if not {each.member, each.name} & {*keep}]


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
        "added": list(map(_member_json, preview.added)),
        "removed": list(map(_member_json, preview.removed)),
        "takes_back": preview.takes_back,
        "twins": [
            {"ours": twin.ours.id, "theirs": twin.theirs.id, "name": twin.theirs.name}
            for twin in preview.twins
        ],
        "conflicts": list(map(_conflict_json, preview.conflicts)),
        "erased": [
            {"id": each.member, "name": each.name, "groups": list(each.groups), "entries": each.entries}
            for each in preview.erased
        ],
        "pictures": len(preview.pictures),
    }


def _member_json(member: Member) -> dict[str, str]:
    return {"id": member.id, "name": member.name, "group": member.group}


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
        *map(_share_text, preview.groups),
        _people_text(translate("Cli", "名单里会多"), preview.added),
        _people_text(translate("Cli", "名单里会少"), preview.removed),
        translate("Cli", "其中撤销了这里的 {count} 步。", count=preview.takes_back)
        if preview.takes_back
        else "",
        translate("Cli", "带来证据图片 {count} 张。", count=len(preview.pictures))
        if preview.pictures
        else "",
        *(
            translate("Cli", "可能是同一个人：{name}（是的话写 --same {name}）", name=twin.theirs.name)
            for twin in preview.twins
        ),
        *map(_conflict_text, preview.conflicts),
        *_erased_text(preview),
    ]
    return "\n".join(filter(None, lines))


def _share_text(share: GroupShare) -> str:
    """What is new of one group, and whether the group itself is."""
    title = share.group.title.get(i18n.language())
    told = translate(
        "Cli", "{group}：新 {new} 条，已有 {known} 条", group=title, new=share.new, known=share.known
    )
    return told if share.here else told + translate("Cli", "；这里还没有这个群，会添加")


def _beside_text(preview: MergePreview) -> Iterator[str]:
    if preview.takes_back:
        yield translate("Cli", "其中撤销了这里的 {count} 步。", count=preview.takes_back)
    if preview.pictures:
        yield translate("Cli", "带来证据图片 {count} 张。", count=len(preview.pictures))


def _people_text(what: str, members: Sequence[Member]) -> str:
    """Who comes onto the list or goes off it; "" for nobody."""
    if not members:
        return ""
    names = shapes.listed([member.shown for member in members[:_MOST_NAMES]])
    return translate("Cli", "{what} {count} 位：{names}", what=what, count=len(members), names=names)


def _erased_text(preview: MergePreview) -> list[str]:
    """Whom the other side deleted and we still know, and what has to be said of them."""
    if not preview.erased:
        return []
    count = len(preview.erased)
    rows = (
        translate(
            "Cli",
            "{name}，这里有 {count} 条记录（一并删除写 --erase {name}，这里保留写 --keep {name}）",
            name=each.name,
            count=each.entries,
        )
        for each in preview.erased
    )
    told = translate("Cli", "对方已按要求删除 {count} 位的资料。在这里删除后不能恢复：", count=count)
    return [told, *(f"  {row}" for row in rows)]


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
        path = session.exchange.export_all(path, history=args.history, progress=command.progress)
    elif path.suffix.lower() in (".csv", ".xlsx"):
        path = session.upkeep.export_table(
            path,
            group=group_id(command),
            told=reason_text,
            heading=record_heading(),
            language=i18n.language(),
            progress=command.progress,
        )
    else:
        raise CommandError("cli.bad-export", file=path.name)
    command.answer({"file": str(path)}, translate("Cli", "已写到 {file}", file=path))
    return OK


def import_all(command: Command) -> int:
    """Read everything into an empty data folder."""
    return done(
        command, command.session.exchange.import_all(command.path(command.args.file), command.progress)
    )
