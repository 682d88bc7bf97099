"""A normalised text with the way back: which characters of the original each of its characters came from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from moderator_app.core.rules.verdict import Span


class Step(StrEnum):
    """The steps of normalising; the values name them in explanations."""

    CASE = "case"
    WIDTH = "width"
    DIGITS = "digits"
    KEYCAPS = "keycaps"
    LETTERS = "letters"
    LOOKALIKES = "look-alikes"
    INVISIBLE = "invisible"
    MARKS = "marks"
    SIMPLIFIED = "simplified"
    SPLIT_CHARACTERS = "split-characters"
    STREWN_FILLERS = "strewn-fillers"
    CONTACT_WORDS = "contact-words"
    SPOKEN_DIGITS = "spoken-digits"


ALL_STEPS: frozenset[Step] = frozenset(Step)
BIT: Mapping[Step, int] = {step: 1 << place for place, step in enumerate(Step)}
WORD_STEPS = frozenset({Step.SPLIT_CHARACTERS, Step.STREWN_FILLERS, Step.CONTACT_WORDS, Step.SPOKEN_DIGITS})
"""Steps that rewrite by what stands around: a word is looked up before and after them."""

_REWRITING = sum(BIT[step] for step in WORD_STEPS)


@dataclass(frozen=True, slots=True)
class Splice:
    """Characters start…end of a normalised text are to become `text`, by `step`."""

    start: int
    end: int
    text: str
    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Normalised:
    """`text` is what detectors read, `original` what was written.

    `index` has len(text) + 1 places: character i came from original[index[i]:…], and
    original[index[i]:index[j]] covers text[i:j] unless a cut falls inside the expansion of one
    character (㎏ → kg). `span(i, j)` covers always, and is tight: it leaves out what was dropped
    before the first and after the last character. `before_words` is the text as it was before
    words were rewritten (卫星 → 微信), where any were: exact words are looked up there too.
    """

    original: str
    text: str
    index: Sequence[int]
    ends: Sequence[int] = field(repr=False)
    changed: Mapping[int, int] = field(default_factory=dict, repr=False)
    dropped: Mapping[int, int] = field(default_factory=dict, repr=False)
    before_words: Normalised | None = field(default=None, repr=False)

    @property
    def rewritten(self) -> list[int]:
        """The places of `text` that stand for rewritten words, in order."""
        return sorted(place for place, mask in self.changed.items() if mask & _REWRITING)

    def span(self, start: int, end: int) -> Span:
        """Where in the original the characters start…end of `text` came from."""
        if start >= end:
            return (self.index[start], self.index[start])
        return (self.index[start], self.ends[end - 1])

    def steps_in(self, start: int, end: int) -> tuple[str, ...]:
        """The names of the steps that changed something inside text[start:end]."""
        if not self.changed and not self.dropped:
            return ()
        mask = 0
        for place in range(start, end):
            mask |= self.changed.get(place, 0)
            if place > start:
                mask |= self.dropped.get(place, 0)
        return _names(mask)

    @property
    def steps(self) -> tuple[str, ...]:
        """The names of all steps that changed anything."""
        mask = 0
        for part in (*self.changed.values(), *self.dropped.values()):
            mask |= part
        return _names(mask)


@cache
def _names(mask: int) -> tuple[str, ...]:
    return tuple(step.value for step in Step if mask & BIT[step])


def untouched(text: str) -> Normalised:
    """A text that needs no normalising."""
    return Normalised(original=text, text=text, index=range(len(text) + 1), ends=range(1, len(text) + 1))


def replaced(source: Normalised, splices: Iterable[Splice]) -> Normalised:
    """`source` with the splices made; they must be in order and must not overlap.

    Every character of a replacement stands for the whole of what it replaces.
    """
    builder = _Builder(source)
    for splice in splices:
        builder.copy_to(splice.start)
        builder.put(splice)
    builder.copy_to(len(source.text))
    return builder.result()


class _Builder:
    """Puts a spliced text together piece by piece, moving the map along."""

    def __init__(self, source: Normalised) -> None:
        self.source = source
        self.at = 0
        self.pieces: list[str] = []
        self.index: list[int] = []
        self.ends: list[int] = []
        self.changed: dict[int, int] = {}
        self.dropped: dict[int, int] = {}
        self.places_changed = sorted(source.changed)
        self.places_dropped = sorted(source.dropped)

    def copy_to(self, end: int) -> None:
        """Take over everything between the last splice and `end`."""
        shift = len(self.index) - self.at
        for place in _within(self.places_changed, self.at, end):
            self.changed[place + shift] = self.source.changed[place]
        for place in _within(self.places_dropped, self.at, end):
            self.dropped[place + shift] = self.source.dropped[place]
        self.pieces.append(self.source.text[self.at : end])
        self.index.extend(self.source.index[self.at : end])
        self.ends.extend(self.source.ends[self.at : end])
        self.at = end

    def put(self, splice: Splice) -> None:
        """Set the new characters for those that the splice replaces."""
        first, last = self.source.span(splice.start, splice.end)
        mask = BIT[splice.step]
        for place in _within(self.places_changed, splice.start, splice.end):
            mask |= self.source.changed[place]
        for place in _within(self.places_dropped, splice.start + 1, splice.end):
            mask |= self.source.dropped[place]
        for _ in splice.text:
            self.changed[len(self.index)] = mask
            self.index.append(first)
            self.ends.append(last)
        if not splice.text:
            self.dropped[len(self.index)] = self.dropped.get(len(self.index), 0) | mask
        self.pieces.append(splice.text)
        self.at = splice.end

    def result(self) -> Normalised:
        """The text put together."""
        self.index.append(len(self.source.original))
        return Normalised(
            original=self.source.original,
            text="".join(self.pieces),
            index=self.index,
            ends=self.ends,
            changed=self.changed,
            dropped=self.dropped,
        )


def _within(places: list[int], start: int, end: int) -> list[int]:
    """Those of the sorted places that lie from `start` to before `end`."""
    return places[bisect_left(places, start) : bisect_left(places, end)]
