"""`rulebook` and `group`: the rules that groups follow, and the groups."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from moderator_app.cli import shapes
from moderator_app.cli.command import OK, USAGE, Command
from moderator_app.cli.rules import examples_json, examples_text
from moderator_app.core.errors import ModeratorError, NotFound
from moderator_app.core.rules.rulebook import Clause
from moderator_app.i18n import translate
from moderator_app.sentences import error_text, reason_text
from moderator_app.session import RulebookInfo


def rulebook_list(command: Command) -> int:
    """List the rulebooks."""
    infos = command.session.rulebooks()
    command.answer([_info_json(info) for info in infos], "\n".join(map(_info_text, infos)))
    return OK


def _info_json(info: RulebookInfo) -> dict[str, Any]:
    return {
        "id": info.id,
        "title": shapes.titled(info.title),
        "clauses": info.clauses,
        "problems": info.problems,
        "own": info.own,
        "file": str(info.path),
    }


def _info_text(info: RulebookInfo) -> str:
    count = translate("Cli", "{count} 条", count=info.clauses)
    bad = translate("Cli", "{count} 处有错", count=info.problems) if info.problems else ""
    return "  ".join(part for part in (info.id, shapes.titled(info.title), count, bad) if part)


def rulebook_show(command: Command) -> int:
    """Show the clauses of a rulebook."""
    wanted = command.args.id
    rulebook = command.session.rulebook(wanted)
    value = {
        "id": rulebook.id,
        "title": shapes.titled(rulebook.title),
        "link": rulebook.rules_link,
        "clauses": [_clause_json(clause) for clause in rulebook.clauses],
        "ladder": [step.action.value for step in rulebook.ladder.steps],
    }
    command.answer(value, "\n".join(map(_clause_text, rulebook.clauses)))
    return OK


def _clause_json(clause: Clause) -> dict[str, Any]:
    return {
        "id": clause.id,
        "number": clause.number,
        "title": shapes.titled(clause.title),
        "text": shapes.titled(clause.text),
        "level": clause.level.value,
        "enabled": clause.enabled,
    }


def _clause_text(clause: Clause) -> str:
    off = "" if clause.enabled else translate("Cli", "（已停用）")
    return f"{clause.number}. {shapes.titled(clause.title)}{off}  {shapes.titled(clause.text)}"


def rulebook_validate(command: Command) -> int:
    """Read rulebook files and name whatever is wrong in them, with the line."""
    answers = [_validated(command, file) for file in command.args.files]
    lines = [line for answer in answers for line in (answer["problems"] or [_sound(answer)])]
    command.answer(answers, "\n".join(lines))
    return OK if all(not answer["problems"] for answer in answers) else USAGE


def _validated(command: Command, file: str) -> dict[str, Any]:
    try:
        rulebook, problems = command.session.validate(Path(file))
    except ModeratorError as error:
        return {"file": file, "id": "", "clauses": 0, "problems": [error_text(error)]}
    return {
        "file": file,
        "id": rulebook.id,
        "clauses": sum(clause.enabled for clause in rulebook.clauses),
        "problems": [reason_text(problem) for problem in problems],
    }


def _sound(answer: dict[str, Any]) -> str:
    return translate("Cli", "{file}：没有问题，共 {clauses} 条。", **answer)


def rulebook_test(command: Command) -> int:
    """Run the examples of every clause."""
    results = command.session.run_examples(command.args.id)
    command.answer(examples_json(results), "\n".join(examples_text(results)))
    return OK if all(result.passed for result in results) else USAGE


# ---- groups


def group_list(command: Command) -> int:
    """List the groups."""
    current = command.session.group.id
    groups = [shapes.group_json(group, current=group.id == current) for group in command.session.groups()]
    command.answer(groups, "\n".join(map(_group_text, groups)))
    return OK


def _group_text(group: dict[str, Any]) -> str:
    mark = translate("Cli", "（当前）") if group["current"] else ""
    return f"{group['id']}{mark}  {group['title']}  {group['rulebook']}"


def group_show(command: Command) -> int:
    """Show one group with how many members it has."""
    session = command.session
    wanted = command.args.id or session.group.id
    group = next((group for group in session.groups() if group.id == wanted), None)
    if group is None:
        raise NotFound("group.unknown", id=wanted)
    value = {
        **shapes.group_json(group, current=group.id == session.group.id),
        "members": len(session.members(group.id)),
    }
    count = translate("Cli", "{count} 位成员", count=value["members"])
    command.answer(value, f"{_group_text(value)}  {count}")
    return OK


def group_add(command: Command) -> int:
    """Add a group."""
    args = command.args
    rulebook = args.rulebook or command.session.group.rulebook
    change = command.session.add_group(
        args.id, args.title or args.id, rulebook, linked_free_group=args.free_group
    )
    command.answer({"id": args.id, "did": change.label.code}, reason_text(change.label))
    return OK


def group_edit(command: Command) -> int:
    """Change a group."""
    args = command.args
    fields = {
        "title": args.title,
        "owner": args.owner,
        "linked_free_group": args.free_group,
        "rulebook": args.rulebook,
        "hours": args.hours,
    }
    given = {name: text for name, text in fields.items() if text is not None}
    change = command.session.edit_group(args.id, **given)
    command.answer({"id": args.id, "did": change.label.code}, reason_text(change.label))
    return OK


def group_use(command: Command) -> int:
    """Make a group the current one."""
    change = command.session.choose_group(command.args.id)
    command.answer({"id": command.session.group.id, "did": change.label.code}, reason_text(change.label))
    return OK
