"""The n-gram model: what its units are, and that it only counts what it knows."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.rules.ngrams import NgramModel, ngrams

MODEL = NgramModel(weights={"日结": 3.0, "招": 1.0, "吗": -2.0, "0元": 1.5}, bias=-1.0)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("", -1.0),
        ("今天开会", -1.0),
        ("日结", 2.0),
        ("日结日结", 2.0),
        ("招吗", (1.0 - 2.0) / 2**0.5 - 1.0),
        ("300元", 0.5),
        ("20000元", 0.5),
    ],
)
def test_known_ngrams_count_once_and_by_the_root_of_their_number(text: str, score: float) -> None:
    assert MODEL.score(text) == pytest.approx(score)


def test_numbers_and_blanks_count_as_one_unit() -> None:
    assert ngrams("9  13元") == {"0", " ", "元", "0 ", " 0", "0元", "0 0", " 0元"}


@given(st.text())
def test_any_text_has_a_finite_score(text: str) -> None:
    assert isfinite(MODEL.score(text))
    assert all(1 <= len(ngram) <= 3 for ngram in ngrams(text))
