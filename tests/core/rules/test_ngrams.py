"""The n-gram model: units, places, and that it only counts what it knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.rules.ngrams import NgramModel, ngrams, strongest

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
    assert MODEL.score(text)[0] == pytest.approx(score)


def test_the_places_shown_are_those_that_speak_for_it() -> None:
    _, shares = MODEL.score("招人吗，300元日结")
    assert strongest(shares) == [(4, 8), (8, 10)]


@given(st.text())
def test_every_ngram_has_its_place_in_the_text(text: str) -> None:
    for ngram, start, end in ngrams(text):
        assert 0 <= start < end <= len(text)
        assert len(ngram) <= end - start
