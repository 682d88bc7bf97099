"""The rules as their user works on them: edited, tried on what was said, decided case by case."""

from __future__ import annotations

from moderator_app.core.rules.backtest import Backtest, Flagged, Progress, Was
from moderator_app.core.rules.changes import Mode, OwnWord
from moderator_app.core.rules.strictness import Strictness, Thresholds
from moderator_app.session.rules.desk import RuleDesk
from moderator_app.session.rules.draft import ClauseDraft
from moderator_app.session.rules.stats import ClauseStats
from moderator_app.storage.message_files import FileForm, MessageFile

__all__ = [
    "Backtest",
    "ClauseDraft",
    "ClauseStats",
    "FileForm",
    "Flagged",
    "MessageFile",
    "Mode",
    "OwnWord",
    "Progress",
    "RuleDesk",
    "Strictness",
    "Thresholds",
    "Was",
]
