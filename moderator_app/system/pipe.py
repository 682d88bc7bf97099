"""The caller's end of a local socket, without Qt: a second start answers in milliseconds."""

from __future__ import annotations

import os
import stat
import sys
import threading
import time
from pathlib import Path

from moderator_app.system.user32 import user32

_PIPE_BUSY = 231
_ANY_PROCESS = 0xFFFFFFFF


def exchange(name: str, line: bytes, *, timeout: float, limit: int) -> bytes | None:
    """Send one line and read one back; None when nobody listens.

    Raises TimeoutError when no answer comes in time, OSError when it breaks off.
    """
    talk = _talk_windows if sys.platform == "win32" else _talk_unix
    return talk(name, line, timeout, limit)


def _talk_unix(name: str, line: bytes, timeout: float, limit: int) -> bytes | None:
    if not _ours(name):
        return None
    import socket  # noqa: PLC0415 - not needed for the start, where nobody listens

    deadline = time.monotonic() + timeout
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line_out:
        line_out.settimeout(timeout)
        try:
            line_out.connect(name)
        except (ConnectionRefusedError, FileNotFoundError):
            return None
        line_out.sendall(line)
        received = bytearray()
        while not received.endswith(b"\n"):
            line_out.settimeout(max(0.001, deadline - time.monotonic()))
            part = line_out.recv(65536)
            received += part
            if not part or len(received) > limit:
                raise ConnectionAbortedError(name)
    return bytes(received)


def _ours(name: str) -> bool:
    """A socket that this user made: in a shared temporary folder another could have put one."""
    try:
        found = Path(name).stat()
    except FileNotFoundError:
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()


def _talk_windows(name: str, line: bytes, timeout: float, limit: int) -> bytes | None:
    """A pipe's reads cannot be timed, so they happen on a thread that may be left behind."""
    # the user started us, so we may pass on the right to come to the front
    user32().AllowSetForegroundWindow(_ANY_PROCESS)
    outcome: list[bytes | OSError | None] = []

    def run() -> None:
        try:
            outcome.append(_talk_pipe(name, line, timeout, limit))
        except OSError as failure:
            outcome.append(failure)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(timeout)
    if not outcome:
        raise TimeoutError(name)
    if isinstance(outcome[0], OSError):
        raise outcome[0]
    return outcome[0]


def _talk_pipe(name: str, line: bytes, timeout: float, limit: int) -> bytes | None:
    deadline = time.monotonic() + timeout
    while True:
        try:
            pipe = open(name, "r+b", buffering=0)  # noqa: PTH123, SIM115 - a pipe is no path
        except FileNotFoundError:
            return None
        except OSError as failure:
            if getattr(failure, "winerror", 0) != _PIPE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            break
    with pipe:
        pipe.write(line)
        received = bytearray()
        while not received.endswith(b"\n"):
            part = pipe.read(65536)
            received += part or b""
            if not part or len(received) > limit:
                raise ConnectionAbortedError(name)
    return bytes(received)
