"""What the fault tests share."""

from tests.backup_at_once import backup_at_once

__all__ = ["backup_at_once"]
