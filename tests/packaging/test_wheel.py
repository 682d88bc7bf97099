"""The wheel holds everything: installed in a clean environment it finds its rules and notices."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.packaging import keeping
from tests.packaging.loop import ADVERTISEMENT, CODE, NOTICE, draw_picture

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    where = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(where)]
    subprocess.run([*command, str(ROOT)], check=True)
    (built,) = where.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The wheel with its dependencies in an environment of its own; answers its folder of programs."""
    where = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", str(where)], check=True)
    programs = where / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([str(programs / "python"), "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    return programs


def run(programs, folder, *arguments):
    """Run the installed program far from the checkout, without any of its variables."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    command = [str(programs / "moderator-app"), "--data-dir", str(folder / "data"), *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_nothing_is_in_the_wheel_that_does_not_belong_there(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert all(name.startswith(("moderator_app/", "moderator_app-")) for name in names)
    assert not [name for name in names if "__pycache__" in name or "/." in name or name.endswith("~")]


@pytest.mark.parametrize("folder", ["resources", "notices"])
def test_every_file_of_the_checkout_is_in_the_wheel(wheel, folder):
    tracked = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", folder], capture_output=True, encoding="utf-8", check=True
    ).stdout
    names = set(zipfile.ZipFile(wheel).namelist())
    missing = [name for name in tracked.split("\0") if name and f"moderator_app/_data/{name}" not in names]
    assert tracked
    assert missing == []


def test_it_judges_with_its_own_rulebook(installed, tmp_path):
    done = run(installed, tmp_path, "check", "--json", ADVERTISEMENT)
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["suggestion"]["notice"] == NOTICE


@pytest.mark.parametrize(
    "rulebook", sorted(file.stem for file in (ROOT / "resources/rulebooks").glob("*.yaml"))
)
def test_every_rulebook_passes_its_own_examples(installed, tmp_path, rulebook):
    done = run(installed, tmp_path, "rulebook", "test", rulebook)
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_finds_codes_in_pictures(installed, tmp_path):
    done = run(installed, tmp_path, "check", "--json", "--picture", str(draw_picture(tmp_path)))
    assert done.returncode == 1, done.stdout + done.stderr
    assert CODE in done.stdout


def test_it_lists_its_notices(installed, tmp_path):
    done = run(installed, tmp_path, "notice", "list", "--json")
    assert done.returncode == 0, done.stderr
    shipped = {file.stem for file in (ROOT / "notices" / "yigongxie").glob("*.md")}
    assert {notice["id"] for notice in json.loads(done.stdout)} == shipped


def test_it_keeps_lists_pictures_and_backups(installed, tmp_path):
    def call(*words):
        done = run(installed, tmp_path, *words)
        return done.returncode, done.stdout + done.stderr

    keeping.run(call, tmp_path)
