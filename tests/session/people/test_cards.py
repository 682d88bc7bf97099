"""Name cards and silence through the session: who is told, by when, and one reminder for all."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from moderator_app.core.errors import BadInput, NotFound, Refused
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.rules.verdict import Action
from moderator_app.sentences import reason_text
from moderator_app.session import Absence, Session
from moderator_app.storage.paths import resources_dir
from tests.session.conftest import Clock


@pytest.fixture
def session(session: Session) -> Session:
    """A session whose current group is one of people from one town: 小溪★摄影."""
    session.add_group("h", "老乡群", "hometown")
    session.choose_group("h")
    return session


def add(session: Session, name: str, card: str = "", **fields: object) -> str:
    return session.add_member(name, card=card, **fields).members[0]


def names(rows) -> list[str]:
    return [row.member.name for row in rows]


# ---- name cards


def test_those_without_the_groups_card_are_listed_with_what_is_missing(session: Session):
    add(session, "小溪", "小溪★摄影")
    bad = add(session, "阿花", "阿花☆", joined="2026-02-20")
    add(session, "老王")
    rows = session.people.cards()
    assert names(rows) == ["阿花", "老王"]
    assert rows[0].card.values["nickname"] == "阿花"
    assert rows[0].card.missing == ("tag",)
    assert (rows[0].due, rows[1].due) == (date(2026, 2, 23), date(2026, 3, 5))
    assert reason_text(rows[0].problem)
    session.edit_member(bad, card="阿花☆美食")
    assert names(session.people.cards()) == ["老王"]


@pytest.mark.parametrize(
    ("rulebook", "good", "bad", "read"),
    [
        ("yigongxie", "张三-医疗器械-上海", "张三-上海", {"name": "张三", "trade": "", "place": "上海"}),
        ("corporate", "销售部-张三", "销售部", {"department": "销售部", "name": ""}),
        ("department", "财务部张三", "张三", {"department": "", "name": "张三"}),
        ("chamber", "锐进公司营销部经理张三", "张三", {"company": "", "post": "", "name": "张三"}),
        ("homeowners", "g9#101@李明", "李明", {"flat": "", "building": "", "name": "李明"}),
        ("referees", "江苏-张三", "张三", {"region": "", "name": "张三"}),
        ("class-parents", "3班刘小爸爸", "刘小爸爸", {"class": "", "pupil": "刘小", "relation": "爸爸"}),
        ("hometown", "小溪★摄影", "小溪", {"nickname": "小溪", "mark": "", "tag": ""}),
    ],
)
def test_every_form_of_card_is_taken_apart(session: Session, rulebook: str, good: str, bad: str, read: dict):
    session.add_group("each", "每一种群", rulebook)
    session.add_member("守规矩的", group="each", card=good)
    session.add_member("没写全的", group="each", card=bad)
    rows = session.people.cards("each")
    assert names(rows) == ["没写全的"]
    assert dict(rows[0].card.values) == read
    assert set(rows[0].card.missing) == {name for name, value in read.items() if not value} - {"building"}


def test_who_is_away_or_exempt_is_not_asked_for_a_card(session: Session):
    add(session, "老王", status="left")
    add(session, "老李", status="free-group")
    assert session.people.cards() == ()
    session.add_group("y", "医工协", "yigongxie")
    session.add_member("协会", group="y", role="organisation")
    session.add_member("小张", group="y")
    assert names(session.people.cards("y")) == ["小张"]


def test_one_reminder_names_them_all_and_is_kept_for_each(session: Session, clock: Clock):
    ids = [add(session, "老王"), add(session, "老李"), add(session, "{群名}")]
    text = session.people.cards_text(ids)
    assert "老王、老李、{群名}" in text
    change = session.people.remind_cards(ids)
    assert change.label.values["count"] == 3
    assert {entry.kind for entry in change.entries} == {EntryKind.NOTICE}
    assert [row.reminded for row in session.people.cards()] == [(clock(),)] * 3
    assert session.last_notice.text == text
    assert session.check(text).verdict.findings == ()
    session.undo()
    assert [row.reminded for row in session.people.cards()] == [()] * 3


def test_each_reminder_is_counted_also_one_that_was_given_singly(session: Session, clock: Clock):
    wang, li = add(session, "老王"), add(session, "老李")
    session.people.remind_cards([wang, li])
    clock.go(days=2)
    session.note_notice("群名片提醒", wang)
    reminded = {row.member.id: row.reminded for row in session.people.cards()}
    assert reminded[wang] == (datetime(2026, 3, 2, 9, 30), datetime(2026, 3, 4, 9, 30))
    assert reminded[li] == (datetime(2026, 3, 2, 9, 30),)


def test_who_was_reminded_as_often_as_the_rules_allow_is_told_first(session: Session, clock: Clock):
    session.add_group("h2", "业主群", "homeowners")
    anne, bea = (session.add_member(name, group="h2").members[0] for name in ("阿安", "阿贝"))
    assert [row.most_reminders for row in session.people.cards("h2")] == [3, 3]
    for _ in range(2):
        session.people.remind_cards([anne, bea])
        clock.go(days=1)
    assert not any(row.spent for row in session.people.cards("h2"))
    session.people.remind_cards([bea])
    assert [(row.member.id, row.spent) for row in session.people.cards("h2")] == [(bea, True), (anne, False)]
    assert not any(row.spent for row in session.people.cards())  # a rulebook that does not say how often


def test_one_reminder_counts_as_one_notice_however_many_it_names(session: Session):
    session.people.remind_cards([add(session, f"老{name}") for name in "王李张"])
    assert session.notice_counts() == {"群名片提醒": 1}
    assert session.notices_today() == 1


def test_the_default_group_reminds_politely(session: Session):
    session.add_group("y", "医工协", "yigongxie")
    text = session.people.cards_text([session.add_member("小张", group="y").members[0]])
    assert text.startswith("@小张 您好") and "姓名-专业或行业（单位）-城市" in text


def test_a_group_without_such_a_notice_is_reminded_in_the_rules_own_words(session: Session):
    shipped = (resources_dir() / "rulebooks" / "yigongxie.yaml").read_text(encoding="utf-8")
    own = shipped.replace("id: yigongxie", "id: own", 1).replace("card: 群名片提醒, ", "")
    path = session.data_dir / "rulebooks" / "own.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(own, encoding="utf-8")
    session.add_group("y", "医工协", "own")
    zhang = session.add_member("小张", group="y").members[0]
    text = session.people.cards_text([zhang])
    assert text.startswith("@小张\n")
    assert "群名片" in text
    session.people.remind_cards([zhang])
    assert len(session.people.cards("y")[0].reminded) == 1
    with pytest.raises(Refused) as refused:
        session.people.silent_text([zhang])
    assert refused.value.reason.code == "people.no-notice"


def test_a_reminder_to_nobody_to_strangers_or_to_two_groups_is_refused(session: Session):
    wang = add(session, "老王")
    session.add_group("y", "医工协", "yigongxie")
    other = session.add_member("小张", group="y").members[0]
    with pytest.raises(BadInput):
        session.people.cards_text([])
    with pytest.raises(NotFound):
        session.people.remind_cards([wang, "nobody"])
    with pytest.raises(BadInput) as refused:
        session.people.remind_cards([wang, other])
    assert refused.value.reason.code == "process.several-groups"


def test_a_rulebook_that_asks_for_no_card_lists_nobody(session: Session):
    session.choose_group("g")
    add(session, "老王")
    assert session.people.cards() == ()


# ---- silence


def heard(session: Session, name: str, at: datetime) -> None:
    session.remember(session.check("今天天气不错", member=name, at=at))


def test_the_silent_are_told_with_since_when(session: Session, clock: Clock):
    add(session, "老王")
    add(session, "老李")
    add(session, "老张")
    heard(session, "老王", clock() - timedelta(days=2))
    heard(session, "老李", clock() - timedelta(days=91))
    assert names(session.people.silent()) == ["老李"]
    assert session.people.silent()[0].since == date(2025, 12, 1)
    clock.go(days=100)
    rows = session.people.silent()
    assert [(row.member.name, row.days) for row in rows] == [("老李", 191), ("老王", 102), ("老张", 100)]
    assert rows[2].since is None
    assert "191" in reason_text(rows[0].rule)
    assert {row.absence for row in rows} == {Absence.SILENT}


def test_leave_and_suspension_excuse(session: Session, clock: Clock):
    wang, li = add(session, "老王"), add(session, "老李")
    clock.go(days=100)
    session.process.leave(wang, date(2026, 7, 1))
    session.edit_member(li, status="suspended")
    assert session.people.silent() == ()
    assert [row.excused_until for row in session.people.silent(excused=True)] == [date(2026, 7, 1)]


@pytest.mark.parametrize("step", [Action.SUSPEND, Action.MOVE])
def test_who_was_out_of_the_group_is_not_silent_on_the_day_of_the_return(
    session: Session, clock: Clock, step: Action
):
    wang = add(session, "老王")
    heard(session, "老王", clock())
    session.process.take(wang, step)
    clock.go(days=100)
    session.process.bring_back(wang)
    assert session.people.silent() == ()
    clock.go(days=91)
    assert [(row.days, row.since) for row in session.people.silent()] == [(91, date(2026, 3, 2))]


def test_newcomers_are_asked_for_their_first_words(session: Session, clock: Clock):
    add(session, "老王", joined=clock().date())
    add(session, "老李", joined=clock().date())
    add(session, "老前辈", joined=date(2020, 1, 1))
    heard(session, "老李", clock())
    clock.go(days=3)
    assert session.people.newcomers() == ()
    clock.go(days=1)
    assert names(session.people.newcomers()) == ["老王"]
    heard(session, "老王", clock())
    assert session.people.newcomers() == ()


def test_meet_ups_are_kept_up(session: Session, clock: Clock):
    wang = add(session, "老王")
    add(session, "老李")
    clock.go(days=300)
    session.process.met([wang], clock().date())
    clock.go(days=66)
    assert names(session.people.meetups()) == ["老李"]


def test_the_silent_are_reminded_together(session: Session, clock: Clock):
    ids = [add(session, "老王"), add(session, "老李")]
    clock.go(days=100)
    assert "老王、老李" in session.people.silent_text(ids)
    change = session.people.remind_silent(ids)
    assert change.label.code == "did.remind-silent"
    assert [row.reminded for row in session.people.silent()] == [(clock(),)] * 2
    assert [row.reminded for row in session.people.cards()] == [()] * 2


def test_a_rulebook_without_limits_lists_nobody(session: Session, clock: Clock):
    session.choose_group("g")
    add(session, "老王", joined=clock().date())
    clock.go(days=1000)
    assert (session.people.silent(), session.people.newcomers(), session.people.meetups()) == ((), (), ())
