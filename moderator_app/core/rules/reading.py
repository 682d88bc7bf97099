"""A message prepared once for all signs: normalised, quotation masked, with its surroundings."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from moderator_app.core.message import Context, Kind, Message
from moderator_app.core.rules.past import Likeness, Pieces, pieces_of
from moderator_app.core.rules.verdict import Span
from moderator_app.core.text.extract import Extracts, extract
from moderator_app.core.text.kinds import kind_of
from moderator_app.core.text.normalise import normalise
from moderator_app.core.text.normalised import Normalised
from moderator_app.core.text.rawsigns import RawSign, raw_signs
from moderator_app.core.wording import Reason

LIMIT = 20_000
"""Characters that are judged; what a person would never read to the end is judged by its head."""

_LEAST_ALIKE = 0.5
"""The least share at which anything of the group's history is called like a message."""

_LOOK_BACK = 400
"""Messages that are compared at most, so that a long conversation costs no more than a short one."""

_OWN_LOOK_BACK, _OWN_AT_MOST = 2000, 40
"""Messages that are searched for the sender's own, and how many of those are looked at."""

_QUOTE = re.compile(r"「[^「」\n]{1,40}[:：][^」]*」\s*\n?\s*(?:[-–—]\s?){3,}")

# Short and without letters or digits: a contact in quotes is still a contact.
_MENTION = re.compile(r"[「“]([^「」“”\na-zA-Z0-9０-９]{1,20})[」”]")
_MENTIONED_AT_MOST = 0.5


class Sighting(NamedTuple):
    """One place where a sign was seen, in code points of the original; `note` says more than its words."""

    start: int
    end: int
    steps: tuple[str, ...] = ()
    note: Reason | None = None


def quoted_spans(text: str) -> tuple[Span, ...]:
    """Where the message quotes another one as WeChat writes it: 「名字：…」 and a line of dashes."""
    return tuple(match.span() for match in _QUOTE.finditer(text)) if "「" in text else ()


def mentioned_spans(text: str) -> tuple[Span, ...]:
    """Words that are spoken of and not used: 「特价」这两个字; a text that is mostly in quotes uses them."""
    if not any(mark in text for mark in "「“"):
        return ()
    spans = tuple(match.span(1) for match in _MENTION.finditer(text))
    return spans if sum(end - start for start, end in spans) <= len(text) * _MENTIONED_AT_MOST else ()


def _masked(text: str, spans: tuple[Span, ...]) -> str:
    for start, end in spans:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


class Reading:
    """The message as detectors see it; what several of them need is worked out once."""

    def __init__(self, message: Message, context: Context, *, masked: bool = True) -> None:
        self.message = message
        self.context = context
        self.original = message.text[:LIMIT]
        self.kind = kind_of(self.original) if message.kind is Kind.TEXT else message.kind
        self.quoted = quoted_spans(self.original)
        self.body = self._body(masked=masked)

    def _body(self, *, masked: bool) -> str:
        """What is weighed: without what it quotes; the title on a file card is nobody's speech."""
        if self.kind is not Kind.TEXT:
            return "\n" * len(self.original)
        if not masked:
            return self.original
        return _masked(self.original, (*self.quoted, *mentioned_spans(self.original)))

    @cached_property
    def normalised(self) -> Normalised:
        """The body in the form in which words are looked for; no longer than what is judged.

        Signs that stand for whole phrases (ﷺ) would make it many times as long.
        """
        found = normalise(self.body)
        return found if len(found.text) <= LIMIT else normalise(self.body[: found.index[LIMIT]])

    @cached_property
    def raw(self) -> tuple[RawSign, ...]:
        """What is odd in the characters themselves, before normalising."""
        return raw_signs(self.body)

    @cached_property
    def extracts(self) -> Extracts:
        """Contacts, links and money in the body."""
        return extract(self.normalised)

    @property
    def now(self) -> datetime | None:
        """When the message was sent, as far as anything tells it."""
        return self.message.at or self.context.now

    @property
    def assumed(self) -> bool:
        """Whether nothing tells when the message was sent but the time of the check."""
        return self.message.assumed or self.message.at is None

    @cached_property
    def pieces(self) -> Pieces:
        """The bigrams of the body, by which it is held against what was said before."""
        return pieces_of(self.body)

    @cached_property
    def likenesses(self) -> tuple[Likeness, ...]:
        """What the group's history holds that is at least half the same, the most alike first."""
        past = self.context.past
        return past.near(self.pieces, least=_LEAST_ALIKE) if past else ()

    @cached_property
    def latest(self) -> tuple[Message, ...]:
        """The last messages before this one, newest first: as many as are ever compared with it."""
        return tuple(islice(reversed(self.context.before), _LOOK_BACK))

    @cached_property
    def own(self) -> tuple[Message, ...]:
        """What the same sender said before in the conversation, newest first; nothing of a nameless one."""
        names = self.names
        latest = islice(reversed(self.context.before), _OWN_LOOK_BACK) if names else ()
        return tuple(islice((message for message in latest if message.sender in names), _OWN_AT_MOST))

    @property
    def names(self) -> frozenset[str]:
        """What the sender is called in the conversation: by name, by name card."""
        speaker = self.context.speaker
        return frozenset(filter(None, (self.message.sender, speaker.name, speaker.card)))

    @property
    def text(self) -> str:
        """The normalised text."""
        return self.normalised.text

    @cached_property
    def weight(self) -> int:
        """How many characters say something: letters and digits of any script."""
        return sum(map(str.isalnum, self.body))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the body that are not blank."""
        return tuple(line for line in self.body.splitlines() if line.strip())

    def sighting(self, start: int, end: int) -> Sighting:
        """A place in the normalised text, as a place in the original."""
        left, right = self.normalised.span(start, end)
        return Sighting(start=left, end=right, steps=tuple(self.normalised.steps_in(start, end)))

    @cached_property
    def whole(self) -> Sighting:
        """The whole message without the blanks around it."""
        end = len(self.original.rstrip())
        return Sighting(start=min(end, len(self.original) - len(self.original.lstrip())), end=end)
