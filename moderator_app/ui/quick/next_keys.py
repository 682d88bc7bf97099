"""The steps that follow a strike, and what the keys do with them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import SignalInstance

from moderator_app.session.types import Case
from moderator_app.ui.quick.keys import Want, Wish
from moderator_app.ui.quick.next_acts import Act, act_of, acts_after
from moderator_app.ui.quick.shown import Shown


class NextKeys(Shown):
    """Mixed into `Choosing`. Emits `act_wanted` with the step that Enter puts on record."""

    act_wanted: SignalInstance

    @property
    def next_act(self) -> Act | None:
        """The step that Enter would put on record."""
        return self.body.acts.act

    @property
    def has_acts(self) -> bool:
        """Whether there are steps to put on record."""
        return self.body.acts.count > 0

    def clear_acts(self) -> None:
        """Nothing follows what is shown now."""
        self.body.acts.show_acts((), chosen=False)

    def fill_acts(self, case: Case) -> None:
        """What follows for somebody who was handled here, or minutes ago; before it is done nothing does.

        While others wait Enter leads to the next of them, and a digit to the step.
        """
        acts: Sequence[Act] = ()
        if self.done is not None:
            acts = acts_after(self._session, [self.done.change])
        elif case.again is not None and (act := act_of(self._session, case)):
            acts = (act,)
        others_wait = self.done is not None and self.round is not None and self.round.left > 0
        self.body.acts.show_acts(acts, chosen=not others_wait, numbered=self.done is not None)

    def obey_acts(self, asked: Wish) -> bool:
        """Choose a step by its number, or read its notice; False where that means nothing here."""
        acts = self.body.acts
        if asked.want is Want.CHOOSE and asked.number <= acts.count:
            acts.choose(asked.number - 1)
            acts.ask_amount()
        elif asked.want is Want.WHOLE and acts.act is not None:
            acts.toggle_whole()
        else:
            return False
        return True
