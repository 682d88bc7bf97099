"""The form of a data file: JSON with a checksum of its own, one document a line, always UTF-8.

A file whose checksum does not fit is damaged even where it is still JSON. Entries carry a checksum
each, so that what is whole in a damaged file can be told from what is not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from itertools import islice
from typing import Any
from zlib import crc32

Doc = dict[str, Any]
Tables = dict[str, dict[str, Doc]]

Step = Callable[[int, int], None]
"""Told how many rows of how many are written or read; what it raises ends that."""

ENTRY_SUM = "sum"
_AT_ONCE = 500
"""Rows that are written or read between two words about it."""
_HEAD = re.compile(rb'\{"checksum":"([0-9a-f]{32})",')
_ROW = re.compile(rb'^"\d+":(\{.*\}),?$', re.MULTILINE)
_TABLE_HEAD = re.compile(rb'("(?:[^"\\]|\\.)*"):\{')
_TABLE_ENDS = b"},", b"}}"
_SURROGATE = re.compile("[\ud800-\udfff]")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class DamagedError(ValueError):
    """The bytes are not what was written."""


def dumps(
    tables: Mapping[str, Mapping[str, Mapping[str, Any]]], step: Step = lambda done, total: None
) -> bytes:
    """The bytes of a data file. A lone surrogate is written as its JSON escape."""
    body = list(_pieces(tables, step))
    checksum = blake2b(digest_size=16)
    for piece in body:
        checksum.update(piece)
    return b"".join((b'{"checksum":"%s",' % checksum.hexdigest().encode(), *body))


def _pieces(tables: Mapping[str, Mapping[str, Mapping[str, Any]]], step: Step) -> Iterator[bytes]:
    """What follows the checksum, never so much at once that it takes long."""
    before = "\n"
    for name, rows in tables.items():
        yield _escape(f"{before}{_encode(name)}:{{\n")
        lines = (f'"{key}":{_encode(row)}' for key, row in rows.items())
        for done in range(0, len(rows), _AT_ONCE):
            step(done, len(rows))
            yield _escape((",\n" if done else "") + ",\n".join(islice(lines, _AT_ONCE)))
        yield b"\n}"
        before = ",\n"
    yield b"}\n" if tables else b"\n}\n"


def _escape(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text).encode()


def as_written(text: str) -> bytes:
    """A text as it stands in a data file, without the quotes around it."""
    return _escape(_encode(text)[1:-1])


def _checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=16).hexdigest().encode()


def loads(data: bytes, step: Step | None = None) -> Tables:
    """The tables in a data file; DamagedError where a single byte is not as it was written.

    With `step` a long one is read in pieces.
    """
    head = _HEAD.match(data)
    if head is None or head[1] != _checksum(data[head.end() :]):
        raise DamagedError("checksum")
    tables = _in_pieces(data[head.end() :], step) if step else None
    if tables is None:
        tables = json.loads(b"{" + data[head.end() :])
    if not all(
        isinstance(rows, dict) and all(isinstance(doc, dict) for doc in rows.values())
        for rows in tables.values()
    ):
        raise DamagedError("shape")
    return tables


def _in_pieces(body: bytes, step: Step) -> Tables | None:
    """The tables in lines as `dumps` writes them; None where they are not in such lines."""
    lines, tables, at = body.split(b"\n"), Tables(), 1
    try:
        while (head := _TABLE_HEAD.fullmatch(lines[at])) is not None:
            end = next(i for i in range(at + 1, len(lines)) if lines[i] in _TABLE_ENDS)
            rows = tables[json.loads(head[1])] = {}
            for start in range(at + 1, end, _AT_ONCE):
                step(start, len(lines))
                piece = b"\n".join(lines[start : min(start + _AT_ONCE, end)])
                rows.update(json.loads(b"{%s}" % piece.rstrip(b",\n")))
            if lines[end] == _TABLE_ENDS[-1]:
                return tables if lines[end + 1 :] == [b""] else None
            at = end + 1
    except (ValueError, IndexError, StopIteration):
        return None
    return None


def sealed(doc: Doc) -> Doc:
    """The document with its own checksum."""
    return {**doc, ENTRY_SUM: _sum(doc)}


def _sum(doc: Doc) -> int:
    return crc32(_escape(_encode(doc)))


def whole_rows(data: bytes) -> Iterator[Doc]:
    """The documents with a checksum of their own that are whole in damaged bytes, in their order."""
    for row in _ROW.finditer(data):
        try:
            doc = json.loads(row[1])
        except ValueError:
            continue
        claimed = doc.pop(ENTRY_SUM, None)
        if claimed is not None and claimed == _sum(doc):
            yield {**doc, ENTRY_SUM: claimed}
