"""A disk that is never waited for, for tests that pull no plug: those of durable writes are elsewhere."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written lies where everybody reads it; only a power cut would tell the difference."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
