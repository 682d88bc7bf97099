"""What the window says of a member's name card: 合格, or what it lacks."""

from __future__ import annotations

from dataclasses import dataclass

from moderator_app.core.roster.member import Member
from moderator_app.core.rules.name_card import asks_for_card, card_problem
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Level
from moderator_app.core.text.cards import Card, parse_card
from moderator_app.i18n import translate


@dataclass(frozen=True, slots=True, kw_only=True)
class CardState:
    """The badge beside a name card; `known` is False where there is no card or no form to hold it to.

    `text` stands in the badge; `wanting` names in the list what the member should add.
    """

    text: str = ""
    wanting: str = ""
    level: Level | None = None

    @property
    def known(self) -> bool:
        """Whether anything can be said."""
        return self.level is not None

    @property
    def lacking(self) -> bool:
        """Whether the member should change it."""
        return self.level is Level.UNSURE


def card_state(member: Member, rulebook: Rulebook) -> CardState:
    """The state of a member's card under a rulebook."""
    if not member.card or not asks_for_card(rulebook):
        return CardState()
    problem = card_problem(member.card, rulebook)
    if problem is None:
        return CardState(text=translate("Members", "合格"), level=Level.OK)
    wanting = _wanting(parse_card(member.card))
    if not wanting:
        wanting = translate("Members", "应有 {parts} 段", parts=problem.values.get("parts", ""))
    return CardState(text=wanting, wanting=wanting, level=Level.UNSURE)


def _wanting(card: Card) -> str:
    """缺单位和城市, or what is there but reads like no name; "" where neither can be said."""
    names = {
        "name": translate("Members", "姓名"),
        "trade": translate("Members", "单位"),
        "place": translate("Members", "城市"),
    }
    missing = [names[field] for field in card.missing if field in names]
    if missing:
        return translate("Members", "缺{fields}", fields=translate("Members", "和").join(missing))
    return translate("Members", "不像姓名") if "name" in card.doubtful else ""
