"""Name cards: the name that a group asks its members to carry, taken apart and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from moderator_app.core.text.card_forms import CARD_FORMS, NAME_TRADE_PLACE, CardForm
from moderator_app.core.text.characters import visible
from moderator_app.core.text.person_names import is_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card taken apart: what each field holds, which are `missing`, which are `doubtful`."""

    form: str
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    missing: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every field is there and nothing speaks against one."""
        return not self.missing and not self.doubtful


_NAMES = ("name", "pupil")


def parse_card(text: str, form: CardForm = NAME_TRADE_PLACE) -> Card:
    """Take a card apart by `form`; what is not there is named as missing, never guessed."""
    read = form.read(visible(text).strip())
    fields = _fields(form, read)
    values = {name: read.get(name, "") for name in (*fields, *form.further)}
    return Card(
        form=form.id,
        values=MappingProxyType(values),
        missing=tuple(name for name in fields if not values[name]),
        doubtful=tuple(
            name for name in fields if name in _NAMES and values[name] and not is_name(values[name])
        ),
    )


def _fields(form: CardForm, read: Mapping[str, str]) -> tuple[str, ...]:
    """The fields that must be there; a teacher's card in a class group has others than a parent's."""
    return ("class", "name", "role") if "role" in read else form.fields


@lru_cache(maxsize=20_000)
def name_on(text: str) -> str:
    """The person's name where `text` is a complete card that can be nothing else; else the text itself."""
    cards = (parse_card(text, form) for form in CARD_FORMS.values() if form.telling)
    return next((card.values["name"] for card in cards if card.complete), text)
