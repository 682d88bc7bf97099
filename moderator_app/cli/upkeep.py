"""`backup`, `restore`, `delete-person`, `setting` and `diagnostics`."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from moderator_app import __version__, i18n
from moderator_app.cli import shapes, streams
from moderator_app.cli.answers import line, moment_text, rows_told
from moderator_app.cli.command import OK, USAGE, Command, CommandError
from moderator_app.core.errors import NotFound
from moderator_app.core.roster.parting import Parting
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.sentences.backups import difference_text, held_text, label_text
from moderator_app.sentences.parting import parting_text
from moderator_app.session import BackupInfo
from moderator_app.storage.log import Log
from moderator_app.storage.paths import notices_dir, resources_dir

_PACKAGES = (
    *("PySide6-Essentials", "tinydb", "PyYAML", "pyperclip", "filelock", "platformdirs", "pypinyin"),
    *("openpyxl", "zxing-cpp"),
)
_YES = {"y", "yes", "是", "好"}

# ---- backups


def backup(command: Command) -> int:
    """Make a backup now, or list those that are there."""
    upkeep = command.session.upkeep
    if command.args.what == "list":
        rows = upkeep.backups()
        return rows_told(command, list(map(_backup_json, rows)), list(map(_backup_text, rows)))
    path = upkeep.backup(command.progress)
    command.answer({"file": str(path)}, translate("Cli", "已备份到 {file}", file=path))
    return OK


def _backup_json(row: BackupInfo) -> dict[str, Any]:
    told: dict[str, Any] = {
        "file": str(row.path),
        "made": row.made.isoformat(timespec="seconds"),
        "label": row.label,
        "daily": row.daily,
    }
    if row.entries is None:
        return told
    return {
        **told,
        "members": dict(row.members),
        "entries": row.entries,
        "last": row.last.isoformat(timespec="seconds") if row.last else None,
        "going": row.going,
        "coming": row.coming,
    }


def _backup_text(row: BackupInfo) -> str:
    return line(moment_text(row.made), label_text(row.label), row.path.name)


def restore(command: Command) -> int:
    """Go back to a backup; without --yes only after showing what that changes, and being told to."""
    args, upkeep = command.args, command.session.upkeep
    path = _backup_file(command, args.file)
    if args.yes:
        change = upkeep.restore(path, command.progress)
        told = [reason_text(each) for each in (change.label, *change.warnings)]
        command.answer({"did": change.label.code, "file": str(path), "warnings": told[1:]}, "\n".join(told))
        return OK
    info = upkeep.preview(path, command.progress)
    told = [_backup_text(info), held_text(info.entries or 0, info.last, info.members)]
    told.append(difference_text(info.going or 0, info.coming or 0))
    words = ["restore", "--yes", *_json(command), "--", str(path)]
    return _asked(command, _backup_json(info), told, words)


def _backup_file(command: Command, name: str) -> Path:
    """A file as the caller names it, or one of our own backups by name."""
    given = command.path(name)
    if given.exists():
        return given
    own = (row.path for row in command.session.upkeep.backups() if name in (row.path.name, row.path.stem))
    found = next(own, None)
    if found is None:
        raise CommandError("cli.no-file", file=str(given), detail="No such file or directory")
    return found


def _asked(command: Command, value: dict[str, Any], told: list[str], words: list[str]) -> int:
    """Show what would happen; do it where somebody at the terminal says yes."""
    if not command.args.json:
        command.say("\n".join(told))
        if command.stdin is not None and command.stdin.isatty():
            command.stderr.write(translate("Cli", "要这样做吗？(y/N)") + " ")
            command.stderr.flush()
            if command.stdin.readline().strip().lower() in _YES:
                return command.run_writing(words)
            command.complain(translate("Cli", "没有改动。"))
            return USAGE
    else:
        command.answer({**value, "done": False}, "")
    command.complain(translate("Cli", "没有改动。要这样做，请加 --yes。"))
    return USAGE


def _json(command: Command) -> list[str]:
    return ["--json"] if command.args.json else []


# ---- a person's data


def delete_person(command: Command) -> int:
    """Delete all that is kept of a person; without --yes only say what that means."""
    args, upkeep = command.args, command.session.upkeep
    leaving = upkeep.parting(upkeep.known_as(args.name, args.group))
    mask = _masked(leaving, args.mask, args.leave)
    if args.yes:
        erased = upkeep.erase(leaving.member, mask=mask, progress=command.progress)
        value = {
            "did": erased.change.label.code,
            "entries": erased.entries,
            "examples": erased.examples,
            "pictures": erased.pictures,
            "backups": erased.backups,
            "left": list(erased.left),
        }
        command.answer(value, "\n".join(_erased_text(value)))
        return OK
    flags = [f"--group={args.group}"] if args.group else []
    flags += [f"--mask={name}" for name in args.mask] + [f"--leave={name}" for name in args.leave]
    words = ["delete-person", "--yes", *flags, *_json(command), "--", leaving.member]
    return _asked(command, _parting_json(leaving, mask), parting_text(leaving, mask), words)


def _masked(leaving: Parting, more: Sequence[str], fewer: Sequence[str]) -> list[str]:
    """The names that go out of others' words, too."""
    known = [each.name for each in leaving.traces.mentions]
    for name in (*more, *fewer):
        if name not in known:
            raise NotFound("cli.no-mention", name=name)
    return [name for name in known if name in more or (name in leaving.mask and name not in fewer)]


def _parting_json(leaving: Parting, mask: Collection[str]) -> dict[str, Any]:
    traces = leaving.traces
    return {
        "member": leaving.name,
        "member_id": leaving.member,
        "people": [{"group": group.id, "name": name} for group, name in leaving.people],
        "entries": traces.entries,
        "strikes": traces.strikes,
        "pictures": traces.pictures,
        "checks": traces.checks,
        "reports": traces.reports,
        "examples": traces.examples,
        "backups": leaving.backups,
        "mentions": [
            {
                "name": each.name,
                "count": each.count,
                "places": list(each.places),
                "masked": each.name in mask,
            }
            for each in traces.mentions
        ],
        "own_texts": list(traces.own_texts),
    }


def _erased_text(value: dict[str, Any]) -> list[str]:
    told = translate(
        "Cli",
        "已删除：{entries} 条记录里的内容，{pictures} 张截图，群规里的 {examples} 句原话；"
        "清理了 {backups} 份备份。",
        **value,
    )
    left = shapes.listed(value["left"])
    if not left:
        return [told]
    return [told, translate("Cli", "这些文件打不开，没有清理，请自己删除：{left}", left=left)]


# ---- settings


def setting_list(command: Command) -> int:
    """List the settings with their values."""
    values = asdict(command.session.settings)
    command.answer(values, "\n".join(f"{name}: {streams.dump(value)}" for name, value in values.items()))
    return OK


def setting_set(command: Command) -> int:
    """Change a setting; the text becomes a number, or yes and no, where the setting is one."""
    args, session = command.args, command.session
    session.set_setting(args.name, _as(type(session.setting(args.name)), args.value))
    value = session.setting(args.name)
    command.answer({args.name: value}, f"{args.name}: {streams.dump(value)}")
    return OK


def _as(kind: type, text: str) -> str | int | bool:
    if kind is bool and text in ("true", "false"):
        return text == "true"
    if kind is int and text.isascii() and text.isdecimal():
        return int(text)
    if kind is str:
        return text
    raise CommandError("cli.bad-value", value=text)


def diagnostics(command: Command) -> int:
    """Versions, paths and counts; nothing that a member wrote or is called."""
    import platform  # noqa: PLC0415 - no other command needs it

    session = command.session
    value = {
        "version": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "packages": {name: _version(name) for name in _PACKAGES},
        "language": i18n.language(),
        "frozen": bool(getattr(sys, "frozen", False)),
        "data_dir": str(session.data_dir),
        "resources": str(resources_dir()),
        "notices": str(notices_dir()),
        "log": str(Log(session.data_dir).path),
        "groups": len(session.groups()),
        "notice_texts": [len(session.notices(group.id)) for group in session.groups()],
        "members": [len(session.members(group.id)) for group in session.groups()],
        "rulebooks": {info.id: info.problems for info in session.rulebooks_in_use()},
        "problems": [reason_text(problem) for problem in session.problems],
    }
    command.answer(value, "\n".join(f"{name}: {content}" for name, content in value.items()))
    return OK


def _version(package: str) -> str:
    from importlib import metadata  # noqa: PLC0415 - no other command needs it

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
