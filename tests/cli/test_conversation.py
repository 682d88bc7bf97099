"""`check` of a conversation and `roster join`: each message's verdict, the offenders, who came."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from moderator_app.session import Session
from tests.cli.conftest import Run

AD = "一次性手套，大量现货"
HINT = "新品欢迎了解"
JOIN = '"李四"邀请"乙、钱七-器械-上海"加入了群聊'


def told(*said: tuple[str, str]) -> str:
    return "\n\n".join(
        f"{name}\n2026年03月02日 08:{minute:02}\n{text}" for minute, (name, text) in enumerate(said)
    )


TALK = told(("甲", "早"), ("乙", HINT), ("丙", AD), ("乙", AD), ("丁", "好"))


def test_every_message_of_a_conversation_has_its_verdict(run: Run):
    result = run("check", "-", "--group", "test", "--json", stdin=TALK)
    answer = result.json
    assert (result.code, answer["level"], answer["member"], answer["form"]) == (1, "violation", "丙", "W2")
    assert [(each["sender"], each["level"]) for each in answer["messages"]] == [
        ("甲", "ok"),
        ("乙", "unsure"),
        ("丙", "violation"),
        ("乙", "violation"),
        ("丁", "ok"),
    ]
    assert answer["messages"][2]["at"] == "2026-03-02T08:02:00"
    for each in answer["messages"]:
        assert TALK[each["start"] :].startswith(each["text"])
        for finding in each["findings"]:
            assert [TALK[a:b] for a, b in finding["spans"]] == [finding["evidence"]]
    assert [(each["member"], each["message"], each["more"]) for each in answer["offenders"]] == [
        ("丙", 2, []),
        ("乙", 3, [1]),
    ]
    assert answer["offenders"][1]["next_step"]["number"] == 1


def test_a_single_message_has_no_list_of_messages(run: Run):
    answer = run("check", AD, "--group", "test", "--json").json
    assert not {"messages", "offenders", "joins", "again", "alike"} & answer.keys()


def test_a_finding_tells_its_sum(run: Run):
    (finding,) = run("check", f"{AD}，欢迎了解", "--group", "test", "--json").json["findings"]
    assert (finding["score"], finding["threshold"]) == (1.5, 1.0)
    assert [(part["row"], part["points"]) for part in finding["parts"]] == [("stock", 1.0), ("hint", 0.5)]
    assert "有货 +1，像推广 +0.5；共 1.5，1 起算" in run("check", f"{AD}，欢迎了解", "--group", "test").out


def test_a_conversation_for_people_names_each_offender(run: Run):
    out = run("check", "-", "--group", "test", stdin=TALK).out
    assert out.startswith("共 5 条消息，2 位违规，0 位拿不准。\n")
    for line in (
        f"违规  丙  03-02 08:02\n  「{AD}」\n  - 叫卖：",
        f"违规  乙  03-02 08:03\n  「{AD}」",
        f"拿不准  乙  03-02 08:01\n  「{HINT}」",
        "丙：已 0 次，本次第 1 次：提醒",
    ):
        assert line in out
    english = run("check", "-", "--group", "test", stdin=TALK, lang="en").out
    assert english.startswith("Messages: 5. People in violation: 2, unsure: 0.")


def test_jsonl_takes_conversations_and_codes(run: Run):
    rows = [{"id": "a", "text": TALK, "group": "test"}, {"id": "b", "text": "[图片]", "codes": ["x"]}]
    first, second = map(
        json.loads, run("check", "--jsonl", "-", stdin="\n".join(map(json.dumps, rows))).out.splitlines()
    )
    assert (first["level"], len(first["messages"])) == ("violation", 5)
    assert "error" not in second
    bad = json.dumps({"id": "c", "text": "x", "codes": "y"})
    assert "codes" in json.loads(run("check", "--jsonl", "-", stdin=bad).out)["error"]


def test_what_was_handled_and_what_it_is_like_is_told(run: Run, data_dir: Path):
    text = "一次性医用手套，大量现货，厂家刚刚到的新货，各位老师有空来看看"
    run("group", "add", "g", "--rulebook", "test")
    run("strike", "甲", "--rule", "hawking", "--text", text, "--group", "g")
    again = run("check", text, "--member", "甲", "--group", "g", "--json").json
    assert again["again"] == {"minutes": 0, "notice": "", "strikes": 1}
    later = "2199-01-01T08:00:00"
    alike = run("check", f"{text}！", "--member", "乙", "--group", "g", "--at", later, "--json").json["alike"]
    assert (alike["percent"], alike["member"], alike["rules"], alike["outcome"]) == (
        100,
        "甲",
        ["hawking"],
        "confirmed",
    )
    out = run("check", text, "--member", "甲", "--group", "g", "--at", later).out
    assert "0 分钟前已经处理过：记了一次" in out
    assert "100 % 相同，当时按「叫卖」处理" in out


def test_check_tells_who_came_and_join_adds_them(run: Run, data_dir: Path):
    out = run("check", "-", stdin=JOIN)
    assert out.code == 0
    assert "新进群：乙、钱七-器械-上海\n由李四带进群" in out.out
    answer = run("check", "-", "--json", stdin=JOIN).json
    assert [each["name"] for each in answer["joins"]["new"]] == ["乙", "钱七-器械-上海"]
    assert run("roster", "list").out.strip() == "没有成员。"
    joined = run("roster", "join", "-", "--json", stdin=f"{TALK}\n\n{JOIN}").json
    assert [(each["name"], each["invited_by"]) for each in joined["added"]] == [
        ("乙", "李四"),
        ("钱七", "李四"),
    ]
    assert joined["text"].startswith("@乙、钱七 欢迎加入")
    assert run("roster", "show", "钱七", "--json").json["invited_by"] == "李四"
    assert "已在名单里：乙、钱七" in run("roster", "join", stdin=JOIN).out
    run("undo")
    run("undo")
    assert run("roster", "list", "--json").json == []


def test_text_without_join_lines_adds_nobody(run: Run, data_dir: Path):
    result = run("roster", "join", "-", stdin="大家好")
    assert (result.code, result.out) == (2, "")
    assert "进群" in result.err
    with Session.open(data_dir, write=False) as session:
        assert session.members() == []


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_a_very_long_message_in_a_conversation_says_what_was_not_read(run: Run, lang: str):
    result = run("check", "-", "--group", "test", stdin=told(("甲", "长" * 20_010), ("乙", "好")), lang=lang)
    assert result.code == 0
    assert "10" in result.out.splitlines()[-1]
