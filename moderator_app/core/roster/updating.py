"""What a row of a list makes of a member: a new one, or one that is known with what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from moderator_app.core.message import Role
from moderator_app.core.roster.columns import Field
from moderator_app.core.roster.incoming import Incoming
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.roster.names import plain
from moderator_app.core.text.cards import name_on

_ATTRIBUTES = {
    "name": Field.NAME,
    "card": Field.CARD,
    "aliases": Field.ALIAS,
    "role": Field.ROLE,
    "status": Field.STATUS,
    "joined": Field.JOINED,
    "invited_by": Field.INVITED_BY,
    "leave_until": Field.LEAVE_UNTIL,
    "suspended_until": Field.SUSPENDED_UNTIL,
    "met": Field.MET,
    "notes": Field.NOTES,
}
_RANKED_HIGHER = frozenset({Role.PAID, Role.ORGANISATION})
"""What only we know of: to WeChat they are members like others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that the list tells otherwise than the roster; both as text, dates in ISO form."""

    field: Field
    was: str
    now: str


def newcomer(incoming: Incoming, member_id: str, group: str) -> Member:
    """Somebody new; whose card gives a name bears that, and the nickname is an alias."""
    person = name_on(incoming.card) if incoming.card else ""
    known = Member(id=member_id, group=group, name=incoming.name or incoming.card)
    if person and person != incoming.card:
        known = replace(known, name=person, aliases=_more((), [incoming.name], {plain(person)}))
    status = incoming.status or Status.ACTIVE
    return replace(updated(replace(known, card=incoming.card), incoming), status=status)


def updated(member: Member, incoming: Incoming) -> Member:
    """The member with what the row tells otherwise; what it does not tell stays.

    A new name takes the place of the old one, which becomes an alias; but a member who is called by
    the name on their card stays so, and the nickname is kept as an alias. Notes are added to.
    """
    after = _called(member, incoming)
    told: dict[str, Any] = {
        name: value
        for name in ("joined", "leave_until", "suspended_until", "met")
        if (value := getattr(incoming, name))
    }
    if incoming.invited_by and not member.invited_by:
        told["invited_by"] = incoming.invited_by
    if incoming.notes and incoming.notes not in " ".join(member.notes.split()):
        told["notes"] = "\n".join(filter(None, (member.notes, incoming.notes)))
    if incoming.role and not (incoming.role is Role.MEMBER and member.role in _RANKED_HIGHER):
        told["role"] = incoming.role
    return replace(after, **told, status=_status(member, incoming))


def _status(member: Member, incoming: Incoming) -> Status:
    """Whoever is on the list is back, unless the list itself says where they stand."""
    if incoming.status:
        return incoming.status
    return Status.ACTIVE if member.status in (Status.LEFT, Status.REMOVED) else member.status


def _called(member: Member, incoming: Incoming) -> Member:
    """The member with the names that the row gives."""
    card = incoming.card if incoming.card and plain(incoming.card) != plain(member.card) else member.card
    name, former = member.name, list[str]()
    person = name_on(card)
    if card not in (member.card, person) and _by_card(member) and plain(person) != plain(name):
        name, former = person, [name]
    if incoming.name and plain(incoming.name) not in map(plain, (name, card, *former, *member.aliases)):
        if person != card and plain(person) == plain(name):
            former.append(incoming.name)
        else:
            name, former = incoming.name, [*former, member.name]
    wanted = (*former, *incoming.aliases, incoming.account)
    aliases = _more(member.aliases, wanted, {plain(name), plain(card), *map(plain, member.aliases)})
    return replace(member, name=name, card=card, aliases=aliases)


def _by_card(member: Member) -> bool:
    """Whether a card decides what the member is called: the present one does, or there was none."""
    return not member.card or name_on(member.card) == member.name


def _more(aliases: Iterable[str], wanted: Iterable[str], known: set[str]) -> tuple[str, ...]:
    """The aliases with those that are new."""
    found = list(aliases)
    for alias in wanted:
        if alias and plain(alias) not in known:
            known.add(plain(alias))
            found.append(alias)
    return tuple(found)


def differences(before: Member, after: Member) -> tuple[Difference, ...]:
    """The fields that differ, as text."""
    return tuple(_differences(before, after))


def _differences(before: Member, after: Member) -> Iterator[Difference]:
    for name, field in _ATTRIBUTES.items():
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            yield Difference(field=field, was=_as_text(was), now=_as_text(now))


def _as_text(value: object) -> str:
    if value is None:
        return ""
    return "、".join(value) if isinstance(value, tuple) else str(value)
