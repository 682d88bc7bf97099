"""The history of checks on the disk: lines of JSON for each group and month, added at the end.

It helps the judge and is not the record: a line may be lost when the power fails, a torn or foreign
line is passed over, and nobody waits for the disk. Folder and file names follow the ledger's.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from binascii import a2b_base64
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from sys import intern
from typing import Any, BinaryIO

from moderator_app.core.rules.past import Checked, Outcome, plain
from moderator_app.core.rules.verdict import Level
from moderator_app.storage.codec import whole_text
from moderator_app.storage.durable import remove_file, write_file
from moderator_app.storage.envelope import Doc
from moderator_app.storage.layout import folder_name
from moderator_app.storage.oserrors import not_saved

_MONTH = re.compile(r"\d{4}-\d{2}")
_STAMP = re.compile(rb'"at":"([^"]{19})')
_AT_ONCE = 500
_NEWEST = 40_000
"""Of a longer history only so many messages are read: what is older was hardly ever asked for."""


class History:
    """All that was checked, by group; each line is a message, or what became of an earlier one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, group: str, now: datetime, messages: Iterable[Checked]) -> None:
        """Add messages, or newer versions of them under the same id; NotSaved where that fails."""
        self._append(group, now, map(_doc_of, messages))

    def settle(self, group: str, now: datetime, ids: Iterable[str], outcome: Outcome) -> None:
        """Add what became of these messages; NotSaved where that fails."""
        stamp = now.isoformat(timespec="seconds")
        self._append(group, now, ({"of": id, "outcome": outcome.value, "at": stamp} for id in ids))

    def _append(self, group: str, now: datetime, docs: Iterable[Doc]) -> None:
        data = b"".join(_line_of(doc) + b"\n" for doc in docs)
        if not data:
            return
        path = self._folder / folder_name(group) / f"{now:%Y-%m}.jsonl"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("ab+") as file:
                file.write(data if _ends_whole(file) else b"\n" + data)
        except OSError as error:
            raise not_saved(error, path) from error

    def read(self, group: str, since: datetime) -> list[Checked]:
        """The messages since then in the order in which they were checked; unreadable ones left out."""
        found: dict[str, Checked] = {}
        for path in self._files(self._folder / folder_name(group)):
            for doc in _docs_in(path):
                _take(found, doc, plain(since))
        return list(found.values())[-_NEWEST:]

    @staticmethod
    def _files(folder: Path) -> list[Path]:
        """The files of one group, oldest first."""
        return sorted(path for path in folder.glob("*.jsonl") if _MONTH.fullmatch(path.stem))

    def prune(self, since: datetime) -> None:
        """Remove what was sent before a moment; NotSaved where that fails."""
        month, moment = f"{since:%Y-%m}", since.isoformat()
        for path in self._all():
            if path.stem < month:
                remove_file(path)
            elif _holds_older(path, moment):  # also a later month: of a conversation checked long after
                _rewrite(path, lambda doc: doc if str(doc.get("at", "")) >= moment else None)

    def forget_texts(self) -> None:
        """Remove every text; what the messages are like is kept. NotSaved where that fails."""
        for path in self._all():
            _rewrite(path, lambda doc: {key: value for key, value in doc.items() if key != "text"})

    def forget_person(self, changed: Callable[[Doc], Doc | None]) -> None:
        """Write every line as `changed` gives it, or leave it out for None; NotSaved where that fails."""
        for path in self._all():
            _rewrite(path, changed)

    def every(self) -> Iterator[Doc]:
        """Every line that can be read, as it is written."""
        return (doc for path in self._all() for doc in _docs_in(path) if "id" in doc)

    def forget(self) -> None:
        """Remove everything; NotSaved where that fails."""
        for path in self._all():
            remove_file(path)

    def _all(self) -> list[Path]:
        return [path for folder in sorted(self._folder.glob("*")) for path in self._files(folder)]


def _take(found: dict[str, Checked], doc: Doc, since: datetime) -> None:
    """Bring what was found up to date with one line; one that means nothing is passed over."""
    try:
        if "of" in doc:
            if doc["of"] in found:
                found[doc["of"]] = replace(found[doc["of"]], outcome=Outcome(doc["outcome"]))
            return
        checked = _checked_from(doc)
        recent = plain(checked.at) >= since
    except (KeyError, ValueError, TypeError, OverflowError):
        return
    if recent:
        found[checked.id] = checked


def _doc_of(checked: Checked) -> Doc:
    values = {
        "id": checked.id,
        "at": checked.at.isoformat(),
        "member": checked.member,
        "name": whole_text(checked.name),
        "text": whole_text(checked.text),
        "pieces": b64encode(checked.kept).decode("ascii"),
        "level": "" if checked.level is Level.OK else checked.level.value,
        "rules": list(checked.rules),
        "watched": list(checked.watched),
        "outcome": "" if checked.outcome is Outcome.OPEN else checked.outcome.value,
    }
    return {key: value for key, value in values.items() if value}


def _checked_from(doc: Doc) -> Checked:
    get: Callable[[str, Any], Any] = doc.get
    kept = a2b_base64(get("pieces", ""), strict_mode=True)
    return Checked(
        id=str(doc["id"]),
        at=datetime.fromisoformat(doc["at"]),
        member=intern(get("member", "")),
        name=intern(get("name", "")),
        text=str(get("text", "")),
        kept=kept[: len(kept) // 4 * 4],
        level=Level(get("level", Level.OK)),
        rules=tuple(map(intern, get("rules", ()))),
        watched=tuple(map(intern, get("watched", ()))),
        outcome=Outcome(get("outcome", Outcome.OPEN)),
    )


def _line_of(doc: Doc) -> bytes:
    return json.dumps(doc, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _docs_in(path: Path) -> Iterator[Doc]:
    """The lines that are whole; none where the file cannot be read."""
    try:
        lines = path.read_bytes().split(b"\n") if path.is_file() else []
    except OSError:
        return
    for start in range(0, len(lines), _AT_ONCE):
        yield from _parsed([line for line in lines[start : start + _AT_ONCE] if line])


def _parsed(lines: Sequence[bytes]) -> Iterator[Doc]:
    """The lines as documents: in one go, or each by itself where one of them is broken."""
    try:
        docs = json.loads((b"[" + b",".join(lines) + b"]").decode("utf-8", "surrogatepass"))
        if len(docs) != len(lines):
            raise ValueError
    except (ValueError, RecursionError):
        docs = [doc for line in lines for doc in _parsed([line])] if len(lines) > 1 else []
    yield from (doc for doc in docs if isinstance(doc, dict))


def _holds_older(path: Path, moment: str) -> bool:
    """Whether a line of a file is from before a moment, to the second; quicker than to read it all."""
    try:
        stamps = _STAMP.findall(path.read_bytes()) if path.is_file() else []
    except OSError:
        return False
    return min(stamps, default=b"9") < moment[:19].encode()


def _ends_whole(file: BinaryIO) -> bool:
    """Whether the last line was written to its end."""
    end = file.seek(0, 2)
    if end == 0:
        return True
    file.seek(end - 1)
    return file.read(1) == b"\n"


def _rewrite(path: Path, change: Callable[[Doc], Doc | None]) -> None:
    """Write a file anew with each line changed, or left out for None; not where nothing changes."""
    before = list(_docs_in(path))
    after = [doc for doc in map(change, before) if doc is not None]
    if not after:
        remove_file(path)
    elif after != before:
        write_file(path, b"".join(_line_of(doc) + b"\n" for doc in after), keep_previous=False)
