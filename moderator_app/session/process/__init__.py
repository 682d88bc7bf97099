"""The process beyond single strikes: removals by consent, appeals, reports, fines, tasks, blocklist."""
