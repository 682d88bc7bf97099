"""What kind of message a message is worded like as a whole, by the n-gram model of its sign."""

from __future__ import annotations

from moderator_app.core.rules.detectors.base import Given, Seen
from moderator_app.core.rules.ngrams import NgramModel
from moderator_app.core.rules.reading import Reading
from moderator_app.core.rules.rulebook import Options


class WordedLike:
    """Seen where the points for `kind` reach `least`: a trait of the whole message, not of a place in it."""

    def __init__(self, model: NgramModel, options: Options) -> None:
        given = Given(options)
        self._model = model
        self._kind = given.text("kind")
        given.check("kind", self._kind, tuple(model.bias))
        self._least = given.number("least", 1.0)
        given.finish()

    def __call__(self, reading: Reading) -> Seen:
        """The whole message, or nothing."""
        return [reading.whole] if self._model.score(reading.text, self._kind) >= self._least else ()
