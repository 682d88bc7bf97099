"""When a backup was made, as the settings page says it."""

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
