import os
import zipfile
from datetime import datetime, timedelta

import pytest

from moderator_app.core.errors import NotSaved
from moderator_app.storage.backups import DAILY_KEPT, Backups, read_from
from moderator_app.storage.layout import Layout

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


def test_seven_days_are_kept_and_those_with_a_label_stay(tmp_path, backups, clock):
    (tmp_path / "settings.json").write_text("x", encoding="utf-8")
    labelled = backups.make("升级前")
    for day in range(10):
        clock.now = DAY + timedelta(days=day)
        made = backups.make_daily()
        os.utime(made, (day * 100, day * 100))
    assert labelled.exists()
    daily = [path.name for path in backups.newest_first() if path != labelled]
    assert daily == [f"2026-05-{day:02}.zip" for day in range(12, 12 - DAILY_KEPT, -1)]


def test_a_damaged_backup_gives_nothing_instead_of_rubbish(tmp_path, backups):
    written = bytes(range(256)) * 2
    (tmp_path / "settings.json").write_bytes(written)
    backup = backups.make_daily()
    whole = backup.read_bytes()
    for at in range(len(whole)):
        backup.write_bytes(whole[:at])
        assert read_from(backup, "settings.json") is None
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
