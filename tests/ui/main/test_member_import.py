"""导入名单: the preview, doubts decided with keys, one undo, cancelling, pasting, and what cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QProgressBar, QTableView, QWidget
from pytestqt.qtbot import QtBot

from moderator_app.core.roster.member import Status
from moderator_app.session import Session
from moderator_app.ui.main.import_dialog import ImportDialog
from tests.ui.main.conftest import CONTROL, Office

LIST = """昵称,群昵称,加入时间
张三,张三-医疗器械-上海,
王五,王五-耗材-苏州,2026-01-02
李明,,
吴九,吴九-影像设备-成都,2026-05-06
"""


@pytest.fixture
def known(session: Session) -> Session:
    """张三 as in the list, 王五 with another card, two 李明, and 孙七 of whom the list knows nothing."""
    for name, card in (
        ("张三", "张三-医疗器械-上海"),
        ("王五", "王五-耗材-杭州"),
        ("李明", "李明-采购-北京"),
        ("李明", "李明-销售-上海"),
        ("孙七", "孙七-信息科-南京"),
    ):
        session.add_member(name, card=card)
    return session


class Preview:
    """An open import dialog, as a test reads and works it."""

    def __init__(self, office: Office, dialog: ImportDialog) -> None:
        self.office, self.dialog = office, dialog

    def find(self, name: str, kind: type = QWidget) -> QWidget:
        found = self.dialog.findChild(kind, name)
        assert found is not None, name
        return found

    def tab(self, name: str) -> str:
        tab = self.find(f"tab-{name}")
        return tab.text() if not tab.isHidden() else ""

    @property
    def table(self) -> QTableView:
        return self.find("import-table", QTableView)

    def column(self, number: int) -> list[str]:
        model = self.table.model()
        return [model.index(row, number).data() for row in range(model.rowCount())]

    def press(self, key: Qt.Key) -> None:
        self.office.press(self.table, key)


@contextmanager
def importing(office: Office, qtbot: QtBot, source: Path | str) -> Iterator[Preview]:
    dialog = ImportDialog(office.session, source, office.window)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.findChild(QProgressBar, "import-progress").isVisibleTo(dialog))
    qtbot.waitUntil(lambda: dialog.findChild(QLabel, "import-head").text() != "正在读名单")
    yield Preview(office, dialog)
    dialog.close()


@pytest.fixture
def names(tmp_path: Path) -> Path:
    path = tmp_path / "名单.csv"
    path.write_text(LIST, encoding="gb18030")
    return path


def test_the_preview_counts_each_kind_and_writes_nothing(
    office: Office, known: Session, qtbot: QtBot, names: Path
):
    before = known.undoable()
    with importing(office, qtbot, names) as preview:
        shown = [preview.tab(name) for name in ("new", "changed", "same", "doubtful", "blocked")]
        assert shown == ["新 1", "有改动 1", "相同 1", "拿不准 1", ""]
        assert preview.find("import-head").text() == "名单.csv → 医工协群"
        assert preview.find("dialog-primary").text() == "确认导入 2 位"
        assert preview.find("import-waiting").text() == "还有 1 位没有选定，确认时会跳过。"
    after = known.undoable()
    assert before is not None
    assert after is not None
    assert before.action == after.action
    assert len(known.members()) == 5


def test_a_doubt_is_decided_with_a_digit_and_all_is_one_undo(
    office: Office, known: Session, qtbot: QtBot, names: Path
):
    office.show("members")
    with importing(office, qtbot, names) as preview:
        assert preview.find("tab-doubtful").isChecked()
        assert preview.column(0) == ["拿不准"]
        wanted = preview.find("import-choice-2").text()
        preview.press(Qt.Key.Key_2)
        assert preview.column(0) == ["是李明"]
        assert preview.find("dialog-primary").text() == "确认导入 3 位"
        preview.press(Qt.Key.Key_Return)
        assert preview.dialog.change is not None
    assert "李明" in wanted
    assert known.member("王五").card == "王五-耗材-苏州"
    assert known.member("吴九").card == "吴九-影像设备-成都"
    assert len(known.members()) == 6
    office.session.undo()
    assert known.member("王五").card == "王五-耗材-杭州"
    assert len(known.members()) == 5


@pytest.mark.parametrize("case", [(Qt.Key.Key_N, "新成员", 7), (Qt.Key.Key_S, "跳过", 6)])
def test_a_doubt_is_somebody_new_or_skipped(
    office: Office, known: Session, qtbot: QtBot, names: Path, case: tuple[Qt.Key, str, int]
):
    key, told, members = case
    with importing(office, qtbot, names) as preview:
        preview.press(key)
        assert preview.column(0) == [told]
        preview.press(Qt.Key.Key_Return)
    assert len(known.members()) == members


def test_two_rows_for_one_member_say_so_on_both(office: Office, known: Session, qtbot: QtBot):
    with importing(office, qtbot, "孙奇\n孙琪") as preview:
        preview.find("tab-doubtful").click()
        told = preview.table.model().columnCount() - 1
        first = preview.column(told)[0]
        preview.press(Qt.Key.Key_1)
        preview.table.selectRow(1)
        preview.press(Qt.Key.Key_1)
        assert "和第 2 行是同一位，叫法以这一行为准" in preview.column(told)[0]
        assert "和第 1 行是同一位，这里的叫法记作别名" in preview.column(told)[1]
        assert preview.find("import-waiting").text() == "有 2 行选成了同一位，合在一起记。"
        assert preview.find("dialog-primary").text() == "确认导入 1 位"
        preview.press(Qt.Key.Key_Return)
    assert "同一位" not in first
    assert known.member("孙七").aliases == ("孙奇", "孙琪")


def test_a_list_of_a_part_of_the_group_says_so_and_may_be_told_otherwise(
    office: Office, known: Session, qtbot: QtBot
):
    with importing(office, qtbot, "张三\n新来的") as preview:
        assert preview.find("import-part").text().startswith("名单里只有群里 5 位中的 1 位")
        assert preview.tab("gone") == ""
        preview.find("import-whole").click()
        qtbot.waitUntil(lambda: preview.tab("gone") != "")
        assert preview.tab("gone") == "已不在名单里 4"
        assert preview.find("import-part").isHidden()


def test_the_arrow_keys_walk_along_the_kinds(office: Office, known: Session, qtbot: QtBot, names: Path):
    with importing(office, qtbot, names) as preview:
        office.press(preview.dialog, Qt.Key.Key_Left)
        assert preview.find("tab-same").isChecked()
        office.press(preview.dialog, Qt.Key.Key_Left)
        assert preview.find("tab-changed").isChecked()
        assert preview.column(1) == ["王五"]
        assert "王五-耗材-杭州 → 王五-耗材-苏州" in preview.column(4)[0]


def test_another_column_is_chosen_in_the_heading(office: Office, known: Session, qtbot: QtBot, names: Path):
    with importing(office, qtbot, names) as preview:
        combo = preview.find("import-column-1", QComboBox)
        assert combo.currentText() == "群名片"
        combo.setCurrentIndex(0)
        combo.activated.emit(0)
        assert preview.tab("changed") == "有改动 1"  # only the day of joining is left
        assert "群名片" not in preview.column(4)[0]


def test_whoever_the_list_no_longer_names_may_be_told_to_have_left(
    office: Office, known: Session, qtbot: QtBot
):
    cards = ("张三-医疗器械-上海", "王五-耗材-杭州", "李明-采购-北京", "李明-销售-上海")
    whole = "\n".join(["姓名,群名片", *(f"{card[:2]},{card}" for card in cards)])
    with importing(office, qtbot, whole) as preview:
        assert preview.tab("gone") == "已不在名单里 1"
        assert preview.find("tab-gone").isChecked()
        assert preview.column(0) == ["留下"]
        assert not preview.find("dialog-primary").isEnabled()
        preview.press(Qt.Key.Key_L)
        assert preview.column(0) == ["已退群"]
        preview.press(Qt.Key.Key_Return)
    assert known.member("孙七").status is Status.LEFT


def test_cancelling_leaves_everything_as_it_was(
    office: Office, known: Session, qtbot: QtBot, names: Path, monkeypatch: pytest.MonkeyPatch
):
    with importing(office, qtbot, names) as preview:
        work = known.people.import_members

        def slow(*given: object, progress: Callable[[int, int], bool], **named: object) -> object:
            office.press(preview.dialog, Qt.Key.Key_Escape)  # while it runs
            return work(*given, progress=progress, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(known.people, "import_members", slow)
        preview.press(Qt.Key.Key_Return)
        assert preview.dialog.change is None
        assert preview.dialog.isVisible()
        assert preview.find("dialog-error").text()
    assert len(known.members()) == 5
    assert known.member("王五").card == "王五-耗材-杭州"


def test_what_cannot_be_read_is_said_in_a_sentence(
    office: Office, known: Session, qtbot: QtBot, tmp_path: Path
):
    broken = tmp_path / "名单.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    with importing(office, qtbot, broken) as preview:
        assert preview.find("import-head").text() == "这份名单读不了"
        assert not preview.find("import-whole").isVisible()
        assert preview.find("dialog-error").text().endswith("。")
        assert not preview.find("dialog-primary").isEnabled()


def answered(office: Office, do: Callable[[], object]) -> list[str]:
    """Do something that opens the preview, confirm it there, and tell what went wrong."""

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, ImportDialog)
        QApplication.processEvents()
        office.wait(lambda: dialog.findChild(QLabel, "import-head").text() != "正在读名单")
        dialog.confirm()
        assert dialog.change is not None, dialog.findChild(QLabel, "dialog-error").text()

    wrong = office.answering(answer)
    do()
    return wrong


def test_copied_names_are_pasted_on_the_page(office: Office, session: Session):
    office.show("members")
    QApplication.clipboard().setText("甲方\n乙方\n丙方")
    rows = office.find("members-list")
    rows.setFocus()
    assert answered(office, lambda: office.press(rows, Qt.Key.Key_V, CONTROL)) == []
    assert {row.member.name for row in session.members()} == {"甲方", "乙方", "丙方"}
    assert "导入" in office.toasts.shown[-1].title.text()


def test_in_a_field_ctrl_v_pastes_into_the_field(office: Office, session: Session):
    office.show("members")
    QApplication.clipboard().setText("甲方")
    field = office.find("members-search")
    field.setFocus()
    office.press(field, Qt.Key.Key_V, CONTROL)
    assert field.text() == "甲方"
    assert session.members() == []


def test_a_file_dropped_on_the_page_is_read(office: Office, session: Session, names: Path, qtbot: QtBot):
    page = office.show("members")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(names))])
    action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    page.dropEvent(QDropEvent(QPointF(5, 5), action, data, buttons, Qt.KeyboardModifier.NoModifier))
    assert session.members() == []  # whoever dropped it is not kept waiting
    assert answered(office, QApplication.processEvents) == []
    assert len(session.members()) == 4


def test_the_list_is_exported_where_one_says(
    office: Office, known: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    page = office.show("members")
    chosen = (str(tmp_path / "全部"), "CSV 表格 (*.csv)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    page._foot.export.trigger()  # type: ignore[attr-defined]  # the action in the ⋯ menu of the list
    written = (tmp_path / "全部.csv").read_text(encoding="utf-8-sig")
    assert "王五-耗材-杭州" in written
    assert office.toasts.shown[-1].title.text() == "名单已导出"


def test_the_name_that_is_suggested_for_it_is_one_that_every_system_takes(
    office: Office, known: Session, monkeypatch: pytest.MonkeyPatch
):
    known.edit_group(known.group.id, title="甲/乙: 群?")
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (asked.append(given[2]), ("", ""))[1])
    office.show("members")._foot.export.trigger()  # type: ignore[attr-defined]
    assert Path(asked[0]).name == "甲_乙_ 群_.xlsx"
