"""The moderator's own decisions: they stand for the same message and near copies, and for nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.message import Context, Kind, Message, Role, Speaker
from moderator_app.core.roster.ladder import Ladder
from moderator_app.core.rules import decided
from moderator_app.core.rules.decided import NEARLY_THE_SAME, Decisions, _Known
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.past import alike, pieces_of
from moderator_app.core.rules.reading import Reading
from moderator_app.core.rules.rulebook import (
    Clause,
    ClauseLevel,
    Example,
    Examples,
    Excuse,
    Row,
    Rulebook,
    Sign,
    Term,
)
from moderator_app.core.rules.verdict import Level
from moderator_app.core.wording import Wording

AD = "大量现货医用口罩，厂家直销，量大从优，欢迎各位老师来电咨询，微信 abc12345"
ITEMS = "纱布 绷带 棉签 导管 敷料 口罩 手套 针头 输液器 采血管 监护仪 听诊器 血压计 体温计 压舌板"
TALK = "昨天的会议资料已经上传到群文件了，请各位老师有空的时候看一看，有问题随时提"
SIGNS = {
    "stock": Sign(id="stock", title=Wording("有货", "in stock"), words=("现货",)),
    "picture": Sign(id="picture", title=Wording("图"), detector="kind", options={"kinds": ("picture",)}),
    "about-rules": Sign(id="about-rules", title=Wording("谈群规"), words=("群规",)),
}


def rulebook(*, hit: tuple[Message, ...] = (), miss: tuple[Message, ...] = (), **more: object) -> Rulebook:
    examples = Examples(
        hit=tuple(Example(message=message, decided=True) for message in hit),
        miss=tuple(Example(message=message, decided=True) for message in miss),
    )
    rows = tuple(Row(terms=(Term(sign=name),), points=1.0) for name in ("stock", "picture"))
    clause = Clause(
        id="hawking", number=1, title=Wording("叫卖"), text=Wording(""), rows=rows, examples=examples
    )
    other = replace(clause, id="ads", examples=Examples())
    clauses = (replace(clause, **more), other)  # type: ignore[arg-type]
    return Rulebook(id="r", title=Wording(""), clauses=clauses, ladder=Ladder(), signs=SIGNS)


def text(said: str) -> Message:
    return Message(text=said)


@pytest.mark.parametrize(
    "same",
    [
        AD,
        "🌹" + AD.replace("，", " "),
        AD.replace("各位老师", "各位老师们"),
        "大量現貨" + AD.removeprefix("大量现货"),
    ],
)
def test_what_was_misjudged_cannot_come_back(same: str) -> None:
    found = judge(text(same), rulebook(miss=(text(AD),)))
    assert found.rules == ("ads",)
    assert [(passed.rule, passed.reason.code) for passed in found.passed] == [("hawking", "passed.decided")]


@pytest.mark.parametrize(
    "other", [AD.replace("abc12345", "xyz98765"), "大量现货监护仪", AD + " http://t.cn/abc123"]
)
def test_another_contact_or_other_words_are_another_message(other: str) -> None:
    assert "hawking" in judge(text(other), rulebook(miss=(text(AD),))).rules


def test_a_long_message_with_another_number_is_another_message_however_alike() -> None:
    long = "".join(f"{item}医用耗材规格{number}号，" for number, item in enumerate(ITEMS.split())) + AD
    other = long.replace("abc12345", "abc12346")
    assert alike(pieces_of(long), pieces_of(other)) > NEARLY_THE_SAME
    book = rulebook(miss=(text(long),))
    assert "hawking" not in judge(text(long.replace("规格", "规格：", 1)), book).rules
    assert "hawking" in judge(text(other), book).rules


def test_a_decision_on_faces_is_about_these_faces_and_on_a_sticker_about_none() -> None:
    roses = Message(text="[玫瑰][玫瑰]", kind=Kind.STICKER)
    sticker = Message(text="[动画表情]", kind=Kind.STICKER)
    book = rulebook(hit=(roses, sticker))
    assert "hawking" in judge(roses, book).rules
    assert judge(sticker, book).level is Level.OK
    assert judge(replace(roses, text="[握手]"), book).level is Level.OK


def test_what_was_called_a_violation_is_one_whatever_its_points() -> None:
    found = judge(text(TALK.replace("有空", "有空啦")), rulebook(hit=(text(TALK),)))
    (finding,) = found.findings
    assert (finding.rule, finding.level, finding.reason.code) == ("hawking", Level.VIOLATION, "found.decided")
    assert finding.score >= finding.threshold
    assert finding.hits[0].evidence == TALK.replace("有空", "有空啦")
    assert judge(text("明天几点开会"), rulebook(hit=(text(TALK),))).level is Level.OK


def test_a_clause_that_only_asks_accuses_where_the_moderator_did() -> None:
    found = judge(text(TALK), rulebook(hit=(text(TALK),), level=ClauseLevel.UNSURE))
    assert found.level is Level.VIOLATION


def test_that_it_was_fine_wins_over_that_it_was_not() -> None:
    assert "hawking" not in judge(text(AD), rulebook(hit=(text(AD),), miss=(text(AD),))).rules


def test_a_decision_is_not_excused_by_its_own_words_but_by_who_speaks() -> None:
    said = text("看了群规，我这里有现货")
    excused = {"excuses": frozenset({Excuse.ABOUT_RULES}), "exempt_roles": frozenset({Role.ADMIN})}
    assert "hawking" not in judge(said, rulebook(**excused)).rules
    decided = rulebook(hit=(said,), **excused)
    assert "hawking" in judge(said, decided).rules
    assert "hawking" not in judge(said, decided, Context(speaker=Speaker(role=Role.ADMIN))).rules


def test_a_decision_on_one_picture_says_nothing_of_others() -> None:
    picture = Message(text="[图片]", kind=Kind.PICTURE)
    coded = replace(picture, codes=("https://u.wechat.com/demo",))
    assert "hawking" in judge(picture, rulebook(miss=(picture,))).rules
    assert "hawking" not in judge(coded, rulebook(miss=(coded,))).rules
    assert "hawking" in judge(replace(coded, codes=("wxp://x",)), rulebook(miss=(coded,))).rules


def test_a_watched_clause_is_told_apart_and_never_counts() -> None:
    found = judge(text(AD), replace_clause(rulebook(watched=True)))
    assert found.level is Level.OK
    assert found.rules == ()
    assert [finding.rule for finding in found.watched] == ["hawking"]
    assert found.watched[0].level is Level.VIOLATION


def replace_clause(book: Rulebook) -> Rulebook:
    """The rulebook with nothing but its first clause."""
    return replace(book, clauses=book.clauses[:1])


def test_every_finding_tells_what_adds_up_and_what_did_not_excuse_it() -> None:
    book = rulebook(
        rows=(
            Row(terms=(Term(sign="stock"),), points=2.0),
            Row(terms=(Term(sign="stock"), Term(sign="about-rules", absent=True)), points=0.25),
            Row(terms=(Term(sign="stock", times=2),), points=-0.5),
        ),
        excuses=frozenset({Excuse.ABOUT_RULES, Excuse.ANSWER, Excuse.PAID_FORM}),
        exempt_roles=frozenset({Role.ADMIN}),
    )
    (finding,) = judge(text("现货现货，要的快来"), replace_clause(book)).findings
    assert [(part.row, part.points, part.titles.get("en")) for part in finding.parts] == [
        ("stock", 2.0, "in stock"),
        ("stock x2", -0.5, "in stock"),
        ("stock + not about-rules", 0.25, "in stock"),
    ]
    assert finding.score == sum(part.points for part in finding.parts)
    assert {reason.code for reason in finding.considered} == {
        "considered.about-rules", "considered.answer", "considered.paid-form",
    }  # fmt: skip


def test_of_many_decisions_only_those_that_may_be_copies_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = []
    monkeypatch.setattr(decided, "alike", lambda mine, other: compared.append(other) or alike(mine, other))
    talks = [
        text(f"{TALK}，第{chr(0x4E00 + 3 * number)}{chr(0x4E01 + 7 * number)}号") for number in range(300)
    ]
    book = rulebook(miss=(*talks, text(AD)))
    assert judge(text(AD.replace("各位老师", "各位老师们")), book).rules == ("ads",)
    assert len(compared) < 10


PARTS = st.lists(
    st.sampled_from(["现货供应", "会议资料", "各位老师", "群文件里", "甲", "乙", "1"]), max_size=12
)


@given(st.lists(PARTS, max_size=8), PARTS)
def test_every_copy_of_a_decision_is_found(decisions: list[list[str]], said: list[str]) -> None:
    example = [Example(message=text("".join(parts)), decided=True) for parts in decisions]
    clause = rulebook().clauses[0]
    known = _Known(Reading(text("".join(said)), Context()))
    for each in example:
        one = Decisions([replace(clause, examples=Examples(hit=(each,)))])
        copy = known.is_copy_of(_Known(Reading(each.message, Context())))
        assert bool(one.on(Reading(text("".join(said)), Context()))) == copy
