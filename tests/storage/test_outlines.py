"""What a long record tells before it is read is what it tells afterwards, and is never believed blindly."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.member import Status
from moderator_app.storage import ledger
from moderator_app.storage.envelope import dumps, loads, sealed
from moderator_app.storage.layout import Layout
from moderator_app.storage.migrations import stamped
from moderator_app.storage.outlines import Extract
from moderator_app.storage.record import Record
from tests.backup_at_once import backup_at_once  # noqa: F401
from tests.core.roster.makers import entry, member, strike

PEOPLE = ("m1", "m2", "m3")


@pytest.fixture(autouse=True)
def _short_files(monkeypatch):
    monkeypatch.setattr(ledger, "FULL_ENTRIES", 3)


def filled(folder, count=20):
    """A record of several files, with what calls strikes back, of two groups, and some of another's."""
    with Record(folder) as record:
        record.append(
            [entry(EntryKind.MEMBER_ADDED, each, after=member(each, f"张三{each}")) for each in PEOPLE]
        )
        for i in range(count):
            record.append([strike(PEOPLE[i % 3], message="大量现货", group="g" if i % 4 else "other")])
        done = [each for each in record.all_entries() if each.kind is EntryKind.STRIKE]
        record.append([entry(EntryKind.VOID, "m1", target=done[0].id, reason="看错了")])
        record.append([entry(EntryKind.UNDO, "m2", target=done[1].action)])
        before = member("m3", "张三m3", status=Status.REMOVED)
        record.append(
            [entry(EntryKind.RESTORED, "m3", before=before, after=replace(before, status=Status.ACTIVE))]
        )
        record.append([entry(EntryKind.TASK, "m1", message="请说明", name="张三m1")])
        record.merge([replace(strike("m1", seq=4), id="theirs")])
        for _ in range(4):
            record.append([strike("m2")])
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The same, read once while nobody waited."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ledger, "FULL_ENTRIES", 3)
        folder = filled(tmp_path_factory.mktemp("made"))
        with Record(folder) as record:
            while record.read_ahead():
                pass
    assert list(Layout(folder).outlines.glob("*/*.json"))
    return folder


@pytest.fixture
def outlined(made, tmp_path):
    """A copy of that."""
    return Path(shutil.copytree(made, tmp_path / "outlined"))


def told(record):
    """All that is told in brief, in an order of its own."""
    fields = ("id", "action", "at", "group", "kind", "member", "notice", "target", "deed", "seq")
    known = [each for group in ("g", "other") for each in record.brief.of(group)]
    return sorted(tuple(getattr(each, name) for name in fields) for each in known)


def extracts(record):
    return [each for each in record.brief.of("g") if isinstance(each, Extract)]


def test_what_is_told_in_brief_is_what_is_told_when_all_is_read(outlined):
    with Record(outlined) as record:
        assert len(extracts(record)) > 10
        brief, edits = told(record), record.brief.edits()
        people = {who: [each.id for each in known] for who, known in record.brief.by_person("g").items()}
        whole = {who: record.about(who) for who in PEOPLE}
        tasks = record.brief.whole([each for each in record.brief.of("g") if each.kind is EntryKind.TASK])
        one = record.entry("theirs")
        record.all_entries()
        assert not extracts(record)
        assert told(record) == brief
        assert record.brief.edits() == edits == {"m3": 1}
        assert {w: sorted(ids) for w, ids in people.items()} == {
            who: sorted(each.id for each in known) for who, known in record.brief.by_person("g").items()
        }
        assert {who: record.about(who) for who in PEOPLE} == whole
        assert tasks == [each for each in record.all_entries() if each.kind is EntryKind.TASK]
        assert one == record.entry("theirs") is not None
        assert record.entry("nobody's") is None


def test_only_the_lines_that_are_asked_for_are_read(outlined, monkeypatch):
    with Record(outlined) as record:
        monkeypatch.setattr("moderator_app.storage.rescue.Rescue.load", None)
        assert "大量现货" in [each.message for each in record.entries("g", "m1")]
        assert record.entry("nobody's") is None


def test_who_came_back_is_told_whole_for_a_count_has_to_know_from_where(outlined):
    with Record(outlined) as record:
        (back,) = (each for each in record.brief.of("g") if each.kind is EntryKind.RESTORED)
        assert extracts(record)
        assert back.before.status is Status.REMOVED


def test_what_is_done_meanwhile_is_told_too(outlined):
    with Record(outlined) as record:
        before = len(record.brief.of("g"))
        (new,) = record.append([strike("m1")])
        assert extracts(record)
        assert len(record.brief.of("g")) == before + 1
        assert record.about("m1")[-1] == new
        assert record.merge([replace(strike("m1", seq=4), id="theirs too")])
        assert {"theirs", "theirs too"} < {each.id for each in record.brief.of("g")}


def test_names_and_texts_stay_in_the_record(outlined):
    for file in Layout(outlined).outlines.glob("*/*"):
        text = file.read_text(encoding="utf-8")
        assert not any(said in text for said in ("张三", "大量现货", "看错了", "请说明"))


def test_backups_leave_them_alone_and_a_folder_without_them_is_the_same(outlined):
    layout = Layout(outlined)
    with Record(outlined) as record:
        brief = told(record)
        assert not [path for path in record._backups.files() if layout.outlines in path.parents]
    shutil.rmtree(layout.outlines)
    with Record(outlined) as record:
        assert told(record) == brief
        assert not extracts(record)


def test_one_who_only_reads_makes_none(tmp_path):
    filled(tmp_path)
    with Record(tmp_path, write=False) as record:
        while record.read_ahead():
            pass
    assert not Layout(tmp_path).outlines.exists()


def test_where_they_cannot_be_written_nothing_else_goes_wrong(tmp_path):
    filled(tmp_path)
    Layout(tmp_path).outlines.write_bytes(b"in the way")
    with Record(tmp_path) as record:
        while record.read_ahead():
            pass
        assert record.problems == []
    with Record(tmp_path) as record:
        assert not extracts(record)


def test_a_file_that_is_another_one_now_is_read(outlined):
    layout = Layout(outlined)
    with Record(outlined) as record:
        record.erase(["m1"], [entry(EntryKind.ERASED, "m1")])
    with Record(outlined) as record:
        assert not any(each.message for each in record.about("m1"))
        brief = told(record)
        while record.read_ahead():
            pass
    with Record(outlined) as record:  # made anew of what is there now
        assert extracts(record)
        assert told(record) == brief
        assert {each.name for each in record.about("m1") if each.kind is not EntryKind.ERASED} == {""}
    assert layout.outlines.exists()


def test_damage_in_a_line_that_is_asked_for_is_mended_as_ever(outlined, tmp_path):
    shutil.copytree(outlined, tmp_path / "bare")
    shutil.rmtree(Layout(tmp_path / "bare").outlines)
    told_by, problems = [], []
    for folder in (outlined, tmp_path / "bare"):
        said = "大量现货".encode()
        file = next(path for path in sorted(folder.glob("ledger/g/*.json")) if said in path.read_bytes())
        file.write_bytes(file.read_bytes().replace(said, "大量现金".encode()))
        with Record(folder) as record:
            told_by.append({who: record.about(who) for who in PEOPLE})
            problems.append([problem.code for problem in record.problems])
    assert told_by[0] == told_by[1]
    assert problems[0] == problems[1] != []


def test_whoever_asks_for_one_after_the_other_gets_all_read_at_once(outlined, monkeypatch):
    monkeypatch.setattr(ledger, "_ONE_BY_ONE", 4)
    with Record(outlined) as record:
        first = record.about("m1")
        assert extracts(record)
        for _ in range(5):
            assert record.about("m1") == first
        assert not extracts(record)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=60,
    deadline=timedelta(seconds=5),
)
@given(data=st.data())
def test_whatever_happens_to_an_extract_what_is_told_is_right(made, data):
    with Record(made, write=False) as record:
        record.all_entries()
        expected = told(record)
    files = sorted(Layout(made).outlines.glob("*/*.json"))
    file = data.draw(st.sampled_from(files))
    whole = file.read_bytes()
    how = data.draw(st.sampled_from(("cut", "flip", "another's")))
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = {
        "cut": whole[:place],
        "flip": whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :],
        "another's": files[files.index(file) - 1].read_bytes(),
    }[how]
    try:
        file.write_bytes(changed)
        with Record(made, write=False) as record:
            assert told(record) == expected
    finally:
        file.write_bytes(whole)


class Killed(BaseException):
    """Nothing more is done."""


def killed(*_):
    raise Killed


@pytest.fixture
def unfinished(outlined):
    """A record whose writer was killed while it took a merge out."""
    names = [f"{path.parent.name}/{path.stem}" for path in Layout(outlined).ledger.glob("*/*m.json")]
    with pytest.MonkeyPatch.context() as patch, Record(outlined) as record, pytest.raises(Killed):
        patch.setattr("moderator_app.storage.transaction.Transactions._finish", killed)
        with record.transaction():
            record.merged.take_out(names)
    return outlined


def test_while_a_transaction_is_unfinished_no_extract_of_what_it_replaces_is_believed(unfinished):
    with Record(unfinished, write=False) as record:
        brief = told(record)
        assert record.all_entries()
        assert told(record) == brief
        assert "theirs" not in [each[0] for each in brief]


def test_who_reads_while_another_program_finishes_a_transaction_reads_what_came_of_it(unfinished):
    with Record(unfinished, write=False) as reader:
        with Record(unfinished) as writer:
            after = writer.all_entries()
        assert reader.all_entries() == after
        assert reader.problems == []


def test_lines_of_a_file_that_another_program_replaced_are_not_taken_for_those_that_were_there(outlined):
    with Record(outlined, write=False) as reader:
        known = [each for each in reader.brief.of("g") if isinstance(each, Extract)]
        for path in {each.places.file for each in known}:
            data = path.read_bytes()
            tables = loads(data)
            for row in tables["entries"].values():
                row["id"] = row["id"][:-1] + ("x" if row["id"][-1] != "x" else "y")
                row.pop("sum", None)
                row["sum"] = sealed(row)["sum"]
            path.write_bytes(dumps(tables))
        assert {each.id for each in reader.brief.whole(known)} <= {each.id for each in known}


def test_a_data_file_in_the_place_of_an_extract_is_none(outlined):
    for path in Layout(outlined).ledger.glob("*/*.json"):
        there = Layout(outlined).outlines / path.parent.name / path.name
        if there.exists():
            shutil.copy2(path, there)
    with Record(outlined) as record:
        assert not extracts(record)
        assert told(record)


def test_files_of_an_older_version_are_outlined_too(outlined):
    shutil.rmtree(Layout(outlined).outlines)
    for path in Layout(outlined).ledger.glob("*/*.json"):
        path.write_bytes(dumps(stamped(loads(path.read_bytes()), 1)))
    with Record(outlined) as record:
        while record.read_ahead():
            pass
    with Record(outlined) as record:
        assert len(extracts(record)) > 10
        brief = told(record)
        record.all_entries()
        assert told(record) == brief


def test_a_merge_that_was_taken_out_leaves_the_rest_outlined(outlined):
    names = [f"{path.parent.name}/{path.stem}" for path in Layout(outlined).ledger.glob("*/*m.json")]
    with Record(outlined) as record:
        with record.transaction():
            record.merged.take_out(names)
        while record.read_ahead():
            pass
    with Record(outlined) as record:
        assert len(extracts(record)) > 10
        brief = told(record)
        record.all_entries()
        assert told(record) == brief
