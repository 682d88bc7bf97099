"""What happens beside the running program: commands, a second start, and a machine without a screen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from moderator_app.session import Session
from tests.e2e.desktop import PATIENCE, Desktop
from tests.e2e.program import Program


def test_a_command_records_through_the_running_program_and_its_undo_takes_it_back(
    desktop: Desktop, program: Program
) -> None:
    recorded = program.ask("strike", "王五", "--rule", "hawking", "--text", "大量现货")
    assert recorded["strikes"] == 1
    assert program.ask("roster", "show", "王五")["strikes"] == 1
    program.ask("undo")
    assert all(member["strikes"] == 0 for member in program.ask("roster", "list"))


def whole_record(folder: Path) -> Path:
    """Another installation, written out: a group with somebody in it, and a bundle of one more strike."""
    with Session.open(folder / "另一台") as session:
        session.strike_by_name("王五", message="大量现货")
        session.exchange.export_all(folder / "全部.json")
        session.strike_by_name("王五", message="又来了")
        session.exchange.bundle(folder / "他的.zip")
    return folder / "全部.json"


def test_commands_of_every_family_write_through_the_running_program(
    desktop: Desktop, program: Program, tmp_path: Path
) -> None:
    assert program.ask("import", str(whole_record(tmp_path)))["did"] == "did.import-all"
    (tmp_path / "名单.csv").write_text("姓名,群名片\n赵六,赵六-采购-北京\n钱七,钱七\n", encoding="utf-8")
    assert program.ask("roster", "import", "名单.csv", cwd=tmp_path)["counts"]["new"] == 2
    pasted = "\n".join(f"新成员{number:04}" for number in range(5000))
    assert program.ask("roster", "import", "-", stdin=pasted)["counts"]["new"] == 5000
    assert program.ask("undo")["did"] == "undone.import"
    assert program.ask("merge", "他的.zip", cwd=tmp_path)["new"] == 1
    for command in (
        ("setting", "set", "moderator", "小李"),
        ("group", "edit", "yigongxie", "--owner", "小李"),
        ("step", "suspend", "赵六", "--days", "3"),
        ("step", "restore", "赵六"),
        ("fine", "add", "赵六", "50 元"),
        ("fine", "paid", "赵六"),
        ("task", "add", "赵六", "--text", "交表", "--until", "2199-01-01"),
        ("report", "钱七", "--text", "骂人", "--by", "邻居"),
        ("report-close", "钱七", "--why", "已提醒"),
        ("leave", "赵六", "--until", "2199-01-01"),
        ("met", "赵六"),
        ("block", "钱七", "--why", "骗子"),
        ("unblock", "钱七"),
        ("same", "赵六", "钱七"),
    ):
        program.ask(*command)
    backup = program.ask("backup")["file"]
    struck = program.ask("strike", "赵六")
    program.ask("appeal", struck["id"], "冤枉")
    program.ask("uphold", struck["id"], "--why", "有依据")
    program.ask("restore", backup, "--yes")
    assert program.ask("roster", "show", "赵六")["strikes"] == 0
    assert program.ask("delete-person", "王五", "--yes")["did"] == "did.erased"
    (left,) = program.ask("roster", "list")
    assert left["name"] in ("赵六", "钱七"), "one person, under whichever id came first"


def test_a_second_start_raises_the_window_of_the_first_and_ends(desktop: Desktop, program: Program) -> None:
    command = [*program.command, "--data-dir", str(program.data)]
    second = subprocess.run(command, env=desktop.environment, timeout=PATIENCE, check=False)
    assert second.returncode == 0
    desktop.window("群管助手")


def test_a_second_start_with_check_checks_the_clipboard(desktop: Desktop, program: Program) -> None:
    desktop.copy("早上好")
    command = [*program.command, "--data-dir", str(program.data), "--check"]
    assert subprocess.run(command, env=desktop.environment, timeout=PATIENCE, check=False).returncode == 0
    desktop.window("违规")


def test_without_a_screen_it_says_so_in_one_line_and_points_to_the_commands(
    desktop: Desktop, tmp_path: Path
) -> None:
    environment = {k: v for k, v in desktop.environment.items() if k != "DISPLAY"}
    command = [sys.executable, "-m", "moderator_app", "--data-dir", str(tmp_path), "--lang", "zh_CN"]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=PATIENCE, check=False)
    said = done.stderr.decode()
    assert done.returncode == 2
    assert "moderator-app" in said
    assert said.count("\n") == 1
