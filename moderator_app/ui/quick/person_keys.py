"""The keys for the person: F2 says who it is, F3 shows them, Space all that is known of the next step."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance

from moderator_app.ui.quick.offers import OfferList
from moderator_app.ui.quick.shown import Shown
from moderator_app.ui.quick.who import WhoSection


class PersonKeys(Shown):
    """Mixed into `Choosing`. Emits `person_wanted` with the id of who is to be seen."""

    ruling: bool
    who: WhoSection
    offers: OfferList
    person_wanted: SignalInstance

    def see_person(self) -> bool:
        """F3: the one on the blocklist whom the name is like, else the member; False for neither."""
        alarms = self.case.alarms if self.case is not None else ()
        if self.joining:
            alarms = self.body.newcomers.preview.alarms
        person = alarms[0].blocked.member if alarms else self.case.member if self.case is not None else None
        if person is not None:
            self.person_wanted.emit(person.id)
        return person is not None

    def ask_who(self, letter: str = "") -> None:
        """F2: open the field for the name."""
        if self.case is None or self.done or self.ruling:
            return
        self.asking = True
        self.refresh()
        self.who.open_field(letter)

    def stop_asking(self) -> None:
        """Back from the field to the person that was shown."""
        self.asking = False
        self.refresh()

    def _show_whole(self) -> None:
        """Space: all of the notice, and all of the ladder's line where it gave way."""
        grown = self.body.who.ladder.isVisibleTo(self.body) and self.body.who.ladder.toggle_whole()
        if self.offers.offer is not None:
            self.offers.toggle_whole()
        elif grown:
            self.settle()
