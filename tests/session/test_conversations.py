"""Copied conversations: one case a person, the worst first; one strike and one notice for all of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from moderator_app.core.errors import Ambiguous, BadInput
from moderator_app.core.message import Kind, Role
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.rules.verdict import Action, Level
from moderator_app.session import Session
from moderator_app.session.types import LONGEST, LONGEST_CONVERSATION
from tests.session.conftest import RULEBOOK, Reopen

AD, HINT, LONG = "一次性手套，大量现货", "新品欢迎了解", "规格型号"


def told(*said: tuple[str, str]) -> str:
    """A conversation in the form of WeChat for Windows, a minute between two messages."""
    return "\n\n".join(
        f"{name}\n2026年03月02日 08:{minute:02}\n{text}" for minute, (name, text) in enumerate(said)
    )


def names(session: Session, text: str) -> list[str]:
    return [offender.sender for offender in session.check(text).conversation.offenders]


def test_offenders_are_one_a_person_violations_before_doubts_each_in_order(session: Session):
    case = session.check(
        told(("甲", HINT), ("乙", "早"), ("丙", AD), ("甲", AD), ("丁", HINT), ("丙", LONG), ("戊", AD))
    )
    offenders = case.conversation.offenders
    assert [(each.sender, each.verdict.level, each.message.text) for each in offenders] == [
        ("丙", Level.VIOLATION, AD),
        ("甲", Level.VIOLATION, AD),
        ("戊", Level.VIOLATION, AD),
        ("丁", Level.UNSURE, HINT),
    ]
    assert [[other.message.text for other in each.more] for each in offenders] == [[LONG], [HINT], [], []]
    assert [each.offences for each in offenders] == [2, 2, 1, 1]
    assert case == offenders[0]
    assert [each.conversation.messages for each in offenders] == [()] * 4


def test_every_message_has_its_verdict_sender_and_time(session: Session):
    session.add_member("乙", card="乙-器械-上海")
    found = session.check(told(("甲", AD), ("乙-器械-上海", "早"))).conversation
    assert (found.form, [verdict.level for verdict in found.verdicts]) == ("W2", [Level.VIOLATION, Level.OK])
    assert [message.at for message in found.messages] == [
        datetime(2026, 3, 2, 8, 0),
        datetime(2026, 3, 2, 8, 1),
    ]
    assert found.members == ("", session.member("乙").id)


@pytest.mark.parametrize(("text", "count"), [(AD, 1), ("早", 0), ("", 0)])
def test_a_text_of_one_message_is_its_own_conversation(session: Session, text: str, count: int):
    case = session.check(text, member="张三")
    assert case.conversation.offenders == (case,) * count
    assert (case.conversation.form, len(case.conversation.messages)) == ("single", 1)


def test_who_cannot_be_told_is_a_person_of_their_own_each_time(session: Session):
    text = f"{AD}\n\n张三 2026/3/2 08:00\n早\n\n李四 2026/3/2 08:01\n{AD}"
    assert names(session, text) == ["", "李四"]


def test_a_members_role_and_strikes_hold_in_a_conversation_for_them_alone(session: Session):
    session.add_member("甲", aliases=["老甲"])
    session.strike(session.check(AD, member="甲"), "叫卖")
    case = session.check(told(("老甲", AD), ("乙", AD)), strikes=9)
    assert [(each.standing.active, each.step.action) for each in case.conversation.offenders] == [
        (1, Action.MOVE),
        (0, Action.REMIND),
    ]


def test_an_exempt_role_is_let_through_in_a_conversation(data_dir: Path, reopen: Reopen):
    file = data_dir / "rulebooks" / "test.yaml"
    file.write_text(
        RULEBOOK.replace("    violation: 1\n", "    violation: 1\n    exempt: [admin]\n"), encoding="utf-8"
    )
    session = reopen()
    session.add_group("g", "试验群", "test")
    session.choose_group("g")
    session.add_member("甲", role="admin")
    case = session.check(told(("甲", AD), ("乙", AD)))
    assert [each.sender for each in case.conversation.offenders] == ["乙"]
    assert case.conversation.verdicts[0].passed[0].reason.code == "passed.role"
    assert session.check(AD, member="乙", role=Role.ADMIN).verdict.level is Level.OK


def test_codes_are_kinds_and_quotes_are_not_charged(session: Session):
    quote = f"「甲:{AD}」\n- - - - - - - - - - - - - - -\n这样不好吧"
    case = session.check(told(("乙", f"[文件] {AD}.xlsx"), ("丙", quote)))
    assert case.conversation.offenders == ()
    assert [message.kind for message in case.messages] == [Kind.FILE, Kind.TEXT]


def test_a_need_told_before_makes_an_answer_legitimate_and_the_same_offer_without_it_does_not(tmp_path: Path):
    offer = "额温枪我这边有现货，注册证齐全，私聊发您资料。"
    with Session.open(tmp_path / "yigongxie") as session:
        answered = session.check(told(("王五", "求购额温枪 200 支，急用"), ("李四", f"@王五 {offer}")))
        assert answered.conversation.offenders == ()
        alone = session.check(told(("王五", "今天下午三点开会"), ("李四", f"{offer}价格优惠，欢迎咨询")))
        assert [each.sender for each in alone.conversation.offenders] == ["李四"]


def test_a_message_too_long_to_be_read_is_judged_by_its_head_within_a_conversation(session: Session):
    long = AD + "长" * LONGEST
    case = session.check(told(("甲", "早"), ("乙", long)))
    assert case.sender == "乙"
    assert case.conversation.verdicts[1].unread == len(long) - LONGEST
    with pytest.raises(BadInput) as refused:
        session.check(told(("甲", "早"), ("乙", "长" * LONGEST_CONVERSATION)))
    assert refused.value.reason.values["most"] == "200,000"


def test_what_a_code_in_a_picture_says_belongs_to_the_picture(session: Session):
    alone = session.check("", codes=["https://example.org"])
    assert (alone.message.kind, alone.message.codes) == (Kind.PICTURE, ("https://example.org",))
    case = session.check(told(("甲", "看"), ("乙", "[图片]"), ("丙", "好")), codes=["x"])
    assert [message.codes for message in case.conversation.messages] == [(), ("x",), ()]


def test_a_time_nobody_told_is_assumed(session: Session, clock):
    assert session.check(AD).message.assumed
    assert session.check(AD).at == clock.at
    assert not session.check(AD, at=datetime(2026, 1, 1)).message.assumed
    assert not session.check(told(("甲", AD))).message.assumed


def test_one_strike_each_one_notice_for_all_one_undo(session: Session, reopen: Reopen):
    session.add_member("丙", card="丙-器械-上海")
    case = session.check(told(("甲", AD), ("乙", LONG), ("丙-器械-上海", AD), ("甲", AD)))
    offenders = case.conversation.offenders
    text = session.notice_text_for_all(offenders, "群发")
    assert text == "@甲、乙、丙 您好，请勿群发。"
    change = session.strike_all(offenders, "群发")
    kinds = [entry.kind for entry in change.entries]
    assert kinds.count(EntryKind.STRIKE) == 3
    assert kinds.count(EntryKind.MEMBER_ADDED) == 2
    assert kinds.count(EntryKind.NOTICE) == 1
    assert len({entry.action for entry in change.entries}) == 1
    assert (change.label.code, change.label.values["count"], change.count) == ("did.strikes", 3, None)
    assert change.label.values["rule"] == "叫卖、太长"
    session = reopen()
    assert {row.member.name: row.active for row in session.members()} == {"甲": 1, "乙": 1, "丙": 1}
    assert session.own_notice(text) is not None
    assert session.notice_counts() == {"群发": 1}
    assert session.undo().label.code == "undone.strikes"
    assert {row.member.name: row.active for row in session.members()} == {"丙": 0}
    assert session.notice_counts() == {}


def test_a_notice_for_all_tells_no_count_that_is_one_persons(session: Session):
    cases = session.check(told(("甲", AD), ("乙", AD))).conversation.offenders
    assert session.notice_text_for_all(cases, "叫卖 2") == ""
    assert "第 1 次" in session.notice_text_for_all(cases[:1], "叫卖 2")


def test_all_for_one_is_the_same_as_one(session: Session):
    (case,) = session.check(told(("甲", AD), ("乙", "早"))).conversation.offenders
    change = session.strike_all([case], "叫卖")
    assert (change.label.code, change.count) == ("did.strike", 1)
    assert change.entries[-1].message == case.offers[0].text


def test_nobody_named_or_one_of_two_of_a_name_records_nothing(session: Session):
    with pytest.raises(BadInput):
        session.strike_all([session.check(AD)])
    session.add_member("李明", card="李明-一部")
    session.add_member("李明", card="李明-二部")
    cases = session.check(told(("甲", AD), ("李明", AD))).conversation.offenders
    assert len(cases) == 2
    with pytest.raises(Ambiguous):
        session.strike_all(cases, "群发")
    assert [row.active for row in session.members()] == [0, 0]


def test_who_is_not_named_is_left_out_of_a_strike_for_all(session: Session):
    text = f"{AD}\n\n张三 2026/3/2 08:00\n早\n\n李四 2026/3/2 08:01\n{AD}"
    session.strike_all(session.check(text).conversation.offenders, "群发")
    assert [row.member.name for row in session.members()] == ["李四"]


GRAVE = """\
  - id: grave
    title: {zh: 涉毒, en: Drugs}
    text: {zh: 严禁。, en: Never.}
    weigh: {hint: 1}
    consequence: {action: remove, notice: 叫卖 2}
"""


def test_a_grave_breach_entails_its_consequence_from_the_first_time_on(data_dir: Path, reopen: Reopen):
    (data_dir / "rulebooks" / "test.yaml").write_text(RULEBOOK + GRAVE, encoding="utf-8")
    session = reopen()
    session.add_group("g", "试验群", "test")
    session.choose_group("g")
    case = session.check(HINT, member="张三")
    assert case.verdict.rules[0] == "grave"
    assert (case.step.number, case.step.action, case.step.notice) == (1, Action.REMOVE, "叫卖 2")
    assert case.step.following is Action.REMOVE
    assert session.check(AD, member="张三").step.action is Action.REMIND


def test_who_was_taken_off_the_list_meanwhile_is_charged_by_name(session: Session):
    session.add_member("甲")
    text = "\n\n".join(f"{name}\n2026年09月23日 16:04\n{AD}" for name in ("甲", "乙"))
    cases = session.check(text).conversation.offenders
    session.undo()
    assert session.members() == []
    session.strike_all(cases)
    session.strike(cases[0])
    assert sorted(row.member.name for row in session.members()) == ["乙", "甲"]


def test_a_check_in_steps_tells_each_message_and_ends_with_the_same_case(session: Session):
    talk = told(("甲", HINT), ("乙", "早"), ("丙", AD), ("甲", AD))
    steps = session.check_in_steps(talk)
    seen = []
    while True:
        try:
            seen.append(next(steps))
        except StopIteration as end:
            case = end.value
            break
    whole = session.check(talk)
    assert seen[:4] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert case.verdict == whole.verdict
    assert case.conversation.verdicts == whole.conversation.verdicts


def test_one_message_with_a_members_name_above_it_is_that_members(session: Session):
    session.add_member("李娜")
    assert session.check("李娜:\n一次性手套，大量现货").sender == "李娜"
    assert session.check("李娜:\n一次性手套，大量现货").member == session.member("李娜")
    assert session.check("王芳:\n一次性手套，大量现货").sender == ""
