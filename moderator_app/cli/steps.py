"""`step`, consent to removals, the blocklist, and what there is to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from moderator_app.cli import shapes
from moderator_app.cli.answers import done, entry_id, line, member_ids, moment_text, rows_told, short
from moderator_app.cli.command import OK, Command
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.rules.verdict import Action
from moderator_app.i18n import translate
from moderator_app.sentences import action_text, reason_text
from moderator_app.session import Blocked, Change, Pending

# ---- steps


def take(command: Command) -> int:
    """Take a step against one member."""
    args = command.args
    change = command.session.process.take(
        command.session.member(args.name, args.group).id,
        Action(args.subcommand),
        reason=args.why,
        strike=args.strike,
        days=getattr(args, "days", None),
    )
    return _taken(command, change)


def remove(command: Command) -> int:
    """Remove members, or propose it where the rulebook wants more than one moderator."""
    args, process = command.args, command.session.process
    ids = list(dict.fromkeys(member_ids(command)))
    if len(ids) == 1:
        return _taken(command, process.take(ids[0], Action.REMOVE, reason=args.why, strike=args.strike))
    return _taken(command, process.take_all(ids, Action.REMOVE, args.why))


def restore(command: Command) -> int:
    """Let a member be in the group again."""
    args = command.args
    member = command.session.member(args.name, args.group)
    change = command.session.process.bring_back(member.id, args.why)
    notice = command.session.rulebook(member.group).notices.restored
    return done(command, change, _offer(notice, member.name), notice=notice)


def _taken(command: Command, change: Change) -> int:
    """Say what was done, what it still wants, and which notice goes with it."""
    entry = next(each for each in change.entries if each.kind in (EntryKind.CARRIED_OUT, EntryKind.PROPOSED))
    if entry.kind is EntryKind.PROPOSED:
        proposed = {each.id for each in change.entries}
        waiting = [each for each in command.session.process.pending(entry.group) if each.entry.id in proposed]
        needs = list(dict.fromkeys(reason_text(each.needs) for each in waiting))
        return done(command, change, needs, pending=[pending_json(each) for each in waiting])
    notice = command.session.rulebook(entry.group).notices.after(entry.step)
    return done(command, change, _offer(notice, entry.name), notice=notice)


def _offer(notice: str, name: str) -> Sequence[str]:
    """How to copy the notice that goes with a step."""
    if not notice:
        return ()
    return (translate("Cli", "告知：notice copy {notice} --member {name}", notice=notice, name=name),)


# ---- consent


def pending(command: Command) -> int:
    """List the removals that wait for consent."""
    rows = command.session.process.pending(command.args.group)
    return rows_told(command, list(map(pending_json, rows)), list(map(pending_text, rows)))


def pending_json(row: Pending) -> dict[str, Any]:
    """A step that waits, who agreed, and what is missing."""
    return {
        "id": row.entry.id,
        "at": row.entry.at.isoformat(timespec="seconds"),
        "member": row.member.name,
        "member_id": row.member.id,
        "action": row.action.value,
        "why": row.reason,
        "agreed": list(row.agreed),
        "ready": row.ready,
        "needs": reason_text(row.needs),
        "owner_needed": row.owner_needed,
    }


def pending_text(row: Pending) -> str:
    """The same on one line."""
    agreed = translate("Cli", "已同意：{names}", names=shapes.listed(row.agreed)) if row.agreed else ""
    what = f"{action_text(row.action)} {row.member.shown}"
    return line(short(row.entry), what, row.reason, agreed, reason_text(row.needs))


def approve(command: Command) -> int:
    """Agree to proposals, as one action."""
    args, process = command.args, command.session.process
    rows = process.pending(args.group)
    chosen = [entry_id(rows, wanted) for wanted in args.ids]
    change = process.agree(chosen, args.moderator)
    waiting = [each for each in process.pending(change.entries[0].group) if each.entry.id in chosen]
    needs = list(dict.fromkeys(reason_text(each.needs) for each in waiting))
    return done(command, change, needs, pending=[pending_json(each) for each in waiting])


def decline(command: Command) -> int:
    """Say no to a proposal, which ends it."""
    args, process = command.args, command.session.process
    chosen = entry_id(process.pending(args.group), args.id)
    return done(command, process.decline(chosen, args.why, args.moderator))


def carry_out(command: Command) -> int:
    """Carry out what was agreed."""
    args, process = command.args, command.session.process
    rows = process.pending(args.group)
    return _taken(command, process.carry_out([entry_id(rows, wanted) for wanted in args.ids]))


# ---- the blocklist


def block(command: Command) -> int:
    """Put a member on the list of those who shall not come back."""
    args = command.args
    member = command.session.member(args.name, args.group)
    return done(command, command.session.process.block(member.id, args.why))


def unblock(command: Command) -> int:
    """Take somebody off that list."""
    args, process = command.args, command.session.process
    listed = {each.member.id for each in process.blocked() if args.name in (each.member.id, *each.names)}
    chosen = listed.pop() if len(listed) == 1 else command.session.member(args.name, args.group).id
    return done(command, process.unblock(chosen))


def blocked(command: Command) -> int:
    """List those who shall not come back."""
    rows = command.session.process.blocked()
    return rows_told(command, list(map(_blocked_json, rows)), list(map(_blocked_text, rows)))


def _blocked_json(row: Blocked) -> dict[str, Any]:
    return {
        "member_id": row.member.id,
        "member": row.member.name,
        "names": list(row.names),
        "groups": list(row.groups),
        "why": row.why,
        "at": row.at.isoformat(timespec="seconds"),
    }


def _blocked_text(row: Blocked) -> str:
    return line(moment_text(row.at), shapes.listed(row.names), shapes.listed(row.groups), row.why)


# ---- what there is to do


def todo(command: Command) -> int:
    """Count what waits for the moderator, and say which command shows it."""
    found = command.session.process.todo(command.args.group)
    told = (
        (
            "pending",
            found.pending,
            translate("Cli", "等人同意的移出：{count}（pending）", count=len(found.pending)),
        ),
        ("appeals", found.appeals, translate("Cli", "申诉：{count}（appeals）", count=len(found.appeals))),
        ("reports", found.reports, translate("Cli", "举报：{count}（reports）", count=len(found.reports))),
        (
            "tasks",
            found.tasks,
            translate("Cli", "过了时限没有回复：{count}（task list）", count=len(found.tasks)),
        ),
        (
            "fines",
            found.fines,
            translate("Cli", "没有交的罚款和红包：{count}（fine list）", count=len(found.fines)),
        ),
        (
            "returning",
            found.returning,
            translate(
                "Cli",
                "暂停已满：{names}（step restore）",
                names=shapes.listed(each.member.name for each in found.returning),
            ),
        ),
        (
            "cards",
            found.cards,
            translate("Cli", "群名片要提醒：{count}（namecards）", count=len(found.cards)),
        ),
        (
            "silent",
            found.silent,
            translate("Cli", "太久没有发言：{count}（silent）", count=len(found.silent)),
        ),
        (
            "newcomers",
            found.newcomers,
            translate("Cli", "新来还没有说话：{count}（silent）", count=len(found.newcomers)),
        ),
        (
            "meetups",
            found.meetups,
            translate("Cli", "太久没有来聚会：{count}（silent）", count=len(found.meetups)),
        ),
    )
    value: dict[str, Any] = {
        name: [{"member_id": row.member.id, "member": row.member.name} for row in rows]
        for name, rows, _ in told
    }
    command.answer(
        {"count": found.count, **value},
        "\n".join(text for _, rows, text in told if rows) or translate("Cli", "没有等着处理的事。"),
    )
    return OK
