"""One running program for each data folder, and the line by which later starts talk to it.

The running program listens on a local socket that only this user may open. A caller sends one
line of JSON and reads one line back; it closes first, so that nothing is cut off.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from moderator_app.system import pipe
from moderator_app.system.trouble import Trouble

VERSION = 1
LIMIT = 1024 * 1024
LOCK_NAME = "running.lock"

Answer = dict[str, Any]
Handler = Callable[[Answer], Mapping[str, Any] | None]
"""Gives the answer; None where it has to be asked again a little later."""


class NoAnswer(Exception):
    """The running program was asked but gave no usable answer; `trouble` says why.

    What was asked may or may not have been done: the caller must not do it a second time.
    """

    def __init__(self, code: str, **values: int) -> None:
        self.trouble = Trouble(code, values)
        super().__init__(f"{code} {values}")


def socket_name(data_dir: Path) -> str:
    """The full name of the socket for this data folder; the same for every process of this user."""
    who = f"{os.path.realpath(data_dir)}\n{_user()}".encode("utf-8", "surrogateescape")
    # two checksums tell one user's few folders apart; hashlib would cost the start 4 ms
    name = f"moderator-app-{zlib.crc32(who):08x}{zlib.adler32(who):08x}"
    if sys.platform == "win32":
        return rf"\\.\pipe\{name}"
    return str(_socket_folder() / name)


def ask(
    data_dir: Path, payload: Mapping[str, Any], timeout: float = 10.0, patience: float = 0.0
) -> Answer | None:
    """Hand `payload` to the running program; None when none is running. Raises NoAnswer.

    `patience`: how long to wait for one that is only starting, when it is known to be there.
    """
    line = encode(payload)
    if len(line) > LIMIT:
        raise NoAnswer("instance.too-large", limit=LIMIT)
    name, deadline = socket_name(data_dir), time.monotonic() + patience
    try:
        reply = pipe.exchange(name, line, timeout=timeout, limit=LIMIT)
        while reply is None and time.monotonic() < deadline:
            time.sleep(0.02)
            reply = pipe.exchange(name, line, timeout=timeout, limit=LIMIT)
    except TimeoutError:
        raise NoAnswer("instance.no-answer", seconds=round(timeout)) from None
    except OSError:
        raise NoAnswer("instance.broken-off") from None
    return None if reply is None else _unwrap(reply)


def encode(payload: Mapping[str, Any]) -> bytes:
    """One line of JSON in ASCII: lone surrogates and line separators pass unharmed."""
    return json.dumps({"version": VERSION, "payload": payload}).encode("ascii") + b"\n"


def decode(line: bytes) -> Answer:
    """Read a line; raises ValueError with a word that names what is wrong."""
    try:
        told = json.loads(line)
    except ValueError:
        raise ValueError("unreadable") from None
    if not isinstance(told, dict) or not isinstance(told.get("payload"), dict):
        raise ValueError("unreadable")
    if told.get("version") != VERSION:
        raise ValueError("version")
    return dict(told["payload"])


def _unwrap(line: bytes) -> Answer:
    try:
        payload = decode(line)
    except ValueError as problem:
        code = "instance.version" if str(problem) == "version" else "instance.broken-off"
        raise NoAnswer(code) from None
    if "refused" in payload:
        raise NoAnswer(f"instance.{payload['refused']}")
    return payload


def _user() -> str:
    return os.environ.get("USERNAME", "") if sys.platform == "win32" else str(os.getuid())


def _socket_folder() -> Path:
    """The user's own folder for sockets, found without the environment: cron and ssh lack it."""
    own = Path(f"/run/user/{_user()}")
    return own if own.is_dir() else Path(tempfile.gettempdir())
