"""What was checked is remembered beside the record: what became of it follows what is done, and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from moderator_app.core.errors import BadInput
from moderator_app.core.rules.past import Checked, Outcome
from moderator_app.core.rules.verdict import Level
from moderator_app.session import Session
from tests.session.conftest import RULEBOOK, Clock, Reopen
from tests.session.test_conversations import told

AD = "一次性医用手套，大量现货，厂家刚刚到的新货，各位老师有空来看看，价格合适，数量不限"
NEAR = "一次性医用手套，大量有货🌹厂家刚刚到的新货，各位老师有空来看看，价格合适，数量不限"
HINT = "新品欢迎了解，一次性医用手套"
SEEN = """\
  - id: seen
    title: {zh: 发过, en: Posted before}
    text: {zh: 不重复发。, en: Not again.}
    weigh: {same-before: 1}
"""
SIGN = """\
  same-before:
    title: {zh: 和以前一样, en: as before}
    detector: past
    with: {alike: "0.8", outcome: confirmed}
"""


@pytest.fixture
def session(data_dir: Path, reopen: Reopen) -> Session:
    """A session whose rulebook looks into the group's history."""
    text = RULEBOOK.replace("clauses:\n", f"{SIGN}clauses:\n", 1) + SEEN
    (data_dir / "rulebooks" / "test.yaml").write_text(text, encoding="utf-8")
    session = reopen()
    session.add_group("g", "试验群", "test")
    session.choose_group("g")
    return session


def kept(session: Session) -> list[Checked]:
    return list(session._desk.past("g") or ())


def outcomes(session: Session) -> list[Outcome]:
    return [item.outcome for item in kept(session)]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_check_writes_nothing_of_it_and_remembering_writes_nothing_else(
    session: Session, data_dir: Path, reopen: Reopen
):
    session = reopen()
    before = files(data_dir)
    case = session.check(told(("甲", AD), ("乙", "早上好")))
    session.case_for_member(case, "丙")
    assert files(data_dir) == before
    session.remember(case)
    new = files(data_dir)
    assert {path for path in new if new[path] != before.get(path)} == {
        str(data_dir / "history" / "g" / "2026-03.jsonl")
    }


def test_all_of_a_conversation_is_kept_and_there_after_a_restart(session: Session, reopen: Reopen):
    session.add_member("乙")
    session.remember(session.check(told(("甲", AD), ("乙", "早上好"), ("甲", "[图片]"))))
    for each in (session, reopen()):
        first, second = kept(each)
        assert (first.text, first.name, first.level, first.rules) == (AD, "甲", Level.VIOLATION, ("hawking",))
        assert (second.text, second.member, second.level) == ("早上好", each.member("乙").id, Level.OK)
        assert first.at == datetime(2026, 3, 2, 8, 0)


def test_the_same_message_checked_again_is_kept_once(session: Session, clock: Clock):
    text = told(("甲", AD), ("乙", "早上好"))
    session.remember(session.check(text))
    clock.go(days=2)
    session.remember(session.check(f"{text}\n\n丙\n2026年03月02日 08:05\n再见"))
    assert [item.text for item in kept(session)] == [AD, "早上好", "再见"]
    session.remember(session.check(AD))
    clock.go(minutes=20)
    session.remember(session.check(AD))
    assert len(kept(session)) == 4
    clock.go(hours=2)
    session.remember(session.check(AD))
    assert len(kept(session)) == 5


def test_our_own_notices_are_not_what_members_said(session: Session):
    session.strike(session.check(AD, member="甲"), "群发")
    session.remember(session.check("@甲 您好，请勿群发。"))
    assert [item.text for item in kept(session)] == [AD]


def strike_one(session: Session) -> None:
    session.strike(session.check(AD, member="甲"), "叫卖")


def strike_all(session: Session) -> None:
    session.strike_all(session.check(AD, member="甲").conversation.offenders, "群发")


def notice(session: Session) -> None:
    session.note_notice("规范", case=session.check(AD, member="甲"))


@pytest.mark.parametrize("deed", [strike_one, strike_all, notice])
@pytest.mark.parametrize("remembered", [True, False])
def test_what_is_done_confirms_and_undo_takes_it_back_also_after_a_restart(
    session: Session, reopen: Reopen, deed: Callable[[Session], None], remembered: bool
):
    if remembered:
        session.remember(session.check(AD))
    deed(session)
    assert outcomes(session) == [Outcome.CONFIRMED]
    session = reopen()
    assert outcomes(session) == [Outcome.CONFIRMED]
    session.undo()
    assert outcomes(session) == outcomes(reopen()) == [Outcome.OPEN]


def test_a_question_confirms_nothing(session: Session):
    session.note_notice("询问", case=session.check(HINT, member="甲"))
    assert outcomes(session) == [Outcome.OPEN]


def test_what_was_said_by_who_is_chosen_later_is_theirs(session: Session):
    case = session.check(AD)
    session.remember(case)
    session.add_member("甲")
    session.strike(session.case_for_member(case, "甲"), "叫卖")
    (item,) = kept(session)
    assert (item.member, item.outcome) == (session.member("甲").id, Outcome.CONFIRMED)
    session.strike(session.check(AD, member="乙"), "叫卖")
    assert [item.member for item in kept(session)] == [session.member(name).id for name in ("甲", "乙")]


def test_others_of_the_same_person_are_confirmed_together(session: Session):
    case = session.check(told(("甲", AD), ("甲", "规格型号如下"), ("甲", HINT), ("乙", AD)))
    session.remember(case)
    session.strike(case, "叫卖")
    assert outcomes(session) == [Outcome.CONFIRMED, Outcome.CONFIRMED, Outcome.OPEN, Outcome.OPEN]
    session.undo()
    assert outcomes(session) == [Outcome.OPEN] * 4


def test_a_voided_strike_clears_and_undoing_the_void_confirms_again(session: Session, clock: Clock):
    strike = session.strike(session.check(AD, member="甲"), "叫卖").entries[1]
    clock.go(days=20)
    session.void(strike.id, "是在回答求购")
    assert outcomes(session) == [Outcome.CLEARED]
    session.undo()
    assert outcomes(session) == [Outcome.CONFIRMED]


def test_esc_on_a_finding_clears_it_unless_it_was_confirmed(session: Session, reopen: Reopen):
    case = session.check(HINT, member="甲")
    session.remember(case)
    session.pass_(case)
    assert outcomes(session) == outcomes(reopen()) == [Outcome.CLEARED]
    session = reopen()
    session.strike(session.check(AD, member="甲"), "叫卖")
    session.pass_(session.check(AD, member="甲"))
    assert outcomes(session) == [Outcome.CLEARED, Outcome.CONFIRMED]


def test_a_wrong_call_clears_and_its_undoing_opens_again(session: Session):
    case = session.check(AD, member="甲")
    session.rules.misjudged(case, "hawking")
    assert outcomes(session) == [Outcome.CLEARED]
    session.undo()
    assert outcomes(session) == [Outcome.OPEN]


def test_undoing_one_of_two_leaves_what_the_other_says(session: Session, clock: Clock):
    session.strike(session.check(AD, member="甲"), "叫卖")
    session.note_notice("规范", case=session.check(AD, member="甲"))
    session.undo()
    assert outcomes(session) == [Outcome.CONFIRMED]


def test_a_strike_by_name_with_its_message_is_remembered(session: Session):
    session.strike_by_name("张三", rules=["叫卖"], message=AD)
    (item,) = kept(session)
    assert (item.text, item.name, item.rules, item.outcome) == (AD, "张三", ("hawking",), Outcome.CONFIRMED)
    session.strike_by_name("张三")
    assert len(kept(session)) == 1


def test_near_copies_of_what_was_confirmed_are_found_across_members(
    session: Session, clock: Clock, reopen: Reopen
):
    clock.go(days=-20)
    session.strike(session.check(AD, member="甲"), "叫卖")
    assert session.check(NEAR).alike is None
    clock.go(days=20)
    session = reopen()
    case = session.check(NEAR, member="乙")
    assert case.verdict.rules == ("seen",)
    assert case.alike is not None
    assert (case.alike.checked.name, case.alike.checked.outcome) == ("甲", Outcome.CONFIRMED)
    assert 0.8 <= case.alike.share < 1
    assert session.check("今天天气不错，适合出去走走").alike is None


def test_a_message_is_not_like_itself(session: Session, clock: Clock):
    for text in (AD, told(("甲", AD))):
        session.remember(session.check(text))
        clock.go(minutes=5)
        assert session.check(text).alike is None


def test_what_was_confirmed_goes_before_what_is_only_like_it(session: Session, clock: Clock):
    session.strike(session.check(NEAR, member="甲"), "叫卖")
    clock.go(hours=1)
    session.remember(session.check(f"{AD}。", member="乙"))
    clock.go(hours=1)
    case = session.check(f"{AD}！", member="丙")
    assert case.alike is not None
    assert case.alike.checked.name == "甲"


def test_the_same_case_within_minutes_is_noticed(session: Session, clock: Clock, reopen: Reopen):
    assert session.check(AD, member="甲").again is None
    session.strike(session.check(AD, member="甲"), "叫卖")
    clock.go(minutes=3, seconds=20)
    session = reopen()
    for text in (AD, f"{AD}🌹", told(("甲", AD))):
        again = session.check(text, member="甲").again
        assert again is not None
        assert (again.minutes, again.notice, again.count) == (3, "叫卖", 1)
    nobody = session.check(AD)
    assert nobody.again is not None
    assert session.case_for_member(nobody, "乙").again is None
    assert session.check("规格型号", member="甲").again is None
    session.undo()
    assert session.check(AD, member="甲").again is None


def test_a_question_asked_minutes_ago_is_noticed_too(session: Session, clock: Clock):
    session.note_notice("询问", case=session.check(HINT, member="甲"))
    clock.go(minutes=1)
    again = session.check(HINT, member="甲").again
    assert again is not None
    assert (again.minutes, again.notice, again.count) == (1, "询问", None)
    clock.go(hours=1)
    assert session.check(HINT, member="甲").again is None


def test_it_can_be_left_off_and_what_was_kept_is_gone_then(session: Session, data_dir: Path, reopen: Reopen):
    session.remember(session.check(AD))
    session.set_setting("history_days", 0)
    assert list((data_dir / "history").rglob("*.jsonl")) == []
    case = session.check(AD, member="甲")
    session.remember(case)
    session.pass_(case)
    session.strike(case, "叫卖")
    assert session._desk.past("g") is None
    assert list((data_dir / "history").rglob("*.jsonl")) == []
    session.set_setting("history_days", 30)
    session.remember(session.check(AD))
    assert len(kept(reopen())) == 1
    with pytest.raises(BadInput):
        session.set_setting("history_days", -1)


def test_texts_can_be_left_out_and_likeness_still_works(session: Session, data_dir: Path, clock: Clock):
    session.remember(session.check(AD))
    session.set_setting("history_text", False)
    session.strike(session.check(f"{AD}。。", member="甲"), "叫卖")
    assert {item.text for item in kept(session)} == {""}
    written = b"".join(path.read_bytes() for path in (data_dir / "history").rglob("*.jsonl"))
    assert AD.encode() not in written
    clock.go(days=1)
    assert "seen" in session.check(NEAR, member="乙").verdict.rules


def test_what_is_too_old_is_forgotten(session: Session, clock: Clock, data_dir: Path, reopen: Reopen):
    session.remember(session.check(AD))
    clock.go(days=60)
    session.remember(session.check(HINT))
    clock.go(days=31)
    session = reopen()
    assert [item.text for item in kept(session)] == [HINT]
    session.remember(session.check("早上好，各位"))
    written = b"".join(path.read_bytes() for path in (data_dir / "history").rglob("*.jsonl")).decode()
    assert AD not in written
    assert HINT in written


def test_who_only_reads_remembers_nothing(session: Session, data_dir: Path, clock: Clock):
    session.remember(session.check(AD))
    before = files(data_dir)
    with Session.open(data_dir, write=False, now=clock) as reader:
        case = reader.check(HINT, group="g")
        reader.remember(case)
        reader.pass_(case)
        assert len(kept(reader)) == 1
    assert files(data_dir) == before


def test_a_disk_that_refuses_is_told_once_and_nothing_stops(session: Session, data_dir: Path):
    (data_dir / "history").write_text("in the way", encoding="utf-8")
    for text in (AD, HINT):
        case = session.check(text, member="甲")
        session.remember(case)
        session.strike(case, "叫卖")
    assert [problem.code for problem in session.problems] == ["storage.no-history"]
    assert session.row(session.member("甲").id).active == 2


def test_the_history_of_a_group_is_its_own(session: Session):
    session.add_group("other", "另一群", "test")
    session.strike(session.check(AD, member="甲"), "叫卖")
    assert "seen" not in session.check(NEAR, group="other").verdict.rules
    assert session._desk.past("other") is not None
    assert timedelta(0) == session.check(AD).at - session._desk.now()
