"""Files of a zip taken into another one as they are packed."""

import zipfile
import zlib

import pytest

from moderator_app.storage.packed import add_packed, packed, require_whole

CONTENTS = {"ledger/g/2026-01-1.json": b"{}" * 3_000, "证据/图.png": bytes(range(256)) * 20, "空": b""}


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "source.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in CONTENTS.items():
            kind = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, kind)
    return path


def all_of(path):
    with path.open("rb") as file, zipfile.ZipFile(file) as archive:
        return [packed(file, info) for info in archive.infolist()]


def test_what_it_holds_is_told_and_a_changed_one_takes_its_place(source, tmp_path):
    first, *others = all_of(source)
    assert {file.name: file.content() for file in (first, *others)} == CONTENTS
    target = tmp_path / "target.zip"
    changed = first.holding("没有那个人".encode())
    with zipfile.ZipFile(target, "w") as archive:
        archive.comment = b"mark"
        for file in (changed, *others):
            add_packed(archive, file)
    require_whole(target, [changed])
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        assert archive.comment == b"mark"
        read = {name: archive.read(name) for name in archive.namelist()}
    assert read == {**CONTENTS, first.name: "没有那个人".encode()}
    assert [file.data for file in all_of(target)[1:]] == [file.data for file in others]


def test_a_zip_written_as_a_stream_can_be_taken_over(tmp_path):
    class Stream:
        """Takes bytes one after the other, so that sizes can only follow them."""

        def __init__(self, file):
            self._file = file

        def write(self, data):
            return self._file.write(data)

        def flush(self):
            self._file.flush()

    path = tmp_path / "stream.zip"
    with path.open("wb") as file, zipfile.ZipFile(Stream(file), "w") as archive:  # type: ignore[arg-type]
        archive.writestr("a", b"abc" * 100, zipfile.ZIP_DEFLATED)
        archive.writestr("b", b"xyz")
    with zipfile.ZipFile(tmp_path / "target.zip", "w") as archive:
        for each in all_of(path):
            add_packed(archive, each)
    with zipfile.ZipFile(tmp_path / "target.zip") as archive:
        assert archive.testzip() is None
        assert archive.read("a") == b"abc" * 100


def test_the_same_file_in_another_backup_is_known(source, tmp_path):
    first = all_of(source)[0]
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as archive:
        add_packed(archive, first)
    assert all_of(other)[0].key == first.key
    assert first.holding(b"else").key != first.key


@pytest.mark.parametrize("place", [0.1, 0.5, 0.95])
def test_a_damaged_one_is_never_taken_for_a_good_one(source, place):
    file = all_of(source)[1]
    broken = bytearray(file.data)
    broken[int(len(broken) * place)] ^= 0x10
    with pytest.raises((zipfile.BadZipFile, zlib.error)):
        type(file)(info=file.info, data=bytes(broken)).content()
