"""`check`: judges one message, or a file of them line by line; records nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from math import isfinite
from pathlib import Path
from typing import Any

from moderator_app.cli import conversation, pictures, shapes, streams
from moderator_app.cli.command import OK, UNSURE, USAGE, VIOLATION, Command, CommandError
from moderator_app.cli.times import read_before, read_moment, wall
from moderator_app.core.errors import BadInput, ModeratorError
from moderator_app.core.message import Message, Role
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.sentences import action_text, error_text, level_text, reason_text
from moderator_app.session import Case, JoinPreview

_EXIT = {Level.OK: OK, Level.VIOLATION: VIOLATION, Level.UNSURE: UNSURE}
_MOST_STRIKES = 1000


def check(command: Command) -> int:
    """Judge the text and the pictures that were given, or each line of a JSONL file."""
    args = command.args
    if args.jsonl is not None:
        return _check_lines(command)
    text = pictures.WORDLESS if args.picture and args.text is None else given_text(command)
    looked = pictures.look(args.picture, alone=args.text is None) if args.picture else ()
    at = wall(read_moment(args.at)) if args.at else None
    case = command.session.check(
        text, group=args.group, member=args.member, at=at, codes=pictures.codes_in(looked)
    )
    if args.json:
        told = case_json(command, case)
        command.answer(told | {"pictures": pictures.pictures_json(looked)} if looked else told, "")
    else:
        verdict, line_end, rest = case_text(command, case).partition("\n")
        command.say("\n".join([verdict, *pictures.pictures_text(looked)]) + line_end + rest)
    return _EXIT[case.verdict.level]


def case_json(command: Command, case: Case) -> shapes.Json:
    """A verdict; of a conversation every message's, and where people came, who they are."""
    rulebook = command.session.rulebook(case.group.id)
    told = shapes.case_json(case, rulebook)
    if len(case.messages) > 1:
        told |= shapes.conversation_json(case, rulebook)
    if case.conversation.joins:
        told["joins"] = shapes.join_json(_joining(command, case))
    return told


def _joining(command: Command, case: Case) -> JoinPreview:
    return command.session.join(case.conversation.joins, case.group.id)


def given_text(command: Command) -> str:
    """The message that was given as a word or on standard input; CommandError where there is none."""
    text = command.args.text
    if text is None and streams.is_terminal(command.stdin):
        raise CommandError("cli.no-text")
    text = command.read_stdin() if text in (None, "-") else text
    if not text.strip():
        raise CommandError("cli.no-text")
    return str(text)


def case_text(command: Command, case: Case) -> str:
    """A verdict for people: the level, each clause with its reason, who, who came, and what to say."""
    rulebook = command.session.rulebook(case.group.id)
    if len(case.messages) > 1:
        lines = list(conversation.conversation_text(case, rulebook))
    else:
        titles = "、".join(conversation.title(finding, rulebook) for finding in case.verdict.findings)
        lines = ["  ".join([level_text(case.verdict.level), titles]).strip()]
        lines += conversation.findings_text(case.verdict, rulebook)
        lines += conversation.reminders_text(case, rulebook)
    if case.conversation.joins:
        lines += conversation.join_text(_joining(command, case))
    if case.verdict.level is Level.VIOLATION:
        lines.append(_ladder_text(case))
    if case.suggested:
        lines += ["", translate("Cli", "可用的告知：{notice}", notice=case.suggested.notice.id), ""]
        problem = case.suggested.problem
        lines.append(reason_text(problem) if problem else case.suggested.text)
    return "\n".join(lines)


def _ladder_text(case: Case) -> str:
    name = case.member.name if case.member else case.sender or translate("Cli", "没有指明成员")
    return translate(
        "Cli",
        "{name}：已 {had} 次，本次第 {number} 次：{action}",
        name=name,
        had=case.standing.active,
        number=case.step.number,
        action=action_text(case.step.action),
    )


# ---- JSONL


def _check_lines(command: Command) -> int:
    exit_code = OK
    with _lines(command) as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            answer = _answer(command, line, number)
            exit_code = USAGE if "error" in answer else exit_code
            command.say(streams.dump(answer))
    return exit_code


@contextmanager
def _lines(command: Command) -> Iterator[Iterator[str]]:
    name = command.args.jsonl
    if name == "-":
        yield streams.lines_of(command.stdin) if command.stdin else iter(())
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115 - closed below, and its errors told apart
    except OSError as error:
        raise CommandError("cli.no-file", file=name, detail=error.strerror or str(error)) from error
    with file:
        yield map(streams.decode, file)


def _answer(command: Command, line: str, number: int) -> dict[str, Any]:
    """The verdict on one line, or what is wrong with the line."""
    row_id: object = None
    try:
        row = _row(line)
        row_id = row.get("id")
        return {"id": row_id, **_judge(command, row)}
    except ModeratorError as error:
        return {"id": row_id, "line": number, "error": error_text(error)}


def _row(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line, parse_constant=_finite, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise BadInput("cli.not-json") from error
    if not isinstance(row, dict):
        raise BadInput("cli.not-object")
    return row


def _finite(number: str) -> float:
    """A number; NaN and what is too large are none, and an answer with one would not be JSON."""
    value = float(number)
    if not isfinite(value):
        raise ValueError(number)
    return value


def _judge(command: Command, row: dict[str, Any]) -> dict[str, Any]:
    text = _text(row, "text", required=True)
    member = _member(row.get("member"))
    given = _text(row, "at")
    at = read_moment(given) if given else datetime.now()
    case = command.session.check(
        text,
        group=_text(row, "group") or command.args.group,
        member=_text(member, "name") or command.args.member,
        role=_role(member),
        strikes=_strikes(member),
        at=wall(at) if given else None,
        before=_context(row, at),
        codes=_codes(row),
    )
    return case_json(command, case)


def _text(row: dict[str, Any], key: str, *, required: bool = False) -> str:
    value = row.get(key)
    if value is None and not required:
        return ""
    if not isinstance(value, str):
        raise BadInput("cli.not-text", key=key)
    return value


def _member(value: object) -> dict[str, Any]:
    """A member is given as an object, or as a bare name."""
    if isinstance(value, str):
        return {"name": value}
    if value is None or isinstance(value, dict):
        return value or {}
    raise BadInput("cli.not-member", key="member")


def _role(member: dict[str, Any]) -> Role | None:
    name = _text(member, "role")
    if not name:
        return None
    try:
        return Role(name)
    except ValueError as error:
        raise BadInput("cli.bad-role", value=name, known=", ".join(Role)) from error


def _strikes(member: dict[str, Any]) -> int | None:
    value = member.get("strikes")
    if value is None:
        return None
    if type(value) is not int or not 0 <= value <= _MOST_STRIKES:
        raise BadInput("cli.bad-strikes", value=str(value), most=_MOST_STRIKES)
    return value


def _codes(row: dict[str, Any]) -> list[str]:
    """What the codes in the message's picture say."""
    given = row.get("codes") or []
    if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
        raise BadInput("cli.bad-codes")
    return given


def _context(row: dict[str, Any], at: datetime) -> tuple[Message, ...]:
    """What was said before, oldest first; what has no time stays where it was given."""
    given = row.get("context") or []
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise BadInput("cli.bad-context")
    said = [
        Message(
            text=_text(each, "text", required=True),
            sender=_text(_member(each.get("member")), "name"),
            at=read_before(time, at) if (time := _text(each, "at")) else None,
        )
        for each in given
    ]
    if any(message.at is None for message in said):
        return tuple(said)
    return tuple(sorted(said, key=lambda message: message.at or at))
