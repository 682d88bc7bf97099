"""What changed rules would have said of messages that there were, beside what the rules say now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from moderator_app.core.message import Context, Message
from moderator_app.core.rules.judge import Judge
from moderator_app.core.rules.reading import Reading
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Level, Span, Verdict

Progress = Callable[[int, int], bool | None]
"""Told how many messages of how many are done; False ends the backtest there."""

_STEP = 20


class Was(StrEnum):
    """What had become of a message: let pass, punished, still open, or never checked here."""

    PASSED = "passed"
    CONFIRMED = "confirmed"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One message to try the rules on, with what surrounded it."""

    message: Message
    context: Context
    was: Was = Was.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged:
    """One message that is flagged; `level` is what it would be, `rules` the clauses that speak.

    `spans` are the places in the text for which they do, each once, in order.
    """

    text: str
    level: Level
    rules: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    at: datetime | None = None
    name: str = ""
    was: Was = Was.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """What the changed rules would flag of `total` messages.

    `newly` of them the rules do not flag now, and `no_longer` are flagged now and would not be.
    `unread` messages of the history are kept without their text and could not be tried. `total` is
    less than there are where the user ended it.
    """

    total: int = 0
    flagged: tuple[Flagged, ...] = ()
    newly: tuple[Flagged, ...] = ()
    no_longer: tuple[Flagged, ...] = ()
    unread: int = 0

    @property
    def passed_before(self) -> tuple[Flagged, ...]:
        """Those that would be flagged although the moderator had let them pass."""
        return tuple(each for each in self.flagged if each.was is Was.PASSED)


def backtest(
    trials: Sequence[Trial],
    *,
    now: Rulebook,
    then: Rulebook,
    clause: str = "",
    unread: int = 0,
    progress: Progress | None = None,
) -> Backtest:
    """Judge every message by the rules as they are `now` and as they would be `then`.

    With `clause` only what that clause says counts, else the whole verdict. A watched clause counts
    by what it would say.
    """
    today = Judge(now)
    judges = (today,) if then is now else (today, Judge(then))
    flagged, newly, no_longer = [], [], []
    done = 0
    for done, trial in enumerate(trials, 1):
        reading = Reading(trial.message, trial.context)
        flags = [_flag(trial, judge.judge_reading(reading), clause) for judge in judges]
        before, after = flags[0], flags[-1]
        flagged += [after] if after else []
        newly += [after] if after and not before else []
        no_longer += [before] if before and not after else []
        if progress and (done % _STEP == 0 or done == len(trials)) and progress(done, len(trials)) is False:
            break
    return Backtest(
        total=done,
        flagged=tuple(flagged),
        newly=tuple(newly),
        no_longer=tuple(no_longer),
        unread=unread,
    )


def _flag(trial: Trial, verdict: Verdict, clause: str) -> Flagged | None:
    """The message as it is flagged, or None."""
    findings = [*verdict.findings, *verdict.watched] if clause else verdict.findings
    speaking = [finding for finding in findings if clause in ("", finding.rule)]
    if not speaking:
        return None
    return Flagged(
        text=trial.message.text,
        level=max((finding.level for finding in speaking), key=lambda level: level.rank),
        rules=tuple(finding.rule for finding in speaking),
        spans=tuple(sorted({hit.span for finding in speaking for hit in finding.hits})),
        at=trial.message.at,
        name=trial.message.sender,
        was=trial.was,
    )
