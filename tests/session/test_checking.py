"""Checks: who is meant, which step comes next, what is offered; and nothing is ever written."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from moderator_app.core.errors import BadInput, NotFound
from moderator_app.core.message import Message
from moderator_app.core.rules.verdict import Action, Level
from moderator_app.session import Session
from moderator_app.session.types import LONGEST
from tests.session.conftest import Reopen

AD = "一次性手套，大量现货"
HINT = "新品欢迎了解"


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def test_a_check_writes_nothing(session: Session, data_dir: Path, reopen: Reopen):
    session.strike(session.check(AD, member="张三"), "叫卖")
    session = reopen()  # closing waits for the day's backup, which the strike began
    before = snapshot(data_dir)
    told = []
    session.subscribe(told.append)
    for text in (AD, HINT, "你好", "", "张三:\n" + AD + "\n\n李四:\n好\n"):
        for member in (None, "张三", "没见过的人"):
            case = session.check(text, member=member)
            session.case_for_member(case, "王五")
    assert snapshot(data_dir) == before
    assert told == []


def test_a_check_without_writing_makes_no_folder(tmp_path: Path):
    with Session.open(tmp_path / "none", write=False) as session:
        assert session.check(AD, group="yigongxie").group.id == "yigongxie"
        assert session.group.id == "yigongxie"
    assert not (tmp_path / "none").exists()


def test_a_violation_suggests_the_ladders_notice_filled_for_the_member(session: Session):
    session.add_member("张三", card="张三-器械-上海")
    case = session.check(AD, member="张三-器械-上海")
    assert case.verdict.level is Level.VIOLATION
    assert (case.member and case.member.name) == "张三"
    assert (case.step.number, case.step.action, case.step.following) == (1, Action.REMIND, Action.MOVE)
    assert [offer.notice.id for offer in case.offers] == ["叫卖", "群发", "叫卖 2", "规范", "询问"]
    offer = case.suggested
    assert offer is not None
    assert offer.counts
    assert offer.text == (
        "@张三 您好，试验群不叫卖，这是第 1 次提醒，再犯移到自由群。http://example.org/rules"
    )


def test_a_notice_that_counts_goes_before_an_appeal(session: Session):
    assert session.check("规格型号", member="张三").offers[0].notice.id == "规范"
    case = session.check("规格型号，大量现货", member="张三")
    assert case.verdict.rules == ("long", "hawking")
    assert [offer.notice.id for offer in case.offers] == ["叫卖", "群发", "叫卖 2", "规范", "询问"]


def test_the_second_time_is_the_second_step(session: Session):
    session.strike(session.check(AD, member="张三"), "叫卖")
    case = session.check(AD, member="张三")
    assert (case.standing.active, case.step.number, case.step.action) == (1, 2, Action.MOVE)
    assert case.offers[0].text == "@张三 您好，这是第 2 次，涉及叫卖：「大＊＊货」。"


def test_nobody_named_no_count_and_no_address(session: Session):
    case = session.check(AD)
    assert (case.member, case.sender, case.candidates) == (None, "", ())
    assert case.offers[0].text == "http://example.org/rules"
    assert case.offers[1].text == "您好，请勿群发。"


def test_what_is_unsure_is_asked_and_the_question_counts_nothing(session: Session):
    case = session.check(HINT, member="张三")
    assert case.verdict.level is Level.UNSURE
    assert [(offer.notice.id, offer.counts) for offer in case.offers][:2] == [("询问", False), ("叫卖", True)]


def test_nothing_wrong_nothing_offered(session: Session):
    assert session.check("明天的会几点开始").offers == ()


def test_the_sender_of_a_transcript_is_who_is_meant(session: Session):
    session.add_member("李四", aliases=["四哥"])
    case = session.check(
        f"王五\n2026年09月23日 16:04\n请问明天几点开会\n\n四哥\n2026年09月23日 16:05\n{AD}\n"
    )
    assert (case.member and case.member.name) == "李四"
    assert case.message.text == AD
    assert len(case.messages) == 2
    assert case.at == datetime(2026, 9, 23, 16, 5)


def test_a_stranger_in_a_transcript_is_called_by_the_copied_name(session: Session):
    case = session.check(f"赵六\n2026年09月23日 16:04\n{AD}\n")
    assert (case.member, case.sender) == (None, "赵六")
    assert case.offers[0].text.startswith("@赵六 您好")


def test_two_of_the_same_name_are_candidates_and_nobody_is_chosen(session: Session):
    session.add_member("李明", card="李明-一部")
    session.add_member("李明", card="李明-二部")
    case = session.check(AD, member="李明")
    assert case.member is None
    assert {member.card for member in case.candidates} == {"李明-一部", "李明-二部"}
    other = session.case_for_member(case, case.candidates[1].id)
    assert other.member == case.candidates[1]
    assert other.verdict is case.verdict
    assert session.case_for_member(other, None).member is None


def test_the_caller_may_know_strikes_time_and_what_was_said_before(session: Session):
    case = session.check(
        AD,
        member="甲",
        strikes=2,
        at=datetime(2026, 1, 1, 8, 0),
        before=(Message(text="谁有手套？", sender="乙"),),
    )
    assert (case.standing.active, case.step.number, case.step.action) == (2, 3, Action.REMOVE)
    assert case.at == datetime(2026, 1, 1, 8, 0)


def test_a_group_is_named_by_its_id_or_its_rulebooks(session: Session):
    assert session.check("好", group="g").group.id == "g"
    assert session.check("好", group="test").group.id == "g"
    assert session.check("好", group="yigongxie").group.id == "yigongxie"
    with pytest.raises(NotFound):
        session.check("好", group="nowhere")


def test_an_unknown_token_blocks_only_that_offer_and_says_where(session: Session):
    session.save_notice("叫卖", "您好\n{名字}，请勿叫卖")
    case = session.check(AD, member="张三")
    assert case.offers[0].text == ""
    assert case.offers[0].problem is not None
    assert case.offers[0].problem.values == {"token": "名字", "line": 2, "column": 1}
    assert case.offers[1].text != ""


def test_a_members_name_is_put_into_a_notice_on_one_line(session: Session):
    case = session.check(AD, member="张\n三{群名}")
    assert case.offers[1].text == "@张 三{群名} 您好，请勿群发。"


def test_our_own_notice_coming_back_is_not_charged(session: Session):
    session.save_notice("群发", "@{称呼} 您好，大量现货这样的话请不要发。")
    case = session.check(AD, member="张三")
    text = next(offer.text for offer in case.offers if offer.notice.id == "群发")
    assert session.check(text).verdict.level is Level.VIOLATION
    session.strike(case, "群发")
    assert session.check(text).verdict.level is Level.OK


@pytest.mark.parametrize(
    "text", ["", " \n", "\ud800", "\x00", "[图片]", "x" * LONGEST, "大量现货\ud83d" * 50]
)
def test_no_text_breaks_a_check(session: Session, text: str):
    case = session.check(text)
    for finding in case.verdict.findings:
        for hit in finding.hits:
            assert 0 <= hit.span[0] < hit.span[1] <= len(case.message.text)
            assert case.message.text[slice(*hit.span)] == hit.evidence


def test_a_text_too_long_to_be_read_to_its_end_is_refused(session: Session):
    with pytest.raises(BadInput) as refused:
        session.check("x" * (LONGEST + 1))
    assert refused.value.reason.code == "check.too-long"
    assert refused.value.reason.values == {"length": "20,001", "most": "20,000"}


def test_of_a_clean_conversation_the_answer_speaks_else_the_last_message(tmp_path: Path):
    need = "王五\n2026年11月21日 10:12\n求购额温枪 200 支，急用\n\n"
    answer = "李四\n2026年11月21日 10:20\n@王五 额温枪我这边有现货，注册证齐全，私聊发您资料。\n\n"
    thanks = "王五\n2026年11月21日 10:21\n好的，谢谢\n"
    with Session.open(tmp_path / "yigongxie") as session:
        answered = session.check(need + answer + thanks)
        assert (answered.sender, answered.verdict.answers_need) == ("李四", True)
        assert session.check(need + thanks).message.text == "好的，谢谢"
