"""Appeals, and reports whose reporter nobody else learns of."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from moderator_app.core.errors import Ambiguous, BadInput, NotFound, Refused
from moderator_app.core.roster.entry import EntryKind
from moderator_app.session import AppealState, Session
from tests.session.conftest import Reopen
from tests.session.process.conftest import Opened, add, strike

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40
REPORTER = "举报的赵六"


@pytest.fixture
def session(process_of: Opened) -> Session:
    return process_of()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "截图.png"
    path.write_bytes(PNG)
    return path


# ---- appeals


def test_an_appeal_is_open_until_it_is_upheld(session: Session):
    given = strike(session, "张三")
    session.process.appeal(given.id, " 我是在回答问题 ")
    (appeal,) = session.process.appeals()
    assert (appeal.state, appeal.text, appeal.strike.id, appeal.member.name) == (
        AppealState.OPEN,
        "我是在回答问题",
        given.id,
        "张三",
    )
    assert session.process.todo().appeals == (appeal,)
    change = session.process.uphold(given.id, "没有人问过")
    assert change.label.code == "did.upheld"
    (appeal,) = session.process.appeals()
    assert appeal.answer is not None
    assert (appeal.state, appeal.answer.reason) == (AppealState.UPHELD, "没有人问过")
    assert session.process.todo().appeals == ()
    assert session.row(given.member).active == 1
    session.undo()
    assert session.process.appeals()[0].state is AppealState.OPEN


def test_an_accepted_appeal_is_a_void(session: Session):
    given = strike(session, "张三")
    session.process.appeal(given.id, "有人问")
    session.void(given.id, "确实有人问")
    (appeal,) = session.process.appeals()
    assert (appeal.state, session.row(given.member).active) == (AppealState.VOIDED, 0)
    with pytest.raises(Refused, match=r"roster\.already-voided"):
        session.process.appeal(given.id, "再说一次")


def test_an_appeal_that_makes_no_sense_is_refused(session: Session):
    given = strike(session, "张三")
    with pytest.raises(Refused, match=r"process\.no-appeal"):
        session.process.uphold(given.id, "为什么")
    with pytest.raises(BadInput, match=r"process\.no-words"):
        session.process.appeal(given.id, " ")
    session.process.appeal(given.id, "不是")
    with pytest.raises(Refused, match=r"process\.appealed-already"):
        session.process.appeal(given.id, "不是")
    with pytest.raises(BadInput, match=r"process\.no-reason"):
        session.process.uphold(given.id, "")
    with pytest.raises(NotFound, match=r"process\.no-such-entry"):
        session.process.appeal("nonsense", "不是")


# ---- reports


def test_a_report_is_kept_with_its_pictures_until_it_is_closed(session: Session, picture: Path):
    (member,) = add(session, "张三")
    change = session.process.report("张三", text="私下拉人", pictures=[picture], reporter=REPORTER)
    assert change.warnings == ()
    picture.unlink()
    (report,) = session.process.reports()
    assert (report.member.id, report.text, report.reporter, report.open) == (
        member,
        "私下拉人",
        REPORTER,
        True,
    )
    assert [path.read_bytes() for path in report.pictures] == [PNG]
    assert session.process.todo().reports == (report,)
    session.process.close_report(report.entry.id, "谈过了")
    (report,) = session.process.reports()
    assert (report.open, report.outcome, session.process.todo().reports) == (False, "谈过了", ())
    with pytest.raises(Refused, match=r"process\.done-already"):
        session.process.close_report(report.entry.id, "谈过了")


def everything_but_the_reporters(folder: Path) -> Iterator[tuple[str, str]]:
    """The words of every file but that one, of what is packed in the bundle too."""
    for path in folder.rglob("*"):
        if path.suffix == ".zip" and path.parent == folder:
            with zipfile.ZipFile(path) as packed:
                yield from ((name, packed.read(name).decode("utf-8", "ignore")) for name in packed.namelist())
        elif path.is_file() and not path.name.startswith("reporters."):
            yield path.name, path.read_bytes().decode("utf-8", "ignore")


def test_who_reported_stands_in_one_file_and_nowhere_else(session: Session, picture: Path, tmp_path: Path):
    add(session, "张三")
    session.process.report("张三", text="私下拉人", pictures=[picture], reporter=REPORTER)
    session.process.close_report(session.process.reports()[0].entry.id, "谈过了")
    session.exchange.bundle(tmp_path / "bundle.zip")
    session.exchange.export_all(tmp_path / "all.json")
    assert any("私下拉人" in text for _, text in everything_but_the_reporters(tmp_path))
    escaped = json.dumps(REPORTER)[1:-1]
    for name, text in everything_but_the_reporters(tmp_path):
        assert REPORTER not in text and escaped not in text, name
    assert REPORTER in (session.data_dir / "reporters.json").read_text(encoding="utf-8")
    for line in session.record(session.member("张三").id):
        assert REPORTER not in repr(line)


def test_a_text_that_names_the_reporter_is_warned_of(session: Session):
    add(session, "张三")
    change = session.process.report("张三", text=f"{REPORTER}：他骂我", reporter=REPORTER)
    assert [reason.code for reason in change.warnings] == ["process.names-reporter"]
    (report,) = session.process.reports()
    assert report.names_reporter


def test_whoever_is_reported_may_be_new_and_must_be_one(session: Session):
    session.process.report("新来的", text="发广告")
    assert session.member("新来的").name == "新来的"
    add(session, "张三", card="一")
    add(session, "张三", card="二")
    with pytest.raises(Ambiguous):
        session.process.report("张三", text="发广告")


@pytest.mark.parametrize(("text", "content"), [("", None), ("", b"no picture"), ("有话", b"no picture")])
def test_a_report_without_evidence_leaves_no_trace(session: Session, picture: Path, text, content):
    pictures = []
    if content is not None:
        picture.write_bytes(content)
        pictures = [picture]
    with pytest.raises(BadInput):
        session.process.report("张三", text=text, pictures=pictures, reporter=REPORTER)
    assert (session.process.reports(), session.members()) == ((), [])
    assert not (session.data_dir / "reporters.json").exists()


def test_a_report_that_is_taken_back_is_gone_and_all_is_there_after_a_restart(
    session: Session, picture: Path, reopen: Reopen
):
    add(session, "张三")
    session.process.report("张三", pictures=[picture], reporter=REPORTER)
    session = reopen()
    (report,) = session.process.reports()
    assert (report.reporter, len(report.pictures), report.text) == (REPORTER, 1, "")
    session.undo()
    assert session.process.reports() == ()
    assert session.undoable().label.code == "did.member-added"


def test_a_report_is_one_action(session: Session):
    change = session.process.report("新来的", text="发广告")
    assert [entry.kind for entry in change.entries] == [EntryKind.MEMBER_ADDED, EntryKind.REPORTED]
    assert change.label.code == "did.reported"
