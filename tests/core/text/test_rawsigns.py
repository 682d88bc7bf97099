"""Raw signs: disguises are seen, honest writing is not accused."""

from __future__ import annotations

import pytest
from hypothesis import given

from moderator_app.core.text.rawsigns import Sign, raw_signs
from tests.core.text.texts import any_text


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("平台𝐔𝐗４４", Sign.STYLED_LETTERS, "𝐔𝐗"),
        ("🅅🄸🄿 来", Sign.STYLED_LETTERS, "🅅🄸🄿"),
        ("ⓦⓧ号", Sign.STYLED_LETTERS, "ⓦⓧ"),
        ("ᴠx123", Sign.STYLED_LETTERS, "ᴠx123"),
        ("用раypal付", Sign.LOOKALIKES, "раypal"),
        ("vх号", Sign.LOOKALIKES, "vх"),
        ("薇\u0336信\u0336", Sign.COMBINING_MARKS, "薇\u0336信\u0336"),
        ("7\u03322\u0332", Sign.COMBINING_MARKS, "7\u03322\u0332"),
        ("加微\u200b信", Sign.ZERO_WIDTH, "微\u200b信"),
        ("加\u3164微\u3164信", Sign.ZERO_WIDTH, "加\u3164微\u3164信"),
        ("加·微·信", Sign.ODD_SEPARATORS, "加·微·信"),
        ("全.网.最.稳", Sign.ODD_SEPARATORS, "全.网.最.稳"),
        ("代[玫瑰]开[玫瑰]发", Sign.ODD_SEPARATORS, "代[玫瑰]开[玫瑰]发"),
        ("加💰微💰信", Sign.ODD_SEPARATORS, "加💰微💰信"),
        ("00⑦⑨①⑥", Sign.MIXED_DIGITS, "00⑦⑨①⑥"),
    ],
)
def test_disguise_is_seen(text: str, kind: Sign, written: str) -> None:
    assert [(sign.kind, text[slice(*sign.span)]) for sign in raw_signs(text)] == [(kind, written)]


@pytest.mark.parametrize(
    "text",
    [
        "\u3164\u3164\u3164\u3164\u3164",
        "小\u3164明",
        "\u3164小明\u3164 说得对",
        "\u2068张三\u2069 加入了群聊",
        "别这样\u200b\u200b\u200b",
        "@张三\u2005你好",
        "👨\u200d👩\u200d👧 一家",
        "❤️1️⃣2️⃣3️⃣",
        "wēi xìn, e\u0301te\u0301, nǐ hǎo",
        "TNFα、IFNγ、5μm、kΩ、κB、β-hCG",
        "αβγ",
        "привет",
        "卡尔·马克思",
        "让·雅克·卢梭",
        "一、二、三",
        "一.二.三.",
        "上/下/左/右",
        "重 要 通 知",
        "①打开②点击③完成",
        "价格：１２３元",
        "A型血🅰️ B型血🅱️",
        "好的。行。是。",
        "hello world",
        "",
    ],
)
def test_honest_writing_is_not_accused(text: str) -> None:
    assert raw_signs(text) == ()


@given(any_text)
def test_signs_lie_inside_any_text_in_order(text: str) -> None:
    signs = raw_signs(text)
    assert list(signs) == sorted(signs, key=lambda sign: (sign.span, sign.kind))
    assert all(0 <= sign.span[0] < sign.span[1] <= len(text) for sign in signs)
