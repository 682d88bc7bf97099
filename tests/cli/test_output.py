"""Where the answer goes: an answer that cannot be written does not make the deed undone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_a_full_disk_behind_the_output_says_that_the_strike_is_recorded(data_dir: Path) -> None:
    command = [sys.executable, "-m", "moderator_app", "--lang", "zh_CN", "--data-dir", str(data_dir)]
    with FULL.open("w") as full:
        done = subprocess.run([*command, "strike", "李四"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 4
    assert "已经做完" in done.stderr.decode()
    shown = subprocess.run([*command, "roster", "list"], capture_output=True, check=True)
    assert shown.stdout.decode().count("李四") == 1
