"""Everything that many detectors look for in a text, found once: links, contacts, amounts of money."""

from __future__ import annotations

from dataclasses import dataclass

from moderator_app.core.text.contacts import Contact, find_contacts
from moderator_app.core.text.links import Link, find_links
from moderator_app.core.text.money import Money, find_money
from moderator_app.core.text.normalised import Normalised


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracts:
    """What one text holds."""

    links: tuple[Link, ...]
    contacts: tuple[Contact, ...]
    money: tuple[Money, ...]


def extract(source: Normalised) -> Extracts:
    """Find all of them."""
    return Extracts(links=find_links(source), contacts=find_contacts(source), money=find_money(source))
