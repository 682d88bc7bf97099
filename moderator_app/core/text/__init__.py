"""Texts: normalising with a map back to the original, transcripts, and what they hold."""

from __future__ import annotations

from moderator_app.core.text.clipboard import Clipboard, Quote, parse_clipboard
from moderator_app.core.text.contacts import Channel, Contact, find_contacts
from moderator_app.core.text.extract import Extracts, extract
from moderator_app.core.text.faces import FACE
from moderator_app.core.text.kinds import kind_of, only_faces
from moderator_app.core.text.links import Link, LinkKind, find_links
from moderator_app.core.text.money import Money, find_money
from moderator_app.core.text.normalise import normalise
from moderator_app.core.text.normalised import ALL_STEPS, Normalised, Step
from moderator_app.core.text.phrases import Match, PhraseMatcher
from moderator_app.core.text.rawsigns import RawSign, Sign, raw_signs
from moderator_app.core.text.system_lines import Join, is_system_line, parse_join

__all__ = [
    "ALL_STEPS", "FACE", "Channel", "Clipboard", "Contact", "Extracts", "Join", "Link", "LinkKind",
    "Match", "Money", "Normalised", "PhraseMatcher", "Quote", "RawSign", "Sign", "Step", "extract",
    "find_contacts", "find_links", "find_money", "is_system_line", "kind_of", "normalise",
    "only_faces", "parse_clipboard", "parse_join", "raw_signs",
]  # fmt: skip
