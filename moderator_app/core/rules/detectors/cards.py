"""Name cards: whether the name shown in the group has the parts that the rulebook asks for."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache

from moderator_app.core.rules.detectors.base import Factory, Given, Seen
from moderator_app.core.rules.past import plain
from moderator_app.core.rules.reading import Reading, Sighting
from moderator_app.core.text.card_forms import CARD_FORMS
from moderator_app.core.text.cards import Card, parse_card
from moderator_app.core.text.contacts import find_contacts
from moderator_app.core.text.links import find_links
from moderator_app.core.text.normalise import normalise
from moderator_app.core.wording import Reason

_ID = re.compile(r"(?<![a-z0-9])(?:[a-z][a-z_-]{0,15}\d[a-z0-9_-]{3,}|\d{6,}|\d[a-z0-9_-]{6,})(?![a-z0-9])")
_SEPARATORS = re.compile(r"[-–—－_+|｜·・/／\s()（）,，、]+")


class NameCard:
    """The sender's name card is not in the `form` asked for; an unknown card is not held against anyone.

    Without a form it must have so many `parts`, of which the first reads as a name: at least two
    Chinese characters, or Latin letters. A card in the other form, `or`, will do too. With
    `again-after` so many days, who spoke before, in the conversation or in the days just past, is
    not asked once more: told once it is advice, told at every message it is nagging.
    """

    def __init__(self, given: Given) -> None:
        form, other = (given.one_of(key, ("", *CARD_FORMS), "") for key in ("form", "or"))
        self._form, self._other = CARD_FORMS.get(form), CARD_FORMS.get(other)
        self._parts = given.count("parts", 3)
        self._again_after = timedelta(days=given.count("again-after", 0))

    def __call__(self, reading: Reading) -> Seen:
        """The whole message of a sender whose card has a problem."""
        card = reading.context.speaker.card.strip()
        problem = self.problem(card) if card else None
        if problem is None or self._was_seen(reading):
            return ()
        whole = reading.whole
        return (Sighting(start=whole.start, end=whole.end, note=problem),)

    def _was_seen(self, reading: Reading) -> bool:
        """Whether an earlier message already showed the sender's card."""
        if not self._again_after:
            return False
        if reading.own:
            return True
        past, now = reading.context.past, reading.now
        if past is None or now is None:
            return False
        start = plain(now) - self._again_after
        return any(
            plain(checked.at) < plain(now)
            for name in reading.names
            for checked in past.by_member(name, start)
        )

    def problem(self, card: str) -> Reason | None:
        """What the card lacks; None where it is as it should be."""
        if self._other is not None and parse_card(card, self._other).complete:
            return None
        if self._form is not None:
            return _lacking(parse_card(card, self._form), card)
        parts = [part for part in _SEPARATORS.split(card) if part]
        if len(parts) >= self._parts and _reads_as_name(parts[0]):
            return None
        return Reason("seen.card-parts", {"card": card, "parts": self._parts})


def _lacking(read: Card, card: str) -> Reason | None:
    if read.complete:
        return None
    lacking = {"missing": " ".join(read.missing), "doubtful": " ".join(read.doubtful)}
    return Reason("seen.card", {"card": card, "form": read.form, **lacking})


def _reads_as_name(part: str) -> bool:
    chinese = sum(1 for char in part if "一" <= char <= "鿿")
    return chinese >= 2 or (chinese == 0 and sum(1 for char in part if char.isalpha()) >= 3)


class _Nickname:
    """The name that the sender shows is a way to be reached: 加V abc123, 13800138000.

    `loose: yes` takes any id of letters and figures, or a long figure, for one: what a message that
    says 看名字 points to.
    """

    def __init__(self, given: Given) -> None:
        self._loose = given.one_of("loose", ("yes", "no"), "no") == "yes"

    def __call__(self, reading: Reading) -> Seen:
        name = next((name for name in sorted(reading.names) if _reaches(name, loose=self._loose)), None)
        if name is None:
            return ()
        whole = reading.whole
        return (Sighting(start=whole.start, end=whole.end, note=Reason("seen.nickname", {"name": name})),)


@lru_cache(maxsize=512)
def _reaches(name: str, *, loose: bool) -> bool:
    plain = normalise(name[:64])
    if any(find(plain) for find in (find_contacts, find_links)):
        return True
    return loose and _ID.search(plain.text) is not None


FACTORIES: dict[str, Factory] = {"card": NameCard, "nickname": _Nickname}
