"""The excerpt names a message without repeating its advertisement."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.notices.excerpt import LONGEST, masked_excerpt
from moderator_app.core.rules.verdict import Finding, Hit, Level, Verdict
from moderator_app.core.wording import Reason


def verdict(*evidence: tuple[str, float], level: Level = Level.VIOLATION) -> Verdict:
    hits = tuple(
        Hit(rule="hawking", span=(i, i + 1), evidence=text, sign="s", weight=weight)
        for i, (text, weight) in enumerate(evidence)
    )
    return Verdict(
        level=level, findings=(Finding(rule="hawking", level=level, hits=hits, reason=Reason("x")),)
    )


@pytest.mark.parametrize(
    ("evidence", "shown"),
    [
        ("大量现货", "大＊＊货"),
        ("私聊", "私＊"),
        ("大 量*现👍货", "大＊＊货"),
        ("全场最低价格优惠欢迎来电", "全＊＊＊＊电"),
        ("货", ""),
        ("V❤：zs_demo", ""),
        ("13800138000", ""),
        ("幺三八零零一三八零零零", ""),
        ("９９元", ""),
        ("99元包邮", ""),
        ("www.shop.cn", ""),
        ("iPhone现货", ""),
        ("五折", ""),
        ("", ""),
    ],
)
def test_only_harmless_evidence_is_shown_and_its_middle_hidden(evidence: str, shown: str):
    assert masked_excerpt(verdict((evidence, 1))) == shown


def test_the_strongest_harmless_evidence_is_taken():
    assert masked_excerpt(verdict(("价格优惠", 1), ("加微信 abc123", 3), ("工厂直供", 2))) == "工＊＊供"


def test_a_violation_is_quoted_before_a_doubt():
    doubt, sure = verdict(("欢迎了解", 9), level=Level.UNSURE), verdict(("大量现货", 1))
    both = Verdict(level=Level.VIOLATION, findings=doubt.findings + sure.findings)
    assert masked_excerpt(both) == "大＊＊货"


def test_nothing_found_nothing_quoted():
    assert masked_excerpt(Verdict(level=Level.OK)) == ""


@given(st.text(max_size=80))
def test_whatever_was_written_no_contact_price_or_link_gets_through(evidence: str):
    shown = masked_excerpt(verdict((evidence, 1)))
    assert len(shown) <= LONGEST
    assert not any(sign.isascii() or sign.isdigit() or sign.isnumeric() for sign in shown)
    assert sum(sign != "＊" for sign in shown) <= 2
