"""Files that the check page reads: an exported chat as text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from moderator_app.i18n import translate
from moderator_app.ui.main.paste_box import decoded

_LARGEST = 1024 * 1024


def ask_file(parent: QWidget) -> Path | None:
    """The file that the user chooses: a text or a picture; None for none."""
    path, _filter = QFileDialog.getOpenFileName(
        parent,
        translate("Check", "打开文件"),
        "",
        translate("Check", "文本和图片（*.txt *.md *.csv *.png *.jpg *.jpeg *.gif *.bmp *.webp）")
        + ";;"
        + translate("Check", "所有文件（*）"),
    )
    return Path(path) if path else None


def text_in(path: Path) -> tuple[str, str]:
    """The text of a file, and "" or why it cannot be read; of a very large one its head."""
    try:
        data = path.read_bytes()[: _LARGEST + 1]
    except OSError as error:
        return "", translate("Check", "打不开这个文件：{why}。", why=error.strerror or "")
    text = decoded(data)
    if text is None:
        return "", translate("Check", "这个文件不是文本。请打开 UTF-8 或 GB18030 编码的文本文件。")
    return text, ""
