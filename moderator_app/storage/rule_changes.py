"""The user's changes to a rulebook: a small file of their own that is laid over it, read and written."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from moderator_app.core.errors import BadInput
from moderator_app.core.message import Kind, Message, Role
from moderator_app.core.rules.changes import ClauseChange, Mode, OwnWord, mode_of
from moderator_app.core.rules.past import Checked, Outcome
from moderator_app.core.rules.rulebook import Example, Examples, Problem, Rulebook
from moderator_app.core.rules.strictness import Strictness
from moderator_app.core.wording import Reason, Wording
from moderator_app.storage import clause_reader as read
from moderator_app.storage.codec import whole_text
from moderator_app.storage.durable import remove_file, write_file
from moderator_app.storage.oserrors import not_saved
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.strict_yaml import Tree, hint_for, parse, read_text
from moderator_app.storage.yaml_repair import parse_rest

_AS_IN_CLAUSES = ("id", "title", "text", "level", "enabled", "violation", "unsure", "allow", "examples")
_KEYS = (*_AS_IN_CLAUSES, "strictness", "words")
_ODD_LINE_END = re.compile(r"[\x85\u2028\u2029]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_HEAD = """\
# yaml-language-server: $schema={schema}
# 这里是您对群规「{title}」的改动，由群管助手写成；随附的群规没有动，两者合起来使用。
# 您可以直接修改，保存后立即生效；写错的一处会被指出来，其余照常。在程序里再次保存时，这里的注释不会保留。
# These are your changes to the rulebook above; delete an entry to take the shipped clause again.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a file of changes holds; `lines` tell where each clause's begins, `problems` what was left out."""

    clauses: Mapping[str, ClauseChange] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def shown_name(path: Path) -> str:
    """How the file is called in what the user is told: apart from the rulebook of the same name."""
    return f"{path.parent.name}/{path.name}"


FOLDER = "changes"
"""Where the files lie, in the folder of the user's own rulebooks."""


def is_changes(path: Path) -> bool:
    """Whether a file is one of changes and no rulebook: by its folder, or because it says for which it is."""
    try:
        tree, _ = parse_rest(read_text(path)[0])
        return path.parent.name == FOLDER or (tree.get("for") is not None and tree.get("id") is None)
    except (BadInput, OSError):
        return path.parent.name == FOLDER and path.is_file()


def meant_for(path: Path) -> str:
    """The id of the rulebook that a file of changes is for: as it says, else by its name."""
    try:
        return read.text(parse_rest(read_text(path)[0])[0], "for") or path.stem
    except BadInput:
        return path.stem


def read_changes(path: Path, rulebook: Rulebook, rulebook_id: str) -> Changes:
    """The changes in this file, as far as they can be read; none where there is no file.

    One that names no clause of `rulebook`, or cannot be read, is left out and named with its line.
    """
    reader = _Reader(path, rulebook)
    try:
        return reader.changes(rulebook_id)
    except FileNotFoundError:
        return Changes()
    except OSError as error:
        reason = Reason("changes.no-file", {"detail": error.strerror or str(error)})
        return Changes(problems=(reader.problem(0, reason),))
    except BadInput as error:
        reader.note(error, 1)
        return Changes(problems=tuple(reader.problems))


class _Reader:
    """Reads one file of changes, and gathers what goes wrong."""

    def __init__(self, path: Path, rulebook: Rulebook) -> None:
        self._path = path
        self._rulebook = rulebook
        self._text = ""
        self.problems: list[Problem] = []

    def changes(self, rulebook_id: str) -> Changes:
        self._text, foreign = read_text(self._path)
        if foreign:
            self.problems.append(self.problem(1, Reason("rulebook.gb18030")))
        tree, cuts = parse_rest(self._text)
        self.problems += [self.problem(cut.line, cut.reason) for cut in cuts]
        read.only(tree, ("for", "clauses"))
        if (named := read.text(tree, "for")) != rulebook_id:
            raise BadInput("changes.other-rulebook", line=1, named=named, rulebook=rulebook_id)
        items = tree.get("clauses")
        found: dict[str, ClauseChange] = {}
        lines: dict[str, int] = {}
        for item in items.list() if items is not None else ():
            try:
                change = self._change(item, found)
            except BadInput as error:
                self.note(error, item.line)
            else:
                found[change.id], lines[change.id] = change, item.line
        return Changes(clauses=found, lines=lines, problems=tuple(self.problems))

    def _change(self, item: Tree, known: Mapping[str, ClauseChange]) -> ClauseChange:
        name = read.text(item, "id")
        if self._rulebook.clause(name) is None:
            raise BadInput("changes.unknown-clause", line=item.line, wanted=name)
        if name in known:
            raise BadInput("clause.twice", line=item.line)
        return _change(item)

    def note(self, error: BadInput, line: int) -> None:
        """Name what cannot be read, with the likelier slip where there is one on that line."""
        values = dict(error.reason.values)
        at = int(values.pop("line", line)) or line
        self.problems.append(self.problem(at, Reason(hint_for(self._text, at, error.reason.code), values)))

    def problem(self, line: int, reason: Reason) -> Problem:
        return Problem(file=shown_name(self._path), line=line, clause="", reason=reason)


def _change(item: Tree) -> ClauseChange:
    """One change; what it has in common with a clause is read as such."""
    read.only(item, _KEYS)
    given = dict(item.items())
    as_clause = Tree({key: value for key, value in given.items() if key in _AS_IN_CLAUSES}, item.line)
    clause, _ = read.clause(as_clause, 0)
    strictness = given.get("strictness")
    return ClauseChange(
        id=clause.id,
        title=clause.title if "title" in given else None,
        text=clause.text if "text" in given else None,
        level=clause.level if "level" in given else None,
        mode=mode_of(clause) if "enabled" in given else None,
        strictness=read.choice(Strictness, strictness) if strictness else None,
        violation=clause.violation if "violation" in given else None,
        unsure=clause.unsure if "unsure" in given else None,
        words=tuple(_own_words(given.get("words"))),
        allow=clause.allow,
        examples=clause.examples,
    )


def _own_words(tree: Tree | None) -> Iterator[OwnWord]:
    """Words that count only together, each as a text; one that counts alone as `{word: …, alone: true}`."""
    if tree is None:
        return
    if isinstance(tree.value, str):
        yield from (OwnWord(text=word) for word in read.words(tree))
        return
    for item in tree.list():
        if isinstance(item.value, str):
            if item.value.strip():
                yield OwnWord(text=item.value.strip())
            continue
        read.only(item, ("word", "alone"))
        if word := read.text(item, "word").strip():
            yield OwnWord(text=word, alone=read.switch(item.get("alone"), default=False))


# ---- writing


def keep_aside(path: Path, folder: Path) -> None:
    """Keep a copy of the file as it is in `folder`, named after when it was written; NotSaved if it fails."""
    written = datetime.fromtimestamp(path.stat().st_mtime)
    target = folder / f"{written:%Y%m%d-%H%M%S}-{path.parent.name}-{path.name}"
    try:
        folder.mkdir(exist_ok=True)
        shutil.copy2(path, target)
    except OSError as error:
        raise not_saved(error, target) from error


def write_changes(
    path: Path, rulebook: Rulebook, rulebook_id: str, changes: Mapping[str, ClauseChange]
) -> None:
    """Write the changes that say something, durably; without any the file is taken away."""
    wanted = [change for change in changes.values() if not change.empty]
    if not wanted:
        remove_file(path)
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_saved(error, path) from error
    write_file(path, changes_text(rulebook, rulebook_id, wanted).encode())


def changes_text(rulebook: Rulebook, rulebook_id: str, changes: list[ClauseChange]) -> str:
    """The file as it is written: its head, and one entry for each clause."""
    schema = (resources_dir() / "schema" / "changes.schema.json").resolve().as_uri()
    head = _HEAD.format(schema=schema, title=" ".join(rulebook.title.zh.split()))
    value = {"for": rulebook_id, "clauses": [change_doc(change) for change in changes]}
    body = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100_000, default_flow_style=False
    )
    return head + body


def change_text(change: ClauseChange) -> str:
    """One change as a text of its own, from which `change_from` makes it again; "" where it is empty."""
    if change.empty:
        return ""
    text: str = yaml.dump(change_doc(change), Dumper=_Dumper, allow_unicode=True, sort_keys=False)
    return text


def change_from(text: str, clause: str) -> ClauseChange:
    """The change that a text holds; one that changes nothing in `clause` for ""."""
    return _change(parse(text)) if text else ClauseChange(id=clause)


def dumped(node: yaml.Node) -> str:
    """A part of such a file that was read as nodes, as it is written."""
    text: str = yaml.serialize(node, Dumper=_Dumper, allow_unicode=True, width=100_000)
    return text


class _Dumper(yaml.SafeDumper):
    """PyYAML's writer with list items set in, and texts of several lines as blocks."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)


def _text_node(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """A text; YAML knows no half characters, and a block shows line ends as they are."""
    plain = _LONE_SURROGATE.sub("\ufffd", whole_text(text))
    style = '"' if _ODD_LINE_END.search(plain) else "|" if "\n" in plain else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", plain, style=style)


_Dumper.add_representer(str, _text_node)

Doc = dict[str, Any]


def change_doc(change: ClauseChange) -> Doc:
    """A change as it stands in the file: only what it sets otherwise."""
    doc: Doc = {
        "id": change.id,
        "title": _wording_doc(change.title),
        "text": _wording_doc(change.text),
        "level": change.level.value if change.level else None,
        "enabled": {Mode.ON: True, Mode.WATCH: "watch", Mode.OFF: False, None: None}[change.mode],
        "strictness": change.strictness.value if change.strictness else None,
        "violation": change.violation,
        "unsure": change.unsure,
        "words": [{"word": word.text, "alone": True} if word.alone else word.text for word in change.words],
        "allow": list(change.allow),
        "examples": _examples_doc(change.examples),
    }
    return {key: value for key, value in doc.items() if value is not None and value not in ([], {})}


def _wording_doc(wording: Wording | None) -> str | Doc | None:
    if wording is None or not wording.en:
        return wording.zh if wording else None
    return {"zh": wording.zh, "en": wording.en}


def _examples_doc(examples: Examples) -> Doc:
    lists = {"hit": examples.hit, "miss": examples.miss}
    return {name: [_example_doc(each) for each in found] for name, found in lists.items() if found}


def _example_doc(example: Example) -> str | Doc:
    """A bare text where nothing else is told of the message."""
    message, context = example.message, example.context
    doc: Doc = {
        **_message_doc(message),
        "sender": message.sender or context.speaker.name,
        "card": context.speaker.card,
        "role": context.speaker.role.value if context.speaker.role is not Role.MEMBER else "",
        "codes": list(message.codes),
        "assumed": message.assumed,
        "decided": example.decided,
        "before": [_without_defaults(_message_doc(each)) for each in context.before],
        "past": [_without_defaults(_checked_doc(each)) for each in context.past or ()],
    }
    told = _without_defaults(doc)
    return message.text if told.keys() == {"text"} else told


def _message_doc(message: Message) -> Doc:
    return {
        "text": message.text,
        "sender": message.sender,
        "kind": message.kind.value if message.kind is not Kind.TEXT else "",
        "at": message.at.isoformat() if message.at else "",
    }


def _checked_doc(checked: Checked) -> Doc:
    return {
        "text": checked.text,
        "sender": checked.name,
        "at": checked.at.isoformat(),
        "outcome": checked.outcome.value if checked.outcome is not Outcome.OPEN else "",
        "rules": list(checked.rules),
    }


def _without_defaults(doc: Doc) -> Doc:
    return {key: value for key, value in doc.items() if value or key == "text"}
