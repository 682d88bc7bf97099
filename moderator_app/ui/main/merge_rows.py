"""What a merge asks about: people who may be one, and fields that both sides changed, each told by a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.sentences.ledger import field_text, value_text
from moderator_app.session import Conflict, Erasure, Twin
from moderator_app.ui.main.delegates import RowDelegate, RowFace
from moderator_app.ui.main.lists import RowList
from moderator_app.ui.main.models import ROW, RowsModel

Title = Callable[[str], str]
"""A group's title by its id."""


class _Answered(RowList):
    """Rows that keys answer: `answered` tells the row and which of the two answers was given."""

    answered = Signal(int, bool)

    def __init__(
        self, name: str, keys: dict[Qt.Key, bool], face: Callable[[object], RowFace], key: Callable[..., str]
    ) -> None:
        super().__init__(name)
        self._keys = keys
        self._delegate = RowDelegate(face)
        self.rows = RowsModel(key, lambda row: _spoken(face(row)))
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A key answers the row and goes on to the next."""
        first = self._keys.get(Qt.Key(event.key()))
        if first is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif self.currentIndex().isValid():
            self.answer(first)

    def answer(self, first: bool) -> None:
        """Answer the current row, and go on to the next."""
        number = self.currentIndex().row()
        self.answered.emit(number, first)
        self.viewport().update()
        if number + 1 < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(number + 1))


def _spoken(face: RowFace) -> str:
    return translate("Merge", "，").join(part for part in (face.title, face.detail, face.right) if part)


class TwinRows(_Answered):
    """Y: one person; N: two. Nobody is taken for one person unless told so."""

    def __init__(self, title: Title, parent: QWidget | None = None) -> None:
        keys = {Qt.Key.Key_Y: True, Qt.Key.Key_N: False}
        super().__init__(
            translate("Merge", "可能是同一人"), keys, self._face, lambda twin: str(twin.theirs.id)
        )
        self.setParent(parent)
        self.setObjectName("merge-twins")
        self._title = title
        self.same: dict[str, bool] = {}
        self.answered.connect(self._answer)

    def show_twins(self, twins: Sequence[Twin]) -> None:
        """Ask about these."""
        self.same.clear()
        self.rows.show_rows(twins)
        self.setCurrentIndex(self.rows.index(0))

    def all_same(self) -> None:
        """Every one of them is one person."""
        for number in range(self.rows.rowCount()):
            self._answer(number, True)
        self.viewport().update()

    def _answer(self, number: int, same: bool) -> None:
        twin: Twin = self.rows.index(number).data(ROW)
        self.same[twin.theirs.id] = same

    def told_same(self) -> tuple[str, ...]:
        """The ids of those who were told to be one person with ours."""
        return tuple(member for member, same in self.same.items() if same)

    def _face(self, twin: object) -> RowFace:
        if not isinstance(twin, Twin):
            return RowFace(title="")
        told = self.same.get(twin.theirs.id)
        right = {
            True: translate("Merge", "同一人"),
            False: translate("Merge", "两个人"),
            None: translate("Merge", "没有说，各算各的"),
        }[told]
        level = {True: Level.OK, None: Level.UNSURE}.get(told)
        detail = translate(
            "Merge",
            "{group} · {card}",
            group=self._title(twin.ours.group),
            card=twin.ours.card or translate("Merge", "没有名片"),
        )
        return RowFace(title=twin.ours.name, detail=detail, right=right, level=level, indent=level is None)


class ErasedRows(_Answered):
    """Y: deleted here too, as it is unless told otherwise; N: kept, and asked about again next time."""

    def __init__(self, title: Title, parent: QWidget | None = None) -> None:
        keys = {Qt.Key.Key_Y: True, Qt.Key.Key_N: False}
        super().__init__(translate("Merge", "对方已删除"), keys, self._face, lambda row: str(row.member))
        self.setParent(parent)
        self.setObjectName("merge-erased")
        self._title = title
        self._kept: set[str] = set()
        self.answered.connect(self._answer)

    def show_erased(self, erased: Sequence[Erasure]) -> None:
        """Ask about these."""
        self._kept.clear()
        self.rows.show_rows(erased)
        self.setCurrentIndex(self.rows.index(0))

    def _answer(self, number: int, leaves: bool) -> None:
        row: Erasure = self.rows.index(number).data(ROW)
        (self._kept.discard if leaves else self._kept.add)(row.member)

    def leaving(self) -> tuple[str, ...]:
        """The ids of those who are deleted here too."""
        rows: list[Erasure] = [self.rows.index(number).data(ROW) for number in range(self.rows.rowCount())]
        return tuple(row.member for row in rows if row.member not in self._kept)

    def _face(self, row: object) -> RowFace:
        if not isinstance(row, Erasure):
            return RowFace(title="")
        kept = row.member in self._kept
        groups = translate("Merge", "、").join(map(self._title, row.groups))
        return RowFace(
            title=row.name,
            detail=translate("Merge", "{group} · {count} 条记录", group=groups, count=row.entries),
            right=translate("Merge", "这里保留") if kept else translate("Merge", "这里也删除"),
            level=Level.UNSURE if kept else Level.VIOLATION,
        )


class ConflictRows(_Answered):
    """1: what this side set; 2: what the other one did. What is not told stays open, and is asked later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        keys = {Qt.Key.Key_1: True, Qt.Key.Key_2: False}
        super().__init__(translate("Merge", "两边改得不同"), keys, self._face, _conflict_key)
        self.setParent(parent)
        self.setObjectName("merge-conflicts")
        self.ours: dict[str, bool] = {}
        self.answered.connect(self._answer)

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Ask about these."""
        self.ours.clear()
        self.rows.show_rows(conflicts)
        self.setCurrentIndex(self.rows.index(0))

    def _answer(self, number: int, ours: bool) -> None:
        self.ours[_conflict_key(self.rows.index(number).data(ROW))] = ours

    def told(self) -> list[tuple[Conflict, object]]:
        """Each conflict that was answered, with the value that shall hold."""
        found: list[tuple[Conflict, object]] = []
        for number in range(self.rows.rowCount()):
            conflict: Conflict = self.rows.index(number).data(ROW)
            ours = self.ours.get(_conflict_key(conflict))
            if ours is not None:
                found.append((conflict, (conflict.ours if ours else conflict.theirs).value))
        return found

    def _face(self, conflict: object) -> RowFace:
        if not isinstance(conflict, Conflict):
            return RowFace(title="")
        told = self.ours.get(_conflict_key(conflict))
        right = {
            True: translate("Merge", "用 1"),
            False: translate("Merge", "用 2"),
            None: translate("Merge", "没有选，以后再说"),
        }[told]
        title = translate(
            "Merge", "{member} · {field}", member=conflict.member.name, field=field_text(conflict.field)
        )
        detail = translate(
            "Merge",
            "1 {ours}（{by}） 2 {theirs}（{other}）",
            ours=value_text(conflict.ours.value),
            by=conflict.ours.moderator or translate("Merge", "没有写名字"),
            theirs=value_text(conflict.theirs.value),
            other=conflict.theirs.moderator or translate("Merge", "没有写名字"),
        )
        level = Level.UNSURE if told is None else Level.OK
        return RowFace(title=title, detail=detail, right=right, level=level)


def _conflict_key(conflict: Conflict) -> str:
    return f"{conflict.member.id}/{conflict.field}"
