"""Where things lie: the data folder, and what ships with the program in each form it takes."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from platformdirs import user_data_path

APP = "moderator-app"
PORTABLE_MARKER = "portable"


def data_dir(override: Path | str | None = None) -> Path:
    """The folder that holds all of the user's data: given, beside a portable program, or the system's."""
    if override:
        return Path(override).expanduser().absolute()
    beside = program_dir()
    if beside and (beside / PORTABLE_MARKER).exists():
        return beside / "data"
    return user_data_path(APP, appauthor=False)


def program_dir() -> Path | None:
    """The folder of the frozen program; None where Python runs the source."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None


def resources_dir() -> Path:
    """Rulebooks, lexicons, icons, translations and help as shipped."""
    return _shipped("resources")


def notices_dir() -> Path:
    """The notices as shipped, one folder a rulebook."""
    return _shipped("notices")


@cache
def _shipped(name: str) -> Path:
    for root in _roots():
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(f"{name}/ is in none of: {', '.join(map(str, _roots()))}")


def _roots() -> tuple[Path, ...]:
    """The frozen program's folder, the installed wheel's data, the checkout: whichever exists."""
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)
    bundled = (Path(frozen) / package.name / "_data", Path(frozen)) if frozen else ()
    return (*bundled, package / "_data", package.parent)
