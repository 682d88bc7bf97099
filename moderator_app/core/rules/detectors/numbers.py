"""Money and figures: prices, rates, discounts, and texts crowded with numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from moderator_app.core.rules.detectors.base import Detector, Factory, Given, Patterns, Seen
from moderator_app.core.rules.reading import Reading, Sighting
from moderator_app.core.text.gated import Findable, gated

_N = r"(?<![\d.])(?:\d+(?:\.\d+)?|[一二三四五六七八九十两几]{1,3}[百千万]?)"
_DIGITS = "0123456789"
_FIGURES = f"{_DIGITS}一二三四五六七八九十两几"
"""What _N begins with."""

_KINDS: Mapping[str, Findable] = {
    "discount": gated(
        rf"{_N}\s?折(?!磨|腾|叠|断|射)|(?:满|买|充|存|交)\s?{_N}\s?\w{{0,3}}?(?:减|送|赠|返|抵)\s?\w",
        _FIGURES + "满买充存交",
    ),
    "rate": gated(
        r"(?:利率|利息|月息|年化|收益率?|返利|返点|佣金|提成|点位|毛利)\D{0,6}\d[\d.]{0,12}\s?(?:%|点|厘|分|个点)?"
        r"|(?<!\d)\d[\d.]{0,12}\s?厘",
        _DIGITS + "利月年收返佣提点毛",
    ),
    "virtual": gated(
        r"出\s?(?:售|价|货)?[\d./\-]{0,8}\s?[w万千]{0,2}(?:个|张|点|颗)?"
        r"(?:银|音|印子|字(?!院|来|现)|元宝|储备|钻|币|因|y[bB]?(?![a-z])|喇叭|号(?!码|召|称|令|线))"
        r"|(?:出|收|甩|卖|买)[^,，。!！\n]{0,8}(?:元宝|圆宝|银两|银子|印子|yin|点券|点卷|钻石|元包|魂石|改名卡)"
        r"|m{5,}|滴{3,}",
        "出收甩卖买m滴",
    ),
    "ratio": gated(
        r"(?:1|一)\s?(?:[:比]|兑)\s?(?:\d{2,}|[一二三四五六七八九十百千万]{2,})(?!\d?[:分])"
        rf"|{_N}\s?(?:元|块|毛|r|米|快)?\s?[=换]\s?{_N}\s?[万w个]?"
        rf"|{_N}\s?(?:元|块|毛)(?:钱)?\s?(?:[一1]个|{_N}\s?[万w])",
        _FIGURES,
    ),
    "card": re.compile(r"(?<!\d)(?:[3-69]\d{3})(?:[ .-]?\d{4}){3}(?:[ .-]?\d{1,3})?(?!\d)"),
    "earning": gated(
        r"(?:日|月|时|年|天)(?:结|入|赚|薪|洁|收入|挣)\s?(?:\d{2,}|[一二三四五六七八九两几过上][千万百]|[一二三四五六七八九两几]位数)"
        r"|(?:一|每|(?<!\d)1|(?<!\d)1个|一个|每个)(?:小时|天|单|日|趟|(?<!1)月|个月)\s?(?:赚|结|能|可|到手|收入|入|挣|稳定|轻松){0,2}\s?"
        r"(?:\d{2,}|[三四五六七八九两几]百|[一二两三四五六七八九几][三四五六七八九]?[千万])"
        r"(?!\d|\s?(?:分|公里|里|次|岁|人|例|台|年|月|号|点|ml|毫升|克|mg|度|米|步|个|页|份|种|张|遍|多))"
        r"|(?<!\d)\d{2,9}\s?[-~]?\s?\d{0,9}\s?(?:元|块|r|u)?\s?[/一每]\s?(?:小时|天|日|单)(?!内|前|后)"
        r"|(?:轻松|日入|当天|变现|到手|赚)\D{0,4}[三四五六七八\d][-到~]?[三四五六七八\d]?位数",
        _DIGITS + "日月时年天一每轻当变到赚",
    ),
    "salary": gated(
        r"\d{1,3}(?:\.\d)?\s?k?\s?[-~—至到]\s?\d{1,3}(?:\.\d)?\s?k"
        r"|(?:薪|底薪|月薪|年薪|日薪|时薪|工资|待遇|月入|日入|日结|收入)\D{0,6}(?:\d|[一二三四五六七八九]千|[一二三四五六七八九上几过]万)",
        _DIGITS + "薪底月年日时工待收",
    ),
}


class _Money:
    """Amounts of money, `least` of them; with `prices` only those asked for something."""

    def __init__(self, given: Given) -> None:
        self._prices = given.one_of("prices", ("yes", "no"), "yes") == "yes"
        self._least = given.count("least", 1)

    def __call__(self, reading: Reading) -> Seen:
        found = [
            Sighting(start=money.span[0], end=money.span[1])
            for money in reading.extracts.money
            if money.price or not self._prices
        ]
        return found if len(found) >= self._least else ()


def figures(given: Given) -> Detector:
    """Figures of the kinds named in `kinds`, at least `least` of them."""
    kinds = given.texts("kinds", ("discount",))
    for kind in kinds:
        given.check("kinds", kind, tuple(_KINDS))
    return Patterns([_KINDS[kind] for kind in kinds], least=given.count("least", 1))


FACTORIES: dict[str, Factory] = {"money": _Money, "figures": figures}
