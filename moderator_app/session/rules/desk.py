"""The desk at which a group's rules are edited and tried; only `save`, `restore` and rulings write."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from moderator_app.core.errors import BadInput, NotFound, Refused
from moderator_app.core.message import Message
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.rules.backtest import Backtest, Progress, Trial, backtest
from moderator_app.core.rules.changes import ClauseChange, with_changes
from moderator_app.core.rules.examples import ExampleResult, run_examples
from moderator_app.core.rules.rulebook import Clause, Rulebook
from moderator_app.core.wording import Value
from moderator_app.session.actions import Action
from moderator_app.session.edits import RULE, Edits
from moderator_app.session.rules.draft import ClauseDraft, change_of, draft_of
from moderator_app.session.rules.rulings import Rulings, with_ruling
from moderator_app.session.rules.stats import ClauseStats, clause_stats
from moderator_app.session.rules.trials import copies, history, trials_of
from moderator_app.session.types import Case, Change
from moderator_app.storage.message_files import MessageFile, read_messages
from moderator_app.storage.rule_changes import change_text

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk

Source = Sequence[str] | Sequence[Message]
"""What a backtest reads beside the history: texts, or messages in the order in which they were said."""


class RuleDesk:
    """What the window and the command line edit, try and decide rules with."""

    def __init__(self, desk: Desk, undo: Callable[[str], Change]) -> None:
        """`undo` takes an action back, by its id."""
        self._desk = desk
        self._rulings = Rulings(desk)
        self._undo = undo
        self._edits: list[str] = []

    # ---- editing

    def draft(self, clause: str, group: str | None = None) -> ClauseDraft:
        """A clause (id or title) of a group's rulebook, with the user's changes, ready to be edited."""
        home = self._desk.group(group)
        shipped = self._clause(home, clause)
        return draft_of(shipped, self._change(home, shipped.id), home.id)

    def try_draft(self, draft: ClauseDraft) -> tuple[ExampleResult, ...]:
        """Every example of the clause as it would be, the user's own marked; nothing is written.

        A draft that is switched off is tried as if it were on: its examples must hold all the same.
        """
        home = self._desk.group(draft.group)
        return self._tried(home, draft, self._changed(home, draft))

    def _tried(self, home: Group, draft: ClauseDraft, change: ClauseChange) -> tuple[ExampleResult, ...]:
        results = run_examples(self._rulebook_with(home, change, speaking=True), {draft.id})
        own = {(True, text) for text in draft.hit} | {(False, text) for text in draft.miss}
        return tuple(replace(each, own=(each.expected_hit, each.text) in own) for each in results)

    def save(self, draft: ClauseDraft) -> Change:
        """Keep the draft as the user's change; BadInput while an example fails, Refused without a change."""
        home = self._desk.group(draft.group)
        if not all(0 < points < inf for points in (draft.violation, draft.unsure)):
            raise BadInput("rule.bad-points")
        change = self._changed(home, draft)
        if change == self._change(home, draft.id):
            raise Refused("rule.nothing-changed", **self._titled(home, draft.id))
        self._refuse_failing(home, draft, change)
        return self._edit("rule-saved", home, change)

    def _refuse_failing(self, home: Group, draft: ClauseDraft, change: ClauseChange) -> None:
        failing = [each for each in self._tried(home, draft, change) if not each.passed]
        if failing:
            code = "rule.example-not-hit" if failing[0].expected_hit else "rule.example-hit"
            raise BadInput(code, text=failing[0].text, count=len(failing), **self._titled(home, draft.id))

    def restore(self, clause: str, group: str | None = None) -> Change:
        """Take the clause as it was shipped; Refused where it is that already."""
        home = self._desk.group(group)
        shipped = self._clause(home, clause)
        if self._change(home, shipped.id).empty:
            raise Refused("rule.not-changed", **self._titled(home, shipped.id))
        return self._edit("rule-restored", home, ClauseChange(id=shipped.id))

    def undo_edit(self) -> Change:
        """Take the last `save` or `restore` of this run back; Refused where the clause was changed since.

        Rulings, and edits from before, are taken back by `session.undo` or `session.log.undo`.
        """
        done = {entry.target for entry in self._desk.record.all_entries() if entry.kind is EntryKind.UNDO}
        self._edits = [action for action in self._edits if action not in done]
        if not self._edits:
            raise Refused("undo.nothing")
        return self._undo(self._edits[-1])

    def _edit(self, deed: str, home: Group, after: ClauseChange) -> Change:
        """Keep a change of a clause, together with what tells it."""
        self._desk.record.require_lock()
        edits, thing = Edits(self._desk), f"{RULE}/{home.rulebook}/{after.id}"
        now = change_text(after)
        action = Action(self._desk, home, deed=deed)
        action.change(thing, edits.text(thing), now, rules=(after.id,))
        change = action.done(edits.writing(thing, now))
        self._edits.append(change.action)
        return change

    # ---- trying on what was said

    def rulebook(self, group: str | None = None) -> Rulebook:
        """The rulebook that is edited: without what a group alone has, its own quiet hours."""
        return self._desk.library.rulebook(self._desk.group(group).rulebook)

    def backtest(
        self,
        what: ClauseDraft | str,
        source: Source | None = None,
        *,
        group: str | None = None,
        progress: Progress | None = None,
    ) -> Backtest:
        """What a draft, a clause, or ("") the whole rulebook would flag; nothing is written.

        `source` are the messages to try, the group's history where it is None. `progress` is told
        how far it is, and ends it by answering False.
        """
        home = self._desk.group(what.group if isinstance(what, ClauseDraft) else group)
        trials, unread = self._trials(home, source)
        now = self._desk.library.rulebook(home.rulebook)
        then, clause = now, ""
        if isinstance(what, ClauseDraft):
            then, clause = self._rulebook_with(home, self._changed(home, what)), what.id
        elif what:
            clause = self._clause(home, what).id
        return backtest(trials, now=now, then=then, clause=clause, unread=unread, progress=progress)

    def read_messages(self, path: Path) -> MessageFile:
        """The messages of a file to try rules on; BadInput names line and mend."""
        return read_messages(path, today=self._desk.now().date())

    def _trials(self, home: Group, source: Source | None) -> tuple[list[Trial], int]:
        if source is None:
            return history(self._desk, home)
        messages = (Message(text=each) if isinstance(each, str) else each for each in source)
        return trials_of(self._desk, home, messages), 0

    def clause_stats(self, group: str | None = None) -> Mapping[str, ClauseStats]:
        """For each clause of the rulebook how often it spoke, and what became of that."""
        home = self._desk.group(group)
        return clause_stats(self._desk, home)

    # ---- deciding

    def misjudged(self, case: Case, rule: str = "") -> Change:
        """误判: this message and near-same ones are let through by that clause, "" for all that spoke."""
        return self._rulings.decide(case, self._meant(case, rule), EntryKind.MISJUDGED)

    def violation(self, case: Case, rule: str) -> Change:
        """This message and near-same ones are a violation of that clause."""
        clause = self._clause(case.group, rule)
        return self._rulings.decide(case, (clause.id,), EntryKind.BREACH)

    def also_flags(self, case: Case, rule: str, *, progress: Progress | None = None) -> Backtest:
        """What `violation` of that clause would flag in the history beside this message.

        `total` messages were looked at; `flagged` are those that the decision covers, and of them
        `newly` are the ones that the clause does not flag now.
        """
        home, clause = case.group, self._clause(case.group, rule)
        change = with_ruling(self._change(home, clause.id), case.message, EntryKind.BREACH)
        trials, unread = history(self._desk, home)
        others = [trial for trial in trials if not _is_of(trial, case)]
        covered = copies(others, case.message, progress)
        found = backtest(
            covered or [],
            now=self._desk.library.rulebook(home.rulebook),
            then=self._rulebook_with(home, change),
            clause=clause.id,
            unread=unread,
        )
        return replace(found, total=len(others))

    def _meant(self, case: Case, rule: str) -> tuple[str, ...]:
        if rule:
            return (self._clause(case.group, rule).id,)
        if not case.verdict.findings:
            raise Refused("rule.nothing-found")
        return case.verdict.rules

    # ---- parts

    def _clause(self, home: Group, wanted: str) -> Clause:
        """The clause as shipped, by id or by title."""
        shipped = self._desk.library.base(home.rulebook)
        shown = self._desk.library.rulebook(home.rulebook)
        for clause in (*shipped.clauses, *shown.clauses):
            if wanted in (clause.id, clause.title.zh, clause.title.en):
                return shipped.clause(clause.id) or clause
        raise NotFound("rule.not-there", rule=wanted)

    def _change(self, home: Group, clause: str) -> ClauseChange:
        known = self._desk.library.changes(home.rulebook).clauses
        return known.get(clause) or ClauseChange(id=clause)

    def _changed(self, home: Group, draft: ClauseDraft) -> ClauseChange:
        return change_of(draft, self._clause(home, draft.id), self._change(home, draft.id))

    def _rulebook_with(self, home: Group, change: ClauseChange, *, speaking: bool = False) -> Rulebook:
        """The rulebook as it would be; with `speaking` the changed clause judges even where it is off."""
        library = self._desk.library
        changes = {**library.changes(home.rulebook).clauses, change.id: change}
        rulebook = with_changes(library.base(home.rulebook), changes.values())
        if not speaking:
            return rulebook
        clauses = (replace(c, enabled=True) if c.id == change.id else c for c in rulebook.clauses)
        return replace(rulebook, clauses=tuple(clauses))

    def _titled(self, home: Group, clause: str) -> dict[str, Value]:
        shown = self._desk.library.rulebook(home.rulebook).clause(clause)
        title = shown.title if shown else None
        return {"rule": title.zh if title else clause, "rule_en": title.get("en") if title else clause}


def _is_of(trial: Trial, case: Case) -> bool:
    """Whether the history holds the very message of the case here."""
    sender = case.message.sender or case.sender
    return (trial.message.text, trial.message.sender) == (case.message.text, sender)
