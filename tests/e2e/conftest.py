"""The desktop and the program that the end-to-end tests share, with a picture of each failure."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.__main__ import PROGRAMS
from tests.e2e.desktop import Desktop
from tests.e2e.program import Program

FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say which programs are missing rather than fail for their absence."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        reason = f"needs {', '.join(missing)}: `python3 -m tests` as root brings them"
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember a failure, so that the desktop can be photographed before it closes."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    """A virtual desktop with window manager and tray, made once for all tests."""
    made = Desktop()
    yield made
    made.close()


@pytest.fixture
def program(desktop: Desktop, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Program]:
    """The program with an empty data folder, in the tray alone; it must end without a word of complaint."""
    running = Program(desktop, tmp_path / "data")
    try:
        running.start("--hidden")
        yield running
        if request.node.stash.get(FAILED, False):
            desktop.picture(str(tmp_path / "failed.png"))
    finally:
        said = running.end()
    assert said == ""
