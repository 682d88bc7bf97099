"""How a message is worded as a whole, by the n-gram model of its sign."""

from __future__ import annotations

from moderator_app.core.rules.detectors.base import Given, Seen
from moderator_app.core.rules.ngrams import NgramModel, strongest
from moderator_app.core.rules.reading import Reading
from moderator_app.core.rules.rulebook import Options


class WordedLike:
    """Seen where the model's score reaches `least`; shows the n-grams that speak most for it."""

    def __init__(self, model: NgramModel, options: Options) -> None:
        given = Given(options)
        self._model = model
        self._least = given.number("least", 0.0)
        given.finish()

    def __call__(self, reading: Reading) -> Seen:
        """The strongest places, or none."""
        if self._model.weigh(reading.text) < self._least:
            return ()
        _, shares = self._model.score(reading.text)
        text = reading.text
        places = strongest(shares)
        return [reading.sighting(start, end) for start, end in places if text[start:end].strip()]
