"""Another moderator's bundle: shown before anything is written, twins and conflicts told by keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from moderator_app.session import Session
from moderator_app.ui.main.merge_conflicts import ConflictDialog
from moderator_app.ui.main.merge_dialog import MergeDialog
from moderator_app.ui.main.merge_section import MergeSection
from moderator_app.ui.main.stats_bars import Bars
from tests.ui.main.conftest import AD, CONTROL, Office


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Session]:
    """Another moderator's installation, later on the same day."""
    clock = [datetime(2026, 11, 21, 18, 0)]

    def now() -> datetime:
        clock[0] += timedelta(seconds=1)
        return clock[0]

    opened = Session.open(tmp_path / "other", now=now)
    opened.set_setting("moderator", "王管")
    yield opened
    opened.close()


@pytest.fixture
def bundle(other: Session, tmp_path: Path) -> Path:
    """张三, whom we have too with the same card, struck there; and 郑十, whom we have not."""
    other.add_member("张三", card="张三-医疗器械-上海")
    other.add_member("郑十", card="郑十-物流-广州")
    other.strike(other.check(AD, member="张三"), "叫卖告知")
    return other.exchange.bundle(tmp_path / "王管.zip")


def opened(office: Office, path: Path) -> MergeDialog:
    office.show("settings")
    dialog = MergeDialog(office.services, path, office.window)
    dialog.show()
    office.wait(lambda: not dialog._busy.working)
    return dialog


def part(dialog: MergeDialog, name: str) -> object:
    found = dialog.findChild(object, name)
    assert found is not None, name
    return found


def test_a_bundle_is_shown_and_nothing_is_written(office: Office, peopled: Session, bundle: Path) -> None:
    before = len(peopled.log.search(limit=100))
    dialog = opened(office, bundle)
    assert "王管" in part(dialog, "merge-head").text()  # type: ignore[attr-defined]
    assert "医工协群：新 4 条" in part(dialog, "merge-groups").text()  # type: ignore[attr-defined]
    kinds = dialog.findChild(Bars, "merge-kinds")
    assert kinds is not None
    assert {row.name: row.count for row in kinds.rows} == {"加入名单": 2, "记次": 1, "告知": 1}
    dialog.reject()
    assert len(peopled.log.search(limit=100)) == before
    assert "郑十" not in [row.member.name for row in peopled.members()]


def test_a_twin_told_to_be_one_person_counts_together(office: Office, peopled: Session, bundle: Path) -> None:
    dialog = opened(office, bundle)
    office.press(dialog._twins, Qt.Key.Key_Y)
    office.press(dialog, Qt.Key.Key_Return, CONTROL)
    office.wait(lambda: not dialog.isVisible())
    names = [row.member.name for row in peopled.members()]
    assert sorted(names) == ["孙七", "张三", "王五", "赵六", "郑十"]
    assert peopled.row(office.member("张三")).active == 2
    assert "合并前" in [backup.label for backup in peopled.upkeep.backups()]


def test_a_twin_that_nobody_spoke_of_stays_two(office: Office, peopled: Session, bundle: Path) -> None:
    dialog = opened(office, bundle)
    dialog.merge()
    office.wait(lambda: not dialog.isVisible())
    found = [row for row in peopled.members() if row.member.name == "张三"]
    assert sorted(row.active for row in found) == [1, 1]


def test_all_twins_are_told_at_once(office: Office, peopled: Session, bundle: Path) -> None:
    dialog = opened(office, bundle)
    part(dialog, "merge-all-same").click()  # type: ignore[attr-defined]
    dialog.merge()
    office.wait(lambda: not dialog.isVisible())
    assert len([row for row in peopled.members() if row.member.name == "张三"]) == 1


def test_the_same_bundle_again_has_nothing_new(office: Office, peopled: Session, bundle: Path) -> None:
    peopled.exchange.merge(peopled.exchange.read_bundle(bundle))
    dialog = opened(office, bundle)
    assert not part(dialog, "merge-primary").isEnabled()  # type: ignore[attr-defined]
    assert part(dialog, "merge-said").text() == "这个文件里的，这里都已经有了。"  # type: ignore[attr-defined]


def test_a_file_that_is_no_bundle_is_told(office: Office, peopled: Session, tmp_path: Path) -> None:
    wrong = tmp_path / "x.zip"
    wrong.write_bytes(b"PK nothing")
    dialog = opened(office, wrong)
    assert part(dialog, "merge-said").text()  # type: ignore[attr-defined]
    assert not part(dialog, "merge-primary").isEnabled()  # type: ignore[attr-defined]


@pytest.fixture
def erased(peopled: Session, other: Session, tmp_path: Path) -> Path:
    """They deleted 孙七 and 王五 on request, whom we both knew."""
    first = peopled.exchange.bundle(tmp_path / "first.zip")
    other.exchange.merge(other.exchange.read_bundle(first))
    for name in ("孙七", "王五"):
        other.upkeep.erase(other.member(name).id)
    return other.exchange.bundle(tmp_path / "second.zip")


def test_who_was_deleted_there_is_asked_about_and_deleted_unless_kept(
    office: Office, peopled: Session, erased: Path
) -> None:
    dialog = opened(office, erased)
    assert part(dialog, "tab-merge-erased").text() == "对方已删除 2"  # type: ignore[attr-defined]
    button = part(dialog, "merge-primary")
    assert button.text() == "合并，并删除 2 位的资料"  # type: ignore[attr-defined]
    row = next(n for n in (0, 1) if "王五" in str(dialog._erased.rows.index(n).data()))
    dialog._erased.setCurrentIndex(dialog._erased.rows.index(row))
    office.press(dialog._erased, Qt.Key.Key_N)
    assert "这里保留" in str(dialog._erased.rows.index(row).data())
    assert button.text() == "合并，并删除 1 位的资料"  # type: ignore[attr-defined]
    office.press(dialog, Qt.Key.Key_Return, CONTROL)
    office.wait(lambda: not dialog.isVisible())
    names = [row.member.name for row in peopled.members()]
    assert "王五" in names and "孙七" not in names


def test_where_nobody_was_deleted_nothing_is_asked(office: Office, peopled: Session, bundle: Path) -> None:
    dialog = opened(office, bundle)
    assert not part(dialog, "tab-merge-erased").isVisible()  # type: ignore[attr-defined]
    assert part(dialog, "merge-primary").text() == "合并"  # type: ignore[attr-defined]


@pytest.fixture
def torn(peopled: Session, other: Session, tmp_path: Path) -> Path:
    """Both set 孙七's card differently, from the same earlier one."""
    first = peopled.exchange.bundle(tmp_path / "first.zip")
    other.exchange.merge(other.exchange.read_bundle(first))
    peopled.edit_member(peopled.member("孙七").id, card="孙七-设备科-南京")
    other.edit_member(other.member("孙七").id, card="孙七-信息科-苏州")
    return other.exchange.bundle(tmp_path / "second.zip")


def test_a_conflict_is_settled_with_the_merge(office: Office, peopled: Session, torn: Path) -> None:
    dialog = opened(office, torn)
    assert dialog._conflicts.rows.rowCount() == 1
    spoken = str(dialog._conflicts.rows.index(0).data())
    assert "孙七-设备科-南京（李管）" in spoken and "孙七-信息科-苏州（王管）" in spoken
    office.press(dialog._conflicts, Qt.Key.Key_1)
    dialog.merge()
    office.wait(lambda: not dialog.isVisible())
    assert peopled.member("孙七").card == "孙七-设备科-南京"
    assert peopled.exchange.conflicts() == ()


def test_a_conflict_that_was_left_open_is_asked_in_the_settings(
    office: Office, peopled: Session, torn: Path
) -> None:
    dialog = opened(office, torn)
    dialog.merge()
    office.wait(lambda: not dialog.isVisible())
    section = office.find("merge-section", MergeSection)
    section.refresh()
    assert office.find("conflicts-open").text() == "选定两边改得不同的 1 处…"
    question = ConflictDialog(office.services, office.window)
    question.show()
    office.press(question._rows, Qt.Key.Key_2)
    office.press(question, Qt.Key.Key_Return)
    assert peopled.member("孙七").card == "孙七-信息科-苏州"
    section.refresh()
    assert not office.find("conflicts-open").isVisible()


def test_a_bundle_is_written_and_a_dropped_one_is_read(
    office: Office, peopled: Session, bundle: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office.show("settings")
    target = tmp_path / "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    office.click("bundle-make")
    office.wait((tmp_path / "mine.zip").exists)
    section, read = office.find("merge-section", MergeSection), []
    monkeypatch.setattr(section, "merge", read.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(bundle))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    section.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    assert read == [bundle]


def test_everything_goes_into_an_empty_installation(
    office: Office, peopled: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office.show("settings")
    target = tmp_path / "all.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    office.click("export-all")
    office.wait(target.exists)
    office.wait(lambda: not office.find("merge-section", MergeSection)._busy.working)
    office.click("import-all")
    office.wait(lambda: office.find("exchange-said").text() not in ("", "正在导入…"))
    assert office.find("exchange-said").isVisible()
    with Session.open(tmp_path / "fresh") as fresh:
        fresh.exchange.import_all(target)
        assert [row.member.name for row in fresh.members()] == [row.member.name for row in peopled.members()]


def test_left_and_right_walk_along_the_parts(office: Office, peopled: Session, bundle: Path) -> None:
    dialog = opened(office, bundle)
    assert dialog._tabs.current == "merge-twins"
    office.press(dialog._twins, Qt.Key.Key_Right)
    assert dialog._tabs.current == "merge-conflicts"
    assert dialog._conflicts.hasFocus()
    for expected in ("merge-twins", "merge-new"):  # what is not offered is passed over
        office.press(dialog, Qt.Key.Key_Left)
        assert dialog._tabs.current == expected
