"""Whatever was answered is there after any kill -9, nothing half-done is, and the record always opens."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the storm forks its writers")


def storm(folder: Path, *arguments: str) -> dict:
    command = [sys.executable, "-m", "tests.faults.storm", str(folder), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=400, check=False)
    assert done.returncode == 0, done.stderr
    return {**json.loads(done.stdout), "writers said": done.stderr}


def test_three_hundred_kills_lose_nothing(tmp_path):
    found = storm(tmp_path, "--rounds", "300")
    assert found["faults"] == [], found
    assert found["inside"] + found["outside"] == 300, found
    assert found["inside"] > 100, found
    kinds = {"strike", "import", "undo", "many", "merge", "unmerge", "backup", "restore", "erase"}
    assert found["answered"].keys() == kinds, found
    assert found["answered"]["strike"] > 150, found


def test_the_storm_notices_a_writer_that_answers_too_soon(tmp_path):
    assert storm(tmp_path, "--rounds", "12", "--lying")["faults"]
