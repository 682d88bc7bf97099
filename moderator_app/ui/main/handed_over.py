"""Runs a command of the command line on the live session, for another process that asked for it."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from typing import Any

from PySide6.QtWidgets import QWidget

from moderator_app import cli, i18n
from moderator_app.cli.command import FAILED
from moderator_app.core.errors import ModeratorError
from moderator_app.i18n import translate
from moderator_app.sentences import error_text
from moderator_app.session import Progress, Session, Stage
from moderator_app.ui.main.working import Working, underway


def run_command(
    payload: Mapping[str, Any],
    open_session: Callable[[], Session],
    window: Callable[[], QWidget | None] = lambda: None,
) -> Mapping[str, Any] | None:
    """Run `argv` with `stdin`; the exit code and what was printed come back.

    How far a long one is shows over the `window`. None while another long one is under way. Where the
    record cannot be opened, that is answered and not shown: whoever asked is not at the window.
    """
    if underway() is not None:
        return None
    try:
        session = open_session()
    except ModeratorError as error:
        return {"exit": FAILED, "out": "", "err": f"{error_text(error)}\n"}
    out, err, before = io.StringIO(), io.StringIO(), i18n.language()
    words, stdin = [str(word) for word in payload["argv"]], io.StringIO(str(payload.get("stdin", "")))
    with ExitStack() as ending:
        try:
            code = cli.run(words, session, stdin, out, err, progress=_shown(window, before, ending))
        finally:
            i18n.set_language(before)
    return {"exit": code, "out": out.getvalue(), "err": err.getvalue()}


def _shown(window: Callable[[], QWidget | None], language: str, ending: ExitStack) -> Progress:
    """Shows how far a command is, in the window's own language, from when it first tells it."""
    working: list[Working] = []

    def progress(stage: Stage) -> bool:
        asked = i18n.language()
        i18n.set_language(language)
        try:
            if not working:
                text = translate("Work", "正在执行命令行交来的命令…")
                over = window()
                shown = over if over is not None and over.isVisible() else None
                working.append(ending.enter_context(Working(text, shown)))
            return working[0].progress(stage)
        finally:
            i18n.set_language(asked)

    return progress
