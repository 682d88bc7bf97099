"""Ways to be reached that a message offers: numbers and ids, links, sites made to be thrown away."""

from __future__ import annotations

import re

from moderator_app.core.rules.detectors.base import Detector, Factory, Given, Patterns, Seen
from moderator_app.core.rules.reading import Reading, Sighting
from moderator_app.core.text.contacts import Channel
from moderator_app.core.text.links import LinkKind

# A bare name of letters and digits under an ending that is cheap to register, or a naked address.
_SITE = re.compile(
    r"(?<![\w@.])(?=[a-z0-9 ]{0,14}\d)[a-z0-9]{2,14}\s?(?:\.|点|。)\s?"
    r"(?:top|cc|vip|xyz|pw|us|club|icu|win|fun|live|app|me|co|com|net|cn)(?![a-z])"
    r"|https?://(?:\d{1,3}\.){3}\d{1,3}"
)
# A number behind a word that asks to be added, where no service is named.
_LOOSE = re.compile(
    r"(?:加|➕|\+|裙|群|q|v|w|微信?|薇|号)\W{0,3}(?<!\d)[1-9]\d{5,15}(?!\d|[元块万个%年月日])"
)


class _Contact:
    """Accounts and numbers by the channels named; `loose` is a number that only 加 or 群 introduces."""

    def __init__(self, given: Given) -> None:
        self._channels = frozenset(given.texts("channels", tuple(Channel)))
        for channel in self._channels:
            given.check("channels", channel, tuple(Channel))
        self._loose = given.one_of("loose", ("yes", "no"), "no") == "yes"

    def __call__(self, reading: Reading) -> Seen:
        found = [
            Sighting(start=contact.span[0], end=contact.span[1], steps=("hidden",) if contact.hidden else ())
            for contact in reading.extracts.contacts
            if contact.channel in self._channels
        ]
        if self._loose:
            found += [reading.sighting(*match.span()) for match in _LOOSE.finditer(reading.text)]
        return found


class _Hidden:
    """A contact that is disguised or strewn with fillers: nobody hides a number by accident."""

    def __init__(self, given: Given) -> None:
        """Nothing can be set."""

    def __call__(self, reading: Reading) -> Seen:
        found = [
            Sighting(start=contact.span[0], end=contact.span[1])
            for contact in reading.extracts.contacts
            if contact.hidden
        ]
        loose = (reading.sighting(*match.span()) for match in _LOOSE.finditer(reading.text))
        return found + [place for place in loose if "contact-words" in place.steps]


class _Link:
    """Links of the kinds named, without those to a host of `except` or below it."""

    def __init__(self, given: Given) -> None:
        self._kinds = frozenset(given.texts("kinds", tuple(LinkKind)))
        for kind in self._kinds:
            given.check("kinds", kind, tuple(LinkKind))
        self._spared = given.texts("except")

    def __call__(self, reading: Reading) -> Seen:
        return [
            Sighting(start=link.span[0], end=link.span[1])
            for link in reading.extracts.links
            if link.kind in self._kinds and not self._is_spared(link.host)
        ]

    def _is_spared(self, host: str) -> bool:
        return any(host == spared or host.endswith("." + spared) for spared in self._spared)


def _site(given: Given) -> Detector:
    """Sites whose name is made of letters and digits, as gamblers register them by the dozen."""
    return Patterns([_SITE], spare=given.texts("except"))


FACTORIES: dict[str, Factory] = {"contact": _Contact, "hidden-contact": _Hidden, "link": _Link, "site": _site}
