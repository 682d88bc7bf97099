"""`check`: levels as exit codes, JSON with spans in the text as given, JSONL in order, bad lines told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderator_app.session import Session
from tests.cli.conftest import Run

AD = "一次性手套，大量现货"


def lines(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize(
    ("text", "level", "code"), [("下午开会", "ok", 0), ("新品欢迎了解", "unsure", 3), (AD, "violation", 1)]
)
def test_the_exit_code_is_the_level(run: Run, text: str, level: str, code: int):
    result = run("check", text, "--group", "test", "--json")
    assert (result.code, result.json["level"], result.err) == (code, level, "")
    assert run("check", "--group", "test", stdin=text).code == code
    assert run("check", "-", "--group", "test", stdin=text).code == code


def test_the_json_tells_what_was_read_how_it_was_normalised_and_what_adds_up(run: Run):
    (finding,) = run("check", "大量現貨", "--group", "test", "--json").json["findings"]
    assert finding["words"] == ["大量現貨"]
    assert finding["steps"] == ["simplified"]
    assert finding["score"] == sum(part["points"] for part in finding["parts"]) > 0


def test_the_json_of_a_violation(run: Run):
    told = run("check", AD, "--group", "test", "--member", "张三", "--json").json
    (finding,) = told["findings"]
    assert finding["rule"] == "hawking"
    assert finding["title"] == "叫卖"
    assert finding["level"] == "violation"
    assert finding["spans"] == [[6, 10]]
    assert finding["evidence"] == "大量现货"
    assert finding["why"]
    assert told["suggestion"]["action"] == "remind"
    assert told["suggestion"]["notice"] == "叫卖"
    assert told["suggestion"]["text"].startswith("@张三 您好")


def test_what_is_unsure_suggests_a_question_and_ok_nothing(run: Run):
    unsure = run("check", "新品欢迎了解", "--group", "test", "--json").json["suggestion"]
    assert (unsure["action"], unsure["notice"]) == ("none", "询问")
    fine = run("check", "下午开会", "--group", "test", "--json").json["suggestion"]
    assert fine == {"action": "none", "notice": "", "text": ""}


def test_the_text_for_people_names_clause_and_notice(run: Run):
    out = run("check", AD, "--group", "test", "--member", "张三").out
    assert "违规  叫卖" in out
    assert "张三：已 0 次，本次第 1 次：提醒" in out
    assert "@张三 您好" in out
    english = run("check", AD, "--group", "test", lang="en").out
    assert english.startswith("Violation  Hawking")


def test_spans_point_into_the_text_as_it_was_given(run: Run):
    text = f"「王五:请问几点开会」\n- - - - - - - - - - - - - - -\n{AD}"
    told = run("check", text, "--group", "test", "--json").json
    (start, end) = told["findings"][0]["spans"][0]
    assert text[start:end] == "大量现货"
    transcript = f"张三\n2026年09月23日 16:05\n{AD}\n"
    told = run("check", transcript, "--group", "test", "--json").json
    (start, end) = told["findings"][0]["spans"][0]
    assert transcript[start:end] == "大量现货"
    assert told["member"] == "张三"


@pytest.mark.parametrize(
    ("argv", "stdin"),
    [
        (["check", ""], ""),
        (["check", "  "], ""),
        (["check"], ""),
        (["check", "x", "--at", "heute"], ""),
        (["check", "x", "--group", "nowhere"], ""),
        (["check", "--jsonl", "/no/such/file"], ""),
        (["check", "x", "y"], ""),
        (["chekc"], ""),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_2(run: Run, argv: list[str], stdin: str):
    result = run(*argv, stdin=stdin)
    assert (result.code, result.out) == (2, "")
    assert result.err.strip()
    assert "Traceback" not in result.err


def test_jsonl_answers_every_line_in_order(run: Run):
    rows = [
        {"id": "a", "text": AD, "group": "test", "member": {"name": "张三", "role": "member", "strikes": 1}},
        {"text": "下午开会", "group": "test"},
        {"id": 7, "text": "新品欢迎了解", "group": "test", "at": "2026-03-01T09:30:00", "unknown": None},
        {
            "id": "d",
            "text": AD,
            "group": "test",
            "at": "2026-03-01T09:30:00+08:00",
            "context": [
                {"member": "李四", "text": "早", "at": "-P1D"},
                {"member": {"name": "王五"}, "text": "好", "at": "2026-03-01T01:00:00Z"},
                {"text": "无名"},
            ],
        },
    ]
    result = run("check", "--jsonl", "-", stdin="\n".join(map(json.dumps, rows)) + "\n\n")
    told = lines(result.out)
    assert (result.code, result.err) == (0, "")
    assert [row["id"] for row in told] == ["a", None, 7, "d"]
    assert [row["level"] for row in told] == ["violation", "ok", "unsure", "violation"]
    assert told[0]["suggestion"]["action"] == "move"
    assert told[0]["suggestion"]["text"].startswith("@张三 您好，请勿群发") is False
    assert told[0]["next_step"]["number"] == 2


BAD = [
    "{",
    "[]",
    '"x"',
    "{}",
    '{"id":"x","text":3}',
    '{"id":"x","text":"a","at":"gestern"}',
    '{"id":"x","text":"a","member":3}',
    '{"id":"x","text":"a","member":{"name":"n","role":"king"}}',
    '{"id":"x","text":"a","member":{"name":"n","strikes":-1}}',
    '{"id":"x","text":"a","member":{"name":"n","strikes":true}}',
    '{"id":"x","text":"a","group":"nowhere"}',
    '{"id":"x","text":"a","context":"early"}',
    '{"id":"x","text":"a","context":[{"at":"-P1D"}]}',
    '{"id":"x","text":"a","context":[{"text":"b","at":"P"}]}',
    "[" * 100_000,
]


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_line_is_told_and_the_others_are_judged(run: Run, bad: str):
    good = json.dumps({"id": "good", "text": AD, "group": "test"})
    result = run("check", "--jsonl", "-", stdin=f"{good}\n{bad}\n{good}\n")
    first, second, third = lines(result.out)
    assert result.code == 2
    assert first == third
    assert first["level"] == "violation"
    assert second["error"]
    assert second["id"] == ("x" if '"id":"x"' in bad else None)


def test_a_file_is_read_as_utf8_also_with_a_mark_and_odd_line_ends(run: Run, tmp_path: Path):
    row = json.dumps({"id": "a", "text": f"{AD}\u2028再来", "group": "test"}, ensure_ascii=False)
    file = tmp_path / "in.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + f"{row}\r\n{row}".encode())
    told = lines(run("check", "--jsonl", str(file)).out)
    assert [row["level"] for row in told] == ["violation", "violation"]


def test_lone_surrogates_and_bad_bytes_go_through(run: Run):
    escaped = b'{"id":"\\ud800","text":"\\ud83d\\u5927\\u91cf\\u73b0\\u8d27","group":"test"}\n'
    (told,) = lines(run("check", "--jsonl", "-", stdin=escaped).out)
    assert told["findings"][0]["spans"] == [[1, 5]]
    assert told["id"] == "\ud800"
    raw = b"\xff\xfe" + "大量现货".encode() + b"\x80"
    told = run("check", "-", "--group", "test", "--json", stdin=raw).json
    assert told["findings"][0]["spans"] == [[2, 6]]


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A session that only looks, one for all the texts that are thrown at it."""
    with Session.open(tmp_path_factory.mktemp("none"), write=False) as session:
        yield session


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_whatever_is_judged_with_spans_inside_it(text: str, reading: Session):
    case = reading.check(text)
    assert all(
        0 <= a < b <= len(case.message.text) for f in case.verdict.findings for a, b in [f.hits[0].span]
    )


def test_a_check_writes_nothing(run: Run, data_dir: Path):
    before = {path: path.stat().st_mtime_ns for path in data_dir.rglob("*")}
    run("check", AD, "--group", "test", "--member", "张三")
    run("check", "--jsonl", "-", stdin=json.dumps({"text": AD}))
    assert {path: path.stat().st_mtime_ns for path in data_dir.rglob("*")} == before


def test_no_answer_holds_what_is_no_json(run: Run) -> None:
    rows = run(
        "check",
        "--jsonl",
        "-",
        stdin='{"id":NaN,"text":"好"}\n{"id":1e999,"text":"好"}\n{"id":1.5,"text":"好"}\n',
    )
    bad, large, fine = (json.loads(line, parse_constant=pytest.fail) for line in rows.out.splitlines())
    assert ("error" in bad, "error" in large, fine["id"]) == (True, True, 1.5)


def test_the_year_one_is_no_time_of_a_message(run: Run) -> None:
    refused = run("check", "大量现货", "--at", "0001-01-01")
    assert (refused.code, "0001-01-01" in refused.err) == (2, True)
    assert run("check", "张三\n0001年01月01日 16:04\n大量现货\n\n李四\n0001年01月01日 16:05\n好").code != 70
