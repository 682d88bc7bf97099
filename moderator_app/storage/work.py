"""A long piece of work: how far it is, told to whoever waits, who may end it while that is possible.

The work is done on the thread that asked for it. Now and then it calls `progress`, in which that thread
may paint a window and hear its keys; whatever it does there, it does outside of the transaction that the
work may be in. What is files and nothing else may go on a thread beside it, where it waits for a disk.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import Context
from dataclasses import dataclass
from threading import Thread
from typing import Generic, TypeVar

from moderator_app.core.errors import Refused
from moderator_app.storage.envelope import Step

_T = TypeVar("_T")

_EVERY = 100
"""Of many small things so many are done between two words."""
_LOOK_S = 0.01
"""How often it is looked how far the thread beside is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """How far a piece of work is: `what` it does now (a code) and `share` of the whole, 0 to 1.

    A `final` one can no longer be ended: the answer is not heard.
    """

    what: str
    share: float
    final: bool = False


Progress = Callable[[Stage], bool]
"""Told how far the work is; to answer False ends it, and everything is as it was."""


class Cancelled(Refused):
    """Whoever waited wants it no more: everything is as it was."""

    def __init__(self) -> None:
        super().__init__("work.cancelled")


class Work:
    """One piece of work in parts, each of which takes the share of all to its `until`.

    `telling` while whoever waits has the word: then nothing of the record may be changed, and what is
    read for them is no part of the work.
    """

    def __init__(self, progress: Progress | None = None) -> None:
        self._progress = progress
        self._what, self._from, self._until = "", 0.0, 0.0
        self._final = self.telling = False

    def part(self, what: str, until: float) -> None:
        """The next part begins."""
        self._what, self._from, self._until = what, self._until, max(self._until, until)
        self.step(0, 1)

    def settle(self, what: str, until: float) -> None:
        """The next part begins, and with it there is no way back."""
        self.step(1, 1)  # the last time that it can be ended
        self._final = True
        self.part(what, until)

    def step(self, done: int, total: int) -> None:
        """So much of this part is done; Cancelled where nobody wants the rest."""
        if self._progress is None or self.telling:
            return
        share = self._from + (self._until - self._from) * min(done / max(total, 1), 1.0)
        progress, stage = self._progress, Stage(what=self._what, share=share, final=self._final)
        if not self.ask(lambda: progress(stage)) and not self._final:
            self._final = True  # what follows only puts everything back
            raise Cancelled

    def ask(self, answer: Callable[[], bool]) -> bool:
        """What whoever waits answers, who may change nothing meanwhile."""
        self.telling = True
        try:
            return Context().run(answer)
        finally:
            self.telling = False

    def each(self, items: Iterable[_T], total: int, every: int = _EVERY) -> Iterator[_T]:
        """The items of this part one by one, with a word now and then."""
        for done, item in enumerate(items):
            if done % every == 0:
                self.step(done, total)
            yield item

    def beside(self, call: Callable[[Step], _T]) -> _T:
        """Do something with files alone, on a thread of its own where somebody waits for this one.

        It is given a `step` to tell how far it is, which raises Cancelled where it shall end.
        """
        if self._progress is None:
            return call(lambda done, total: None)
        aside = _Beside(call)
        aside.start()
        try:
            while aside.is_alive():
                self.step(*aside.far)
                aside.join(_LOOK_S)
        finally:
            aside.ended = True
            aside.join()
        return aside.result()


class _Beside(Thread, Generic[_T]):
    """One call on its thread; its result, or its error, is had where it was asked for."""

    def __init__(self, call: Callable[[Step], _T]) -> None:
        super().__init__(name="beside")
        self._call = call
        self._outcome: list[_T] = []
        self._error: BaseException | None = None
        self.far = (0, 1)
        self.ended = False

    def run(self) -> None:
        """On the thread."""
        try:
            self._outcome.append(self._call(self._step))
        except BaseException as error:
            self._error = error

    def _step(self, done: int, total: int) -> None:
        self.far = done, total
        if self.ended:
            raise Cancelled

    def result(self) -> _T:
        """What came of it, once it has ended."""
        if self._error is not None:
            raise self._error
        return self._outcome[0]


@contextmanager
def working(progress: Progress | None = None) -> Iterator[Work]:
    """A piece of work, during which Python's collector rests."""
    with uncollected():
        yield Work(progress)


@contextmanager
def uncollected() -> Iterator[None]:
    """Let Python's collector rest: among very many new objects it would search long and find nothing."""
    rests = not gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not rests:
            gc.enable()
