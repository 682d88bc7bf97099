"""What the parts of `Choosing` know alike of what is shown: the case, its round, and what was done."""

from __future__ import annotations

from collections.abc import Callable

from moderator_app.session.types import Case
from moderator_app.ui.quick.acting import Done
from moderator_app.ui.quick.body import Body
from moderator_app.ui.quick.ports import CheckSession
from moderator_app.ui.quick.round import Round, RowKind


class Shown:
    """Mixed into `Choosing` with the keys for each part; the widget brings what is declared here.

    `case` is what is shown of the round, None where that is no person; `asking` tells that the field
    for the name is open. `refresh` shows all of it anew, `settle` makes room after a height changed.
    """

    case: Case | None
    round: Round | None
    asking: bool
    body: Body
    refresh: Callable[[], None]
    settle: Callable[[], None]
    _session: CheckSession

    @property
    def joining(self) -> bool:
        """Whether who joined is shown."""
        return self.round is not None and self.round.kind is RowKind.JOINS

    @property
    def done(self) -> Done | None:
        """What was done with what is shown."""
        if self.round is None:
            return None
        if self.joining:
            return self.round.joined
        return self.round.person.done if self.round.person else None
