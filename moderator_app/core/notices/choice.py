"""Chooses which notices are offered for a verdict, the suggested one first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from moderator_app.core.notices.notice import Notice
from moderator_app.core.roster.ladder import Ladder
from moderator_app.core.rules.rulebook import NoticeIds
from moderator_app.core.rules.verdict import Level, Verdict

NAME_CARD, SILENCE = "real-name", "silence"
"""The clauses that have reminders of their own: about name cards, and to those who have long said nothing."""


def offered(
    verdict: Verdict, *, suggested: str, notices: Sequence[Notice], special: NoticeIds, ladder: Ladder
) -> tuple[Notice, ...]:
    """The notices for `verdict`, in the order of the number keys; empty where nothing is to be said.

    `suggested` is the notice of the ladder's step for the broken clauses. A violation is answered
    with it, then with the other notices that count a strike, then with those of the ladder that do
    not, with the explanation of a removal, last with a question. What is unsure is first asked about.
    Where the name card or a long silence is in question the reminder about it comes next to the
    question. A praise is offered only after a stated need was answered.
    """
    by_id = {notice.id: notice for notice in notices}
    if verdict.level is Level.OK:
        return _pick(by_id, [special.praise] if verdict.answers_need else [])
    counting = [notice.id for notice in _in_order(notices) if notice.counts]
    on_ladder = {name for step in ladder.every_step for name in (step.notice, *step.notices.values())}
    plain = [notice.id for notice in _in_order(notices) if notice.id in on_ladder]
    reminders = [
        reminder
        for rule, reminder in ((NAME_CARD, special.card), (SILENCE, special.silence))
        if rule in verdict.rules
    ]
    first = [special.question, *reminders] if verdict.level is Level.UNSURE else []
    last = [*reminders, special.removed, special.question]
    return _pick(by_id, [*first, suggested, *counting, *plain, *last])


def _in_order(notices: Iterable[Notice]) -> list[Notice]:
    return sorted(notices, key=lambda notice: (notice.order, notice.id))


def _pick(by_id: dict[str, Notice], ids: Iterable[str]) -> tuple[Notice, ...]:
    return tuple(by_id[notice_id] for notice_id in dict.fromkeys(ids) if notice_id in by_id)
