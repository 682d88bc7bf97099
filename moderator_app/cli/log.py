"""`log` and `undo`: the whole record searched, and any of its actions taken back."""

from __future__ import annotations

from typing import Any

from moderator_app.cli.answers import SHORTEST, SHOWN, day, group_id, line, moment_text, rows_told
from moderator_app.cli.command import OK, Command
from moderator_app.core.errors import Ambiguous
from moderator_app.core.wording import Wording
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.sentences.deeds import in_group
from moderator_app.session import Change, LogRow

_EVERY = 1_000_000


def log(command: Command) -> int:
    """List actions, newest first."""
    args, session = command.args, command.session
    rows = session.log.search(
        " ".join(args.query),
        group=group_id(command),
        member=session.member(args.member, args.group).id if args.member else None,
        since=day(args.since) if args.since else None,
        until=day(args.until) if args.until else None,
        limit=args.limit,
    )
    groups = {group.id: group.title for group in session.groups()}
    named = groups if len(groups) > 1 and not args.group else {}
    texts = [_row_text(row, named.get(row.entry.group)) for row in rows]
    return rows_told(command, list(map(_row_json, rows)), texts)


def _row_json(row: LogRow) -> dict[str, Any]:
    entry = row.entry
    return {
        "action": row.action,
        "at": entry.at.isoformat(timespec="seconds"),
        "group": entry.group,
        "kind": entry.kind.value,
        "text": reason_text(row.label),
        "member": entry.name,
        "member_id": entry.member,
        "rules": list(entry.rules),
        "message": entry.message,
        "why": entry.reason,
        "moderator": entry.moderator,
        "entries": [each.id for each in row.entries],
        "undone": row.undone.at.isoformat(timespec="seconds") if row.undone else None,
        "undoable": row.undoable,
    }


def _row_text(row: LogRow, group: Wording | None) -> str:
    """One line, with the group where all groups are listed."""
    entry = row.entry
    undone = translate("Cli", "（已撤销）") if row.undone else ""
    said = " ".join(entry.message.split())[:40]
    return line(
        row.action[:SHOWN],
        moment_text(entry.at),
        in_group(reason_text(row.label), group if row.belongs_to_group else None) + undone,
        said,
        entry.reason,
        entry.moderator,
    )


def undo(command: Command) -> int:
    """Take back the last action, or the one that is named."""
    session, wanted = command.session, command.args.id
    if not wanted:
        return _told(command, session.undo(command.progress))
    done = session.log.undo(_action(command, wanted), with_later=command.args.yes, progress=command.progress)
    return _told(command, done)


def _action(command: Command, wanted: str) -> str:
    """The action that is meant, by the beginning of its id."""
    if len(wanted) < SHORTEST:
        return wanted
    rows = command.session.log.search(limit=_EVERY)
    fit = {row.action for row in rows if row.action.startswith(wanted)}
    if len(fit) > 1:
        raise Ambiguous("cli.several", name=wanted, count=len(fit))
    return fit.pop() if fit else wanted


def _told(command: Command, change: Change) -> int:
    value = {
        "did": change.label.code,
        "action": change.action,
        "member": change.entries[0].name if change.entries else "",
        "member_id": change.members[0] if change.members else "",
        "strikes": change.count,
        "group": change.entries[0].group if change.entries else "",
    }
    home = command.session.elsewhere(change)
    text = in_group(reason_text(change.label), home.title if home else None)
    if change.count is not None and change.label.code in ("undone.strike", "undone.void"):
        text = translate("Cli", "{what}。现在计 {count} 次。", what=text, count=change.count)
    command.answer(value, text)
    return OK
