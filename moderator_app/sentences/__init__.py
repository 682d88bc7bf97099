"""Puts the codes of the core into words: reasons, errors, levels, actions, roles, states.

Each room has a file with its codes in alphabetical order. A test fails when a code is given
anywhere in core, storage, session or system and has no sentence here.
"""

from __future__ import annotations

from moderator_app.core.errors import ModeratorError
from moderator_app.sentences.base import EVERY, reason_text
from moderator_app.sentences.cli import CLI
from moderator_app.sentences.deeds import DEEDS
from moderator_app.sentences.exchange import EXCHANGE
from moderator_app.sentences.notices import NOTICES
from moderator_app.sentences.people import PEOPLE
from moderator_app.sentences.process import PROCESS
from moderator_app.sentences.roster import ROSTER
from moderator_app.sentences.rules import RULES
from moderator_app.sentences.session import SESSION
from moderator_app.sentences.storage import STORAGE
from moderator_app.sentences.system import SYSTEM
from moderator_app.sentences.words import action_text, level_text, role_text, status_text
from moderator_app.sentences.work import WORK

__all__ = [
    "action_text",
    "error_text",
    "level_text",
    "reason_text",
    "role_text",
    "status_text",
]

for _room in (RULES, ROSTER, PEOPLE, PROCESS, STORAGE, NOTICES, SESSION, DEEDS, EXCHANGE, SYSTEM, CLI, WORK):
    EVERY.update(_room)


def error_text(error: ModeratorError) -> str:
    """What went wrong, what was kept, and what to do."""
    return reason_text(error.reason)
