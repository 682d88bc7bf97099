"""What is said of a backup: when and why it was made, and what going back to it would change."""

from __future__ import annotations

from datetime import date, timedelta

from moderator_app.i18n import translate
from moderator_app.session import BackupInfo


def made_text(backup: BackupInfo, today: date) -> str:
    """今天 08:00, 昨天 08:00, or day and time."""
    day, time = backup.made.date(), backup.made.strftime("%H:%M")
    if day == today:
        return translate("Backup", "今天 {time}", time=time)
    if day == today - timedelta(days=1):
        return translate("Backup", "昨天 {time}", time=time)
    return f"{day.isoformat()} {time}"


def label_text(backup: BackupInfo) -> str:
    """Why it was made; a name that somebody gave the file stays as it is."""
    if backup.daily or not backup.label:
        return translate("Backup", "每日")
    return {
        "导入前": translate("Backup", "导入前"),
        "恢复前": translate("Backup", "恢复前"),
        "升级前": translate("Backup", "升级前"),
        "合并前": translate("Backup", "合并前"),
        "手动": translate("Backup", "手动"),
    }.get(backup.label, backup.label)


def held_text(backup: BackupInfo) -> str:
    """How many entries it holds, to when, and how many are on the lists."""
    members = translate("Backup", "、").join(
        translate("Backup", "{group} {count} 人", group=group, count=count)
        for group, count in backup.members.items()
    )
    last = backup.last.strftime("%Y-%m-%d %H:%M") if backup.last else translate("Backup", "没有记录")
    entries = backup.entries or 0
    told = translate("Backup", "记录 {count} 条，最后一条 {last}。", count=entries, last=last)
    return told + translate("Backup", "名单：{members}。", members=members) if members else told


def difference_text(backup: BackupInfo) -> str:
    """What going back would take away and bring back."""
    going, coming = backup.going or 0, backup.coming or 0
    if not going and not coming:
        return translate("Backup", "记录和现在一样。")
    parts = []
    if going:
        parts.append(translate("Backup", "后来记下的 {count} 条会失去", count=going))
    if coming:
        parts.append(translate("Backup", "现在没有的 {count} 条会回来", count=coming))
    return translate("Backup", "恢复到这一份：{changes}。", changes=translate("Backup", "，").join(parts))
