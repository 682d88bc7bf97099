"""A trial run of regular expressions in another process, because a bad one cannot be stopped in ours."""

from __future__ import annotations

import multiprocessing
import re
from collections.abc import Iterator
from functools import lru_cache
from multiprocessing.connection import Connection

from moderator_app.core.rules.scanner import PATTERN_LIMIT
from moderator_app.core.wording import Reason

DEADLINE = 2.0
"""Seconds that one pattern may take for all samples together, the start of the process not counted."""

_START = 20.0
_COMMON = ("a", "1", " ", "字", "\n", "ab", "a1 ", "， ")


def samples(pattern: str) -> Iterator[str]:
    """Texts that make a careless pattern run away: long runs of what it is made of, and no end to match."""
    letters = dict.fromkeys(char for char in pattern if char not in r"\^$.|?*+()[]{}")
    runs = [*list(letters)[:12], "".join(list(letters)[:6]), *_COMMON]
    for run in filter(None, runs):
        for end in ("", "\x00"):
            yield (run * 40)[:60] + end
            yield (run * PATTERN_LIMIT)[: PATTERN_LIMIT - 1] + end


def trial(pattern: str, *, deadline: float = DEADLINE) -> Reason | None:
    """Why this pattern must not be used, or None where it is sound and quick."""
    try:
        compiled = re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        return Reason("regex.syntax", {"detail": str(error)})
    if compiled.search(""):
        return Reason("regex.matches-nothing")
    return _raced(pattern, deadline)


@lru_cache(maxsize=256)
def _raced(pattern: str, deadline: float) -> Reason | None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_run, args=(theirs, pattern), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(_START) or ours.recv() != "ready":
            return Reason("regex.no-trial")
        return (
            None
            if ours.poll(deadline) and ours.recv() == "done"
            else Reason("regex.slow", {"seconds": deadline})
        )
    except EOFError:
        return Reason("regex.no-trial")
    finally:
        ours.close()
        process.kill()
        process.join()


def _run(pipe: Connection, pattern: str) -> None:
    compiled = re.compile(pattern)
    pipe.send("ready")
    for text in samples(pattern):
        for _ in compiled.finditer(text):
            pass
    pipe.send("done")
