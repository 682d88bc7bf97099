"""A message, who sent it, and what is known around it when it is judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from moderator_app.core.rules.past import Past


class Role(StrEnum):
    """What a member is in the group; rulebooks exempt some clauses by role."""

    OWNER = "owner"
    ADMIN = "admin"
    PAID = "paid"
    MEMBER = "member"
    ORGANISATION = "organisation"


class Kind(StrEnum):
    """What a message is: WeChat writes things that are not text as codes such as [图片]."""

    TEXT = "text"
    STICKER = "sticker"
    PICTURE = "picture"
    VOICE = "voice"
    VIDEO = "video"
    FILE = "file"
    LINK = "link"
    RED_PACKET = "red-packet"
    TRANSFER = "transfer"
    CARD = "card"
    LOCATION = "location"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message as it was copied.

    `text` is the original, character for character: every span in a verdict points into it.
    `sender` is the display name where the clipboard gave one, else "". `start` is where `text`
    begins in the copied text that held it. `codes` is what the QR and bar codes in its pictures
    say. `assumed` is true where `at` is only the time of the check: then the clock may ask, and
    never accuses.
    """

    text: str
    sender: str = ""
    at: datetime | None = None
    kind: Kind = Kind.TEXT
    start: int = 0
    codes: tuple[str, ...] = ()
    assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """What the judge may know of the sender: from the roster or from the caller."""

    name: str = ""
    card: str = ""
    role: Role = Role.MEMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What surrounds a message: the time, who speaks, and what was said before it.

    `before` is in order of time, oldest first; a message without a time counts as recent.
    `own_notices` are the texts that the program itself copied lately: never charged. `past` is the
    group's history of checks, where one is kept; the judge only reads it.
    """

    now: datetime | None = None
    speaker: Speaker = field(default_factory=Speaker)
    before: tuple[Message, ...] = ()
    own_notices: tuple[str, ...] = ()
    past: Past | None = None
