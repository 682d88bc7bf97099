"""The clauses of a rulebook in a list: level, number and title, and how their examples do."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal

from moderator_app.core.rules.examples import ExampleResult
from moderator_app.core.rules.rulebook import Clause, ClauseLevel, Rulebook
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.ui.main.delegates import RowDelegate, RowFace
from moderator_app.ui.main.lists import ListPane, RowList
from moderator_app.ui.main.models import ROW, RowsModel
from moderator_app.ui.main.rule_words import signs_of
from moderator_app.ui.widgets import SearchField

LEVELS = {ClauseLevel.VIOLATION: Level.VIOLATION, ClauseLevel.UNSURE: Level.UNSURE}
"""The verdict that a clause may come to; advice comes to none."""


class ClausePane(ListPane):
    """Search and rows. Emits `picked` with the clause that becomes the current one."""

    picked = Signal(object)

    def __init__(self) -> None:
        search = SearchField(translate("Rules", "条款或用词"), keys="Ctrl+F")
        search.setObjectName("rules-search")
        rows = RowList(translate("Rules", "群规"))
        rows.setObjectName("rules-list")
        super().__init__(search, rows)
        self._rulebook: Rulebook | None = None
        self._results: Mapping[str, Sequence[ExampleResult]] = {}
        self._unsaved: Collection[str] = ()
        self._chosen = ""
        self._model = RowsModel(lambda clause: clause.id, self._spoken)
        self._delegate = RowDelegate(self._face, height=36)
        rows.setModel(self._model)
        rows.setItemDelegate(self._delegate)
        rows.picked.connect(lambda index: self._pick(index.data(ROW)))
        search.textChanged.connect(lambda _text: self._show_rows())
        search.escaped.connect(rows.setFocus)

    def show_rulebook(self, rulebook: Rulebook | None) -> None:
        """Show the clauses of a rulebook; the current one stays so where it is there."""
        self._rulebook = rulebook
        self._show_rows()

    def show_state(self, results: Mapping[str, Sequence[ExampleResult]], unsaved: Collection[str]) -> None:
        """How the examples do by clause, and which clauses have edits that are not saved."""
        self._results, self._unsaved = results, unsaved
        self.rows.viewport().update()

    def _show_rows(self) -> None:
        query = self.search.text().strip().casefold()
        clauses = self._rulebook.clauses if self._rulebook else ()
        fitting = [clause for clause in clauses if not query or query in self._searched(clause)]
        self._model.show_rows(fitting)
        index = self._model.find(self._chosen)
        if not index.isValid() and fitting:
            index = self._model.index(0)
        self.rows.setCurrentIndex(index)

    def _searched(self, clause: Clause) -> str:
        if self._rulebook is None:
            return ""
        words = [word for sign in signs_of(clause, self._rulebook) for word in sign.words]
        lang = language()
        return " ".join([clause.title.get(lang), clause.text.get(lang), clause.id, *words]).casefold()

    def _pick(self, clause: Clause) -> None:
        self._chosen = clause.id
        self.picked.emit(clause)

    def _face(self, clause: object) -> RowFace:
        if not isinstance(clause, Clause):
            return RowFace(title="")
        failing = sum(not result.passed for result in self._results.get(clause.id, ()))
        judging = clause.enabled and not clause.watched
        return RowFace(
            title=f"{clause.number} {clause.title.get(language())}",
            right=translate("Rules", "{count} 条不过", count=failing) if failing else self._state(clause),
            alarm=bool(failing),
            level=LEVELS.get(clause.level) if judging else None,
            quiet=not judging or clause.level is ClauseLevel.ADVICE,
            indent=True,
        )

    def _state(self, clause: Clause) -> str:
        if clause.id in self._unsaved:
            return translate("Rules", "未保存")
        if not clause.enabled:
            return translate("Rules", "已停用")
        if clause.watched:
            return translate("Rules", "观察中")
        if clause.level is ClauseLevel.ADVICE:
            return translate("Rules", "只建议")
        results = self._results.get(clause.id, ())
        good = sum(result.passed for result in results)
        return f"{good}/{len(results)}" if results else ""

    def _spoken(self, clause: Clause) -> str:
        face = self._face(clause)
        return translate("Rules", "第 {clause}，{state}", clause=face.title, state=face.right)
