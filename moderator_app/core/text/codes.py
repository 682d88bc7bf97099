"""What a QR code or bar code in a picture is for, told by what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class CodeKind(StrEnum):
    """What happens to somebody who scans it; GOODS is no invitation, UNREAD is seen but not legible."""

    GROUP = "group"
    CONTACT = "contact"
    OFFICIAL = "official"
    MINI_PROGRAM = "mini-program"
    CHANNEL = "channel"
    PAY = "pay"
    QQ = "qq"
    LOGIN = "login"
    CARD = "card"
    WIFI = "wifi"
    LINK = "link"
    TEXT = "text"
    GOODS = "goods"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One code: its kind, what it says, and the host that a link leads to ("" for anything else)."""

    kind: CodeKind
    text: str
    host: str = ""


_GOODS_MARK = "bar:"
_LINK = re.compile(
    r"(?:https?://)?(?P<host>[a-z0-9.\-]+\.[a-z]{2,})(?P<port>:\d+)?(?P<path>[/?#].*)?", re.I | re.S
)

# By host and path, the first that fits. `weixin.qq.com/r/` leads to an account, a person's or a publisher's.
_PLACES: tuple[tuple[re.Pattern[str], CodeKind], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"(?:[a-z]+\.)?weixin\.qq\.com/g/", CodeKind.GROUP),
        (r"work\.weixin\.qq\.com/(?:gm|g)/", CodeKind.GROUP),
        (r"u\.wechat\.com/", CodeKind.CONTACT),
        (r"work\.weixin\.qq\.com/(?:u|ca|c|kfid)/", CodeKind.CONTACT),
        (r"weixin\.qq\.com/[rq]/", CodeKind.OFFICIAL),
        (r"mp\.weixin\.qq\.com/mp/profile_ext", CodeKind.OFFICIAL),
        (r"weixin\.qq\.com/sph/|channels\.weixin\.qq\.com/", CodeKind.CHANNEL),
        (r"login\.(?:weixin|wx\d?)\.qq\.com/|login\.wechat\.com/", CodeKind.LOGIN),
        (r"open\.weixin\.qq\.com/connect/(?:confirm|qrconnect)", CodeKind.LOGIN),
        (r"mp\.weixin\.qq\.com/a/|wxaurl\.cn/|wxmpurl\.cn/", CodeKind.MINI_PROGRAM),
        (r"(?:payapp|wxpay|pay)\.(?:weixin|wx)\.qq\.com/|wx\.tenpay\.com/", CodeKind.PAY),
        (r"(?:qr|m|mobilecodec|render)\.alipay\.com/|qr\.95516\.com/", CodeKind.PAY),
        (r"(?:qm|jq|qun|i)\.qq\.com/", CodeKind.QQ),
    )
)
_SCHEMES: tuple[tuple[re.Pattern[str], CodeKind], ...] = tuple(
    (re.compile(pattern, re.I), kind)
    for pattern, kind in (
        (r"wxp://|weixin://wxpay/|alipays?://|upwallet://", CodeKind.PAY),
        (r"1[0-5]\d{16}\Z|(?:2[5-9]|30)\d{14,22}\Z", CodeKind.PAY),  # what a cashier scans from a telephone
        (r"weixin://dl/business|#小程序://", CodeKind.MINI_PROGRAM),
        (r"weixin://(?:contacts|dl/chat)|weixin://r/", CodeKind.CONTACT),
        (r"mqqapi://|mqq://|tencent://", CodeKind.QQ),
        (r"BEGIN:VCARD|MECARD:|BIZCARD:|tel:|smsto:|sms:|mailto:|matmsg:", CodeKind.CARD),
        (r"WIFI:", CodeKind.WIFI),
    )
)


def spelt(text: str, *, goods: bool) -> str:
    """A code as `Message.codes` keeps it: what it says, marked where it is one of those on goods.

    "" stands for a QR code that was seen and could not be read.
    """
    return _GOODS_MARK + text if goods else text


def read_code(code: str) -> Code:
    """What one of `Message.codes` is for."""
    if code.startswith(_GOODS_MARK):
        return Code(kind=CodeKind.GOODS, text=code.removeprefix(_GOODS_MARK))
    text = code.strip()
    if not text:
        return Code(kind=CodeKind.UNREAD, text="")
    for pattern, kind in _SCHEMES:
        if pattern.match(text):
            return Code(kind=kind, text=text)
    return _linked(text) or Code(kind=CodeKind.TEXT, text=text)


def _linked(text: str) -> Code | None:
    found = _LINK.fullmatch(text)
    if found is None or " " in text:
        return None
    host = found["host"].lower().removeprefix("www.")
    place = f"{host}{found['path'] or '/'}"
    kind = next((kind for pattern, kind in _PLACES if pattern.match(place)), CodeKind.LINK)
    return Code(kind=kind, text=text, host=host)
