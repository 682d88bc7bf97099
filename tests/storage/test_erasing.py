"""After a deletion nothing in the whole data folder names the person, and every count is what it was."""

import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest

from moderator_app.core.errors import NotSaved
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.history import effective, strike_states
from moderator_app.core.rules.past import Checked
from moderator_app.storage.backups import Label
from moderator_app.storage.erasing import Person
from moderator_app.storage.history import History
from moderator_app.storage.layout import Layout
from moderator_app.storage.record import Record
from tests.backup_at_once import backup_at_once  # noqa: F401
from tests.core.roster.makers import NOON, entry, member, strike, undo, void

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(50)
WHO = member("m1", "叶\ud83d甲乙", aliases=('老叶"', "甲"), card="叶甲乙-采购-上海")
NAMES = ("叶\ud83d甲乙", '老叶"', "叶甲乙-采购-上海", "叶甲乙")
OTHER = member("m2", "李四", invited_by="叶甲乙-采购-上海")
NOTED = replace(OTHER, notes="叶甲乙介绍来")


def added(who, **fields):
    return entry(EntryKind.MEMBER_ADDED, who.id, name=who.name, after=who, **fields)


def told(who="m1"):
    return [entry(EntryKind.ERASED, who, name="")]


def fill(record, folder):
    """Everything that the record can hold of a person, in files, versions before, backups and history."""
    record.append([added(WHO, action="import"), added(OTHER, action="import")])
    record.append([strike("m1", id="s1", name=WHO.name, message="叶甲乙说：大量现货", spans=((0, 2),))])
    record.append([strike("m2", id="s2", message="@叶甲乙-采购-上海 甲醇，@甲 你看")])
    record.append([void(strike("m1", id="s1"), reason="看错了叶甲乙")])
    renamed = replace(WHO, name="叶甲乙")
    done = record.append([entry(EntryKind.MEMBER_EDITED, "m1", name="叶甲乙", before=WHO, after=renamed)])
    record.append([undo(done[0])])
    record.append([entry(EntryKind.NOTICE, "m2", name="李四", message="请叶甲乙、李四看群规", notice="告知")])
    record.append([entry(EntryKind.NOTICE, "", name="叶甲乙", message="叶甲乙请看群规", notice="告知")])
    record.append([entry(EntryKind.REPORTED, "m1", id="r1", message="叶甲乙骂人", evidence=("r1-1.png",))])
    record.append([entry(EntryKind.REPORTED, "m2", id="r2", message="李四也骂人", evidence=("r2-1.png",))])
    record.merge([strike("m1", id="theirs", message="叶甲乙又卖货", seq=90)])
    record.evidence.put("r1-1.png", PICTURE)
    record.evidence.put("r2-1.png", PICTURE)
    record.reporters.put("r1", "李四")
    record.reporters.put("r2", "叶甲乙")
    record.sightings.add({"m1": NOON, "m2": NOON})
    history = History(Layout(folder).history)
    lines = [
        ("c1", "m1", "x", "叶甲乙的话"),
        ("c2", "", "叶甲乙", "别的话"),
        ("c3", "m2", "李四", "@叶甲乙 好"),
    ]
    made = (Checked.of(text, id=id, at=NOON, member=who, name=name) for id, who, name, text in lines)
    history.add("g", NOON, made)
    (folder / "隔离").mkdir()
    for name, text in (("1", "坏了：叶甲乙"), ("2", "坏了：李四")):
        (folder / "隔离" / name).write_text(text, encoding="utf-8")
    record.back_up(Label.BY_HAND)
    record.append([strike("m2")])


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def record(folder):
    with Record(folder, now=lambda: NOON) as opened:
        fill(opened, folder)
        yield opened


def every_byte(folder):
    """What lies in the folder, with the contents of zips laid open."""
    for path in folder.rglob("*"):
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                yield from ((f"{path.name}/{name}", archive.read(name)) for name in archive.namelist())
        elif path.is_file():
            yield path.name, path.read_bytes()


def traces(folder):
    spelled = (
        "叶\\ud83d甲乙".encode(),
        '老叶\\"'.encode(),
        "叶甲乙".encode(),
        "＠甲".encode(),
        "@甲".encode(),
    )
    return [(name, word.decode()) for name, data in every_byte(folder) for word in spelled if word in data]


def counts(record):
    states = strike_states(record.all_entries(), 0, NOON)
    kinds = sorted(each.kind for each in effective(record.all_entries()) if each.kind is not EntryKind.ERASED)
    return states, kinds


def test_nothing_names_the_person_any_more_and_the_counts_stay(record, folder):
    assert len(traces(folder)) > 20, "the folder was full of them"
    before = counts(record)
    done = record.erase(["m1"], told())
    assert traces(folder) == []
    assert counts(record) == before
    assert (done.pictures, done.left) == (1, ())
    assert done.backups == 2
    assert [who.id for who in record.members("g")] == ["m2"]
    assert record.member("m1") is None
    assert not record.evidence.has("r1-1.png")
    assert record.sightings.last("m1") is None
    assert [each.kind for each in record.about("m1")][-1] is EntryKind.ERASED
    record.close()
    with Record(folder) as again:
        assert again.problems == []
        assert counts(again) == before
        assert [who.id for who in again.members("g")] == ["m2"]


def test_what_is_about_others_stays(record, folder):
    record.erase(["m1"], told())
    assert record.entry("s2").message == f"@{'＊' * 9} 甲醇，@＊ 你看"
    assert [each.message for each in record.about("m2") if each.kind is EntryKind.NOTICE] == [
        "请＊＊＊、李四看群规"
    ]
    assert record.member("m2") == replace(OTHER, invited_by="")
    assert record.entry("r2").message == "李四也骂人"
    assert record.evidence.has("r2-1.png")
    assert record.reporters.of("r2") == ""
    assert record.sightings.last("m2") == NOON
    assert [each.text for each in History(Layout(folder).history).read("g", NOON)] == ["@＊＊＊ 好"]
    assert [path.name for path in (folder / "隔离").iterdir()] == ["2"]


def test_the_backups_can_be_gone_back_to_without_the_person(record, folder):
    record.erase(["m1"], told())
    (path,) = [backup.path for backup in record.backups() if backup.label == Label.BY_HAND]
    made = path.stat().st_mtime_ns
    record.restore(path)
    assert traces(folder) == []
    assert path.stat().st_mtime_ns == made, "it is as old as it was"
    assert [who.id for who in record.members("g")] == ["m2"]
    assert record.problems == []


def test_a_backup_that_cannot_be_read_is_named(record, folder):
    (folder / "备份" / "broken.zip").write_bytes(b"PK?")
    assert record.erase(["m1"], told()).left == ("broken.zip",)


def test_another_of_the_same_name_keeps_their_record(record):
    twin = member("m3", "叶甲乙")
    record.append([added(twin), strike("m3", id="s3", name="叶甲乙", message="叶甲乙的现货")])
    record.erase(["m1"], told())
    assert record.entry("s3").message == "叶甲乙的现货"
    assert record.entry("s3").name == "叶甲乙"
    assert record.member("m3") == twin


def test_both_ids_of_one_person_go(record, folder):
    record.append([added(member("m9", "叶甲乙二号"))])
    record.append([entry(EntryKind.SAME, "m9", target="m1")])
    record.erase(["m9"], told("m1"))
    assert "二号".encode() not in b"".join(data for _, data in every_byte(folder))
    assert [who.id for who in record.members("g")] == ["m2"]


def test_where_the_disk_refuses_the_record_is_whole_and_it_can_be_done_again(record, folder, monkeypatch):
    before = record.all_entries()
    with monkeypatch.context() as patched:
        patched.setattr(
            "moderator_app.storage.transaction.write_synced",
            lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")),
        )
        with pytest.raises(NotSaved):
            record.erase(["m1"], told())
    assert record.all_entries() == before
    assert record.member("m1") is not None
    record.erase(["m1"], told())
    assert traces(folder) == []


def test_a_file_without_the_person_is_not_written_anew(record, folder):
    record.append([strike("m2", group="elsewhere")])
    path = folder / "ledger" / "elsewhere" / "2026-05-1.json"
    before = path.stat().st_ino
    record.erase(["m1"], told())
    assert path.stat().st_ino == before


def test_a_name_of_one_character_is_masked_only_where_somebody_is_called():
    person = Person(["m1"], [strike("m1", name="甲")])
    assert person.masked("甲醇 @甲 乙", anywhere=True) == "甲醇 @＊ 乙"
    assert not person.is_traced_in("甲醇".encode())
    assert person.is_traced_in('{"name":"甲"}'.encode())


def test_what_moderators_wrote_of_others_does_not_name_the_person(record, folder):
    record.append(
        [
            entry(EntryKind.FINE, "m2", id="f1", reason="和叶甲乙吵架", message="叶甲乙，对不起"),
            replace(entry(EntryKind.NOTICE, "", id="n1", message="@李四、叶甲乙 欢迎"), name="李四、叶甲乙"),
            replace(entry(EntryKind.MEMBER_EDITED, "m2", id="e1"), before=OTHER, after=NOTED),
        ]
    )
    record.erase(["m1"], told())
    fine, notice, edit = map(record.entry, ("f1", "n1", "e1"))
    assert (fine.reason, fine.message) == ("和＊＊＊吵架", "叶甲乙，对不起"), "what others said stays"
    assert (notice.name, notice.message) == ("李四、＊＊＊", "@李四、＊＊＊ 欢迎")
    assert (edit.after.notes, record.member("m2").notes) == ("＊＊＊介绍来", "＊＊＊介绍来")


def test_an_entry_that_tells_nothing_but_the_name_loses_it_with_and_without_its_checksum(record, folder):
    bond = entry(EntryKind.SAME, "m1", name=WHO.name, target="m1")
    person = Person(["m1"], [bond])
    (kept,) = person.taken_out_of([bond])
    assert kept == replace(bond, name="")
    (same,) = person.taken_out_of([strike("m2")])
    assert same.name == "m2"


CHANGES = """\
# 我的改动
for: test
clauses:
- id: hawking
  enabled: "yes"
  words: [叶甲乙牌, 现货]
  examples:
    miss:
    - 叶甲乙家的茶不错  # 判过
    - text: 别人的话，提到@叶甲乙
      sender: 李四
    - {text: 晚上好, sender: 叶甲乙}
    - text: 好的
      before: [{text: 卖茶, sender: 叶甲乙}]
    hit: [叶甲乙你好, 大量现货]
"""


@pytest.fixture
def ruled(record, folder):
    """What the person said was ruled wrongly found, and stands in the changes of a rulebook."""
    path = folder / "rulebooks" / "changes" / "test.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(CHANGES, encoding="utf-8")
    path.with_name("test.yaml.bak").write_text(CHANGES, encoding="utf-8")
    (folder / "隔离" / "3-test.yaml").write_text("叶家的茶不错", encoding="utf-8")
    change = "id: hawking\nexamples:\n  miss:\n  - 叶家的茶不错\n  - 好茶\n"
    record.append([entry(EntryKind.MISJUDGED, "m1", name=WHO.name, message="叶甲乙家的茶不错")])
    record.append([replace(entry(EntryKind.MISJUDGED, "", name="叶甲乙", message="叶家的茶不错"))])
    record.append(
        [replace(entry(EntryKind.CHANGED, "", id="c1", name=""), thing="rule/test/hawking", now=change)]
    )
    record.back_up(Label.BY_HAND)
    return path


def test_what_was_ruled_of_their_sentences_goes_out_of_the_rules(record, folder, ruled):
    done = record.erase(["m1"], told())
    assert done.examples == 3
    kept = ruled.read_text(encoding="utf-8")
    assert kept.startswith("# 我的改动\nfor: test\n")
    assert "叶甲乙牌" in kept and 'enabled: "yes"' in kept, "what the user set stays as it was written"
    assert (
        "别人的话，提到@＊＊＊" in kept
        and "叶甲乙你好" in kept
        and "晚上好" not in kept
        and "卖茶" not in kept
    )
    for name, data in every_byte(folder):
        assert "家的茶不错" not in data.decode("utf-8", "replace"), name
    assert "好茶" in record.entry("c1").now
    assert not ruled.with_name("test.yaml.bak").exists()


def test_a_name_that_is_to_be_masked_everywhere_stands_nowhere(record, folder, ruled):
    record.append([strike("m2", id="s5", message="叶甲乙牌甲醇", spans=((0, 3),))])
    record.erase(["m1"], told(), mask=["叶甲乙"])
    assert record.entry("s5").message == "＊＊＊牌甲醇"
    assert "＊＊＊你好" in ruled.read_text(encoding="utf-8")


def test_changes_that_cannot_be_read_are_named(record, folder, ruled):
    ruled.write_text("clauses: [叶甲乙家的茶不错", encoding="utf-8")
    assert record.erase(["m1"], told()).left == ("test.yaml",)


def test_changes_without_them_are_not_written_anew(record, folder, ruled):
    ruled.write_text(CHANGES.replace("叶甲乙", "林丙丁").replace("叶家", "林家"), encoding="utf-8")
    before = ruled.read_bytes(), ruled.stat().st_ino
    assert record.erase(["m1"], told()).examples == 0
    assert (ruled.read_bytes(), ruled.stat().st_ino) == before


def test_a_deletion_that_is_the_first_thing_of_the_day_is_not_kept_by_its_backup(folder):
    with Record(folder, now=lambda: NOON) as opened:
        fill(opened, folder)
    tomorrow = NOON + timedelta(days=1)
    with Record(folder, now=lambda: tomorrow) as opened:
        opened.erase(["m1"], told())
    assert f"{tomorrow:%Y-%m-%d}.zip" in [path.name for path in folder.rglob("*.zip")]
    assert traces(folder) == []
