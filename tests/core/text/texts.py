"""Any text whatever, leaning towards what breaks text code."""

from __future__ import annotations

from hypothesis import strategies as st

NASTY = [
    *("\ud800", "\udfff", "\x00", "\r", "\n", "\u2028", "\u0301", "\u20e3", "\ufe0f", "\u200b", "\u202e", "\ufeff"),
    *("\u3164", "\u115f", "\uffa0", "\u2800", "ﷺ", "㎏", "½", "ﬃ", "İ", "ß", "①", "㈤", "🄌", "🔟", "Ⓥ", "🆅", "𝐔", "ᴠ"),
    *("в", "х", "α", "ν", "微", "薇", "信", "卫星", "口口", "扣扣", "企鹅", "🐧", "➕", "加", "V", "❤", "号", "：", ":", "+"),
    *("幺", "三", "八", "零", "1", "3", "8", "0", "13800138000", "abc12345", "電", "後", "[玫瑰]", "·", "*", "。", "？", " "),
    *("👨\u200d👩\u200d👧", "「甲:乙」\n- - - - -\n", "2026年09月23日 16:04", "甲:\n", "\n\n", "199元/盒", "https://t.cn/a", "a@b.cn"),
]
"""Pieces that texts of these tests are made of, besides any character at all."""

any_text = st.lists(
    st.one_of(st.sampled_from(NASTY), st.characters(codec=None), st.text(max_size=6)), max_size=40
).map("".join)
