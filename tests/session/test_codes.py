"""Codes in pictures are judged with the text beside them, and charged to nobody by a guess."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from moderator_app.core.message import Kind
from moderator_app.core.rules.verdict import Level
from moderator_app.session import Session

GROUP = "https://weixin.qq.com/g/AQYAAJk2m3h5"
GOODS = "bar:6901234567892"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = Session.open(tmp_path)
    yield opened
    opened.close()


@pytest.mark.parametrize("text", ["", "[图片]", "明天的会议资料见图", "这个二维码怎么扫不出来？"])
def test_any_qr_code_breaks_the_rule_of_the_association(session: Session, text: str):
    case = session.check(text, codes=(GROUP,))
    assert (case.verdict.level, case.verdict.rules) == (Level.VIOLATION, ("qr",))
    assert case.message.codes == (GROUP,)


def test_a_code_that_cannot_be_read_is_asked_about(session: Session):
    assert session.check("[图片]", codes=("",)).verdict.level is Level.UNSURE


@pytest.mark.parametrize("codes", [(), (GOODS,)])
def test_goods_and_pictures_without_codes_are_no_offence(session: Session, codes: tuple[str, ...]):
    case = session.check("[图片]", codes=codes)
    assert (case.verdict.level, case.message.kind) == (Level.OK, Kind.PICTURE)


def test_in_a_conversation_the_one_who_sent_pictures_answers_for_them(session: Session):
    case = session.check("张三:\n[图片]\n\n李四:\n收到，谢谢", codes=(GROUP,))
    assert (case.sender, case.verdict.rules) == ("张三", ("qr",))


@pytest.mark.parametrize("text", ["张三:\n[图片]\n\n李四:\n[图片]", "张三:\n请看\n\n李四:\n收到，谢谢"])
def test_where_it_is_not_known_who_sent_it_nobody_is_named(session: Session, text: str):
    case = session.check(text, codes=(GROUP,))
    assert (case.sender, case.member, case.verdict.rules) == ("", None, ("qr",))
    assert [message.codes for message in case.messages] == [(), (), (GROUP,)]


def test_the_record_keeps_what_the_codes_said(session: Session):
    case = session.check("[图片]", member="张三", codes=(GROUP, "", GOODS))
    session.strike(case, member="张三")
    (kept,) = {row.entry.message for row in session.record(session.member("张三").id) if row.entry.rules}
    assert kept == f"[图片]\n{GROUP}\n6901234567892"
