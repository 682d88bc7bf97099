"""Detectors: one file a family, each found by its name in a rulebook."""
