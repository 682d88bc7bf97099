"""The rulebooks and notices at hand: those that ship, and the user's own that stand in for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from weakref import WeakKeyDictionary

from moderator_app.core.errors import BadInput, NotFound
from moderator_app.core.roster.group import Group
from moderator_app.core.rules.changes import ClauseChange, with_changes
from moderator_app.core.rules.examples import ExampleResult, run_examples
from moderator_app.core.rules.hours import with_hours
from moderator_app.core.rules.rulebook import Problem, Rulebook
from moderator_app.core.wording import Reason
from moderator_app.session.types import RulebookInfo, Template
from moderator_app.storage import notices as notice_files
from moderator_app.storage import rule_changes
from moderator_app.storage.layout import Layout
from moderator_app.storage.paths import notices_dir, resources_dir
from moderator_app.storage.rule_changes import Changes, read_changes, write_changes
from moderator_app.storage.rulebook_heads import read_head
from moderator_app.storage.rulebooks import check_examples, load_quiet_hours, load_rulebook


@dataclass(frozen=True, slots=True)
class _Loaded:
    stamp: int
    rulebook: Rulebook
    problems: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Laid:
    """A rulebook with the user's changes laid over it, and what they were laid over."""

    base: Rulebook
    stamp: tuple[int, int]
    changes: Changes
    rulebook: Rulebook


_NO_FILE = (0, 0)


class Library:
    """Loads a rulebook when it is first needed, and again when its file has changed."""

    def __init__(self, data_dir: Path) -> None:
        self._laid: dict[str, _Laid] = {}
        self._quarantine = Layout(data_dir).quarantine
        self._own_rulebooks = data_dir / "rulebooks"
        self._own_notices = data_dir / "notices"
        self._rulebooks: dict[Path, _Loaded] = {}
        self._shelves: dict[str, notice_files.NoticeShelf] = {}
        self._with_hours: WeakKeyDictionary[Rulebook, dict[str, Rulebook]] = WeakKeyDictionary()

    def rulebook(self, rulebook_id: str) -> Rulebook:
        """The rulebook with this id and the user's changes; NotFound or BadInput where that fails.

        Where the user's own file cannot be read at all, the shipped one of the same id holds.
        """
        return self._with_changes(rulebook_id).rulebook

    def rulebook_of(self, group: Group) -> Rulebook:
        """The rulebook that a group follows, with the group's own quiet hours where it has some."""
        rulebook = self.rulebook(group.rulebook)
        if not group.hours:
            return rulebook
        variants = self._with_hours.setdefault(rulebook, {})
        if group.hours not in variants:
            try:
                variants[group.hours] = with_hours(rulebook, group.hours, load_quiet_hours())
            except BadInput:
                variants[group.hours] = rulebook
        return variants[group.hours]

    def changes(self, rulebook_id: str) -> Changes:
        """What the user changed in a rulebook."""
        return self._with_changes(rulebook_id).changes

    def save_changes(self, rulebook_id: str, changes: Mapping[str, ClauseChange]) -> None:
        """Write the user's changes of a rulebook; a file that could not be wholly read is kept aside."""
        known = self._with_changes(rulebook_id)
        path = self._changes_path(rulebook_id)
        if known.changes.problems:
            rule_changes.keep_aside(path, self._quarantine)
        try:
            write_changes(path, known.base, rulebook_id, changes)
        finally:
            self._laid.pop(rulebook_id, None)

    def _changes_path(self, rulebook_id: str) -> Path:
        return self._own_rulebooks / rule_changes.FOLDER / f"{notice_files.safe_name(rulebook_id)}.yaml"

    def _with_changes(self, rulebook_id: str) -> _Laid:
        base, path = self.base(rulebook_id), self._changes_path(rulebook_id)
        stamp = _stamp(path)
        known = self._laid.get(rulebook_id)
        if known is None or known.base is not base or known.stamp != stamp:
            changes = read_changes(path, base, rulebook_id) if stamp != _NO_FILE else Changes()
            known = self._laid[rulebook_id] = _Laid(base, stamp, changes, _lay(base, changes, path))
        return known

    def base(self, rulebook_id: str) -> Rulebook:
        """The rulebook as its file has it, without the user's changes."""
        paths = [path for path in self._files() if path.stem == rulebook_id]
        if not paths:
            raise NotFound("rulebook.unknown", id=rulebook_id)
        stamp = paths[0].stat().st_mtime_ns
        known = self._rulebooks.get(paths[0])
        if known is None or known.stamp != stamp:
            known = self._rulebooks[paths[0]] = self._first_readable(paths, stamp)
        return known.rulebook

    def _first_readable(self, paths: Sequence[Path], stamp: int) -> _Loaded:
        own, *shipped = paths
        try:
            rulebook = self._tried(own, shipped)
        except BadInput as error:
            if not shipped:
                raise
            replaced = Reason("rulebook.replaced", {**error.reason.values})
            return _Loaded(stamp, _load(shipped[0], examples=False), (replaced,))
        return _Loaded(stamp, rulebook)

    def _tried(self, path: Path, shipped: Sequence[Path]) -> Rulebook:
        """The rulebook; where it is the user's own, what differs from the shipped one must pass its examples.

        A shipped one passed them before it was shipped.
        """
        if path.parent != self._own_rulebooks:
            return _load(path, examples=False)
        return _load(path, examples=True, known=_load(shipped[0], examples=False) if shipped else None)

    def path(self, rulebook_id: str) -> Path:
        """The file of a rulebook: the user's own where there is one."""
        for path in self._files():
            if path.stem == rulebook_id:
                return path
        raise NotFound("rulebook.unknown", id=rulebook_id)

    def has(self, rulebook_id: str) -> bool:
        """Whether there is such a rulebook."""
        return any(path.stem == rulebook_id for path in self._files())

    def _files(self) -> list[Path]:
        shipped = resources_dir() / "rulebooks"
        return [*sorted(self._own_rulebooks.glob("*.yaml")), *sorted(shipped.glob("*.yaml"))]

    def infos(self, followed: Collection[str] | None = None) -> tuple[RulebookInfo, ...]:
        """Every rulebook once, by id; one that cannot be read at all is left out and told.

        With `followed` only those and the user's own, since reading all takes seconds.
        """
        first = {path.stem: path for path in reversed(self._files())}
        infos = []
        for rulebook_id, path in sorted(first.items()):
            own = path.parent == self._own_rulebooks
            if followed is not None and rulebook_id not in followed and not own:
                continue
            try:
                rulebook = self.rulebook(rulebook_id)
            except BadInput:
                continue
            infos.append(
                RulebookInfo(
                    id=rulebook_id,
                    title=rulebook.title,
                    path=path,
                    clauses=len(rulebook.clauses),
                    problems=len(rulebook.problems),
                    own=own,
                )
            )
        return tuple(infos)

    def templates(self) -> tuple[Template, ...]:
        """Every kind of group once, by id; a file whose head cannot be read is left out."""
        first = {path.stem: path for path in reversed(self._files())}
        heads = ((rulebook_id, read_head(path)) for rulebook_id, path in sorted(first.items()))
        return tuple(Template(id=name, title=head[0], summary=head[1]) for name, head in heads if head)

    def validate(self, path: Path) -> Rulebook:
        """A file read and its examples run: a rulebook, or changes laid over the one that they are for."""
        if not rule_changes.is_changes(path):
            return _load(path, examples=True)
        own = path.resolve() == self._changes_path(path.stem).resolve()  # then its name says whose it is
        rulebook_id = path.stem if own else rule_changes.meant_for(path)
        base = self.base(rulebook_id)
        laid = _lay(base, read_changes(path, base, rulebook_id), path)
        return replace(laid, problems=laid.problems[len(base.problems) :])

    def run_examples(self, rulebook_id: str) -> tuple[ExampleResult, ...]:
        """Every example of a rulebook's clauses, those of clauses that fail them too."""
        base = _load(self.path(rulebook_id), examples=False)
        return run_examples(with_changes(base, self.changes(rulebook_id).clauses.values()))

    def shelf(self, rulebook_id: str) -> notice_files.NoticeShelf:
        """The notices of a rulebook, the user's copies in place of the shipped ones."""
        if rulebook_id not in self._shelves:
            own = self._own_notices / notice_files.safe_name(rulebook_id)
            self._shelves[rulebook_id] = notice_files.load_shelf(notices_dir() / rulebook_id, own)
        return self._shelves[rulebook_id]

    def own_notice(self, rulebook_id: str, notice_id: str) -> str:
        """The file of the user's copy of a notice; "" where there is none."""
        return notice_files.own_text(self.shelf(rulebook_id), notice_id)

    def put_own_notice(self, rulebook_id: str, notice_id: str, text: str) -> None:
        """Let the user's copy of a notice be this file; none for "", so that the shipped text holds."""
        own = self._own_notices / notice_files.safe_name(rulebook_id)
        try:
            notice_files.put_own_text(own, self.shelf(rulebook_id), notice_id, text)
        finally:
            self._shelves.pop(rulebook_id, None)

    def forget(self) -> None:
        """Read everything again when it is next needed."""
        self._laid.clear()
        self._rulebooks.clear()
        self._shelves.clear()

    def problems(self) -> list[Reason]:
        """What was wrong in the files read so far."""
        told: list[Reason] = []
        for loaded in self._rulebooks.values():
            told += [*loaded.problems, *map(problem_reason, loaded.rulebook.problems)]
        for laid in self._laid.values():
            told += map(problem_reason, laid.rulebook.problems[len(laid.base.problems) :])
        for shelf in self._shelves.values():
            told += shelf.problems
        return told


def _stamp(path: Path) -> tuple[int, int]:
    """What changes when the file does."""
    try:
        stat = path.stat()
    except OSError:
        return _NO_FILE
    return stat.st_mtime_ns, stat.st_size


def _lay(base: Rulebook, changes: Changes, path: Path) -> Rulebook:
    """The changes laid over a rulebook; a changed clause that fails an example of its own is off."""
    if not changes.clauses and not changes.problems:
        return base
    laid = with_changes(base, changes.clauses.values())
    laid = replace(laid, problems=(*base.problems, *changes.problems))
    return check_examples(laid, rule_changes.shown_name(path), changes.lines, changes.clauses.keys())


def _load(path: Path, *, examples: bool, known: Rulebook | None = None) -> Rulebook:
    """Read a rulebook; BadInput names file, line and what is wrong there."""
    try:
        return load_rulebook(path, examples=examples, known=known)
    except BadInput as error:
        values = {"why": error.reason.code, "line": 1, **error.reason.values, "file": path.name}
        raise BadInput("rulebook.unreadable", **values) from error
    except OSError as error:
        raise BadInput("rulebook.no-file", file=str(path), detail=error.strerror or str(error)) from error


def problem_reason(problem: Problem) -> Reason:
    """A problem of a rulebook as one sentence: file, line, clause, and what is wrong there."""
    values = {
        "why": problem.reason.code,
        **problem.reason.values,
        "file": problem.file,
        "line": problem.line,
        "clause": problem.clause,
    }
    if problem.reason.code == "rulebook.gb18030":
        return Reason("rulebook.noted", values)
    return Reason("rulebook.clause-off" if problem.clause else "rulebook.part-off", values)
