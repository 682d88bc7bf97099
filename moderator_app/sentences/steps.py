"""The step that comes next, in one line: how often, what happened last, when that lapses, what follows."""

from __future__ import annotations

from datetime import date

from moderator_app.core.roster.ladder import StepView
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Action
from moderator_app.i18n import language, translate
from moderator_app.sentences.words import date_text


def step_text(step: StepView, rulebook: Rulebook, today: date, *, notice: str = "") -> str:
    """「第 2 次，上次 5 月 3 日叫卖，30 天后失效 → 叫卖告知 2，移到自由群」.

    `notice` is the title of the notice as it is shown, the step's own id where it is not given.
    """
    known = [translate("Steps", "第 {number} 次", number=step.number), *_last(step, rulebook, today)]
    if step.entailed:
        known.append(translate("Steps", "这一条群规从第一次起就这样处理"))
    follows = filter(None, dict.fromkeys((notice or step.notice, deed_text(step))))
    comma = translate("Steps", "，")
    return translate("Steps", "{known} → {follows}", known=comma.join(known), follows=comma.join(follows))


def _last(step: StepView, rulebook: Rulebook, today: date) -> list[str]:
    """What happened the last time, and when that counts no longer."""
    if step.last is None:
        return []
    day = date_text(step.last.at.date(), today)
    clauses = [clause for rule in step.last.rules if (clause := rulebook.clause(rule))]
    what = translate("Steps", "、").join(clause.title.get(language()) for clause in clauses)
    last = translate("Steps", "上次 {day}", day=day)
    if what:
        last = translate("Steps", "上次 {day}{what}", day=day, what=what)
    return [last] if step.lapses is None else [last, _lapse((step.lapses - today).days)]


def _lapse(days: int) -> str:
    if days < 1:
        return translate("Steps", "今天失效")
    return translate("Steps", "{count} 天后失效", count=days)


def deed_text(step: StepView) -> str:
    """What the moderator does beside giving the notice: 「移到自由群」, 「暂停 7 天」, 「记罚款 100 元」."""
    if step.action is Action.SUSPEND and step.days:
        return translate("Steps", "暂停 {count} 天", count=step.days)
    if step.action is Action.FINE:
        if step.packet:
            return translate("Steps", "记一个红包（{amount}）", amount=step.amount)
        return translate("Steps", "记罚款 {amount}", amount=step.amount)
    return {
        Action.NONE: "",
        Action.REMIND: translate("Steps", "提醒"),
        Action.WARN: translate("Steps", "警告"),
        Action.APOLOGISE: translate("Steps", "请其致歉"),
        Action.MOVE: translate("Steps", "移到自由群"),
        Action.SUSPEND: translate("Steps", "暂停"),
        Action.REMOVE: translate("Steps", "移出"),
    }[step.action]
