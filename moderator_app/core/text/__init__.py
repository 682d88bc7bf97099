"""Texts: normalising with a map back to the original, transcripts, and what they hold."""
