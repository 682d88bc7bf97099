"""The pieces of a matter that is opened: captions with texts, the words, pictures, and who reported."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QIcon, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QWidget

from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.session import Appeal, Fine, Pending, Report, Returning, Task
from moderator_app.ui.main.parts import clear, column, row
from moderator_app.ui.main.process_matters import Thing
from moderator_app.ui.main.record_table import clause_titles
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Button, Label, Mark, MarkedText


class Lines(QWidget):
    """Captions with their texts, in two columns; empty texts are left out."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(4))
        self._grid.setColumnStretch(1, 1)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show other lines."""
        clear(self._grid)
        for number, (caption, text) in enumerate(line for line in lines if line[1]):
            head = Label(caption, tone="text2")
            head.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(head, number, 0)
            self._grid.addWidget(Label(text, wrap=True), number, 1)


class Thumbs(QWidget):
    """Pictures of evidence, small; a press opens one with the system's own viewer."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().px(8))

    def show_pictures(self, paths: Sequence[Path]) -> None:
        """Show these."""
        clear(self._row)
        for number, path in enumerate(paths, 1):
            button = QToolButton()
            button.setAccessibleName(translate("Members", "打开截图 {number}", number=number))
            button.setToolTip(path.name)
            button.setFixedSize(theme().px(96), theme().px(72))
            button.setIcon(QIcon(QPixmap(str(path))))
            button.setIconSize(QSize(theme().px(88), theme().px(64)))
            button.clicked.connect(partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path))))
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.setVisible(bool(paths))


class Reporter(QWidget):
    """显示举报人: who reported is shown only when asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._show = Button(translate("Members", "显示举报人"), variant="link", keys="R")
        self._show.setObjectName("report-show-reporter")
        self._show.clicked.connect(self.reveal)
        self._said = Label()
        self._said.setObjectName("report-reporter-shown")
        self.setLayout(row(self._show, self._said, None))

    def show_name(self, name: str) -> None:
        """Have a name ready, hidden; "" where nobody was noted."""
        self._name = name
        self._said.setText("")
        self._show.setVisible(bool(name))
        self.setVisible(bool(name))

    def reveal(self) -> None:
        """Show the name."""
        if self._name:
            self._said.setText(
                translate("Members", "举报人：{name}。只有这台电脑上看得到。", name=self._name)
            )
            self._show.hide()


class ThingBody(QWidget):
    """What one thing is about in full: facts, words with their marks, pictures, who reported."""

    def __init__(self) -> None:
        super().__init__()
        self._lines, self._thumbs, self.reporter = Lines(), Thumbs(), Reporter()
        self._text = MarkedText(max_height=200)
        self._text.setObjectName("matter-text")
        self._text.setAccessibleName(translate("Members", "原话"))
        self._warning = Label(tone=Level.UNSURE, wrap=True)
        self.setLayout(column(self._lines, self._text, self._thumbs, self._warning, self.reporter, gap=8))

    def show_thing(self, thing: Thing, rulebook: Rulebook, *, dated: bool = True) -> None:
        """Show another one; without its date where that stands above already."""
        shown = lines(thing, rulebook)
        self._lines.show_lines(shown if dated else [line for line in shown if line[0] != _when()])
        strike = thing.strike if isinstance(thing, Appeal) else None
        marks = [Mark(start=a, end=b, level=Level.VIOLATION) for a, b in strike.spans] if strike else []
        said = strike.message if strike else thing.text if isinstance(thing, (Report, Task)) else ""
        self._text.set_marked(said, marks)
        self._text.setVisible(bool(said))
        report = thing if isinstance(thing, Report) else None
        self._thumbs.show_pictures(report.pictures if report else ())
        self.reporter.show_name(report.reporter if report else "")
        telling = report is not None and report.names_reporter
        told = translate("Members", "原话里有举报人的名字，转述时请留意。") if telling else ""
        self._warning.setText(told)
        self._warning.setVisible(telling)


def lines(thing: Thing, rulebook: Rulebook) -> list[tuple[str, str]]:
    """The facts of a thing as captions and texts."""
    when = _when()
    match thing:
        case Pending(entry=entry, reason=reason, agreed=agreed):
            return [
                (translate("Members", "理由"), reason or translate("Members", "没有写")),
                (translate("Members", "条款"), clause_titles(rulebook, entry.rules)),
                (
                    translate("Members", "已同意"),
                    translate("Members", "、").join(agreed) or translate("Members", "还没有人"),
                ),
                (when, entry.at.strftime("%Y-%m-%d %H:%M")),
            ]
        case Appeal(entry=entry, strike=strike):
            return [
                (translate("Members", "怎么说"), entry.message),
                (when, entry.at.strftime("%Y-%m-%d %H:%M")),
                (translate("Members", "条款"), clause_titles(rulebook, strike.rules)),
                (translate("Members", "当时"), strike.at.strftime("%Y-%m-%d %H:%M")),
            ]
        case Report(entry=entry):
            return [(when, entry.at.strftime("%Y-%m-%d %H:%M"))]
        case Returning(since=since):
            return [(translate("Members", "暂停到"), since.isoformat())]
        case Task(until=until):
            return [(translate("Members", "在此之前"), until.strftime("%Y-%m-%d %H:%M"))]
        case Fine(entry=entry, amount=amount, reason=reason):
            return [
                (translate("Members", "数额"), amount),
                (translate("Members", "理由"), reason),
                (when, entry.at.strftime("%Y-%m-%d %H:%M")),
            ]


def _when() -> str:
    return translate("Members", "何时")
