"""In English no command answers in Chinese, but for what the users themselves wrote."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from moderator_app.cli.parser import build
from moderator_app.cli.table import COMMANDS, writes
from tests.cli.conftest import Run

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def names(parser: object, before: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    """Every command line that does something, by its name in the table."""
    found: dict[str, tuple[str, ...]] = {}
    run = parser.get_default("run")  # type: ignore[attr-defined]
    if run:
        found[run] = before
    for action in parser._actions:  # type: ignore[attr-defined]
        if isinstance(action.choices, dict):
            for name, child in action.choices.items():
                found |= names(child, (*before, name))
    return found


def test_every_command_has_a_parser_and_every_parser_a_command():
    assert names(build()).keys() == COMMANDS.keys()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_every_command_explains_itself_and_takes_json(run: Run, lang: str):
    for words in names(build()).values():
        shown = run(*words, "--help", lang=lang)
        assert shown.code == 0
        assert "--json" in shown.out
        if lang == "en":
            assert not CHINESE.search(shown.out), shown.out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["restore", "x"], False),
        (["restore", "x", "--yes"], True),
        (["delete-person", "x"], False),
        (["backup"], True),
        (["backup", "list"], False),
        (["roster", "import", "x"], True),
        (["roster", "import", "x", "--dry-run"], False),
        (["merge", "x", "--dry-run"], False),
        (["namecards"], False),
        (["silent", "--remind"], True),
        (["bundle", "x"], False),
        (["log"], False),
        (["undo"], True),
        (["check", "x"], False),
        (["rulebook", "edit", "x"], True),
        (["rulebook", "edit", "x", "--dry-run"], False),
    ],
)
def test_only_what_writes_goes_to_the_running_program(words: list[str], expected: bool):
    assert writes(build().parse_args(words)) is expected


def test_a_day_in_english_has_no_chinese_word(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_text("name,card\nAnn,\nBob,\nCyd,\n", encoding="utf-8")
    (tmp_path / "next.csv").write_text("name,card\nAnn,\nBobb,\nDan,\n", encoding="utf-8")
    for line in (
        "setting set moderator Eve",
        "group add town --title Town --rulebook hometown",
        "group use town",
        "group edit town --owner Zoe --hours 22:00-07:00",
        "group show",
        "roster import list.csv",
        "roster import next.csv --yes",
        "roster export out.csv",
        "strike Ann --rule ads --text hello",
        "roster show Ann",
        "appeal Ann no",
        "appeals",
        "uphold Ann --why yes",
        "appeals --all",
        "step remove Ann --why ads",
        "pending",
        "approve Ann --as Fay",
        "pending",
        "carry-out Ann",
        "step restore Ann",
        "step suspend Bob --days 3",
        "report Cyd --text rude --by Ann",
        "reports",
        "fine add Cyd 5 --why late",
        "fine list",
        "fine paid Cyd",
        "fine list --all",
        "task add Cyd --text form --until 2020-01-01",
        "task list",
        "block Bob --why fraud",
        "unblock Bob",
        "leave Cyd --until 2199-01-01",
        "met Cyd",
        "todo",
        "log",
        "bundle b.zip",
        "merge b.zip --dry-run",
        "conflicts",
        "export all.json",
        "delete-person Cyd --yes",
    ):
        answer = run(*line.split(), lang="en")
        assert answer.code == 0, f"{line}: {answer.err}"
        told = answer.out.replace(str(tmp_path), "")
        if line.startswith(("carry-out", "step restore", "step suspend", "roster show")):
            told = re.sub(r"(notice copy|→) \S+", "", told)  # a notice is called as the users call it
        assert not CHINESE.search(told), f"{line}: {told}"
