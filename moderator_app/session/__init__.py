"""The one object that the window and the command line talk to: commands in, Change records out.

Names are looked up when they are first used: the window's start needs the settings alone, and
must not wait for the rules to be loaded.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from moderator_app.session.erasing import Erased
    from moderator_app.session.exchange.types import (
        Conflict,
        Erasure,
        GroupShare,
        MergePreview,
        Twin,
        Version,
    )
    from moderator_app.session.log import LogRow
    from moderator_app.session.people.types import (
        Absence,
        CardRow,
        Columns,
        Difference,
        Field,
        ImportPreview,
        ImportRow,
        Incoming,
        RowKind,
        Silent,
    )
    from moderator_app.session.process.types import (
        Alarm,
        Appeal,
        AppealState,
        Blocked,
        Fine,
        Nearness,
        Pending,
        Report,
        Returning,
        Task,
        TaskState,
        Todo,
    )
    from moderator_app.session.session import Session
    from moderator_app.session.settings import Settings
    from moderator_app.session.types import (
        Again,
        Case,
        Change,
        Conversation,
        JoinPreview,
        LastNotice,
        MemberRow,
        NoticeUse,
        Offer,
        RecordRow,
        RowState,
        RulebookInfo,
        Template,
        Topic,
    )
    from moderator_app.session.upkeep import BackupInfo
    from moderator_app.storage.work import Cancelled, Progress, Stage

__all__ = [
    "Absence",
    "Again",
    "Alarm",
    "Appeal",
    "AppealState",
    "BackupInfo",
    "Blocked",
    "Cancelled",
    "CardRow",
    "Case",
    "Change",
    "Columns",
    "Conflict",
    "Conversation",
    "Difference",
    "Erased",
    "Erasure",
    "Field",
    "Fine",
    "GroupShare",
    "ImportPreview",
    "ImportRow",
    "Incoming",
    "JoinPreview",
    "LastNotice",
    "LogRow",
    "MemberRow",
    "MergePreview",
    "Nearness",
    "NoticeUse",
    "Offer",
    "Pending",
    "Progress",
    "RecordRow",
    "Report",
    "Returning",
    "RowKind",
    "RowState",
    "RulebookInfo",
    "Session",
    "Settings",
    "Silent",
    "Stage",
    "Task",
    "TaskState",
    "Template",
    "Todo",
    "Topic",
    "Twin",
    "Version",
]

_HOMES = {
    "Session": ".session",
    "Settings": ".settings",
    **dict.fromkeys(
        ("Conflict", "Erasure", "GroupShare", "MergePreview", "Twin", "Version"), ".exchange.types"
    ),
    "LogRow": ".log",
    **dict.fromkeys(
        (
            "Absence",
            "CardRow",
            "Columns",
            "Difference",
            "Field",
            "ImportPreview",
            "ImportRow",
            "Incoming",
            "RowKind",
            "Silent",
        ),
        ".people.types",
    ),
    **dict.fromkeys(
        (
            "Alarm",
            "Appeal",
            "AppealState",
            "Blocked",
            "Fine",
            "Nearness",
            "Pending",
            "Report",
            "Returning",
            "Task",
            "TaskState",
            "Todo",
        ),
        ".process.types",
    ),
    "BackupInfo": ".upkeep",
    **dict.fromkeys(("Cancelled", "Progress", "Stage"), "..storage.work"),
    "Erased": ".erasing",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(_HOMES.get(name, ".types"), __name__)
    return getattr(module, name)
