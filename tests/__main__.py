"""Runs every check of this project with one command: `python3 -m tests [pytest's arguments]`.

Makes the environment (`.venv`), brings the virtual screen, window manager, tray and font that
the end-to-end tests drive (on Debian and as root; elsewhere it names them in one line and those
tests say why they were skipped), then runs ruff, mypy and pytest.
"""

from __future__ import annotations

import shutil
import subprocess
import sys

from moderator_app import bootstrap

# What the end-to-end tests start, and the Debian package of each.
PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "trayer": "trayer",
    "xdotool": "xdotool",
    "xclip": "xclip",
}
FONT = "fonts-noto-cjk"


def main() -> int:
    """Prepare, then run the checks; the exit code is that of the first check that failed."""
    if sys.platform.startswith("linux"):
        bootstrap.install_system_packages(missing_packages())
    python = bootstrap.prepare("test")
    if python is None:
        return 2
    checks = [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["pytest", *sys.argv[1:]],
    ]
    results = [subprocess.call([str(python), "-m", *check], cwd=bootstrap.ROOT) for check in checks]
    return next((code for code in results if code), 0)


def missing_packages() -> list[str]:
    """The Debian packages that the tests need and that are not here."""
    programs = [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
    return bootstrap.missing_libraries() + programs + ([] if _has_chinese_font() else [FONT])


def _has_chinese_font() -> bool:
    if shutil.which("fc-list") is None:
        return False
    found = subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, check=False)
    return bool(found.stdout.strip())


if __name__ == "__main__":
    sys.exit(main())
