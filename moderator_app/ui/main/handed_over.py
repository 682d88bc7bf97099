"""Runs a command of the command line on the live session, for another process that asked for it."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

from moderator_app import cli, i18n
from moderator_app.cli.command import FAILED
from moderator_app.core.errors import ModeratorError
from moderator_app.sentences import error_text
from moderator_app.session import Session


def run_command(payload: Mapping[str, Any], open_session: Callable[[], Session]) -> Mapping[str, Any]:
    """Run `argv` with `stdin`; the exit code and what was printed come back.

    Where the record cannot be opened, that is answered and not shown: whoever asked is not at the window.
    """
    try:
        session = open_session()
    except ModeratorError as error:
        return {"exit": FAILED, "out": "", "err": f"{error_text(error)}\n"}
    out, err, before = io.StringIO(), io.StringIO(), i18n.language()
    words, stdin = [str(word) for word in payload["argv"]], io.StringIO(str(payload.get("stdin", "")))
    try:
        code = cli.run(words, session, stdin, out, err)
    finally:
        i18n.set_language(before)
    return {"exit": code, "out": out.getvalue(), "err": err.getvalue()}
