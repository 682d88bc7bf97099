"""Codes in pictures, contacts in nicknames, name cards, lengths: what detectors note."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from moderator_app.core.message import Context, Kind, Message, Speaker
from moderator_app.core.roster.ladder import Ladder
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.name_card import card_rule
from moderator_app.core.rules.past import Checked, Past
from moderator_app.core.rules.rulebook import Clause, Row, Rulebook, Sign, Term
from moderator_app.core.rules.verdict import Level
from moderator_app.core.text.codes import spelt
from moderator_app.core.wording import Wording
from tests.core.rules.seen import codes, notes, said

GROUP = "https://weixin.qq.com/g/AwYAAdemo"


def picture(*found: str, text: str = "[图片]") -> Message:
    return Message(text=text, kind=Kind.PICTURE, codes=found)


@pytest.mark.parametrize(
    ("code", "kind"),
    [(GROUP, "group"), ("https://u.wechat.com/demo", "contact"), ("wxp://demo", "pay"), ("", "unread")],
)
def test_a_code_is_told_by_what_it_leads_to(code: str, kind: str) -> None:
    (note,) = notes("code", picture(code))
    assert note is not None
    assert note.values["kind"] == kind
    assert codes("code", picture(code), kinds=(kind,)) == ["seen.code"]
    assert codes("code", picture(code), kinds=("mini-program",)) == []


def test_codes_on_goods_and_of_spared_hosts_are_let_be() -> None:
    goods = spelt("6901234567892", goods=True)
    assert codes("code", picture(goods)) == []
    assert codes("code", picture(goods), kinds=("goods",)) == ["seen.code"]
    assert codes("code", picture("https://a.example.org/x"), **{"except": ("example.org",)}) == []
    assert codes("code", picture()) == []


def with_sign(sign: Sign) -> Rulebook:
    rows = (Row(terms=(Term(sign=sign.id),), points=1.0),)
    clause = Clause(id="c", number=1, title=Wording("条"), text=Wording(""), rows=rows)
    return Rulebook(id="r", title=Wording(""), clauses=(clause,), ladder=Ladder(), signs={sign.id: sign})


@pytest.mark.parametrize("text", ["", "[图片]"])
def test_a_picture_without_words_is_judged_by_its_codes(text: str) -> None:
    book = with_sign(Sign(id="code", title=Wording("码"), detector="code"))
    found = judge(picture(GROUP, text=text), book)
    assert found.level is Level.VIOLATION
    assert found.findings[0].reason.values["text"] == GROUP
    assert found.findings[0].hits == ()  # it stands in the picture, not in the words
    assert judge(picture(text=text), book).level is Level.OK


@pytest.mark.parametrize(
    ("name", "plain", "loose"),
    [
        ("加V abc12345", True, True),
        ("老王13800138000", True, True),
        ("老王 abc12345", False, True),
        ("张三-骨科-南京", False, False),
        ("GE Healthcare 王", False, False),
        ("阳光2020", False, False),
    ],
)
def test_a_nickname_may_be_a_contact(name: str, plain: bool, loose: bool) -> None:
    assert bool(codes("nickname", said("看我名字", name))) is plain
    assert bool(codes("nickname", said("看我名字", name), loose="yes")) is loose


def test_a_card_is_held_against_the_form_asked_for() -> None:
    assert codes("card", said("在"), card="财务部张三", form="department+name") == []
    (note,) = notes("card", said("在"), card="张三", form="department+name")
    assert note is not None
    assert (note.values["form"], note.values["missing"]) == ("department+name", "department")
    assert codes("card", said("在"), form="department+name") == []
    assert codes("card", said("在"), card="张三-南京", parts="2") == []
    assert codes("card", said("在"), card="张三", parts="2") == ["seen.card-parts"]


def test_a_rulebook_tells_what_a_card_lacks_without_any_message() -> None:
    book = with_sign(Sign(id="card", title=Wording("名片"), detector="card", options={"form": "region-name"}))
    rule = card_rule(book)
    assert rule is not None
    assert rule.problem("江苏-张三") is None
    problem = rule.problem("张三")
    assert problem is not None
    assert problem.values["missing"] == "region"
    nickname = with_sign(Sign(id="n", title=Wording("昵称"), detector="nickname"))
    assert card_rule(nickname) is None


def test_a_length_counts_every_character() -> None:
    assert codes("length", said("字，" * 100), characters="200") == []
    (note,) = notes("length", said("字，" * 100 + "字"), characters="200")
    assert note is not None
    assert note.values["count"] == 201
    assert len(notes("length", said("字" * 60), least="60")) == 1


def test_who_speaks_may_be_known_by_the_card_alone() -> None:
    book = with_sign(Sign(id="n", title=Wording("昵称"), detector="nickname"))
    context = Context(speaker=Speaker(name="老王", card="老王 13800138000"))
    assert judge(Message(text="看名字"), book, context).level is Level.VIOLATION


def test_a_card_is_asked_about_once_a_conversation_and_week() -> None:
    sign = Sign(
        id="card",
        title=Wording("名片"),
        detector="card",
        options={"form": "region-name", "or": "name", "again-after": "7"},
    )
    book = with_sign(sign)
    speaker = Speaker(name="小确幸", card="小确幸")
    now = datetime(2026, 3, 4, 10, 0)

    def asked(**around: Any) -> bool:
        message = Message(text="收到", sender="小确幸", at=now)
        return bool(judge(message, book, Context(speaker=speaker, now=now, **around)).findings)

    def checked(days: int) -> Past:
        return Past([Checked.of("早", id="m1", at=now - timedelta(days=days), name="小确幸")])

    assert asked()
    assert asked(before=(Message(text="早", sender="别人"),))
    assert not asked(before=(Message(text="早", sender="小确幸"),))
    assert not asked(past=checked(days=3))
    assert asked(past=checked(days=8))
    named = Context(speaker=Speaker(name="孙国华", card="孙国华"), now=now)
    assert not judge(Message(text="收到", at=now), book, named).findings
