"""Loading a rulebook: what can be read works, what cannot is switched off and named with its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from moderator_app.core.errors import BadInput
from moderator_app.core.rules.detectors import make
from moderator_app.core.rules.examples import other_clauses, run_examples
from moderator_app.core.rules.hours import QUIET_HOURS, QuietHours
from moderator_app.core.rules.ngrams import NgramModel
from moderator_app.core.rules.rulebook import Clause, Problem, Rulebook, Sign
from moderator_app.core.rules.scanner import needed
from moderator_app.core.wording import Reason
from moderator_app.storage import clause_reader as read
from moderator_app.storage.models import load_model
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.process_reader import process
from moderator_app.storage.regex_trial import trial
from moderator_app.storage.strict_yaml import Tree, hint_for, read_text
from moderator_app.storage.yaml_repair import parse_rest

_KEYS = {
    "id", "title", "summary", "link", "uses", "shared", "notices", "ladder", "process", "periods", "signs",
    "clauses",
}  # fmt: skip
_PLAIN = re.compile(r"[a-z][a-z0-9-]*")


def load_rulebook(
    path: Path, *, resources: Path | None = None, examples: bool = True, known: Rulebook | None = None
) -> Rulebook:
    """The rulebook in this file; BadInput where not even its head can be read.

    `resources` holds the lexicons and shared clauses that it names (the shipped ones by default).
    With `examples` each clause must pass its own, or is switched off and named in `problems`; those
    that stand in `known`, of which it is a copy, have passed them there.
    """
    loader = _Loader(resources or resources_dir())
    rulebook = loader.rulebook(path)
    if not examples:
        return rulebook
    clauses = other_clauses(rulebook, known) if known else None
    return check_examples(rulebook, path.name, loader.lines, clauses, files=loader.files)


def load_quiet_hours(resources: Path | None = None) -> QuietHours:
    """The shared clause on quiet hours; BadInput where it cannot be read."""
    loader = _Loader(resources or resources_dir())
    return QuietHours(clause=loader.shared_clause(QUIET_HOURS), signs=loader.signs)


def check_examples(
    rulebook: Rulebook,
    file: str = "",
    lines: Mapping[str, int] | None = None,
    clauses: Collection[str] | None = None,
    *,
    files: Mapping[str, str] | None = None,
) -> Rulebook:
    """The rulebook with every clause switched off that fails an example of its own.

    Only those named in `clauses` are tried, all by default. A problem names the clause's file in
    `files`, else `file`, and its line in `lines`.
    """
    problems = list(rulebook.problems)
    failed = set()
    for result in run_examples(rulebook, clauses):
        if result.passed or result.clause in failed:
            continue
        failed.add(result.clause)
        code = "clause.example-not-hit" if result.expected_hit else "clause.example-hit"
        reason = Reason(code, {"clause": result.clause, "text": result.text})
        stands_in, line = (files or {}).get(result.clause, file), (lines or {}).get(result.clause, 0)
        problems.append(Problem(file=stands_in, line=line, clause=result.clause, reason=reason))
    if not failed:
        return rulebook
    left = tuple(replace(c, enabled=False) if c.id in failed else c for c in rulebook.clauses)
    return replace(rulebook, clauses=left, problems=tuple(problems))


@dataclass(frozen=True, slots=True)
class _Shared:
    """A shared clause, and the file that it stands in; `line` is where the rulebook has its own examples."""

    clause: Tree
    file: str
    text: str
    line: int = 0


@dataclass
class _Loader:
    """Reads one rulebook with what it includes, and gathers what goes wrong."""

    resources: Path
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    signs: dict[str, Sign] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def rulebook(self, path: Path) -> Rulebook:
        tree, text = self._tree(path)
        try:
            return self._rulebook(tree, path, text)
        except BadInput as error:
            raise _located(error, path, text) from error

    def shared_clause(self, name: str) -> Clause:
        """One shared clause as it stands, with its signs taken in."""
        found = self._shared(Tree(name, 1), "")
        clauses = [*self._clauses(Tree([found.clause], 1), found.file, found.text)] if found else []
        if not clauses:
            raise BadInput("clause.not-shared", line=1)
        return clauses[0]

    def _rulebook(self, tree: Tree, path: Path, text: str) -> Rulebook:
        read.only(tree, _KEYS)
        self._lexicons(tree)
        shared = [found for item in _items(tree.get("shared")) if (found := self._shared(item, path.name))]
        self._signs(tree.get("signs"), path.name, text)
        clauses = [*self._clauses(tree.get("clauses"), path.name, text)]
        for each in shared:
            clauses += self._clauses(Tree([each.clause], 1), each.file, each.text, len(clauses))
            self._remember(each)
        book_id = read.text(tree, "id")
        if not book_id:
            raise BadInput("rulebook.no-id", line=tree.line)
        periods = tree.get("periods")
        return Rulebook(
            id=book_id,
            title=read.wording(tree.get("title")),
            summary=read.wording(tree.get("summary")),
            clauses=tuple(sorted(clauses, key=lambda clause: clause.number)),
            ladder=read.ladder(tree.get("ladder")),
            signs=self.signs,
            models=self._models(path.name),
            periods=tuple(read.period(item) for item in periods.list()) if periods else (),
            notices=read.notices(tree.get("notices")),
            process=process(tree.get("process")),
            rules_link=read.text(tree, "link"),
            problems=tuple(self.problems),
        )

    def _models(self, file: str) -> dict[str, NgramModel]:
        """The models that signs name; a sign whose model cannot be read is never seen, and that is told."""
        found: dict[str, NgramModel] = {}
        for name in sorted({sign.model for sign in self.signs.values() if sign.model}):
            try:
                found[name] = load_model(self.resources / "models" / f"{name}.json")
            except BadInput as error:
                self._note(error, file, "", "", 0)
        return found

    def _tree(self, path: Path) -> tuple[Tree, str]:
        """The file's tree; a list item that is not YAML is cut out and named."""
        try:
            text, foreign = read_text(path)
            tree, cuts = parse_rest(text)
        except BadInput as error:
            raise _located(error, path, "") from error
        if foreign:
            self.problems.append(
                Problem(file=path.name, line=0, clause="", reason=Reason("rulebook.gb18030"))
            )
        for cut in cuts:
            self.problems.append(Problem(file=path.name, line=cut.line, clause=cut.id, reason=cut.reason))
        return tree, text

    def _lexicons(self, tree: Tree) -> None:
        """The lexicons that a file uses, each read once."""
        for name in read.words(tree.get("uses")):
            if name not in self.used:
                self.used.add(name)
                self._lexicon(self.resources / "lexicons" / f"{name}.yaml")

    def _lexicon(self, path: Path) -> None:
        if not path.is_file():
            self.problems.append(
                Problem(file=path.name, line=0, clause="", reason=Reason("rulebook.no-lexicon"))
            )
            return
        try:
            tree, text = self._tree(path)
            read.only(tree, ("signs",))
        except BadInput as error:
            self._note(error, path.name, "", "", 0)
            return
        self._signs(tree.get("signs"), path.name, text)

    def _signs(self, tree: Tree | None, file: str, text: str) -> None:
        for name, item in tree.items() if tree is not None else ():
            try:
                self.signs[name] = read.sign(name, item)
            except BadInput as error:
                self._note(error, file, name, text, item.line)

    def _shared(self, item: Tree, file: str) -> _Shared | None:
        """A shared clause with what the rulebook sets otherwise; its signs yield to the rulebook's own."""
        own = {"id": item} if isinstance(item.value, str) else dict(item.items())
        name = own["id"].text() if "id" in own else ""
        path = self.resources / "rulebooks" / "shared" / f"{name}.yaml"
        if not _PLAIN.fullmatch(name) or not path.is_file():
            self._note(BadInput("clause.not-shared", line=item.line), file, name, "", item.line)
            return None
        try:
            tree, text = self._tree(path)
            read.only(tree, ("uses", "signs", "clause"))
            clause = tree.get("clause") or Tree({}, 1)
            merged = Tree({**dict(clause.items()), **own}, clause.line)
        except BadInput as error:
            self._note(error, path.name, name, "", 0)
            return None
        self._lexicons(tree)
        self._signs(tree.get("signs"), path.name, text)
        line = own["examples"].line if "examples" in own else 0
        return _Shared(clause=merged, file=path.name, text=text, line=line)

    def _remember(self, shared: _Shared) -> None:
        """Where the examples of a shared clause stand: in its own file, or in the rulebook's."""
        name = read.text(shared.clause, "id")
        if shared.line and name in self.lines:
            self.lines[name] = shared.line
        elif name in self.lines:
            self.files[name] = shared.file

    def _clauses(self, tree: Tree | None, file: str, text: str, before: int = 0) -> Iterator[Clause]:
        for place, item in enumerate(tree.list() if tree is not None else (), before + 1):
            name = ""
            try:
                name = read.text(item, "id")
                yield self._clause(item, place)
            except BadInput as error:
                self._note(error, file, name, text, item.line)

    def _clause(self, tree: Tree, place: int) -> Clause:
        clause, own = read.clause(tree, place)
        if clause.id in self.lines:
            raise BadInput("clause.twice", line=tree.line)
        signs = {**self.signs, **own}
        named = [*clause.needs, *(term.sign for row in clause.rows for term in row.terms)]
        for name in named:
            if name not in signs:
                raise BadInput("clause.unknown-sign", line=tree.line, sign=name)
        for sign in needed(signs, named):
            _check(sign, signs, tree.line)
        self.lines[clause.id] = tree.line
        self.signs.update(own)
        return clause

    def _note(self, error: BadInput, file: str, name: str, text: str, line: int) -> None:
        values = dict(error.reason.values)
        at = int(values.pop("line", line)) or line
        code = hint_for(text, at, error.reason.code) if error.reason.code in _SHAPE else error.reason.code
        self.problems.append(Problem(file=file, line=at, clause=name, reason=Reason(code, values)))


def _items(tree: Tree | None) -> list[Tree]:
    """The items of a list, or the words of one text as such items."""
    if tree is not None and isinstance(tree.value, str):
        return [Tree(word, tree.line) for word in tree.value.split()]
    return tree.list() if tree is not None else []


# Slips in layout show as values of the wrong kind: then the line is searched for the likelier cause.
_SHAPE = {"yaml.not-mapping", "yaml.not-list", "yaml.not-text", "yaml.unknown-key", "yaml.syntax"}


def _check(sign: Sign, signs: Mapping[str, Sign], line: int) -> None:
    """Refuses a sign whose detector, pattern or parts cannot work."""
    if sign.detector:
        make(sign.detector, sign.options)
    if sign.pattern and (reason := trial(sign.pattern)) is not None:
        raise BadInput(reason.code, line=line, **reason.values)
    for part in sign.any:
        if part not in signs:
            raise BadInput("clause.unknown-sign", line=line, sign=part)


def _located(error: BadInput, path: Path, text: str) -> BadInput:
    """The same refusal with the file's name, once."""
    values = dict(error.reason.values)
    code = error.reason.code
    if text and code in _SHAPE:
        code = hint_for(text, int(values.get("line", 1)), code)
    return BadInput(code, **{**values, "file": path.name})
