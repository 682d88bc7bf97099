"""`notice`: lists, shows, copies and edits the canned notices."""

from __future__ import annotations

from pathlib import Path

from moderator_app.cli import shapes, streams
from moderator_app.cli.command import FAILED, OK, Command, CommandError
from moderator_app.core.notices.notice import Notice
from moderator_app.core.wording import Reason
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.system.command_clipboard import NoClipboard, copy


def notice_list(command: Command) -> int:
    """List the notices with their numbers."""
    notices = command.session.notices(command.args.group)
    rows = [f"{number}  {_line(notice)}" for number, notice in enumerate(notices, 1)]
    command.answer([shapes.notice_json(notice) for notice in notices], "\n".join(rows))
    return OK


def _line(notice: Notice) -> str:
    edited = translate("Cli", "（已改写）") if notice.edited else ""
    return f"{notice.id}{edited}  {shapes.titled(notice.when)}".rstrip()


def filled(command: Command, notice: Notice) -> str:
    """The notice as it would be copied."""
    args = command.args
    return command.session.notice_text(notice.id, args.member, group=args.group)


def notice_show(command: Command) -> int:
    """Show a notice as it would be copied."""
    notice = command.session.notice(command.args.id, command.args.group)
    text = filled(command, notice)
    command.answer(shapes.notice_json(notice, text), text)
    return OK


def notice_copy(command: Command) -> int:
    """Copy a notice, then remember that it was given; failing to remember does not undo the copy."""
    args = command.args
    notice = command.session.notice(args.id, args.group)
    text = filled(command, notice)
    try:
        copy(text)
    except NoClipboard as problem:
        command.complain(reason_text(Reason(problem.trouble.code, problem.trouble.values)))
        return FAILED
    command.answer(
        {"id": notice.id, "text": text}, translate("Cli", "已复制「{notice}」。", notice=notice.id)
    )
    flags = [f"--{name}={value}" for name in ("member", "group") if (value := getattr(args, name))]
    command.run_writing(["notice", "note", *flags, "--quiet", "--", notice.id])
    return OK


def notice_note(command: Command) -> int:
    """Remember that a notice was given."""
    args = command.args
    change = command.session.note_notice(args.id, args.member, group=args.group)
    if not args.quiet:
        entry = change.entries[0]
        value = {"id": entry.id, "notice": entry.notice, "member": entry.name}
        command.answer(value, translate("Cli", "已记下：{what}", what=reason_text(change.label)))
    return OK


def notice_edit(command: Command) -> int:
    """Put a text of the user's own in place of a notice."""
    notice = command.session.notice(command.args.id, command.args.group)
    return _save(command, notice.id)


def notice_add(command: Command) -> int:
    """Make a notice of the user's own."""
    title = command.args.id
    if any(title in (notice.id, notice.title.zh) for notice in command.session.notices(command.args.group)):
        raise CommandError("notice.exists", notice=title)
    return _save(command, title)


def _save(command: Command, notice: str) -> int:
    args = command.args
    change = command.session.save_notice(notice, read_text(args.file, command), group=args.group)
    command.answer({"id": notice, "did": change.label.code}, reason_text(change.label))
    return OK


def read_text(file: str, command: Command) -> str:
    """The text of a file, or of standard input for -."""
    if file == "-":
        return command.read_stdin()
    try:
        return streams.decode(Path(file).read_bytes())
    except OSError as error:
        raise CommandError("cli.no-file", file=file, detail=error.strerror or str(error)) from error


def notice_restore(command: Command) -> int:
    """Take the shipped text again."""
    args = command.args
    change = command.session.restore_notice(args.id, group=args.group)
    notice = str(change.label.values["notice"])
    command.answer({"id": notice, "did": change.label.code}, reason_text(change.label))
    return OK
