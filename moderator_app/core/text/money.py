"""Amounts of money in a text, and which of them are prices."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moderator_app.core.rules.verdict import Span
from moderator_app.core.text.gated import gated
from moderator_app.core.text.normalised import Normalised


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """One amount: `value` in its currency.

    `price` is true where the text asks this much for something: per a unit, or behind a word
    such as 单价, 仅售.
    """

    span: Span
    value: float
    price: bool = False


_CHINESE = dict(zip("零一二两三四五六七八九", (0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_PLACES = {"十": 10.0, "百": 100.0, "千": 1e3, "k": 1e3, "w": 1e4, "万": 1e4, "亿": 1e8}
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?|\d{1,9}(?:\.\d{1,4})?"
_WRITTEN = r"[一二两三四五六七八九十百千万零]{1,9}"
_NUMBER = rf"(?:{_ARABIC})(?:\s?[-~至到]\s?(?:{_ARABIC}))?\s?(?:千万|百万|十万|[万亿千百kw](?![a-z]))?"
_START = r"(?<![\d.,a-z第])"
_PER_UNIT = (
    "个|只|盒|箱|包|件|片|支|枝|瓶|台|套|斤|公斤|吨|克|kg|g|ml|升|米|平米|平|㎡|m2|袋|条|把|张|本|双|副"
    "|人|位|天|小时|月|年|次|份|对|卷|桶|罐|贴|粒|颗|组|批|单|节|课时|门|辆|块"
)
_CURRENCY = "元|块钱|块|rmb|人民币|美元|美金|欧元|港币|港元|刀|大洋|米(?=\\s?(?:一|/|每))"
_PRICE_WORD = (
    r"(?:[单报售定原现特底]价|价格|(?:优惠|团购|零售|批发|出厂|到手|会员|一口|促销)价"
    r"|只要|只需|仅需|仅售|仅|收费|低至|起售)"
    r"[^\n。!?;\d]{0,4}"
)
_SMALL = r"(?:\d|[一二三四五六七八九])(?![\d十百千万]|\s?(?:" + _PER_UNIT + "))"
_MONEY = gated(
    rf"(?P<asked>{_PRICE_WORD})?"
    rf"(?:(?P<sign>[¥$€£₩]|(?<![a-z])(?:rmb|usd|cny)\s?)\s?(?P<signed>{_NUMBER})元?"
    rf"|{_START}(?P<number>{_NUMBER})\s?(?P<currency>{_CURRENCY})(?P<small>{_SMALL})?(?![钱]?[人头地图])"
    rf"|{_START}(?P<cents>{_ARABIC})\s?[毛角](?P<fen>\d?)分?(?=[\s,。!/一每钱]|$)"
    rf"|(?P<written>{_WRITTEN})(?:元(?![素旦宵音件气老首朝代月论化]|一次|二次|购)|块钱"
    rf"|块(?=\s?[一/每]\s?(?:{_PER_UNIT})))"
    rf"|{_START}(?P<bare>{_ARABIC})(?=\s?/\s?(?:{_PER_UNIT})(?![a-z]))"
    rf"|(?(asked){_START}(?P<naked>{_ARABIC})(?![\d.%年月日折点a-z~\-]"
    rf"|公里|分钟|多|左右|\s?(?:{_PER_UNIT}))|(?!)))"
    rf"(?:\s?(?:/|一|每|1)\s?(?P<per>{_PER_UNIT})(?![a-z]))?(?P<from>起)?",
    "0123456789一二两三四五六七八九十百千万零¥$€£₩ruc单报售定原现特底价优团零批出到会一促只仅收低起",
)
_EACH = re.compile(rf"每\s?(?:{_PER_UNIT})\s?\Z")
_HINT = re.compile(r"[¥$€£₩元块毛角/价仅]|rmb|usd|cny|美金|刀|大洋|人民币|港币|只要|只需|收费|低至|起售")


def find_money(source: Normalised) -> tuple[Money, ...]:
    """Every amount of money in the text, in order."""
    if not _HINT.search(source.text):
        return ()
    return tuple(_money(source, found) for found in _MONEY.finditer(source.text))


def _money(source: Normalised, found: re.Match[str]) -> Money:
    before = source.text[max(0, found.start() - 5) : found.start()]
    each = _EACH.search(before) is not None
    priced = bool(found["asked"] or found["per"] or each or found["bare"] or found["from"])
    start = found.end("asked") if found["asked"] else found.start()
    return Money(span=source.span(start, found.end()), value=_value(found), price=priced)


def _value(found: re.Match[str]) -> float:
    """The amount; of a range its lower end."""
    if found["written"]:
        return _chinese_number(found["written"])
    if found["cents"]:
        return float(found["cents"].replace(",", "")) / 10 + float(found["fen"] or 0) / 100
    text = found["signed"] or found["number"] or found["bare"] or found["naked"]
    first = re.match(_ARABIC, text)
    value = float(first[0].replace(",", "")) if first else 0.0
    for char in re.sub(r"[\d.,\s\-~至到]", "", text):
        value *= _PLACES[char]
    if found["small"]:
        value += float(_CHINESE.get(found["small"], 0) or found["small"]) / 10
    return value


def _chinese_number(text: str) -> float:
    """The value of 三百五十, 两万."""
    total = section = 0.0
    digit = 0.0
    for char in text:
        if char in _CHINESE:
            digit = float(_CHINESE[char])
        elif char == "万":
            total, section, digit = (total + section + digit) * 1e4, 0.0, 0.0
        else:
            section += (digit or 1.0) * _PLACES[char]
            digit = 0.0
    return total + section + digit
