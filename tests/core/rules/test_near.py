"""Words near one another: within a clause, in order or in any, and never across the end of a sentence."""

import pytest

from moderator_app.core.errors import BadInput
from moderator_app.core.message import Context, Message
from moderator_app.core.rules.detectors import make
from moderator_app.core.rules.reading import Reading


def seen(text: str, **options: str | tuple[str, ...]) -> list[str]:
    found = make("near", options)(Reading(Message(text=text), Context()))
    return [text[place.start : place.end] for place in found]


def test_two_words_close_together_are_one_place() -> None:
    assert seen("周末约他们打架去", first="约 叫", then="打架 动手") == ["约他们打架"]


@pytest.mark.parametrize("text", ["约了人，打架去", "约了人。打架去", "约了人\n打架去", "打架约他们"])
def test_punctuation_parts_them_and_order_counts(text: str) -> None:
    assert seen(text, first=("约",), then=("打架",)) == []


def test_a_comma_parts_no_sentence_and_order_may_be_any() -> None:
    assert seen("打架的事，约他们", first="约", then="打架", across="sentence", order="any")
    assert not seen("打架的事。约他们", first="约", then="打架", across="sentence", order="any")


def test_no_more_characters_between_than_asked_for() -> None:
    assert seen("约一二三打架", first="约", then="打架", within="3")
    assert not seen("约一二三四打架", first="约", then="打架", within="3")


def test_a_third_word_must_follow_and_a_spared_one_lets_be() -> None:
    chain = {"first": "把 将", "then": "图纸 报价", "last": "发给 转给"}
    assert seen("我把那份图纸已经发给对手了", **chain) == ["把那份图纸已经发给"]
    assert not seen("我把那份图纸收好了", **chain)
    assert not seen("我把那份图纸别发给对手", spare="别", **chain)


def test_words_are_read_as_the_text_is_and_mean_themselves() -> None:
    assert seen("把ＡＢ＋發給他", first="AB+", then="发给") == ["ＡＢ＋發給"]
    assert not seen("AAB发给他", first="A+B", then="发给")


def test_words_of_one_character_stay_words_of_their_own() -> None:
    assert seen("照片转到别的群", first="照片", then="发 转 传 贴", last="别的群") == ["照片转到别的群"]
    assert not seen("照片发转传贴别的群", first="照片", then="借 还", last="别的群")


def test_an_empty_list_matches_nothing() -> None:
    assert not seen("约他们打架", first="约")


def test_slips_are_refused() -> None:
    with pytest.raises(BadInput):
        make("near", {"first": "约", "then": "打", "order": "both"})
    with pytest.raises(BadInput):
        make("near", {"first": "约", "than": "打"})
