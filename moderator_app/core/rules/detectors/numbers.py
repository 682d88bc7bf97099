"""Money and figures: prices, rates, discounts, and texts crowded with numbers."""

from __future__ import annotations

import re

from moderator_app.core.rules.detectors.base import Detector, Factory, Given, Patterns

_N = r"(?<![\d.])(?:\d+(?:\.\d+)?|x{1,6}(?:\.x+)?|[一二三四五六七八九十两几]{1,3}[百千万]?)"
_KINDS = {
    "price": re.compile(
        r"[¥$]\s?\d"
        rf"|{_N}\s?(?:元|块钱?|万元|rmb|人民币|美金|美元|包邮)(?!素|件|旦|宵|首|月|老|头)"
        rf"|(?:价格?|售|卖|只要|仅需|仅|原价|现价|特价|一口价|报价|起拍价?|低至|每[个件台盒支斤])[:是为]?\s?{_N}(?![年月日号点:])"
        rf"|{_N}(?:元|块)?[/每一]\s?(?:件|个|台|盒|支|箱|套|斤|吨|包|瓶|张|只|平|㎡|天|月|次)"
        rf"|{_N}\s?万?起(?!来|床|点|飞|诉)"
    ),
    "discount": re.compile(
        rf"{_N}\s?折(?!磨|腾|叠|断|射)|(?:满|买|充|存|交)\s?{_N}\s?\w{{0,3}}?(?:减|送|赠|返|抵)\s?\w"
    ),
    "rate": re.compile(
        r"(?:利率|利息|月息|年化|收益率?|返利|返点|佣金|提成|点位|毛利)\D{0,6}(?:\d|x)[\d.x]*\s?(?:%|点|厘|分|个点)?|\d[\d.]*\s?[厘]"
    ),
    "salary": re.compile(
        r"\d{1,3}(?:\.\d)?\s?k?\s?[-~—至到]\s?\d{1,3}(?:\.\d)?\s?k"
        r"|(?:薪|底薪|月薪|年薪|日薪|时薪|工资|待遇|月入|日入|日结|收入)\D{0,6}(?:\d|x|[一二三四五六七八九]千|[一二三四五六七八九上几过]万)"
    ),
}


def figures(given: Given) -> Detector:
    """Figures of the kinds named in `kinds`, at least `least` of them."""
    kinds = given.texts("kinds", ("price",))
    for kind in kinds:
        given.check("kinds", kind, tuple(_KINDS))
    return Patterns([_KINDS[kind] for kind in kinds], least=given.count("least", 1))


FACTORIES: dict[str, Factory] = {"figures": figures}
