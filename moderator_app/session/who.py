"""Whom a name means: one member, several that it may be, or nobody known yet."""

from __future__ import annotations

from dataclasses import dataclass

from moderator_app.core.roster.member import Member
from moderator_app.core.text.cards import name_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Whom a message is charged to; `name` is what was given, "" where nobody is known.

    `same_name` is how many of the candidates bear exactly that name: where it is not 0, a person
    must choose; else the candidates only resemble it.
    """

    member: Member | None = None
    candidates: tuple[Member, ...] = ()
    same_name: int = 0
    name: str = ""

    @property
    def called(self) -> str:
        """How a notice addresses them."""
        return self.member.name if self.member else name_on(self.name)
