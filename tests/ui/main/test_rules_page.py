"""群规: every clause readable, its examples with their state, and what is wrong in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from moderator_app.session import Session
from moderator_app.storage.paths import resources_dir
from tests.ui.main.conftest import Office


@pytest.fixture
def page(office: Office) -> Office:
    office.show("rules")
    return office


def spoken(page: Office) -> list[str]:
    """What a screen reader says of each row of the list."""
    model = page.find("rules-list").model()
    return [model.index(number, 0).data() for number in range(model.rowCount())]


def test_every_clause_is_listed_and_shown(page: Office, session: Session) -> None:
    rows, clauses = page.find("rules-list"), session.rulebook().clauses
    assert rows.model().rowCount() == len(clauses)
    for number, clause in enumerate(clauses):
        rows.setCurrentIndex(rows.model().index(number, 0))
        assert page.find("clause-title").text() == f"第 {clause.number} 条 {clause.title.zh}"
        assert page.find("clause-text").toPlainText() == clause.text.zh


def test_the_list_tells_how_many_examples_pass(page: Office) -> None:
    page.wait(lambda: any("4/4" in line for line in spoken(page)))
    assert not any("不过" in line for line in spoken(page))


def test_search_finds_a_clause_by_a_word_that_it_looks_for(page: Office, session: Session) -> None:
    page.find("rules-search").setText("大量现货")
    assert 0 < page.find("rules-list").model().rowCount() < len(session.rulebook().clauses)


def test_a_problem_of_the_file_is_told_with_its_line(office: Office, session: Session) -> None:
    own = session.data_dir / "rulebooks"
    own.mkdir(exist_ok=True)
    shipped = (resources_dir() / "rulebooks" / "yigongxie.yaml").read_text(encoding="utf-8")
    broken = shipped + "\n一个不认识的键: 1\n"
    Path(own / "yigongxie.yaml").write_text(broken, encoding="utf-8")
    office.show("rules")
    problem = office.find("rules-problems")
    assert problem.isVisible()
    assert "yigongxie.yaml" in problem.text()
