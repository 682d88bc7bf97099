"""Tells from an operating system's error why a file could not be written or read."""

from __future__ import annotations

import errno
from pathlib import Path

from moderator_app.core.errors import NotSaved

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
# EEXIST: a file stands where the folder should be
_GONE = {
    errno.ENOENT,
    errno.ENOTDIR,
    errno.EEXIST,
    errno.ENODEV,
    errno.ENXIO,
    getattr(errno, "ESTALE", errno.ENOENT),
}
# Windows says more than the errno it is mapped to.
_WINDOWS = {
    3: "storage.folder-gone",
    19: "storage.read-only",
    21: "storage.folder-gone",
    32: "storage.file-in-use",
    33: "storage.file-in-use",
    39: "storage.disk-full",
    53: "storage.folder-gone",
    112: "storage.disk-full",
}


def reason_code(error: OSError) -> str:
    """The code of the sentence that says what is wrong with the disk or folder."""
    windows = _WINDOWS.get(getattr(error, "winerror", None) or 0)
    if windows:
        return windows
    if error.errno in _FULL:
        return "storage.disk-full"
    if error.errno in _READ_ONLY:
        return "storage.read-only"
    if error.errno in _GONE:
        return "storage.folder-gone"
    return "storage.write-failed"


def not_saved(error: OSError, path: Path) -> NotSaved:
    """The error that tells the user why `path` was not written."""
    detail = error.strerror or str(error)
    return NotSaved(reason_code(error), file=path.name, folder=str(path.parent), detail=detail)
