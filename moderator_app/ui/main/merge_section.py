"""The settings' part on other moderators and machines: bundles, merging, all written out and read in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.session import Progress
from moderator_app.ui.main.doing import named
from moderator_app.ui.main.export_busy import Busy
from moderator_app.ui.main.export_files import ask_source, ask_target
from moderator_app.ui.main.parts import column
from moderator_app.ui.main.services import Services
from moderator_app.ui.main.settings_line import Line
from moderator_app.ui.widgets import Button, CheckBox

BUNDLE, EVERYTHING = "zip", "json"


class MergeSection(QWidget):
    """Lines of the settings; a bundle may also be dropped onto them."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setObjectName("merge-section")
        self.setAcceptDrops(True)
        self._services, self._session = services, services.session
        self._busy = Busy(self, self._tell)
        self._bundle = _button("bundle-make", translate("Settings", "打包给另一位管理员…"), self.make_bundle)
        self._merge = _button("bundle-merge", translate("Settings", "合并…"), self.choose_bundle)
        self._open = _button("conflicts-open", "", self.settle)
        hint = translate(
            "Settings",
            "把记录发给另一位管理员，也把对方发来的合进来；先看再合，合并前会备份。举报人不在里面。文件也可以拖到这里。",
        )
        self._line = Line(translate("Settings", "几位管理员"), self._bundle, self._merge, hint=hint)
        self._left = Line("", self._open)
        self._export = _button("export-all", translate("Settings", "全部导出…"), self.export_all)
        self._import = _button("import-all", translate("Settings", "导入到空的安装…"), self.import_all)
        self._history = CheckBox(translate("Settings", "连同检查过的消息"))
        self._history.setObjectName("export-history")
        hint = translate("Settings", "换电脑时用：导出成一个文件，在新装好的程序里导入，名单和记录都一样。")
        self._whole = Line(
            translate("Settings", "全部数据"), self._export, self._import, self._history, hint=hint
        )
        self._said = Line("")
        self._said.note.setObjectName("exchange-said")
        self._said.hide()
        self.setLayout(column(self._line, self._left, self._whole, self._said, gap=12))

    def refresh(self) -> None:
        """Show whether fields are still set differently by two moderators."""
        groups = self._session.groups()
        count = sum(len(self._session.exchange.conflicts(group.id)) for group in groups)
        self._open.set_text(translate("Settings", "选定两边改得不同的 {count} 处…", count=count))
        self._left.setVisible(bool(count))

    def _tell(self, text: str) -> None:
        self._said.say(text, Level.VIOLATION if self._busy.wrong else None)
        self._said.setVisible(bool(text))

    # ---- another moderator

    def make_bundle(self) -> None:
        """Write what another moderator needs into one file."""
        title = translate("Settings", "打包给另一位管理员")
        path = ask_target(self, title, translate("Settings", "记录包"), BUNDLE)
        if path is not None:
            self._busy.start(translate("Settings", "正在打包…"), partial(self._bundled, path))

    def _bundled(self, path: Path, progress: Progress) -> None:
        done = self._session.exchange.bundle(path, progress=progress)
        self._services.doer.say(
            translate("Settings", "已打包成「{file}」", file=done.name),
            translate("Settings", "用微信发给对方，对方在「设置」里合并。"),
        )

    def choose_bundle(self) -> None:
        """Choose a bundle to be merged."""
        path = ask_source(self, translate("Settings", "合并另一位管理员的记录"), BUNDLE)
        if path is not None:
            self.merge(path)

    def merge(self, path: Path) -> None:
        """Show what a bundle would bring, and ask."""
        from moderator_app.ui.main.merge_dialog import MergeDialog  # noqa: PLC0415 - rarely needed

        MergeDialog(self._services, path, self).exec()
        self.refresh()

    def settle(self) -> None:
        """Ask about the fields that are still open."""
        from moderator_app.ui.main.merge_conflicts import ConflictDialog  # noqa: PLC0415 - rarely needed

        ConflictDialog(self._services, self).exec()
        self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """A file may be dropped."""
        if _file_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """A dropped file is shown as a chosen one is."""
        path = _file_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.merge(path)

    # ---- everything

    def export_all(self) -> None:
        """Write all that is kept into one file."""
        path = ask_target(
            self, translate("Settings", "全部导出"), translate("Settings", "全部数据"), EVERYTHING
        )
        if path is not None:
            self._busy.start(translate("Settings", "正在导出…"), partial(self._exported, path))

    def _exported(self, path: Path, progress: Progress) -> None:
        history = self._history.isChecked()
        done = self._session.exchange.export_all(path, history=history, progress=progress)
        self._services.doer.say(translate("Settings", "已导出到「{file}」", file=done.name))

    def import_all(self) -> None:
        """Read such a file in, where nothing was done here yet."""
        path = ask_source(self, translate("Settings", "导入到空的安装"), EVERYTHING)
        if path is not None:
            self._busy.start(translate("Settings", "正在导入…"), partial(self._imported, path))

    def _imported(self, path: Path, progress: Progress) -> None:
        change = self._session.exchange.import_all(path, progress)
        self._services.doer.say(named(self._session, change.label), undoable=change.undoable)
        self._services.dress()


def _button(name: str, text: str, do: object) -> Button:
    button = Button(text)
    button.setObjectName(name)
    button.clicked.connect(do)
    return button


def _file_in(data: QMimeData) -> Path | None:
    """The one file that is dragged; None for anything else."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else None
