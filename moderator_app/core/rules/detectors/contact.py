"""Ways to be reached that a message offers: telephone, ids behind a contact word, links, addresses."""

from __future__ import annotations

import re

from moderator_app.core.rules.detectors.base import Detector, Factory, Given, Patterns

_PHONE = (
    r"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)"  # mobile
    r"|(?<!\d)0\d{2,3}[- ]?[2-9]\d{6,7}(?!\d)"  # fixed line with its area code
    r"|(?<!\d)[48]00[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)"  # service numbers
)
# A contact word, a little between, then something that reads as an id.
_BAIT = (
    r"(?:微信号?|微|v信?|vx|wx|wechat|weixin|q群?|qq号?|企鹅|扣扣?|口口|叩|裙|群号?|电报|飞机|tg|telegram|蝙蝠|联系电?话?"
    r"|电话|手机|热线|咨询|加|[+➕])"
)
_ID = (
    _BAIT + r"\W{0,4}(?:[号是:加]|同号)?\W{0,3}"
    r"(?:(?<![a-z0-9_])[a-z][a-z0-9_-]{4,19}(?![a-z0-9_])|(?<!\d)\d[\d -]{3,13}\d(?!\d))"
)
_NUMBER = r"(?<![\d.:/-])[1-9]\d{5,11}(?![\d.:/%-])"
_LINK = (
    r"(?:https?|hxxps?)\W{1,3}[\w%./?=&#:-]+"
    r"|(?<![\w@.])(?:[a-z0-9-]{1,40}\.){1,3}(?:com|cn|net|org|top|xyz|vip|cc|info|io|me|club|shop|site|online|live|tv|app|pw|us|co|win|fun|icu|ltd)"
    r"(?![a-z0-9.])(?:/[\w%./?=&#-]*)?"
)
_MAIL = r"[a-z0-9_.-]{2,30}@[a-z0-9-]{2,30}\.[a-z]{2,6}"
_HANDLE = r"(?:t\.me/|(?<![\w.])@(?=[a-z0-9_]*[a-z])[a-z0-9_]{5,32}(?![\w.]))"
_INVITE = r"(?:t\.me/(?:\+|joinchat)|weixin\.qq\.com/g/|jq\.qq\.com|qm\.qq\.com|chat\.whatsapp\.com|discord\.gg/)[\w/?=&+-]*"

_KINDS = {
    "phone": re.compile(_PHONE),
    "id": re.compile(_ID),
    "number": re.compile(_NUMBER),
    "link": re.compile(_LINK),
    "mail": re.compile(_MAIL),
    "handle": re.compile(_HANDLE),
    "invite": re.compile(_INVITE),
}


def contact(given: Given) -> Detector:
    """Contacts of the kinds named in `kinds`; those holding a text of `except` are let be."""
    kinds = given.texts("kinds", ("phone", "id"))
    for kind in kinds:
        given.check("kinds", kind, tuple(_KINDS))
    return Patterns([_KINDS[kind] for kind in kinds], spare=given.texts("except"))


FACTORIES: dict[str, Factory] = {"contact": contact}
