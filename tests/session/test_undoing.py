"""Any action taken back, in any order where that makes sense, also after a restart; the rest refused."""

from __future__ import annotations

import pytest

from moderator_app.core.errors import NotFound, NotSaved, Refused
from moderator_app.core.roster.entry import EntryKind
from moderator_app.sentences import reason_text
from moderator_app.session import Change, Session
from moderator_app.storage.record import Record
from tests.session.conftest import Clock, Reopen


def count(session: Session, name: str) -> int:
    return next(row.active for row in session.members() if row.member.name == name)


def strike_of(change: Change) -> str:
    return next(entry.id for entry in change.entries if entry.kind is EntryKind.STRIKE)


def test_steps_are_listed_by_name_and_taken_back_in_any_order(session: Session, reopen: Reopen):
    session.add_member("张三")
    first = session.strike_by_name("张三", rules=["叫卖"])
    session.strike_by_name("张三")
    edited = session.edit_member(session.member("张三").id, card="张三-上海")
    session = reopen()
    listed = [reason_text(row.label) for row in session.log.undoables()]
    assert listed == ["修改张三的资料", "记张三一次", "记张三一次（叫卖）"], (
        "the addition carries the strikes"
    )
    undone = session.log.undo(first.action)
    assert (reason_text(undone.label), undone.count) == ("已撤销：记张三一次（叫卖）", 1)
    session = reopen()
    session.log.undo(edited.action)
    assert session.member("张三").card == ""
    assert count(session, "张三") == 1
    with pytest.raises(Refused, match="already-undone"):
        session.log.undo(first.action)
    with pytest.raises(NotFound):
        session.log.undo(undone.action)
    with pytest.raises(NotFound):
        session.log.undo("nothing")


def test_undoables_are_of_the_last_day_and_older_on_request(session: Session, clock: Clock):
    session.strike_by_name("张三")
    clock.go(hours=25)
    session.strike_by_name("李四")
    assert [row.entry.name for row in session.log.undoables()] == ["李四"]
    assert [row.entry.name for row in session.log.undoables(older=True)] == ["李四", "张三"]
    assert [row.entry.name for row in session.log.undoables(1, older=True)] == ["李四"]


def test_an_answered_strike_waits_for_its_answer(session: Session):
    session.add_member("张三")
    given = session.strike_by_name("张三")
    voided = session.void(strike_of(given), "误会")
    (row,) = [row for row in session.log.search() if row.action == given.action]
    assert not row.undoable
    assert row.why is not None
    assert reason_text(row.why) == "要先撤销后面的这一步：作废张三的一次记录（2026-03-02 09:30）。"
    with pytest.raises(Refused, match=r"undo\.hangs"):
        session.log.undo(given.action)
    session.log.undo(voided.action)
    session.log.undo(given.action)
    assert count(session, "张三") == 0


def test_an_agreed_proposal_waits_for_its_answers(session: Session):
    session.add_member("张三")
    session.set_setting("moderator", "甲")
    proposed = session.strike_by_name("张三")
    appealed = session.process.appeal(strike_of(proposed), "我没有")
    with pytest.raises(Refused, match=r"undo\.hangs"):
        session.log.undo(proposed.action)
    session.process.uphold(strike_of(proposed), "看过了")
    with pytest.raises(Refused, match=r"undo\.hangs"):
        session.log.undo(proposed.action)
    for _ in range(3):
        session.undo()
    assert count(session, "张三") == 0
    assert session.process.appeals() == ()
    assert appealed.action != proposed.action


def test_somebody_is_not_taken_off_the_list_from_under_their_record(session: Session):
    first = session.strike_by_name("张三")
    second = session.strike_by_name("张三")
    with pytest.raises(Refused, match=r"undo\.hangs"):
        session.log.undo(first.action)
    session.log.undo(second.action)
    session.log.undo(first.action)
    assert session.members() == []


def test_nobody_comes_back_beside_another_of_the_same_name(session: Session):
    session.add_member("张三")
    removed = session.remove_member(session.member("张三").id)
    session.add_member("张三")
    with pytest.raises(Refused, match=r"undo\.twin"):
        session.log.undo(removed.action)
    assert len(session.members()) == 1


def test_what_was_changed_since_stays(session: Session):
    session.add_member("张三")
    who = session.member("张三").id
    carded = session.edit_member(who, card="张三-上海")
    session.edit_member(who, notes="已谈话")
    recarded = session.edit_member(who, card="张三-北京")
    session.log.undo(carded.action)
    assert (session.row(who).member.card, session.row(who).member.notes) == ("张三-北京", "已谈话")
    session.log.undo(recarded.action)
    assert (session.row(who).member.card, session.row(who).member.notes) == ("", "已谈话")


def test_edits_of_a_group_are_taken_back(session: Session, reopen: Reopen):
    change = session.edit_group("g", title="新名", owner="王老师", hours="22：00—7:30")
    assert (reason_text(change.label), change.undoable) == ("修改群「新名」", True)
    group = session.group
    assert (group.title.zh, group.owner, group.hours) == ("新名", "王老师", "22:00-07:30")
    session.edit_group("g", hours="")
    session = reopen()
    with pytest.raises(Refused, match=r"undo\.hangs"):
        session.log.undo(change.action)
    assert reason_text(session.undo().label) == "已撤销：修改群「新名」"
    assert session.group.hours == "22:00-07:30"
    session.undo()
    assert (session.group.title.zh, session.group.owner, session.group.hours) == ("试验群", "", "")


def test_texts_of_notices_are_taken_back(session: Session, reopen: Reopen):
    before = session.notice("叫卖")
    session.save_notice("叫卖", "甲")
    session.save_notice("叫卖", "乙")
    session.restore_notice("叫卖")
    assert "叫卖" not in [notice.id for notice in session.notices()]
    session.save_notice("节日说明", "不必专门祝贺。")
    session = reopen()
    told = [reason_text(session.undo().label) for _ in range(4)]
    assert told == [
        "已撤销：保存「节日说明」",
        "已撤销：恢复随附的「叫卖」",
        "已撤销：保存「叫卖」",
        "已撤销：保存「叫卖」",
    ]
    assert session.notice("叫卖") == before
    assert "节日说明" not in [notice.id for notice in session.notices()]
    assert session.undoable() is None


def test_what_was_edited_by_hand_since_is_not_overwritten(session: Session):
    change = session.save_notice("叫卖", "甲")
    (path,) = (session.data_dir / "notices" / "test").glob("叫卖.md")
    path.write_text(path.read_text(encoding="utf-8").replace("甲", "手改"), encoding="utf-8")
    with pytest.raises(Refused, match=r"undo\.changed-since"):
        session.log.undo(change.action)
    assert "手改" in path.read_text(encoding="utf-8")


def test_edits_of_clauses_are_taken_back_after_a_restart(session: Session, reopen: Reopen):
    from dataclasses import replace  # noqa: PLC0415

    session.rules.save(replace(session.rules.draft("hawking"), allow=("手套大量现货吗",)))
    session = reopen()
    assert session.rules.draft("hawking").changed
    assert reason_text(session.undo().label) == "已撤销：保存条款「叫卖」的改动"
    assert not session.rules.draft("hawking").changed


@pytest.mark.parametrize(
    "act",
    [
        lambda session: session.edit_group("g", owner="王老师"),
        lambda session: session.save_notice("叫卖", "甲"),
        lambda session: session.rules.misjudged(session.check("这批手套大量现货", member="张三")),
    ],
)
def test_neither_the_thing_nor_the_entry_is_kept_alone(
    session: Session, monkeypatch: pytest.MonkeyPatch, act
):
    def full(*_: object) -> None:
        raise NotSaved("storage.disk-full")

    def state() -> object:
        return session.groups(), session.notices(), session.rules.draft("hawking"), session.log.search()

    before = state()
    with monkeypatch.context() as patched:
        patched.setattr(Record, "append", full)
        with pytest.raises(NotSaved):
            act(session)
    assert state() == before
    act(session)
    after = state()
    assert after != before
    with monkeypatch.context() as patched:
        patched.setattr(Record, "append", full)
        with pytest.raises(NotSaved):
            session.undo()
    assert state() == after
    session.undo()
    assert state()[:3] == before[:3]


def test_an_erased_person_is_no_step_to_go_back(session: Session):
    session.strike_by_name("李四")
    given = session.strike_by_name("张三")
    session.upkeep.erase(session.member("张三").id)
    with pytest.raises(Refused, match=r"undo\.erased"):
        session.log.undo(given.action)
    assert [row.entry.name for row in session.log.undoables()] == ["李四"]
    assert session.undo().label.values["member"] == "李四"


def test_a_joined_person_leaves_as_one_and_comes_back_as_one(session: Session):
    session.add_member("张三", card="一")
    session.add_member("张三", card="二")
    one, other = (row.member.id for row in session.members())
    session.exchange.same(one, other)
    session.remove_member(other)
    assert session.members() == []
    session.undo()
    assert len(session.members()) == 1
    session.undo()
    assert len(session.members()) == 2
