import errno
import os
import zipfile
from collections import Counter
from datetime import date, datetime, time, timedelta
from threading import Event, current_thread

import pytest

from moderator_app.core.errors import NotSaved
from moderator_app.core.roster.entry import EntryKind
from moderator_app.storage import backups as backups_module
from moderator_app.storage.backups import Backups, Label, read_from
from moderator_app.storage.durable import write_file
from moderator_app.storage.layout import Layout
from moderator_app.storage.record import Record
from moderator_app.storage.transaction import Transactions
from tests.core.roster.makers import entry, member, strike

DAY = datetime(2026, 5, 3, 8)


class Clock:
    def __init__(self):
        self.now = DAY

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def backups(tmp_path, clock):
    return Backups(Layout(tmp_path), clock)


def test_a_backup_holds_everything_of_the_users_and_nothing_else(tmp_path, backups):
    kept = ["settings.json", "ledger/g/2026-05-1.json", "notices/yigongxie/叫卖告知.md"]
    left_out = ["writer.lock", "a.json.tmp", "ledger/g/2026-05-1.json.bak", "隔离/x.json", "logs/a.log"]
    left_out.append("history/g/2026-05.jsonl")  # what is forgotten must not live on in a zip
    for name in kept + left_out:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    backup = backups.make_daily()
    assert backup == tmp_path / "备份" / "2026-05-03.zip"
    with zipfile.ZipFile(backup) as archive:
        assert sorted(archive.namelist()) == sorted(kept)
    assert read_from(backup, kept[2]) == kept[2].encode()
    assert read_from(backup, "no-such") is None


def test_one_is_due_each_day(backups, clock):
    assert backups.due()
    backups.make_daily()
    assert not backups.due()
    clock.now += timedelta(days=1)
    assert backups.due()


def names(backups):
    return [path.name for path in backups.newest_first()]


def made_daily(backups, clock, days):
    """A backup on each of these days after the first, written when it says."""
    for day in days:
        clock.now = DAY + timedelta(days=day)
        made = backups.make_daily()
        os.utime(made, (clock.now.timestamp(),) * 2)


def test_of_a_year_of_days_seven_days_four_weeks_and_six_months_are_kept(tmp_path, backups, clock):
    (tmp_path / "settings.json").write_text("x", encoding="utf-8")
    made_daily(backups, clock, range(366))
    assert names(backups) == [
        # 2027-05-03 is a Monday: its week and month are new
        *("2027-05-03.zip", "2027-05-02.zip", "2027-05-01.zip", "2027-04-30.zip"),
        *("2027-04-29.zip", "2027-04-28.zip", "2027-04-27.zip"),
        *("2027-04-25.zip", "2027-04-18.zip"),
        *("2027-03-31.zip", "2027-02-28.zip", "2027-01-31.zip", "2026-12-31.zip"),
    ]


def test_of_days_with_gaps_as_many_are_kept(tmp_path, backups, clock):
    made_daily(backups, clock, range(0, 400, 10))
    days = [date.fromisoformat(name.removesuffix(".zip")) for name in names(backups)]
    assert len(days) == len(set(days)) >= 7 + 2
    assert days[:7] == [clock.now.date() - timedelta(days=10 * i) for i in range(7)]
    assert (clock.now.date() - days[-1]).days > 140


def test_the_one_just_made_stays_where_the_clock_jumped_back(backups, clock):
    made_daily(backups, clock, range(300, 400))
    clock.now = DAY
    assert backups.make_daily().exists()
    assert not backups.due()


def test_ten_of_each_label_are_kept_and_those_by_hand_for_good(tmp_path, backups, clock):
    for day in range(13):
        clock.now = DAY + timedelta(days=day)
        for label in ("手动", "导入前", "合并前", "别的"):
            backups.make(label)
    made_daily(backups, clock, range(40))
    kept = [(backup.label, backup.made) for backup in backups.all() if not backup.daily]
    count = Counter(label for label, _ in kept)
    assert count == {"手动": 13, "导入前": 10, "合并前": 10, "别的": 13}
    assert min(made for label, made in kept if label == "导入前") == DAY + timedelta(days=3)


def test_two_of_the_same_second_are_two(backups):
    first, second = backups.make("手动"), backups.make("手动")
    assert first != second
    assert [backup.label for backup in backups.all()] == ["手动", "手动"]


def test_what_somebody_else_put_there_is_listed_and_left_alone(tmp_path, backups, clock):
    (tmp_path / "备份").mkdir()
    for name in ("photos.zip", "2026-99-99.zip", "2026-05-03-999999-手动.zip"):
        (tmp_path / "备份" / name).write_bytes(b"?")
    made_daily(backups, clock, range(30))
    assert {"photos.zip", "2026-99-99.zip", "2026-05-03-999999-手动.zip"} <= set(names(backups))


def test_a_name_tells_when_where_the_file_was_copied_since(tmp_path, backups, clock):
    made = backups.make("升级前"), backups.make_daily()
    for path in made:
        os.utime(path, (4e9, 4e9))
    assert {backup.made for backup in backups.all()} == {DAY, datetime.combine(DAY, time.max)}


def test_a_damaged_backup_gives_nothing_instead_of_rubbish(tmp_path, backups):
    written = bytes(range(256)) * 2
    (tmp_path / "settings.json").write_bytes(written)
    backup = backups.make_daily()
    whole = backup.read_bytes()
    for at in range(len(whole)):
        backup.write_bytes(whole[:at])
        assert read_from(backup, "settings.json") in (None, written)
        for bit in (0, 5):
            backup.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
            assert read_from(backup, "settings.json") in (None, written)


def test_a_failed_backup_says_so_and_leaves_nothing_half_done(tmp_path, backups, monkeypatch):
    (tmp_path / "settings.json").write_text("x", encoding="utf-8")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSaved) as raised:
        backups.make_daily()
    assert raised.value.reason.code == "storage.disk-full"
    assert list((tmp_path / "备份").iterdir()) == []


def test_a_backup_that_cannot_be_read_back_is_none(tmp_path, backups, monkeypatch):
    (tmp_path / "settings.json").write_text("x", encoding="utf-8")
    monkeypatch.setattr(zipfile.ZipFile, "testzip", lambda _: "settings.json")
    with pytest.raises(NotSaved):
        backups.make_daily()
    assert backups.newest_first() == []


def test_a_backup_that_a_virus_scanner_holds_for_a_moment_is_made_all_the_same(
    tmp_path, backups, monkeypatch
):
    (tmp_path / "settings.json").write_text("{}", encoding="utf-8")
    left, real = [2], os.replace

    def held(*args):
        if left[0]:
            left[0] -= 1
            error = PermissionError(errno.EACCES, "held")
            error.winerror = 32
            raise error
        real(*args)

    monkeypatch.setattr(os, "replace", held)
    assert read_from(backups.make_daily(), "settings.json") == b"{}"
    assert left == [0]


@pytest.fixture
def packing(monkeypatch):
    """What is done when the files are about to be packed."""
    done = []
    real = backups_module._zip_into

    def zip_into(*given):
        for do in done:
            do()
        real(*given)

    monkeypatch.setattr(backups_module, "_zip_into", zip_into)
    return done


def test_several_files_can_be_written_as_one_while_a_backup_is_packed(tmp_path, backups, packing):
    pair = [tmp_path / "groups.json", tmp_path / "settings.json"]
    for path in pair:
        write_file(path, b"old")

    def both():
        assert not backups.alone.locked()
        with Transactions(Layout(tmp_path), backups.alone).gather():
            for path in pair:
                write_file(path, b"new")

    packing.append(both)
    backup = backups.make_daily()
    assert [path.read_bytes() for path in pair] == [b"new", b"new"]
    assert [read_from(backup, path.name) for path in pair] == [b"old", b"old"]
    assert [path.name for path in backup.parent.iterdir()] == [backup.name]


def test_on_a_disk_without_second_names_they_wait_until_it_is_packed(tmp_path, backups, packing, monkeypatch):
    def no_link(*_given):
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    (tmp_path / "settings.json").write_text("x")
    monkeypatch.setattr(os, "link", no_link)
    locked = []
    packing.append(lambda: locked.append(backups.alone.locked()))
    assert read_from(backups.make_daily(), "settings.json") == b"x"
    assert locked == [True]
    assert not backups.alone.locked()


def test_second_names_that_a_killed_program_left_go_on_opening(tmp_path):
    left = tmp_path / "备份" / "taken-x.tmp" / "1"
    left.parent.mkdir(parents=True)
    left.write_text("张三", encoding="utf-8")
    with Record(tmp_path):
        assert not left.parent.exists()


def test_two_backups_at_once_take_nothing_from_each_other(tmp_path, backups, packing):
    """The day's own is made beside the work, which may want one of its own."""
    for number in range(5):
        (tmp_path / f"{number}.json").write_text(str(number))
    made = []

    def another():
        packing.clear()
        with Record(tmp_path, write=False):
            made.append(backups.make("导入前"))
        backups.let_go()

    packing.append(another)
    made.append(backups.make_daily())
    for backup in made:
        assert [read_from(backup, f"{number}.json") for number in range(5)] == [b"0", b"1", b"2", b"3", b"4"]
    assert not list((tmp_path / "备份").glob("taken*"))


def test_a_daily_backup_that_ends_late_brings_back_nothing_that_was_given_up(tmp_path, monkeypatch):
    day = DAY
    with Record(tmp_path, now=lambda: day) as record:
        record.append([entry(EntryKind.MEMBER_ADDED, "m1", after=member("m1")), strike("m1", id="s1")])
        backup = record.back_up(Label.BY_HAND)
        record.append([strike("x", group="other", id="s2")])  # in a file that the backup does not hold
    day += timedelta(days=1)
    gone_back, zipped = Event(), backups_module._zip_into

    def late(*arguments):
        if current_thread().name == "daily backup":
            gone_back.wait(0.5)
        zipped(*arguments)

    monkeypatch.setattr(backups_module, "_zip_into", late)
    with Record(tmp_path, now=lambda: day) as record:
        record.append([strike("m1", id="s3", at=day)])  # the first of its day: its backup begins
        read_again = record._read_again

        def once_it_ended():
            gone_back.set()
            record._daily.join()
            read_again()

        monkeypatch.setattr(record, "_read_again", once_it_ended)
        monkeypatch.setattr(record._daily, "start", lambda: None)  # as where it is killed before the next
        record.restore(backup)
    with Record(tmp_path, now=lambda: day) as record:
        assert {each.id for each in record.all_entries() if each.kind is EntryKind.STRIKE} == {"s1"}
        assert not record.problems
