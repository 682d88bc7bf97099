"""What happens beside the running program: commands, a second start, and a machine without a screen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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
