"""The sentences of long pieces of work: what is done now, and that it was ended."""

from __future__ import annotations

from moderator_app.i18n import translate
from moderator_app.sentences.base import Sentences

WORK: Sentences = {
    "storage.at-work": lambda v: translate(
        "Work", "正在处理全部记录，做完以前不能记新的，请稍等一会儿再试。"
    ),
    "work.backing-up": lambda v: translate("Work", "正在备份…"),
    "work.cancelled": lambda v: translate("Work", "已取消，一切和原来一样。"),
    "work.cleaning-backups": lambda v: translate("Work", "正在清理备份…"),
    "work.comparing": lambda v: translate("Work", "正在比较…"),
    "work.erasing": lambda v: translate("Work", "正在删除资料…"),
    "work.merging": lambda v: translate("Work", "正在合并记录…"),
    "work.packing": lambda v: translate("Work", "正在打包…"),
    "work.reading": lambda v: translate("Work", "正在读取…"),
    "work.taking-back": lambda v: translate("Work", "正在撤销…"),
    "work.rereading": lambda v: translate("Work", "正在重新读取记录…"),
    "work.restoring": lambda v: translate("Work", "正在恢复…"),
    "work.saving": lambda v: translate("Work", "正在存盘…"),
    "work.writing-down": lambda v: translate("Work", "正在写出…"),
}
