"""What people say when they ask for something."""

from __future__ import annotations

import re
from functools import lru_cache

from moderator_app.core.rules.detectors.base import Detector, Factory, Given, Patterns, Seen
from moderator_app.core.rules.reading import Reading
from moderator_app.core.rules.verdict import Span

_SEEKING = re.compile(
    r"(?:^|[\s,，。!！;；:：])求(?![是学实职真证])[^,，。!！?？\n]{1,16}"
    r"|(?:谁家?|哪位|哪家|哪里|哪儿|有没有|有哪)[^,，。!！\n]{0,14}(?:有|卖|做|能|买|供|推荐|靠谱|省心|好用)"
    r"|(?:采购|想买|想订|需要|急需|急用|急求)[^,，。!！\n]{0,6}(?:一批|[\d一二三四五六七八九十两几]+\s?(?:台|套|个|盒|箱|件|支|张|把|份))"
)

# Pronouns, particles and connectives: what people who talk cannot do without, and catalogues can.
_SPOKEN = re.compile(
    r"[你他她咱吗呢吧啊呀哈呗嘛]|我(?![司行院们店厂社])|(?<=[\u4e00-\u9fff\d])[了过](?![解户滤敏程期])|不过|但是?|因为|所以|后来|然后"
    r"|结果|其实|觉得|感觉|还是|就是|可是|不是|没有|如果|虽然|除非|居然|反正|好像|估计|可能|应该|别(?!墅)|又|才"
)

_ENOUGH = 12


def _seeking(given: Given) -> Detector:
    """A stated need: 求…, 谁有…, 采购一批…."""
    del given
    return Patterns([_SEEKING])


class _Spoken:
    """Words of talk, each by itself: a rulebook counts them, and a dozen is as good as a thousand."""

    def __init__(self, given: Given) -> None:
        """Nothing can be set."""

    def __call__(self, reading: Reading) -> Seen:
        return [reading.sighting(*span) for span in _spoken(reading.text)[:_ENOUGH]]


class _Curt:
    """Hardly a word of talk in it: at most one in so many characters."""

    def __init__(self, given: Given) -> None:
        self._every = given.number("every", 30)
        self._least = given.count("least", 6)

    def __call__(self, reading: Reading) -> Seen:
        if reading.weight < self._least:
            return ()
        most = int(reading.weight / self._every) if self._every else 0
        return (reading.whole,) if len(_spoken(reading.text)) <= most else ()


@lru_cache(maxsize=4)
def _spoken(text: str) -> tuple[Span, ...]:
    """Where words of talk stand: as good as every message is asked twice."""
    return tuple(found.span() for found in _SPOKEN.finditer(text))


FACTORIES: dict[str, Factory] = {"seeking": _seeking, "spoken": _Spoken, "curt": _Curt}
