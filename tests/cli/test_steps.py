"""Steps, consent, the blocklist, appeals, reports, fines, tasks: each command on a real folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from moderator_app.session import Session
from tests.cli.conftest import Run
from tests.system.drawn_codes import noise

PEOPLE = ("张三", "李四", "王五", "赵六", "钱七")


@pytest.fixture
def group(run: Run, data_dir: Path) -> Run:
    """A group in which a removal wants two moderators or the owner."""
    with Session.open(data_dir) as session:
        session.set_setting("moderator", "老李")
        session.add_group("同乡", "同乡", "hometown")
        session.choose_group("同乡")
        for name in PEOPLE:
            session.add_member(name)
    return run


def status(run: Run, name: str) -> str:
    return run("roster", "show", name, "--json").json["status"]


def strikes(run: Run, name: str) -> int:
    return run("roster", "show", name, "--json").json["strikes"]


# ---- steps and consent


def test_a_removal_is_proposed_agreed_to_and_carried_out(group: Run):
    proposed = group("step", "remove", "张三", "--why", "屡次打广告", "--json").json
    assert proposed["did"] == "did.proposed"
    assert proposed["pending"][0]["agreed"] == ["老李"]
    assert status(group, "张三") == "active"
    assert "还要 1 位管理员" in group("pending").out
    early = group("carry-out", "张三")
    assert (early.code, early.out) == (2, "")
    assert "还没有得到足够的同意" in early.err
    assert group("approve", "张三").code == 2  # who proposed has agreed already
    assert group("approve", proposed["id"][:6], "--as", "老王", "--json").json["pending"][0]["ready"] is True
    done = group("carry-out", "张三", "--json").json
    assert done["did"] == "did.carried-out"
    assert done["notice"] in {row["id"] for row in group("notice", "list", "--json").json}
    assert status(group, "张三") == "removed"
    assert group("pending", "--json").json == []
    assert group("undo").code == 0
    assert status(group, "张三") == "active"


def test_the_owner_alone_decides(group: Run):
    assert group("group", "edit", "同乡", "--owner", "老李").code == 0
    assert group("step", "remove", "张三", "--json").json["did"] == "did.carried-out"
    assert status(group, "张三") == "removed"


def test_more_than_three_at_once_need_the_owner(group: Run):
    group("group", "edit", "同乡", "--owner", "老周")
    rows = group("step", "remove", *PEOPLE[:4], "--json").json["pending"]
    assert [row["owner_needed"] for row in rows] == [True] * 4
    for name in PEOPLE[:4]:
        assert group("approve", name, "--as", "老王").code == 0
    assert group("carry-out", *PEOPLE[:4]).code == 2
    for name in PEOPLE[:4]:
        assert group("approve", name, "--as", "老周").code == 0
    assert group("carry-out", *PEOPLE[:4]).code == 0
    assert [status(group, name) for name in PEOPLE] == ["removed"] * 4 + ["active"]


def test_a_declined_removal_is_over(group: Run):
    group("step", "remove", "张三")
    assert group("decline", "张三").code == 2  # --why is missing
    assert group("decline", "张三", "--why", "先谈谈", "--as", "老王").code == 0
    assert group("pending", "--json").json == []
    assert group("approve", "张三", "--as", "老王").code == 2


def test_nobody_without_a_name_agrees(group: Run):
    group("setting", "set", "moderator", "")
    group("step", "remove", "张三")
    refused = group("approve", "张三")
    assert refused.code == 2
    assert "您的名字" in refused.err
    assert group("approve", "张三", "--as", "老王").code == 0


def test_suspended_for_some_days_and_back(group: Run):
    assert group("step", "suspend", "张三", "--days", "3", "--why", "争吵").code == 0
    shown = group("roster", "show", "张三", "--json").json
    assert (shown["status"], shown["suspended_until"] is None) == ("suspended", False)
    assert group("step", "suspend", "张三", "--days", "-1").code == 2
    assert group("step", "suspend", "张三", "--days", "x").code == 2
    group("strike", "张三")
    back = group("step", "restore", "张三", "--why", "说好了", "--json").json
    assert back["did"] == "did.back"
    assert (status(group, "张三"), strikes(group, "张三")) == ("active", 1)
    assert group("step", "restore", "张三").code == 2


def test_moved_to_the_linked_free_group_and_back(group: Run):
    group("group", "add", "自由", "--rulebook", "hometown")
    assert group("group", "edit", "同乡", "--free-group", "自由").code == 0
    assert group("step", "move", "张三").code == 0
    assert status(group, "张三") == "free-group"
    assert [row["name"] for row in group("roster", "list", "--group", "自由", "--json").json] == ["张三"]
    assert group("step", "restore", "张三").code == 0
    assert group("roster", "show", "张三", "--group", "自由", "--json").json["status"] == "left"


@pytest.mark.parametrize("step", ["remind", "warn", "apologise"])
def test_steps_that_are_only_said_are_on_record(group: Run, step: str):
    assert group("step", step, "张三", "--why", "插队发言").code == 0
    assert status(group, "张三") == "active"
    assert group("log", "插队发言", "--json").json[0]["kind"] == "carried-out"


@pytest.mark.parametrize(
    "argv",
    [
        ("step", "remove", "没有这人"),
        ("step", "move", "没有这人"),
        ("step", "restore", "没有这人"),
        ("step", "fly", "张三"),
        ("approve", "没有这人", "--as", "甲"),
        ("carry-out", "没有这人"),
        ("block", "没有这人", "--why", "x"),
        ("unblock", "没有这人"),
        ("fine", "add", "没有这人", "5 元"),
        ("fine", "paid", "没有这人"),
        ("task", "done", "没有这人"),
        ("task", "add", "张三", "--text", "报名", "--until", "明天"),
        ("task", "add", "张三", "--text", "报名"),
        ("appeal", "没有这人", "冤枉"),
        ("uphold", "张三", "--why", "x"),
        ("report", "张三"),
        ("report", "张三", "--picture", "没有.png"),
        ("report-close", "张三", "--why", "x"),
        ("leave", "张三", "--until", "下周"),
        ("leave", "张三"),
        ("leave", "张三", "--until", "2999-01-01"),
        ("task", "add", "张三", "--text", "报名", "--until", "2999-01-01"),
        ("met", "张三", "--day", "1899-12-31"),
        ("roster", "edit", "张三", "--joined", "9999-12-31"),
        ("met", "张三", "--day", "2026-13-01"),
        ("group", "edit", "同乡", "--hours", "晚上"),
        ("group", "edit", "同乡"),
        ("group", "edit", "没有", "--title", "x"),
        ("setting", "set", "没有", "x"),
        ("setting", "set", "scale", "很大"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence_and_changes_nothing(group: Run, argv: tuple[str, ...]):
    before = group("log", "--json").json
    refused = group(*argv)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.strip()
    assert group("log", "--json").json == before


# ---- the blocklist


def test_blocked_for_every_group_and_warned_of(group: Run):
    assert group("block", "张三", "--why", "骗子").code == 0
    (row,) = group("blocked", "--json").json
    assert (row["member"], row["why"]) == ("张三", "骗子")
    group("group", "add", "另一群", "--rulebook", "chamber")
    added = group("roster", "add", "张三", "--group", "另一群")
    assert added.code == 0
    assert "黑名单" in added.out
    assert group("unblock", "张三").code == 0
    assert group("blocked", "--json").json == []


# ---- appeals and reports


def test_an_appeal_is_heard_and_decided_with_a_reason(group: Run):
    struck = group("strike", "张三", "--rule", "ads", "--json").json
    assert group("appeal", "张三", "-", stdin="是别人先问的").code == 0
    (row,) = group("appeals", "--json").json
    assert (row["strike"], row["text"], row["state"]) == (struck["id"], "是别人先问的", "open")
    assert group("appeal", "张三", "再说一遍").code == 2
    assert group("uphold", struck["id"][:8], "--why", "没有人问").code == 0
    assert group("appeals", "--json").json == []
    assert group("appeals", "--all", "--json").json[0]["why"] == "没有人问"
    assert group("undo").code == 0
    assert group("void", "张三", "--why", "查了,确实有人问").code == 0
    assert group("appeals", "--all", "--json").json[0]["state"] == "voided"
    assert strikes(group, "张三") == 0


def test_a_name_with_two_strikes_asks_for_the_id(group: Run):
    group("strike", "张三")
    second = group("strike", "张三", "--json").json["id"]
    refused = group("appeal", "张三", "冤枉")
    assert refused.code == 2
    assert "2" in refused.err
    assert group("appeal", second, "冤枉").code == 0


def test_who_reported_is_told_by_reports_alone(group: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert noise(40, 30).save(str(tmp_path / "截图.png"))
    told = group("report", "张三", "--text", "加人推销", "--picture", "截图.png", "--by", "匿名的邻居")
    assert told.code == 0
    assert "匿名的邻居" not in told.out
    (row,) = group("reports", "--json").json
    assert (row["reporter"], row["open"], Path(row["pictures"][0]).is_file()) == ("匿名的邻居", True, True)
    for argv in (("log",), ("roster", "show", "张三"), ("todo",), ("diagnostics",)):
        assert "匿名的邻居" not in group(*argv, "--json").out
    for file in ("全部.json", "记录.csv", "记录.xlsx", "发给他.zip"):
        command = "bundle" if file.endswith(".zip") else "export"
        assert group(command, file).code == 0
        assert "匿名的邻居".encode() not in (tmp_path / file).read_bytes()
    assert group("report-close", "张三", "--why", "已提醒").code == 0
    assert group("reports", "--json").json == []
    assert group("reports", "--all", "--json").json[0]["outcome"] == "已提醒"


def test_a_report_that_names_its_reporter_is_warned_of(group: Run):
    told = group("report", "张三", "--text", "我是李四，张三骂人", "--by", "李四")
    assert "李四" in told.out
    assert "导出时会涂去" in told.out


# ---- fines and tasks


def test_fines_and_red_packets_are_only_recorded(group: Run):
    assert group("fine", "add", "张三", "50 元", "--why", "迟到").code == 0
    assert group("fine", "add", "李四", "20 元", "--packet").code == 0
    assert [(row["member"], row["packet"]) for row in group("fine", "list", "--json").json] == [
        ("李四", True),
        ("张三", False),
    ]
    assert group("fine", "paid", "张三").code == 0
    assert group("fine", "paid", "张三").code == 2
    assert [row["member"] for row in group("fine", "list", "--json").json] == ["李四"]
    assert len(group("fine", "list", "--all", "--json").json) == 2


def test_tasks_are_due_late_and_answered(group: Run):
    assert group("task", "add", "张三", "李四", "--text", "交表", "--until", "2020-01-01T10:00").code == 0
    assert group("task", "add", "王五", "--text", "报名", "--until", "2199-01-01").code == 0
    rows = {row["member"]: row for row in group("task", "list", "--json").json}
    assert {name: row["state"] for name, row in rows.items()} == {
        "张三": "late",
        "李四": "late",
        "王五": "open",
    }
    assert rows["王五"]["until"] == "2199-01-01T23:59"
    assert group("todo", "--json").json["tasks"][0]["member"] in ("张三", "李四")
    assert group("task", "done", "张三").code == 0
    assert {row["member"] for row in group("task", "list", "--json").json} == {"李四", "王五"}


# ---- members kept in order


def test_name_cards_are_listed_and_reminded_of_with_all_names(group: Run):
    rows = group("namecards", "--json").json
    assert {row["member"] for row in rows} == set(PEOPLE)
    reminder = group("namecards", "--remind", "--json").json
    assert all(name in reminder["text"] for name in PEOPLE)
    assert all(len(row["reminded"]) == 1 for row in group("namecards", "--json").json)
    assert group("undo").code == 0
    assert all(row["reminded"] == [] for row in group("namecards", "--json").json)
    for name in PEOPLE:
        assert group("roster", "edit", name, "--card", f"{name}★木工").code == 0
    assert group("namecards", "--remind").out == "没有。\n"


def test_the_silent_are_listed_and_those_on_leave_are_not(group: Run, tmp_path: Path):
    file = tmp_path / "名单.csv"
    file.write_text(
        "姓名,入群日期,最后发言\n孙八,2020-01-01,2020-02-01\n周九,2020-01-01,2020-02-01\n", encoding="utf-8"
    )
    assert group("roster", "import", str(file)).code == 0
    silent = {row["member"] for row in group("silent", "--json").json if row["absence"] == "silent"}
    assert silent == {"孙八", "周九"}
    assert group("leave", "周九", "--until", "2199-01-01", "--why", "出国").code == 0
    silent = {row["member"] for row in group("silent", "--json").json if row["absence"] == "silent"}
    assert silent == {"孙八"}
    assert "孙八" in group("silent", "--remind").out
    assert "提醒过 1 次" in group("silent").out
    assert group("leave", "周九", "--end").code == 0
    assert "周九" in group("silent").out


def test_who_came_to_a_meetup_is_kept(group: Run):
    assert group("met", "张三", "李四", "--day", "2026-02-14").code == 0
    assert group("roster", "show", "张三", "--json").json["met"] == "2026-02-14"
    assert group("met", "张三", "--day", "2026-02-14").code == 2


def test_todo_names_the_command_that_shows_each(group: Run):
    group("step", "remove", "张三")
    group("report", "李四", "--text", "骂人")
    told = group("todo").out
    assert "（pending）" in told
    assert "（reports）" in told
    value = group("todo", "--json").json
    assert value["pending"][0]["member"] == "张三"
    assert value["count"] >= 2


def test_a_strike_says_which_step_follows_and_how_to_take_it(run: Run, data_dir: Path):
    with Session.open(data_dir) as session:
        session.add_group("g", "试验群", "test")
        session.choose_group("g")
    assert run("strike", "张三", "--rule", "hawking", "--json").json["following"] is None
    second = run("strike", "张三", "--rule", "hawking")
    told, following = second.out.splitlines()
    assert "第 2 次" in told
    words = following.split("：")[1].split()
    assert words[:3] == ["step", "move", "张三"]
    assert run(*words).code == 0
    assert status(run, "张三") == "free-group"


def test_a_check_and_a_join_warn_of_the_blocked(group: Run):
    group("block", "张三", "--why", "骗子")
    for argv in (("check", "大家好", "--member", "张三三丰"), ("check", "大家好", "--member", "张 三")):
        group(*argv)
    value = group("check", "大家好", "--member", "张三", "--json").json
    assert "骗子" in "".join(value.get("alarms", []))
    joined = group("roster", "join", '"李四"邀请"张三"加入了群聊', "--json")
    assert "骗子" in "".join(joined.json["alarms"])


@pytest.mark.parametrize("command", [("log",), ("conflicts",), ("pending",), ("export", "记录.csv")])
def test_a_group_that_there_is_not_is_told(group: Run, tmp_path: Path, monkeypatch, command: tuple[str, ...]):
    monkeypatch.chdir(tmp_path)
    refused = group(*command, "--group", "没有这群")
    assert (refused.code, refused.out) == (2, "")
    assert "没有这群" in refused.err
