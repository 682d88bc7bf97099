"""The grammar of wishes and greetings: who is wished what, on which day, and how a good-morning ends."""

from __future__ import annotations

import re
from collections.abc import Mapping

from moderator_app.core.text.gated import Findable, gated

_GOOD = (
    "快乐|幸福|安康|健康|平安|吉祥|如意|顺利|愉快|发财|大吉|进步|美满|团圆|开心|好运|兴旺"
    "|甜蜜|圆满|顺心|高升|长寿|吉利|红火"
)
_DAY = (
    "新年|新春|春节|元旦|元宵|端午|中秋|国庆|重阳|清明|七夕|圣诞|平安夜|小年|腊八|除夕|冬至|立春|双节"
    "|[五六]一|双旦|大年初[一二三]"
    "|[鼠牛虎兔龙蛇马羊猴鸡狗猪]年|[一-鿿]{1,3}节|假期|假日|长假"
)
_SALUTE = "早安|早上好|早晨好|晚安|晚上好|午安|中午好|下午好|上午好|周末愉快|周末快乐"

SHAPES: Mapping[str, Findable] = {
    # 祝各位老师身体健康 · 愿天下父母平安 · 给大家送上……的幸福
    "wishing": gated(
        rf"(?:祝|愿|致以|献上|奉上|[送捎][上来去给])(?!愿意|望书)[^\s,。!?;]{{0,12}}?(?:{_GOOD})"
        r"|(?:may|wish(?:ing)?) (?:you|everyone|all)\b",
        "祝愿致献奉送捎mw",
    ),
    # 中秋快乐 · 龙年大吉 · 护士节好 · happy new year
    "festive": re.compile(
        rf"(?:{_DAY})(?:快乐|安康|吉祥|大吉|愉快|幸福|好运|如意|开心|行大运|好(?=\s*(?:$|[,。!~])))"
        r"|happy ?(?:(?:chinese |lunar )?new ?year|spring festival|holidays?|christmas|mid-?autumn"
        r"|national day|(?:mother|father|teacher|nurse|women|valentine|children|labou?r|doctor)'?s?'? ?day)"
        r"|merry ?(?:christmas|xmas|x'?mas)|season'?s greetings"
    ),
    # ……早上好! · ……晚安
    "closing": gated(rf"(?:{_SALUTE}|good ?(?:morning|night))\W*$", "早晚午中下上周g"),
    # good morning · have a nice day
    "salute": gated(
        r"\bgood ?(?:morning|afternoon|evening|night)\b"
        r"|happy (?:weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
        r"|have a (?:nice|great|good|wonderful|lovely|blessed) (?:day|night|weekend|week|holiday)",
        "gh",
    ),
}
"""By kind, for the detector `shape`; on the normalised text, whose letters are small."""
