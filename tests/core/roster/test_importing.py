"""A list of members held against the roster, and what importing makes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.message import Role
from moderator_app.core.roster.columns import Columns, Field
from moderator_app.core.roster.deciding import NEW, SKIP, clashes, decision
from moderator_app.core.roster.importing import ImportRow, RowKind, compared, coverage
from moderator_app.core.roster.incoming import Incoming, incoming_rows, together
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.roster.names import plain
from moderator_app.core.roster.updating import differences, newcomer, updated
from moderator_app.core.wording import Reason

HEADS = {"昵称": Field.NAME, "名片": Field.CARD, "号": Field.ACCOUNT, "备注": Field.ALIAS}


def member(id: str, name: str, card: str = "", **fields) -> Member:
    return Member(id=id, group="g", name=name, card=card, **fields)


def read(heads: str, *rows: str) -> list[Incoming]:
    columns = Columns(fields=tuple(HEADS[head] for head in heads.split()))
    return incoming_rows([row.split("/") for row in rows], columns)


def told(rows: tuple[ImportRow, ...]) -> list[tuple[str, str]]:
    """What each row is, with the member or the first candidate."""
    return [
        (row.kind.value, row.member.id if row.member else ",".join(each.id for each in row.candidates))
        for row in rows
    ]


ROSTER = [
    member("a", "张三", "张三-器械-上海"),
    member("b", "开心每一天", aliases=("开心",)),
    member("c", "李四"),
    member("d", "王小明", "王小明-医生-北京", aliases=("wxid_d",)),
]


@pytest.mark.parametrize(
    ("heads", "row", "kind", "who"),
    [
        ("昵称", "张三", "same", "a"),
        ("昵称", " 张 三 ", "same", "a"),
        ("昵称", "张三-器械-上海", "same", "a"),
        ("昵称", "开心", "same", "b"),
        ("昵称 名片", "李四/李四-护士-南京", "changed", "c"),
        ("昵称 名片", "张三/张三-代理-上海", "changed", "a"),
        ("昵称 名片", "快乐的老张/张三-器械-上海", "changed", "a"),
        ("昵称 名片 号", "全新的昵称/孙悟空-导游-花果山/wxid_d", "changed", "d"),
        ("昵称 名片", "张三/赵六-财务-深圳", "doubtful", "a"),
        ("昵称 名片", "李四/张三-器械-上海", "doubtful", "a,c"),
        ("昵称", "王晓明", "doubtful", "d"),
        ("昵称 名片", "阿明/王小明-主任-北京", "doubtful", "d"),
        ("昵称 备注", "夏天/李四", "doubtful", "c"),
        ("昵称 名片", "赵六/赵六-器械-上海", "new", ""),
        ("昵称 名片 号", "王小明/王小明-医生-北京/wxid_other", "new", ""),
        ("昵称", "ㅤㅤ", "new", ""),
        ("昵称", "长" * 201, "unusable", ""),
        ("昵称 备注", "/某人", "unusable", ""),
    ],
)
def test_who_a_row_is(heads: str, row: str, kind: str, who: str):
    assert told(compared(read(heads, row), ROSTER)) == [(kind, who)]


def test_two_of_one_name_are_told_apart_by_card_or_id_and_else_asked_for():
    twins = [
        member("a", "张伟", "张伟-器械-上海"),
        member("b", "张伟", "张伟-护士-北京", aliases=("wxid_b",)),
    ]
    assert told(compared(read("昵称", "张伟"), twins)) == [("doubtful", "a,b")]
    assert told(compared(read("昵称 名片", "张伟/张伟-护士-北京"), twins)) == [("same", "b")]
    assert told(compared(read("昵称 号", "张伟/wxid_b"), twins)) == [("same", "b")]
    assert told(compared(read("昵称 号", "张伟/wxid_new"), twins)) == [("changed", "a")]


def test_one_person_on_two_rows_is_one_and_two_ids_are_two():
    assert told(compared(read("昵称", "张三", "李四", "张三"), [])) == [
        ("new", ""),
        ("new", ""),
        ("repeated", ""),
    ]
    rows = compared(read("昵称 号", "张三/wxid_1", "张三/wxid_2", "三/wxid_1"), [])
    assert told(rows) == [("new", ""), ("new", ""), ("repeated", "")]
    assert rows[2].why == Reason("import.repeated", {"row": 1})


def test_two_rows_that_name_one_member_are_asked_about():
    rows = compared(read("昵称 名片", "张三/", "老张/张三-器械-上海"), ROSTER)
    assert told(rows) == [("same", "a"), ("doubtful", "a")]


def test_people_whom_the_list_tells_apart_are_not_taken_for_each_other():
    rows = compared(read("昵称", "王小明", "王晓明"), ROSTER)
    assert told(rows) == [("same", "d"), ("new", "")]


def test_who_left_is_back_and_who_was_removed_is_asked_about():
    away = [member("a", "张三", status=Status.LEFT), member("b", "李四", status=Status.REMOVED)]
    rows = compared(read("昵称", "张三", "李四"), away)
    assert told(rows) == [("changed", "a"), ("doubtful", "b")]
    assert updated(away[0], rows[0].incoming).status is Status.ACTIVE
    moved = member("c", "王五", status=Status.FREE_GROUP)
    assert told(compared(read("昵称", "王五"), [moved])) == [("same", "c")]


def test_those_who_shall_not_come_back_are_told():
    def alarm(names) -> tuple[Reason, str] | None:
        return (Reason("import.alarm-near"), "bad") if "坏人" in names else None

    rows = compared(read("昵称", "坏人", "张三", "赵六"), ROSTER, alarm=alarm, blocked={"a"})
    assert told(rows) == [("blocked", ""), ("blocked", "a"), ("new", "")]
    assert [row.alarming for row in rows] == ["bad", "", ""]


def test_who_is_missing_from_a_whole_list_is_told_and_not_from_a_part():
    names = ("甲乙", "阳光", "听雨轩", "老马识途", "Anna", "云淡风轻", "赵大宝", "孙悟空")
    people = [member(str(i), name) for i, name in enumerate(names)]
    away = member("x", "已走", status=Status.LEFT)
    whole = compared(read("昵称", *(each.name for each in people[:6]), "从没见过"), [*people, away])
    assert [each.id for each in coverage(whole, [*people, away]).missing] == ["6", "7"]
    part = compared(read("昵称", people[0].name, "新来的"), people)
    known = coverage(part, people)
    assert (known.there, known.named, known.whole) == (8, 1, False)
    nobody = coverage(compared(read("昵称", "甲"), []), [])
    assert (nobody.missing, nobody.whole) == ((), True)


def test_who_was_told_to_be_somebody_else_is_not_asked_about_again():
    removed = member("old", "张三", status=Status.REMOVED)
    now = member("new", "张三")
    rows, both = read("昵称", "张三"), [removed, now]
    assert told(compared(rows, both)) == [("doubtful", "old,new")]
    apart = {frozenset(("old", "new"))}
    known = compared(rows, both, apart=lambda one, other: frozenset((one, other)) in apart)
    assert told(known) == [("same", "new")]
    here = [replace(removed, status=Status.ACTIVE), now]
    again = compared(rows, here, apart=lambda one, other: frozenset((one, other)) in apart)
    assert told(again) == [("doubtful", "old,new")]


def test_rows_for_one_member_are_taken_together_and_lose_nothing():
    first, second = read("昵称 名片 号 备注", "李娜//wxid_1/娜娜", "小娜/李娜-采购-北京/wxid_2/")
    one = together([first, second])
    assert (one.number, one.name, one.card, one.account) == (1, "李娜", "李娜-采购-北京", "wxid_1")
    assert one.aliases == ("娜娜", "小娜", "wxid_2")
    assert together([first]) is first


def test_clashes_name_all_rows_of_a_member_and_the_row_that_names_the_member_leads():
    rows = compared(read("昵称", "王晓明", "王小铭", "李四", "王五"), ROSTER)
    assert told(rows)[:2] == [("doubtful", "d"), ("doubtful", "d")]
    assert clashes(rows, {1: "d", 2: NEW}) == {}
    assert clashes(rows, {1: "d", 2: "d"}) == {1: (1, 2), 2: (1, 2)}
    assert clashes(rows, {1: "c", 2: "c"}) == dict.fromkeys((1, 2, 3), (3, 1, 2))
    assert (decision(rows[0], {}), decision(rows[2], {}), decision(rows[3], {})) == (SKIP, "c", NEW)


def test_whoever_a_doubtful_row_may_be_is_not_gone():
    people = [member("a", "王小明"), member("b", "甲乙"), member("c", "丙丁")]
    assert coverage(compared(read("昵称", "王晓明", "甲乙", "丙丁"), people), people).missing == ()


def test_the_work_can_be_watched_and_ended():
    seen: list[int] = []
    compared(read("昵称", *(f"人{i}" for i in range(500))), [], pulse=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] > 400

    def enough(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compared(read("昵称", "张三"), [], pulse=enough)


# ---- what a row makes of a member


def one(heads: str, row: str, **fields) -> Incoming:
    return replace(read(heads, row)[0], **fields)


def test_a_new_name_takes_the_place_of_the_old_one_which_stays_an_alias():
    after = updated(member("c", "李四"), one("昵称 名片", "夏天/李四-护士-南京"))
    assert (after.name, after.card, after.aliases) == ("李四", "李四-护士-南京", ("夏天",))
    after = updated(member("c", "夏天"), one("昵称", "秋天"))
    assert (after.name, after.aliases) == ("秋天", ("夏天",))


def test_a_nickname_beside_a_complete_card_is_an_alias():
    made = newcomer(one("昵称 名片 号", "夏天/李四-护士-南京/wxid_9"), "n", "g")
    assert (made.name, made.card, made.aliases) == ("李四", "李四-护士-南京", ("夏天", "wxid_9"))
    assert newcomer(one("昵称 名片", "夏天/夏天"), "n", "g").card == ""
    assert newcomer(one("昵称", "李四-护士-南京"), "n", "g").name == "李四"


def test_what_the_list_does_not_tell_stays_and_what_only_we_know_is_not_taken_back():
    known = member("a", "张三", role=Role.PAID, joined=date(2024, 1, 1), invited_by="甲", notes="旧的")
    after = updated(known, one("昵称", "张三", role=Role.MEMBER, invited_by="乙", notes="新的"))
    assert (after.role, after.joined, after.invited_by, after.notes) == (
        Role.PAID,
        date(2024, 1, 1),
        "甲",
        "旧的\n新的",
    )
    assert updated(known, one("昵称", "张三", role=Role.ADMIN)).role is Role.ADMIN


def test_a_status_that_the_list_tells_holds():
    known = member("a", "张三")
    assert updated(known, one("昵称", "张三", status=Status.LEFT)).status is Status.LEFT
    assert [each.field for each in differences(known, replace(known, status=Status.LEFT))] == [Field.STATUS]


TEXTS = st.sampled_from(
    ["", "张三", "李四", "夏天", "张三-器械-上海", "李四-护士-南京", "张三-代理-北京", "开心", "ㅤ", "张 三"]
)
INCOMING = st.builds(
    lambda **fields: Incoming(number=1, **fields),
    name=TEXTS,
    card=TEXTS,
    aliases=st.lists(TEXTS.filter(bool), max_size=2).map(tuple),
    account=st.sampled_from(["", "wxid_1"]),
    notes=st.sampled_from(["", "一", "一 二"]),
    role=st.sampled_from([None, *Role]),
    joined=st.sampled_from([None, date(2025, 1, 1)]),
).filter(lambda row: row.name or row.card)


@given(INCOMING, INCOMING)
def test_taking_a_row_over_twice_changes_nothing_more(first: Incoming, row: Incoming):
    known = newcomer(first, "a", "g")
    assert updated(known, first) == known
    after = updated(known, row)
    assert updated(after, row) == after
    assert after.name


NICKNAMES = st.text("风花雪月ab😀ㅤ12 ", min_size=1, max_size=6).filter(lambda name: bool(name.strip()))
PEOPLE = st.builds(
    lambda name, person, tail: (name, f"{person}-{tail}" if person else ""),
    NICKNAMES,
    st.sampled_from(["", "张三", "李四", "王小明", "王晓明"]),
    st.sampled_from(["器械-上海", "护士-南京"]),
)


@given(st.lists(PEOPLE, max_size=12, unique_by=lambda one: plain(one[0])), st.booleans())
def test_a_list_that_was_taken_over_is_all_the_same_the_second_time(people, with_ids):
    rows = [
        Incoming(number=i, name=name, card=card, account=f"wxid_{i}" if with_ids else "")
        for i, (name, card) in enumerate(people, 1)
    ]
    first = compared(rows, [])
    assert {row.kind for row in first} <= {RowKind.NEW}
    second = compared(rows, [newcomer(row.incoming, str(row.number), "g") for row in first])
    assert [row.member.id for row in second if row.kind is RowKind.SAME] == [str(row.number) for row in rows]
