"""Notice files: strict front matter, the user's copies, restoring, broken files told and kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from moderator_app.core.errors import BadInput, NotSaved
from moderator_app.core.notices.notice import Notice
from moderator_app.core.notices.tokens import Filling, fill, find_tokens
from moderator_app.core.wording import Wording
from moderator_app.storage.notices import file_text, load_shelf, own_text, parse_notice, put_own_text
from moderator_app.storage.paths import notices_dir

GOOD = "---\nid: 甲告知\ntitle: 甲告知\nwhen: 用时\norder: 2\ncounts: true\n---\n您好，{群名}。\n"


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    shipped.mkdir()
    (shipped / "甲告知.md").write_text(GOOD, encoding="utf-8")
    return shipped, own


def test_a_notice_is_read_with_all_its_fields():
    notice = parse_notice(GOOD)
    assert notice == Notice(
        id="甲告知",
        title=Wording("甲告知"),
        when=Wording("用时"),
        text="您好，{群名}。",
        order=2,
        counts=True,
    )


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("您好", "notice.no-front-matter", 1),
        ("---\nid: a\n您好", "notice.front-matter-open", 3),
        ("---\nid: a\n---\n \n", "notice.empty", 3),
        ("---\ntitle: a\n---\n您好", "notice.no-id", 2),
        ("---\nid: a\ncolour: red\n---\n您好", "notice.unknown-key", 3),
        ("---\nid: a\norder: erste\n---\n您好", "notice.bad-order", 3),
        ("---\nid: a\ncounts: yes\n---\n您好", "notice.bad-counts", 3),
        ("---\nid: a\nid: b\n---\n您好", "yaml.twice", 3),
        ("---\nid：a\n---\n您好", "yaml.full-width-colon", 2),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, code: str, line: int):
    with pytest.raises(BadInput) as caught:
        parse_notice(text)
    assert (caught.value.reason.code, caught.value.reason.values["line"]) == (code, line)


def test_the_users_copy_stands_in_and_can_be_taken_back(folders: tuple[Path, Path]):
    shipped, own = folders
    shelf = load_shelf(shipped, own)
    mine = Notice(id="甲告知", title=Wording("甲告知"), when=Wording(""), text="我的\n---\n写法", order=2)
    put_own_text(own, shelf, mine.id, file_text(mine))
    shelf = load_shelf(shipped, own)
    assert [(n.id, n.text, n.edited) for n in shelf.notices] == [("甲告知", "我的\n---\n写法", True)]
    assert own_text(shelf, "甲告知") == file_text(mine)
    put_own_text(own, shelf, "甲告知", "")
    shelf = load_shelf(shipped, own)
    assert [(n.text, n.edited, n.counts) for n in shelf.notices] == [("您好，{群名}。", False, True)]
    assert own_text(shelf, "甲告知") == ""
    put_own_text(own, shelf, "甲告知", "")
    assert not list(own.iterdir())


def test_a_broken_copy_is_kept_told_and_replaced_by_the_shipped_one(folders: tuple[Path, Path]):
    shipped, own = folders
    own.mkdir()
    broken = own / "甲告知.md"
    broken.write_text("---\nid: 甲告知\ncounts: 是\n---\n我的", encoding="utf-8")
    shelf = load_shelf(shipped, own)
    assert [n.text for n in shelf.notices] == ["您好，{群名}。"]
    (problem,) = shelf.problems
    assert problem.code == "notice.replaced"
    assert problem.values["file"] == "甲告知.md"
    assert problem.values["line"] == 3
    assert problem.values["why"] == "notice.bad-counts"
    assert broken.exists()


def test_saving_over_a_broken_copy_does_not_lose_it(folders: tuple[Path, Path]):
    shipped, own = folders
    own.mkdir()
    (own / "甲告知.md").write_text("我自己写的，没有开头", encoding="utf-8")
    put_own_text(own, load_shelf(shipped, own), "甲告知", GOOD)
    assert (own / "甲告知.md").read_text(encoding="utf-8") == "我自己写的，没有开头"
    assert load_shelf(shipped, own).notices[0].edited


def test_two_files_for_one_notice_are_told(folders: tuple[Path, Path]):
    shipped, own = folders
    own.mkdir()
    (own / "一.md").write_text(GOOD.replace("您好", "一"), encoding="utf-8")
    (own / "二.md").write_text(GOOD.replace("您好", "二"), encoding="utf-8")
    shelf = load_shelf(shipped, own)
    assert len(shelf.notices) == 1
    assert [p.code for p in shelf.problems] == ["notice.twice"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_files_saved_by_windows_editors_are_read(folders: tuple[Path, Path], encoding: str):
    shipped, own = folders
    own.mkdir()
    (own / "甲.md").write_bytes(GOOD.replace("\n", "\r\n").encode(encoding))
    assert load_shelf(shipped, own).notices[0].text == "您好，{群名}。"


@pytest.mark.parametrize(
    "title", ["a/b\\c:d*e?", "CON", "..", ".x", "a" * 300, "- 一: 二 #三", "'引", "null", "1:30", "\t\n"]
)
def test_any_title_makes_a_file_that_is_read_back(tmp_path: Path, title: str):
    own = tmp_path / "own"
    notice = Notice(id=title.strip() or "x", title=Wording(title), when=Wording(""), text="正文", order=12)
    put_own_text(own, load_shelf(tmp_path / "none", own), notice.id, file_text(notice))
    (path,) = own.iterdir()
    shelf = load_shelf(tmp_path / "none", own)
    assert path.parent == own
    assert shelf.problems == ()
    assert [(n.id, n.text, n.order) for n in shelf.notices] == [(notice.id, "正文", 12)]


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    own = tmp_path / "file" / "own"
    with pytest.raises(NotSaved):
        put_own_text(own, load_shelf(tmp_path, tmp_path / "none"), "甲告知", GOOD)


def test_every_shipped_notice_reads_and_holds_only_known_tokens():
    shelf = load_shelf(notices_dir() / "yigongxie", notices_dir() / "none")
    assert shelf.problems == ()
    assert {notice.id for notice in shelf.notices} == {
        "叫卖告知",
        "群发信息告知",
        "叫卖告知 2",
        "支持者呼吁",
        "规范化呼吁",
        "模板表扬",
        "进群告知",
        "自由群里告知",
        "善意询问",
        "恢复告知",
        "群名片提醒",
        "移出告知",
    }
    for notice in shelf.notices:
        assert all(token.value for token in find_tokens(notice.text))
        for member in ("", "张三"):
            text = fill(notice.text, Filling(group="医工协群", member=member))
            assert "{" not in text
            assert "@ " not in text
            assert notice.title.en
            assert notice.when.en
