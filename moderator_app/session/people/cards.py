"""Name cards: who does not carry the one that the group asks for, and the one reminder for all of them."""

from __future__ import annotations

from datetime import date, timedelta

from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.roster.pinyin import order_of
from moderator_app.core.rules.name_card import CardRule, card_rule
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.session.actions import rulebook_of
from moderator_app.session.desk import Desk
from moderator_app.session.people.arrivals import Arrivals
from moderator_app.session.people.reminding import Reminding, Subject
from moderator_app.session.people.types import CardRow


class Cards:
    """The part of the people's desk about name cards."""

    def __init__(self, desk: Desk, arrivals: Arrivals, reminding: Reminding) -> None:
        self._desk = desk
        self._arrivals = arrivals
        self._reminding = reminding
        self._rules: dict[str, tuple[Rulebook, CardRule | None]] = {}

    def rows(self, home: Group) -> tuple[CardRow, ...]:
        """The members whose card is not as asked: the often reminded first, then the longest overdue."""
        rule = self._rule(home)
        if rule is None:
            return ()
        limit = self._desk.process(home.id).card
        reminded = self._reminding.times(home, Subject.CARDS)
        rows = [
            CardRow(
                member=member,
                card=rule.read(member.shown),
                problem=problem,
                reminded=reminded.get(member.id, ()),
                most_reminders=limit.remind,
                due=self._due(member, limit.days),
            )
            for member in self._desk.record.members(home.id)
            if member.status is Status.ACTIVE
            and member.role not in rule.exempt
            and (problem := rule.problem(member.shown))
        ]
        return tuple(
            sorted(
                rows,
                key=lambda row: (
                    not row.spent,
                    row.due or date.max,
                    order_of(row.member.shown),
                    row.member.id,
                ),
            )
        )

    def _rule(self, home: Group) -> CardRule | None:
        """What the group's rulebook asks; kept as long as the rulebook is the same one."""
        rulebook = rulebook_of(self._desk, home.id)
        if rulebook is None:
            return None
        known = self._rules.get(home.id)
        if known is None or known[0] is not rulebook:
            known = self._rules[home.id] = rulebook, card_rule(rulebook)
        return known[1]

    def _due(self, member: Member, days: int) -> date | None:
        came = member.joined or self._arrivals.day(member)
        return came + timedelta(days=days) if days and came else None
