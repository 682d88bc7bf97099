"""What is kept, by commands, whatever form the program has: lists in and out, backups, a person deleted."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.packaging import loop
from tests.packaging.walk import CARDS, NAMES

Call = Callable[..., tuple[int, str]]
"""Runs a command of the program with one data folder: its exit code and what it printed."""
STRUCK = NAMES[-1]


def run(call: Call, folder: Path, shown: Callable[[Path], str] = str) -> None:
    """Go through it with an empty data folder; `shown` is how the program calls a file in `folder`."""
    lists_go_in_and_out(call, folder, shown)
    told(call, "strike", STRUCK, "--rule", "hawking")
    picture = shown(loop.draw_picture(folder))
    told(call, "report", STRUCK, "--text", "卖货", "--picture", picture, "--by", NAMES[0])
    kept = Path(json.loads(told(call, "backup", "--json"))["file"].replace("\\", "/")).name
    told(call, "undo")
    told(call, "undo")
    assert strikes(call) == 0
    told(call, "restore", "--yes", kept)
    assert strikes(call) == 1
    told(call, "delete-person", "--yes", STRUCK)
    assert sorted(names(call)) == sorted(NAMES[:-1])


def lists_go_in_and_out(call: Call, folder: Path, shown: Callable[[Path], str]) -> None:
    """From a workbook in, and as both kinds of table out, which then hold nothing new."""
    told(call, "roster", "import", shown(write_workbook(folder)))
    for ending in ("xlsx", "csv"):
        target = shown(folder / f"全部.{ending}")
        told(call, "roster", "export", target)
        again = json.loads(told(call, "roster", "import", "--dry-run", "--json", target))
        assert {kind: count for kind, count in again["counts"].items() if count} == {"same": len(NAMES)}
    listed = json.loads(told(call, "roster", "list", "--json"))
    assert {each["name"]: each["card"] for each in listed} == dict(zip(NAMES, CARDS, strict=True))


def write_workbook(folder: Path) -> Path:
    """The walk's list as a spreadsheet program keeps it."""
    from openpyxl import Workbook  # noqa: PLC0415 - the walk by keys does without

    book = Workbook()
    for row in (("昵称", "群昵称"), *zip(NAMES, CARDS, strict=True)):
        book.active.append(row)
    file = folder / "群＊名单.xlsx"
    book.save(file)
    return file


def told(call: Call, *words: str) -> str:
    """What a command that goes well prints."""
    code, printed = call(*words)
    assert code == 0, f"{words}: {code}\n{printed}"
    return printed


def strikes(call: Call) -> int:
    """How many strikes count against the one who was struck."""
    return int(json.loads(told(call, "roster", "show", STRUCK, "--json"))["strikes"])


def names(call: Call) -> tuple[str, ...]:
    """Who is on the list."""
    return tuple(each["name"] for each in json.loads(told(call, "roster", "list", "--json")))
