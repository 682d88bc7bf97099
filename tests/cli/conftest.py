"""The command line run inside the test (fast) or as its own process (as users do)."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from moderator_app import cli, i18n
from tests.quick_disk import quick_disk  # noqa: F401 - a fixture for every test here
from tests.session.conftest import NOTICES, RULEBOOK


@dataclass(frozen=True)
class Result:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    folder = tmp_path / "数据 folder"
    (folder / "rulebooks").mkdir(parents=True)
    (folder / "rulebooks" / "test.yaml").write_text(RULEBOOK, encoding="utf-8")
    (folder / "notices" / "test").mkdir(parents=True)
    for name, (order, counts, text) in NOTICES.items():
        head = f"id: {name}\ntitle: {name}\norder: {order}\ncounts: {str(counts).lower()}"
        file = folder / "notices" / "test" / f"{name}.md"
        file.write_text(f"---\n{head}\n---\n{text}\n", encoding="utf-8")
    return folder


class _Stdin(io.StringIO):
    """Standard input as bytes behind a text stream."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.buffer = io.BytesIO(data)


Run = Callable[..., Result]


@pytest.fixture
def run(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Run a command in this process."""

    def go(*argv: str, stdin: bytes | str = b"", lang: str = "zh_CN") -> Result:
        out, err = io.StringIO(), io.StringIO()
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        monkeypatch.setattr(sys, "stdin", _Stdin(stdin.encode() if isinstance(stdin, str) else stdin))
        code = cli.main(["--data-dir", str(data_dir), "--lang", lang, *argv])
        return Result(code, out.getvalue(), err.getvalue())

    yield go
    i18n.set_language("zh_CN")


@pytest.fixture
def process(data_dir: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run a command as its own process; answers bytes."""

    def go(*argv: str, stdin: bytes = b"", env: dict[str, str] | None = None, **more: Any):
        command = [sys.executable, "-m", "moderator_app", "--data-dir", str(data_dir), *argv]
        environment = {**os.environ, "LC_ALL": "C.UTF-8", **(env or {})}
        return subprocess.run(
            command, input=stdin, capture_output=True, env=environment, check=False, timeout=60, **more
        )

    return go
