"""Normalising: what each disguise becomes, and that the way back always leads to what it came from."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given

from moderator_app.core.text.characters import character_table, fold_characters, is_invisible
from moderator_app.core.text.normalise import normalise
from moderator_app.core.text.normalised import (
    ALL_STEPS,
    WORD_STEPS,
    Normalised,
    Splice,
    Step,
    replaced,
    untouched,
)
from tests.core.text.texts import any_text

CHARACTER_STEPS = ALL_STEPS - WORD_STEPS - {Step.LOOKALIKES}


def evidence(result: Normalised, start: int, end: int) -> str:
    """The original characters behind text[start:end]."""
    first, last = result.span(start, end)
    return result.original[first:last]


@pytest.mark.parametrize(
    ("written", "read", "step"),
    [
        ("ABC", "abc", "case"),
        ("ｗｘ１２３", "wx123", "width"),
        ("㎏", "kg", "width"),
        ("ﬃ", "ffi", "width"),
        ("你\u00a0好\u3000吗", "你 好 吗", "width"),
        ("上\u2028下", "上\n下", "width"),
        ("⓿❶➁➂④㈤⑥⑦⑧⑨", "0123456789", "digits"),
        ("𝟙𝟐𝟯", "123", "digits"),
        ("🄌🄋", "00", "digits"),
        ("٣۴५", "345", "digits"),
        ("⒈⑵㊂〤", "1234", "digits"),
        ("⑩⑳㊿", "102050", "digits"),
        ("1️⃣3️⃣8⃣", "138", "keycaps"),
        ("🔟", "10", "letters"),
        ("Ⓥⓧ", "vx", "letters"),
        ("🆅🆇", "vx", "letters"),
        ("🅅🅇", "vx", "letters"),
        ("🅥🅧", "vx", "letters"),
        ("⒱⒳", "vx", "letters"),
        ("ᴠɪᴘ", "vip", "letters"),
        ("𝐔𝐗", "ux", "width"),
        ("🈶㊙", "有秘", "letters"),
        ("㈲", "有", "letters"),
        ("微\u200b信", "微信", "invisible"),
        ("微\u3164信", "微信", "invisible"),
        ("微\u115f\u2060\ufeff\u00ad信", "微信", "invisible"),
        ("微\x00信", "微信", "invisible"),
        ("薇\u0336信\u20d2", "薇信", "marks"),
        ("wēi xìn", "wei xin", "marks"),
        ("we\u0304i", "wei", "marks"),
        ("❤\ufe0f", "❤", "marks"),
        ("電話與後面關於", "电话与后面关于", "simplified"),
        ("раypal", "paypal", "look-alikes"),
        ("νip卡", "vip卡", "look-alikes"),
        ("ВХvip", "bxvip", "look-alikes"),
    ],
)
def test_each_disguise_is_read_plainly_and_its_step_named(written: str, read: str, step: str) -> None:
    result = normalise(written)
    assert result.text == read
    assert step in result.steps


@pytest.mark.parametrize(
    "honest",
    [
        "大家好，今天开会吗？".replace("，", ",").replace("？", "?"),
        "五一放假三天",
        "乾坤 著名 瞭望 慰藉",
        "привет",
        "αβγ",
        "二〇二六年",
        "👍👨‍👩‍👧".replace("\u200d", ""),
        "…",
        "こんにちは",
        "안녕",
    ],
)
def test_what_is_plain_already_stays(honest: str) -> None:
    result = normalise(honest)
    assert result.text == honest
    assert result.steps == ()
    assert list(result.index) == list(range(len(honest) + 1))


def test_a_single_step_does_nothing_else() -> None:
    assert normalise("Ｖ信①", steps=frozenset({Step.CASE})).text == "ｖ信①"
    assert normalise("Ｖ信①", steps=frozenset({Step.DIGITS})).text == "Ｖ信1"
    assert normalise("Ｖ信①電", steps=frozenset()).text == "Ｖ信①電"


def test_the_span_of_one_character_expanded_is_that_character() -> None:
    result = normalise("重㎏。")
    assert [evidence(result, place, place + 1) for place in range(4)] == ["重", "㎏", "㎏", "。"]


def test_marks_and_keycaps_belong_to_what_they_decorate_but_loose_blanks_to_nobody() -> None:
    result = normalise("\u200b1\ufe0f\u20e3\u200b")
    assert result.text == "1"
    assert evidence(result, 0, 1) == "1\ufe0f\u20e3"
    assert result.steps_in(0, 1) == ("keycaps", "marks")


def test_blanks_inside_a_word_are_inside_its_span_and_named() -> None:
    result = normalise("加\u200b微\u200b信\u200b吧")
    assert evidence(result, 1, 3) == "微\u200b信"
    assert result.steps_in(1, 3) == ("invisible",)
    assert result.steps_in(1, 2) == ()


def test_splices_keep_the_marks_of_what_they_replace_and_move_those_behind() -> None:
    source = fold_characters("Ａ\u200bＢ卫\u200b星Ｃ\u200bＤ", CHARACTER_STEPS)
    result = replaced(source, [Splice(2, 4, "微信号", Step.CONTACT_WORDS)])
    assert result.text == "ab微信号cd"
    assert [evidence(result, place, place + 1) for place in range(7)] == [
        *("Ａ", "Ｂ"),
        *["卫\u200b星"] * 3,
        *("Ｃ", "Ｄ"),
    ]
    assert result.steps_in(2, 5) == ("invisible", "contact-words")
    assert result.steps_in(5, 6) == ("case", "width")
    assert result.steps_in(5, 7) == ("case", "width", "invisible")


def test_no_splice_is_no_change() -> None:
    source = fold_characters("㎏ＡＢ", CHARACTER_STEPS)
    same = replaced(source, [])
    assert (same.text, list(same.index), list(same.ends)) == (
        source.text,
        list(source.index),
        list(source.ends),
    )
    assert (same.changed, same.dropped) == (source.changed, source.dropped)


@given(any_text)
def test_every_cut_leads_back_inside_the_original_and_the_map_never_turns_back(text: str) -> None:
    result = normalise(text)
    assert result.original == text
    assert len(result.index) == len(result.text) + 1
    assert len(result.ends) == len(result.text)
    assert list(result.index) == sorted(result.index)
    assert list(result.ends) == sorted(result.ends)
    assert all(0 <= first < last <= len(text) for first, last in zip(result.index, result.ends, strict=False))
    assert result.index[len(result.text)] == len(text)


@given(any_text)
def test_the_span_of_any_stretch_reads_as_that_stretch(text: str) -> None:
    """What single-character steps give depends on nothing around: so the span read alone tells the same."""
    result = normalise(text, steps=CHARACTER_STEPS)
    length = len(result.text)
    for start in range(0, length, max(1, length // 8)):
        for end in {start + 1, (start + length) // 2, length}:
            if start < end:
                again = normalise(evidence(result, start, end), steps=CHARACTER_STEPS).text
                assert result.text[start:end] in again
                assert len(again) - (end - start) <= 2 * 18  # cuts inside one expanded character, at most two


@given(any_text)
def test_index_alone_covers_wherever_no_character_expanded(text: str) -> None:
    result = normalise(text)
    for place in range(len(result.text)):
        for end in (place + 1, min(place + 3, len(result.text))):
            if end == len(result.text) or result.index[end] != result.index[end - 1]:
                first, last = result.span(place, end)
                assert result.index[place] == first
                assert result.index[end] >= result.ends[end - 1] == last


@given(any_text)
def test_normalising_what_is_normal_changes_no_character(text: str) -> None:
    once = normalise(text, steps=CHARACTER_STEPS).text
    assert normalise(once, steps=CHARACTER_STEPS).text == once


@given(any_text)
def test_steps_are_named_only_where_something_changed(text: str) -> None:
    result = normalise(text)
    if result.text == text:
        assert result.steps == ()
    for place, char in enumerate(result.text):
        if evidence(result, place, place + 1) != char:
            assert result.steps_in(place, place + 1)


def test_every_character_there_is_can_be_normalised() -> None:
    table = character_table(ALL_STEPS)
    kept = [code for code in range(0, sys.maxunicode + 1, 7) if table[chr(code)] and is_invisible(chr(code))]
    assert kept == []
    table.keep_small()
    assert len(table) <= 60_000


def test_digits_of_every_decimal_kind_are_read() -> None:
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code)) == "Nd":
            assert normalise(chr(code)).text == str(unicodedata.digit(chr(code)))


def test_a_megabyte_of_disguises_is_read_like_its_beginning() -> None:
    piece = "加\u200b薇信①㎏Ｖх "
    times = 1_000_000 // len(piece.encode())
    result = normalise(piece * times)
    assert result.text == normalise(piece).text * times
    assert evidence(result, len(result.text) - 2, len(result.text)) == "х "


def test_untouched_is_its_own_map() -> None:
    assert untouched("好").span(0, 1) == (0, 1)
    assert untouched("好").span(1, 1) == (1, 1)
    assert untouched("").steps == ()
