"""The log: where an unexpected error arose, never what it said, which may quote what a member wrote."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from moderator_app.storage.layout import Layout

_LARGEST = 512 * 1024


class Log:
    """One text file that is set aside as `.old` when it has grown; a full disk never stops the program."""

    def __init__(self, data_dir: Path) -> None:
        self.folder = Layout(data_dir).logs
        self.path = self.folder / "moderator-app.log"

    def write(self, text: str) -> bool:
        """Append `text` with the time; false where that failed."""
        stamp = datetime.now().isoformat(timespec="seconds")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > _LARGEST:
                self.path.replace(self.path.with_suffix(".old"))
            with self.path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{stamp} {text}\n")
        except OSError:
            return False
        return True


def describe(error: BaseException) -> str:
    """Type and places of an error, without its message: what may be logged and copied."""
    import traceback  # noqa: PLC0415 - hopefully never

    kind = type(error)
    name = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    number = f" errno {error.errno}" if isinstance(error, OSError) and error.errno else ""
    places = traceback.extract_tb(error.__traceback__)
    lines = (f"  {Path(place.filename).name}:{place.lineno} {place.name}" for place in places)
    return "\n".join([f"{name}{number}", *lines])
