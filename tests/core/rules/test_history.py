"""What was said and checked before: repeats, quotas, near copies of decided messages."""

from datetime import timedelta
from functools import cache

import pytest

from moderator_app.core.message import Context, Message
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.past import Checked, Outcome, Past
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Level, Verdict
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook
from tests.core.rules.seen import NOON, codes, notes, said

EVENT = "第六届医学装备论坛将于五月十日在南京举行，欢迎各位参会，日程见附件"
AD = "供应监护仪，现货，厂家报价优惠，联系电话 13800138000"
WORDS = ("现货", "供应", "优惠")


def past(text: str, *, name: str = "李四", days: float = 2, keep_text: bool = True, **more: object) -> Past:
    at = NOON - timedelta(days=days)
    return Past([Checked.of(text, id="1", at=at, name=name, keep_text=keep_text, **more)])  # type: ignore[arg-type]


def test_an_event_of_the_conversation_is_a_repeat() -> None:
    (note,) = notes("repeat", said(EVENT), said(EVENT.replace("见附件", "附后"), "李四", minutes=-60))
    assert note is not None
    assert (note.code, note.values["name"]) == ("seen.repeat", "李四")


@pytest.mark.parametrize("keep_text", [True, False])
def test_an_event_of_the_history_is_a_repeat_with_its_day_and_share(keep_text: bool) -> None:
    held = past(EVENT, keep_text=keep_text)
    (note,) = notes("repeat", said("🎉" + EVENT.replace("南京", "南昌")), past=held)
    assert note is not None
    assert (note.code, note.values["at"], note.values["name"]) == ("seen.past", "2026-05-12", "李四")
    assert 80 <= int(note.values["percent"]) < 100
    assert codes("repeat", said(EVENT), past=past(EVENT, days=40)) == []
    assert codes("repeat", said("论坛在哪里开，几点报到？"), past=held) == []


def test_a_message_checked_again_within_the_hour_is_not_its_own_repeat() -> None:
    held = past(EVENT, name="张三", days=10 / 1440)
    assert codes("repeat", said(EVENT), past=held) == []
    assert codes("repeat", said(EVENT, ""), past=held) == []
    assert codes("repeat", said(EVENT, "李四"), past=held) == ["seen.past"]
    assert codes("repeat", said(EVENT), past=past(EVENT, name="张三", days=60 / 1440)) == ["seen.past"]


def test_a_message_is_no_repeat_of_what_was_checked_after_it() -> None:
    held = past(EVENT, name="张三", days=0)
    assert codes("repeat", said(EVENT, minutes=-5), past=held) == []
    assert codes("repeat", said(EVENT, minutes=0), past=held) == []
    assert codes("repeat", said(EVENT, minutes=5), past=held) == ["seen.past"]


@pytest.mark.parametrize("outcome", Outcome)
def test_what_became_of_the_earlier_one_can_be_asked_for(outcome: Outcome) -> None:
    held = past(AD, outcome=outcome, level=Level.VIOLATION, rules=("hawking",))
    for asked in Outcome:
        seen = codes("past", said(AD), past=held, outcome=asked.value)
        assert seen == (["seen.past"] if asked is outcome else [])
    assert codes("past", said(AD), past=held) == ["seen.past"]
    assert codes("past", said(AD), past=held, rules=("ads", "hawking")) == ["seen.past"]
    assert codes("past", said(AD), past=held, rules=("festival",)) == []


def test_what_was_fine_is_not_open() -> None:
    assert codes("past", said(AD), past=past(AD), outcome="open") == []
    assert codes("past", said("好的好的"), past=past("好的好的")) == []  # too short to be told apart


def test_a_quota_counts_the_conversation_and_the_history_and_nothing_twice() -> None:
    options = {"words": WORDS, "times": "2"}
    earlier = said(AD, minutes=-60)
    assert codes("quota", said("新品现货供应"), earlier, **options) == []
    assert codes("quota", said("新品现货供应"), earlier, past=past(AD, name="张三"), **options) == [
        "seen.quota"
    ]
    there = past(AD, name="张三", days=60 / 1440)
    assert codes("quota", said("新品现货供应", minutes=0), earlier, past=there, **options) == []
    assert codes("quota", said("新品现货供应"), past=past(AD, name="李四"), words=WORDS) == []
    assert codes("quota", said("新品现货供应"), past=past(AD, name="张三", days=8), words=WORDS) == []


def test_a_quota_goes_by_the_clauses_where_texts_are_not_kept() -> None:
    held = past(AD, name="张三", keep_text=False, rules=("hawking",))
    assert codes("quota", said(AD), past=held, words=WORDS) == ["seen.quota"]
    assert codes("quota", said(AD), past=held, words=WORDS, rules=("ads",)) == []


def test_a_quota_takes_no_message_of_the_history_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the history and the conversation every two are held together: each must cost next to nothing."""
    taken = []
    monkeypatch.setattr(Checked, "pieces", property(lambda self: taken.append(self.id)))
    there = past(AD, name="张三", days=60 / 1440)
    assert codes("quota", said("新品现货"), said(AD, minutes=-60), past=there, words=WORDS, times="2") == []
    assert taken == []


@cache
def rulebook() -> Rulebook:
    return load_rulebook(resources_dir() / "rulebooks" / "yigongxie.yaml", examples=False)


def verdict(text: str, held: Past) -> Verdict:
    return judge(Message(text=text, sender="张三", at=NOON), rulebook(), Context(past=held))


def test_the_same_event_by_another_member_days_later_is_a_violation() -> None:
    said = verdict(EVENT, past(EVENT))
    assert said.rules[0] == "event-repeat"
    assert said.level is Level.VIOLATION
    assert verdict(EVENT, past("昨天的会议资料已经上传，请各位老师查收")).level is Level.OK


def test_the_note_names_the_clause_that_the_earlier_one_broke() -> None:
    held = past(EVENT, rules=("hawking",), level=Level.VIOLATION)
    reason = verdict(EVENT, held).findings[0].reason
    assert (reason.values["rule"], reason.values["zh"], reason.values["own"]) == ("hawking", "叫卖", "no")


SOFT = "我们几位同事下周会带着新的方案来南京，想聊聊的老师随时找我"


def test_a_near_copy_of_what_was_confirmed_is_asked_about_by_that_clause_only() -> None:
    held = past(SOFT, outcome=Outcome.CONFIRMED, rules=("hawking",), level=Level.VIOLATION)
    found = verdict(SOFT + "啦", held)
    assert (found.level, found.rules) == (Level.UNSURE, ("hawking",))
    assert verdict(SOFT, Past()).level is Level.OK
    assert verdict(SOFT, past(SOFT, rules=("hawking",), level=Level.VIOLATION)).level is Level.OK


def test_what_was_confirmed_weighs_more_than_what_was_only_found_and_cleared_speaks_against() -> None:
    def score(outcome: Outcome | None) -> float:
        held = past(AD, outcome=outcome, rules=("hawking",), level=Level.VIOLATION) if outcome else Past()
        found = verdict(AD, held)
        return next(finding.score for finding in found.findings if finding.rule == "hawking")

    assert score(Outcome.CONFIRMED) > score(Outcome.OPEN) > score(None) > score(Outcome.CLEARED)
