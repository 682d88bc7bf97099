"""Asking one detector about one message."""

from datetime import datetime, timedelta

from moderator_app.core.message import Context, Kind, Message, Speaker
from moderator_app.core.rules.detectors import make
from moderator_app.core.rules.past import Past
from moderator_app.core.rules.reading import Reading
from moderator_app.core.wording import Reason

NOON = datetime(2026, 5, 14, 12, 0)
"""A Thursday."""


def said(text: str, sender: str = "张三", *, minutes: float | None = None, kind: Kind = Kind.TEXT) -> Message:
    """A message of so many minutes before (or after) noon; without a time where none is given."""
    at = None if minutes is None else NOON + timedelta(minutes=minutes)
    return Message(text=text, sender=sender, at=at, kind=kind)


def notes(
    detector: str,
    message: Message,
    *before: Message,
    past: Past | None = None,
    card: str = "",
    **options: str | tuple[str, ...],
) -> list[Reason | None]:
    """What a detector made from these options notes of a message; nothing where it sees nothing."""
    context = Context(now=NOON, speaker=Speaker(card=card), before=before, past=past)
    return [place.note for place in make(detector, options)(Reading(message, context))]


def codes(*args: object, **options: object) -> list[str]:
    """The codes of those notes."""
    return [note.code for note in notes(*args, **options) if note is not None]  # type: ignore[arg-type]
