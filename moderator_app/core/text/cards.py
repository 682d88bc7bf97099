"""Name cards: the name that a group asks its members to carry, taken apart and checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from moderator_app.core.text.characters import is_invisible
from moderator_app.core.text.places import is_place
from moderator_app.core.text.surnames import begins_with_surname


@dataclass(frozen=True, slots=True, kw_only=True)
class CardForm:
    """What a group asks for, as data: the fields in their order, and what may stand between them.

    `separators` are tried from the surest to the weakest, until there are parts enough. `spare`
    is the field that takes what is left over between the first and the last.
    """

    id: str
    fields: tuple[str, ...]
    separators: tuple[str, ...]
    spare: str


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


_DASHES = r"\s*[\-–—－―‐‑_＿+＋|｜/／\\丨~～]+\s*"
_BRACKETS = r"\s*[()（）\[\]【】,，、;；:：]+\s*"
_DOTS = r"\s*[·・•‧∙.．]\s*"

NAME_TRADE_PLACE = CardForm(
    id="name-trade-place",
    fields=("name", "trade", "place"),
    separators=(_DASHES, _BRACKETS, r"\s+", _DOTS),
    spare="trade",
)
"""姓名-职业/单位-城市, the form of the 医工协 group."""

CARD_FORMS: Mapping[str, CardForm] = MappingProxyType({form.id: form for form in (NAME_TRADE_PLACE,)})

_TITLE = (
    "老师|主任|医生|大夫|医师|护士长|护士|经理|总监|总|教授|博士|院长|院士|校长|会长|秘书长|主席|处长"
    "|科长|所长|部长|局长|工程师|工|律师|先生|女士|书记|师傅"
)
_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\u3007\U00020000-\U0003ffff]"
_HAN_NAME = re.compile(rf"{_HAN}{{2,4}}")
_TITLED = re.compile(rf"{_HAN}{{1,4}}(?:{_TITLE})")
_MINORITY = re.compile(rf"{_HAN}{{1,10}}(?:[·・•‧∙.．]{_HAN}{{1,10}}){{1,3}}")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.'’\-]*(?: [A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.'’\-]*){0,4}")


def parse_card(text: str, form: CardForm = NAME_TRADE_PLACE) -> Card:
    """Take a card apart by `form`; what is not there is named as missing, never guessed."""
    parts = _parts("".join(char for char in text if not is_invisible(char)).strip(), form)
    values = _placed(parts, form)
    missing = tuple(name for name in form.fields if not values.get(name))
    doubtful = tuple(
        name for name, value in values.items() if value and name in _CHECKS and not _CHECKS[name](value)
    )
    return Card(form=form.id, values=MappingProxyType(values), missing=missing, doubtful=doubtful)


def name_on(text: str) -> str:
    """The person's name where `text` is a complete name card of a known form; else the text itself."""
    cards = (parse_card(text, form) for form in CARD_FORMS.values())
    return next((card.values["name"] for card in cards if card.complete), text)


def is_name(text: str) -> bool:
    """Whether a text can be somebody's real name, with a title or not, Chinese, minority or foreign."""
    text = text.strip()
    if _MINORITY.fullmatch(text) or _TITLED.fullmatch(text):
        return True
    if _HAN_NAME.fullmatch(text):
        return begins_with_surname(text)
    return len(text) >= 2 and len(text) <= 40 and _LATIN.fullmatch(text) is not None


def _parts(text: str, form: CardForm) -> list[str]:
    """The parts of a card: cut at the surest separators first, at weaker ones only as far as needed."""
    parts = [text] if text else []
    for separator in form.separators:
        if len(parts) >= len(form.fields):
            break
        parts = [piece for part in parts for piece in _cut(part, separator)]
    return parts


def _cut(part: str, separator: str) -> list[str]:
    """One part cut further, unless it is a name that holds the separator itself (买买提·艾力, John Smith)."""
    if _LATIN.fullmatch(part) and separator != _DASHES:
        return [part]
    pieces = [piece.strip() for piece in re.split(separator, part) if piece.strip()]
    if separator != _DOTS:
        return pieces
    return _rejoined(pieces) if pieces and is_place(pieces[-1]) else [part]


def _rejoined(pieces: list[str]) -> list[str]:
    """买买提·艾力·药房·喀什: a first piece that is no Chinese name goes with the second."""
    if len(pieces) > 3 and not begins_with_surname(pieces[0]):
        return [f"{pieces[0]}·{pieces[1]}", *pieces[2:]]
    return pieces


def _placed(parts: list[str], form: CardForm) -> dict[str, str]:
    """Each part in its field: first and last by place, a town where it is, the rest in the spare one."""
    values = dict.fromkeys(form.fields, "")
    rest = list(parts)
    if not rest:
        return values
    if "place" in values and len(rest) > 1:
        known = [number for number, part in enumerate(rest) if number and is_place(part)]
        if known:
            values["place"] = rest.pop(known[-1])
        elif len(rest) >= len(form.fields):
            values["place"] = rest.pop()
    values[form.fields[0]] = rest.pop(0)
    values[form.spare] = "-".join(rest)
    return values


_CHECKS = {"name": is_name}
