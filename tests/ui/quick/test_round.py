"""The rows of a conversation, who is next, and what is done with whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from moderator_app.core.message import Message
from moderator_app.core.roster.ladder import Standing, StepView
from moderator_app.core.rules.verdict import Action, Finding, Level, Verdict
from moderator_app.core.text.system_lines import Join
from moderator_app.core.wording import Reason
from moderator_app.session.types import Case, Conversation
from moderator_app.ui.quick.acting import Done, Outcome
from moderator_app.ui.quick.round import Round, RowKind, told
from tests.ui.quick.fakes import GROUPS, MEMBERS

NEED = "请问内镜清洗登记怎么做电子化？"


def verdict(level: Level) -> Verdict:
    found = Finding(rule="hawking", level=level, hits=(), reason=Reason("plain"))
    return Verdict(level=level, findings=() if level is Level.OK else (found,))


def answer(to: str) -> Verdict:
    values = {"name": "王五", "at": "10:12", "excerpt": to[:6] + "…"}
    passed = Finding(rule="ads", level=Level.OK, hits=(), reason=Reason("passed.answer", values))
    return Verdict(level=Level.OK, passed=(passed,))


def case_for(message: Message, judged: Verdict, **fields: object) -> Case:
    step = StepView(number=1, action=Action.NONE, notice="")
    return Case(
        group=GROUPS[0],
        message=message,
        verdict=judged,
        standing=Standing(),
        step=step,
        at=datetime(2026, 11, 21),
        sender=message.sender,
        **fields,  # type: ignore[arg-type]
    )


def talk(*said: tuple[str, str, Level | Verdict], joins: tuple[Join, ...] = ()) -> Round:
    """A conversation of (sender, text, level); every offence is of another person."""
    messages, verdicts, start = [], [], 0
    for sender, text, level in said:
        messages.append(Message(text=text, sender=sender, start=start))
        verdicts.append(level if isinstance(level, Verdict) else verdict(level))
        start += len(text) + 10
    offences = [(m, v) for m, v in zip(messages, verdicts, strict=True) if v.level is not Level.OK]
    offences.sort(key=lambda each: -each[1].level.rank)
    first: dict[str, Case] = {}
    for message, judged in offences:
        first.setdefault(message.sender or str(message.start), case_for(message, judged))
    whole = Conversation(
        offenders=tuple(first.values()),
        messages=tuple(messages),
        verdicts=tuple(verdicts),
        members=("",) * len(messages),
        joins=joins,
    )
    worst = next(iter(first.values()), case_for(messages[-1], verdicts[-1]))
    return Round("".join(text for _, text, _ in said), replace(worst, conversation=whole))


def three() -> Round:
    return talk(
        ("王五", NEED, Level.OK),
        ("张三", "现货", Level.VIOLATION),
        ("赵六", "快乐", Level.UNSURE),
        ("张三", "批发", Level.VIOLATION),
        ("李四", "好的", Level.OK),
        ("孙七", "扫码", Level.VIOLATION),
    )


def done_with(round_: Round) -> Done:
    assert round_.person is not None
    return Done(outcome=Outcome.DONE, case=round_.person.case)


def names(round_: Round) -> list[str]:
    return [person.case.sender for person in round_.people]


def test_the_worst_stand_first_and_the_rest_last():
    round_ = three()
    assert names(round_) == ["张三", "孙七", "赵六"]
    assert round_.kinds == [RowKind.PERSON] * 3 + [RowKind.REST]
    assert [said.message.sender for said in round_.rest] == ["王五", "李四"]
    assert round_.listed and round_.left == 3


def test_the_next_one_is_the_next_below_and_then_the_first_again():
    round_ = three()
    round_.choose(1)
    round_.note(done_with(round_))
    assert round_.go_on() and names(round_)[round_.row] == "赵六"
    round_.note(done_with(round_))
    assert round_.go_on() and names(round_)[round_.row] == "张三"
    round_.note(done_with(round_))
    assert not round_.go_on()
    assert (round_.left, round_.handled) == (0, 3)


def test_taking_back_asks_for_that_person_again():
    round_ = three()
    first = done_with(round_)
    round_.note(first)
    round_.go_on()
    round_.note(done_with(round_))
    assert round_.latest is not first
    assert round_.latest is not None
    round_.take_back(replace(round_.latest, restored=True))
    assert round_.person is not None and round_.person.case.sender == "孙七"
    assert round_.latest is first and round_.handled == 1


def test_one_notice_is_for_those_who_broke_a_rule_and_can_be_named():
    round_ = three()
    assert [case.sender for case in round_.accused] == ["张三", "孙七"]
    round_.people[0] = replace(
        round_.people[0], case=replace(round_.people[0].case, candidates=(MEMBERS["m3"], MEMBERS["m4"]))
    )
    assert [case.sender for case in round_.accused] == ["孙七"]


def test_one_notice_for_several_is_one_deed():
    round_ = three()
    all_of_them = Done(outcome=Outcome.DONE, cases=tuple(round_.accused))
    round_.note(all_of_them)
    assert [person.done is all_of_them for person in round_.people] == [True, True, False]
    round_.take_back(replace(all_of_them, restored=True))
    assert round_.handled == 0 and round_.row == 0


def test_the_same_text_again_remembers_what_was_done():
    before, again = three(), three()
    before.note(done_with(before))
    assert again.goes_on(before)
    again.resume(before)
    assert [person.done is not None for person in again.people] == [True, False, False]
    assert again.latest is before.latest


def test_all_of_a_persons_messages_are_shown_in_order():
    round_ = three()
    assert [said.message.text for said in round_.messages()] == ["现货", "批发"]
    round_.choose(9)
    assert round_.kind is RowKind.REST
    assert [said.message.text for said in round_.messages()] == [NEED, "好的"]
    assert round_.context() is None


def test_the_need_that_is_answered_goes_before_what_was_said_last():
    round_ = talk(
        ("王五", NEED, Level.OK),
        ("李四", "我也想知道", Level.OK),
        ("张三", "我有", answer(NEED)),
        ("张三", "现货", Level.VIOLATION),
    )
    context = round_.context()
    assert context is not None and context.message.text == NEED


def test_without_a_need_it_is_what_was_said_last_unless_that_is_charged_itself():
    round_ = three()
    context = round_.context()
    assert context is not None and context.message.sender == "王五"
    round_.choose(2)
    assert round_.context() is None


@pytest.mark.parametrize("count", [1, 2])
def test_messages_of_nobody_are_each_somebodys_own(count: int):
    round_ = talk(*[("", f"现货{number}", Level.VIOLATION) for number in range(count)])
    assert len(round_.people) == count
    assert [len(round_.messages())] == [1]


def test_who_joined_is_a_row_of_its_own_and_alone_needs_no_list():
    join = Join(inviter="甲", names=("乙", "丙"))
    beside = talk(("王五", NEED, Level.OK), joins=(join,))
    assert beside.kinds == [RowKind.JOINS, RowKind.REST] and beside.listed
    beside.note(Done(outcome=Outcome.DONE, newcomers=("乙", "丙")))
    assert beside.left == 0 and beside.joined is not None
    both = talk(("张三", "现货", Level.VIOLATION), joins=(join,))
    assert both.kinds == [RowKind.PERSON, RowKind.JOINS]


def test_a_single_message_is_no_list():
    clean, charged = talk(("王五", NEED, Level.OK)), talk(("张三", "现货", Level.VIOLATION))
    assert clean.kinds == [] and not clean.listed
    assert charged.kinds == [RowKind.PERSON] and not charged.listed and charged.rest == []


def test_talk_and_answers_are_counted():
    round_ = talk(("王五", NEED, Level.OK), ("李四", "我有", answer(NEED)), ("张三", "现货", Level.VIOLATION))
    assert told(round_.rest) == (1, 1)


def test_what_is_still_to_do_is_renewed_and_what_is_done_is_not():
    round_ = three()
    round_.note(done_with(round_))
    renewed: list[str] = []
    round_.refresh(lambda case: (renewed.append(case.sender), case)[1])
    assert renewed == ["孙七", "赵六"]
