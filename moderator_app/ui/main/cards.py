"""What the window says of a member's name card: 合格, or what it lacks."""

from __future__ import annotations

from dataclasses import dataclass

from moderator_app.core.roster.member import Member
from moderator_app.core.rules.name_card import card_rule
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Level
from moderator_app.core.text.cards import Card
from moderator_app.core.wording import Reason
from moderator_app.i18n import translate
from moderator_app.sentences.rules import card_field


@dataclass(frozen=True, slots=True, kw_only=True)
class CardState:
    """The badge beside a name card; `known` is False where there is no card or no form to hold it to.

    `text` stands in the badge.
    """

    text: str = ""
    level: Level | None = None

    @property
    def known(self) -> bool:
        """Whether anything can be said."""
        return self.level is not None


def card_state(member: Member, rulebook: Rulebook) -> CardState:
    """The state of a member's card under a rulebook; where there is none, the name is held to its form."""
    rule = card_rule(rulebook)
    if rule is None or member.role in rule.exempt:
        return CardState()
    problem = rule.problem(member.shown)
    if problem is None:
        return CardState(text=translate("Members", "合格"), level=Level.OK)
    return CardState(text=wanting_text(problem), level=Level.UNSURE)


def card_read(member: Member, rulebook: Rulebook) -> Card | None:
    """A member's card taken apart as the rulebook asks for it; None where nobody asks."""
    rule = card_rule(rulebook)
    return rule.read(member.shown) if rule and member.card else None


def wanting_text(problem: Reason) -> str:
    """What a card lacks: 缺单位和城市, 不像姓名, 应有 3 段."""
    missing = [card_field(name) for name in str(problem.values.get("missing", "")).split()]
    if missing:
        return translate("Members", "缺{fields}", fields=translate("Members", "和").join(missing))
    if "parts" in problem.values:
        return translate("Members", "应有 {parts} 段", parts=problem.values["parts"])
    return translate("Members", "不像姓名")
