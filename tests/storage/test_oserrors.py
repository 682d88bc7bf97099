import errno
from pathlib import Path

import pytest

from moderator_app.storage.oserrors import not_saved, reason_code


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "storage.disk-full"),
        (errno.EROFS, "storage.read-only"),
        (errno.EACCES, "storage.read-only"),
        (errno.EPERM, "storage.read-only"),
        (errno.ENOENT, "storage.folder-gone"),
        (errno.ENOTDIR, "storage.folder-gone"),
        (errno.EEXIST, "storage.folder-gone"),
        (errno.EIO, "storage.write-failed"),
        (None, "storage.write-failed"),
    ],
)
def test_the_systems_number_becomes_a_reason(number, code):
    assert reason_code(OSError(number, "x")) == code


@pytest.mark.parametrize(
    ("winerror", "code"),
    [
        (32, "storage.file-in-use"),
        (33, "storage.file-in-use"),
        (112, "storage.disk-full"),
        (39, "storage.disk-full"),
        (19, "storage.read-only"),
        (21, "storage.folder-gone"),
        (5, "storage.read-only"),
    ],
)
def test_windows_says_it_more_precisely(winerror, code):
    error = PermissionError(errno.EACCES, "x")
    error.winerror = winerror
    assert reason_code(error) == code


def test_the_error_names_file_folder_and_detail():
    reason = not_saved(OSError(errno.EIO, "broken disk"), Path("/data/members.json")).reason
    assert reason.values == {"file": "members.json", "folder": str(Path("/data")), "detail": "broken disk"}
