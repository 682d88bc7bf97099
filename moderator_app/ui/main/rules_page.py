"""群规: the rulebook in words, clause by clause, with its examples and what is wrong in its file."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QModelIndex

from moderator_app.core.errors import ModeratorError
from moderator_app.core.rules.examples import ExampleResult
from moderator_app.core.rules.rulebook import Clause, ClauseLevel, Rulebook
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.sentences import reason_text
from moderator_app.ui.main.clause_detail import ClauseDetail, clause_level_text, signs_of
from moderator_app.ui.main.delegates import RowDelegate, RowFace
from moderator_app.ui.main.lists import ListPane, RowList
from moderator_app.ui.main.models import ROW, RowsModel
from moderator_app.ui.main.page import Page
from moderator_app.ui.main.parts import Scroll, column, margins
from moderator_app.ui.main.services import Services
from moderator_app.ui.widgets import Label, SearchField

_LEVELS = {ClauseLevel.VIOLATION: Level.VIOLATION, ClauseLevel.UNSURE: Level.UNSURE}


class RulesPage(Page):
    """The clauses at the left, one of them at the right."""

    def __init__(self, services: Services) -> None:
        self._search = SearchField(translate("Rules", "条款或用词"), keys="Ctrl+F")
        self._search.setObjectName("rules-search")
        self._rows = RowList(translate("Rules", "群规"))
        self._rows.setObjectName("rules-list")
        super().__init__(services, ListPane(self._search, self._rows), width=240)
        self.setObjectName("page-rules")
        self._rulebook: Rulebook | None = None
        self._results: dict[str, list[ExampleResult]] = {}
        self._chosen = ""
        self._model = RowsModel(lambda clause: clause.id, self._spoken)
        self._delegate = RowDelegate(self._face, height=36)
        self._rows.setModel(self._model)
        self._rows.setItemDelegate(self._delegate)
        self._rows.picked.connect(self._picked)
        self._search.textChanged.connect(lambda _text: self._show_rows())
        self._search.escaped.connect(self._to_rows)
        self._detail, self._problems = ClauseDetail(), Label(tone=Level.VIOLATION, wrap=True)
        self._problems.setObjectName("rules-problems")
        self.title.name.setObjectName("clause-title")
        told = column(self._problems)
        margins(told, 24, 0, 24, 8)
        self.detail.setLayout(column(self.title, told, Scroll(self._detail), self.status, gap=0))

    def refresh(self) -> None:
        """Read the rulebook again; its examples are run once for each version of it."""
        rulebook = self.session.rulebook()
        told = [
            reason_text(reason) for reason in self.session.problems if reason.code.startswith("rulebook.")
        ]
        self._problems.setText("\n".join(dict.fromkeys(told)))
        self._problems.setVisible(bool(told))
        if rulebook is not self._rulebook:
            self._rulebook = rulebook
            self._results = self._run_examples()
        self.status.left.setText(
            translate(
                "Rules",
                "{rulebook} · {count} 条 · {on} 条启用",
                rulebook=rulebook.title.get(language()),
                count=len(rulebook.clauses),
                on=sum(clause.enabled for clause in rulebook.clauses),
            )
        )
        self._show_rows()
        self.show_undo()

    def _run_examples(self) -> dict[str, list[ExampleResult]]:
        """The examples by clause; none where the user's own file cannot be read, which is told above."""
        results: dict[str, list[ExampleResult]] = defaultdict(list)
        try:
            for result in self.session.run_examples():
                results[result.clause].append(result)
        except ModeratorError:
            results.clear()
        return results

    def _show_rows(self) -> None:
        query = self._search.text().strip().casefold()
        clauses = self._rulebook.clauses if self._rulebook else ()
        fitting = [clause for clause in clauses if not query or query in self._searched(clause)]
        chosen = self._chosen
        self._model.show_rows(fitting)
        index = self._model.find(chosen)
        if not index.isValid() and fitting:
            index = self._model.index(0)
        self._rows.setCurrentIndex(index)

    def _searched(self, clause: Clause) -> str:
        if self._rulebook is None:
            return ""
        words = [word for sign in signs_of(clause, self._rulebook) for word in sign.words]
        lang = language()
        return " ".join([clause.title.get(lang), clause.text.get(lang), clause.id, *words]).casefold()

    def _face(self, clause: object) -> RowFace:
        if not isinstance(clause, Clause):
            return RowFace(title="")
        results = self._results.get(clause.id, [])
        failed = sum(not result.passed for result in results)
        right = f"{len(results) - failed}/{len(results)}" if results else ""
        if failed:
            right = translate("Rules", "{count} 条不过", count=failed)
        if clause.level is ClauseLevel.ADVICE:
            right = clause_level_text(clause.level)
        if not clause.enabled:
            right = translate("Rules", "已停用")
        return RowFace(
            title=f"{clause.number} {clause.title.get(language())}",
            right=right,
            alarm=bool(failed),
            level=_LEVELS.get(clause.level) if clause.enabled else None,
            quiet=not clause.enabled or clause.level is ClauseLevel.ADVICE,
            indent=True,
        )

    def _spoken(self, clause: Clause) -> str:
        face = self._face(clause)
        return translate("Rules", "第 {clause}，{state}", clause=face.title, state=face.right)

    def _picked(self, index: QModelIndex) -> None:
        clause: Clause = index.data(ROW)
        self._chosen = clause.id
        if self._rulebook is None:
            return
        tag = clause_level_text(clause.level) if clause.enabled else translate("Rules", "已停用")
        title = translate(
            "Rules", "第 {number} 条 {title}", number=clause.number, title=clause.title.get(language())
        )
        self.title.show_name(title, tag, _LEVELS.get(clause.level) if clause.enabled else None)
        self._detail.show_clause(clause, self._rulebook, self._results.get(clause.id, []))
