"""Settings of this machine that were changed while the program ran, so that they can be taken back too.

They are no part of the record: a restart forgets them, and what was done to the record since is taken
back before them.
"""

from __future__ import annotations

from dataclasses import dataclass

from moderator_app.session.settings import SettingValue

_KEPT = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """One change of a setting: what it was before, and how far the record had come by then."""

    name: str
    was: SettingValue
    seq: int


class Preferences:
    """The changes of this run, the newest last."""

    def __init__(self) -> None:
        self._changes: list[Preference] = []

    def note(self, name: str, was: SettingValue, seq: int) -> None:
        """Keep in mind what a setting was, `seq` being the number of the last entry in the record."""
        self._changes = [*self._changes[1 - _KEPT :], Preference(name=name, was=was, seq=seq)]

    def newest(self, seq: int) -> Preference | None:
        """The change made last, unless it is older than what was done to the record as number `seq`."""
        last = self._changes[-1] if self._changes else None
        return last if last and last.seq >= seq else None

    def drop(self) -> None:
        """The newest one was taken back."""
        self._changes = self._changes[:-1]
