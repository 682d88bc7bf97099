"""What the quick check and the main window's pane do alike with a case: who it is, and which notice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import SignalInstance

from moderator_app.core.rules.verdict import Level
from moderator_app.session.types import Case, Offer
from moderator_app.ui.quick.footer import Footer
from moderator_app.ui.quick.inline_message import InlineMessage
from moderator_app.ui.quick.keys import Want, Wish
from moderator_app.ui.quick.offers import OfferList
from moderator_app.ui.quick.who import WhoSection


class Choosing:
    """Mixed into a widget that shows a case in these sections; `refresh` and `primary` are its own.

    `record_only` is the choice to record without a notice; `asking` that the field for the name is open.
    """

    case: Case | None
    record_only: bool
    asking: bool
    who: WhoSection
    offers: OfferList
    inline: InlineMessage
    footer: Footer
    primary: SignalInstance
    refresh: Callable[[], None]

    @property
    def offer(self) -> Offer | None:
        """The notice that Enter would copy."""
        return None if self.record_only else self.offers.offer

    @property
    def counting(self) -> bool:
        """Whether Enter would record a strike for somebody, as far as the choice goes."""
        if self.case is None or self.case.verdict.level is Level.OK:
            return False
        return self.record_only or (self.offer is not None and self.offer.counts)

    def obey_in_case(self, asked: Wish) -> bool:
        """Do what a key asks of the case that is shown; False where it means nothing here."""
        want = asked.want
        if want is Want.CHOOSE and asked.number <= self.offers.count:
            self.choose(asked.number - 1)
        elif want is Want.RECORD_ONLY and self.offers.record_hint.isVisibleTo(self.offers):
            self.choose(None)
        elif want is Want.WHOLE and self.offers.offer is not None:
            self.offers.toggle_whole()
        elif want in (Want.WHO, Want.WHO_LETTER):
            self.ask_who(asked.letter)
        elif want in (Want.UP, Want.DOWN) and self.who.is_choosing:
            self.who.people.move_by(1 if want is Want.DOWN else -1)
        else:
            return False
        return True

    def choose(self, index: int | None) -> None:
        """Choose a notice; None only records."""
        self.record_only = index is None
        self.offers.choose(index)
        self.inline.say("")
        self.refresh()

    def take_primary(self) -> None:
        """Enter: take the person who is offered, else do what the button says."""
        if self.case is not None and self.who.is_choosing and self.who.people.take():
            return
        if self.footer.primary.isEnabled():
            self.primary.emit(True)

    def ask_who(self, letter: str = "") -> None:
        """F2: open the field for the name."""
        if self.case is None:
            return
        self.asking = True
        self.who.show_case(self.case, asking=True, counting=self.counting)
        self.who.open_field(letter)
