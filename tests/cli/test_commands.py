"""Every other command: what it answers, as JSON and in words, and what is on the disk after it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from moderator_app.bootstrap import ROOT
from moderator_app.session import Session
from tests.cli.conftest import Run


@pytest.fixture
def grouped(run: Run) -> Run:
    """The command line with a group of the small rulebook as the current one."""
    assert run("group", "add", "g", "--title", "试验群", "--rulebook", "test").code == 0
    assert run("group", "use", "g").code == 0
    return run


def test_an_empty_folder_has_its_group_at_once(run: Run):
    (group,) = run("group", "list", "--json").json
    assert (group["id"], group["rulebook"], group["current"]) == ("yigongxie", "yigongxie", True)


def test_strike_show_void_undo(grouped: Run, data_dir: Path):
    struck = grouped("strike", "张三", "--rule", "叫卖", "--text", "大量现货", "--notice", "叫卖", "--json")
    assert struck.code == 0
    assert (struck.json["member"], struck.json["strikes"]) == ("张三", 1)
    with Session.open(data_dir, write=False) as session:
        assert session.record(struck.json["member_id"])[0].entry.id == struck.json["id"]
    assert grouped("strike", "张三", "--json").json["strikes"] == 2
    shown = grouped("roster", "show", "张三", "--json").json
    assert (shown["name"], shown["status"], shown["role"], shown["strikes"]) == (
        "张三",
        "active",
        "member",
        2,
    )
    assert (shown["next_step"]["number"], shown["next_step"]["action"]) == (3, "remove")
    assert [line["kind"] for line in shown["record"]] == ["strike", "strike", "member-added"]
    assert shown["record"][1]["rules"] == ["hawking"]
    assert grouped("void", struck.json["id"], "--why", "误判", "--json").json["strikes"] == 1
    assert grouped("undo", "--json").json["strikes"] == 2
    assert grouped("undo", "--json").json["did"] == "undone.strike"
    assert grouped("undo").code == 0
    assert grouped("roster", "list", "--json").json == []
    assert grouped("undo").out == "已撤销：添加群「试验群」\n"
    assert [group["id"] for group in grouped("group", "list", "--json").json] == ["yigongxie"]
    nothing = grouped("undo")
    assert (nothing.code, nothing.err) == (2, "没有可以撤销的操作。\n")


def test_void_needs_a_reason_and_a_strike_that_is_there(grouped: Run):
    assert grouped("void", "x").code == 2
    assert "--why" in grouped("void", "x").err
    assert grouped("void", "x", "--why", "y").code == 2


def test_roster(grouped: Run):
    fields = ("--card", "李四-设备科-苏州", "--alias", "四哥", "--alias", "老四", "--role", "paid")
    added = grouped("roster", "add", "李四", *fields, "--json").json
    (row,) = grouped("roster", "list", "--json").json
    assert (row["id"], row["aliases"], row["role"]) == (added["id"], ["四哥", "老四"], "paid")
    assert grouped("roster", "list", "--search", "ls", "--json").json == [row]
    assert grouped("roster", "list", "--search", "zz", "--json").json == []
    assert grouped("roster", "edit", "四哥", "--status", "left", "--name", "李小四").code == 0
    assert grouped("roster", "show", "李小四", "--json").json["status"] == "left"
    assert grouped("roster", "add", "李小四", "--card", "李四-设备科-苏州").code == 2
    assert grouped("roster", "remove", "李小四").code == 0
    assert grouped("roster", "show", "李小四").code == 2
    assert "没有成员" in grouped("roster", "list").out


def test_two_of_one_name_must_be_chosen(grouped: Run):
    grouped("roster", "add", "李明", "--card", "一")
    chosen = grouped("roster", "add", "李明", "--card", "二", "--json").json["id"]
    result = grouped("strike", "李明")
    assert (result.code, result.err) == (2, "名单里有 2 位「李明」，请选一位。\n")
    assert grouped("strike", chosen, "--json").json["strikes"] == 1


def test_notices_are_listed_shown_edited_and_restored(grouped: Run, tmp_path: Path):
    listed = grouped("notice", "list", "--json").json
    assert [notice["id"] for notice in listed] == ["叫卖", "群发", "叫卖 2", "询问", "表扬", "进群", "规范"]
    assert grouped("notice", "show", "进群", "--member", "张三").out == "@张三 欢迎加入试验群。\n"
    assert grouped("notice", "show", "6", "--json").json["text"] == "欢迎加入试验群。"
    assert grouped("notice", "show", "没有").code == 2
    file = tmp_path / "new.txt"
    file.write_text("欢迎，{称呼}。", encoding="utf-8")
    assert grouped("notice", "edit", "进群", str(file)).code == 0
    assert grouped("notice", "show", "进群", "--member", "张三").out == "欢迎，张三。\n"
    assert grouped("notice", "edit", "进群", "-", stdin="{错} 好").code == 0
    broken = grouped("notice", "show", "进群")
    assert (broken.code, broken.out) == (2, "")
    assert "第 1 行第 1 个字的 {错}" in broken.err
    assert grouped("notice", "edit", "4", "-", "--json", stdin="换过了").json["id"] == "询问"
    assert grouped("notice", "show", "询问").out == "换过了\n"
    assert grouped("notice", "edit", "99", "-", stdin="x").code == 2
    assert grouped("notice", "add", "节日说明", "-", stdin="不必专门祝贺。").code == 0
    assert grouped("notice", "show", "节日说明").out == "不必专门祝贺。\n"
    assert grouped("notice", "add", "询问", "-", stdin="x").code == 2
    assert grouped("notice", "edit", "叫卖告知", "-", "--group", "yigongxie", stdin="自己的").code == 0
    assert grouped("notice", "restore", "叫卖告知", "--group", "yigongxie").code == 0
    assert grouped("notice", "restore", "叫卖告知", "--group", "yigongxie").code == 2


def test_copying_a_notice_remembers_it(grouped: Run, monkeypatch: pytest.MonkeyPatch, data_dir: Path):
    copied: list[str] = []
    monkeypatch.setattr("moderator_app.cli.notices.copy", copied.append)
    assert grouped("notice", "copy", "进群", "--member", "张三").out == "已复制「进群」。\n"
    assert copied == ["@张三 欢迎加入试验群。"]
    with Session.open(data_dir, write=False) as session:
        assert session.notices_today() == 1
    assert grouped("notice", "note", "进群", "--json").json["notice"] == "进群"


def test_without_a_clipboard_the_reason_is_told_and_nothing_recorded(
    grouped: Run, monkeypatch: pytest.MonkeyPatch, data_dir: Path
):
    from moderator_app.system.command_clipboard import NoClipboard  # noqa: PLC0415
    from moderator_app.system.trouble import Trouble  # noqa: PLC0415

    def refuse(text: str) -> None:
        raise NoClipboard(Trouble("clipboard.no-tool", {"tool": "xclip"}))

    monkeypatch.setattr("moderator_app.cli.notices.copy", refuse)
    result = grouped("notice", "copy", "进群")
    assert (result.code, result.out) == (4, "")
    assert "xclip" in result.err
    with Session.open(data_dir, write=False) as session:
        assert session.notices_today() == 0


def test_groups(grouped: Run):
    shown = grouped("group", "show", "--json").json
    assert (shown["id"], shown["title"], shown["members"], shown["current"]) == ("g", "试验群", 0, True)
    assert grouped("group", "show", "x").code == 2
    assert grouped("group", "add", "g").code == 2
    assert grouped("group", "add", "n", "--rulebook", "none").code == 2
    assert "（当前）" in grouped("group", "list").out


def test_rulebooks(grouped: Run, data_dir: Path, tmp_path: Path):
    assert {info["id"] for info in grouped("rulebook", "list", "--json").json} >= {"test", "yigongxie"}
    assert grouped("rulebook", "show", "test", "--json").json["clauses"][1]["id"] == "hawking"
    file = data_dir / "rulebooks" / "test.yaml"
    assert grouped("rulebook", "validate", str(file)).code == 0
    broken = tmp_path / "b.yaml"
    broken.write_text(file.read_text(encoding="utf-8").replace("hit: [手套", "hit: [开会"), encoding="utf-8")
    broken.write_text(broken.read_text(encoding="utf-8").replace("大量现货]", "]"), encoding="utf-8")
    (sound, bad) = grouped("rulebook", "validate", str(file), str(broken), "--json").json
    assert (sound["problems"], sound["clauses"]) == ([], 2)
    assert "b.yaml" in bad["problems"][0]
    assert grouped("rulebook", "validate", str(broken)).code == 2
    assert grouped("rulebook", "validate", "none.yaml").code == 2
    assert grouped("rulebook", "test", "--json").json == {"examples": 2, "failed": []}


def test_diagnostics_hold_no_members_data(grouped: Run, data_dir: Path):
    grouped("strike", "秘密的人", "--text", "秘密的话")
    result = grouped("diagnostics", "--json")
    assert result.json["members"] == [0, 1]
    assert result.json["data_dir"] == str(data_dir)
    assert "秘密" not in result.out
    assert "秘密" not in grouped("diagnostics").out


def test_diagnostics_name_every_package_that_the_program_stands_on(grouped: Run):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split("[<>=!;]", each)[0].strip() for each in project["dependencies"] if ";" not in each}
    versions = grouped("diagnostics", "--json").json["packages"]
    assert versions.keys() == needed
    assert all(versions.values())


def test_backup_makes_a_file(grouped: Run):
    grouped("roster", "add", "张三")
    assert Path(grouped("backup", "--json").json["file"]).is_file()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_help_and_version_in_both_languages(run: Run, lang: str):
    shown = run("--help", lang=lang)
    assert shown.code == 0
    assert "roster" in shown.out
    assert ("用法" in shown.out) is (lang == "zh_CN")
    assert run("strike", "--help", lang=lang).code == 0
    assert run("--version", lang=lang).out.startswith("moderator-app 0.")
