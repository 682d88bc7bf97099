"""`backup` and `diagnostics`; and the log that an unexpected error is written to."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from moderator_app import __version__, i18n
from moderator_app.cli.command import OK, Command
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.storage.paths import notices_dir, resources_dir

_PACKAGES = ("PySide6-Essentials", "tinydb", "PyYAML", "pyperclip", "filelock", "platformdirs", "pypinyin")


def backup(command: Command) -> int:
    """Make a backup now."""
    path = command.session.backup()
    command.answer({"file": str(path)}, translate("Cli", "已备份到 {file}", file=path))
    return OK


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
        "log": str(log_path(session.data_dir)),
        "groups": len(session.groups()),
        "members": [len(session.members(group.id)) for group in session.groups()],
        "rulebooks": {info.id: info.problems for info in session.rulebooks()},
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


def log_path(data_dir: Path) -> Path:
    """The log that the window writes to as well."""
    return data_dir / "logs" / "moderator-app.log"


def log_error(data_dir: Path, error: BaseException) -> Path | None:
    """Write down where an unexpected error arose, without its message, which may quote a member.

    None where the log could not be written.
    """
    import traceback  # noqa: PLC0415 - hopefully never

    places = traceback.extract_tb(error.__traceback__)
    lines = [
        f"{datetime.now().isoformat(timespec='seconds')} {type(error).__module__}.{type(error).__qualname__}"
    ]
    lines += [f"  {Path(place.filename).name}:{place.lineno} {place.name}" for place in places]
    path = log_path(data_dir)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write("\n".join(lines) + "\n")
    except OSError:
        return None
    return path
