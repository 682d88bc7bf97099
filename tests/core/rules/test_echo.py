"""The same words again and again within one message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.message import Context, Message
from moderator_app.core.rules.detectors import echo, make
from moderator_app.core.rules.detectors.base import Given
from moderator_app.core.rules.reading import Reading


def seen(text: str, **options: str) -> list[str]:
    found = make("echo", options)(Reading(Message(text=text), Context()))
    return [text[place.start : place.end] for place in found]


@pytest.mark.parametrize(
    "text",
    [
        "投票投票投票投票",
        "开团了！开团了！开团了！开团了！",
        "今晚开团\n今晚开团\n今晚开团\n今晚开团",
        "顶顶顶顶顶顶顶顶",
    ],
)
def test_the_same_for_the_fourth_time_is_one_place(text: str) -> None:
    assert seen(text) == [text.rstrip("！")]


@pytest.mark.parametrize(
    "text",
    [
        "哈哈哈哈哈哈哈哈哈哈哈哈",
        "呜呜呜呜呜呜呜呜",
        "13800000000",
        "——————————",
        "研究研究",
        "好好好好",
        "[捂脸]" * 6,
        "尾号xxxxxxxxxxx",
    ],
)
def test_laughter_figures_and_marks_are_none(text: str) -> None:
    assert seen(text) == []


def test_how_many_times_is_the_rulebooks_to_say() -> None:
    assert seen("开会开会开会", times="3") == ["开会开会开会"]
    assert seen("开会开会开会") == []


def test_a_long_text_costs_little() -> None:
    text = "".join(chr(0x4E00 + place * 7 % 5000) for place in range(20_000))
    assert seen(text) == []


SAID = st.text("开会了a1 ，_", min_size=1, max_size=6)


@given(st.lists(st.tuples(SAID, st.integers(1, 9)), max_size=4), st.sampled_from((2, 3, 4, 9, 12)))
def test_nothing_is_passed_over_that_the_patterns_find(parts: list[tuple[str, int]], times: int) -> None:
    text = "".join(said * often for said, often in parts)
    detector = echo._Echo(Given({"times": str(times)}))
    found = detector._phrase.search(text) or detector._single.search(text)
    assert echo._comes_back(text, times) or not found


def test_words_that_come_back_with_others_between_are_not_gone_into() -> None:
    text = "开会到场，散会离场，开会签到，散会签退，开会发言，散会打卡"
    assert not echo._comes_back(text, 3)
    assert echo._comes_back(text + "，打卡！打卡", 3)
