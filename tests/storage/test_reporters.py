import pytest

from moderator_app.core.roster.entry import EntryKind
from moderator_app.storage.record import Record
from tests.core.roster.makers import entry


def test_a_reporter_is_kept_beside_the_ledger_and_nowhere_else(tmp_path):
    with Record(tmp_path) as record:
        with record.transaction():
            record.append([entry(EntryKind.REPORTED, id="r1")])
            record.reporters.put("r1", "李四\ud83d")
        assert record.reporters.of("r1") == "李四\ud83d"
        assert record.reporters.of("r2") == ""
    ledger = b"".join(path.read_bytes() for path in (tmp_path / "ledger").rglob("*.json"))
    assert "李四".encode() not in ledger
    with Record(tmp_path) as record:
        assert record.reporters.of("r1") == "李四\ud83d"


def test_a_report_that_fails_leaves_no_reporter(tmp_path):
    with Record(tmp_path) as record:
        with pytest.raises(ZeroDivisionError), record.transaction():
            record.reporters.put("r1", "李四")
            raise ZeroDivisionError
        assert record.reporters.of("r1") == ""


def test_reporters_are_forgotten_by_name_or_report(tmp_path):
    with Record(tmp_path) as record:
        for report, name in (("r1", "李四"), ("r2", "王五"), ("r3", "赵六")):
            record.reporters.put(report, name)
        record.reporters.forget({"李四"}, {"r3"})
        assert [record.reporters.of(report) for report in ("r1", "r2", "r3")] == ["", "王五", ""]
        record.reporters.put("r4", "钱七")
    left = b"".join(path.read_bytes() for path in tmp_path.glob("reporters.json"))
    assert "李四".encode() not in left
    with Record(tmp_path) as record:
        assert [record.reporters.of(report) for report in ("r1", "r2", "r4")] == ["", "王五", "钱七"]
