"""Runs the program as Windows would, under Wine: `python3 -m tests.windows [STEP…]`.

Needs Linux with Wine, Xvfb, openbox, xdotool, xclip and this project's test extras, and a Windows
Python: the environment variable WINE_PYTHON (or --python) names a command that runs Windows'
python.exe (3.11 or newer) with the arguments it gets, and with this project's dependencies, test
and build extras installed for win_amd64. Standard input and output of python.exe must be pipes.

    core      the tests of core and of the system's seams
    files     the tests of what is kept on the disk, of the session and of the command line
    pages     the tests of every window, drawn in memory
    walk      a list pasted on 成员, confirmed, and taken back on 记录, by keys
    loop      copy, hotkey (RegisterHotKey), verdict, Enter, notice, strike, Ctrl+Z; then a copied
              conversation with two offenders, and a copied picture with a code
    keyboard  the same with the `keyboard` package, chosen in the settings
    taken     the hotkey is held by another program: the second way serves, and says so
    frozen    builds moderator-app.exe and runs the loop, the walk and the command line with it

Without a step all of them run, in this order. Every step prints what it measured. A second run
with the same command waits until the first has ended; nothing else may run in its Wine prefix.
"""

from __future__ import annotations

import argparse
import fcntl
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.e2e import desktop as desktop_module
from tests.e2e.desktop import Desktop, Shown
from tests.packaging import keeping, loop, walk
from tests.windows.wine import ROOT, WinePython, say, windows_path

ROUNDS = 10
READY = """
import sys
from pathlib import Path
from moderator_app.system.single_instance import ask
print(ask(Path(sys.argv[1]), {"argv": ["group", "list"]}, patience=90))
"""
RAISE = """
import sys
from pathlib import Path
from moderator_app.system.single_instance import ask
print(ask(Path(sys.argv[1]), {"do": "raise"}))
"""
CHOOSE_BACKEND = """
import sys
from pathlib import Path
from moderator_app.session import Session
session = Session.open(Path(sys.argv[1]))
session.set_setting("hotkey_backend", sys.argv[2])
session.close()
print("chosen")
"""
HOLD_HOTKEY = """
import ctypes, sys
from ctypes import wintypes
assert ctypes.windll.user32.RegisterHotKey(None, 1, 0x4003, ord("M")), ctypes.GetLastError()
ctypes.windll.user32.MessageBoxW(None, "holds the hotkey", "holder", 0)
"""


def step_core(python: WinePython) -> None:
    """What is true, and the seams to the system."""
    run_tests(python, "tests/core", "tests/system")


def step_files(python: WinePython) -> None:
    """What is kept on the disk, and what the command line says of it."""
    run_tests(python, "tests/storage", "tests/session", "tests/cli", "tests/faults")


def step_pages(python: WinePython) -> None:
    """What the windows show and do."""
    run_tests(python, "tests/ui")


def step_walk(python: WinePython) -> None:
    """The main window, by keys."""
    with folder() as data_dir, desktop_for(python) as (desktop, inside):
        run_walk(desktop, inside, data_dir, source(data_dir))


def step_loop(python: WinePython) -> None:
    """With RegisterHotKey, as it is after installing."""
    with folder() as data_dir, desktop_for(python) as (desktop, inside):
        run_loop(desktop, inside, data_dir, source(data_dir))


def step_keyboard(python: WinePython) -> None:
    """With the second way, chosen in the settings."""
    with folder() as data_dir, desktop_for(python) as (desktop, inside):
        done = inside.call("-c", CHOOSE_BACKEND, windows_path(data_dir), "keyboard")
        assert "chosen" in done.stdout, done.stdout
        run_loop(desktop, inside, data_dir, source(data_dir))


def step_taken(python: WinePython) -> None:
    """Another program has registered the combination before us."""
    with folder() as data_dir, desktop_for(python) as (desktop, inside):
        holder = [*inner_python(inside), "-c", HOLD_HOTKEY]
        with inside.running(holder):
            desktop.window("holder")
            run_loop(desktop, inside, data_dir, source(data_dir))


def step_frozen(python: WinePython) -> None:
    """The program to hand over: its size, its two executables, and the loop."""
    with folder() as built, folder() as data_dir, desktop_for(python) as (desktop, inside):
        program = build(inside, built)
        size = sum(file.stat().st_size for file in program.rglob("*") if file.is_file())
        say(f"    moderator-app: {size / 1e6:.0f} MB")
        check_command_line(inside, program / "moderator-app-cli.exe")
        exe = windows_path(program / "moderator-app.exe")
        run_loop(desktop, inside, data_dir, [exe, "--data-dir", windows_path(data_dir)])
        with folder() as another:
            run_walk(desktop, inside, another, [exe, "--data-dir", windows_path(another)])


STEPS: dict[str, Callable[[WinePython], None]] = {
    "core": step_core,
    "files": step_files,
    "pages": step_pages,
    "walk": step_walk,
    "loop": step_loop,
    "keyboard": step_keyboard,
    "taken": step_taken,
    "frozen": step_frozen,
}


def run_tests(python: WinePython, *folders: str) -> None:
    """Run these folders' tests, which need no window."""
    options = ("-q", "-p", "no:cacheprovider")
    with fonts() as place:  # Wine keeps Qt's own variables from the program: tests/ui/conftest sets them
        code = python.stream("-m", "pytest", *options, *folders, TEST_FONTS=windows_path(place))
    assert code == 0, f"pytest answered {code}"


@contextmanager
def alone(command: str) -> Iterator[None]:
    """No other run of ours with this Windows Python meanwhile.

    A prefix has one clipboard, which Wine shows on the screen of whoever started it first: on
    another screen it stays empty for ever, with everything else as it should be.
    """
    with Path(shutil.which(command) or command).open("rb") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"another run uses {command}: waiting for its end")
            fcntl.flock(held, fcntl.LOCK_EX)
        yield


@contextmanager
def fonts() -> Iterator[Path]:
    """A folder with a Chinese font for Qt's screen in memory, which takes no collection by its name.

    Wine's own folder is empty: it asks this system.
    """
    found = subprocess.run(
        ["fc-match", "-f", "%{file}", "sans:lang=zh-cn"], capture_output=True, text=True, check=True
    )
    with folder() as place:
        (place / "chinese.otf").symlink_to(found.stdout)
        yield place


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that is gone afterwards; a program that has just ended may still hold a file in it."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        yield Path(name)


@contextmanager
def desktop_for(python: WinePython) -> Iterator[tuple[Desktop, WinePython]]:
    """A screen of our own with a notepad on it: Wine hears global keys only while it has the focus.

    The first program on a screen also starts Wine's own services, which keep its output open until
    the screen is gone: so the notepad's is thrown away, and it is waited for last. There is no
    tray, in which Wine's icons would stay blank.
    """
    desktop = Desktop(tray=False)
    inside = WinePython(command=python.command, environment={"DISPLAY": desktop.name})
    with folder() as place:
        stop = place / "stop"
        notepad = inside.start(["notepad.exe"], stop, output=subprocess.DEVNULL)
        try:
            desktop.focused("Notepad")
            yield desktop, inside
        finally:
            stop.touch()
            desktop.close()
            notepad.wait(timeout=60)


def source(data_dir: Path) -> list[str]:
    """The program as it lies in this folder."""
    return ["-m", "moderator_app", "--data-dir", windows_path(data_dir)]


def inner_python(python: WinePython) -> list[str]:
    """python.exe as it is called from inside."""
    done = python.call("-c", "import sys; print(sys.executable)")
    return [done.stdout.strip().splitlines()[-1]]


class WineHand(loop.Hand):
    """A hand on a keyboard that Wine listens to."""

    def work_elsewhere(self, desktop: Desktop) -> None:
        """Click into the notepad: Wine hears global keys only while one of its windows has the focus."""
        notepad = desktop.window("Notepad")
        desktop.click(notepad.left + 20, notepad.top + notepad.height - 60)
        desktop.focused("Notepad")

    def press_hotkey(self, desktop: Desktop) -> None:
        """Key after key, as fingers do: the `keyboard` package misses chords without gaps."""
        down = ["keydown", "ctrl", "sleep", "0.02", "keydown", "alt", "sleep", "0.02", "keydown", "m"]
        up = ["sleep", "0.02", "keyup", "m", "keyup", "alt", "keyup", "ctrl"]
        subprocess.run(["xdotool", *down, *up], env=desktop.environment, check=True)

    def let_focus(self, desktop: Desktop, window: Shown) -> None:
        """Click on the empty part of the window's foot.

        Windows lets a program that has just received its hotkey come to the front; the window
        manager under Wine knows nothing of that and keeps the keyboard with the notepad.
        """
        desktop.click(window.left + window.width * 55 // 100, window.top + window.height - 60)
        desktop.focused(window.title)


def run_loop(desktop: Desktop, python: WinePython, data_dir: Path, program: Sequence[str]) -> None:
    """Start the program and go through the loop."""
    with started(desktop, python, data_dir, program):
        took = loop.run(desktop, data_dir, WineHand())
        loop.run_conversation(desktop, data_dir, WineHand())
        with folder() as place:
            took["hotkey to a picture's verdict"] = loop.run_picture(desktop, WineHand(), place)
        rounds = [1000 * seconds for seconds in loop.measure(desktop, ROUNDS, WineHand())]
    say_all(took)
    middle, worst = statistics.median(rounds), max(rounds)
    say(f"    hotkey to painted, {ROUNDS} times: median {middle:.0f} ms, max {worst:.0f} ms")
    say("    (all keys down and up included, which is most of it)")


def run_walk(desktop: Desktop, python: WinePython, data_dir: Path, program: Sequence[str]) -> None:
    """Start the program and go through its main window."""
    with started(desktop, python, data_dir, program):
        took = walk.run(
            desktop, data_dir, WineHand(), lambda: python.call("-c", RAISE, windows_path(data_dir))
        )
    say_all(took)


@contextmanager
def started(desktop: Desktop, python: WinePython, data_dir: Path, program: Sequence[str]) -> Iterator[None]:
    """The program, ready, with a picture of the screen where something is not as it should be."""
    command = list(program) if program[0].endswith(".exe") else [*inner_python(python), *program]
    with python.running([*command, "--hidden"]):
        ready = python.call("-c", READY, windows_path(data_dir))
        assert "'exit': 0" in ready.stdout, ready.stdout
        try:
            yield
        except AssertionError:
            picture = Path(tempfile.gettempdir()) / "moderator-app-windows.png"
            desktop.picture(str(picture))
            say(f"    a picture of the screen: {picture}")
            raise


def say_all(took: Mapping[str, float]) -> None:
    """What each part took."""
    for what, seconds in took.items():
        say(f"    {what}: {1000 * seconds:.0f} ms")


def build(python: WinePython, where: Path) -> Path:
    """Run PyInstaller inside Wine; answers the folder of the program."""
    places = ["--distpath", windows_path(where / "dist"), "--workpath", windows_path(where / "work")]
    done = python.call("-m", "PyInstaller", "-y", *places, windows_path(ROOT / "build.spec"))
    program = where / "dist" / "moderator-app"
    assert (program / "moderator-app.exe").is_file(), done.stdout[-4000:]
    return program


def check_command_line(python: WinePython, exe: Path) -> None:
    """The console program prints, and its exit code tells; it has every template and finds codes."""
    run = "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode)"
    with folder() as data_dir:
        common = ["-c", run, windows_path(exe), "--data-dir", windows_path(data_dir)]
        bad = python.call(*common, "check", "--json", loop.ADVERTISEMENT)
        fine = python.call(*common, "check", "请问哪家医院的设备科可以联系")
        picture = windows_path(loop.draw_picture(data_dir))
        seen = python.call(*common, "check", "--json", "--picture", picture)
        added = python.call(*common, "group", "add", "building-9", "--rulebook", "homeowners")
        voted = python.call(*common, "check", "--group", "building-9", loop.BARGAIN)
        tested = python.call(*common, "rulebook", "test", "homeowners")
    assert bad.returncode == 1, bad.stdout
    assert json.loads(bad.stdout)["level"] == "violation"
    assert fine.returncode == 0, fine.stdout
    assert (seen.returncode, loop.CODE in seen.stdout) == (1, True), seen.stdout
    assert [each.returncode for each in (added, voted, tested)] == [0, 1, 0], voted.stdout + tested.stdout
    say("    moderator-app-cli: exit codes, JSON, a code in a picture, a group from a template")
    check_keeping(python, exe)


def check_keeping(python: WinePython, exe: Path) -> None:
    """Lists in and out, backups and a deletion by the console program."""
    run = "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode)"
    with folder() as place:
        common = ["-c", run, windows_path(exe), "--data-dir", windows_path(place / "data")]

        def call(*words: str) -> tuple[int, str]:
            done = python.call(*common, *words)
            return done.returncode, done.stdout

        keeping.run(call, place, windows_path)
    say("    moderator-app-cli: lists as .xlsx and .csv, pictures, backups, a deletion")


def main(arguments: Sequence[str]) -> int:
    """Run the steps; 0 when all of them hold."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.windows", description=__doc__.splitlines()[0])
    parser.add_argument("--python", default=os.environ.get("WINE_PYTHON"), help="or WINE_PYTHON")
    parser.add_argument("steps", nargs="*", choices=[*STEPS, []], metavar="STEP", help=", ".join(STEPS))
    options = parser.parse_args(arguments)
    if not options.python:
        parser.error("no Windows Python: set WINE_PYTHON or give --python")
    desktop_module.PATIENCE = 40.0  # Wine starts slowly
    with alone(options.python):
        for step in options.steps or STEPS:
            say(f"{step}: {STEPS[step].__doc__}")
            STEPS[step](WinePython(command=options.python))
            say(f"{step}: passed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
