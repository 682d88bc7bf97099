"""Runs a command line: here, or in the running program where something is to be written."""

from __future__ import annotations

import errno
import io
import os
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Timer
from typing import Any, TextIO

from moderator_app import i18n
from moderator_app.cli import handover, streams
from moderator_app.cli.command import FAILED, OK, UNEXPECTED, USAGE, Command
from moderator_app.cli.grammar import UsageError
from moderator_app.cli.meter import Meter, meter_on
from moderator_app.cli.parser import build
from moderator_app.cli.table import COMMANDS, patience, writes
from moderator_app.core.errors import Busy, ModeratorError, NotSaved
from moderator_app.core.wording import Reason
from moderator_app.i18n import translate
from moderator_app.sentences import error_text, reason_text
from moderator_app.sentences.base import system_text
from moderator_app.session import Progress, Session
from moderator_app.session.peek import peek_settings
from moderator_app.storage import paths
from moderator_app.storage.log import Log, describe
from moderator_app.system.single_instance import NoAnswer, ask

_BROKEN_PIPE = 141
_INTERRUPTED = 130
_WAIT_FOR_WRITER = 10.0
_BETWEEN_TRIES = 0.05
_SAID_AFTER = 1.0


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line of this process; the exit code comes back, never a traceback."""
    streams.prepare()
    words = list(sys.argv[1:] if argv is None else argv)
    i18n.set_language(_value_of("--lang", words) or _chosen_in_the_window(words))
    try:
        return _start(words)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except streams.OutputLost as lost:
        return _nobody_reads() if _is_broken_pipe(lost.error) else _not_told(lost.error)
    except Exception as error:  # the one place where the unexpected is told in a sentence
        return _unexpected(error, words)


def _chosen_in_the_window(words: Sequence[str]) -> str:
    """The language that the user has set; "" where none is, or nothing is set up yet."""
    return peek_settings(paths.data_dir(_value_of("--data-dir", words) or None)).language


def _is_broken_pipe(error: OSError) -> bool:
    """Whether the reader of our output is gone; Windows says EINVAL for it."""
    if isinstance(error, BrokenPipeError):
        return True
    return sys.platform == "win32" and error.errno == errno.EINVAL


def _nobody_reads() -> int:
    """The reader of our output went away, which is no fault."""
    _drop_output()
    return _BROKEN_PIPE


def _drop_output() -> None:
    """What is left must not be flushed at the end with a complaint."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _not_told(error: OSError) -> int:
    """What the command did is done; only its answer could not be written."""
    _drop_output()
    why = system_text(error.strerror or str(error))
    told = translate("Cli", "结果没能写出去（{why}）。命令本身已经做完，请不要再做一遍。", why=why)
    sys.stderr.write(f"{told}\n")
    return FAILED


def run(
    argv: Sequence[str],
    session: Session,
    stdin: TextIO,
    stdout: TextIO,
    stderr: TextIO,
    *,
    progress: Progress | None = None,
) -> int:
    """Run a command line on an open session: what the running program does for another process.

    `progress` is told how far a long one is.
    """
    chosen = _value_of("--lang", argv)
    if chosen:
        i18n.set_language(chosen)

    def go(words: Sequence[str]) -> int:
        args = _parsed(words, stderr)
        if isinstance(args, int):
            return args
        return COMMANDS[args.run](
            Command(
                args=args,
                session=session,
                stdin=stdin,
                stdout=stdout,
                stderr=stderr,
                run_writing=go,
                progress=progress,
            )
        )

    return _told(partial(go, argv), stderr, progress)


def _start(words: list[str]) -> int:
    args = _parsed(words, sys.stderr)
    if isinstance(args, int):
        return args
    if args.command is None:
        from moderator_app.ui import app  # noqa: PLC0415 - Qt is loaded only for a window

        folder = Path(args.data_dir) if args.data_dir else None
        return app.run(folder, args.lang or "", check=args.check, hidden=args.hidden)
    return _told(partial(_dispatch, words, args), sys.stderr)


def _parsed(words: Sequence[str], stderr: TextIO) -> Namespace | int:
    """The arguments; an exit code where there is nothing more to do (help, version, a mistake)."""
    try:
        return build().parse_args(words)
    except UsageError as error:
        stderr.write(f"{error}\n{error.usage}")
        return USAGE
    except SystemExit as done:  # argparse's way to end after --help and --version
        return done.code if isinstance(done.code, int) else OK


def _dispatch(words: Sequence[str], args: Namespace) -> int:
    folder = paths.data_dir(args.data_dir)
    if writes(args):
        return _run_writing(folder, words, args)
    with Session.open(folder, write=False) as session:
        command = _command(args, session, partial(_write_words, folder))
        code = _told(lambda: COMMANDS[args.run](command), sys.stderr, command.progress)
        _tell_problems(session)
    return code


def _command(args: Namespace, session: Session, run_writing: Callable[[Sequence[str]], int]) -> Command:
    return Command(
        args=args,
        session=session,
        stdin=sys.stdin,
        stdout=sys.stdout,
        stderr=sys.stderr,
        run_writing=run_writing,
        progress=meter_on(sys.stderr),
    )


def _tell_problems(session: Session) -> None:
    for problem in session.problems:
        sys.stderr.write(f"{reason_text(problem)}\n")


# ---- writing


def _write_words(folder: Path, words: Sequence[str]) -> int:
    return _run_writing(folder, words, build().parse_args(words))


def _run_writing(folder: Path, words: Sequence[str], args: Namespace) -> int:
    """Let the running program do it; where none runs, open the folder here, waiting for its turn."""
    with handover.prepared(words, args) as (ready, stdin):
        return _handed_over(folder, {"argv": ready, "stdin": stdin}, patience(args))


def _handed_over(folder: Path, payload: dict[str, Any], seconds: float) -> int:
    until = time.monotonic() + _WAIT_FOR_WRITER
    while True:
        with _told_to_wait():
            answer = ask(folder, payload, timeout=seconds)
        if answer is not None:
            streams.write(sys.stdout, str(answer.get("out", "")))
            sys.stderr.write(str(answer.get("err", "")))
            return int(answer.get("exit", FAILED))
        try:
            session = Session.open(folder)
        except Busy:
            if time.monotonic() >= until:
                raise
            time.sleep(_BETWEEN_TRIES)
            continue
        with session:
            stdin, shown = io.StringIO(payload["stdin"]), meter_on(sys.stderr)
            code = run(payload["argv"], session, stdin, sys.stdout, sys.stderr, progress=shown)
            _tell_problems(session)
        return code


@contextmanager
def _told_to_wait() -> Iterator[None]:
    """Where the running program takes its time, say on a terminal that it is at it."""
    told = translate("Cli", "正在运行的程序在做这件事，进度显示在它的窗口里。")
    timer = Timer(_SAID_AFTER, lambda: sys.stderr.write(f"{told}\n"))
    timer.daemon = True
    if sys.stderr.isatty():
        timer.start()
    try:
        yield
    finally:
        timer.cancel()


# ---- what goes wrong


def _told(go: Callable[[], int], stderr: TextIO, progress: Progress | None = None) -> int:
    """Run, and put what is wrong into one sentence."""
    try:
        try:
            return go()
        finally:
            if isinstance(progress, Meter):
                progress.clear()
    except NoAnswer as error:
        stderr.write(f"{reason_text(Reason(error.trouble.code, error.trouble.values))}\n")
        return FAILED
    except (NotSaved, Busy) as error:
        stderr.write(f"{error_text(error)}\n")
        return FAILED
    except ModeratorError as error:
        stderr.write(f"{error_text(error)}\n")
        return USAGE


def _unexpected(error: Exception, words: Sequence[str]) -> int:
    log = Log(paths.data_dir(_value_of("--data-dir", words) or None))
    kind = type(error).__name__
    if log.write(describe(error)):
        told = translate(
            "Cli", "出了没有料到的错（{kind}）。已有的记录没有改动，详情写在 {path}", kind=kind, path=log.path
        )
    else:
        told = translate("Cli", "出了没有料到的错（{kind}），日志也没能写下。已有的记录没有改动。", kind=kind)
    sys.stderr.write(f"{told}\n")
    return UNEXPECTED


def _value_of(option: str, words: Sequence[str]) -> str:
    """The value of an option wherever it stands, before anything is parsed."""
    for i, word in enumerate(words):
        if word == "--":
            break
        if word == option and i + 1 < len(words):
            return words[i + 1]
        if word.startswith(f"{option}="):
            return word.partition("=")[2]
    return ""
