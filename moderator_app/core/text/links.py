"""Web addresses in a text, with or without http, and what kind of place they lead to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from moderator_app.core.rules.verdict import Span
from moderator_app.core.text.normalised import Normalised


class LinkKind(StrEnum):
    """Where a link leads, as far as its address tells."""

    ARTICLE = "article"
    SHORT = "short"
    INVITE = "invite"
    SHOP = "shop"
    FULL = "full"
    BARE = "bare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One address: `span` in the original, `host` in lower case, `url` as normalised."""

    span: Span
    host: str
    url: str
    kind: LinkKind


_TLDS = (
    "com|cn|net|org|gov|edu|top|xyz|vip|cc|io|co|me|tv|app|shop|club|site|online|info|icu|live|fun|ltd"
    "|pro|biz|work|store"
    "|link|tech|wang|ink|mobi|asia|hk|tw|us|uk|jp|kr|ru|de|fr|in|im|la|ws|gg|ly|to|so|be|eu|ai|dev|art"
    "|win|bid|men|cyou|buzz|life|world|group"
    "|company|cloud|space|website|host|red|kim|ren|love|plus|run|wiki|fit|beer|sbs|bond|cfd|one|xin"
)
_HOST = rf"(?:[a-z0-9](?:[a-z0-9\-]{{0,61}}[a-z0-9])?\.){{1,5}}(?:{_TLDS})(?![a-z0-9\-])"
_TAIL = r"(?::\d{2,5})?(?:[/?#][^\s\u3000-\u9fff\uff00-\uffef]*)?"
_LINK = re.compile(
    rf"(?P<scheme>(?:https?|ftp)://|www\.)(?P<full>[^\s/\u3000-\u9fff\uff00-\uffef?#:]+){_TAIL}"
    rf"|(?<![a-z0-9@._\-])(?P<bare>(?!\d{{1,2}}\.(?:{_TLDS})(?![a-z0-9\-.])){_HOST}){_TAIL}"
)
_HINT = re.compile(r"[a-z0-9]\.[a-z0-9]|://")

_ARTICLE_HOSTS_TEXT = (
    "mp.weixin.qq.com mp.weixinbridge.com toutiao.com www.toutiao.com baijiahao.baidu.com "
    "zhuanlan.zhihu.com www.zhihu.com www.jianshu.com m.thepaper.cn www.thepaper.cn"
)
_ARTICLE_HOSTS = frozenset(_ARTICLE_HOSTS_TEXT.split())
_SHORT_HOSTS_TEXT = (
    "t.cn url.cn dwz.cn suo.im suo.nz u.nu bit.ly tinyurl.com goo.gl is.gd t.ly b23.tv v.douyin.com "
    "m.tb.cn tb.cn u.jd.com 3.cn xhslink.com c.tb.cn s.click.taobao.com rrd.me sourl.cn mrw.so 985.so "
    "w.url.cn kurl.cn t.im t.hk dwz.date reurl.cc ow.ly"
)
_SHORT_HOSTS = frozenset(_SHORT_HOSTS_TEXT.split())
_SHOP_HOSTS = (
    *("taobao.com", "tmall.com", "jd.com", "pinduoduo.com", "yangkeduo.com"),
    *("1688.com", "youzan.com", "weidian.com"),
)
_INVITE = re.compile(
    r"weixin\.qq\.com/(?:g|q)/|work\.weixin\.qq\.com/[a-z]|qm\.qq\.com|jq\.qq\.com"
    r"|(?<![a-z0-9.])(?:t|telegram)\.me/|discord\.gg/|chat\.whatsapp\.com"
)


def find_links(source: Normalised) -> tuple[Link, ...]:
    """Every address in the text, in order."""
    if not _HINT.search(source.text):
        return ()
    return tuple(_link(source, found) for found in _LINK.finditer(source.text))


@lru_cache(maxsize=4)
def link_places(text: str) -> tuple[Span, ...]:
    """Where addresses stand in an already normalised text."""
    return tuple(found.span() for found in _LINK.finditer(text)) if _HINT.search(text) else ()


def _link(source: Normalised, found: re.Match[str]) -> Link:
    url = found[0].rstrip(".,;:!?)]}'\"")
    host = (found["bare"] or found["full"]).removeprefix("www.")
    start = found.start()
    kind = _kind(host, url, bare=found["scheme"] is None)
    return Link(span=source.span(start, start + len(url)), host=host, url=url, kind=kind)


def _kind(host: str, url: str, *, bare: bool) -> LinkKind:
    if _INVITE.search(url):
        return LinkKind.INVITE
    if host in _ARTICLE_HOSTS:
        return LinkKind.ARTICLE
    if host in _SHORT_HOSTS:
        return LinkKind.SHORT
    if host.endswith(_SHOP_HOSTS):
        return LinkKind.SHOP
    return LinkKind.BARE if bare else LinkKind.FULL
