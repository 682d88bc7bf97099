"""Backups and going back, deletion, the log and undo, settings: what is shown before, and what is done."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from moderator_app import cli
from moderator_app.session import Session
from tests.cli.conftest import Run


@pytest.fixture
def told(run: Run, data_dir: Path) -> Run:
    """A record with two members and a strike."""
    with Session.open(data_dir) as session:
        session.set_setting("moderator", "小李")
        session.strike_by_name("张三", rules=("hawking",), message="大量现货")
        session.add_member("李四")
    return run


# ---- backups


def test_a_backup_is_listed_previewed_and_gone_back_to(told: Run):
    file = told("backup", "--json").json["file"]
    (listed,) = (row for row in told("backup", "list", "--json").json if row["label"] == "手动")
    assert listed["file"] == file
    assert "手动" in told("backup", "list").out
    told("strike", "李四")
    shown = told("restore", Path(file).name)
    assert shown.code == 2
    assert "后来记下的 1 条会失去" in shown.out
    assert "--yes" in shown.err
    assert told("roster", "show", "李四", "--json").json["strikes"] == 1
    value = told("restore", file, "--json").json
    assert (value["done"], value["going"], value["coming"]) == (False, 1, 0)
    assert told("restore", file, "--yes", "--json").json["did"] == "did.restore"
    assert told("roster", "show", "李四", "--json").json["strikes"] == 0
    assert any(row["label"] == "恢复前" for row in told("backup", "list", "--json").json)


class _Terminal(io.StringIO):
    """Standard input at which somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "strikes"), [("y\n", 0), ("n\n", 1), ("\n", 1), ("", 1)])
def test_at_a_terminal_it_asks(
    told: Run, data_dir: Path, monkeypatch: pytest.MonkeyPatch, answer: str, strikes: int
):
    file = told("backup", "--json").json["file"]
    told("strike", "李四")
    monkeypatch.setattr(sys, "stdin", _Terminal(answer))
    code = cli.main(["--data-dir", str(data_dir), "--lang", "zh_CN", "restore", file])
    assert code == (2 if strikes else 0)
    assert told("roster", "show", "李四", "--json").json["strikes"] == strikes


@pytest.mark.parametrize("name", ["没有.zip", "坏.zip"])
def test_what_is_no_backup_is_told(told: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "坏.zip").write_bytes(b"PK\x03\x04")
    for more in ((), ("--yes",)):
        refused = told("restore", name, *more)
        assert (refused.code, refused.out) == (2, "")
        assert refused.err.strip()


# ---- deletion


def test_a_person_is_deleted_after_it_was_said_what_goes(told: Run, data_dir: Path):
    told("backup")
    asked = told("delete-person", "张三")
    assert asked.code == 2
    assert "会删除" in asked.out
    assert "会留下" in asked.out
    assert "管不到" in asked.out
    assert told("roster", "show", "张三").code == 0
    done = told("delete-person", "张三", "--yes", "--json").json
    assert done["did"] == "did.erased"
    assert (done["entries"] >= 1, done["backups"] >= 1, done["left"]) == (True, True, [])
    assert told("roster", "show", "张三").code == 2
    assert [row["name"] for row in told("roster", "list", "--json").json] == ["李四"]
    for path in data_dir.rglob("*.json"):
        assert "张三" not in path.read_text(encoding="utf-8")
        assert "大量现货" not in path.read_text(encoding="utf-8")
    assert told("delete-person", "张三", "--yes").code == 2


def test_before_a_deletion_all_that_goes_and_stays_is_listed(told: Run, data_dir: Path):
    with Session.open(data_dir) as session:
        session.add_member("王重阳", card="王重阳-采购-上海", aliases=("小雨",))
        session.add_group("other", "另一个群", "yigongxie")
        session.add_member("重阳", group="other")
        session.exchange.link(session.member("王重阳").id, session.member("重阳", "other").id)
        session.strike_by_name("李四", message="王重阳说今天有小雨")
    asked = told("delete-person", "王重阳").out
    assert "要删除的是：" in asked and "重阳（另一个群）" in asked and "王重阳-采购-上海（医工协群）" in asked
    assert "「王重阳」1 处，会涂掉：王重阳说今天有小雨" in asked
    assert "「小雨」1 处，不改动：王重阳说今天有小雨" in asked
    value = told("delete-person", "王重阳", "--mask", "小雨", "--leave", "王重阳", "--json").json
    assert {each["name"]: each["masked"] for each in value["mentions"]} == {"王重阳": False, "小雨": True}
    assert {each["group"] for each in value["people"]} == {"yigongxie", "other"}
    assert told("delete-person", "王重阳", "--mask", "没有").code == 2
    assert told("delete-person", "王重阳", "--mask", "小雨", "--leave", "王重阳", "--yes").code == 0
    (row,) = told("log", "今天有", "--json").json
    assert row["message"] == "王重阳说今天有＊＊"


def test_somebody_off_the_list_is_deleted_by_name(told: Run):
    assert told("roster", "remove", "张三").code == 0
    assert "张三（医工协群）" in told("delete-person", "张三").out
    assert told("delete-person", "张三", "--yes").code == 0
    assert told("delete-person", "张三").code == 2
    assert told("log", "大量现货", "--json").json == []


# ---- the log


def test_the_log_is_searched(told: Run):
    assert [row["kind"] for row in told("log", "--json").json] == ["member-added", "strike", "changed"]
    (row,) = told("log", "张三", "现货", "--json").json
    assert (row["message"], row["moderator"]) == ("大量现货", "小李")
    assert told("log", "张三", "没有这话").out == "没有。\n"
    assert len(told("log", "--member", "李四", "--json").json) == 1
    assert told("log", "--since", "2999-01-01", "--json").json == []
    assert len(told("log", "--until", "2999-01-01", "--limit", "1", "--json").json) == 1
    assert told("log", "--since", "昨天").code == 2
    assert told("log", "--member", "没有这人").code == 2


def test_any_action_is_taken_back_by_the_beginning_of_its_id(told: Run):
    struck = told("log", "张三", "--json").json[0]["action"]
    assert told("undo", struck[:8], "--json").json["did"] == "undone.strike"
    assert [row["name"] for row in told("roster", "list", "--json").json] == ["李四"]
    assert "（已撤销）" in told("log", "张三").out
    assert told("undo", struck[:8]).code == 2
    assert told("undo", "没有这个").code == 2
    assert told("undo", "x").code == 2


def test_a_changed_rule_and_a_changed_group_are_taken_back_too(told: Run):
    assert told("rulebook", "edit", "hawking", "--word", "清仓甩卖").code == 0
    assert told("group", "edit", "yigongxie", "--owner", "小李").code == 0
    assert told("undo").code == 0
    assert told("group", "show", "--json").json["owner"] == ""
    assert told("undo").code == 0
    assert told("rulebook", "restore", "hawking").code == 2  # it is as it was shipped


# ---- settings


def test_settings_are_listed_and_set(told: Run):
    assert told("setting", "list", "--json").json["moderator"] == "小李"
    assert told("setting", "set", "history_days", "30", "--json").json == {"history_days": 30}
    assert told("setting", "set", "history_text", "false", "--json").json == {"history_text": False}
    assert told("setting", "set", "history_text", "0").code == 2
    assert told("setting", "set", "scale", "1000").code == 2
