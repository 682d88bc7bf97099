"""Which room may import which, read from the sources: ui → session → {core, storage}; storage → core."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "moderator_app"
OURS = PACKAGE.name

# What each room may import of ours; everything inside a room may import the room itself.
ALLOWED = {
    "core": set(),
    "storage": {"core"},
    "session": {"core", "storage"},
    "system": set(),
    "i18n": {"storage"},
    "sentences": {"core", "i18n"},
    "cli": {"core", "session", "storage", "system", "i18n", "sentences", "ui"},
    "ui": {"core", "session", "storage", "system", "i18n", "sentences", "cli"},
    "bootstrap": {"system"},
    "__main__": {"cli", "bootstrap", "ui"},
    "__init__": set(),
}
# The core stands on the standard library alone, and on the text libraries named here.
TEXT_LIBRARIES = {"pypinyin"}
# The standard library's ways to the disk, the net, the clock and other processes; not for the core.
NOT_PURE = {
    "asyncio", "ctypes", "glob", "http", "io", "logging", "multiprocessing", "os", "pathlib", "random",
    "shutil", "socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid",
}  # fmt: skip
# pypinyin takes from the environment whether it loads 43 MB that names do not need.
PURE_ENOUGH = {("core/roster/pinyin.py", "os")}
QT = {"PySide6", "shiboken6", "PyQt6", "PyQt5"}
WITHOUT_QT = ("core", "storage", "session", "cli", "i18n", "sentences", "bootstrap", "__main__")


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports anywhere in it, with the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            module = node.module or ""
            yield module, node.lineno
            if module == OURS:
                yield from ((f"{OURS}.{alias.name}", node.lineno) for alias in node.names)


def test_there_is_something_to_read():
    assert {room(path) for path in modules()} >= {"core", "storage", "session", "system", "ui", "cli"}


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_what_its_room_may(path: Path):
    here = room(path)
    wrong = []
    for name, line in imports(path):
        parts = name.split(".")
        if parts[0] != OURS or len(parts) == 1 or parts[1].startswith("__"):
            continue
        if parts[1] != here and parts[1] not in ALLOWED[here]:
            wrong.append(f"line {line}: {here} imports {name}")
    assert wrong == []


@pytest.mark.parametrize(
    "path",
    [path for path in modules() if room(path) in WITHOUT_QT],
    ids=lambda path: path.relative_to(PACKAGE).as_posix(),
)
def test_qt_stays_in_ui_and_system(path: Path):
    assert [name for name, _ in imports(path) if name.split(".")[0] in QT] == []


@pytest.mark.parametrize(
    "path",
    [path for path in modules() if room(path) == "core"],
    ids=lambda path: path.relative_to(PACKAGE).as_posix(),
)
def test_the_core_is_pure(path: Path):
    for name, line in imports(path):
        top = name.split(".")[0]
        if top == OURS:
            continue
        assert top in sys.stdlib_module_names or top in TEXT_LIBRARIES, f"line {line}: {name}"
        if (path.relative_to(PACKAGE).as_posix(), top) not in PURE_ENOUGH:
            assert top not in NOT_PURE, f"line {line}: {name}"
    source = path.read_text(encoding="utf-8")
    for call in ("datetime.now(", "date.today(", "open(", "print("):
        assert call not in source, call


def test_only_the_windows_opening_reaches_from_cli_to_ui():
    commands = [path for path in modules() if room(path) == "cli"]
    reaching = {path.name for path in commands for name, _ in imports(path) if ".ui" in name}
    assert reaching == {"entry.py"}


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_module_says_in_a_sentence_what_it_is_for(path: Path):
    told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert told, path
    assert told.split("\n\n")[0].rstrip().endswith((".", ":", "…")), told
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400 or "400" in told
