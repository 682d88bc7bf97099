"""One action of the record in full: who did it to whom, what was said and given, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import QFormLayout, QToolButton, QWidget

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Action, Level
from moderator_app.i18n import translate
from moderator_app.sentences import action_text, reason_text
from moderator_app.sentences.ledger import changes, thing_changes
from moderator_app.session import LogRow
from moderator_app.ui.main.parts import Card, clear, column, margins, row
from moderator_app.ui.main.record_table import clause_titles
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Label, Mark
from moderator_app.ui.widgets.fitted_text import FittedText

_MOST_NAMES, _MOST_CHANGES = 30, 12
_PICTURE = 96


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an action is read with: its group's title and rules, and the titles of notices by id.

    `others` are the titles of all groups by id, for an action that reaches beyond its own.
    """

    group: str
    rulebook: Rulebook | None
    notices: Mapping[str, str]
    pictures: Sequence[Path] = ()
    others: Mapping[str, str] = field(default_factory=dict)


class TextCard(Card):
    """A heading, and a text as high as its lines."""

    def __init__(self, name: str, *, quiet: bool = False) -> None:
        super().__init__(quiet=quiet)
        self._title = Label(tone="text2")
        self.text = FittedText(max_height=280)
        self.text.setObjectName(name)
        body = column(self._title, self.text, gap=4)
        margins(body, 16, 12, 16, 12)
        self.setLayout(body)

    def show_text(self, title: str, text: str, marks: Sequence[Mark] = ()) -> None:
        """Show a text under its heading; without a text nothing is shown."""
        self.setVisible(bool(text))
        self._title.setText(title)
        self.text.setAccessibleName(title)
        self.text.set_marked(text, marks)
        self.text.fit()


class Pictures(QWidget):
    """Pictures of evidence, small; a click or Enter opens one in the system's viewer."""

    def __init__(self, open_file: Callable[[Path], object] | None = None) -> None:
        super().__init__()
        self.setObjectName("log-pictures")
        self._open = open_file or _open
        self._row = row(gap=8)
        self.setLayout(self._row)

    def show_pictures(self, pictures: Sequence[Path]) -> None:
        """Show these; one that cannot be read keeps its place and is still named."""
        clear(self._row)
        side = theme().px(_PICTURE)
        for number, path in enumerate(pictures, 1):
            button = QToolButton()
            button.setObjectName(f"log-picture-{number}")
            button.setAccessibleName(translate("Log", "证据图片 {number}", number=number))
            button.setToolTip(path.name)
            button.setIcon(QIcon(_small(path, side)))
            button.setIconSize(QSize(side, side))
            button.clicked.connect(partial(self._show, path))
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.setVisible(bool(pictures))

    def _show(self, path: Path, *_: object) -> None:
        self._open(path)


def _small(path: Path, side: int) -> QPixmap:
    """A picture no larger than a square, read no larger than that."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(2 * side, 2 * side, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class LogDetail(QWidget):
    """Facts, changes, message, notice and pictures of the action that is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._facts = QFormLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(theme().px(16))
        self._facts.setVerticalSpacing(theme().px(4))
        self._state = Label(wrap=True)
        self._state.setObjectName("log-state")
        self._said, self._given = TextCard("log-message"), TextCard("log-notice", quiet=True)
        self._changed = TextCard("log-changes")
        self.pictures = Pictures()
        body = column(
            self._facts, self._state, self._changed, self._said, self._given, self.pictures, None, gap=16
        )
        margins(body, 24, 0, 24, 16)
        self.setLayout(body)

    def show_row(self, shown: LogRow, setting: Setting) -> None:
        """Show another action."""
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for name, caption, value in _facts(shown, setting):
            self._add(name, caption, value)
        text = _state(shown)
        self._state.set_tone(Level.UNSURE if shown.undone else "text2")
        self._state.setText(text)
        self._state.setVisible(bool(text))
        self._changed.show_text(translate("Log", "改动"), "\n".join(_changes(shown.entries, setting.others)))
        self._show_said(shown)
        self._show_given(shown, setting)
        self.pictures.show_pictures(setting.pictures)

    def _add(self, name: str, caption: str, value: str) -> None:
        label = Label(value, wrap=True)
        label.setObjectName(f"log-{name}")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts.addRow(Label(caption, tone="text2"), label)

    def _show_said(self, shown: LogRow) -> None:
        entry = next((each for each in shown.entries if _is_said(each)), None)
        if entry is None:
            self._said.hide()
            return
        marks = [Mark(start=start, end=end, level=Level.VIOLATION) for start, end in entry.spans]
        self._said.show_text(_said_by(entry), entry.message, marks)

    def _show_given(self, shown: LogRow, setting: Setting) -> None:
        given = next((each for each in shown.entries if each.kind is EntryKind.NOTICE), None)
        if given is None:
            self._given.hide()
            return
        title = translate("Log", "发出的「{notice}」", notice=setting.notices.get(given.notice, given.notice))
        self._given.show_text(title, given.message)


def _is_said(entry: Entry) -> bool:
    return bool(entry.message) and entry.kind is not EntryKind.NOTICE


def _said_by(entry: Entry) -> str:
    """What the words of an entry are."""
    return {
        EntryKind.APPEALED: translate("Log", "申诉"),
        EntryKind.REPORTED: translate("Log", "举报"),
        EntryKind.TASK: translate("Log", "要回复的事"),
    }.get(entry.kind, translate("Log", "原话"))


def _facts(shown: LogRow, setting: Setting) -> list[tuple[str, str, str]]:
    """Name, caption and value of each fact that is there."""
    entry, unknown = shown.entry, translate("Log", "没有写")
    rules = tuple(dict.fromkeys(rule for each in shown.entries for rule in each.rules))
    step = action_text(entry.step) if entry.step is not Action.NONE else ""
    found = (
        ("time", translate("Log", "时间"), entry.at.strftime("%Y-%m-%d %H:%M:%S")),
        ("by", translate("Log", "经手"), entry.moderator or unknown),
        ("group", translate("Log", "群"), setting.group),
        ("members", translate("Log", "成员"), _names(shown.entries)),
        ("rules", translate("Log", "条款"), _clauses(rules, setting.rulebook, entry.kind)),
        ("step", translate("Log", "步骤"), step),
        ("amount", translate("Log", "金额"), entry.amount),
        ("until", translate("Log", "到"), entry.until.strftime("%Y-%m-%d %H:%M") if entry.until else ""),
        ("reason", translate("Log", "理由"), entry.reason),
    )
    return [fact for fact in found if fact[2]]


def _clauses(rules: tuple[str, ...], rulebook: Rulebook | None, kind: EntryKind) -> str:
    """The titles of the clauses; of a settled conflict `rules` is the field, which is told as a change."""
    if kind is EntryKind.SETTLED:
        return ""
    return clause_titles(rulebook, rules) if rulebook else translate("Log", "、").join(rules)


def _names(entries: Sequence[Entry]) -> str:
    names = list(dict.fromkeys(entry.name for entry in entries if entry.name))
    told = translate("Log", "、").join(names[:_MOST_NAMES])
    if len(names) <= _MOST_NAMES:
        return told
    return translate("Log", "{names}等 {count} 位", names=told, count=len(names))


def _changes(entries: Sequence[Entry], titles: Mapping[str, str]) -> list[str]:
    """What changed, one line each; of many members only the first, and how many lines there are more."""
    several = len({entry.member for entry in entries if entry.before or entry.after}) > 1
    beyond = len({entry.group for entry in entries if entry.before or entry.after}) > 1
    lines = [
        f"{_whose(entry, titles if beyond else {})}  {line}" if several else line
        for entry in entries
        for line in changes(entry.before, entry.after)
    ]
    lines += [line for entry in entries if entry.kind is EntryKind.CHANGED for line in thing_changes(entry)]
    rest = len(lines) - _MOST_CHANGES
    return [*lines[:_MOST_CHANGES], translate("Log", "另有 {count} 处", count=rest)] if rest > 0 else lines


def _whose(entry: Entry, titles: Mapping[str, str]) -> str:
    """Whom a change is about; with the group where the same person is in several."""
    group = titles.get(entry.group, "")
    return translate("Log", "{name}（{group}）", name=entry.name, group=group) if group else entry.name


def _state(shown: LogRow) -> str:
    """That it was taken back, when and by whom; or why it cannot be."""
    undone = shown.undone
    if undone is not None:
        when = undone.at.strftime("%Y-%m-%d %H:%M")
        if undone.moderator:
            return translate("Log", "{when} 由{moderator}撤销。", when=when, moderator=undone.moderator)
        return translate("Log", "{when} 撤销。", when=when)
    return reason_text(shown.why) if shown.why is not None else ""
