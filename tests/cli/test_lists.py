"""`roster import` and `roster export`: previews, decisions, files of every kind, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from moderator_app import i18n
from tests.cli.conftest import Run

TABLE = "姓名,群名片,角色\n张三,张三-市场-上海,成员\n李四,李四,管理员\n"
CHANGED = "姓名,群名片\n张三,张三-市场-南京\n李思,李四\n王五,王五-护理-无锡\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the caller works: files are named as seen from here."""
    there = tmp_path / "我的 文件"
    there.mkdir()
    monkeypatch.chdir(there)
    return there


@pytest.fixture
def listed(run: Run, folder: Path) -> Run:
    (folder / "名单.csv").write_bytes(TABLE.encode("gb18030"))
    (folder / "新.csv").write_text(CHANGED, encoding="utf-8-sig")
    assert run("roster", "import", "名单.csv").code == 0
    return run


def names(run: Run) -> dict[str, str]:
    return {row["name"]: row["card"] for row in run("roster", "list", "--json").json}


def test_a_dry_run_shows_every_row_and_writes_nothing(run: Run, folder: Path, data_dir: Path):
    (folder / "名单.csv").write_text(TABLE, encoding="utf-8")
    shown = run("roster", "import", "名单.csv", "--dry-run", "--json").json
    assert (shown["imported"], shown["columns"]) == (False, ["name", "card", "role"])
    assert [row["kind"] for row in shown["rows"]] == ["new", "new"]
    assert shown["counts"]["new"] == 2
    assert not (data_dir / "ledger").exists()


def test_a_sure_list_is_taken_over_as_one_action_with_one_undo(listed: Run):
    assert names(listed) == {"张三": "张三-市场-上海", "李四": ""}
    again = listed("roster", "import", "名单.csv")
    assert (again.code, again.out) == (2, "")
    assert "完全一样" in again.err
    assert listed("undo", "--json").json["did"] == "undone.import"
    assert names(listed) == {}


def test_with_a_doubtful_row_nothing_is_imported_and_it_says_how_to_decide(listed: Run):
    before = names(listed)
    asked = listed("roster", "import", "新.csv")
    assert asked.code == 2
    assert "第 3 行" in asked.out
    assert "可能是：李四" in asked.out
    assert "--new" in asked.err
    assert "--skip" in asked.err
    assert names(listed) == before
    (row,) = listed("roster", "import", "新.csv", "--json").json["rows"]
    assert (row["row"], row["kind"], row["candidates"][0]["name"]) == (3, "doubtful", "李四")


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (("--new", "3"), {"张三", "李四", "李思", "王五"}),
        (("--skip", "3"), {"张三", "李四", "王五"}),
        (("--is", "3=李四"), {"张三", "李思", "王五"}),
        (("--yes",), {"张三", "李四", "王五"}),
    ],
)
def test_each_decision_does_what_it_says(listed: Run, decision: tuple[str, ...], expected: set[str]):
    done = listed("roster", "import", "新.csv", *decision, "--json")
    assert (done.code, done.json["did"], done.json["imported"]) == (0, "did.import", True)
    assert set(names(listed)) == expected
    assert names(listed)["张三"] == "张三-市场-南京"


@pytest.mark.parametrize(
    "decision", [("--new", "99"), ("--skip", "x"), ("--is", "3=没有这人"), ("--is", "=")]
)
def test_a_decision_about_nothing_is_refused(listed: Run, decision: tuple[str, ...]):
    before = names(listed)
    refused = listed("roster", "import", "新.csv", *decision)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.strip()
    assert names(listed) == before


@pytest.mark.parametrize(("gone", "status"), [("keep", "active"), ("left", "left")])
def test_who_is_no_longer_listed_stays_or_has_left(listed: Run, folder: Path, gone: str, status: str):
    (folder / "满.csv").write_text(TABLE + "王五,,成员\n赵六,,成员\n", encoding="utf-8")
    assert listed("roster", "import", "满.csv").code == 0
    (folder / "少.csv").write_text(TABLE + "赵六,,成员\n钱七,,成员\n", encoding="utf-8")
    shown = listed("roster", "import", "少.csv", "--dry-run")
    assert "已不在名单里：王五" in shown.out
    assert listed("roster", "import", "少.csv", "--gone", gone).code == 0
    assert listed("roster", "show", "王五", "--json").json["status"] == status


def test_a_part_of_the_group_makes_nobody_leave_and_it_says_why(listed: Run, folder: Path):
    (folder / "少.csv").write_text("姓名\n张三\n新来的\n", encoding="utf-8")
    assert listed("roster", "import", "新.csv", "--yes").code == 0
    before = names(listed)
    assert "看作一部分" in listed("roster", "import", "少.csv", "--dry-run").out
    refused = listed("roster", "import", "少.csv", "--gone", "left")
    assert (refused.code, refused.out, names(listed)) == (2, "", before)
    assert "3 位中的 1 位" in refused.err
    assert "--whole" in refused.err
    assert listed("roster", "import", "少.csv", "--gone", "left", "--whole").code == 0
    assert listed("roster", "show", "李四", "--json").json["status"] == "left"


def test_rows_for_one_member_are_said_in_the_preview_and_after(listed: Run, folder: Path):
    (folder / "两行.csv").write_text("姓名\n李思\n李四\n", encoding="utf-8")
    shown = listed("roster", "import", "两行.csv", "--is", "2=李四", "--dry-run")
    assert "和第 3 行是同一位，这里的叫法记作别名" in shown.out
    assert "和第 2 行是同一位，叫法以这一行为准" in shown.out
    done = listed("roster", "import", "两行.csv", "--is", "2=李四")
    assert "第 3、2 行是同一位" in done.out
    assert listed("roster", "show", "李四", "--json").json["aliases"] == ["李思"]


def test_two_people_of_one_name_are_told_apart(listed: Run):
    assert listed("roster", "add", "王五").code == 0
    one = listed("roster", "add", "王伍", "--json").json
    assert listed("same", "王五", "王伍", "--not").code == 0
    again = listed("same", "王伍", "王五", "--not")
    assert (again.code, one["did"]) == (2, "did.member-added")
    assert "两个人" in again.err


def test_columns_can_be_told(run: Run, folder: Path):
    (folder / "怪.csv").write_text("1,木工,张三\n2,护士,李四\n", encoding="utf-8")
    wrong = run("roster", "import", "怪.csv", "--columns", "_,说明,姓氏")
    assert wrong.code == 2
    assert "姓氏" in wrong.err
    assert "群名片" in wrong.err
    assert run("roster", "import", "怪.csv", "--columns", "_,说明,名字").code == 0
    assert run("roster", "show", "张三", "--json").json["notes"] == "木工"


def test_a_table_without_names_says_what_to_write(run: Run, folder: Path):
    (folder / "数.csv").write_text("1,20\n2,30\n", encoding="utf-8")
    refused = run("roster", "import", "数.csv")
    assert refused.code == 2
    assert "--columns" in refused.err or "名字" in refused.err


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x03" * 50, b"\n\n"])
def test_what_is_no_list_is_told(run: Run, folder: Path, content: bytes):
    (folder / "坏.csv").write_bytes(content)
    refused = run("roster", "import", "坏.csv")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.strip()


def test_a_file_that_is_not_there_is_told(run: Run, folder: Path):
    assert run("roster", "import", "没有.xlsx").code == 2
    assert run("roster", "export", "表.doc").code == 2
    assert run("roster", "export", "不在/表.csv").code in (2, 4)


def test_a_pasted_list_comes_from_standard_input(run: Run, folder: Path):
    pasted = "张三\n李四\n王五\n"
    assert run("roster", "import", "-", "--dry-run", "--json", stdin=pasted).json["counts"]["new"] == 3
    assert run("roster", "import", "-", "--json", stdin=pasted).json["counts"]["new"] == 3
    assert set(names(run)) == {"张三", "李四", "王五"}
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("file", ["表.csv", "表.xlsx"])
def test_what_was_written_is_read_in_with_the_same_members(listed: Run, folder: Path, file: str):
    before = names(listed)
    told = listed("roster", "export", file, "--json").json
    assert told["file"] == str(folder / file)
    assert listed("undo").code == 0
    assert listed("roster", "import", file).code == 0
    assert names(listed) == before


def test_somebody_on_the_blocklist_is_left_out_until_decided(listed: Run, folder: Path):
    assert listed("block", "张三", "--why", "骗子").code == 0
    assert listed("roster", "remove", "张三").code == 0
    asked = listed("roster", "import", "名单.csv", "--json")
    assert (asked.code, asked.json["rows"][0]["kind"]) == (2, "blocked")
    assert listed("roster", "import", "名单.csv", "--new", "2").code == 0
    assert "张三" in names(listed)


def test_in_english_the_preview_is_english(run: Run, folder: Path):
    (folder / "a.csv").write_text("name,card\nAnn,\nBob,\n", encoding="utf-8")
    shown = run("roster", "import", "a.csv", "--dry-run", lang="en")
    assert shown.out.startswith("2 rows")
    assert not any("\u4e00" <= char <= "\u9fff" for char in shown.out)
    i18n.set_language("zh_CN")
