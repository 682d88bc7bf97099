"""All that is kept goes into one file and comes out of it the same."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from moderator_app.core.errors import BadInput, NotSaved, Refused
from moderator_app.session import Session
from moderator_app.storage.envelope import dumps, loads
from moderator_app.storage.record import Record
from tests.session.conftest import Clock
from tests.session.exchange.conftest import PNG, Moderator

Pair = tuple[Moderator, Moderator]


@pytest.fixture
def lived(pair: Pair, tmp_path: Path) -> Moderator:
    """甲 after some weeks: strikes, voids, undone steps, texts and rules of their own, a picture, a merge."""
    one, other = pair
    session = one.session
    picture = tmp_path / "shot.png"
    picture.write_bytes(PNG)
    session.strike(session.check("这批手套大量现货", member="张三"), "叫卖")
    session.remember(session.check("手套大量现货", member="张三"))
    one.clock.go(days=40)
    strike = session.strike_by_name("李四", rules=["long"])
    session.void(next(e.id for e in strike.entries if e.rules), "看错了")
    session.strike_by_name("王五")
    session.undo()
    session.edit_member(one.id_of("李四"), card="李四-上海", notes="甲写的")
    session.process.report("李四", text="骂人", pictures=[picture], reporter="举报人赵六")
    session.save_notice("叫卖", "我的写法 {称呼}")
    session.rules.save(replace(session.rules.draft("hawking"), allow=("手套大量现货吗",)))
    session.edit_group("g", owner="王老师")
    session.set_setting("scale", 125)
    other.session.strike_by_name("张三")
    one.take(other)
    return one


def dump(session: Session, folder: Path) -> dict:
    """Everything that an installation keeps, but for when it was written out and that it came from there."""
    path = folder / "dump.json"
    session.exchange.export_all(path, history=True)
    tables = loads(path.read_bytes())
    tables["meta"]["1"].pop("made")
    entries = tables["entries"].values()
    tables["entries"] = [doc for doc in entries if doc.get("thing") != "import-all"]
    path.unlink()
    return tables


def steps(session: Session) -> list:
    """What was done, and what of it was taken back."""
    return [(row.label, row.entry, row.undone) for row in session.log.search()]


def test_everything_comes_out_as_it_went_in(lived: Moderator, tmp_path: Path):
    path = lived.session.exchange.export_all(tmp_path / "all.json", history=True)
    json.loads(path.read_bytes())
    with Session.open(tmp_path / "new", now=lived.clock) as fresh:
        change = fresh.exchange.import_all(path)
        assert change.label.code == "did.import-all"
        assert dump(fresh, tmp_path) == dump(lived.session, tmp_path)
        assert fresh.members() == lived.session.members()
        assert fresh.groups() == lived.session.groups()
        assert fresh.settings == lived.session.settings
        assert fresh.notices("g") == lived.session.notices("g")
        assert fresh.rules.draft("hawking") == lived.session.rules.draft("hawking")
        assert steps(fresh)[1:] == steps(lived.session)
        assert fresh.process.reports()[0].pictures[0].read_bytes() == PNG
        assert fresh.process.reports()[0].reporter == ""
        told = lived.session.check("手套大量现货").alike
        assert fresh.check("手套大量现货").alike == told
    with Session.open(tmp_path / "new", now=lived.clock) as again:
        assert dump(again, tmp_path) == dump(lived.session, tmp_path)


def test_who_reported_and_the_history_stay_here(lived: Moderator, tmp_path: Path):
    path = lived.session.exchange.export_all(tmp_path / "all.json")
    data = path.read_bytes()
    assert "举报人赵六".encode() not in data
    assert not any(doc["path"].startswith("history") for doc in loads(data)["files"].values())
    assert lived.session.process.reports()[0].reporter == "举报人赵六"


def test_only_an_empty_installation_takes_it(lived: Moderator, pair: Pair, tmp_path: Path):
    path = lived.session.exchange.export_all(tmp_path / "all.json")
    before = pair[1].session.log.search()
    with pytest.raises(Refused, match=r"import\.not-empty"):
        pair[1].session.exchange.import_all(path)
    assert pair[1].session.log.search() == before


def test_neither_half_of_it_is_kept(lived: Moderator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = lived.session.exchange.export_all(tmp_path / "all.json")

    def full(*_: object) -> None:
        raise NotSaved("storage.disk-full")

    with Session.open(tmp_path / "new", now=lived.clock) as fresh:
        with monkeypatch.context() as patched:
            patched.setattr(Record, "merge", full)
            with pytest.raises(NotSaved):
                fresh.exchange.import_all(path)
        assert [group.id for group in fresh.groups()] == ["yigongxie"]
        left = [
            each
            for name in ("notices", "rulebooks", "证据")
            for each in (tmp_path / "new" / name).rglob("*.*")
        ]
        assert left == []
        fresh.exchange.import_all(path)
        assert fresh.members("g") == lived.session.members("g")


@pytest.mark.parametrize(
    "name",
    [
        "../evil.yaml",
        "/etc/evil.yaml",
        "rulebooks/../../evil.yaml",
        "settings.json",
        "notices/x.exe",
        "ledger/g/1.json",
        "C:\\evil.yaml",
        "notices",
        "",
        "rulebooks\\..\\x.yaml",
    ],
)
def test_a_file_that_wants_to_lie_elsewhere_is_refused(lived: Moderator, tmp_path: Path, name: str):
    path = lived.session.exchange.export_all(tmp_path / "all.json")
    tables = loads(path.read_bytes())
    tables["files"]["99"] = {"path": name, "data": "eA=="}
    path.write_bytes(dumps(tables))
    with Session.open(tmp_path / "new", now=Clock()) as fresh:
        with pytest.raises(BadInput, match=r"bundle\.foreign"):
            fresh.exchange.import_all(path)
        assert fresh.log.search() == ()


def test_settings_that_are_not_allowed_are_left_out(lived: Moderator, tmp_path: Path):
    path = lived.session.exchange.export_all(tmp_path / "all.json")
    tables = loads(path.read_bytes())
    tables["settings"]["1"] |= {"scale": 9_000, "unknown": 1, "theme": ["dark"]}
    path.write_bytes(dumps(tables))
    with Session.open(tmp_path / "new", now=Clock()) as fresh:
        fresh.exchange.import_all(path)
        assert (fresh.settings.scale, fresh.settings.theme) == (100, "system")


def test_a_bundle_is_not_everything_and_everything_is_no_bundle(lived: Moderator, tmp_path: Path):
    bundle = lived.send()
    with Session.open(tmp_path / "new", now=Clock()) as fresh:
        with pytest.raises(BadInput, match=r"bundle\.unreadable"):
            fresh.exchange.import_all(bundle)
        with pytest.raises(BadInput, match=r"bundle\.unreadable"):
            fresh.exchange.import_all(tmp_path / "nothing.json")
