"""The texts that the models learn from: told apart, of known kinds, and hidden together with their likes."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.labelled import FOLDS, FORBIDDEN, HARMLESS, HIDDEN, OWN, Text, own, quarter

KNOWN = {*HARMLESS, *FORBIDDEN, "lyrical"}


def test_our_sentences_are_of_known_kinds_and_none_is_of_two() -> None:
    sentences = [*own()]
    assert {sentence.kind for sentence in sentences} <= KNOWN
    harmless = {sentence.text for sentence in sentences if sentence.kind in HARMLESS}
    forbidden = {sentence.text for sentence in sentences if sentence.kind in FORBIDDEN}
    assert len(harmless) > 1_000
    assert len(forbidden) > 500
    assert not harmless & forbidden


def test_our_sentences_are_told_apart() -> None:
    lines = [line for path in OWN.glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()]
    ids = Counter(json.loads(line)["id"] for line in lines)
    assert [name for name, count in ids.items() if count > 1] == []


@pytest.mark.parametrize(
    "one, other", [("充 100 送 50，来", "充200送80!来"), ("加我QQ 12345", "加我QQ: 777")]
)
def test_texts_that_differ_in_digits_and_signs_are_hidden_together(one: str, other: str) -> None:
    assert quarter(one) == quarter(other)


@given(st.text())
def test_every_text_has_a_fold(text: str) -> None:
    assert 0 <= Text("normal", "own/talk", text).fold < FOLDS


def test_a_source_is_hidden_as_a_whole() -> None:
    assert len(HIDDEN) == FOLDS
    folds = {Text("ad", "game_chat/game_ad", text).fold for text in ("出金", "收号", "代练", "上分", "卖币")}
    assert len(folds) == 1
