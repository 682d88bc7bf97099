"""Answers that come late after a call by name, and pictures while many talk."""

from datetime import datetime, timedelta

import pytest

from moderator_app.core.errors import BadInput
from moderator_app.core.message import Context, Kind, Message, Speaker
from moderator_app.core.rules.detectors import make
from moderator_app.core.rules.reading import Reading

NOON = datetime(2026, 3, 4, 12, 0)


def seen(detector, before, *, at=NOON, assumed=False, **options):
    message = Message(text="收到，马上办", sender="张三", at=at, assumed=assumed)
    context = Context(now=at or NOON, speaker=Speaker(name="张三"), before=tuple(before))
    return make(detector, options)(Reading(message, context))


def said(sender, text, minutes):
    """Somebody's words, so many minutes before noon."""
    return Message(text=text, sender=sender, at=NOON - timedelta(minutes=minutes))


CALL = said("李四", "@张三 报表今天能交吗", 31)


def test_the_first_words_after_a_call_are_late_when_the_time_is_over():
    (place,) = seen("late", [CALL, said("王五", "我也在等", 5)])
    assert place.note is not None
    assert place.note.code == "seen.late"
    assert place.note.values == {"name": "李四", "at": "03-04 11:29", "minutes": 31}


def test_the_first_of_several_calls_counts():
    (place,) = seen("late", [CALL, said("李四", "@张三，在吗", 2)])
    assert place.note.values["minutes"] == 31


@pytest.mark.parametrize(
    "before",
    [
        [said("李四", "@张三 报表今天能交吗", 30)],
        [said("李四", "@张三丰 报表今天能交吗", 300)],
        [said("李四", "张三 报表今天能交吗", 300)],
        [CALL, said("张三", "在开会，两点给您", 20)],
        [Message(text="@张三 在吗", sender="李四")],
        [],
    ],
)
def test_what_is_no_late_answer(before):
    assert seen("late", before) == ()


def test_a_time_that_is_only_assumed_makes_nobody_late():
    assert seen("late", [CALL], assumed=True) == ()
    assert seen("late", [CALL], at=None) == ()


def test_by_days_an_answer_is_late_on_the_next_day():
    asked = said("李四", "@张三 报表什么时候交", 60 * 13)
    assert seen("late", [asked], **{"same-day": "yes"})
    assert seen("late", [CALL], **{"same-day": "yes"}) == ()


def test_busy_counts_others_who_spoke_just_now():
    talk = [
        said("李四", "我看行", 2),
        said("王五", "同意", 1),
        said("赵六", "再想想", 1),
        said("张三", "嗯", 1),
    ]
    (place,) = seen("busy", talk)
    assert place.note.values == {"count": 3}
    assert seen("busy", talk, people="4") == ()
    assert seen("busy", [said("李四", "我看行", 4), *talk[1:]]) == ()
    system = Message(text="钱七加入了群聊", sender="", at=NOON, kind=Kind.SYSTEM)
    assert seen("busy", [*talk[1:], system]) == ()


def test_options_that_cannot_be_are_refused():
    with pytest.raises(BadInput):
        make("late", {"same-day": "maybe"})
    with pytest.raises(BadInput):
        make("busy", {"persons": "3"})
