"""The window that says why the program cannot start, what was kept, and what to do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout

from moderator_app.i18n import translate


def trouble_dialog(sentence: str, folder: Path) -> QDialog:
    """The dialog, ready to be shown."""
    dialog = QDialog()
    dialog.setObjectName("trouble-dialog")
    dialog.setWindowTitle(translate("App", "群管助手没能启动"))
    dialog.setMinimumWidth(480)
    words = QLabel(sentence)
    words.setObjectName("trouble-text")
    words.setWordWrap(True)
    where = QLabel(translate("App", "数据文件夹：{folder}", folder=str(folder)))
    where.setWordWrap(True)
    buttons = QDialogButtonBox()
    open_folder = buttons.addButton(
        translate("App", "打开数据文件夹"), QDialogButtonBox.ButtonRole.ActionRole
    )
    open_folder.setObjectName("trouble-open")
    open_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
    close = buttons.addButton(translate("App", "关闭"), QDialogButtonBox.ButtonRole.RejectRole)
    close.setObjectName("trouble-close")
    close.clicked.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 16, 24, 16)
    layout.setSpacing(12)
    for widget in (words, where, buttons):
        layout.addWidget(widget)
    return dialog


def show_trouble(sentence: str, folder: Path) -> None:
    """Show it and wait until it was read."""
    trouble_dialog(sentence, folder).exec()
