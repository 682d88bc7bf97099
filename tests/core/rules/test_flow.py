"""Flooding in all its kinds, counted over the conversation."""

from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.message import Kind, Message
from tests.core.rules.seen import codes, notes, said

AD = "供应监护仪现货欢迎咨询"


def test_the_third_time_in_a_row_is_a_flood() -> None:
    twice = [said(AD, minutes=-20), said(AD + "🌹🌹", minutes=-10)]
    (note,) = notes("flood", said("供应监护仪，现货！欢迎咨询。", minutes=0), *twice)
    assert note is not None
    assert (note.code, note.values["count"]) == ("seen.flood", 3)
    assert codes("flood", said(AD, minutes=0), *twice[:1]) == []
    assert codes("flood", said(AD, minutes=0), *twice, same="4") == []


def test_what_others_say_between_does_not_end_a_flood_but_other_words_of_ones_own_do() -> None:
    others = [said(AD, minutes=-9), said("收到", "李四", minutes=-8), said(AD, minutes=-7)]
    assert codes("flood", said(AD, minutes=0), *others) == ["seen.flood"]
    own = [said(AD, minutes=-9), said(AD, minutes=-8), said("不好意思发错了", minutes=-7)]
    assert codes("flood", said(AD, minutes=0), *own) == []


def test_the_same_words_of_others_and_of_yesterday_are_no_flood() -> None:
    assert (
        codes("flood", said(AD, minutes=0), said(AD, "李四", minutes=-2), said(AD, "王五", minutes=-1)) == []
    )
    assert codes("flood", said(AD, minutes=0), said(AD, minutes=-3000), said(AD, minutes=-2000)) == []


def test_a_short_reply_given_to_several_people_is_no_flood() -> None:
    between = [
        said("收到", minutes=-9), said("二号任务", "李四", minutes=-8),
        said("收到", minutes=-7), said("三号任务", "李四", minutes=-6),
    ]  # fmt: skip
    assert codes("flood", said("收到", minutes=0), *between) == []
    assert codes("flood", said("收到", minutes=0), said("收到", minutes=-2), said("收到", minutes=-1)) == [
        "seen.flood"
    ]


def test_pictures_are_not_the_same_words() -> None:
    assert codes("flood", said("[图片]", minutes=0), *[said("[图片]", minutes=-1)] * 4) == []


def test_without_times_what_stands_in_a_row_counts() -> None:
    assert codes("flood", said(AD), said(AD), said(AD)) == ["seen.flood"]
    assert codes("flood", said(AD, ""), said(AD, ""), said(AD, "")) == []


def test_the_fourth_message_in_two_minutes_is_a_burst() -> None:
    three = [said(f"第{n}条", minutes=-1.5 + n / 2) for n in range(3)]
    (note,) = notes("burst", said("第四条", minutes=0), *three)
    assert note is not None
    assert (note.code, note.values["count"]) == ("seen.burst", 4)
    assert codes("burst", said("第四条", minutes=1.6), *three) == []
    assert codes("burst", said("第四条"), *three) == []  # nothing tells when it was sent
    assert codes("burst", said("第四条", minutes=0), *three, messages="5") == []


def test_a_burst_may_be_asked_for_in_a_row_only() -> None:
    talk = [
        said("甲", minutes=-1),
        said("乙", "李四", minutes=-1),
        said("丙", minutes=0),
        said("丁", minutes=0),
    ]
    assert codes("burst", said("戊", minutes=0), *talk) == ["seen.burst"]
    assert codes("burst", said("戊", minutes=0), *talk, alone="yes") == []


def test_many_pictures_within_minutes() -> None:
    four = [said("[图片]", minutes=-n, kind=Kind.PICTURE) for n in (4, 3, 2, 1)]
    (note,) = notes("many-pictures", said("[图片]", minutes=0), *four)
    assert note is not None
    assert (note.code, note.values["count"]) == ("seen.many-pictures", 5)
    assert codes("many-pictures", said("[图片] [图片] [图片] [图片] [图片]")) == ["seen.many-pictures"]
    assert codes("many-pictures", said("[图片]", minutes=2), *four) == []
    assert codes("many-pictures", said("看图", minutes=0), *four) == []
    assert codes("many-pictures", said("[图片]", minutes=0), *four, pictures="6") == []


def test_many_stickers_each_face_counted() -> None:
    assert codes("many-stickers", said("[强][强][强][强][强]")) == ["seen.many-stickers"]
    three = [said("[动画表情]", minutes=-n) for n in (3, 2, 1)]
    assert codes("many-stickers", said("[动画表情]", minutes=0), *three, stickers="4") == [
        "seen.many-stickers"
    ]
    assert codes("many-stickers", said("谢谢[强][强][强][强][强]")) == []


def dialogue(*senders: str) -> list[Message]:
    return [said(f"第{n}句", sender, minutes=n - len(senders)) for n, sender in enumerate(senders)]


def test_two_people_who_talk_for_long() -> None:
    eleven = dialogue(*["李四", "张三"] * 5, "李四")
    (note,) = notes("dialogue", said("接着说", minutes=0), *eleven)
    assert note is not None
    assert (note.values["name"], note.values["count"]) == ("李四", 12)
    assert codes("dialogue", said("接着说", minutes=0), *eleven[1:]) == []
    assert codes("dialogue", said("接着说", "王五", minutes=0), *eleven) == []
    assert codes("dialogue", said("接着说", minutes=60), *eleven) == []


def test_one_who_talks_and_one_who_nods_are_no_dialogue() -> None:
    assert codes("dialogue", said("接着说", minutes=0), *dialogue(*["张三"] * 10, "李四")) == []
    assert codes("dialogue", said("嗯", minutes=0), *dialogue(*["李四"] * 10, "张三")) == []


@given(
    st.lists(
        st.tuples(st.sampled_from(["张三", "李四"]), st.sampled_from([AD, "好的收到谢谢啦", "[图片]"])),
        max_size=6,
    )
)
def test_a_flood_is_the_run_of_ones_own_same_words(lines: list[tuple[str, str]]) -> None:
    before = [said(text, sender, minutes=n - 10) for n, (sender, text) in enumerate(lines)]
    own = [text for sender, text in reversed(lines) if sender == "张三"]
    run = 1 + next((n for n, text in enumerate(own) if text != AD), len(own))
    expected = ["seen.flood"] if run >= 3 else []
    assert codes("flood", said(AD, minutes=0), *before) == expected
