"""The n-gram model: what its units are, and that it only counts what it knows, for each kind apart."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.rules.ngrams import NgramModel, ngrams

MODEL = NgramModel(
    weights={"日结": (300, 0), "招": (100, -50), "吗": (-200, 0), "0元": (150, 20)},
    bias={"lure": -1.0, "other": 0.5},
)


@pytest.mark.parametrize(
    ("text", "lure", "other"),
    [
        ("", -1.0, 0.5),
        ("今天开会", -1.0, 0.5),
        ("日结", 2.0, 0.5),
        ("日结日结", 2.0, 0.5),
        ("招吗", (1.0 - 2.0) / 2**0.5 - 1.0, -0.5 / 2**0.5 + 0.5),
        ("300元", 0.5, 0.7),
        ("20000元", 0.5, 0.7),
    ],
)
def test_known_ngrams_count_once_and_by_the_root_of_their_number(
    text: str, lure: float, other: float
) -> None:
    assert MODEL.score(text, "lure") == pytest.approx(lure)
    assert MODEL.score(text, "other") == pytest.approx(other)


def test_a_kind_that_the_model_does_not_know_scores_nothing() -> None:
    assert MODEL.score("日结", "unheard of") == 0


def test_numbers_and_blanks_count_as_one_unit() -> None:
    assert ngrams("9  13元") == {"0", " ", "元", "0 ", " 0", "0元", "0 0", " 0元"}


@given(st.text())
def test_any_text_has_a_finite_score(text: str) -> None:
    assert isfinite(MODEL.score(text, "lure"))
    assert all(1 <= len(ngram) <= 3 for ngram in ngrams(text))
