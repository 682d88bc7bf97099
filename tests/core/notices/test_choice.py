"""Which notices are offered, and in which order of number keys."""

from __future__ import annotations

from dataclasses import replace

from moderator_app.core.notices.choice import offered
from moderator_app.core.notices.notice import Notice
from moderator_app.core.notices.words import action_words
from moderator_app.core.roster.ladder import Family, Ladder, LadderStep, next_step
from moderator_app.core.rules.rulebook import NoticeIds
from moderator_app.core.rules.verdict import Action, Finding, Level, Verdict
from moderator_app.core.wording import Reason, Wording


def notice(name: str, order: int, *, counts: bool = False) -> Notice:
    return Notice(id=name, title=Wording(name), when=Wording(""), text="x", order=order, counts=counts)


NOTICES = (
    notice("询问", 9),
    notice("表扬", 6),
    notice("呼吁", 4),
    notice("群发", 2, counts=True),
    notice("规范", 5),
    notice("叫卖", 1, counts=True),
    notice("叫卖 2", 3, counts=True),
    notice("进群", 7),
)
SPECIAL = NoticeIds(question="询问", praise="表扬", welcome="进群")
LADDER = Ladder(
    steps=(
        LadderStep(action=Action.REMIND, notice="群发", notices={"hawking": "叫卖", "trade-form": "规范"}),
        LadderStep(action=Action.MOVE, notice="群发", notices={"hawking": "叫卖 2"}),
        LadderStep(action=Action.REMOVE, notice="群发"),
    )
)


def ids(verdict: Verdict, had: int = 0, rules: tuple[str, ...] = ("hawking",)) -> list[str]:
    suggested = next_step(LADDER, had, rules).notice
    chosen = offered(verdict, suggested=suggested, notices=NOTICES, special=SPECIAL, ladder=LADDER)
    return [each.id for each in chosen]


def test_a_violation_is_answered_by_the_ladders_step_then_by_what_counts_last_by_a_question():
    verdict = Verdict(level=Level.VIOLATION)
    assert ids(verdict) == ["叫卖", "群发", "叫卖 2", "规范", "询问"]
    assert ids(verdict, had=1) == ["叫卖 2", "叫卖", "群发", "规范", "询问"]
    assert ids(verdict, rules=("greetings",)) == ["群发", "叫卖", "叫卖 2", "规范", "询问"]


def test_what_is_unsure_is_asked_first():
    assert ids(Verdict(level=Level.UNSURE)) == ["询问", "叫卖", "群发", "叫卖 2", "规范"]
    assert ids(Verdict(level=Level.UNSURE), rules=("greetings",))[:2] == ["询问", "群发"]


def test_a_name_card_is_answered_by_the_reminder_made_for_it():
    special = replace(SPECIAL, card="进群")

    def chosen(level: Level, *rules: str) -> list[str]:
        reason = Reason("seen.sign")
        findings = tuple(Finding(rule=rule, level=level, hits=(), reason=reason) for rule in rules)
        verdict = Verdict(level=level, findings=findings)
        found = offered(verdict, suggested="群发", notices=NOTICES, special=special, ladder=LADDER)
        return [each.id for each in found]

    assert chosen(Level.UNSURE, "real-name")[:3] == ["询问", "进群", "群发"]
    assert chosen(Level.VIOLATION, "hawking", "real-name")[-2:] == ["进群", "询问"]
    assert "进群" not in chosen(Level.UNSURE, "hawking")


def test_what_a_familys_own_steps_give_is_offered_too():
    family = Family(rules=frozenset({"voice"}), steps=(LadderStep(action=Action.REMIND, notice="呼吁"),))

    def chosen(ladder: Ladder) -> list[str]:
        verdict = Verdict(level=Level.VIOLATION)
        found = offered(verdict, suggested="群发", notices=NOTICES, special=SPECIAL, ladder=ladder)
        return [each.id for each in found]

    assert "呼吁" not in chosen(LADDER)
    assert "呼吁" in chosen(replace(LADDER, families=(family,)))


def test_praise_is_offered_only_after_a_need_was_answered():
    assert ids(Verdict(level=Level.OK)) == []
    assert ids(Verdict(level=Level.OK, answers_need=True)) == ["表扬"]


def test_a_notice_that_is_not_there_is_not_offered():
    verdict = Verdict(level=Level.UNSURE)
    chosen = offered(verdict, suggested="无", notices=NOTICES[3:4], special=SPECIAL, ladder=LADDER)
    assert [each.id for each in chosen] == ["群发"]


def test_the_next_step_in_a_notice_is_the_one_after_this_strike():
    assert action_words(next_step(LADDER, 0, ()), counted=True) == "移到自由群"
    assert action_words(next_step(LADDER, 1, ()), counted=True) == "移出本群"
    assert action_words(next_step(LADDER, 5, ()), counted=True) == "移出本群"
    assert action_words(next_step(LADDER, 1, ()), counted=False) == "移到自由群"


def test_a_second_warning_is_called_one_more():
    twice = Ladder(
        steps=tuple(LadderStep(action=action) for action in (Action.WARN, Action.WARN, Action.REMOVE))
    )
    said = [action_words(next_step(twice, had, ()), counted=True) for had in range(3)]
    assert said == ["再次警告", "移出本群", "移出本群"]


def test_a_long_silence_has_its_reminder_and_a_violation_the_explanation_of_a_removal():
    special = replace(SPECIAL, silence="规范", removed="进群")

    def chosen(level: Level, rule: str) -> list[str]:
        finding = Finding(rule=rule, level=level, hits=(), reason=Reason("seen.sign"))
        verdict = Verdict(level=level, findings=(finding,))
        return [
            each.id
            for each in offered(verdict, suggested="", notices=NOTICES, special=special, ladder=Ladder())
        ]

    assert chosen(Level.UNSURE, "silence")[:2] == ["询问", "规范"]
    assert chosen(Level.VIOLATION, "hawking")[-2:] == ["进群", "询问"]
    assert "规范" not in chosen(Level.VIOLATION, "hawking")
