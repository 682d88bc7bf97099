"""Finding phrases: all and the longest, through disguises and fillers, and not between honest words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.text.fillers import gaps, is_filler, is_soft
from moderator_app.core.text.links import link_places
from moderator_app.core.text.normalise import normalise
from moderator_app.core.text.normalised import untouched
from moderator_app.core.text.phrases import PhraseMatcher
from moderator_app.core.text.vocabulary import Vocabulary
from tests.core.text.texts import NASTY, any_text


def found(words: list[str], text: str) -> list[str]:
    return [text[match.start : match.end] for match in PhraseMatcher(words).find(normalise(text))]


@pytest.mark.parametrize(
    ("word", "text", "written"),
    [
        ("现货", "大量现货供应", "现货"),
        ("现货", "现*货", "现*货"),
        ("现货", "现[玫瑰]货", "现[玫瑰]货"),
        ("现货", "现🌹💰🌹货", "现🌹💰🌹货"),
        ("现货", "现\u200b\u200b\u200b\u200b货", "现\u200b\u200b\u200b\u200b货"),
        ("现货", "現貨", "現貨"),
        ("大量现货", "大 量 现 货", "大 量 现 货"),
        ("大量现货", "大量 现货", "大量 现货"),
        ("大量现货", "大，量，现，货", "大，量，现，货"),
        ("三黄片", "三·黄·片", "三·黄·片"),
        ("微信", "加微 信：", "微 信"),
        ("代开发票", "代[强][强]开[强]发[强]票", "代[强][强]开[强]发[强]票"),
        ("免费，包邮", "免费,包邮", "免费,包邮"),
        ("wx", "加 wx 吧", "wx"),
        ("wx", "加WX吧", "WX"),
        ("wx", "w-x", "w-x"),
        ("wx", "ｗｘ", "ｗｘ"),
        ("v信", "加v信", "v信"),
        ("v信", "Ⓥ.信", "Ⓥ.信"),
        ("free", "f r e e", "f r e e"),
        ("t.cn/abc", "看 t.cn/abc", "t.cn/abc"),
        ("微信", "加薇信abc12345", "薇信"),
        ("薇信", "加薇信abc12345", "薇信"),
        ("卫星", "加卫星abc12345", "卫星"),
        ("加薇信", "要的加薇信abc12345", "加薇信"),
        ("电话", "電*話", "電*話"),
        ("QQ", "加QQ", "QQ"),
        ("110", "打110", "110"),
    ],
)
def test_is_found(word: str, text: str, written: str) -> None:
    assert written in found([word], text)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("现货", "问题出现，货到了再说"),
        ("现货", "刚出现 货到付款"),
        ("现货", "刚出现。货到了"),
        ("现货", "刚出现\n货到了"),
        ("现货", "刚出现！货到了"),
        ("现货", "现····货"),
        ("现货", "现[强][强][强][强]货"),
        ("现货", "现在货"),
        ("三黄片", "买了三，黄片子"),
        ("wx", "xwxy"),
        ("wx", "wxyz"),
        ("wx", "abwx 号"),
        ("110", "3110"),
        ("wx", "看 mp.weixin.qq.com/s/wx"),
        ("weixin", "看 https://mp.weixin.qq.com/s/abc"),
        ("therapist", "the rapist"),
        ("free", "fr ee"),
        ("110", "编号 41105"),
        ("微信", "我国卫星发射成功"),
        ("[玫瑰]", "玫瑰"),
    ],
)
def test_is_not_found(word: str, text: str) -> None:
    assert found([word], text) == []


def test_those_inside_one_another_are_all_found() -> None:
    text = "大量现货，现货！"
    matches = PhraseMatcher(["现货", "大量现货", "大量"]).find(normalise(text))
    assert [(match.word, (match.start, match.end)) for match in matches] == [
        ("大量", (0, 2)),
        ("大量现货", (0, 4)),
        ("现货", (2, 4)),
        ("现货", (5, 7)),
    ]


def test_the_match_tells_what_hid_it() -> None:
    matcher = PhraseMatcher(["现货", "QQ"])
    plain, gap, folded = (matcher.find(normalise(text))[0] for text in ("现货", "现*货", "現貨"))
    assert (plain.gap, plain.steps) == (False, ())
    assert (gap.gap, gap.steps) == (True, ())
    assert (folded.gap, folded.steps) == (False, ("simplified",))
    assert matcher.find(normalise("QQ"))[0].steps == ()
    assert matcher.find(normalise("qq"))[0].steps == ()


def test_no_words_match_nothing() -> None:
    assert PhraseMatcher([]).find(normalise("什么都不是")) == []
    assert PhraseMatcher(["", " ", "\u200b"]).find(normalise("什么 都不是")) == []


def test_gaps_are_counted_in_signs_and_codes() -> None:
    assert gaps("a*b**c****d") == {1: 2, 3: 5}
    assert gaps("现[玫瑰][强]货") == {1: 8}


HAN = st.sampled_from("大量现货微信免费包邮三黄片的了")


@given(st.lists(st.text(HAN, min_size=1, max_size=4), min_size=1, max_size=8), st.text(HAN, max_size=30))
def test_finds_exactly_what_searching_one_by_one_finds(words: list[str], text: str) -> None:
    matches = {(match.word, match.start, match.end) for match in PhraseMatcher(words).find(normalise(text))}
    naive = {
        (word, start, start + len(word))
        for word in words
        for start in range(len(text))
        if text.startswith(word, start)
    }
    assert matches == naive


@given(
    any_text, st.text(HAN, min_size=2, max_size=4), st.sampled_from(["*", "·", "[玫瑰]", "🌹", "**", "-*."])
)
def test_a_word_spelled_out_with_fillers_is_found_anywhere(around: str, word: str, filler: str) -> None:
    spelled = filler.join(word)
    text = f"{around}。\n{spelled}。\n{around}"
    start = len(around) + 2
    spans = [(match.start, match.end) for match in PhraseMatcher([word]).find(normalise(text))]
    assert (start, start + len(spelled)) in spans


some_words = st.lists(st.sampled_from([piece for piece in NASTY if piece.strip()]), min_size=1, max_size=9)


@given(any_text, some_words)
def test_matches_lie_inside_any_text(text: str, words: list[str]) -> None:
    for match in PhraseMatcher(words).find(normalise(text)):
        assert 0 <= match.start < match.end <= len(text)
        assert match.word in words


@given(any_text, some_words)
def test_words_as_they_were_written_are_found_beside_what_they_were_rewritten_to(
    text: str, words: list[str]
) -> None:
    source = normalise(text)
    matcher = PhraseMatcher(words)
    views = [source] if source.before_words is None else [source, source.before_words]
    alone = [replace(view, before_words=None) for view in views]
    seen = {(match.word, (match.start, match.end)) for view in alone for match in matcher.find(view)}
    assert {(match.word, (match.start, match.end)) for match in matcher.find(source)} == seen


def readings(
    text: str, word: str, start: int, words: set[str]
) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Where `word` ends if it is read from `start`, and over which fillers: slowly, by the book.

    A filler is passed only where no word goes on with it, which is why all words must be known.
    """
    skips, place, passed = gaps(text), start, []
    for read, char in enumerate(word):
        if read and not (
            place < len(text) and any(other.startswith(word[:read] + text[place]) for other in words)
        ):
            if place not in skips:
                return
            passed.append((place, skips[place]))
            place = skips[place]
        if text[place : place + 1] != char:
            return
        place += 1
    yield place, passed


def one_word(left: str, right: str) -> bool:
    return any(
        both.isascii() and getattr(both, kind)() for both in [left + right] for kind in ("isalpha", "isdigit")
    )


def is_meant(text: str, word: str, start: int, end: int, passed: list[tuple[int, int]]) -> bool:
    """Whether a word that was read over these fillers counts, by its borders and by its gaps."""
    if (start and one_word(text[start - 1], text[start])) or (
        end < len(text) and one_word(text[end - 1], text[end])
    ):
        return False
    links = link_places(text) if word.isascii() and not {".", "/"} & set(word) else ()
    if any(first <= start and end <= last for first, last in links):
        return False
    everywhere = len(passed) == len(word) - 1
    if any(
        (text[first - 1] + text[last]).isascii() and text[first - 1].isalpha() and text[last].isalpha()
        for first, last in passed
    ):
        return everywhere
    if all(is_soft(text[first:last]) for first, last in passed) and passed:
        if len(word) == 2:
            return is_filler(text, start - 1) or is_filler(text, end)
        return everywhere or len(word) >= 4
    return True


pieces = st.sampled_from(
    [*"大量现货微信加wx1.,", "大量现货", "现货", " ", "*", "··", "。", "[玫瑰]", "t.cn/a ", "****"]
)


@given(
    st.lists(st.text(st.sampled_from("大量现货wx1,"), min_size=1, max_size=4), min_size=1, max_size=6),
    st.lists(pieces, max_size=16).map("".join),
)
def test_finds_what_a_slow_reader_finds(words: list[str], text: str) -> None:
    known = {word for word in words if word.strip()}
    slow = {
        (word, start, end, bool(passed))
        for word in known
        for start in range(len(text))
        for end, passed in readings(text, word, start, known)
        if is_meant(text, word, start, end, passed)
    }
    fast = {(match.word, *match.place, match.gap) for match in PhraseMatcher(known).find(untouched(text))}
    assert fast == slow


def test_words_that_normalise_to_the_same_are_all_found() -> None:
    matches = PhraseMatcher(["QQ", "qq", "ｑｑ"]).find(normalise("加QQ"))
    assert {match.word for match in matches} == {"QQ", "qq", "ｑｑ"}


def test_a_word_may_hold_the_end_of_a_line() -> None:
    assert found(["甲\n乙", "丙"], "甲\n乙丙") == ["甲\n乙", "丙"]
    assert Vocabulary(["甲\n乙", "丙"]).prefixes == {"甲", "甲\n", "甲\n乙", "丙"}
