"""Groups, notices of the user's own, settings, rulebooks, and problems that are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from moderator_app.core.errors import BadInput, Busy, NotFound, Refused, UnknownToken
from moderator_app.session import Session, Settings
from moderator_app.session.settings import read_settings
from tests.session.conftest import Reopen


def test_an_empty_folder_is_ready_at_once(tmp_path: Path):
    with Session.open(tmp_path / "new") as session:
        assert [(group.id, group.rulebook) for group in session.groups()] == [("yigongxie", "yigongxie")]
        assert session.group.title.zh == "医工协群"
        assert session.rulebook().id == "yigongxie"
        session.strike_by_name("张三")
        assert [row.active for row in session.members()] == [1]


def test_a_second_writer_is_refused(session: Session, data_dir: Path):
    with pytest.raises(Busy):
        Session.open(data_dir)


def test_groups_are_added_chosen_and_kept_apart(session: Session, reopen: Reopen):
    session.add_group("h", "第二群", "yigongxie", linked_free_group="g")
    session.strike_by_name("张三", group="h")
    session = reopen()
    assert [group.id for group in session.groups()] == ["yigongxie", "g", "h"]
    assert session.group.id == "g"
    assert (session.members(), len(session.members("h"))) == ([], 1)
    session.set_setting("current_group", "h")
    assert session.group.linked_free_group == "g"


@pytest.mark.parametrize(
    ("group_id", "rulebook", "error"),
    [
        ("g", "test", Refused),
        ("G", "test", Refused),
        ("Con", "test", BadInput),
        ("lpt1", "test", BadInput),
        ("../x", "test", BadInput),
        ("-x", "test", BadInput),
        ("n", "none", NotFound),
    ],
)
def test_a_group_that_cannot_be_is_refused(
    session: Session, group_id: str, rulebook: str, error: type[Exception]
):
    with pytest.raises(error):
        session.add_group(group_id, "群", rulebook)
    assert len(session.groups()) == 2


def test_the_users_text_of_a_shipped_notice_and_back(tmp_path: Path):
    with Session.open(tmp_path / "d") as session:
        shipped = session.notice("叫卖告知").text
        session.save_notice("叫卖告知", "  我的写法 {称呼}\n")
        notice = session.notice("叫卖告知")
        assert (notice.text, notice.edited, notice.counts) == ("我的写法 {称呼}", True, True)
        assert session.notice("1").id == "叫卖告知"
        session.restore_notice("叫卖告知")
        assert session.notice("叫卖告知").text == shipped
        with pytest.raises(Refused):
            session.restore_notice("叫卖告知")


def test_a_new_notice_stands_last_and_counts_nothing(session: Session, reopen: Reopen):
    session.save_notice("节日说明", "不必专门祝贺。")
    notice = reopen().notices()[-1]
    assert (notice.id, notice.text, notice.counts, notice.edited) == (
        "节日说明",
        "不必专门祝贺。",
        False,
        True,
    )


def test_an_empty_notice_is_refused(session: Session):
    with pytest.raises(BadInput):
        session.save_notice("叫卖", " \n")
    assert "不叫卖" in session.notice("叫卖").text


def test_a_preview_fills_what_is_being_edited(session: Session):
    session.strike_by_name("张三")
    assert session.preview("@{称呼} 第几次：{第几次}", "张三") == "@张三 第几次：第 2 次"
    with pytest.raises(UnknownToken):
        session.preview("{错}")
    with pytest.raises(NotFound):
        session.notice("没有")


def test_a_broken_notice_and_a_broken_clause_are_told(session: Session, data_dir: Path, reopen: Reopen):
    (data_dir / "notices" / "test" / "坏.md").write_text("没有开头", encoding="utf-8")
    book = data_dir / "rulebooks" / "test.yaml"
    text = book.read_text(encoding="utf-8")
    book.write_text(text.replace("hit: [手套大量现货]", "hit: [下午开会]"), encoding="utf-8")
    session = reopen()
    session.check("你好")
    session.notices()
    codes = [problem.code for problem in session.problems]
    assert codes == ["rulebook.clause-off", "notice.replaced"]
    assert session.problems[0].values["clause"] == "hawking"


def test_a_rulebook_that_changes_is_read_again(session: Session, data_dir: Path):
    assert session.check("清仓处理").verdict.findings == ()
    book = data_dir / "rulebooks" / "test.yaml"
    book.write_text(book.read_text(encoding="utf-8").replace("工厂直供", "清仓处理"), encoding="utf-8")
    assert session.check("清仓处理").verdict.rules == ("hawking",)


def test_an_own_rulebook_that_cannot_be_read_gives_way_to_the_shipped_one(session: Session, data_dir: Path):
    (data_dir / "rulebooks" / "yigongxie.yaml").write_text("id：yigongxie\n", encoding="utf-8")
    assert session.rulebook("yigongxie").title.zh == "医工协群"
    problem = next(problem for problem in session.problems if problem.code == "rulebook.replaced")
    assert (problem.values["file"], problem.values["line"]) == ("yigongxie.yaml", 1)
    (data_dir / "rulebooks" / "mine.yaml").write_text("[", encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        session.rulebook("mine")
    assert caught.value.reason.code == "rulebook.unreadable"
    assert "mine" not in {info.id for info in session.rulebooks()}


def test_rulebooks_are_listed_the_users_own_first_of_the_same_name(session: Session):
    infos = {info.id: info for info in session.rulebooks()}
    assert infos["test"].own
    assert not infos["yigongxie"].own
    assert infos["test"].clauses == 2


def test_validating_and_running_examples_of_any_file(session: Session, data_dir: Path, tmp_path: Path):
    rulebook, problems = session.validate(data_dir / "rulebooks" / "test.yaml")
    assert (rulebook.id, problems) == ("test", ())
    (tmp_path / "bad.yaml").write_text("id：x", encoding="utf-8")
    with pytest.raises(BadInput):
        session.validate(tmp_path / "bad.yaml")
    with pytest.raises(BadInput) as caught:
        session.validate(tmp_path / "none.yaml")
    assert caught.value.reason.code == "rulebook.no-file"
    results = session.run_examples("test")
    assert [(result.text, result.expected_hit, result.passed) for result in results] == [
        ("手套大量现货", True, True),
        ("今天天气不错", False, True),
    ]


def test_settings_are_kept_and_checked(session: Session, reopen: Reopen):
    assert session.settings == Settings(current_group="g")
    session.set_setting("language", "en")
    session.set_setting("hotkey_paused", True)
    session = reopen()
    assert (session.setting("language"), session.setting("hotkey_paused")) == ("en", True)
    for name, value in [("language", "fr"), ("scale", 90), ("scale", "100"), ("scale", True), ("nope", 1)]:
        with pytest.raises(BadInput):
            session.set_setting(name, value)
    with pytest.raises(BadInput):
        session.setting("nope")
    with pytest.raises(NotFound):
        session.set_setting("current_group", "nowhere")


def test_bad_values_in_the_file_fall_back_to_the_defaults():
    stored = {"language": "xx", "scale": 400, "theme": ["dark"], "hotkey": "Alt+X", "old": 1}
    assert read_settings(stored) == Settings(hotkey="Alt+X")


def test_a_backup_made_by_hand_is_a_file(session: Session):
    session.add_member("张三")
    assert session.backup().stat().st_size > 0
