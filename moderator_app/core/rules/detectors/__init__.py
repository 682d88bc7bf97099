"""Detectors: one file a family, each found by its name in a rulebook."""

from __future__ import annotations

from moderator_app.core.errors import BadInput
from moderator_app.core.rules.detectors import (
    cards,
    clock,
    codes,
    contact,
    echo,
    flow,
    history,
    near,
    numbers,
    offers,
    raw,
    scene,
    shape,
    standing,
    talk,
)
from moderator_app.core.rules.detectors.base import Detector, Factory, Given
from moderator_app.core.rules.rulebook import Options

FACTORIES: dict[str, Factory] = {
    **cards.FACTORIES,
    **clock.FACTORIES,
    **codes.FACTORIES,
    **contact.FACTORIES,
    **echo.FACTORIES,
    **flow.FACTORIES,
    **history.FACTORIES,
    **near.FACTORIES,
    **numbers.FACTORIES,
    **offers.FACTORIES,
    **raw.FACTORIES,
    **scene.FACTORIES,
    **shape.FACTORIES,
    **standing.FACTORIES,
    **talk.FACTORIES,
}
"""Every detector by the name that rulebooks call it."""


def make(name: str, options: Options) -> Detector:
    """The detector of this name with these options; BadInput where either is wrong."""
    factory = FACTORIES.get(name)
    if factory is None:
        raise BadInput("detector.unknown", detector=name)
    given = Given(options)
    detector = factory(given)
    given.finish()
    return detector
