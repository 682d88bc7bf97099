"""Files in a zip as they lie there, packed: taken from one zip into another without being packed again."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from struct import unpack
from typing import BinaryIO

_HEAD = 30
"""Bytes of what stands before a file; at its end are the lengths of its name and of what follows that."""
_ENCRYPTED, _SIZES_FOLLOW = 0x01, 0x08


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """One file of a zip: its entry, and its bytes as they are packed."""

    info: zipfile.ZipInfo
    data: bytes

    @property
    def name(self) -> str:
        """Its path in the zip."""
        return self.info.filename

    @property
    def key(self) -> tuple[str, int, bytes]:
        """The same for the same file in another zip."""
        return self.name, self.info.compress_type, blake2b(self.data, digest_size=16).digest()

    def content(self) -> bytes:
        """What it holds; BadZipFile where it is damaged."""
        if self.info.flag_bits & _ENCRYPTED:
            raise zipfile.BadZipFile(self.name)
        content = self.data
        if self.info.compress_type == zipfile.ZIP_DEFLATED:
            content = zlib.decompress(self.data, -zlib.MAX_WBITS)
        elif self.info.compress_type != zipfile.ZIP_STORED:
            raise zipfile.BadZipFile(self.name)
        if zlib.crc32(content) != self.info.CRC:
            raise zipfile.BadZipFile(self.name)
        return content

    def holding(self, content: bytes) -> Packed:
        """The same file with another content."""
        packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
        data, info = packer.compress(content) + packer.flush(), copy(self.info)
        info.compress_type, info.CRC = zipfile.ZIP_DEFLATED, zlib.crc32(content)
        info.file_size, info.compress_size = len(content), len(data)
        return replace(self, info=info, data=data)


def packed(file: BinaryIO, info: zipfile.ZipInfo) -> Packed:
    """A file of a zip that is open as `file`; struct.error or BadZipFile where it is damaged."""
    file.seek(info.header_offset)
    name, extra = unpack("<HH", file.read(_HEAD)[-4:])
    file.seek(name + extra, 1)
    data = file.read(info.compress_size)
    if len(data) != info.compress_size:
        raise zipfile.BadZipFile(info.filename)
    return Packed(info=info, data=data)


def add_packed(archive: zipfile.ZipFile, file: Packed) -> None:
    """Add a file as it is packed: `zipfile` itself would pack it again, which takes nearly all the time."""
    info, target = copy(file.info), archive.fp
    assert target is not None
    info.extra, info.flag_bits = b"", info.flag_bits & ~_SIZES_FOLLOW
    info.header_offset = target.tell()
    target.write(info.FileHeader(zip64=False))
    target.write(file.data)
    archive.filelist.append(info)
    archive.NameToInfo[info.filename] = info
    archive.start_dir = target.tell()
    archive._didModify = True  # type: ignore[attr-defined]  # or it would write no directory


def require_whole(path: Path, files: Iterable[Packed]) -> None:
    """BadZipFile where a zip that was made so is not read as it was meant: what is new, and how it ends."""
    with zipfile.ZipFile(path) as archive:
        last = archive.infolist()[-1:]
        for info in (*(file.info for file in files), *last):
            if len(archive.read(info.filename)) != info.file_size:
                raise zipfile.BadZipFile(info.filename)
