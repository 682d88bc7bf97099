"""Normalising: the reading of a text that disguises cannot change, with the way back to the original."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from moderator_app.core.text.characters import fold_characters
from moderator_app.core.text.contact_words import fold_contact_words
from moderator_app.core.text.lookalikes import fold_lookalikes
from moderator_app.core.text.normalised import ALL_STEPS, Normalised, Step
from moderator_app.core.text.split_characters import join_split_characters
from moderator_app.core.text.spoken_digits import fold_spoken_digits
from moderator_app.core.text.strewn import drop_strewn_fillers

_WORD_STEPS: tuple[tuple[Step, Callable[[Normalised], Normalised]], ...] = (
    (Step.STREWN_FILLERS, drop_strewn_fillers),
    (Step.SPLIT_CHARACTERS, join_split_characters),
    (Step.CONTACT_WORDS, fold_contact_words),
    (Step.SPOKEN_DIGITS, fold_spoken_digits),
)


def normalise(text: str, *, steps: frozenset[Step] | None = None) -> Normalised:
    """Read `text` plainly: all steps, or only those named.

    First what each character is by itself, then what only its neighbours tell: look-alikes in
    mixed words, contact words beside a contact, Chinese digits in a telephone number.
    """
    steps = ALL_STEPS if steps is None else steps
    plain = fold_characters(text, steps)
    if Step.LOOKALIKES in steps:
        plain = fold_lookalikes(plain)
    result = plain
    for step, fold in _WORD_STEPS:
        if step in steps:
            result = fold(result)
    return result if result is plain else replace(result, before_words=plain)
