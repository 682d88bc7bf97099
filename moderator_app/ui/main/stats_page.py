"""统计: how often what was done in the group; numbers only, no names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from moderator_app.core.roster.member import Status
from moderator_app.core.roster.statistics import Statistics
from moderator_app.core.rules.verdict import Action
from moderator_app.i18n import language, translate
from moderator_app.sentences import action_text, status_text
from moderator_app.session.statistics import Figures
from moderator_app.ui.main.lists import Tabs
from moderator_app.ui.main.page import Page
from moderator_app.ui.main.parts import Scroll, column, margins, row
from moderator_app.ui.main.services import Services
from moderator_app.ui.main.stats_bars import Bar, BarCard
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Label

MONTH, QUARTER, YEAR, ALL = "span-month", "span-quarter", "span-year", "span-all"
_SPANS = {MONTH: 30, QUARTER: 90, YEAR: 365}
_MOST_LINES = 10
_MOST_MONTHS = 12
_TWO_COLUMNS = 640
_STATUSES = (Status.ACTIVE, Status.FREE_GROUP, Status.SUSPENDED, Status.LEFT, Status.REMOVED)


class StatsPage(Page):
    """Cards of numbers, two side by side where there is room; the span of days above them."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, None)
        self.setObjectName("page-stats")
        self.title.show_name(translate("Stats", "统计"))
        self._spans = Tabs((MONTH, QUARTER, YEAR, ALL))
        self._spans.set_text(MONTH, translate("Stats", "30 天"))
        self._spans.set_text(QUARTER, translate("Stats", "90 天"))
        self._spans.set_text(YEAR, translate("Stats", "一年"))
        self._spans.set_text(ALL, translate("Stats", "全部"))
        self._spans.set_current(QUARTER)
        self._spans.chosen.connect(lambda _name: self._show_figures())
        self._sum = Label(tone="text2", wrap=True)
        self._sum.setObjectName("stats-sum")
        self._cards = self._build_cards()
        self._grid = QGridLayout()
        self._grid.setSpacing(theme().px(16))
        self._columns = 0
        head = row(self._spans, None)
        body = column(head, self._sum, self._grid, None, gap=12)
        margins(body, 24, 0, 24, 24)
        held = QWidget()
        held.setMaximumWidth(theme().px(1080))
        held.setLayout(body)
        self.detail.setLayout(column(self.title, Scroll(held, steady=True), self.status, gap=0))
        self._arrange(1)

    @staticmethod
    def _build_cards() -> Mapping[str, BarCard]:
        none = translate("Stats", "这段时间没有。")
        return {
            "rule": BarCard("stats-rule", translate("Stats", "按条款"), none),
            "month": BarCard("stats-month", translate("Stats", "按月"), none),
            "notice": BarCard("stats-notice", translate("Stats", "发出的告知"), none),
            "step": BarCard("stats-step", translate("Stats", "采取的步骤"), none),
            "ruling": BarCard("stats-ruling", translate("Stats", "检查时指出的消息"), none),
            "status": BarCard(
                "stats-status",
                translate("Stats", "现在的成员"),
                translate("Stats", "名单里还没有人。"),
            ),
        }

    # ---- the cards side by side

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Two columns where there is room for them."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= theme().px(_TWO_COLUMNS) else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, number // columns, number % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)

    # ---- what is shown

    def refresh(self) -> None:
        """Count anew."""
        self.title.show_name(translate("Stats", "统计"), self.session.group.title.get(language()))
        self._show_figures()
        self.show_undo()

    def _since(self) -> date | None:
        days = _SPANS.get(self._spans.current)
        return date.today() - timedelta(days=days - 1) if days else None

    def _show_figures(self) -> None:
        since = self._since()
        told = self.session.statistics(since=since)
        done, cards = told.recorded, self._cards
        self._sum.setText(_summary(done, since))
        cards["rule"].show_rows(_most(_named(done.by_rule, self._clause)), _several(done))
        cards["month"].show_rows(_months(done))
        cards["notice"].show_rows(_most(_named(done.by_notice, self._notice())))
        cards["step"].show_rows(_named(done.by_step, lambda step: action_text(Action(step))))
        cards["ruling"].show_rows(_rulings(told), _remembered(told, since))
        statuses = dict(done.by_status)
        cards["status"].show_rows(
            [
                Bar(name=status_text(each, self.session.group), count=statuses[each])
                for each in _STATUSES
                if each in statuses
            ]
        )
        self.status.left.setText(translate("Stats", "只有数字，不含任何人的名字"))

    def _clause(self, rule: str) -> str:
        clause = self.session.rulebook().clause(rule)
        return clause.title.get(language()) if clause else rule or translate("Stats", "没有写明条款")

    def _notice(self) -> Callable[[str], str]:
        titles = {notice.id: notice.title.get(language()) for notice in self.session.notices()}
        return lambda notice: titles.get(notice, notice)

    def first_focus(self) -> None:
        """To the spans: the arrow keys walk along them."""
        self._spans.focus_current(Qt.FocusReason.OtherFocusReason)


def _named(tally: Sequence[tuple[str, int]], name: Callable[[str], str]) -> list[Bar]:
    return [Bar(name=name(key), count=count) for key, count in tally]


def _most(rows: Sequence[Bar]) -> list[Bar]:
    """The first lines, and what all others come to together."""
    if len(rows) <= _MOST_LINES:
        return list(rows)
    rest = rows[_MOST_LINES - 1 :]
    other = translate("Stats", "其余 {count} 项", count=len(rest))
    return [*rows[: _MOST_LINES - 1], Bar(name=other, count=sum(each.count for each in rest))]


def _months(done: Statistics) -> list[Bar]:
    """The latest twelve months; what was before them in one line."""
    before, latest = done.by_month[:-_MOST_MONTHS], done.by_month[-_MOST_MONTHS:]
    rows = [Bar(name=month, count=count) for month, count in latest]
    if not before:
        return rows
    return [Bar(name=translate("Stats", "更早"), count=sum(count for _, count in before)), *rows]


def _summary(done: Statistics, since: date | None) -> str:
    given = sum(count for _, count in done.by_notice)
    counts = {"strikes": done.strikes, "voided": done.voided, "notices": given}
    if since is None:
        return translate(
            "Stats",
            "一共记了 {strikes} 次（另有 {voided} 次已作废），发出告知 {notices} 次。",
            **counts,
        )
    return translate(
        "Stats",
        "{day} 以来记了 {strikes} 次（另有 {voided} 次已作废），发出告知 {notices} 次。",
        day=since.isoformat(),
        **counts,
    )


def _several(done: Statistics) -> str:
    """Why the lines add up to more than the strikes, where they do."""
    if sum(count for _, count in done.by_rule) == done.strikes:
        return ""
    return translate("Stats", "一次违反几条的，每条各算一次。")


def _rulings(told: Figures) -> list[Bar]:
    """What became of the messages that were found fault with, and the rulings on clauses."""
    rows = (
        (translate("Stats", "记了次数或给了告知"), told.confirmed),
        (translate("Stats", "放过或作废"), told.passed),
        (translate("Stats", "没有处理"), told.found - told.confirmed - told.passed),
        (translate("Stats", "判为误判"), told.recorded.misjudged),
        (translate("Stats", "补判为违规"), told.recorded.breaches),
    )
    return [Bar(name=name, count=count) for name, count in rows] if any(n for _, n in rows) else []


def _remembered(told: Figures, since: date | None) -> str:
    """From when on messages are remembered, where that is later than the span begins."""
    if told.remembered is None:
        return translate("Stats", "没有留下检查过的消息，前三项数不出来。")
    if since is not None and told.remembered <= since:
        return ""
    day = told.remembered.isoformat()
    return translate("Stats", "前三项从 {day} 起才有：更早检查过的消息没有留下。", day=day)
