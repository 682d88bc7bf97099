"""A moderator's changes laid over a clause: its own words, strictness, examples, decisions."""

from dataclasses import replace

import pytest

from moderator_app.core.message import Context, Message
from moderator_app.core.roster.ladder import Ladder
from moderator_app.core.rules.changes import ClauseChange, Mode, OwnWord, decision, with_changes
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.rulebook import (
    Clause,
    ClauseLevel,
    Example,
    Examples,
    Row,
    Rulebook,
    Sign,
    Term,
)
from moderator_app.core.rules.strictness import Strictness, steps
from moderator_app.core.rules.verdict import Level
from moderator_app.core.wording import Wording


def sign(name: str, *words: str) -> Sign:
    return Sign(id=name, title=Wording(name), words=words)


def row(name: str, points: float) -> Row:
    return Row(terms=(Term(sign=name),), points=points)


CLAUSE = Clause(
    id="sale",
    number=1,
    title=Wording("叫卖", "Sale"),
    text=Wording("不叫卖。"),
    rows=(row("stock", 2), row("price", 2)),
    needs=("stock", "price"),
    violation=4,
    unsure=2,
    examples=Examples(
        hit=(Example(message=Message(text="现货低价")),), miss=(Example(message=Message(text="你好")),)
    ),
)
BOOK = Rulebook(
    id="b",
    title=Wording("群"),
    clauses=(CLAUSE, replace(CLAUSE, id="other", number=2, rows=(row("stock", 4),), needs=())),
    ladder=Ladder(),
    signs={"stock": sign("stock", "现货"), "price": sign("price", "低价")},
)


def level(text: str, change: ClauseChange) -> Level:
    """What the changed clause says of a text."""
    rulebook = with_changes(replace(BOOK, clauses=BOOK.clauses[:1]), [change])
    return judge(Message(text=text), rulebook).level


def change(*words: OwnWord, **more: object) -> ClauseChange:
    return ClauseChange(id="sale", words=words, **more)


def test_nothing_changed_is_the_very_same_rulebook() -> None:
    assert with_changes(BOOK, []) is BOOK
    assert with_changes(BOOK, [ClauseChange(id="sale")]) is BOOK


def test_a_change_of_an_unknown_clause_changes_no_clause() -> None:
    assert with_changes(BOOK, [replace(change(mode=Mode.OFF), id="gone")]).clauses == BOOK.clauses


@pytest.mark.parametrize("strictness", [None, *Strictness])
def test_an_added_word_alone_asks_and_never_accuses(strictness: Strictness | None) -> None:
    words = (OwnWord(text="清仓"), OwnWord(text="甩卖"))
    assert level("周末清仓", change(*words, strictness=strictness)) is Level.UNSURE
    assert level("清仓清仓清仓", change(*words, strictness=strictness)) is Level.UNSURE
    assert level("清仓甩卖", change(*words, strictness=strictness)) is Level.VIOLATION
    assert level("你好", change(*words, strictness=strictness)) is Level.OK


def test_an_added_word_and_a_shipped_sign_accuse_together() -> None:
    assert level("清仓现货", change(OwnWord(text="清仓"))) is Level.VIOLATION


def test_a_word_accuses_alone_where_the_user_says_so() -> None:
    assert level("周末清仓", change(OwnWord(text="清仓", alone=True))) is Level.VIOLATION


def test_where_a_clause_knows_no_doubt_one_word_says_nothing_and_two_accuse() -> None:
    sharp = change(OwnWord(text="清仓"), OwnWord(text="甩卖"), violation=3.0, unsure=3.0)
    assert level("清仓", sharp) is Level.OK
    assert level("清仓甩卖", sharp) is Level.VIOLATION


def test_a_phrase_that_is_let_be_covers_the_word_and_hides_nothing_else() -> None:
    allowed = change(OwnWord(text="清仓", alone=True), allow=("清仓管理系统",))
    assert level("清仓管理系统上线", allowed) is Level.OK
    assert level("清仓管理系统上线，今日清仓", allowed) is Level.VIOLATION


def test_texts_level_and_mode_are_replaced_and_the_rest_holds() -> None:
    changed = with_changes(
        BOOK, [change(title=Wording("推销"), level=ClauseLevel.UNSURE, mode=Mode.WATCH)]
    ).clauses
    assert (changed[0].title.zh, changed[0].text.zh) == ("推销", "不叫卖。")
    assert (changed[0].level, changed[0].enabled, changed[0].watched) == (ClauseLevel.UNSURE, True, True)
    assert changed[1] is BOOK.clauses[1]
    assert not with_changes(BOOK, [change(mode=Mode.OFF)]).clauses[0].enabled


def test_the_named_steps_are_worked_out_from_what_was_shipped() -> None:
    lenient, normal, strict = (steps(CLAUSE)[step] for step in Strictness)
    assert (normal.violation, normal.unsure) == (4, 2)
    assert (lenient.violation, lenient.unsure) == (5, 2.5)
    assert (strict.violation, strict.unsure) == (3.2, 1.6)
    assert level("现货低价", change(strictness=Strictness.LENIENT)) is Level.UNSURE
    assert level("现货", change(strictness=Strictness.STRICT)) is Level.UNSURE


def test_strict_stays_above_every_single_sign() -> None:
    heavy = replace(CLAUSE, rows=(row("stock", 3.9), row("price", 2)))
    assert steps(heavy)[Strictness.STRICT].violation == 3.95
    assert steps(replace(CLAUSE, rows=(row("stock", 3.99),)))[Strictness.STRICT].violation == 4


def test_a_lenient_clause_without_doubt_asks() -> None:
    sharp = replace(CLAUSE, unsure=4)
    found = steps(sharp)[Strictness.LENIENT]
    assert (found.violation, found.unsure) == (5, 4)


def test_numbers_of_ones_own_win_and_never_ask_above_what_they_accuse() -> None:
    changed = with_changes(BOOK, [change(strictness=Strictness.LENIENT, violation=1.0)]).clauses[0]
    assert (changed.violation, changed.unsure) == (1.0, 1.0)


def own(text: str, *, decided: bool = False) -> Example:
    return Example(message=Message(text=text), decided=decided)


def texts(examples: tuple[Example, ...]) -> list[str]:
    return [example.message.text for example in examples]


def test_ones_own_examples_join_those_of_the_clause_and_overrule_the_same_words() -> None:
    added = change(examples=Examples(hit=(own("你好"),), miss=(own("早"),)))
    changed = with_changes(BOOK, [added]).clauses[0].examples
    assert (texts(changed.hit), texts(changed.miss)) == (["现货低价", "你好"], ["早"])


def test_an_example_with_surroundings_is_not_overruled_by_the_bare_words() -> None:
    before = Context(before=(Message(text="谁有口罩"),))
    clause = replace(
        CLAUSE, examples=Examples(miss=(Example(message=Message(text="现货低价"), context=before),))
    )
    rulebook = replace(BOOK, clauses=(clause,))
    changed = with_changes(rulebook, [change(examples=Examples(hit=(own("现货低价"),)))]).clauses[0]
    assert texts(changed.examples.miss) == ["现货低价"]


def test_a_decision_overrules_near_same_examples_shipped_and_own() -> None:
    text = "厂家直供现货低价，欢迎各位老师前来选购，量大从优"
    clause = replace(CLAUSE, examples=Examples(hit=(own(f"{text}！"),)))
    decided = change(examples=Examples(hit=(own(f"{text}🌹"),), miss=(own(text, decided=True),)))
    changed = with_changes(replace(BOOK, clauses=(clause,)), [decided]).clauses[0].examples
    assert (texts(changed.hit), texts(changed.miss)) == ([], [text])


def test_decisions_are_found_for_copies_only() -> None:
    examples = Examples(hit=(own("现货低价", decided=True), own("别的")), miss=(own("你好", decided=True),))
    assert decision(examples, Message(text="现货 低价！")) is True
    assert decision(examples, Message(text="你好。")) is False
    assert decision(examples, Message(text="别的")) is None
