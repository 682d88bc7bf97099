"""The shape of a message: its length and lines, what it consists of, how it is decorated."""

from __future__ import annotations

import re

from moderator_app.core.rules.detectors.base import Detector, Factory, Given, Patterns, Seen
from moderator_app.core.rules.reading import Reading, Sighting
from moderator_app.core.text.faces import FACE
from moderator_app.core.text.phrases import PhraseMatcher
from moderator_app.core.text.sentences import ends_in_question, sentences
from moderator_app.core.wording import Reason

_BRACKETS = re.compile(r"【[^】\n]{1,20}】|\[[^\[\]\n]{3,20}\](?=\S{8})|《[^》\n]{2,20}》(?=.*《)")

_LONGEST_GREETING = 120


class _Length:
    """At least `least` and at most `most` letters."""

    def __init__(self, given: Given) -> None:
        self._least = given.count("least", 0)
        self._most = given.count("most", 10**9)

    def __call__(self, reading: Reading) -> Seen:
        return (reading.whole,) if self._least <= self._measure(reading) <= self._most else ()

    def _measure(self, reading: Reading) -> int:
        return reading.weight


class _Letters(_Length):
    """As above; `characters` is how many may stand in the message, marks and blanks inside it counted."""

    def __init__(self, given: Given) -> None:
        super().__init__(given)
        self._characters = given.count("characters", 0)

    def __call__(self, reading: Reading) -> Seen:
        if not self._characters:
            return super().__call__(reading)
        count = len(reading.body.strip())
        if count <= self._characters:
            return ()
        note = Reason("seen.length", {"count": count, "most": self._characters})
        return (Sighting(start=reading.whole.start, end=reading.whole.end, note=note),)


class _Lines(_Length):
    def _measure(self, reading: Reading) -> int:
        return len(reading.lines)


class _Numbers(_Length):
    """Runs of digits."""

    def _measure(self, reading: Reading) -> int:
        return len(re.findall(r"\d+", reading.text))


class _Question:
    """The last sentence asks; in a long text a closing question proves little."""

    def __init__(self, given: Given) -> None:
        self._within = given.count("within", 200)

    def __call__(self, reading: Reading) -> Seen:
        if len(reading.text) > self._within or not ends_in_question(reading.normalised):
            return ()
        start, end = sentences(reading.normalised)[-1]
        return (reading.sighting(start, end),)


class _Only:
    """The message is made of these phrases and little else: at most `rest` further characters."""

    def __init__(self, given: Given) -> None:
        self._matcher = PhraseMatcher(given.texts("phrases"))
        self._fill = PhraseMatcher(given.texts("with"))
        self._rest = given.count("rest", 0)

    def __call__(self, reading: Reading) -> Seen:
        if len(reading.body) > _LONGEST_GREETING:
            return ()
        core = self._matcher.find(reading.normalised)
        if not core:
            return ()
        covered = bytearray(len(reading.body))
        for match in [*core, *self._fill.find(reading.normalised)]:
            covered[match.start : match.end] = b"\1" * (match.end - match.start)
        for face in FACE.finditer(reading.body):
            covered[face.start() : face.end()] = b"\1" * len(face.group())
        rest = sum(1 for char, done in zip(reading.body, covered, strict=True) if not done and char.isalnum())
        return (reading.whole,) if rest <= self._rest else ()


class _Characters:
    """Exactly these characters, as they were written: normalising would read 🈶 as 有."""

    def __init__(self, given: Given) -> None:
        self._pattern = re.compile("|".join(map(re.escape, given.texts("texts"))) or r"(?!)", re.IGNORECASE)

    def __call__(self, reading: Reading) -> Seen:
        found = self._pattern.finditer(reading.body)
        return [Sighting(start=match.start(), end=match.end()) for match in found]


def _decoration(given: Given) -> Detector:
    """Headings in brackets."""
    return Patterns([_BRACKETS], least=given.count("least", 1))


def _faces(given: Given) -> Detector:
    """Emoji and codes such as [玫瑰] among the words."""
    return Patterns([FACE], least=given.count("least", 1))


def _exclaiming(given: Given) -> Detector:
    """Marks of exclamation, `least` of them."""
    return Patterns([re.compile(r"[!!]+")], least=given.count("least", 2))


FACTORIES: dict[str, Factory] = {
    "length": _Letters,
    "lines": _Lines,
    "numbers": _Numbers,
    "question": _Question,
    "only": _Only,
    "brackets": _decoration,
    "characters": _Characters,
    "faces": _faces,
    "exclaiming": _exclaiming,
}
