"""The ladder's actions as a notice says them; notices are Chinese whatever the window speaks."""

from __future__ import annotations

from moderator_app.core.roster.ladder import StepView
from moderator_app.core.rules.verdict import Action

_WORDS = {
    Action.NONE: "",
    Action.REMIND: "再次提醒",
    Action.WARN: "警告",
    Action.APOLOGISE: "请您公开致歉",
    Action.FINE: "记一次罚款或红包",
    Action.MOVE: "移到自由群",
    Action.SUSPEND: "暂时移出本群",
    Action.REMOVE: "移出本群",
}


def action_words(step: StepView, *, counted: bool) -> str:
    """What happens if it happens again: after this strike where it is counted, else at this step."""
    if not counted or step.following is None:
        return _WORDS[step.action]
    if step.following is step.action is Action.WARN:
        return "再次警告"
    return _WORDS[step.following]
