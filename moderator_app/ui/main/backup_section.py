"""The settings' part on backups: the newest one, one more by hand, and the way to all of them."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.sentences.backups import label_text
from moderator_app.session import Progress
from moderator_app.ui.main.backup_words import made_text
from moderator_app.ui.main.export_busy import Busy
from moderator_app.ui.main.parts import column
from moderator_app.ui.main.services import Services
from moderator_app.ui.main.settings_line import Line
from moderator_app.ui.widgets import Button


class BackupSection(QWidget):
    """One line of the settings."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services, self._session = services, services.session
        self._busy = Busy(self, self._tell)
        now = Button(translate("Settings", "现在备份"))
        now.setObjectName("backup-make")
        now.clicked.connect(self._make)
        every = Button(translate("Settings", "查看和恢复…"))
        every.setObjectName("backup-open")
        every.clicked.connect(self._open)
        self._line = Line(translate("Settings", "备份"), now, every)
        self._line.note.setObjectName("backup-note")
        self.setLayout(column(self._line, gap=0))

    def refresh(self) -> None:
        """Name the newest backup."""
        newest = next(iter(self._session.upkeep.backups()), None)
        kept = translate("Settings", "留 7 天的每日、4 周的每周、6 个月的每月备份。")
        if newest is None:
            self._line.say(translate("Settings", "还没有备份，第一次记录时会自动备份。") + kept)
            return
        made, why = made_text(newest, date.today()), label_text(newest.label)
        self._line.say(translate("Settings", "最近一份：{made}（{why}）。", made=made, why=why) + kept)

    def _tell(self, text: str) -> None:
        if text:
            self._line.say(text, Level.VIOLATION if self._busy.wrong else None)

    def _make(self) -> None:
        self._busy.start(translate("Settings", "正在备份…"), self._made)

    def _made(self, progress: Progress) -> None:
        path = self._session.upkeep.backup(progress)
        self._services.doer.say(translate("Settings", "已备份为「{file}」", file=path.name))
        self.refresh()

    def _open(self) -> None:
        from moderator_app.ui.main.backup_dialog import BackupDialog  # noqa: PLC0415 - rarely needed

        BackupDialog(self._services, self).exec()
        self.refresh()
