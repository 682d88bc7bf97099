"""The program to hand over: lean, whole, started far from Python and from this folder, and in the loop."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from moderator_app.system.single_instance import ask
from tests.packaging import keeping, loop, walk

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent.parent
MB = 1_000_000
NOTHING = {"PATH": "/nowhere", "HOME": "/nonexistent", "LANG": "zh_CN.UTF-8"}
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at Linux's file names")


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """Build once; answers the executable, moved away from where it was built."""
    where = tmp_path_factory.mktemp("frozen")
    command = [sys.executable, "-m", "PyInstaller", "-y", "--log-level", "ERROR"]
    places = ["--distpath", str(where / "dist"), "--workpath", str(where / "work")]
    subprocess.run([*command, *places, str(ROOT / "build.spec")], check=True, cwd=where)
    moved = where / "别处 的程序"
    shutil.move(where / "dist" / "moderator-app", moved)
    return moved / ("moderator-app-cli.exe" if os.name == "nt" else "moderator-app")


def run(program, folder, *arguments, **environment):
    """Run it as on a machine that has nothing else."""
    command = [str(program), "--data-dir", str(folder / "data"), *arguments]
    return subprocess.run(
        command,
        env={**NOTHING, **environment},
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_it_is_lean(program):
    size = sum(file.stat().st_size for file in program.parent.rglob("*") if not file.is_symlink())
    print(f"frozen: {size / MB:.0f} MB")  # noqa: T201 - a figure for whoever runs this
    assert size < 135 * MB


@on_linux
@pytest.mark.parametrize(
    "unwanted",
    ["*Quick*", "*Qml*", "*gtk*", "*VirtualKeyboard*", "*Pdf*", "*sqlite*", "*libssl*", "keyboard"],
)
def test_what_no_window_can_reach_is_not_in_it(program, unwanted):
    assert list(program.parent.rglob(unwanted)) == []


@on_linux
def test_what_windows_need_is_in_it(program):
    names = {file.name for file in program.parent.rglob("*")}
    assert {"libqxcb.so", "libqwayland.so", "libqoffscreen.so", "libqsvg.so", "qtbase_zh_CN.qm"} <= names
    assert [name for name in names if name.startswith("qtbase_") and name != "qtbase_zh_CN.qm"] == []


def test_it_brings_the_licence_of_each_package_that_is_in_it(program):
    (folder,) = program.parent.rglob("licences")
    packages = {"openpyxl", "et_xmlfile", "tinydb", "pyperclip", "PyYAML", "filelock", "platformdirs"}
    brought = {file.parent.name for file in folder.rglob("LICEN*") if file.stat().st_size > 100}
    assert packages | {"pypinyin", "zxing-cpp", "Python"} <= brought
    assert {"LGPL-3.0.txt", "GPL-3.0.txt"} <= {file.name for file in folder.iterdir()}


def test_no_link_leads_nowhere(program):
    assert [file for file in program.parent.rglob("*") if file.is_symlink() and not file.exists()] == []


def test_it_judges_on_a_machine_that_has_nothing(program, tmp_path):
    done = run(program, tmp_path, "check", "--json", loop.ADVERTISEMENT)
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["suggestion"]["notice"] == loop.NOTICE


@pytest.mark.parametrize(("pattern", "code"), [("现货+出", 0), ("(a|aa)+$", 2)])
def test_it_tries_out_regular_expressions_in_another_process(program, tmp_path, pattern, code):
    """Which is the program itself, started a second time: a frozen program has no other Python."""
    book = tmp_path / "book.yaml"
    book.write_text(f"id: m\nclauses:\n  - id: p\n    signs: [{{id: x, pattern: '{pattern}'}}]\n", "utf-8")
    done = run(program, tmp_path, "rulebook", "validate", str(book))
    assert done.returncode == code, done.stdout + done.stderr
    assert "没能试运行" not in done.stdout


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "bmp"])
def test_it_finds_codes_in_pictures(program, tmp_path, ending):
    picture = loop.draw_picture(tmp_path, ending)
    done = run(program, tmp_path, "check", "--json", "--picture", str(picture))
    assert done.returncode == 1, done.stdout + done.stderr
    assert loop.CODE in done.stdout


def test_it_has_groups_of_other_kinds(program, tmp_path):
    added = run(program, tmp_path, "group", "add", "building-9", "--rulebook", "homeowners")
    assert added.returncode == 0, added.stderr
    done = run(program, tmp_path, "check", "--group", "building-9", "--json", loop.BARGAIN)
    assert done.returncode == 1, done.stdout + done.stderr
    assert json.loads(done.stdout)["suggestion"]["text"]


def test_it_records_and_remembers(program, tmp_path):
    struck = run(program, tmp_path, "strike", "张三", "--rule", "hawking", "--json")
    assert struck.returncode == 0, struck.stderr
    shown = run(program, tmp_path, "roster", "show", "张三", "--json")
    assert json.loads(shown.stdout)["strikes"] == 1


def test_it_keeps_lists_pictures_and_backups(program, tmp_path):
    def call(*words):
        done = run(program, tmp_path, *words)
        return done.returncode, done.stdout + done.stderr

    keeping.run(call, tmp_path)


def test_without_a_screen_it_says_so_in_one_sentence(program, tmp_path):
    done = run(program, tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


@on_linux
@pytest.mark.skipif(not all(map(shutil.which, ("Xvfb", "openbox", "trayer", "xdotool"))), reason="no screen")
def test_it_goes_through_the_loop(program, tmp_path):
    from tests.e2e.desktop import Desktop  # noqa: PLC0415 - needs what only Linux has

    desktop = Desktop()
    command = [str(program), "--data-dir", str(tmp_path), "--hidden"]
    process = subprocess.Popen(command, env={**NOTHING, "DISPLAY": desktop.name}, cwd=tmp_path)
    try:
        assert ask(tmp_path, {"argv": ["group", "list"]}, patience=30)["exit"] == 0
        took = loop.run(desktop, tmp_path, loop.Hand())
        loop.run_conversation(desktop, tmp_path, loop.Hand())
        took["hotkey to a picture's verdict"] = loop.run_picture(desktop, loop.Hand(), tmp_path)
        took |= walk.run(desktop, tmp_path, loop.Hand(), lambda: ask(tmp_path, {"do": "raise"}))
        for what, seconds in took.items():
            print(f"frozen, {what}: {1000 * seconds:.0f} ms")  # noqa: T201 - as above
    finally:
        process.terminate()
        process.wait(timeout=20)
        desktop.close()
