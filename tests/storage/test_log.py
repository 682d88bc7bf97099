"""The log: no member's words, bounded, and never a reason to stop."""

from __future__ import annotations

from pathlib import Path

from moderator_app.storage.log import Log, describe


def test_the_log_and_the_report_hold_no_message_of_an_error(tmp_path: Path):
    secret = "张三说：大量现货"
    try:
        raise ValueError(secret)
    except ValueError as error:
        report = describe(error)
    log = Log(tmp_path)
    assert log.write(report)
    written = log.path.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "test_log.py" in written
    assert secret not in written
    assert secret not in report


def test_an_error_of_the_system_keeps_its_number():
    assert describe(OSError(28, "张三.json")) == "OSError errno 28"


def test_the_log_does_not_grow_for_ever(tmp_path: Path):
    log = Log(tmp_path)
    for _ in range(3):
        assert log.write("x" * 400_000)
    assert log.path.stat().st_size < 900_000
    assert log.path.with_suffix(".old").exists()


def test_a_log_that_cannot_be_written_is_no_error(tmp_path: Path):
    log = Log(tmp_path)
    log.path.mkdir(parents=True)
    assert not log.write("x")
