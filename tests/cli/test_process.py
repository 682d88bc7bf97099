"""The command line as its own process: no Qt, no traceback, UTF-8, one writer, the running program."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from moderator_app import cli, i18n
from moderator_app.cli import entry
from moderator_app.core.errors import NotSaved
from moderator_app.session import Session
from moderator_app.storage.log import Log
from moderator_app.system.single_instance import NoAnswer
from tests.cli.conftest import Run

COMMANDS = """
import io, sys
from moderator_app import cli
for argv in (["check", "大量现货"], ["roster", "list"], ["strike", "张三"], ["undo"], ["notice", "list"],
             ["group", "list"], ["rulebook", "list"], ["diagnostics"]):
    cli.main(["--data-dir", sys.argv[1], *argv])
QT = ("PySide6", "shiboken6", "keyboard", "moderator_app.ui")
loaded = [name for name in sys.modules if name.startswith(QT)]
print("LOADED", loaded)
"""


def test_no_command_loads_qt(data_dir: Path):
    done = subprocess.run(
        [sys.executable, "-c", COMMANDS, str(data_dir)], capture_output=True, check=True, timeout=60
    )
    assert done.stdout.decode().splitlines()[-1] == "LOADED []"


@pytest.mark.parametrize("encoding", ["cp936", "latin-1", "ascii"])
def test_pipes_are_utf8_whatever_the_console_speaks(process, encoding: str):
    done = process(
        "check",
        "-",
        "--group",
        "test",
        "--json",
        stdin="大量现货".encode(),
        env={"PYTHONIOENCODING": encoding},
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert json.loads(done.stdout.decode())["findings"][0]["evidence"] == "大量现货"


def test_a_reader_that_goes_away_is_no_error(data_dir: Path):
    rows = json.dumps({"text": "大量现货", "group": "test"}) + "\n"
    command = [sys.executable, "-m", "moderator_app", "--data-dir", str(data_dir), "check", "--jsonl", "-"]
    with subprocess.Popen(command, stdin=-1, stdout=-1, stderr=-1) as program:
        assert program.stdin
        assert program.stdout
        assert program.stderr
        program.stdout.close()
        try:
            program.stdin.write(rows.encode() * 200)
            program.stdin.close()
        except BrokenPipeError:
            pass
        assert program.stderr.read() == b""
        assert program.wait() == 141


def test_an_unexpected_error_is_one_sentence_and_a_log_without_its_message(
    run: Run, monkeypatch: pytest.MonkeyPatch, data_dir: Path
):
    def fail(command: object) -> int:
        raise RuntimeError("张三的原话")

    monkeypatch.setitem(entry.COMMANDS, "diagnostics", fail)
    result = run("diagnostics")
    log = Log(data_dir).path
    assert (result.code, result.out) == (70, "")
    assert str(log) in result.err
    assert "Traceback" not in result.err
    assert "RuntimeError" in log.read_text(encoding="utf-8")
    assert "张三" not in log.read_text(encoding="utf-8")
    log.unlink()
    log.mkdir()
    assert "日志也没能写下" in run("diagnostics").err


def test_while_the_program_runs_it_does_the_writing(
    run: Run, monkeypatch: pytest.MonkeyPatch, data_dir: Path
):
    asked: list[dict] = []

    def ask(folder: Path, payload: dict, timeout: float) -> dict:
        asked.append({"folder": folder, **payload})
        return {"exit": 0, "out": "answered\n", "err": ""}

    monkeypatch.setattr(entry, "ask", ask)
    assert run("strike", "张三").out == "answered\n"
    assert asked[0]["folder"] == data_dir
    assert asked[0]["argv"][-2:] == ["strike", "张三"]
    assert run("notice", "edit", "叫卖告知", "-", stdin="新").code == 0
    assert asked[1]["argv"][-5:] == ["notice", "edit", "--", "叫卖告知", "-"]
    assert asked[1]["stdin"] == "新"
    assert not (data_dir / "ledger").exists()
    for argv in (["check", "好"], ["rulebook", "test", "test"], ["roster", "list"], ["notice", "list"]):
        assert run(*argv).code == 0
    assert len(asked) == 2


def test_the_running_program_answers_on_its_open_session(data_dir: Path):
    import io  # noqa: PLC0415

    with Session.open(data_dir) as session:
        out, err = io.StringIO(), io.StringIO()
        code = cli.run(["--lang", "en", "strike", "张三", "--json"], session, io.StringIO(), out, err)
        assert (code, json.loads(out.getvalue())["strikes"], err.getvalue()) == (0, 1, "")
        assert cli.run(["strike"], session, io.StringIO(), out, err) == 2
        assert cli.run(["--help"], session, io.StringIO(), out, err) == 0
        assert cli.run(["undo"], session, io.StringIO(), out, err) == 0
    i18n.set_language("zh_CN")


def test_the_language_set_in_the_window_is_spoken_where_none_is_asked_for(process, data_dir: Path):
    environment = {"LC_ALL": "zh_CN.UTF-8"}
    chinese, english = ["没有可以撤销的操作。"], ["Nothing to undo."]
    assert process("undo", env=environment).stderr.decode().splitlines() == chinese
    with Session.open(data_dir) as session:
        session.set_setting("language", "en")
    assert process("undo", env=environment).stderr.decode().splitlines() == english
    assert process("undo", "--lang", "zh_CN", env=environment).stderr.decode().splitlines() == chinese


def test_no_answer_is_told_and_nothing_is_done_twice(
    run: Run, monkeypatch: pytest.MonkeyPatch, data_dir: Path
):
    def ask(*_: object, **__: object) -> dict:
        raise NoAnswer("instance.no-answer", seconds=30)

    monkeypatch.setattr(entry, "ask", ask)
    result = run("strike", "张三")
    assert (result.code, result.out) == (4, "")
    assert result.err.strip()
    assert not (data_dir / "ledger").exists()


def test_a_writer_waits_for_its_turn_then_says_who_is_busy(
    run: Run, monkeypatch: pytest.MonkeyPatch, data_dir: Path
):
    monkeypatch.setattr(entry, "_WAIT_FOR_WRITER", 0.1)
    with Session.open(data_dir):
        assert run("strike", "张三").code == 4
    holder = Session.open(data_dir)
    monkeypatch.setattr(entry.time, "sleep", lambda _: holder.close())
    monkeypatch.setattr(entry, "_WAIT_FOR_WRITER", 5.0)
    assert run("strike", "张三").code == 0


def test_a_disk_that_does_not_take_it_is_told_and_answers_nothing(run: Run, monkeypatch: pytest.MonkeyPatch):
    def fail(self: Session, *_: object, **__: object) -> None:
        raise NotSaved("storage.disk-full", file="x", folder="y", detail="z")

    monkeypatch.setattr(Session, "strike_by_name", fail)
    result = run("strike", "张三", "--json")
    assert (result.code, result.out) == (4, "")
    assert "磁盘已满" in result.err


def test_a_data_folder_that_is_a_file_is_told(run: Run, tmp_path: Path):
    (tmp_path / "file").write_text("x")
    result = run("--data-dir", str(tmp_path / "file"), "strike", "张三")
    assert result.code in (2, 4)
    assert result.err.strip()
    assert "Traceback" not in result.err


def test_without_any_console_nothing_breaks(monkeypatch: pytest.MonkeyPatch, data_dir: Path):
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert cli.main(["--data-dir", str(data_dir), "group", "list"]) == 0
    assert cli.main(["--data-dir", str(data_dir), "check"]) == 2
