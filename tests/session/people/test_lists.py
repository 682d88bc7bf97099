"""Lists of members through the session: previewed, taken over, cancelled, undone, written out."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from moderator_app.core.errors import BadInput, Busy, NotFound, NotSaved, Refused
from moderator_app.core.message import Role
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.rules.verdict import Action
from moderator_app.sentences import reason_text
from moderator_app.session import Columns, Field, ImportPreview, RowKind, Session
from moderator_app.storage import ledger
from moderator_app.storage.tables import read_table, write_table
from tests.session.conftest import Clock, Reopen
from tests.session.process.conftest import Opened, process_of

__all__ = ["process_of"]

EXPORT = [
    ["昵称", "备注", "群昵称", "微信号", "角色", "入群时间", "邀请人", "最后发言时间"],
    ["夏天", "", "张三-器械-上海", "wxid_1", "群主", "2024-05-01 10:00:00", "", "2026-02-27 08:00:00"],
    ["开心", "老李", "", "wxid_2", "成员", "2025-01-02 10:00:00", "夏天", ""],
    ["ㅤㅤ", "", "", "wxid_3", "成员", "", "", ""],
    ["=SUM(1)", "", "", "wxid_4", "成员", "", "", ""],
]


def files(folder: Path) -> dict[str, bytes]:
    """What the data folder holds, but for the history, the daily backup and the versions before."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in (".lock", ".bak")
    }


def by_name(session: Session) -> dict[str, Member]:
    return {row.member.name: row.member for row in session.members()}


def kinds(preview: ImportPreview) -> list[str]:
    return [row.kind.value for row in preview.rows]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return write_table(tmp_path / "群成员.xlsx", EXPORT)


def test_what_a_wechat_tool_writes_becomes_members(session: Session, export: Path):
    preview = session.people.read_members(export)
    assert (preview.source, kinds(preview), preview.counts) == ("群成员.xlsx", ["new"] * 4, {RowKind.NEW: 4})
    change = session.people.import_members(preview)
    assert change.label.code == "did.import"
    assert change.label.values["count"] == 4
    found = by_name(session)
    assert found["张三"] == Member(
        id=found["张三"].id,
        group="g",
        name="张三",
        card="张三-器械-上海",
        aliases=("夏天", "wxid_1"),
        role=Role.OWNER,
        joined=date(2024, 5, 1),
    )
    assert found["开心"].aliases == ("老李", "wxid_2")
    assert set(found) == {"张三", "开心", "ㅤㅤ", "=SUM(1)"}
    assert len({entry.action for entry in change.entries}) == 1


def test_the_same_list_again_is_all_the_same(session: Session, export: Path, reopen: Reopen):
    session.people.import_members(session.people.read_members(export))
    session = reopen()
    again = session.people.read_members(export)
    assert kinds(again) == ["same"] * 4
    with pytest.raises(Refused) as refused:
        session.people.import_members(again)
    assert refused.value.reason.code == "import.nothing-new"


def test_looking_at_a_list_writes_nothing(session: Session, export: Path, data_dir: Path):
    before = files(data_dir)
    session.people.read_members(export)
    session.people.read_members("张三、李四")
    assert files(data_dir) == before


def test_one_undo_takes_the_whole_list_back_also_after_a_restart(
    session: Session, export: Path, reopen: Reopen
):
    session.add_member("开心", notes="先来的")
    before = session.members()
    change = session.people.import_members(session.people.read_members(export))
    assert len(session.members()) == 4
    session = reopen()
    assert session.undoable().action == change.action
    session.undo()
    assert session.members() == before


def test_the_columns_may_be_told_otherwise(session: Session, export: Path):
    guessed = session.people.read_members(export).columns
    assert guessed.fields[:4] == (Field.NAME, Field.ALIAS, Field.CARD, Field.ACCOUNT)
    told = Columns(fields=(Field.NAME, None, Field.NOTES), heading=0)
    preview = session.people.read_members(export, columns=told)
    session.people.import_members(preview)
    assert by_name(session)["夏天"].notes == "张三-器械-上海"
    nothing = session.people.read_members(export, columns=Columns(fields=(None,)))
    assert (nothing.rows, len(nothing.table)) == ((), 5)


def test_doubts_are_asked_and_what_is_not_decided_is_left_out(session: Session):
    session.add_member("王小明")
    session.add_member("李四")
    ming = session.member("王小明")
    preview = session.people.read_members("王晓明\n李思\n赵六")
    assert kinds(preview) == ["doubtful", "doubtful", "new"]
    assert [each.name for each in preview.rows[0].candidates] == ["王小明"]
    assert "很像" in reason_text(preview.rows[0].why)
    session.people.import_members(preview, {1: ming.id})
    found = by_name(session)
    assert set(found) == {"王晓明", "李四", "赵六"}
    assert (found["王晓明"].id, found["王晓明"].aliases) == (ming.id, ("王小明",))


def test_decisions_make_new_ones_skip_and_are_checked(session: Session):
    session.add_member("王小明")
    preview = session.people.read_members("王晓明\n赵六")
    with pytest.raises(NotFound):
        session.people.import_members(preview, {1: "nobody"})
    session.people.import_members(preview, {1: "new", 2: "skip"})
    assert set(by_name(session)) == {"王小明", "王晓明"}
    assert kinds(session.people.read_members("王晓明\n王小明")) == ["same", "same"]


def test_who_is_missing_may_have_left(session: Session):
    session.people.import_members(session.people.read_members("甲乙\n阳光\n听雨轩\nAnna\n云淡风轻"))
    preview = session.people.read_members("甲乙\n阳光\n听雨轩\n老马识途")
    assert [member.name for member in preview.gone] == ["Anna", "云淡风轻"]
    session.people.import_members(preview, gone=[preview.gone[0].id])
    found = by_name(session)
    assert (found["Anna"].status, found["云淡风轻"].status) == (Status.LEFT, Status.ACTIVE)
    again = session.people.read_members("甲乙\n阳光\n听雨轩\n老马识途")
    session.people.import_members(again, gone="left")
    assert by_name(session)["云淡风轻"].status is Status.LEFT
    back = session.people.read_members("Anna")
    assert (kinds(back), back.gone) == (["changed"], ())
    session.people.import_members(back)
    assert by_name(session)["Anna"].status is Status.ACTIVE


def test_a_part_of_the_group_makes_nobody_leave(session: Session):
    session.people.import_members(session.people.read_members("甲乙\n阳光\n听雨轩\nAnna\n云淡风轻"))
    part = session.people.read_members("甲乙\n阳光\n新来的")
    assert (part.gone, part.there, part.named, part.whole) == ((), 5, 2, False)
    with pytest.raises(Refused, match=r"import\.part"):
        session.people.import_members(part, gone="left")
    assert "新来的" not in by_name(session)
    whole = session.people.read_members("甲乙\n阳光\n新来的", whole=True)
    assert len(whole.gone) == 3
    session.people.import_members(whole, gone="left")
    assert [by_name(session)[name].status for name in ("Anna", "甲乙")] == [Status.LEFT, Status.ACTIVE]


def test_two_rows_for_one_member_are_taken_together(session: Session):
    session.add_member("王小明")
    ming = session.member("王小明")
    preview = session.people.read_members("王晓明\n王小铭\n赵六")
    change = session.people.import_members(preview, {1: ming.id, 2: ming.id})
    assert [each.code for each in change.warnings] == ["import.one-person"]
    found = by_name(session)
    assert set(found) == {"王晓明", "赵六"}
    assert set(found["王晓明"].aliases) == {"王小明", "王小铭"}
    assert sum(entry.member == ming.id for entry in change.entries) == 1


TWO = "process: {removal: {admins: 2, owner_above: 2}}\n"
LISTED = [["姓名", "状态"], ["张三", "已移出"], ["李四", "在群"], ["王五", "已移出"]]


def removing(session: Session, path: Path) -> ImportPreview:
    for name in ("张三", "李四", "王五"):
        session.add_member(name)
    return session.people.read_members(write_table(path / "名单.xlsx", LISTED))


def test_a_list_proposes_the_removals_that_others_have_to_agree_to(process_of: Opened, tmp_path: Path):
    session = process_of(TWO)
    preview = removing(session, tmp_path)
    assert [row.why.code for row in preview.rows if row.why] == ["import.proposes"] * 2
    assert "提请" in reason_text(preview.rows[0].why)
    change = session.people.import_members(preview)
    assert {member.status for member in by_name(session).values()} == {Status.ACTIVE}
    assert [each.member.name for each in session.process.pending()] == ["张三", "王五"]
    assert [each.code for each in change.warnings] == ["import.proposed"] * 2
    assert "张三" in reason_text(change.warnings[0])
    with pytest.raises(Refused, match=r"import\.nothing-new"):
        session.people.import_members(session.people.read_members(tmp_path / "名单.xlsx"))
    session.undo()
    assert session.process.pending() == ()


def test_where_one_word_is_enough_a_list_removes_and_it_counts(process_of: Opened, tmp_path: Path):
    session = process_of("process: {removal: {admins: 1, owner_above: 2}}\n")
    preview = removing(session, tmp_path)
    assert [row.why for row in preview.rows] == [None] * 3
    session.people.import_members(preview)
    assert by_name(session)["张三"].status is Status.REMOVED
    session.process.take(session.member("李四").id, Action.REMOVE)
    assert [each.needs.code for each in session.process.pending()] == ["process.needs-owner"]


def test_an_answer_that_somebody_is_another_person_is_remembered(session: Session, reopen: Reopen):
    session.add_member("张三")
    old = session.member("张三").id
    session.process.take(old, Action.REMOVE)
    first = session.people.read_members("张三")
    assert kinds(first) == ["doubtful"]
    session.people.import_members(first, {1: "new"})
    (new,) = (row.member.id for row in session.members() if row.member.id != old)
    session = reopen()
    assert kinds(session.people.read_members("张三")) == ["same"]
    assert session.exchange.are_apart(old, new)
    with pytest.raises(Refused, match=r"apart\.already"):
        session.exchange.apart(new, old)
    session.undo()
    assert kinds(session.people.read_members("张三")) == ["doubtful"]


def test_a_false_alarm_that_was_answered_is_silent_from_then_on(session: Session):
    session.add_member("王小明")
    bad = session.member("王小明").id
    session.process.block(bad, "到处发广告")
    session.add_group("h", "另一个群", "test")
    preview = session.people.read_members("王小明", "h")
    assert kinds(preview) == ["blocked"]
    session.choose_group("h")
    session.people.import_members(preview, {1: "new"})
    good = session.member("王小明").id
    assert session.process.alarms("王小明")
    assert session.process.alarms("王小明", good) == ()
    assert session.check("大家好", member="王小明").alarms == ()
    session.undo()
    assert session.check("大家好", member="王小明").alarms


def test_somebody_on_the_blocklist_and_off_the_list_may_be_told_to_be_another(session: Session):
    session.add_member("王小明")
    bad = session.member("王小明").id
    session.process.block(bad, "到处发广告")
    session.remove_member(bad)
    session.add_member("王小明")
    good = session.member("王小明").id
    (alarm,) = session.process.alarms("王小明", good)
    session.exchange.apart(good, alarm.blocked.member.id)
    assert session.process.alarms("王小明", good) == ()
    with pytest.raises(NotFound):
        session.exchange.apart(good, "nobody")
    with pytest.raises(Refused, match=r"apart\.one-person"):
        session.exchange.apart(good, good)


def test_those_on_the_blocklist_are_told_and_kept_out(session: Session):
    session.add_member("王小明", card="王小明-推销-上海")
    session.process.block(session.member("王小明").id, "到处发广告")
    session.remove_member(session.member("王小明").id)
    preview = session.people.read_members("王小明\n王晓明\n张三-护士-上海")
    assert kinds(preview) == ["blocked", "blocked", "new"]
    assert "到处发广告" in reason_text(preview.rows[0].why)
    session.people.import_members(preview)
    assert set(by_name(session)) == {"张三"}


def test_a_cancelled_import_leaves_everything_as_it_was(session: Session, export: Path, data_dir: Path):
    session.add_member("开心")
    before = files(data_dir)
    preview = session.people.read_members(export)
    steps: list[int] = []

    def until(step: int):
        def progress(done: int, total: int) -> bool:
            assert 0 <= done <= total
            steps.append(done)
            return len(steps) < step

        return progress

    for step in (1, 2):
        steps.clear()
        with pytest.raises(Refused) as refused:
            session.people.import_members(preview, progress=until(step))
        assert refused.value.reason.code == "people.cancelled"
        assert files(data_dir) == before
    with pytest.raises(Refused):
        session.people.read_members(export, progress=lambda *_: False)
    steps.clear()
    session.people.import_members(preview, progress=until(99))
    assert steps[-1] == 4
    assert len(session.members()) == 4


def test_a_backup_is_made_first_and_holds_the_group_as_it_was(session: Session, export: Path, tmp_path: Path):
    session.add_member("开心")
    session.people.import_members(session.people.read_members(export))
    made = [path for path in (session.data_dir / "备份").iterdir() if "导入前" in path.name]
    assert len(made) == 1
    shutil.unpack_archive(made[0], tmp_path / "before")
    with Session.open(tmp_path / "before", write=False) as then:
        assert [row.member.name for row in then.members("g")] == ["开心"]


def test_a_disk_that_refuses_leaves_everything_as_it_was(
    session: Session, export: Path, monkeypatch: pytest.MonkeyPatch
):
    preview = session.people.read_members(export)

    def refuse(*_: object) -> None:
        raise NotSaved("storage.disk-full")

    monkeypatch.setattr(ledger.Ledger, "append", refuse)
    with pytest.raises(NotSaved):
        session.people.import_members(preview)
    assert session.members() == []


def test_what_a_list_tells_of_last_words_is_kept_beside_the_record(
    session: Session, export: Path, tmp_path: Path
):
    session.people.import_members(session.people.read_members(export))
    zhang = by_name(session)["张三"]
    written = read_table(session.people.export_members(tmp_path / "名单.csv"))
    last = written[0].index("最后发言")
    assert {row[0]: row[last] for row in written}["张三"] == "2026-02-27 08:00:00"
    later = [EXPORT[0], [*EXPORT[1][:-1], "2026-03-01 07:00:00"]]
    newer = session.people.read_members(write_table(tmp_path / "新.csv", later))
    assert kinds(newer) == ["same"]
    change = session.people.import_members(newer)
    assert (change.label.code, change.undoable) == ("did.import-heard", False)
    assert by_name(session)["张三"] == zhang
    with pytest.raises(Refused):
        session.people.import_members(newer)


@pytest.mark.parametrize("name", ["名单.csv", "名单.xlsx"])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_what_is_written_out_reads_in_as_all_the_same(
    session: Session, export: Path, tmp_path: Path, name: str, language: str
):
    session.people.import_members(session.people.read_members(export))
    session.add_member(
        "周七", role="paid", status="removed", leave_until="2026-05-01", notes="-欠一份", aliases=["七哥"]
    )
    path = session.people.export_members(tmp_path / name, language=language)
    assert "'=SUM(1)" in (path.read_text("utf-8-sig") if name.endswith("csv") else "'=SUM(1)")
    before = session.members()
    preview = session.people.read_members(path)
    assert kinds(preview) == ["same"] * 5
    with Session.open(tmp_path / "elsewhere") as other:
        there = other.people.read_members(path)
        assert kinds(there) == ["new"] * 5
        other.people.import_members(there)
        same = ("name", "card", "aliases", "role", "status", "joined", "leave_until", "notes")
        assert [[getattr(row.member, field) for field in same] for row in other.members()] == [
            [getattr(row.member, field) for field in same] for row in before
        ]


def test_last_words_of_tomorrow_keep_nobody_from_being_silent(session: Session, clock: Clock, tmp_path: Path):
    table = [["姓名", "最后发言时间"], ["张三", "2099-01-01 08:00:00"], ["李四", "2026-03-02 20:00:00"]]
    session.people.import_members(session.people.read_members(write_table(tmp_path / "表.xlsx", table)))
    ids = [session.member(name).id for name in ("张三", "李四")]
    assert [session.people.last_heard(each) for each in ids] == [None, clock.at]
    session.edit_member(ids[0], last_seen="2098-01-01T00:00:00")
    assert session.people.last_heard(ids[0]) is None


def test_a_list_without_names_is_told(session: Session, tmp_path: Path):
    for source in ("", " \n ", write_table(tmp_path / "空.xlsx", [])):
        with pytest.raises(BadInput) as refused:
            session.people.read_members(source)
        assert refused.value.reason.code == "import.empty"


def test_a_member_changed_meanwhile_keeps_that_change(session: Session):
    session.add_member("夏天")
    preview = session.people.read_members("昵称\t群昵称\n夏天\t李四-护士-南京")
    session.edit_member(session.member("夏天").id, notes="请过假")
    session.people.import_members(preview)
    assert by_name(session)["李四"].notes == "请过假"


def test_a_list_goes_into_the_group_that_it_was_read_for(session: Session):
    session.add_group("other", "另一群", "yigongxie")
    preview = session.people.read_members("张三", group="other")
    session.people.import_members(preview)
    assert session.members() == []
    assert [row.member.name for row in session.members("other")] == ["张三"]


def test_who_is_heard_in_a_check_is_remembered_as_present(session: Session, clock: Clock, tmp_path: Path):
    session.people.import_members(session.people.read_members("张三\n李四\n王五"))
    text = "张三\n2026年02月20日 16:04\n大家好\n\n李四\n2026年02月21日 16:05\n您好"
    session.remember(session.check(f"{text}\n\n路人\n2026年02月21日 16:06\n好"))
    session.remember(session.check("今天天气不错", member="王五"))
    written = read_table(session.people.export_members(tmp_path / "名单.csv"))
    last = written[0].index("最后发言")
    assert {row[0]: row[last] for row in written[1:]} == {
        "张三": "2026-02-20 16:04:00",
        "李四": "2026-02-21 16:05:00",
        "王五": clock().isoformat(" "),
    }


def test_a_check_that_is_not_remembered_leaves_no_trace(session: Session, data_dir: Path):
    session.add_member("张三")
    before = files(data_dir)
    session.check("张三\n2026年02月20日 16:04\n大家好\n\n张三\n2026年02月20日 16:05\n好")
    assert files(data_dir) == before


def test_a_session_for_reading_remembers_nobody(session: Session, data_dir: Path):
    session.add_member("张三")
    session.close()
    with Session.open(data_dir, write=False, now=lambda: datetime(2026, 3, 2)) as reading:
        before = files(data_dir)
        reading.remember(reading.check("今天天气不错", member="张三"))
        assert files(data_dir) == before


def test_what_changed_since_the_list_was_looked_at_is_not_doubled(session: Session):
    session.add_member("张三丰")
    read = session.people.read_members("钱七\n孙八")
    session.strike_by_name("李四平")
    session.people.import_members(read)
    assert len(session.members()) == 4, "what has nothing to do with the list does not matter"
    read = session.people.read_members("周九\n吴十一")
    session.strike_by_name("周九")
    for again in (read, replace(read, version=0)):
        with pytest.raises(Refused, match=r"import\.changed-since"):
            session.people.import_members(again)
    assert [row.member.name for row in session.members()].count("周九") == 1


def test_nothing_is_recorded_in_the_midst_of_an_import(session: Session):
    session.add_member("李四")
    preview = session.people.read_members("姓名,群名片\n李四,李四-上海\n王五,王五-北京\n", columns=None)
    refused: list[str] = []

    def told(done: int, total: int) -> bool:
        with pytest.raises(Busy) as busy:
            session.edit_member(session.member("李四").id, notes="在此期间")
        refused.append(busy.value.reason.code)
        assert session.member("李四").name == "李四", "what is asked is answered"
        return True

    session.people.import_members(preview, progress=told)
    assert set(refused) == {"storage.at-work"}
    assert session.member("李四").card == "李四-上海"
    session.edit_member(session.member("李四").id, notes="以后")
