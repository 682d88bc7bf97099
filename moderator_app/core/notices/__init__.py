"""Canned notices: their model, their tokens, and which one fits a verdict."""
