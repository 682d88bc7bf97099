"""Texts: normalising with a map back to the original, transcripts, and what they hold."""

from __future__ import annotations

from moderator_app.core.text.fillers import FACE
from moderator_app.core.text.links import Link, LinkKind, find_links
from moderator_app.core.text.normalise import normalise
from moderator_app.core.text.normalised import ALL_STEPS, Normalised, Step
from moderator_app.core.text.phrases import Match, PhraseMatcher, covered, longest
from moderator_app.core.text.rawsigns import RawSign, Sign, raw_signs

__all__ = [
    "ALL_STEPS", "FACE", "Link", "LinkKind", "Match", "Normalised", "PhraseMatcher", "RawSign", "Sign", "Step",
    "covered", "find_links", "longest", "normalise", "raw_signs",
]  # fmt: skip
