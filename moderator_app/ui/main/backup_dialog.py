"""备份: every backup with its day and kind; opened to see what going back would change, and gone back to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from moderator_app.core.errors import ModeratorError
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.sentences import error_text, reason_text
from moderator_app.sentences.backups import difference_text, held_text, label_text
from moderator_app.session import BackupInfo, Cancelled, Progress
from moderator_app.ui.main.backup_words import made_text
from moderator_app.ui.main.delegates import RowDelegate, RowFace
from moderator_app.ui.main.dialogs import PassingDialog
from moderator_app.ui.main.export_busy import Busy
from moderator_app.ui.main.fitting import fitted
from moderator_app.ui.main.lists import RowList
from moderator_app.ui.main.models import ROW, RowsModel
from moderator_app.ui.main.parts import Framed, column, margins, row
from moderator_app.ui.main.services import Services
from moderator_app.ui.main.working import Working, underway
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Button, EmptyState, Label

COMPARE_MS = 150
"""After a walk through the list the chosen backup is opened and compared."""


class BackupDialog(PassingDialog):
    """The backups at the left, what the chosen one holds and changes at the right."""

    def __init__(self, services: Services, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("backup-dialog")
        self.setWindowTitle(translate("Backup", "备份"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._services, self._session = services, services.session
        self._shown: BackupInfo | None = None
        self._model = RowsModel(lambda backup: str(backup.path), self._spoken)
        self._delegate = RowDelegate(self._face)
        self._rows = RowList(translate("Backup", "备份"))
        self._rows.setObjectName("backup-list")
        self._rows.setModel(self._model)
        self._rows.setItemDelegate(self._delegate)
        self._rows.picked.connect(self._picked)
        self._rows.entered_row.connect(self.restore)
        self._compare = QTimer(self, singleShot=True, interval=COMPARE_MS)
        self._compare.timeout.connect(self._open)
        self._busy = Busy(self, self._tell)
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        self._title, self._held = Label(bold=True), Label(wrap=True, tone="text2")
        self._held.setObjectName("backup-held")
        self._difference, self._said = Label(wrap=True), Label(wrap=True, tone=Level.VIOLATION)
        self._difference.setObjectName("backup-difference")
        self._said.setObjectName("backup-said")
        self._empty = EmptyState(
            translate("Backup", "还没有备份"),
            translate("Backup", "每天第一次记录时会自动备份，也可以现在备份一份。"),
            framed=False,
        )
        self._restore = Button(translate("Backup", "恢复到这一份…"), keys="Enter")
        self._restore.setObjectName("backup-restore")
        self._restore.clicked.connect(self.restore)
        now = Button(translate("Backup", "现在备份"))
        now.setObjectName("backup-now")
        now.clicked.connect(self.back_up)
        leave = Button(translate("Dialog", "关闭"), keys="Esc")
        leave.setObjectName("backup-close")
        leave.clicked.connect(self.reject)
        right = column(self._title, self._held, self._difference, self._empty, None, self._said, gap=8)
        margins(right, 8, 4, 0, 0)
        framed = Framed(self._rows)
        framed.setFixedWidth(theme().px(272))
        upper = row(framed, gap=12)
        upper.addLayout(right, 1)
        body = column(gap=16)
        body.addLayout(upper, 1)
        body.addLayout(row(now, None, leave, self._restore, gap=12))
        margins(body, 24, 20, 24, 20)
        self.setLayout(body)
        self.resize(fitted(640, 420))

    # ---- what is shown

    def refresh(self) -> None:
        """Read the folder of backups again."""
        backups = self._session.upkeep.backups()
        self._model.show_rows(backups)
        self._restore.setEnabled(bool(backups))
        for part in (self._title, self._held, self._difference):
            part.setVisible(bool(backups))
        self._empty.setVisible(not backups)
        if backups:
            self._rows.setCurrentIndex(self._model.index(0))
        self._rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _picked(self, index: QModelIndex) -> None:
        self._shown = index.data(ROW)
        self._title.setText(
            f"{made_text(index.data(ROW), date.today())} · {label_text(index.data(ROW).label)}"
        )
        self._held.setText("")
        self._difference.setText(translate("Backup", "正在和现在比较…"))
        self._said.hide()
        self._compare.start()

    def _open(self) -> bool:
        """Compare the chosen backup with now; False where that could not be done, or was not waited for."""
        if self._shown is None:
            return False
        if underway() is not None:
            self._compare.start()
            return False
        try:
            with Working(translate("Backup", "正在和现在比较…"), self) as working:
                opened = self._session.upkeep.preview(self._shown.path, working.progress)
        except Cancelled:
            self._difference.setText(translate("Backup", "没有比较完。"))
            return False
        except ModeratorError as error:
            self._difference.setText("")
            self._busy.wrong = True
            self._tell(error_text(error))
            self._restore.setEnabled(False)
            return False
        self._restore.setEnabled(True)
        self._held.setText(held_text(opened.entries or 0, opened.last, opened.members))
        self._difference.setText(difference_text(opened.going or 0, opened.coming or 0))
        return True

    def _face(self, backup: object) -> RowFace:
        if not isinstance(backup, BackupInfo):
            return RowFace(title="")
        return RowFace(title=made_text(backup, date.today()), detail=label_text(backup.label))

    def _spoken(self, backup: BackupInfo) -> str:
        face = self._face(backup)
        return f"{face.title} {face.detail}"

    def _tell(self, text: str) -> None:
        """A sentence above the buttons; "" takes it away."""
        self._said.set_tone(Level.VIOLATION if self._busy.wrong else "text2")
        self._said.setText(text)
        self._said.setVisible(bool(text))

    # ---- what is done

    def back_up(self) -> None:
        """A backup of now, kept until it is removed by hand."""

        def work(progress: Progress) -> None:
            self._session.upkeep.backup(progress)
            self.refresh()

        self._busy.start(translate("Backup", "正在备份…"), work)

    def restore(self) -> None:
        """Ask whether to go back to the chosen backup."""
        from moderator_app.ui.main.restore_question import RestoreQuestion  # noqa: PLC0415 - rarely needed

        if self._shown is None or not self._restore.isEnabled():
            return
        self._compare.stop()
        if not self._open():
            return
        question = RestoreQuestion(made_text(self._shown, date.today()), self._difference.text(), self)
        if question.exec():
            self._busy.start(translate("Backup", "正在恢复…"), self._go_back(self._shown))

    def _go_back(self, backup: BackupInfo) -> Callable[[Progress], None]:
        def work(progress: Progress) -> None:
            change = self._session.upkeep.restore(backup.path, progress)
            self._services.doer.say(
                translate("Backup", "已恢复到 {made} 的备份", made=made_text(backup, date.today())),
                translate("Backup", "要回到恢复前的样子，撤销这一步即可；那时的样子也备份了。"),
                change.undoable,
            )
            for warning in change.warnings:
                self._services.doer.complain(reason_text(warning))
            self.accept()
            self._services.dress()

        return work

    def done(self, result: int) -> None:
        """The dialog goes: nothing is compared any more."""
        self._compare.stop()
        super().done(result)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The ground of a page."""
        QPainter(self).fillRect(self.rect(), theme().tokens.surface)
