"""What is known beside the words: the kind of message and the role of who sends it."""

from __future__ import annotations

from moderator_app.core.message import Kind, Role
from moderator_app.core.rules.detectors.base import Factory, Given, Seen
from moderator_app.core.rules.reading import Reading


class _Kind:
    """The message is of one of these kinds (a red packet, a sticker)."""

    def __init__(self, given: Given) -> None:
        self._kinds = given.texts("kinds")
        for kind in self._kinds:
            given.check("kinds", kind, tuple(Kind))

    def __call__(self, reading: Reading) -> Seen:
        return (reading.whole,) if reading.kind in self._kinds else ()


class _Role:
    """The sender has one of these roles."""

    def __init__(self, given: Given) -> None:
        self._roles = given.texts("roles")
        for role in self._roles:
            given.check("roles", role, tuple(Role))

    def __call__(self, reading: Reading) -> Seen:
        return (reading.whole,) if reading.context.speaker.role in self._roles else ()


FACTORIES: dict[str, Factory] = {"kind": _Kind, "role": _Role}
