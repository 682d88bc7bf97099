"""Runs a command of the command line on the live session, for another process that asked for it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from moderator_app import cli, i18n
from moderator_app.session import Session


def run_command(payload: Mapping[str, Any], session: Session) -> Mapping[str, Any]:
    """Run `argv` with `stdin`; the exit code and what was printed come back."""
    out, err, before = io.StringIO(), io.StringIO(), i18n.language()
    words, stdin = [str(word) for word in payload["argv"]], io.StringIO(str(payload.get("stdin", "")))
    try:
        code = cli.run(words, session, stdin, out, err)
    finally:
        i18n.set_language(before)
    return {"exit": code, "out": out.getvalue(), "err": err.getvalue()}
