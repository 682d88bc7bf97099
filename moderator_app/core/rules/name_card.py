"""A member's name card held against the form that the rulebook asks for, without any message."""

from __future__ import annotations

from moderator_app.core.message import Context, Message, Speaker
from moderator_app.core.rules.detectors.base import Given
from moderator_app.core.rules.detectors.cards import FACTORIES
from moderator_app.core.rules.reading import Reading
from moderator_app.core.rules.rulebook import Rulebook, Sign
from moderator_app.core.wording import Reason


def asks_for_card(rulebook: Rulebook) -> bool:
    """Whether any rule in force looks at the name card."""
    return _sign(rulebook) is not None


def card_problem(card: str, rulebook: Rulebook) -> Reason | None:
    """What the card lacks by this rulebook; None where nothing does, or where nobody asks."""
    sign = _sign(rulebook)
    if sign is None:
        return None
    looks = FACTORIES[sign.detector](Given(sign.options))
    seen = looks(Reading(Message(text="-"), Context(speaker=Speaker(card=card))))
    return seen[0].note if seen else None


def _sign(rulebook: Rulebook) -> Sign | None:
    named = {term.sign for clause in rulebook.active for row in clause.rows for term in row.terms}
    signs = (sign for name, sign in rulebook.signs.items() if name in named)
    return next((sign for sign in signs if sign.detector == "card"), None)
