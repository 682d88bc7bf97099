"""Reads and writes whatever the terminal or pipe gives, always as UTF-8, and never breaks on it."""

from __future__ import annotations

import codecs
import io
import json
import locale
import sys
from collections.abc import Iterator
from typing import BinaryIO, TextIO


def prepare() -> None:
    """Make the standard streams speak UTF-8 whatever the console or pipe is set to.

    A program without a console has none at all: what it would say goes nowhere.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.StringIO())
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


_TRADITIONAL = "cp950"
"""Windows' code page of Taiwan and Hong Kong. Those of the West hold no Chinese, yet take nearly any byte."""


class OutputLost(Exception):
    """The answer could not be written; `error` says why. What the command did is done."""

    def __init__(self, error: OSError) -> None:
        self.error = error
        super().__init__(str(error))


def write(stream: TextIO, text: str) -> None:
    """Write an answer at once; OutputLost where it does not arrive."""
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        raise OutputLost(error) from error


def decode(data: bytes) -> str:
    """Bytes as text: UTF-8, else what Chinese programs write; bad bytes survive as surrogates."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        told = data.decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= char <= "\udcff" for char in told)
    if bad * 2 > sum(byte > 127 for byte in data):  # less is UTF-8 with some bytes lost
        for encoding in _others(data):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return told


def _others(data: bytes) -> Iterator[str]:
    """What bytes that are not UTF-8 may be written in, the likeliest first."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield "utf-16"
    if locale.getencoding() == _TRADITIONAL:
        yield _TRADITIONAL
    yield "gb18030"


def read_all(stream: TextIO) -> str:
    """Everything on standard input."""
    binary = _binary(stream)
    return stream.read() if binary is None else decode(binary.read())


def lines_of(stream: TextIO) -> Iterator[str]:
    """Standard input line by line, where only a line feed ends a line."""
    binary = _binary(stream)
    if binary is None:
        yield from stream.read().split("\n")
    else:
        yield from map(decode, binary)


def _binary(stream: TextIO) -> BinaryIO | None:
    """The bytes behind a text stream; None for one that only lives in memory."""
    return getattr(stream, "buffer", None)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody would have to type what is read."""
    return stream is None or stream.isatty()


def dump(value: object, *, indent: int | None = None) -> str:
    """A value as JSON that keeps Chinese legible; a lone surrogate stays a JSON escape."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, indent=indent)
    return text
