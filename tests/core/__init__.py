"""Tests of the core, room by room."""
