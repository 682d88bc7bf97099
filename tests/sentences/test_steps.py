"""The step that comes next, as one line says it before anybody acts."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from moderator_app import i18n
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.ladder import Ladder, StepView
from moderator_app.core.rules.rulebook import Clause, Rulebook
from moderator_app.core.rules.verdict import Action
from moderator_app.core.wording import Wording
from moderator_app.sentences.steps import step_text

TODAY = date(2026, 5, 20)
BOOK = Rulebook(
    id="b",
    title=Wording("群规"),
    ladder=Ladder(),
    clauses=(Clause(id="hawking", number=1, title=Wording("叫卖", "hawking"), text=Wording("不叫卖。")),),
)


def last(day: datetime, *rules: str) -> Entry:
    return Entry(id="s", action="a", at=day, group="g", kind=EntryKind.STRIKE, rules=rules)


CASES = [
    (
        StepView(
            number=2,
            action=Action.MOVE,
            notice="叫卖告知 2",
            last=last(datetime(2026, 5, 3, 9), "hawking"),
            lapses=date(2026, 6, 19),
        ),
        "第 2 次，上次 5 月 3 日叫卖，30 天后失效 → 叫卖告知 2，移到自由群",
        "Strike 2, last on 3 May (hawking), lapses in 30 days → 叫卖告知 2, move to the free group",
    ),
    (
        StepView(number=1, action=Action.REMIND, notice="提醒"),
        "第 1 次 → 提醒",
        "Strike 1 → 提醒, remind",
    ),
    (
        StepView(
            number=3,
            action=Action.SUSPEND,
            notice="",
            days=7,
            entailed=True,
            last=last(datetime(2025, 12, 30), "gone"),
            lapses=TODAY,
        ),
        "第 3 次，上次 2025 年 12 月 30 日，今天失效，这一条群规从第一次起就这样处理 → 暂停 7 天",
        "Strike 3, last on 30 Dec 2025, lapses today, this clause asks for it from the first time on"
        " → suspend for 7 days",
    ),
    (
        StepView(number=1, action=Action.FINE, notice="", amount="100 元"),
        "第 1 次 → 记罚款 100 元",
        "Strike 1 → record a fine of 100 元",
    ),
    (
        StepView(number=1, action=Action.FINE, notice="", amount="金额随意", packet=True),
        "第 1 次 → 记一个红包（金额随意）",
        "Strike 1 → record a red packet (金额随意)",
    ),
]


@pytest.fixture(autouse=True)
def chinese_afterwards() -> Iterator[None]:
    yield
    i18n.set_language("zh_CN")


@pytest.mark.parametrize(("step", "chinese", "english"), CASES)
def test_one_line_says_how_often_when_last_and_what_follows(step: StepView, chinese: str, english: str):
    i18n.set_language("zh_CN")
    assert step_text(step, BOOK, TODAY) == chinese
    i18n.set_language("en")
    assert step_text(step, BOOK, TODAY) == english


def test_the_notice_is_called_as_it_is_shown():
    i18n.set_language("en")
    assert step_text(CASES[0][0], BOOK, TODAY, notice="Hawking 2").endswith(
        "→ Hawking 2, move to the free group"
    )


@pytest.mark.parametrize("action", Action)
def test_every_action_is_said(action: Action):
    said = step_text(StepView(number=1, action=action, notice="告知", amount="1"), BOOK, TODAY)
    assert said.startswith("第 1 次 → 告知")
    assert (said == "第 1 次 → 告知") is (action is Action.NONE)
