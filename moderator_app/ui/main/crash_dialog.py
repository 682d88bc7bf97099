"""The window that says an unexpected error happened, what was kept, and lets it be copied."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from moderator_app.i18n import translate


class CrashDialog(QDialog):
    """Shown at most once at a time; further errors are added to the one that is open."""

    def __init__(self, report: str, logs: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logs = logs
        self.setObjectName("crash-dialog")
        self.setWindowTitle(translate("Crash", "群管助手出了意外"))
        self.setMinimumSize(560, 320)
        self._report = QPlainTextEdit(report)
        self._report.setObjectName("crash-report")
        self._report.setAccessibleName(translate("Crash", "错误报告"))
        self._report.setReadOnly(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self._explanation())
        layout.addWidget(self._report, 1)
        layout.addWidget(self._buttons())

        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)

    def _explanation(self) -> QLabel:
        label = QLabel(
            translate(
                "Crash",
                "刚才的一步没有做完，已经写下的记录都还在，程序可以接着用。"
                "下面的报告里没有成员的姓名和消息，可以复制给我们。",
            )
        )
        label.setWordWrap(True)
        return label

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        copy = box.addButton(translate("Crash", "复制报告"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("crash-copy")
        copy.clicked.connect(self._copy)
        folder = box.addButton(translate("Crash", "打开日志文件夹"), QDialogButtonBox.ButtonRole.ActionRole)
        folder.setObjectName("crash-folder")
        folder.clicked.connect(self._open_logs)
        close = box.addButton(translate("Crash", "关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("crash-close")
        close.clicked.connect(self.reject)
        return box

    def add(self, report: str) -> None:
        """Append one more report to those that are shown."""
        self._report.appendPlainText("\n" + report)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())

    def _open_logs(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._logs)))


def show_report(report: str, logs: Path, shown: CrashDialog | None) -> CrashDialog:
    """Show a report, added to those in the dialog that is still open.

    Over another dialog it is modal too: else it would lie behind that one and hear no key.
    """
    if shown is not None and shown.isVisible():
        shown.add(report)
        return shown
    fresh = CrashDialog(report, logs)
    fresh.setModal(QApplication.activeModalWidget() is not None)
    fresh.show()
    fresh.raise_()
    return fresh
