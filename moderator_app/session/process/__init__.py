"""The process beyond single strikes: removals by consent, appeals, reports, fines, tasks, blocklist."""

from __future__ import annotations

from moderator_app.session.process.desk import ProcessDesk

__all__ = ["ProcessDesk"]
