"""The conversation before a message: which stated need it answers, and whether people are talking."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import islice, pairwise

from moderator_app.core.message import Context, Kind, Message
from moderator_app.core.rules.reading import Reading
from moderator_app.core.rules.rulebook import Sign
from moderator_app.core.rules.scanner import Scanner, needed

NEED, PITCH, SOURCING = "need", "pitch", "sourcing"
"""The signs, by name, of a stated need, of what only looks like one, and of a need of goods to buy."""

_LOOK_BACK = 60
_ANSWER_WITHIN = timedelta(hours=24)
_TALK_WITHIN = timedelta(minutes=10)
_PROMPT = 4
"""An answer that names neither the need's topic nor its speaker must follow within so many messages."""

_REMEMBERED = 512
"""Messages of which is remembered what they ask for and talk about: they stand before the next check too."""

_EXCERPT = 20
# Characters that carry no topic: two texts that share only these have nothing in common.
_EMPTY = frozenset(
    "的了吗呢吧啊呀哦嗯我你您他她它们是在有没不要会能可以这那哪谁什么怎样个些和与或也都就还很太请问大家各位"
    "老师群里求购买卖推荐介绍需供应提联系电话微信私聊谢好想找一二三四五六七八九十到给从向被把让做用来去上下"
)
_WORD = re.compile(r"[a-z][a-z0-9-]+|[一-鿿]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A need that somebody stated before."""

    name: str
    at: str
    excerpt: str


class NeedFinder:
    """Looks for needs in the messages before; an advertisement dressed as a need is none."""

    def __init__(self, signs: Mapping[str, Sign]) -> None:
        self._known = NEED in signs
        self._scanner = Scanner(needed(signs, (NEED, PITCH, SOURCING)))
        self._wants = lru_cache(maxsize=_REMEMBERED)(self._wanted)

    def answered_by(self, reading: Reading, *, replies: bool, pitches: bool) -> Need | None:
        """The latest need that this message answers by topic, by name, or promptly.

        A sales pitch answers only who looks for goods, and by naming them: whoever asks how scopes
        are cleaned has not asked for scopes at the factory's price.
        """
        if not self._known or not reading.context.before:
            return None
        mine = _topics(reading.text)
        for distance, message in enumerate(_latest(reading, _ANSWER_WITHIN)):
            wants = self._wants(message.text, message.kind)
            if message.sender in reading.names or (SOURCING if pitches else NEED) not in wants:
                continue
            prompt = replies and not pitches and distance < _PROMPT
            if prompt or _addresses(reading.body, message.sender) or mine & _topics(message.text.lower()):
                return _need(message)
        return None

    def in_conversation(self, reading: Reading) -> bool:
        """Whether at least two others have just been talking, about the same thing or to this member."""
        recent = list(_latest(reading, _TALK_WITHIN))[:12]
        if all(message.sender in reading.names for message in recent):
            return False
        mine = _topics(reading.text)
        related = (mine & _topics(m.text.lower()) or _addresses(reading.body, m.sender) for m in recent)
        return any(related)

    def follows_others(self, reading: Reading) -> bool:
        """Whether somebody else has just said something to react to."""
        return any(message.sender not in reading.names for message in _latest(reading, _TALK_WITHIN)[:3])

    def _wanted(self, text: str, kind: Kind) -> frozenset[str]:
        """NEED where the message states one, and SOURCING beside it where it is one of goods."""
        seen, _ = self._scanner.scan(Reading(Message(text=text, kind=kind), Context()))
        return frozenset() if NEED not in seen or PITCH in seen else frozenset({NEED, SOURCING} & seen.keys())


def _latest(reading: Reading, within: timedelta) -> list[Message]:
    now = reading.context.now or reading.message.at
    found = []
    for message in islice(reversed(reading.context.before), _LOOK_BACK):
        if now is not None and message.at is not None and not timedelta(0) <= now - message.at <= within:
            break
        found.append(message)
    return found


def _addresses(text: str, name: str) -> bool:
    return bool(name) and (f"@{name}" in text or (len(name) >= 2 and text.startswith(name)))


@lru_cache(maxsize=_REMEMBERED)
def _topics(text: str) -> frozenset[str]:
    """Pairs of Chinese characters and Latin words that may name what is talked about."""
    found: set[str] = set()
    for word in _WORD.findall(text[:2000]):
        if word[0] < "一":
            found.add(word)
            continue
        pairs = pairwise(word)
        found.update([left + right for left, right in pairs if left not in _EMPTY and right not in _EMPTY])
    return frozenset(found)


def _need(message: Message) -> Need:
    words = " ".join(message.text.split())
    excerpt = words if len(words) <= _EXCERPT else words[: _EXCERPT - 1] + "…"
    return Need(name=message.sender, at=message.at.strftime("%H:%M") if message.at else "", excerpt=excerpt)
