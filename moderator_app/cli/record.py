"""`strike`, `void`, `undo`, and `roster`: members and what was done about them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from moderator_app.cli import shapes
from moderator_app.cli.answers import done, strike_id
from moderator_app.cli.check import given_text
from moderator_app.cli.command import OK, Command, CommandError
from moderator_app.cli.conversation import join_text
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.member import Member
from moderator_app.core.rules.verdict import Action
from moderator_app.core.text.clipboard import parse_clipboard
from moderator_app.i18n import translate
from moderator_app.sentences import action_text, reason_text, role_text, status_text
from moderator_app.sentences.ledger import kind_text
from moderator_app.sentences.steps import step_text
from moderator_app.session import Change, MemberRow, RecordRow, Session
from moderator_app.session.process.types import Following


def strike(command: Command) -> int:
    """Record a strike; the answer is given only once it is on the disk."""
    args = command.args
    named = [rule.strip() for given in args.rule for rule in given.replace("，", ",").split(",")]
    rules = list(dict.fromkeys(filter(None, named)))
    change = command.session.strike_by_name(
        args.name, rules=rules, message=args.text, notice=args.notice, group=args.group
    )
    entry = next(entry for entry in change.entries if entry.kind is EntryKind.STRIKE)
    told = translate(
        "Cli", "已记录：{name}第 {count} 次。编号 {id}", name=entry.name, count=change.count, id=entry.id
    )
    following = command.session.process.following(entry.id)
    warnings = list(map(reason_text, change.warnings))
    value = {
        "id": entry.id,
        "member": entry.name,
        "member_id": entry.member,
        "strikes": change.count,
        "following": _following_json(following) if following else None,
        "warnings": warnings,
    }
    lines = [told, *([_following_text(following)] if following else []), *warnings]
    command.answer(value, "\n".join(lines))
    return OK


def _following_json(step: Following) -> dict[str, Any]:
    return {
        "action": step.action.value,
        "notice": step.notice,
        "days": step.days,
        "amount": step.amount,
        "packet": step.packet,
        "needs": reason_text(step.needs) if step.needs else "",
    }


def _following_text(step: Following) -> str:
    """The step that the ladder asks for, and the command that takes it."""
    name = step.member.name
    words = f"step {step.action.value} {name} --strike {step.strike.id}"
    if step.action is Action.FINE:
        words = f"fine add {name} {step.amount or '…'}{' --packet' if step.packet else ''}"
    return translate("Cli", "接下来{what}：{command}", what=action_text(step.action), command=words)


def void(command: Command) -> int:
    """Let a strike count no longer."""
    strike = strike_id(command)
    return _told(command, command.session.void(strike, command.args.why), strike=strike)


def _told(command: Command, change: Change, **more: Any) -> int:  # noqa: ANN401 - JSON values
    name = change.entries[0].name if change.entries else ""
    value = {
        **more,
        "did": change.label.code,
        "action": change.action,
        "member": name,
        "member_id": change.members[0] if change.members else "",
        "strikes": change.count,
    }
    text = reason_text(change.label)
    if change.count is not None and change.label.code == "did.void":
        text = translate("Cli", "{what}。现在计 {count} 次。", what=text, count=change.count)
    command.answer(value, text)
    return OK


def roster_list(command: Command) -> int:
    """List members, or those who fit a search."""
    session, group = command.session, command.args.group
    rows = session.search(command.args.search, group)
    told = "\n".join(_row_text(row, session) for row in rows)
    command.answer([shapes.member_json(row) for row in rows], told or _nobody())
    return OK


def _nobody() -> str:
    return translate("Cli", "没有成员。")


def _row_text(row: MemberRow, session: Session) -> str:
    member = row.member
    group = next((each for each in session.groups() if each.id == member.group), None)
    parts = [member.name, member.card if member.card != member.name else "", role_text(member.role)]
    parts += [status_text(member.status, group), translate("Cli", "{count} 次", count=row.active)]
    return "  ".join(part for part in parts if part)


def roster_show(command: Command) -> int:
    """Show a member with the whole record."""
    session = command.session
    row = session.row(session.member(command.args.name, command.args.group).id)
    record = session.record(row.member.id)
    step = session.process.next_step(row.member.id)
    value = {
        **shapes.member_json(row),
        "next_step": shapes.step_json(step),
        "record": [shapes.record_json(line) for line in record],
    }
    today, rulebook = datetime.now().date(), session.rulebook(row.member.group)
    ahead = translate("Cli", "下一次：{step}", step=step_text(step, rulebook, today))
    lines = [_row_text(row, session), ahead, *(_line_text(command, line) for line in record)]
    command.answer(value, "\n".join(lines))
    return OK


def _line_text(command: Command, line: RecordRow) -> str:
    entry = line.entry
    states = {
        "active": translate("Cli", "有效"),
        "lapsed": translate("Cli", "已失效"),
        "voided": translate("Cli", "已作废"),
        "cleared": translate("Cli", "恢复前"),
        "plain": "",
    }
    rulebook = command.session.rulebook(entry.group)
    clauses = [clause for rule in entry.rules if (clause := rulebook.clause(rule))]
    what = shapes.listed(shapes.titled(clause.title) for clause in clauses)
    parts = [f"{entry.at:%Y-%m-%d %H:%M}", kind_text(entry.kind), what]
    why = entry.reason if entry.kind is EntryKind.VOID else ""
    parts += [states[line.state.value], entry.notice, why, entry.id]
    return "  ".join(part for part in parts if part)


def roster_add(command: Command) -> int:
    """Add a member."""
    args = command.args
    return _member_told(command, command.session.add_member(args.name, group=args.group, **_fields(command)))


def roster_edit(command: Command) -> int:
    """Change what is known of a member."""
    fields = _fields(command)
    if command.args.new_name is not None:
        fields["name"] = command.args.new_name
    return _member_told(command, command.session.edit_member(_member(command).id, **fields))


def roster_remove(command: Command) -> int:
    """Take a member off the list."""
    return _member_told(command, command.session.remove_member(_member(command).id))


def roster_join(command: Command) -> int:
    """Add the members that join lines tell of, and answer with the one welcome for all of them."""
    joins = parse_clipboard(given_text(command)).joins
    if not joins:
        raise CommandError("cli.no-joins")
    preview = command.session.join(joins, command.args.group)
    change = command.session.welcome(joins, command.args.group)
    added = [entry.after for entry in change.entries if entry.kind is EntryKind.MEMBER_ADDED and entry.after]
    value = {
        **shapes.join_json(preview),
        "did": change.label.code,
        "added": [
            {"id": member.id, "name": member.name, "invited_by": member.invited_by} for member in added
        ],
    }
    lines = [*join_text(preview), *(["", preview.text] if preview.text else [])]
    command.answer(value, "\n".join(lines))
    return OK


def _member(command: Command) -> Member:
    return command.session.member(command.args.name, command.args.group)


def _fields(command: Command) -> dict[str, Any]:
    args = command.args
    given = {name: getattr(args, name) for name in ("card", "role", "status", "joined", "notes")}
    if args.alias:
        given["aliases"] = args.alias
    return {name: value for name, value in given.items() if value is not None}


def _member_told(command: Command, change: Change) -> int:
    entry = change.entries[0]
    return done(command, change, id=entry.member, name=entry.name)
