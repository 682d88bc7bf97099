"""Changed rules tried on messages: what they would flag, what is new, what had been let pass."""

from dataclasses import replace
from datetime import datetime

from moderator_app.core.message import Context, Message
from moderator_app.core.roster.ladder import Ladder
from moderator_app.core.rules.backtest import Backtest, Trial, Was, backtest
from moderator_app.core.rules.changes import ClauseChange, Mode, OwnWord, with_changes
from moderator_app.core.rules.rulebook import Clause, Row, Rulebook, Sign, Term
from moderator_app.core.rules.verdict import Level
from moderator_app.core.wording import Wording

CLAUSE = Clause(
    id="sale",
    number=1,
    title=Wording("叫卖"),
    text=Wording(""),
    rows=(Row(terms=(Term(sign="stock"),), points=1),),
)
CHAT = replace(CLAUSE, id="chat", number=2, rows=(Row(terms=(Term(sign="morning"),), points=1),))
NOW = Rulebook(
    id="b",
    title=Wording("群"),
    clauses=(CLAUSE, CHAT),
    ladder=Ladder(),
    signs={
        name: Sign(id=name, title=Wording(name), words=(word,))
        for name, word in (("stock", "现货"), ("morning", "早安"))
    },
)


def changed(**change: object) -> Rulebook:
    return with_changes(NOW, [ClauseChange(id="sale", **change)])


def trials(*texts: str, was: Was = Was.UNKNOWN) -> list[Trial]:
    return [Trial(message=Message(text=text), context=Context(), was=was) for text in texts]


def texts(flagged: tuple) -> list[str]:
    return [each.text for each in flagged]


def test_what_is_flagged_newly_and_no_longer() -> None:
    then = changed(words=(OwnWord(text="清仓", alone=True),), allow=("现货交易所",))
    found = backtest(trials("现货", "清仓", "现货交易所", "早安", "你好"), now=NOW, then=then, clause="sale")
    assert found.total == 5
    assert texts(found.flagged) == ["现货", "清仓"]
    assert texts(found.newly) == ["清仓"]
    assert texts(found.no_longer) == ["现货交易所"]
    assert found.flagged[0].level is Level.VIOLATION
    assert found.flagged[0].rules == ("sale",)


def test_without_a_clause_the_whole_verdict_counts() -> None:
    found = backtest(trials("现货早安", "早安", "你好"), now=NOW, then=NOW)
    assert [each.rules for each in found.flagged] == [("sale", "chat"), ("chat",)]
    assert found.newly == found.no_longer == ()


def test_those_that_the_moderator_had_passed_are_told_apart() -> None:
    given = [
        *trials("现货一", was=Was.PASSED),
        *trials("现货二", was=Was.CONFIRMED),
        *trials("好", was=Was.PASSED),
    ]
    found = backtest(given, now=NOW, then=NOW, clause="sale")
    assert texts(found.passed_before) == ["现货一"]
    assert [each.was for each in found.flagged] == [Was.PASSED, Was.CONFIRMED]


def test_a_watched_clause_counts_by_what_it_would_say_and_one_that_is_off_says_nothing() -> None:
    watched = backtest(trials("现货"), now=NOW, then=changed(mode=Mode.WATCH), clause="sale")
    off = backtest(trials("现货"), now=NOW, then=changed(mode=Mode.OFF), clause="sale")
    whole = backtest(trials("现货"), now=NOW, then=changed(mode=Mode.WATCH))
    assert (len(watched.flagged), watched.no_longer) == (1, ())
    assert (off.flagged, len(off.no_longer)) == ((), 1)
    assert (whole.flagged, len(whole.no_longer)) == ((), 1)


def test_time_and_sender_are_told_and_the_context_is_judged() -> None:
    at = datetime(2026, 3, 1, 9)
    trial = Trial(message=Message(text="现货", sender="甲", at=at), context=Context(own_notices=("现货",)))
    assert backtest([trial], now=NOW, then=NOW).flagged == ()
    (flagged,) = backtest([replace(trial, context=Context())], now=NOW, then=NOW).flagged
    assert (flagged.name, flagged.at) == ("甲", at)


def test_progress_is_told_to_the_end_and_may_end_it() -> None:
    told: list[tuple[int, int]] = []
    many = trials(*["现货"] * 50)
    found = backtest(many, now=NOW, then=NOW, progress=lambda done, total: told.append((done, total)))
    assert told == [(20, 50), (40, 50), (50, 50)]
    assert found.total == 50
    ended = backtest(many, now=NOW, then=NOW, progress=lambda done, total: done < 40)
    assert (ended.total, len(ended.flagged)) == (40, 40)


def test_nothing_to_try_is_no_error() -> None:
    assert backtest([], now=NOW, then=NOW, unread=3) == Backtest(unread=3)
