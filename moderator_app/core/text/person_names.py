"""Whether a text can be a person's name: Chinese, of a minority, foreign, with a title or not."""

from __future__ import annotations

import re

from moderator_app.core.text.surnames import begins_with_surname

_TITLE = (
    "老师|主任|医生|大夫|医师|护士长|护士|经理|总监|总|教授|博士|院长|院士|校长|会长|秘书长|主席|处长"
    "|科长|所长|部长|局长|工程师|工|律师|先生|女士|小姐|太太|书记|师傅|阿姨|叔叔|大哥|大姐|董|裁判|教练"
)
HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\u3007\U00020000-\U0003ffff]"
"""One Chinese character, as part of a pattern."""

_HAN_NAME = re.compile(rf"{HAN}{{2,4}}")
_TITLED = re.compile(rf"{HAN}{{1,4}}(?:{_TITLE})")
_MINORITY = re.compile(rf"{HAN}{{1,10}}(?:[·・•‧∙.．]{HAN}{{1,10}}){{1,3}}")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.'’\-]*(?: [A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.'’\-]*){0,4}")


def is_name(text: str) -> bool:
    """Whether a text can be somebody's real name, with a title or not, Chinese, minority or foreign."""
    text = text.strip()
    if _MINORITY.fullmatch(text) or _TITLED.fullmatch(text):
        return True
    if _HAN_NAME.fullmatch(text):
        return begins_with_surname(text)
    return 2 <= len(text) <= 40 and is_latin(text)


def is_latin(text: str) -> bool:
    """Whether a text is made of Latin words as names are."""
    return _LATIN.fullmatch(text) is not None
