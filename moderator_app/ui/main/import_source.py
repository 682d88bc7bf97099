"""Where a list of members comes from, and where it goes to: files, the clipboard, what is dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from moderator_app.core.errors import ModeratorError
from moderator_app.i18n import language, translate
from moderator_app.sentences import error_text
from moderator_app.storage.notices import safe_name
from moderator_app.system.clipboard import ClipboardContent, content_of
from moderator_app.ui.main.process_acting import MemberActs
from moderator_app.ui.main.services import Services

_READ = "*.csv *.xlsx *.txt *.tsv"


class Intake:
    """Lists of members in and out; `parent` is where questions are asked."""

    def __init__(self, services: Services, acts: MemberActs, parent: QWidget) -> None:
        self._services, self._session = services, services.session
        self._acts, self._parent = acts, parent

    # ---- in

    def choose_file(self) -> None:
        """导入…: ask for a file with members."""
        title, kinds = translate("Import", "导入名单"), translate("Import", "名单")
        everything = translate("Import", "所有文件")
        filters = f"{kinds} ({_READ});;{everything} (*)"
        name, _ = QFileDialog.getOpenFileName(self._parent, title, _documents(), filters)
        if name:
            self.take_in(Path(name))

    def paste(self) -> None:
        """Ctrl+V: take in the names, or the file, that were copied."""
        self._take(self._services.clipboard.read())

    def takes(self, data: QMimeData) -> bool:
        """Whether what is dragged here may be a list."""
        return bool(content_of(data).files) or data.hasText()

    def dropped(self, data: QMimeData) -> None:
        """A file or text was dropped; whoever dropped it must not wait for the answer to a question."""
        content = content_of(data)
        QTimer.singleShot(0, self._parent, lambda: self._take(content))

    def _take(self, content: ClipboardContent) -> None:
        if content.files:
            self.take_in(Path(content.files[0]))
        elif content.text:
            self.take_in(content.text)

    def take_in(self, source: Path | str) -> None:
        """Show what a list of members would change, and ask."""
        from moderator_app.ui.main.import_dialog import ImportDialog  # noqa: PLC0415 - rarely needed

        dialog = ImportDialog(self._session, source, self._parent)
        if dialog.exec() and dialog.change is not None:
            self._acts.told(dialog.change)

    # ---- out

    def export(self) -> None:
        """导出名单…: ask where to, write the members of the current group there, and say so."""
        group = self._session.group.title.get(language())
        kinds = {translate("Import", "Excel 表格"): ".xlsx", translate("Import", "CSV 表格"): ".csv"}
        filters = ";;".join(f"{kind} (*{ending})" for kind, ending in kinds.items())
        title, place = translate("Import", "导出名单"), str(Path(_documents()) / f"{safe_name(group)}.xlsx")
        name, chosen = QFileDialog.getSaveFileName(self._parent, title, place, filters)
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in kinds.values():
            ending = next((ending for kind, ending in kinds.items() if chosen.startswith(kind)), ".xlsx")
            path = path.with_name(path.name + ending)
        try:
            written = self._session.people.export_members(path, language=language())
        except ModeratorError as error:
            self._services.doer.complain(error_text(error))
            return
        self._services.doer.say(translate("Import", "名单已导出"), str(written))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
