"""Saving the rest of a rulebook file when one of its clauses is not YAML at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moderator_app.core.errors import BadInput
from moderator_app.core.wording import Reason
from moderator_app.storage.strict_yaml import Tree, parse

_ITEM = re.compile(r"^(\s*)-\s+id\s*[:：]\s*(?P<id>[^\s#]*)")
_MOST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A list item that had to be left out: its id, the line of the slip, and what it is."""

    id: str
    line: int
    reason: Reason


def parse_rest(text: str) -> tuple[Tree, list[Cut]]:
    """The tree of what can be read, and the items left out; BadInput where cutting does not help."""
    cuts: list[Cut] = []
    for _ in range(_MOST):
        try:
            return parse(text), cuts
        except BadInput as error:
            text, cut = _without_culprit(text, error)
            cuts.append(cut)
    return parse(text), cuts


def _without_culprit(text: str, error: BadInput) -> tuple[str, Cut]:
    """The text without the item that holds the slip: the one whose removal gets the parser furthest."""
    line = int(error.reason.values.get("line", 1))
    blocks = _blocks(text)
    near = [block for block in blocks if block[0] <= line <= block[1] + 1]
    attempts = [(_reach(_blanked(text, block)), block) for block in near]
    if not attempts or max(attempts)[0] <= line:
        # An open quote shows only where the next one stands: then any block may be the culprit.
        attempts = [(_reach(_blanked(text, block)), block) for block in blocks[:_MOST]]
    if not attempts or max(attempts)[0] <= line:
        raise error
    _, (first, last, name) = max(attempts)
    at = line if first <= line <= last else last
    return _blanked(text, (first, last, name)), Cut(id=name, line=at, reason=error.reason)


def _reach(text: str) -> int:
    """The line up to which the text can be read."""
    try:
        parse(text)
    except BadInput as error:
        return int(error.reason.values.get("line", 0))
    return 10**9


def _blocks(text: str) -> list[tuple[int, int, str]]:
    """First line, last line and id of every list item that begins with its id."""
    lines = text.splitlines()
    found = []
    for number, row in enumerate(lines, 1):
        head = _ITEM.match(row)
        if head:
            found.append((number, _end(lines, number, len(head.group(1))), head.group("id")))
    return found


def _end(lines: list[str], number: int, indent: int) -> int:
    for later in range(number, len(lines)):
        row = lines[later]
        outdented = len(row) - len(row.lstrip(" ")) <= indent and row[:1] != "\t"
        if row.strip() and outdented and not row.lstrip().startswith("#"):
            return later
    return len(lines)


def _blanked(text: str, block: tuple[int, int, str]) -> str:
    first, last, _ = block
    lines = text.splitlines()
    lines[first - 1 : last] = [""] * (last - first + 1)
    return "\n".join(lines) + "\n"
