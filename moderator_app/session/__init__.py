"""The one object that the window and the command line talk to: commands in, Change records out."""

from moderator_app.session.session import Session
from moderator_app.session.settings import Settings
from moderator_app.session.types import (
    Case,
    Change,
    LastNotice,
    MemberRow,
    NoticeUse,
    Offer,
    RecordRow,
    RowState,
    RulebookInfo,
    Topic,
)

__all__ = [
    "Case",
    "Change",
    "LastNotice",
    "MemberRow",
    "NoticeUse",
    "Offer",
    "RecordRow",
    "RowState",
    "RulebookInfo",
    "Session",
    "Settings",
    "Topic",
]
