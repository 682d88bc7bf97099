"""Everything that this program raises on purpose.

ModeratorError
├── NotFound        a member, notice, entry, group or rulebook that does not exist
├── Ambiguous       a name that fits several members
├── Refused         an action that makes no sense now (nothing to undo, strike already voided)
├── BadInput        what a user or file gave cannot be read; `reason` says where and how to mend it
│   └── UnknownToken    a notice holds a token that nobody fills
├── NotSaved        a write failed; nothing was changed on the disk or in memory
└── Busy            another program holds the data folder

The sentence for each is made from `reason` by `moderator_app.sentences`.
"""

from __future__ import annotations

from moderator_app.core.wording import Reason, Value


class ModeratorError(Exception):
    """The root: carries a reason that can be put into Chinese or English."""

    def __init__(self, code: str, **values: Value) -> None:
        self.reason = Reason(code, values)
        super().__init__(f"{code} {values}" if values else code)


class NotFound(ModeratorError):
    """A member, notice, entry, group or rulebook that does not exist."""


class Ambiguous(ModeratorError):
    """A name that fits several members; the user must choose one."""


class Refused(ModeratorError):
    """An action that makes no sense now."""


class BadInput(ModeratorError):
    """What a user or a file gave cannot be read."""


class UnknownToken(BadInput):
    """A notice holds a token that nobody fills; the copy is blocked."""


class NotSaved(ModeratorError):
    """A write failed; nothing was changed on the disk or in memory."""


class Busy(ModeratorError):
    """Another program holds the data folder."""
