"""Reads notices from Markdown files with front matter, and keeps the user's own copies of them.

A user's copy stands in for the shipped notice with the same id. One that cannot be read is left
as it is, the shipped notice is used, and a problem tells which line is wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from moderator_app.core.errors import BadInput
from moderator_app.core.notices.notice import Notice
from moderator_app.core.wording import Reason, Wording
from moderator_app.storage import strict_yaml
from moderator_app.storage.durable import remove_file, write_file
from moderator_app.storage.oserrors import not_saved

_MARK = "---"
_KEYS = frozenset({"id", "title", "title_en", "when", "when_en", "order", "counts"})
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_PLAIN = re.compile(r"[\w\u4e00-\u9fff][\w\u4e00-\u9fff /，、。；（）「」-]*")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeShelf:
    """The notices of one rulebook in their order; `own` are the files of the user's copies by id."""

    notices: tuple[Notice, ...] = ()
    problems: tuple[Reason, ...] = ()
    own: dict[str, Path] = field(default_factory=dict)


def load_shelf(shipped: Path, own: Path) -> NoticeShelf:
    """The shipped notices with the user's copies in their place, and the user's own beside them."""
    problems: list[Reason] = []
    found = {notice.id: notice for _, notice in _read_folder(shipped, problems)}
    paths: dict[str, Path] = {}
    for path, notice in _read_folder(own, problems):
        if notice.id in paths:
            problems.append(Reason("notice.twice", {"file": path.name, "notice": notice.id}))
            continue
        paths[notice.id] = path
        found[notice.id] = replace(notice, edited=True, own=notice.id not in found)
    ordered = tuple(sorted(found.values(), key=lambda notice: (notice.order, notice.id)))
    return NoticeShelf(notices=ordered, problems=tuple(problems), own=paths)


def _read_folder(folder: Path, problems: list[Reason]) -> Iterator[tuple[Path, Notice]]:
    for path in sorted(folder.glob("*.md")):
        try:
            text, _ = strict_yaml.read_text(path, too_large="messages.too-large")
            yield path, parse_notice(text)
        except BadInput as error:
            values = {"why": error.reason.code, **error.reason.values, "file": path.name}
            problems.append(Reason("notice.replaced", {"line": 1, **values}))
        except OSError as error:
            detail = error.strerror or str(error)
            problems.append(Reason("notice.unreadable", {"file": path.name, "detail": detail}))


def parse_notice(text: str) -> Notice:
    """A notice from the text of its file; BadInput names the line and what is wrong there."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[0].rstrip() != _MARK:
        raise BadInput("notice.no-front-matter", line=1)
    try:
        end = next(i for i, line in enumerate(lines) if i and line.rstrip() == _MARK)
    except StopIteration:
        raise BadInput("notice.front-matter-open", line=len(lines)) from None
    # An empty line stands where the opening mark was, so that lines count as in the file.
    head = "\n".join(["", *lines[1:end]])
    body = "\n".join(lines[end + 1 :]).strip()
    if not body:
        raise BadInput("notice.empty", line=end + 1)
    return _notice(_fields(head), body)


def _fields(head: str) -> dict[str, strict_yaml.Tree]:
    tree = strict_yaml.parse(head)
    try:
        return dict(tree.items())
    except BadInput as error:
        raise BadInput(strict_yaml.hint_for(head, tree.line, error.reason.code), line=tree.line) from error


def _notice(fields: dict[str, strict_yaml.Tree], body: str) -> Notice:
    for key, tree in fields.items():
        if key not in _KEYS:
            raise BadInput("notice.unknown-key", line=tree.line, key=key)
    texts = {key: tree.text().strip() for key, tree in fields.items()}
    if not texts.get("id"):
        raise BadInput("notice.no-id", line=2)
    return Notice(
        id=texts["id"],
        title=Wording(texts.get("title") or texts["id"], texts.get("title_en", "")),
        when=Wording(texts.get("when", ""), texts.get("when_en", "")),
        text=body,
        order=_order(fields.get("order")),
        counts=_counts(fields.get("counts")),
    )


def _order(tree: strict_yaml.Tree | None) -> int:
    if tree is None:
        return 0
    if not re.fullmatch(r"[0-9]{1,6}", tree.text()):
        raise BadInput("notice.bad-order", line=tree.line, value=tree.text())
    return int(tree.text())


def _counts(tree: strict_yaml.Tree | None) -> bool:
    if tree is None or tree.text() == "false":
        return False
    if tree.text() != "true":
        raise BadInput("notice.bad-counts", line=tree.line, value=tree.text())
    return True


def own_text(shelf: NoticeShelf, notice_id: str) -> str:
    """The file of the user's copy as it is; "" where there is none."""
    path = shelf.own.get(notice_id)
    return strict_yaml.read_text(path)[0] if path else ""


def put_own_text(own: Path, shelf: NoticeShelf, notice_id: str, text: str) -> None:
    """Let the user's copy be this file, written durably; take it away for ""."""
    path = shelf.own.get(notice_id) or _free_path(own, notice_id)
    if not text:
        remove_file(path)
        return
    try:
        own.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_saved(error, path) from error
    write_file(path, text.encode("utf-8", errors="replace"))


def safe_name(name: str) -> str:
    """`name` as a file name that every system takes."""
    safe = _UNSAFE.sub("_", name)[:_LONGEST_NAME].rstrip(" .") or "_"
    return f"_{safe}" if safe.startswith(".") or _RESERVED.match(safe) else safe


def _free_path(folder: Path, notice_id: str) -> Path:
    name = safe_name(notice_id)
    path, number = folder / f"{name}.md", 2
    while path.exists():
        path, number = folder / f"{name}~{number}.md", number + 1
    return path


def file_text(notice: Notice) -> str:
    """A notice as its file holds it."""
    head = {
        "id": notice.id,
        "title": notice.title.zh,
        "title_en": notice.title.en,
        "when": notice.when.zh,
        "when_en": notice.when.en,
    }
    rows = [f"{key}: {_scalar(value)}" for key, value in head.items() if value]
    rows += [f"order: {notice.order}", f"counts: {'true' if notice.counts else 'false'}"]
    return "\n".join([_MARK, *rows, _MARK, notice.text.strip(), ""])


def _scalar(value: str) -> str:
    """A value as YAML; what is not plainly harmless is quoted as JSON, which YAML reads."""
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
