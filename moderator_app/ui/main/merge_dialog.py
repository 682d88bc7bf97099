"""合并: what another moderator's bundle would bring, what has to be told, and nothing written before 合并."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from moderator_app.core.errors import ModeratorError
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.sentences import error_text, reason_text
from moderator_app.sentences.ledger import kind_text
from moderator_app.session import Cancelled, MergePreview, Progress
from moderator_app.ui.main.dialogs import PassingDialog
from moderator_app.ui.main.doing import named
from moderator_app.ui.main.export_busy import Busy
from moderator_app.ui.main.fitting import fitted
from moderator_app.ui.main.lists import Tabs
from moderator_app.ui.main.merge_rows import ConflictRows, ErasedRows, TwinRows
from moderator_app.ui.main.parts import Framed, Scroll, column, margins, row
from moderator_app.ui.main.services import Services
from moderator_app.ui.main.stats_bars import Bar, BarCard
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Button, Label

NEW, ERASED, TWINS, CONFLICTS = PARTS = ("merge-new", "merge-erased", "merge-twins", "merge-conflicts")
_MOST_NAMES = 20


class MergeDialog(PassingDialog):
    """Reads a bundle, shows it, asks, and merges; Esc leaves everything as it was."""

    def __init__(self, services: Services, path: Path, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("merge-dialog")
        self.setWindowTitle(translate("Merge", "合并另一位管理员的记录"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._services, self._session, self._path = services, services.session, path
        self._preview: MergePreview | None = None
        self._busy = Busy(self, self._tell)
        self._head, self._groups = Label(bold=True, wrap=True), Label(wrap=True, tone="text2")
        self._head.setObjectName("merge-head")
        self._groups.setObjectName("merge-groups")
        self._said = Label(wrap=True)
        self._said.setObjectName("merge-said")
        self._tabs = Tabs(PARTS)
        self._tabs.chosen.connect(self._show_part)
        self._twins, self._conflicts = TwinRows(self._title_of), ConflictRows()
        self._erased = ErasedRows(self._title_of)
        self._erased.answered.connect(self._name_primary)
        self._parts = QStackedWidget()
        parts = (self._build_new(), self._build_erased(), self._build_twins(), self._build_conflicts())
        for part in parts:
            self._parts.addWidget(part)
        self._lay_out()
        self._busy.start(translate("Merge", "正在读取「{file}」…", file=path.name), self._read)

    def _build_new(self) -> QWidget:
        none = translate("Merge", "没有。")
        self._kinds = BarCard("merge-kinds", translate("Merge", "新的记录，按种类"), none)
        self._people = BarCard("merge-people", translate("Merge", "新的记录，按经手人"), none)
        self._added = Label(wrap=True, tone="text2")
        self._added.setObjectName("merge-added")
        held = QWidget()
        held.setLayout(column(row(self._kinds, self._people, gap=12), self._added, None, gap=12))
        return Scroll(held)

    def _build_erased(self) -> QWidget:
        text = translate(
            "Merge",
            "对方已应本人要求删除了这些人的资料。在这里删除后只留下不带姓名的次数，不能恢复；"
            "保留的，以后合并时还会问。",
        )
        too = Button(translate("Merge", "这里也删除"), variant="flat", keys="Y")
        too.setObjectName("merge-erase-too")
        too.clicked.connect(lambda: self._erased.answer(True))
        keep = Button(translate("Merge", "这里保留"), variant="flat", keys="N")
        keep.setObjectName("merge-keep")
        keep.clicked.connect(lambda: self._erased.answer(False))
        return _part(text, self._erased, too, keep, None)

    def _build_twins(self) -> QWidget:
        text = translate(
            "Merge", "两边名单里名字和名片都一样的人。说成同一人，两边的次数就一起算；没有说的，各算各的。"
        )
        every = Button(translate("Merge", "全部是同一人"))
        every.setObjectName("merge-all-same")
        every.clicked.connect(self._twins.all_same)
        same = Button(translate("Merge", "同一人"), variant="flat", keys="Y")
        same.setObjectName("merge-same")
        same.clicked.connect(lambda: self._twins.answer(True))
        other = Button(translate("Merge", "两个人"), variant="flat", keys="N")
        other.setObjectName("merge-other")
        other.clicked.connect(lambda: self._twins.answer(False))
        return _part(text, self._twins, same, other, None, every)

    def _build_conflicts(self) -> QWidget:
        text = translate("Merge", "两位管理员把同一项改成了不同的样子。选一个；没有选的以后还会问。")
        ours = Button(translate("Merge", "用 1"), variant="flat", keys="1")
        ours.setObjectName("merge-ours")
        ours.clicked.connect(lambda: self._conflicts.answer(True))
        theirs = Button(translate("Merge", "用 2"), variant="flat", keys="2")
        theirs.setObjectName("merge-theirs")
        theirs.clicked.connect(lambda: self._conflicts.answer(False))
        return _part(text, self._conflicts, ours, theirs, None)

    def _lay_out(self) -> None:
        self._primary = Button(translate("Merge", "合并"), variant="primary", keys="Ctrl+Enter")
        self._primary.setObjectName("merge-primary")
        self._primary.setShortcut("Ctrl+Return")
        self._primary.clicked.connect(self.merge)
        self._primary.setEnabled(False)
        leave = Button(translate("Dialog", "取消"), keys="Esc")
        leave.setObjectName("merge-cancel")
        leave.clicked.connect(self.reject)
        body = column(self._head, self._groups, self._tabs, gap=8)
        body.addWidget(self._parts, 1)
        body.addWidget(self._said)
        body.addLayout(row(None, leave, self._primary, gap=12))
        margins(body, 24, 20, 24, 20)
        self.setLayout(body)
        self.resize(fitted(680, 480))
        self._tabs.hide()
        self._parts.hide()

    # ---- what is shown

    def _read(self, progress: Progress) -> None:
        try:
            self._preview = self._session.exchange.read_bundle(self._path, progress)
        except Cancelled:
            self.reject()
            return
        self._show(self._preview)

    def _show(self, preview: MergePreview) -> None:
        who = translate("Merge", "、").join(preview.moderators) or translate("Merge", "没有写名字的管理员")
        made = preview.made.strftime("%Y-%m-%d %H:%M")
        self._head.setText(translate("Merge", "{who}的记录，{made} 打包", who=who, made=made))
        self._groups.setText("\n".join(_groups(preview)))
        self._show_new(preview)
        self._erased.show_erased(preview.erased)
        self._name_primary()
        self._twins.show_twins(preview.twins)
        self._conflicts.show_conflicts(preview.conflicts)
        self._tabs.set_text(NEW, translate("Merge", "新的 {count}", count=len(preview.new)))
        self._tabs.set_text(ERASED, translate("Merge", "对方已删除 {count}", count=len(preview.erased)))
        self._tabs.set_offered(ERASED, bool(preview.erased))
        self._tabs.set_text(TWINS, translate("Merge", "可能是同一人 {count}", count=len(preview.twins)))
        self._tabs.set_text(
            CONFLICTS, translate("Merge", "两边改得不同 {count}", count=len(preview.conflicts))
        )
        self._tabs.show()
        self._parts.show()
        self._primary.setEnabled(not preview.is_empty)
        if preview.erased:
            self._tabs.choose(ERASED)
        elif preview.twins:
            self._tabs.choose(TWINS)
        elif preview.conflicts:
            self._tabs.choose(CONFLICTS)

    def _show_new(self, preview: MergePreview) -> None:
        kinds = Counter(kind_text(entry.kind) for entry in preview.new)
        people = Counter(entry.moderator or translate("Merge", "没有写名字") for entry in preview.new)
        self._kinds.show_rows([Bar(name=name, count=count) for name, count in kinds.most_common()])
        self._people.show_rows([Bar(name=name, count=count) for name, count in people.most_common()])
        lines = []
        if preview.added:
            names = translate("Merge", "、").join(member.name for member in preview.added[:_MOST_NAMES])
            count = len(preview.added)
            lines.append(translate("Merge", "名单里会多 {count} 位：{names}。", count=count, names=names))
        if preview.removed:
            names = translate("Merge", "、").join(member.name for member in preview.removed[:_MOST_NAMES])
            count = len(preview.removed)
            lines.append(translate("Merge", "名单里会少 {count} 位：{names}。", count=count, names=names))
        if preview.takes_back:
            lines.append(translate("Merge", "其中撤销了这里的 {count} 步。", count=preview.takes_back))
        if preview.pictures:
            lines.append(translate("Merge", "带来证据图片 {count} 张。", count=len(preview.pictures)))
        self._added.setText("\n".join(lines))

    def _show_part(self, name: str) -> None:
        number = PARTS.index(name)
        self._parts.setCurrentIndex(number)
        if number:
            asked = (self._erased, self._twins, self._conflicts)[number - 1]
            asked.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_primary(self, *_: object) -> None:
        """What cannot be undone stands on the button that does it."""
        count = len(self._erased.leaving())
        words = translate("Merge", "合并，并删除 {count} 位的资料", count=count)
        self._primary.set_text(words if count else translate("Merge", "合并"))
        self._primary.setShortcut("Ctrl+Return")  # another text takes it away

    def _title_of(self, group: str) -> str:
        shares = self._preview.groups if self._preview else ()
        return next((each.group.title.get(language()) for each in shares if each.group.id == group), group)

    def _tell(self, text: str) -> None:
        """What is being done or went wrong; where nothing is, that there is nothing new."""
        if not text and self._preview is not None and self._preview.is_empty:
            text = translate("Merge", "这个文件里的，这里都已经有了。")
        self._said.set_tone(Level.VIOLATION if self._busy.wrong else "text2")
        self._said.setText(text)
        self._said.setVisible(bool(text))

    # ---- what is done

    def merge(self) -> None:
        """Take in what is new, with what was told; all of it or nothing."""
        if self._preview is not None and not self._preview.is_empty:
            self._busy.start(translate("Merge", "正在合并…"), self._merge)

    def _merge(self, progress: Progress) -> None:
        if self._preview is None:
            return
        same, leaving = self._twins.told_same(), self._erased.leaving()
        change = self._session.exchange.merge(self._preview, same, erase=leaving, progress=progress)
        told, left = self._conflicts.told(), self._settle()
        later = translate("Merge", "还有 {count} 处没有选定，在「设置」里可以再选。", count=left)
        undoable = change.undoable and not told
        self._services.doer.say(named(self._session, change.label), later if left else "", undoable)
        for warning in change.warnings:
            self._services.doer.complain(reason_text(warning))
        self.accept()

    def _settle(self) -> int:
        """Settle what was told; how many fields stay open."""
        for conflict, value in self._conflicts.told():
            try:
                self._session.exchange.settle(conflict.member.id, conflict.field, value)
            except ModeratorError as error:
                self._services.doer.complain(error_text(error))
        return sum(len(self._session.exchange.conflicts(group.id)) for group in self._session.groups())

    def done(self, result: int) -> None:
        """The dialog goes: what was not begun is let be."""
        if result != QDialog.DialogCode.Accepted.value:
            self._busy.cancel()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """← → walk along the parts, as they do along the filters of a list."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._preview is not None:
            self._tabs.walk(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The ground of a page."""
        QPainter(self).fillRect(self.rect(), theme().tokens.surface)


def _part(text: str, rows: QWidget, *buttons: QWidget | None) -> QWidget:
    """A sentence, rows that are asked about, and the answers below them."""
    held = QWidget()
    layout = column(Label(text, wrap=True, tone="text2"), gap=8)
    layout.addWidget(Framed(rows), 1)
    layout.addLayout(row(*buttons, gap=8))
    held.setLayout(layout)
    return held


def _groups(preview: MergePreview) -> list[str]:
    """One line for each group: what is new, what was known, and whether the group itself is new."""
    return [
        translate(
            "Merge",
            "{group}：新 {new} 条，已有 {known} 条",
            group=share.group.title.get(language()),
            new=share.new,
            known=share.known,
        )
        + ("" if share.here else translate("Merge", "；这里还没有这个群，会添加"))
        for share in preview.groups
    ]
