"""Brings the English catalogue up to date with the sources: `python resources/translations/update.py`.

lupdate reads only calls of translate() with exactly two arguments, ours carry values as well. So the
calls are read here and handed to lupdate in the form that it knows; it merges them into the .ts, and
lrelease makes the .qm beside it. With --check nothing is written and the exit code tells whether
something is missing or left over.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parent.parent / "moderator_app"
CATALOGUE = HERE / "moderator_app_en.ts"

Message = tuple[str, str]


def messages(folder: Path = SOURCES) -> dict[Message, str]:
    """Every (context, source) that translate() is called with, and the place of its first call."""
    found: dict[Message, str] = {}
    for path in sorted(folder.rglob("*.py")):
        for context, source, line in _calls(path):
            found.setdefault((context, source), f"{path.relative_to(folder.parent).as_posix()}:{line}")
    return found


def _calls(path: Path) -> Iterator[tuple[str, str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not _is_ours(node.func):
            continue
        literals = [arg.value for arg in node.args[:2] if isinstance(arg, ast.Constant)]
        match literals:
            case [str(context), str(source)]:
                yield context, source, node.lineno
            case _:
                raise SystemExit(f"{path}:{node.lineno}: translate() needs two literals")


def _is_ours(function: ast.expr) -> bool:
    """Whether it is i18n's translate(), and not that of a string."""
    match function:
        case ast.Name("translate") | ast.Attribute(ast.Name("i18n"), "translate"):
            return True
    return False


def translated(path: Path = CATALOGUE) -> dict[Message, str]:
    """What the catalogue holds; "" where a translation is not finished."""
    found: dict[Message, str] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            target = message.find("translation")
            done = target is not None and target.get("type") is None
            text = (target.text or "") if done and target is not None else ""
            found[context.findtext("name", ""), message.findtext("source", "")] = text
    return found


def update() -> None:
    """Merge the sources' messages into the .ts, then compile the .qm."""
    from PySide6 import __file__ as pyside  # noqa: PLC0415 - only this command needs the tools

    tools = Path(pyside).parent
    with tempfile.TemporaryDirectory() as folder:
        handed_over = Path(folder) / "messages.py"
        calls = (
            f"translate({_quoted(context)}, {_quoted(source)})" for context, source in sorted(messages())
        )
        handed_over.write_text("\n".join(calls) + "\n", encoding="utf-8")
        options = [
            "-no-obsolete",
            "-locations",
            "none",
            "-source-language",
            "zh_CN",
            "-target-language",
            "en",
        ]
        _run(tools / "lupdate", str(handed_over), *options, "-ts", str(CATALOGUE))
    _run(tools / "lrelease", "-silent", str(CATALOGUE), "-qm", str(CATALOGUE.with_suffix(".qm")))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _run(*command: str | Path) -> None:
    subprocess.run([str(word) for word in command], check=True)


def gaps() -> list[str]:
    """What is missing, unfinished or left over in the catalogue."""
    wanted, have = messages(), translated()
    missing = [
        f"{place}: {source}" for (context, source), place in wanted.items() if not have.get((context, source))
    ]
    left_over = [f"left over: {context}: {source}" for context, source in have.keys() - wanted.keys()]
    return missing + sorted(left_over)


def main() -> int:
    """Update, or with --check only tell."""
    if "--check" not in sys.argv[1:]:
        update()
    told = gaps()
    sys.stdout.write("".join(f"{line}\n" for line in told))
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
