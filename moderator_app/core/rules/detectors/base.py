"""What every detector is: made from its options once, then asked about one reading at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from moderator_app.core.errors import BadInput
from moderator_app.core.rules.reading import Reading, Sighting
from moderator_app.core.rules.rulebook import Option, Options
from moderator_app.core.text.gated import Findable
from moderator_app.core.wording import Reason, Value

Seen = Sequence[Sighting]


def on_whole(reading: Reading, code: str, **values: Value) -> Seen:
    """The whole message, with a note of what was seen."""
    return (Sighting(start=reading.whole.start, end=reading.whole.end, note=Reason(code, values)),)


class Detector(Protocol):
    """Finds the places where its sign stands."""

    def __call__(self, reading: Reading) -> Seen:
        """Where the sign was seen in this reading, in order of place."""
        ...


Factory = Callable[["Given"], Detector]


class Given:
    """The options of one detector as its rulebook gives them; each is read once, with its type."""

    def __init__(self, options: Options) -> None:
        self._options: dict[str, Option] = dict(options)

    def text(self, key: str, default: str = "") -> str:
        """A text; a list is refused."""
        value = self._options.pop(key, default)
        if not isinstance(value, str):
            raise BadInput("option.not-text", option=key)
        return value

    def number(self, key: str, default: float) -> float:
        """A number that is not negative."""
        value = self.text(key)
        if not value:
            return default
        try:
            number = float(value)
        except ValueError as error:
            raise BadInput("option.not-number", option=key, value=value) from error
        if not 0 <= number < float("inf"):
            raise BadInput("option.not-number", option=key, value=value)
        return number

    def count(self, key: str, default: int) -> int:
        """A whole number that is not negative."""
        number = self.number(key, default)
        if number != int(number):
            raise BadInput("option.not-number", option=key, value=str(number))
        return int(number)

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one, an empty list stays empty."""
        value = self._options.pop(key, default)
        if isinstance(value, tuple):
            return value
        return (value,) if value else ()

    def one_of(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        """One of the words that this option knows."""
        value = self.text(key, default)
        self.check(key, value, allowed)
        return value

    def check(self, key: str, value: str, allowed: tuple[str, ...]) -> None:
        """Refuses a value that this option does not know."""
        if value not in allowed:
            raise BadInput("option.unknown-value", option=key, value=value, allowed="、".join(allowed))

    def finish(self) -> None:
        """Refuses what nobody read: a slip in an option's name must not pass in silence."""
        for key in self._options:
            raise BadInput("option.unknown", option=key)


class Patterns:
    """A detector of expressions on the normalised text; places holding a spared text are let be."""

    def __init__(self, patterns: Iterable[Findable], *, spare: Iterable[str] = (), least: int = 1) -> None:
        self._patterns = tuple(patterns)
        self._spare = tuple(spare)
        self._least = least

    def __call__(self, reading: Reading) -> Seen:
        """All places, or none where there are fewer than the least number asked for."""
        text = reading.text
        spans = [
            match.span()
            for pattern in self._patterns
            for match in pattern.finditer(text)
            if not (self._spare and self._spares(match.group()))
        ]
        if len(spans) < self._least:
            return ()
        return [reading.sighting(start, end) for start, end in sorted(spans)]

    def _spares(self, found: str) -> bool:
        return any(part in found for part in self._spare)
