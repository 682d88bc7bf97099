"""Rules changed, tried and decided on the command line: what it answers, and what is on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from moderator_app.cli import entry
from tests.cli.conftest import Run
from tests.session.rules.test_desk import bytes_of

SOLD = "各位老师好，这批手套大量现货，需要的老师请看群文件里的清单"


@pytest.fixture
def grouped(run: Run) -> Run:
    """The command line with a group of the small rulebook as the current one."""
    assert run("group", "add", "g", "--rulebook", "test").code == 0
    assert run("group", "use", "g").code == 0
    return run


def level(run: Run, text: str) -> str:
    return run("check", text, "--json").json["level"]


def test_a_clause_is_edited_and_restored(grouped: Run, data_dir: Path) -> None:
    words = ["--word", "清仓", "--word", "甩卖", "--word-alone", "跳楼价"]
    edited = grouped("rulebook", "edit", "叫卖", *words, "--text", "不推销。", "--miss", "清仓盘点", "--json")
    assert edited.code == 2
    assert "清仓盘点" in edited.err
    edited = grouped(
        "rulebook", "edit", "叫卖", *words, "--text", "不推销。", "--allow", "清仓盘点", "--json"
    )
    assert (edited.code, edited.json["did"]) == (0, "did.rule-saved")
    assert edited.json["words"] == [
        {"word": "清仓", "alone": False},
        {"word": "甩卖", "alone": False},
        {"word": "跳楼价", "alone": True},
    ]
    assert [level(grouped, text) for text in ("清仓", "清仓甩卖", "跳楼价", "清仓盘点")] == [
        "unsure",
        "violation",
        "violation",
        "ok",
    ]
    assert grouped("rulebook", "show", "g", "--json").json["clauses"][1]["text"] == "不推销。"
    dropped = grouped(
        "rulebook", "edit", "hawking", "--drop-word", "跳楼价", "--drop-allow", "清仓盘点", "--json"
    )
    assert (len(dropped.json["words"]), dropped.json["allow"]) == (2, [])
    assert "恢复" in grouped("rulebook", "restore", "hawking").out
    assert not (data_dir / "rulebooks" / "changes" / "test.yaml").exists()


def test_level_mode_strictness_and_numbers(grouped: Run) -> None:
    edited = grouped(
        "rulebook", "edit", "hawking", "--level", "unsure", "--strictness", "strict", "--json"
    ).json
    assert (edited["level"], edited["strictness"]) == ("unsure", "strict")
    assert level(grouped, "手套大量现货") == "unsure"
    edited = grouped("rulebook", "edit", "hawking", "--violation", "0.9", "--mode", "watch", "--json").json
    assert (edited["violation"], edited["strictness"], edited["mode"]) == (0.9, None, "watch")
    assert level(grouped, "手套大量现货") == "ok"


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["nobody", "--word", "甲"], "没有「nobody」这一条"),
        (["hawking"], "没有新的改动"),
        (["hawking", "--word", "天气"], "今天天气不错"),
        (["hawking", "--strictness", "strict", "--unsure", "1"], "只能写一样"),
        (["hawking", "--violation", "-1"], "--violation"),
        (["hawking", "--violation", "inf"], "--violation"),
        (["hawking", "--mode", "maybe"], "--mode"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    grouped: Run, data_dir: Path, argv: list[str], told: str
) -> None:
    done = grouped("rulebook", "edit", *argv)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert not (data_dir / "rulebooks" / "changes").exists()


def test_a_dry_run_tries_examples_and_messages_and_writes_nothing(
    grouped: Run, data_dir: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("周末清仓\n手套大量现货\n今天天气不错\n", encoding="utf-8")
    before = bytes_of(data_dir)
    tried = grouped("rulebook", "edit", "hawking", "--word", "清仓", "--dry-run", str(file), "--json")
    assert (tried.code, tried.json["examples"], tried.json["failed"]) == (0, 2, [])
    assert tried.json["backtest"]["read_as"] == "lines"
    assert [each["text"] for each in tried.json["backtest"]["newly"]] == ["周末清仓"]
    failing = grouped("rulebook", "edit", "hawking", "--word", "天气", "--dry-run", str(file))
    assert failing.code == 2
    assert "不应查出却查出了：今天天气不错" in failing.out
    assert bytes_of(data_dir) == before


def test_a_backtest_of_a_file(grouped: Run, data_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("昵称,内容\n张三,手套大量现货\n李四,规格型号\n王五,你好\n", encoding="gb18030")
    before = bytes_of(data_dir)
    found = grouped("rulebook", "backtest", str(file), "--json").json
    assert (found["read_as"], found["total"]) == ("table", 3)
    assert [(each["member"], each["rules"], each["was"]) for each in found["flagged"]] == [
        ("张三", ["hawking"], "unknown"),
        ("李四", ["long"], "unknown"),
    ]
    told = grouped("rulebook", "backtest", str(file), "--clause", "叫卖")
    assert told.out.startswith("按表格读出 3 条，会查出 1 条。")
    assert "- 违规  张三  手套大量现货" in told.out
    assert bytes_of(data_dir) == before


def test_a_backtest_of_the_history_shows_what_was_passed(grouped: Run) -> None:
    assert grouped("misjudged", SOLD).code == 0
    assert grouped("undo").code == 0
    assert grouped("rulebook", "backtest").out.startswith("检查历史 1 条，会查出 1 条。")
    assert grouped("misjudged", SOLD).code == 0
    tried = grouped("rulebook", "edit", "hawking", "--drop-example", SOLD, "--dry-run").out
    assert "其中您放过的 1 条：" in tried
    assert "您放过了" in tried


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", "姓名,年龄\n张三,3\n", "a.csv 第 1 行：第一行要写明哪一列是消息"),
        ("a.jsonl", '{"text": 1}\n', "a.jsonl 第 1 行：这一行没有 text"),
        ("a.txt", "\n", "没有消息"),
    ],
)
def test_a_file_that_cannot_be_tried_is_named(
    run: Run, tmp_path: Path, name: str, text: str, told: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = run("rulebook", "backtest", str(tmp_path / name))
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    missing = run("rulebook", "backtest", str(tmp_path / "gone.txt"), lang="en")
    assert missing.err.startswith("The file ") and "gone.txt cannot be opened" in missing.err


def test_a_wrong_call_and_a_missed_violation(grouped: Run) -> None:
    called = grouped("misjudged", SOLD, "--member", "张三", "--json").json
    assert (called["did"], called["rules"], called["text"]) == ("did.misjudged", ["hawking"], SOLD)
    assert level(grouped, f"{SOLD}。") == "ok"
    assert "记为误判（叫卖）" in grouped("undo").out
    assert level(grouped, SOLD) == "violation"
    missed = "周末有空的老师可以来我们展厅坐坐，新到了一批好东西"
    decided = grouped("violation", "-", "--rule", "叫卖", "--json", stdin=missed).json
    assert (decided["did"], decided["text"], decided["also_flags"]) == ("did.breach", missed, [])
    assert level(grouped, f"{missed}🌹") == "violation"


def test_a_violation_tells_what_else_it_flags(grouped: Run) -> None:
    said = "周末有空的老师可以来我们展厅坐坐，新到了一批好东西"
    grouped("violation", said, "--rule", "hawking")
    grouped("undo")
    told = grouped("violation", f"{said}🌹🌹", "--rule", "hawking").out
    assert "历史里还会查出 1 条：" in told
    assert said in told


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["misjudged", "今天天气不错"], "没有查出问题"),
        (["misjudged", "大量现货", "--rule", "nobody"], "没有「nobody」这一条"),
        (["violation", "你好"], "--rule"),
        (["violation", "[图片]", "--rule", "叫卖"], "[图片]"),
        (["violation", "", "--rule", "叫卖"], "没有要检查的文字"),
        (
            ["violation", "2026-03-01 09:30:00 甲\n好\n\n2026-03-01 09:31:00 乙\n好\n", "--rule", "叫卖"],
            "这里有 2 条",
        ),
    ],
)
def test_what_cannot_be_decided_is_told(grouped: Run, argv: list[str], told: str) -> None:
    done = grouped(*argv)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_each_clause_has_its_figures(grouped: Run) -> None:
    grouped("misjudged", SOLD)
    rows = {row["clause"]: row for row in grouped("rulebook", "stats", "--json").json}
    assert rows["hawking"] == {
        "clause": "hawking",
        "title": "叫卖",
        "hits": 1,
        "confirmed": 0,
        "passed": 1,
        "misjudged": 1,
        "watched": 0,
    }
    assert "叫卖：查出 1，处理 0，放过 1，误判 1，观察到 0" in grouped("rulebook", "stats").out


def test_validate_and_test_say_what_is_wrong_with_changes(grouped: Run, data_dir: Path) -> None:
    file = data_dir / "rulebooks" / "changes" / "test.yaml"
    file.parent.mkdir()
    file.write_text("for: test\nclauses:\n  - id: hawking\n    words: [天气]\n", encoding="utf-8")
    validated = grouped("rulebook", "validate", str(file))
    assert validated.code == 2
    assert "changes/test.yaml 第 3 行（hawking）：例句「今天天气不错」" in validated.out
    tested = grouped("rulebook", "test", "--json")
    assert (tested.code, [each["text"] for each in tested.json["failed"]]) == (2, ["今天天气不错"])
    assert "changes/test.yaml" in grouped("check", "你好").err
    file.write_text("for: test\nclauses: []\n", encoding="utf-8")
    assert grouped("rulebook", "validate", str(file)).code == 0


def test_what_writes_goes_through_the_running_program(grouped: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict] = []

    def answer(_: Path, payload: dict, **__: object) -> dict:
        asked.append(payload)
        return {"out": "", "err": "", "exit": 0}

    monkeypatch.setattr(entry, "ask", answer)
    grouped("violation", "-", "--rule", "hawking", stdin="来展厅坐坐")
    grouped("misjudged", SOLD)
    grouped("rulebook", "edit", "hawking", "--word", "清仓")
    grouped("rulebook", "edit", "hawking", "--word", "清仓", "--dry-run")
    grouped("rulebook", "restore", "hawking")
    grouped("rulebook", "stats")
    assert [payload["argv"][8:11] for payload in asked] == [
        ["violation", "-", "--rule"],
        ["misjudged", SOLD],
        ["rulebook", "edit", "hawking"],
        ["rulebook", "restore", "hawking"],
    ]
    assert [payload["stdin"] for payload in asked] == ["来展厅坐坐", "", "", ""]


def test_what_is_said_of_a_file_of_changes_is_so(grouped: Run, data_dir: Path) -> None:
    path = data_dir / "rulebooks" / "changes" / "test.yaml"
    path.parent.mkdir()
    path.write_bytes("for: test\nclauses:\n  - id: hawking\n    words: 清仓甩卖\n".encode("gb18030"))
    read = grouped("check", "清仓甩卖", "--json")
    assert (read.code, read.json["level"]) == (3, "unsure")
    assert "GB18030" in read.err
    assert "没有使用" not in read.err  # it is used, as the level shows
    path.unlink()
    path.mkdir()
    closed = grouped("check", "清仓甩卖").err
    assert "test.yaml" in closed
    assert "第 0 行" not in closed


def test_validate_refuses_changes_that_the_program_would_leave_out(grouped: Run, data_dir: Path) -> None:
    file = data_dir / "rulebooks" / "changes" / "test.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    text = "for: yigongxie\nclauses: [{id: hawking, words: [清仓]}]\n"
    file.write_text(text, encoding="utf-8")
    said = grouped("rulebook", "validate", str(file))
    assert said.code == 2 and "「yigongxie」" in said.out + said.err
    elsewhere = data_dir / "from-a-friend.yaml"
    elsewhere.write_text(text, encoding="utf-8")
    assert grouped("rulebook", "validate", str(elsewhere)).code == 0
