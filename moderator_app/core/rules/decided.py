"""The moderator's own decisions, as examples of clauses: found again for the same message or a near copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from moderator_app.core.message import Context, Kind
from moderator_app.core.rules.past import Pieces, alike, letters_of
from moderator_app.core.rules.reading import Reading
from moderator_app.core.rules.rulebook import Clause
from moderator_app.core.rules.verdict import Finding, Hit, Level
from moderator_app.core.text.kinds import only_faces
from moderator_app.core.wording import Reason

NEARLY_THE_SAME = 0.9
"""The share of common bigrams from which a message is a copy of one that was decided."""

_FUZZ = 1e-9
"""What a share may be off by, being a fraction in binary."""

_BARE = frozenset({Kind.PICTURE, Kind.STICKER, Kind.VOICE, Kind.VIDEO})


class _Known:
    """One message as decisions compare it; contacts and links are looked for only where it comes to that."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        text = reading.original
        self.codes = reading.message.codes
        self.key = (reading.kind, letters_of(text) or text.strip(), self.codes)
        self.bare = reading.kind in _BARE and not self.codes and not only_faces(text)
        """[图片] is not always the same picture."""

    @property
    def pieces(self) -> Pieces:
        return self._reading.pieces

    @cached_property
    def leads_to(self) -> frozenset[str]:
        """Where the message leads its readers: numbers, accounts, links."""
        found = self._reading.extracts
        return frozenset((*(c.value for c in found.contacts), *(link.url for link in found.links)))

    def is_copy_of(self, other: _Known) -> bool:
        """Whether both are one message, as far as anybody would care."""
        if self.bare or self.key == other.key:
            return not self.bare
        near = self.codes == other.codes and alike(self.pieces, other.pieces) >= NEARLY_THE_SAME
        return near and self.leads_to == other.leads_to


@dataclass(frozen=True, slots=True)
class _Decision:
    clause: str
    hit: bool
    message: _Known


def as_decided(clause: Clause, finding: Finding | None, reading: Reading) -> Finding:
    """What a clause finds in what the moderator called a violation of it, whatever its points say."""
    whole = reading.whole
    marked = Hit(
        rule=clause.id,
        span=(whole.start, whole.end),
        evidence=reading.original[whole.start : whole.end],
        sign="",
    )
    return Finding(
        rule=clause.id,
        level=Level.VIOLATION,
        hits=finding.hits if finding else (marked,) if whole.start < whole.end else (),
        reason=Reason("found.decided"),
        score=max(finding.score if finding else 0.0, clause.violation),
        threshold=clause.violation,
        parts=finding.parts if finding else (),
    )


class Decisions:
    """All decisions of a rulebook."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        self._decisions = tuple(
            _Decision(clause.id, hit, _Known(Reading(example.message, Context())))
            for clause in clauses
            for hit, examples in ((True, clause.examples.hit), (False, clause.examples.miss))
            for example in examples
            if example.decided
        )

    @cached_property
    def _holding(self) -> Mapping[object, Sequence[_Decision]]:
        """The decisions by the keys of their messages and by each bigram in them."""
        found: defaultdict[object, list[_Decision]] = defaultdict(list)
        for each in self._decisions:
            for part in (each.message.key, *each.message.pieces):
                found[part].append(each)
        return dict(found)

    def _likely(self, known: _Known) -> set[_Decision]:
        """All that may be copies: the same, or with one of so many rare bigrams that none lacks them all."""
        count = len(known.pieces)
        enough = count - ceil(count * NEARLY_THE_SAME - _FUZZ) + 1
        having = sorted((self._holding.get(piece, ()) for piece in known.pieces), key=len)
        return set(self._holding.get(known.key, ())).union(*having[:enough])

    def on(self, reading: Reading) -> Mapping[str, bool]:
        """For each clause that was decided on this message whether it is broken; that it is not wins."""
        if not self._decisions:
            return {}
        known = _Known(reading)
        found = [each for each in self._likely(known) if known.is_copy_of(each.message)]
        return {each.clause: each.hit for each in sorted(found, key=lambda each: not each.hit)}
