"""The running program's end: the lock on the data folder, and the socket that others ask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile, QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from moderator_app.system.single_instance import (
    LIMIT,
    LOCK_NAME,
    Answer,
    Handler,
    decode,
    encode,
    socket_name,
)
from moderator_app.system.trouble import Trouble

_PATIENCE_MS = 5000
_CLAIM_MS = 300
_AGAIN_MS = 100


class SingleInstance(QObject):
    """Holds the data folder for this process and answers later starts with `handler`.

    `handler` is called on the window's thread with what the caller sent, and gives the answer.
    """

    def __init__(self, data_dir: Path, handler: Handler, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data_dir = data_dir
        self._lock = QLockFile(str(data_dir / LOCK_NAME))
        self._lock.setStaleLockTime(0)  # only a dead process loses it, never a slow one
        self._name = socket_name(data_dir)
        self._handler = handler
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)

    def start(self) -> Trouble | None:
        """Claim the folder; None when it is ours, else who or what stands in the way."""
        try:
            self._data_dir.mkdir(parents=True, exist_ok=True)
        except OSError:
            return Trouble("instance.folder-read-only")
        if not self._lock.tryLock(_CLAIM_MS):
            taken = self._lock.error() == QLockFile.LockError.LockFailedError
            return Trouble("instance.running" if taken else "instance.folder-read-only")
        QLocalServer.removeServer(self._name)  # what a killed program left; the lock says it is dead
        if not self._server.listen(self._name):
            return Trouble("instance.no-socket", {"error": self._server.errorString()})
        return None

    def close(self) -> None:
        """Stop answering and let the folder go."""
        self._server.close()
        self._lock.unlock()

    def _meet(self) -> None:
        while caller := self._server.nextPendingConnection():
            _Conversation(caller, self._handler)


class _Conversation(QObject):
    """One caller: one line in, one line out; lives no longer than its socket."""

    def __init__(self, caller: QLocalSocket, handler: Handler) -> None:
        super().__init__(caller)
        self._caller = caller
        self._handler = handler
        self._received = bytearray()
        self._answered = False
        caller.readyRead.connect(self._read)
        caller.disconnected.connect(caller.deleteLater)
        QTimer.singleShot(_PATIENCE_MS, self, self._lose_patience)
        self._read()

    def _read(self) -> None:
        if self._answered:
            return
        self._received += self._caller.readAll().data()
        if len(self._received) > LIMIT:
            self._answer({"refused": "too-large"})
        elif self._received.endswith(b"\n"):
            self._serve()

    def _serve(self) -> None:
        try:
            payload = decode(bytes(self._received))
        except ValueError as problem:
            self._answer({"refused": str(problem)})
            return
        self._answered = True
        self._ask(payload)

    def _ask(self, payload: Answer) -> None:
        """Have it answered, now or as soon as there is time for it."""
        try:
            answer = self._handler(payload)
            if answer is None:
                QTimer.singleShot(_AGAIN_MS, self, lambda: self._ask(payload))
            else:
                self._answer(dict(answer))
        except BaseException:
            self._caller.abort()  # the caller learns at once that nothing more will come
            raise

    def _answer(self, payload: dict[str, Any]) -> None:
        self._answered = True
        self._caller.write(encode(payload))
        self._caller.flush()
        QTimer.singleShot(_PATIENCE_MS, self, self._caller.abort)  # it closes first, unless it hangs

    def _lose_patience(self) -> None:
        if not self._answered:
            self._caller.abort()
