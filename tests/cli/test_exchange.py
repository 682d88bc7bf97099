"""Bundles, merging, conflicts, everything out and in: two folders and the commands between them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from moderator_app.session import Session
from tests.cli.conftest import Run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    there = tmp_path / "桌面"
    there.mkdir()
    monkeypatch.chdir(there)
    return there


@pytest.fixture
def ours(run: Run, folder: Path, data_dir: Path) -> Run:
    """Our record: one member with a strike."""
    with Session.open(data_dir) as session:
        session.set_setting("moderator", "小李")
        session.strike_by_name("张三", rules=("hawking",), message="大量现货")
    return run


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """The folder of another moderator."""
    return tmp_path / "对方"


def send(ours: Run, folder: Path, theirs: Path, card: str = "张三-市场-南京") -> None:
    """They take in what we send, change the name card, strike, and send back."""
    assert ours("bundle", "我的.zip").code == 0
    with Session.open(theirs) as session:
        session.set_setting("moderator", "小王")
        session.exchange.merge(session.exchange.read_bundle(folder / "我的.zip"))
        session.edit_member(session.member("张三").id, card=card)
        session.strike_by_name("张三", message="又来")
        session.exchange.bundle(folder / "他的.zip")


def test_what_the_other_did_comes_in_once_however_often_it_is_sent(ours: Run, folder: Path, theirs: Path):
    send(ours, folder, theirs)
    told = ours("merge", "他的.zip", "--dry-run").out
    assert "医工协群：新 2 条，已有 2 条" in told
    shown = ours("merge", "他的.zip", "--dry-run", "--json").json
    assert (shown["new"], shown["moderators"]) == (2, ["小王"])
    assert ours("roster", "show", "张三", "--json").json["strikes"] == 1
    assert ours("merge", "他的.zip", "--json").json["new"] == 2
    assert ours("roster", "show", "张三", "--json").json["strikes"] == 2
    again = ours("merge", "他的.zip")
    assert (again.code, again.out) == (2, "")


def test_a_field_that_both_changed_is_settled(ours: Run, folder: Path, theirs: Path):
    send(ours, folder, theirs)
    assert ours("roster", "edit", "张三", "--card", "张三-市场-上海").code == 0
    assert "conflicts" in ours("merge", "他的.zip").out
    (row,) = ours("conflicts", "--json").json
    assert (row["field"], row["ours"]["value"], row["theirs"]["value"]) == (
        "card",
        "张三-市场-上海",
        "张三-市场-南京",
    )
    assert "群名片 (card)" in ours("conflicts").out
    assert ours("settle", "张三", "name", "ours").code == 2
    assert ours("settle", "张三", "card", "ours").code == 0
    assert ours("conflicts", "--json").json == []
    assert ours("roster", "show", "张三", "--json").json["card"] == "张三-市场-上海"


def test_two_of_one_name_and_card_are_one_only_when_told(ours: Run, folder: Path, theirs: Path):
    with Session.open(theirs) as session:
        session.strike_by_name("张三")
        session.exchange.bundle(folder / "他的.zip")
    shown = ours("merge", "他的.zip", "--dry-run")
    assert "--same 张三" in shown.out
    refused = ours("merge", "他的.zip", "--same", "李四")
    assert (refused.code, refused.out) == (2, "")
    assert ours("merge", "他的.zip", "--same", "张三").code == 0
    (row,) = ours("roster", "list", "--json").json
    assert row["strikes"] == 2


def test_members_are_told_to_be_one_or_linked(ours: Run):
    ours("roster", "add", "张三三")
    assert ours("same", "张三", "张三三").code == 0
    assert ours("same", "张三", "张三三").code == 2
    ours("group", "add", "商会", "--rulebook", "chamber")
    ours("roster", "add", "老张", "--group", "商会")
    assert ours("link", "张三", "老张").code == 2
    assert ours("link", "张三", "老张", "--other-group", "商会").code == 0
    assert ours("link", "张三", "老张", "--other-group", "商会", "--off").code == 0
    assert ours("link", "张三", "老张", "--other-group", "商会", "--off").code == 2


def test_everything_goes_out_and_into_an_empty_folder_with_the_same_result(
    ours: Run, folder: Path, theirs: Path
):
    assert ours("export", "全部.json").code == 0
    assert ours("import", "全部.json").code == 2  # there is something here already
    assert ours("--data-dir", str(theirs), "import", "全部.json", "--json").json["did"] == "did.import-all"
    for command in (("roster", "list"), ("group", "list")):
        assert ours("--data-dir", str(theirs), *command, "--json").json == ours(*command, "--json").json
    imported, *before = ours("--data-dir", str(theirs), "log", "--json").json
    assert (imported["text"].startswith("导入整份记录"), before) == (True, ours("log", "--json").json)


def test_the_record_as_a_table_tells_each_entry_and_no_formula(ours: Run, folder: Path):
    ours("strike", "李四", "--text", "=1+1")
    assert ours("export", "记录.csv").code == 0
    rows = list(csv.reader((folder / "记录.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][0] == "时间"
    told = [row[5] for row in rows if row[2] == "李四" and row[5]]
    assert len(told) == 1
    assert not told[0].startswith("=")
    assert ours("export", "记录.xlsx").code == 0
    assert (folder / "记录.xlsx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    "argv",
    [
        ("merge", "没有.zip"),
        ("merge", "坏.zip"),
        ("import", "坏.json"),
        ("import", "没有.json"),
        ("export", "记录.doc"),
        ("export", "不在/记录.csv"),
        ("bundle", "不在/记录.zip"),
        ("bundle", "x.zip", "--group", "没有"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(ours: Run, folder: Path, argv: tuple[str, ...]):
    (folder / "坏.zip").write_bytes(b"PK\x03\x04broken")
    (folder / "坏.json").write_text(json.dumps({"a": 1}))
    refused = ours(*argv)
    assert (refused.code in (2, 4), refused.out) == (True, "")
    assert refused.err.strip()


def test_whom_the_other_deleted_is_asked_about_by_name(ours: Run, folder: Path, theirs: Path):
    send(ours, folder, theirs)
    with Session.open(theirs) as session:
        session.upkeep.erase(session.member("张三").id)
        session.exchange.bundle(folder / "他的.zip")
    (row,) = ours("merge", "他的.zip", "--dry-run", "--json").json["erased"]
    assert (row["name"], row["entries"]) == ("张三", 2)
    asked = ours("merge", "他的.zip")
    assert asked.code == 2
    assert "张三，这里有 2 条记录（一并删除写 --erase 张三，这里保留写 --keep 张三）" in asked.out
    assert "没有改动" in asked.err
    assert ours("merge", "他的.zip", "--erase", "李四").code == 2
    assert ours("merge", "他的.zip", "--keep", "张三", "--json").json["erased"] == 0
    assert ours("roster", "show", "张三", "--json").json["strikes"] == 2
    done = ours("merge", "他的.zip", "--erase", "张三", "--json").json
    assert (done["erased"], done["did"]) == (1, "did.merge")
    assert ours("roster", "show", "张三").code == 2
    assert ours("merge", "他的.zip").code == 2


def test_a_table_of_the_record_speaks_the_language_in_use(ours: Run, folder: Path):
    (strike,) = (row for row in ours("log", "--json").json if row["kind"] == "strike")
    assert ours("void", strike["entries"][-1], "--why", "x").code == 0
    assert ours("export", "log.csv", lang="en").code == 0
    rows = list(csv.reader((folder / "log.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][:4] == ["Time", "Group", "Members", "Action"]
    assert {row[9] for row in rows[1:]} == {"", "Voided"}
    assert "已" not in "".join(rows[2][:2] + rows[2][3:5])
