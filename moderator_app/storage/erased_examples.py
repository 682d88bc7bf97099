"""Takes what a person said out of the user's changes to the rules, where it was kept as an example."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

import yaml

from moderator_app.storage.rule_changes import FOLDER, dumped

LONGEST = 1000
"""So many characters of a message tell it from all others."""
CHANGES = f"rulebooks/{FOLDER}"
"""Where the changes lie in the data folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """Which examples are a person's: by the message, or by whose it was. `masked` makes the rest unnamed."""

    messages: Collection[str]
    names: Collection[str]
    masked: Callable[[str], str]

    def without(self, text: str) -> tuple[str, int]:
        """A file of changes, or one change, without them, and how many they were.

        The same text where none is in it; ValueError where it cannot be read.
        """
        try:
            root = yaml.compose(text, Loader=yaml.SafeLoader)
        except (yaml.YAMLError, RecursionError) as error:
            raise ValueError(str(error)) from error
        before, found = yaml.serialize(root) if root else "", 0
        for change in _changes(root):
            found += self._cleaned(change)
        if root is None or (not found and yaml.serialize(root) == before):
            return text, 0
        head = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
        return head + dumped(root), found

    def out_of(self, data: bytes) -> tuple[bytes, int]:
        """The same for the bytes of a file; ValueError where it cannot be read."""
        text = data.decode("utf-8-sig")
        cleaned, found = self.without(text)
        return (data if cleaned == text else cleaned.encode()), found

    def _cleaned(self, change: yaml.Node) -> int:
        """Take a person's examples out of one change; how many they were."""
        found = 0
        for side in ("hit", "miss"):
            examples = _value(_value(change, "examples"), side)
            if isinstance(examples, yaml.SequenceNode):
                kept = [each for each in examples.value if not self._is_theirs(each)]
                found += len(examples.value) - len(kept)
                examples.value = kept
                for example in kept:
                    self._mask(example)
        return found

    def _is_theirs(self, example: yaml.Node) -> bool:
        if _text(example)[:LONGEST] in self.messages or self._said_by_them(example):
            return True
        around = (_value(example, name) for name in ("before", "past"))
        told = (each for node in around if isinstance(node, yaml.SequenceNode) for each in node.value)
        return any(map(self._said_by_them, told))

    def _said_by_them(self, message: yaml.Node) -> bool:
        return any(_scalar(_value(message, name)) in self.names for name in ("sender", "card"))

    def _mask(self, example: yaml.Node) -> None:
        node = _value(example, "text") or example
        if isinstance(node, yaml.ScalarNode):
            node.value = self.masked(node.value)


def _changes(root: yaml.Node | None) -> Iterator[yaml.Node]:
    """The changes of a file, or the one that a text is."""
    clauses = _value(root, "clauses")
    if isinstance(clauses, yaml.SequenceNode):
        yield from clauses.value
    elif root is not None:
        yield root


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if _scalar(name) == key), None)


def _scalar(node: yaml.Node | None) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def _text(example: yaml.Node) -> str:
    return _scalar(example) or _scalar(_value(example, "text"))
