"""Texts in two languages, and sentences that are only put into words outside the core."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | float


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that a rulebook or notice gives in Chinese and, where it has one, in English."""

    zh: str
    en: str = ""

    def get(self, lang: str) -> str:
        """The text for `lang` ("zh_CN" or "en"); Chinese where the English is missing."""
        return self.en if lang == "en" and self.en else self.zh


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence as a code and its values; `moderator_app.sentences` puts it into words.

    The core tells what it found without choosing a language, so that the window, the command
    line and the tests read the same fact.
    """

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)
