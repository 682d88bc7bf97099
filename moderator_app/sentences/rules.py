"""The sentences of the judge and of the rulebook files."""

from __future__ import annotations

from moderator_app.sentences.base import Sentences

RULES: Sentences = {}
