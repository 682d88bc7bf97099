"""Reading YAML strictly: every value keeps its line, scalars stay strings, keys stand once."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from errno import EINVAL
from itertools import count
from os import strerror
from pathlib import Path
from stat import S_ISFIFO
from typing import Any

import yaml

from moderator_app.core.errors import BadInput

# libyaml is several times faster; both give every scalar as the string that was written.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_FULL_WIDTH_KEY = re.compile(r"^\s*(?:-\s+)?[A-Za-z_][\w-]*\s*：")
_MAX_DEPTH = 40
_LARGEST = 2_000_000
_MAX_VALUES = 200_000
"""Aliases of aliases make a short file endless: all that it spells out is counted."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A value of the file and the line (from 1) on which it begins."""

    value: str | list[Tree] | dict[str, Tree]
    line: int

    def items(self) -> Iterator[tuple[str, Tree]]:
        """The entries of a mapping; anything else is refused."""
        if not isinstance(self.value, dict):
            raise BadInput("yaml.not-mapping", line=self.line)
        return iter(self.value.items())

    def list(self) -> list[Tree]:
        """The items of a list; an empty value is an empty list."""
        if self.value == "":
            return []
        if not isinstance(self.value, list):
            raise BadInput("yaml.not-list", line=self.line)
        return self.value

    def text(self) -> str:
        """The scalar as it was written."""
        if not isinstance(self.value, str):
            raise BadInput("yaml.not-text", line=self.line)
        return self.value

    def get(self, key: str) -> Tree | None:
        """The value of a key of a mapping, or None."""
        if not isinstance(self.value, dict):
            raise BadInput("yaml.not-mapping", line=self.line)
        return self.value.get(key)


def read_text(path: Path, *, most: int = _LARGEST, too_large: str = "rulebook.too-large") -> tuple[str, bool]:
    """The file's text, and whether it had to be read as GB18030 because it is not UTF-8.

    BadInput `too_large` for more than `most` bytes, of which no more are read: a device has no end.
    OSError for a pipe, which would be waited for.
    """
    if S_ISFIFO(path.stat().st_mode):
        raise OSError(EINVAL, strerror(EINVAL), str(path))
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise BadInput(too_large, line=1, most=most // 1_000_000)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(data, "utf-16"), False
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return _decoded(data, "gb18030"), True


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BadInput("yaml.encoding", line=line) from error


def parse(text: str) -> Tree:
    """The file as a tree; raises BadInput with the line and, where one is known, how to mend it."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        quoted = error.context is not None and "quoted scalar" in error.context
        mark = (error.context_mark if quoted else error.problem_mark) or error.context_mark
        line = mark.line + 1 if mark else 1
        raise BadInput(_hint(text, line), line=line) from error
    except yaml.reader.ReaderError as error:
        # libyaml tells the place in bytes or characters, depending on the build: near is enough.
        line = text[: error.position].count("\n") + 1
        raise BadInput("yaml.character", line=line) from error
    if node is None:
        return Tree({}, 1)
    return _tree(node, count(), 0)


def _tree(node: yaml.Node, number: Iterator[int], depth: int) -> Tree:
    line = node.start_mark.line + 1
    if depth > _MAX_DEPTH:
        raise BadInput("yaml.too-deep", line=line)
    if next(number) > _MAX_VALUES:
        raise BadInput("rulebook.too-large", line=line)
    if isinstance(node, yaml.MappingNode):
        return Tree(_mapping(node, number, depth), line)
    if isinstance(node, yaml.SequenceNode):
        return Tree([_tree(item, number, depth + 1) for item in node.value], line)
    return Tree(str(node.value), line)


def _mapping(node: yaml.MappingNode, number: Iterator[int], depth: int) -> dict[str, Tree]:
    found: dict[str, Tree] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise BadInput("yaml.key", line=line)
        if key.value in found:
            raise BadInput("yaml.twice", line=line, key=key.value)
        found[key.value] = _tree(value, number, depth + 1)
    return found


def hint_for(text: str, line: int, otherwise: str) -> str:
    """The code of the likeliest slip on this line or the one before it: full-width colon, tab."""
    lines = text.splitlines()
    near = [lines[i] for i in (line - 1, line - 2) if 0 <= i < len(lines)]
    if any(_FULL_WIDTH_KEY.match(row) for row in near):
        return "yaml.full-width-colon"
    if any("\t" in row[: len(row) - len(row.lstrip())] for row in near):
        return "yaml.tab"
    return otherwise


def _hint(text: str, line: int) -> str:
    return hint_for(text, line, "yaml.syntax")
