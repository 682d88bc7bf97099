"""Makes a command ready for the running program: what has to be read here is read here."""

from __future__ import annotations

import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from moderator_app import i18n
from moderator_app.cli import notices, streams
from moderator_app.cli.command import OK, Command

_PASTED = "pasted.txt"


@contextmanager
def prepared(words: Sequence[str], args: Namespace) -> Iterator[tuple[list[str], str]]:
    """The words and the standard input to hand over: the running program has another folder and input.

    A list of members may be longer than what can be handed over: it goes through a file.
    """
    own = ["--lang", i18n.language(), "--cwd", str(args.cwd or Path.cwd())]
    if args.run == "roster.import" and args.file == "-":
        with tempfile.TemporaryDirectory(prefix="moderator-app-") as folder:
            file = Path(folder) / _PASTED
            file.write_text(streams.read_all(sys.stdin), encoding="utf-8", errors="surrogateescape")
            yield [*own, *(str(file) if word == "-" else word for word in words)], ""
    elif args.run in ("notice.edit", "notice.add"):
        words, text = _notice(args)
        yield [*own, *words], text
    else:
        yield [*own, *words], streams.read_all(sys.stdin) if getattr(args, "text", None) == "-" else ""


def _notice(args: Namespace) -> tuple[list[str], str]:
    command = Command(
        args=args,
        session=None,  # type: ignore[arg-type]  # reading a file needs none
        stdin=sys.stdin,
        stdout=sys.stdout,
        stderr=sys.stderr,
        run_writing=lambda _: OK,
    )
    text = notices.read_text(args.file, command)
    flags = [f"--group={args.group}"] if args.group else []
    return ["notice", args.subcommand, *flags, *(["--json"] if args.json else []), "--", args.id, "-"], text
