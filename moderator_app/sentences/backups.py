"""What is said of a backup: why it was made, what it holds, and what going back to it would change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from moderator_app.i18n import translate


def label_text(label: str) -> str:
    """Why a backup was made ("" for a daily one); a name that somebody gave the file stays as it is."""
    if not label:
        return translate("Backup", "每日")
    return {
        "导入前": translate("Backup", "导入前"),
        "恢复前": translate("Backup", "恢复前"),
        "升级前": translate("Backup", "升级前"),
        "合并前": translate("Backup", "合并前"),
        "手动": translate("Backup", "手动"),
    }.get(label, label)


def held_text(entries: int, newest: datetime | None, members: Mapping[str, int]) -> str:
    """How many entries it holds, to when, and how many are on the lists."""
    lists = translate("Backup", "、").join(
        translate("Backup", "{group} {count} 人", group=group, count=count)
        for group, count in members.items()
    )
    last = newest.strftime("%Y-%m-%d %H:%M") if newest else translate("Backup", "没有记录")
    told = translate("Backup", "记录 {count} 条，最后一条 {last}。", count=entries, last=last)
    return told + translate("Backup", "名单：{members}。", members=lists) if lists else told


def difference_text(going: int, coming: int) -> str:
    """What going back would take away and bring back."""
    if not going and not coming:
        return translate("Backup", "记录和现在一样。")
    parts = []
    if going:
        parts.append(translate("Backup", "后来记下的 {count} 条会失去", count=going))
    if coming:
        parts.append(translate("Backup", "现在没有的 {count} 条会回来", count=coming))
    return translate("Backup", "恢复到这一份：{changes}。", changes=translate("Backup", "，").join(parts))
