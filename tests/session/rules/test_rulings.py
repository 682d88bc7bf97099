"""误判 and 「这是违规」: decided for good, near-same messages too, counted, and taken back by undo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moderator_app.core.errors import NotFound, NotSaved, Refused
from moderator_app.core.rules.verdict import Level
from moderator_app.sentences import reason_text
from moderator_app.session import Session, Topic
from moderator_app.session.rules import ClauseStats, OwnWord
from moderator_app.storage.record import Record
from tests.session.conftest import Clock, Reopen

SOLD = "各位老师好，这批手套大量现货，需要的老师请看群文件里的清单"


def level(session: Session, text: str) -> Level:
    return session.check(text).verdict.level


def test_a_wrong_call_cannot_come_back_nor_can_a_near_same_one(session: Session, reopen: Reopen) -> None:
    assert level(session, SOLD) is Level.VIOLATION
    change = session.rules.misjudged(session.check(SOLD), "hawking")
    assert (change.topic, change.undoable, change.count) == (Topic.RULES, True, None)
    assert reason_text(change.label) == "把「各位老师好，这批手套大量现货，需…」记为误判（叫卖）"
    for current in (session, reopen()):
        assert level(current, SOLD) is Level.OK
        assert level(current, f"{SOLD}🌹🌹") is Level.OK
        assert level(current, SOLD.replace("各位老师好，", "各位老师好!")) is Level.OK
        assert level(current, "手套大量现货") is Level.VIOLATION
        assert level(current, f"{SOLD}，加微信 sale88888") is Level.VIOLATION


def test_undo_names_it_and_takes_it_back(session: Session, reopen: Reopen) -> None:
    session.rules.misjudged(session.check(SOLD))
    session = reopen()
    undoable = session.undoable()
    assert undoable is not None and "记为误判（叫卖）" in reason_text(undoable.label)
    undone = session.undo()
    assert reason_text(undone.label).startswith("已撤销：把「各位老师好")
    assert undone.topic is Topic.RULES
    assert level(session, SOLD) is Level.VIOLATION
    assert not session.rules.draft("hawking").changed
    assert session.undoable() is None


def test_undo_leaves_what_else_was_changed(session: Session) -> None:
    draft = session.rules.draft("hawking")
    session.rules.save(replace(draft, words=(OwnWord(text="清仓"),), miss=("老师们早",)))
    session.rules.misjudged(session.check(SOLD))
    session.undo()
    draft = session.rules.draft("hawking")
    assert ([word.text for word in draft.words], len(draft.miss), draft.decided) == (["清仓"], 1, frozenset())


def test_without_a_clause_all_that_spoke_let_it_through_and_one_undo_takes_all_back(session: Session) -> None:
    text = "规格型号齐全，工厂直供"
    case = session.check(text)
    assert set(case.verdict.rules) == {"long", "hawking"}
    change = session.rules.misjudged(case)
    assert "叫卖" in reason_text(change.label) and "太长" in reason_text(change.label)
    assert level(session, text) is Level.OK
    session.undo()
    assert set(session.check(text).verdict.rules) == {"long", "hawking"}


def test_a_clean_message_is_no_wrong_call(session: Session) -> None:
    with pytest.raises(Refused, match="nothing-found"):
        session.rules.misjudged(session.check("今天天气不错"))


def test_deciding_the_same_again_is_refused(session: Session) -> None:
    case = session.check(SOLD)
    session.rules.misjudged(case)
    with pytest.raises(Refused, match="already-decided"):
        session.rules.misjudged(case)
    assert session.rules.clause_stats()["hawking"].misjudged == 1


def test_a_violation_that_was_missed_is_found_from_now_on(session: Session) -> None:
    text = "周末有空的老师可以来我们展厅坐坐，新到了一批好东西"
    case = session.check(text)
    assert case.verdict.level is Level.OK
    change = session.rules.violation(case, "叫卖")
    assert reason_text(change.label) == "把「周末有空的老师可以来我们展厅坐坐…」记为违反「叫卖」"
    again = session.check(f"{text}！")
    assert (again.verdict.level, again.verdict.rules) == (Level.VIOLATION, ("hawking",))
    session.undo()
    assert level(session, text) is Level.OK
    with pytest.raises(NotFound):
        session.rules.violation(case, "nobody")


def test_the_later_decision_holds_and_its_undoing_puts_the_earlier_back(session: Session) -> None:
    case = session.check(SOLD)
    session.rules.misjudged(case)
    session.rules.violation(session.check(f"{SOLD}。"), "hawking")
    assert level(session, SOLD) is Level.VIOLATION
    session.undo()
    assert level(session, SOLD) is Level.OK
    session.undo()
    assert level(session, SOLD) is Level.VIOLATION
    assert not session.rules.draft("hawking").changed


def test_it_overrules_a_shipped_example_of_the_same_words(session: Session) -> None:
    session.rules.misjudged(session.check("手套大量现货"))
    assert level(session, "手套大量现货") is Level.OK
    assert session.problems == []
    assert all(each.passed for each in session.run_examples("test"))


def test_it_may_be_edited_like_any_example(session: Session) -> None:
    ruling = session.rules.misjudged(session.check(SOLD))
    draft = session.rules.draft("hawking")
    assert (draft.miss, draft.decided) == ((SOLD,), frozenset({SOLD}))
    session.rules.save(replace(draft, miss=()))
    assert level(session, SOLD) is Level.VIOLATION
    with pytest.raises(Refused, match=r"undo\.hangs"):
        session.log.undo(ruling.action)  # the edit was made on the clause as the ruling left it
    session.undo()
    assert level(session, SOLD) is Level.OK
    session.undo()
    assert not session.rules.draft("hawking").changed


def test_a_picture_alone_is_not_decided(session: Session) -> None:
    with pytest.raises(Refused, match="not-text"):
        session.rules.violation(session.check("[图片]"), "hawking")
    assert session.undoable() is None


def test_neither_half_is_kept_where_one_cannot_be(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    case = session.check(SOLD)

    def full(*_: object) -> None:
        raise NotSaved("storage.disk-full")

    with monkeypatch.context() as patched:
        patched.setattr(Record, "append", full)
        with pytest.raises(NotSaved):
            session.rules.misjudged(case)
    assert level(session, SOLD) is Level.VIOLATION
    session.rules.misjudged(case)
    with monkeypatch.context() as patched:
        patched.setattr(Record, "append", full)
        with pytest.raises(NotSaved):
            session.undo()
    assert level(session, SOLD) is Level.OK


def test_the_member_and_the_record_know_of_it_and_no_strike_is_counted(session: Session) -> None:
    member = session.add_member("张三").members[0]
    case = session.check(SOLD, member=member)
    session.rules.misjudged(case)
    (row, _) = session.record(member)
    assert (row.entry.kind.value, row.entry.message, row.entry.rules) == ("misjudged", SOLD, ("hawking",))
    assert session.row(member).active == 0


def test_what_else_it_would_flag_is_told_from_the_history(session: Session) -> None:
    text = "周末有空的老师可以来我们展厅坐坐，新到了一批好东西"
    for said in (text, f"{text}🌹", "今天天气不错", SOLD):
        session.remember(session.check(said))
    found = session.rules.also_flags(session.check(f"{text}哦"), "hawking")
    assert [each.text for each in found.newly] == [text, f"{text}🌹"]
    assert (found.total, found.flagged) == (4, found.newly)


def test_the_message_itself_is_not_something_else_but_another_members_copy_is(session: Session) -> None:
    text = "周末有空的老师可以来我们展厅坐坐，新到了一批好东西"
    for name in ("张三", "李四"):
        session.add_member(name)
    case = session.check(text, member="张三")
    session.remember(case)
    session.remember(session.check(text, member="李四"))
    found = session.rules.also_flags(case, "hawking")
    assert [(each.name, each.text) for each in found.newly] == [("李四", text)]
    assert found.total == 1


def test_looking_for_what_else_it_would_flag_may_be_ended(session: Session) -> None:
    text = "周末有空的老师可以来我们展厅坐坐，新到了一批好东西"
    case = session.check(f"{text}哦")
    session.remember(session.check(text))
    told: list[tuple[int, int]] = []
    found = session.rules.also_flags(case, "hawking", progress=lambda *at: told.append(at))
    assert ([each.text for each in found.flagged], told) == ([text], [(1, 1)])
    assert session.rules.also_flags(case, "hawking", progress=lambda *_: False).flagged == ()


def test_each_clause_knows_how_often_it_spoke_and_what_became_of_it(session: Session, clock: Clock) -> None:
    cases = [session.check(text) for text in (SOLD, "手套工厂直供", "大量现货口罩", "规格型号")]
    for case in cases:
        session.remember(case)
        clock.go(minutes=1)
    session.strike(cases[0], member="张三")
    session.pass_(cases[1])
    session.rules.misjudged(cases[2], "hawking")
    stats = session.rules.clause_stats()
    assert stats["hawking"] == ClauseStats(hits=3, confirmed=1, passed=2, misjudged=1)
    assert stats["long"] == ClauseStats(hits=1)
    session.undo()
    assert session.rules.clause_stats()["hawking"] == ClauseStats(hits=3, confirmed=1, passed=1)


def test_what_a_watched_clause_would_have_said_is_counted(session: Session) -> None:
    session.rules.save(replace(session.rules.draft("hawking"), mode="watch"))
    session.remember(session.check("手套工厂直供"))
    assert session.rules.clause_stats()["hawking"] == ClauseStats(watched=1)
