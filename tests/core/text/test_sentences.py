"""Sentences and questions."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from moderator_app.core.text.normalise import normalise
from moderator_app.core.text.sentences import ends_in_question, sentences
from tests.core.text.texts import any_text


@pytest.mark.parametrize(
    "text",
    [
        "谁有口罩？",
        "有人用过吗",
        "这个多少钱",
        "您好。请问哪家有货",
        "怎么办呢[捂脸]",
        "能不能发一下 @张三",
        "好的。可以吗？谢谢？",
    ],
)
def test_asks(text: str) -> None:
    assert ends_in_question(normalise(text))


@pytest.mark.parametrize(
    "text", ["大量现货。", "有人吗？有的。", "教你怎么用", "不知道是什么", "", "。。。", "[强][强]"]
)
def test_does_not_ask(text: str) -> None:
    assert not ends_in_question(normalise(text))


def test_sentences_are_cut_at_their_ends() -> None:
    source = normalise("第一句。第二句！！\n第三句")
    assert [source.text[slice(*span)] for span in sentences(source)] == ["第一句。", "第二句!!", "第三句"]


@given(any_text)
def test_sentences_of_any_text_are_in_order_and_apart(text: str) -> None:
    source = normalise(text)
    spans = sentences(source)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
