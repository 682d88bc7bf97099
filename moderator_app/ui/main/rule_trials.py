"""What is asked of the rules aside: examples of all clauses, of one being edited, figures, backtests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from moderator_app.core.errors import ModeratorError
from moderator_app.core.rules.examples import ExampleResult
from moderator_app.sentences import error_text
from moderator_app.session import Session
from moderator_app.session.rules import ClauseDraft
from moderator_app.ui.main.backtest_panel import Tried
from moderator_app.ui.main.rule_runner import Job, RuleRunner

Results = tuple[ExampleResult, ...]

_ALL, _ONE, _FIGURES, _BACKTEST = "all", "one", "figures", "backtest"


class RuleTrials(QObject):
    """Asks two threads, one for what is short and one for backtests, and tells what they answer.

    Nothing here writes; every answer says for which group or draft it is.
    """

    examples = Signal(str, object)
    """Group, and its results by clause."""
    tried = Signal(object, object)
    """The draft, and the results of its examples."""
    figures = Signal(str, object)
    """Group, and its ClauseStats by clause."""
    backtested = Signal(object, object)
    """The draft, and the Tried."""
    trouble = Signal(str)
    """Why a backtest could not be run."""
    progressed = Signal(int, int)
    ended = Signal()
    """A backtest ended without an answer."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._short = RuleRunner(session.data_dir, self)
        self._long = RuleRunner(session.data_dir, self)
        self._long.progressed.connect(lambda _name, done, total: self.progressed.emit(done, total))

        self._long.broken.connect(lambda _name: self.ended.emit())

    @property
    def backtesting(self) -> bool:
        """Whether a backtest is running."""
        return self._long.busy(_BACKTEST)

    def forget(self) -> None:
        """The data have changed."""
        self._short.forget()

    def end(self) -> None:
        """Stop all of it, before the window goes."""
        self._short.end()
        self._long.end()

    def run_all(self, group: str, rulebook: str) -> None:
        """Run the examples of every clause of a rulebook that is switched on."""

        def work(session: Session, _job: Job) -> Mapping[str, Results]:
            found: dict[str, list[ExampleResult]] = defaultdict(list)
            for result in session.run_examples(rulebook):
                found[result.clause].append(result)
            return {clause: tuple(results) for clause, results in found.items()}

        self._short.ask(_ALL, work, lambda answer: self.examples.emit(group, answer))

    def try_draft(self, draft: ClauseDraft) -> None:
        """Run the examples of a clause as it is edited."""

        def work(session: Session, _job: Job) -> Results:
            return session.rules.try_draft(draft)

        self._short.ask(_ONE, work, lambda answer: self.tried.emit(draft, answer))

    def count(self, group: str) -> None:
        """How often each clause of a group spoke."""
        self._short.ask(
            _FIGURES,
            lambda session, _job: session.rules.clause_stats(group),
            lambda answer: self.figures.emit(group, answer),
        )

    def backtest(self, draft: ClauseDraft, file: Path | None = None) -> None:
        """Try a draft on the history of its group, or on the messages of a file."""
        days = self._session.settings.history_days

        def work(session: Session, job: Job) -> Tried:
            read = session.rules.read_messages(file) if file else None
            found = session.rules.backtest(draft, read.messages if read else None, progress=job.progress)
            if file and read:
                return Tried(found=found, file=file.name, form=read.form)
            return Tried(found=found, days=days)

        self._long.forget()  # what was checked since is in the history too
        self._long.ask(_BACKTEST, work, lambda answer: self.backtested.emit(draft, answer), self._failed)

    def stop(self) -> None:
        """Nobody waits for the backtest any more."""
        self._long.cancel(_BACKTEST)

    def _failed(self, error: ModeratorError) -> None:
        self.trouble.emit(error_text(error))
