"""What people say when they ask for something."""

from __future__ import annotations

import re

from moderator_app.core.rules.detectors.base import Detector, Factory, Given, Patterns

_SEEKING = re.compile(
    r"(?:^|[\s,，。!！;；:：])求(?![是学实职真证])[^,，。!！?？\n]{1,16}"
    r"|(?:谁家?|哪位|哪家|哪里|哪儿|有没有|有哪)[^,，。!！\n]{0,14}(?:有|卖|做|能|买|供|推荐|靠谱|省心|好用)"
    r"|(?:采购|想买|想订|需要|急需|急用|急求)[^,，。!！\n]{0,6}(?:一批|[\d一二三四五六七八九十两几]+\s?(?:台|套|个|盒|箱|件|支|张|把|份))"
)


def _seeking(given: Given) -> Detector:
    """A stated need: 求…, 谁有…, 采购一批…."""
    del given
    return Patterns([_SEEKING])


FACTORIES: dict[str, Factory] = {"seeking": _seeking}
