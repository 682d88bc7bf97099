"""Hiding a sentence does not save it, and makes no harmless one guilty: the table by ways of hiding."""

from __future__ import annotations

import pytest

from tests.cases.evasion_table import Row, table
from tests.cases.evasions import WAYS

LEAST_RECALL = 0.98
"""Of the forbidden sentences that are seen when they are written plainly."""

ODD = ("zero-width", "spaced", "strewn", "digits")


@pytest.fixture(scope="module")
def rows() -> dict[str, Row]:
    return table()


@pytest.mark.parametrize("way", WAYS)
def test_what_is_seen_plainly_is_seen_in_hiding(rows: dict[str, Row], way: str) -> None:
    row = rows[way]
    assert row.forbidden >= 30, "too few sentences to tell"
    assert row.seen >= LEAST_RECALL * row.forbidden, row.missed


@pytest.mark.parametrize("way", WAYS)
def test_no_harmless_sentence_is_accused_for_how_it_is_written(rows: dict[str, Row], way: str) -> None:
    row = rows[way]
    assert row.harmless >= 30, "too few sentences to tell"
    assert row.accused == []


@pytest.mark.parametrize("way", WAYS)
def test_few_harmless_sentences_are_asked_about(rows: dict[str, Row], way: str) -> None:
    """Odd characters everywhere are worth a question now and then; other ways of writing are not."""
    row = rows[way]
    assert row.asked <= (0.07 if way in ODD else 0.02) * row.harmless + 1
