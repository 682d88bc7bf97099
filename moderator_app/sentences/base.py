"""What every room's sentences share: their shape, and how they are joined and looked up."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from moderator_app.core.wording import Reason, Value
from moderator_app.i18n import CHINESE, language

Values = Mapping[str, Value]
Sentences = dict[str, Callable[[Values], str]]

EVERY: Sentences = {}
"""Every code with its sentence, gathered from all rooms when `moderator_app.sentences` is imported."""


def reason_text(reason: Reason) -> str:
    """The sentence of a reason in the language in force."""
    if reason.code in EVERY:
        return EVERY[reason.code](reason.values)
    return " ".join([reason.code, *(f"{name}={value}" for name, value in reason.values.items())])


def joined(*sentences: str) -> str:
    """Sentences one after the other, with a blank between them where the language has one."""
    return "".join(sentences) if language() == CHINESE else " ".join(sentences)


def why_text(values: Values) -> str:
    """The sentence of the code that another sentence carries as its `why`."""
    return reason_text(Reason(str(values["why"]), values))


def titled(values: Values, name: str) -> dict[str, Value]:
    """The values with the English title in place of the Chinese one where English is spoken."""
    other = values.get(f"{name}_en")
    return {**values, name: other} if language() != CHINESE and other else {**values}
