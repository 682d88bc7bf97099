"""The head of a rulebook file, title and summary, read without building its clauses."""

from __future__ import annotations

from pathlib import Path

from moderator_app.core.errors import BadInput
from moderator_app.core.wording import Wording
from moderator_app.storage import clause_reader as read
from moderator_app.storage.strict_yaml import read_text
from moderator_app.storage.yaml_repair import parse_rest


def read_head(path: Path) -> tuple[Wording, Wording] | None:
    """Title and summary; None where the file cannot be read so far."""
    try:
        tree, _ = parse_rest(read_text(path)[0])
        return read.wording(tree.get("title")), read.wording(tree.get("summary"))
    except (BadInput, OSError):
        return None
