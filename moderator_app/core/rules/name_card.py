"""A member's name card held against the form that the rulebook asks for, without any message."""

from __future__ import annotations

from moderator_app.core.message import Role
from moderator_app.core.rules.detectors.base import Given
from moderator_app.core.rules.detectors.cards import NameCard
from moderator_app.core.rules.rulebook import Clause, Rulebook, Sign
from moderator_app.core.text.card_forms import CARD_FORMS, NAME_TRADE_PLACE
from moderator_app.core.text.cards import Card, parse_card
from moderator_app.core.wording import Reason, Wording

_DETECTOR = "card"


class CardRule:
    """What a rulebook asks of name cards; it remembers what it has read.

    `exempt` are the roles of whom the clause asks nothing, `text` is the clause in its own words.
    """

    def __init__(self, sign: Sign, clause: Clause) -> None:
        self.exempt: frozenset[Role] = clause.exempt_roles
        self.text: Wording = clause.text
        self._looks = NameCard(Given(sign.options))
        form = sign.options.get("form", "")
        self._form = CARD_FORMS.get(form if isinstance(form, str) else "", NAME_TRADE_PLACE)
        self._problems: dict[str, Reason | None] = {}

    def problem(self, card: str) -> Reason | None:
        """What the card lacks; None where nothing does."""
        if card not in self._problems:
            self._problems[card] = self._looks.problem(card.strip()) if card.strip() else None
        return self._problems[card]

    def read(self, card: str) -> Card:
        """The card taken apart by the form that is asked for."""
        return parse_card(card, self._form)


def card_rule(rulebook: Rulebook) -> CardRule | None:
    """What a rulebook asks of name cards; None where nothing in force looks at them."""
    for clause in rulebook.active:
        for name in dict.fromkeys(term.sign for row in clause.rows for term in row.terms):
            sign = rulebook.signs.get(name)
            if sign is not None and sign.detector == _DETECTOR:
                return CardRule(sign, clause)
    return None
