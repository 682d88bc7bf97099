"""Tells of files that were found broken: each once, what there is room for in words, the rest by number."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from moderator_app.core.rules.verdict import Level
from moderator_app.core.wording import Reason
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.ui.toast import MOST, Toasts


def tell_new(problems: Sequence[Reason], told: list[Reason], toasts: Callable[[], Toasts]) -> None:
    """A toast for each of the first that were not told yet, the last of them with how many more there are."""
    found = [problem for problem in problems if problem not in told]
    told += found
    rest = len(found) - MOST
    for number, reason in enumerate(found[:MOST], 1):
        more = ""
        if number == MOST and rest > 0:
            more = translate("Main", "另有 {count} 处，在「群规」和日志里。", count=rest)
        toasts().show(reason_text(reason), more, level=Level.UNSURE)
