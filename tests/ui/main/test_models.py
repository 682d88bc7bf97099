"""The models behind lists: what a view asks of them, and how often."""

import sys
from types import FrameType

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from moderator_app.ui.main import models
from moderator_app.ui.main.models import ROW, RowsModel


def shown(desk: QtBot, rows: list[str]) -> tuple[QListView, RowsModel]:
    model = RowsModel(lambda row: row, lambda row: f"第 {row} 行")
    view = QListView()
    view.setUniformItemSizes(True)
    desk.addWidget(view)
    view.setModel(model)
    view.show()
    model.show_rows(rows)
    return view, model


def test_a_view_lays_out_many_rows_without_asking_for_each(qtbot):
    view, model = shown(qtbot, ["first"])
    asked = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal asked
        asked += event == "call" and frame.f_code.co_filename == models.__file__

    sys.setprofile(count)
    try:
        model.show_rows([str(number) for number in range(5000)])
        view.setCurrentIndex(model.index(0))
        view.doItemsLayout()
    finally:
        sys.setprofile(None)
    assert view.visualRect(model.index(4999)).top() > 5000, "the rows were laid out"
    assert asked < 200


def test_a_row_is_its_record_and_a_sentence_and_nobody_writes_in_it(qtbot):
    view, model = shown(qtbot, ["a", "b"])
    index = model.index(1)
    assert (index.data(ROW), index.data()) == ("b", "第 b 行")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "第 b 行"
    assert model.find("b") == index
    assert not model.find("c").isValid()
    assert index.flags() & Qt.ItemFlag.ItemIsEnabled
    assert index.flags() & Qt.ItemFlag.ItemIsSelectable
    assert not index.flags() & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled)
    assert model.rowCount() == 2
    assert model.rowCount(index) == 0
    assert model.data(QModelIndex()) is None
    model.show_rows(["c"])
    assert (model.rowCount(), view.model().index(0, 0).data(ROW)) == (1, "c")
