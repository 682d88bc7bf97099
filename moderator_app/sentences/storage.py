"""The sentences of the data folder: what could not be read or saved, and what was done about it."""

from __future__ import annotations

from moderator_app.i18n import translate
from moderator_app.sentences.base import Sentences, Values, joined, why_text


def _rescued(sentence: str, values: Values) -> str:
    """What was done about a damaged file, what was found in it, and where it is now."""
    more = []
    if values.get("added"):
        more.append(translate("Storage", "从原文件中找回了 {added} 条记录。", **values))
    if values.get("kept"):
        more.append(translate("Storage", "原文件留在「隔离」文件夹。"))
    return joined(sentence, *more)


STORAGE: Sentences = {
    "backup.foreign": lambda v: translate("Storage", "{file} 不是本程序的备份。", **v),
    "backup.unreadable": lambda v: translate(
        "Storage", "备份 {file} 读不出来，可能没有复制完整。记录没有改动，请换一个备份。", **v
    ),
    "changes.no-file": lambda v: translate("Storage", "文件打不开（{detail}）。", **v),
    "changes.other-rulebook": lambda v: translate(
        "Storage", "这是给群规「{rulebook}」的改动，for 后面写的却是「{named}」，请改正。", **v
    ),
    "changes.unknown-clause": lambda v: translate(
        "Storage", "群规里没有「{wanted}」这一条，请改正编号（id），或删去这一段。", **v
    ),
    "evidence.bad-name": lambda v: translate("Storage", "图片的文件名 {file} 不能使用。", **v),
    "evidence.gone": lambda v: translate("Storage", "图片 {file} 已经不在「证据」文件夹里。", **v),
    "evidence.no-file": lambda v: translate("Storage", "图片 {file} 打不开（{detail}）。", **v),
    "evidence.no-picture": lambda v: translate(
        "Storage", "{file} 不是图片，请用 PNG、JPG、GIF、BMP 或 WebP。", **v
    ),
    "evidence.too-large": lambda v: translate("Storage", "图片 {file} 太大，最多 {most} MB。", **v),
    "messages.bad-row": lambda v: translate("Storage", "这一行读不懂，请核对引号。"),
    "messages.long-conversation": lambda v: translate(
        "Storage", "聊天记录超过 {most} 字，请分成几个文件。", **v
    ),
    "messages.no-column": lambda v: translate("Storage", "第一行要写明哪一列是消息，例如：{known}。", **v),
    "messages.no-file": lambda v: translate("Storage", "文件 {file} 打不开（{detail}）。", **v),
    "messages.no-text": lambda v: translate("Storage", "这一行没有 text。"),
    "messages.none": lambda v: translate("Storage", "文件 {file} 里没有消息。", **v),
    "messages.not-json": lambda v: translate("Storage", "这一行不是 JSON。"),
    "messages.too-large": lambda v: translate("Storage", "文件太大，最多 {most} MB。", **v),
    "messages.unreadable": lambda v: joined(
        translate("Storage", "文件 {file} 第 {line} 行：", **v), why_text(v)
    ),
    "storage.busy": lambda v: translate(
        "Storage", "另一个程序正在写入 {folder}。请用已经打开的那个窗口，或先把它退出。", **v
    ),
    "storage.damaged": lambda v: translate(
        "Storage", "没有保存：文件 {file} 刚刚被别的程序改坏了。退出再打开，程序会从备份恢复。", **v
    ),
    "storage.disk-full": lambda v: translate(
        "Storage", "没有保存：磁盘已满。原有的记录都在，腾出空间后再保存。", **v
    ),
    "storage.file-in-use": lambda v: translate(
        "Storage", "没有保存：文件 {file} 被别的程序占用。原有的记录都在，关闭那个程序后再保存。", **v
    ),
    "storage.folder-gone": lambda v: translate(
        "Storage", "没有保存：找不到文件夹 {folder}。如果它在移动硬盘或网络盘上，接回来后再保存。", **v
    ),
    "storage.lost": lambda v: _rescued(
        translate("Storage", "文件 {file} 读不出来，也没有可用的备份。", **v), v
    ),
    "storage.newer-schema": lambda v: translate(
        "Storage", "{file} 由更新的程序写成（第 {version} 版，这里懂到第 {known} 版）。请先升级程序。", **v
    ),
    "storage.no-backup": lambda v: translate(
        "Storage", "今天的备份没有做成（{detail}）。记录本身已经保存。", **v
    ),
    "storage.no-history": lambda v: joined(
        translate("Storage", "查过的消息没能记住，检查和记录照常。"), why_text(v)
    ),
    "storage.not-allowed": lambda v: translate(
        "Storage", "没有权限读取 {folder} 里的 {file}。什么也没有改动，请让这个账户能读写该文件夹。", **v
    ),
    "storage.not-writable": lambda v: translate(
        "Storage", "文件夹 {folder} 不能写入（{detail}）。可以照常检查和查看，但暂时记不下新的。", **v
    ),
    "storage.opened-for-reading": lambda v: translate("Storage", "没有保存：{folder} 是只读打开的。", **v),
    "storage.read-only": lambda v: translate(
        "Storage", "没有保存：文件夹 {folder} 不能写入。原有的记录都在，可以照常检查和查看。", **v
    ),
    "storage.rescued-backup": lambda v: _rescued(
        translate("Storage", "文件 {file} 打不开，已换用 {when} 的备份。", **v), v
    ),
    "storage.rescued-ledger": lambda v: _rescued(
        translate("Storage", "成员表打不开，已按处理记录重新整理，没有丢失。", **v), v
    ),
    "storage.rescued-part": lambda v: _rescued(
        translate("Storage", "文件 {file} 打不开，也没有可用的备份。", **v), v
    ),
    "storage.rescued-previous": lambda v: _rescued(
        translate("Storage", "文件 {file} 打不开，已换用 {when} 的上一版。", **v), v
    ),
    "storage.transaction-dropped": lambda v: translate(
        "Storage", "上次退出时还有一项改动没有写完，已按改动之前的样子恢复，请核对最后所做的事。", **v
    ),
    "storage.unfinished": lambda v: translate(
        "Storage", "改动还没有写完（{detail}）。请保留文件夹 {folder}，下次打开时会接着写完。", **v
    ),
    "storage.write-failed": lambda v: translate(
        "Storage", "没有保存：写入 {file} 时出错（{detail}）。原有的记录都在。", **v
    ),
}
