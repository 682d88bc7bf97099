"""Pictures handed in as evidence: copied into the data folder, named after the entry that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path

from moderator_app.core.errors import BadInput, NotFound
from moderator_app.storage.durable import make_folder, remove_file, write_file
from moderator_app.storage.layout import Layout
from moderator_app.storage.oserrors import not_saved

LARGEST = 10 * 1024 * 1024
"""Bytes of one picture."""

_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"RIFF", "webp"),
)
_NAME = re.compile(r"[\w-]{1,80}-\d{1,4}\.(png|jpg|gif|bmp|webp)", re.ASCII)


class Evidence:
    """The pictures in the data folder, written once and never changed."""

    def __init__(self, layout: Layout) -> None:
        self._folder = layout.evidence
        self._root = layout.root

    def keep(self, entry_id: str, pictures: Sequence[Path | bytes]) -> tuple[str, ...]:
        """Copy pictures (files, or their bytes) and give the names under which an entry holds them.

        BadInput names the one that is no picture or too large, before any is written; NotSaved where
        the disk refuses.
        """
        read = [_picture(picture) for picture in pictures]
        free = (number for number in count(1) if not self._taken(f"{entry_id}-{number}"))
        named = [
            (f"{entry_id}-{number}.{_kind(data)}", data) for number, data in zip(free, read, strict=False)
        ]
        for name, data in named:
            self.put(name, data)
        return tuple(name for name, _ in named)

    def _taken(self, stem: str) -> bool:
        return any((self._folder / f"{stem}.{kind}").exists() for _, kind in _KINDS)

    def put(self, name: str, data: bytes) -> None:
        """Keep a picture under the name that it has in another record; BadInput for any other name."""
        if not _NAME.fullmatch(name):
            raise BadInput("evidence.bad-name", file=name)
        _picture(data, name)
        path = self._folder / name
        if path.exists():
            return
        try:
            if not self._root.is_dir():
                raise FileNotFoundError(2, "No such folder")
            make_folder(self._folder)
        except OSError as error:
            raise not_saved(error, path) from error
        write_file(path, data, keep_previous=False)

    def path(self, name: str) -> Path:
        """Where a picture lies; NotFound where it is gone."""
        path = self._folder / name
        if not _NAME.fullmatch(name) or not path.is_file():
            raise NotFound("evidence.gone", file=name)
        return path

    def has(self, name: str) -> bool:
        """Whether a picture is here."""
        return bool(_NAME.fullmatch(name)) and (self._folder / name).is_file()

    def remove(self, names: Iterable[str]) -> None:
        """Take pictures away for good."""
        for name in filter(_NAME.fullmatch, names):
            remove_file(self._folder / name)


def is_name(name: str) -> bool:
    """Whether a picture may be called so."""
    return bool(_NAME.fullmatch(name))


def _picture(given: Path | bytes, name: str = "") -> bytes:
    """The bytes of a picture that may be kept."""
    if isinstance(given, bytes):
        data = given
    else:
        name = given.name
        try:
            with given.open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError as error:
            raise BadInput("evidence.no-file", file=name, detail=error.strerror or str(error)) from error
    if len(data) > LARGEST:
        raise BadInput("evidence.too-large", file=name, most=LARGEST // 1024 // 1024)
    if not _kind(data):
        raise BadInput("evidence.no-picture", file=name)
    return data


def _kind(data: bytes) -> str:
    kind = next((kind for magic, kind in _KINDS if data.startswith(magic)), "")
    return "" if kind == "webp" and data[8:12] != b"WEBP" else kind
