"""The same words again and again within one message."""

import pytest

from moderator_app.core.message import Context, Message
from moderator_app.core.rules.detectors import make
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
