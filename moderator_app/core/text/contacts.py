"""Ways to reach somebody that a text gives: telephone numbers, WeChat, QQ and Telegram accounts, mail."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from moderator_app.core.rules.verdict import Span
from moderator_app.core.text.gated import Findable, gated
from moderator_app.core.text.links import link_places
from moderator_app.core.text.normalised import Normalised


class Channel(StrEnum):
    """Where a contact leads."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    WECHAT = "wechat"
    QQ = "qq"
    TELEGRAM = "telegram"
    MAIL = "mail"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact: `span` holds its introducer (微信:) and the number or id, in the original.

    `value` is the number or id without what was strewn into it; `hidden` tells that something was,
    or that it or its introducer was disguised.
    """

    channel: Channel
    value: str
    span: Span
    hidden: bool = False


_GAP = r"[ \-.·*~_/|]{1,3}"
_MOBILE = gated(
    r"(?<![\d.])(?:(?:\+|00)86[ \-]?|86[ \-])?(?P<value>1[3-9]\d{9}"
    rf"|1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}|1[3-9]\d{_GAP}\d{{3}}{_GAP}\d{{5}}"
    rf"|1[3-9]\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{4}}"
    rf"|1[3-9]\d{{2}}{_GAP}\d{{4}}{_GAP}\d{{3}}|1[3-9]\d{_GAP}\d{{8}}|1[3-9]\d{{5}}{_GAP}\d{{4}}"
    rf"|1(?:{_GAP}\d){{10}})"
    rf"(?!\d|{_GAP}\d|\.\d|%)",
    "+081",
)
_LANDLINE = gated(
    r"(?<![\d.\-])(?P<value>\(?0(?:10|2\d|[3-9]\d{2})\)?[ \-]?[2-9]\d{2,3}[ \-]?\d{4}(?:(?:转|-)\d{1,5})?"
    r"|[48]00[ \-]\d{3}[ \-]\d{4}|[48]00[ \-]\d{4}[ \-]\d{3}|400\d{7})(?!\d)",
    "(048",
)
_CALLED = gated(
    r"(?:电话|座机|手机|热线|致电|拨打|来电|联系方式|(?<![a-z])(?:tel|phone|mobile))"
    r"(?:号码|号)?[ ]?[:是为]?[ ]{0,2}"
    rf"(?P<value>1(?:{_GAP})?[3-9](?:(?:{_GAP})?\d){{9}}(?!\d)|[2-9]\d{{2,3}}[ \-]?\d{{4}}(?![\d年月日元]))",
    "电座手热致拨来联tpm",
)
_MAIL = re.compile(
    r"(?<![a-z0-9._%+\-])(?P<value>[a-z0-9][a-z0-9._%+\-]{0,63}@[a-z0-9\-]{1,63}(?:\.[a-z0-9\-]{1,63}){1,4})"
)

_JOINT = r"[ :=,.\-~→➡👉⬇☞()<>「」【】\[\]'\"“”\n]"
_TOLD = (
    r"(?:号码|账号|帐号|同号|群号|公众号|号|群|客服|搜索|搜|联系|也是|都是|就是|我的"
    r"|我|是|为|id|加|\+|➕)"
)
_BETWEEN = rf"(?P<told>(?:{_JOINT}{{0,3}}{_TOLD}){{0,3}}{_JOINT}{{0,3}})"
_STRONG = re.compile(r"[:=→➡👉⬇☞@是为加+号搜]|id")
_MIXED_ID = r"[a-z][a-z_\-]{0,15}\d[a-z0-9_\-]{2,17}|[a-z][a-z0-9\-]{0,15}_[a-z0-9_\-]{2,17}"
_LETTER_ID = r"[a-z](?:[a-z0-9_\-]{5,19}|(?:[ .*][a-z0-9]){5,19})"
_NUMBER = r"[1-9](?:[ \-_.*]{0,2}\d){4,11}"
_WECHAT = gated(
    rf"(?:微信|(?<![a-z])(?:weixin|wechat|vx|wx)(?![a-z])){_BETWEEN}"
    rf"(?:(?P<mixed>{_MIXED_ID}|{_NUMBER})|(?P<letters>{_LETTER_ID}))(?![a-z0-9_@]|\.[a-z])",
    "微wv",
)
_QQ = gated(
    rf"(?:(?<![a-z])qq(?![a-z])|扣扣){_BETWEEN}(?P<mixed>{_NUMBER})(?![\d@]|\.\d|[年月日元块])", "q扣"
)
_TELEGRAM = gated(
    r"(?:(?<![a-z])(?:tg|telegram)(?![a-z])|电报|纸?飞机号?(?=[ ]?[:@]|号))"
    rf"{_BETWEEN}@?(?:(?P<mixed>(?<=@)[a-z]\w{{4,31}}(?!://)|[a-z]\w*[_\d]\w{{2,20}})"
    rf"|(?P<letters>[a-z]\w{{4,31}}))(?![\w@]|://)",
    "t电纸飞",
)
_TELEGRAM_LINK = re.compile(r"(?<![a-z0-9.])(?:t|telegram)\.me/(?:joinchat/)?(?P<value>[+\w]{5,40})")
_ADDED = gated(
    rf"(?<![参增更附施追强倍])(?:添加|加)(?:我|下|个|一下)?{_JOINT}{{0,2}}"
    rf"(?P<value>{_MIXED_ID}|[1-9]\d{{5,10}})"
    r"(?![\d%a-z@]|\.[a-z\d]|[ ]?(?:元|块|万|个|人|只|箱|盒|g|mg|ml|年|月|台|件|股|分|次|条|名|位|点))",
    "添加",
)
_BEFORE_WORD = re.compile(
    rf"(?<![a-z0-9_@.\-])(?P<value>{_MIXED_ID}|[1-9]\d{{5,11}})[ (【]{{0,2}}"
    r"(?:微信|(?<![a-z])(?:vx|wx|qq)(?![a-z]))(?!支付|扫)"
)


def find_contacts(source: Normalised) -> tuple[Contact, ...]:
    """Every contact in the text, in order; of two that overlap the first kind named here wins."""
    taken = bytearray(len(source.text))
    linked = bytearray(len(source.text))
    for start, end in link_places(source.text):
        linked[start:end] = b"\1" * (end - start)
    kept: list[tuple[Span, Contact]] = []
    for find in _FINDERS:
        for channel, whole, value in find(source.text):
            in_link = linked[value[0]] and channel not in _MAY_BE_LINKS
            if not in_link and not any(taken[slice(*value)]):
                taken[slice(*value)] = b"\1" * (value[1] - value[0])
                kept.append((value, _contact(source, channel, whole, value)))
    return tuple(contact for _, contact in sorted(kept, key=lambda pair: pair[0]))


_HONEST_STEPS = frozenset({"case", "width", "simplified", "marks"})
_MAY_BE_LINKS = frozenset({Channel.MAIL, Channel.TELEGRAM})
_OFTEN_GROUPED = frozenset({Channel.MAIL, Channel.LANDLINE})
_STREWN = re.compile(r"(?:\d[ \-]+){4}|[.·*~/|]")
_Found = tuple[Channel, Span, Span]


def _contact(source: Normalised, channel: Channel, whole: Span, value: Span) -> Contact:
    written = source.text[slice(*value)]
    plain = _without_fillers(channel, written)
    disguised = not _HONEST_STEPS.issuperset(source.steps_in(*whole))
    strewn = channel not in _OFTEN_GROUPED and plain != written and _STREWN.search(written) is not None
    return Contact(
        channel=channel,
        value=plain,
        span=source.span(*whole),
        hidden=disguised or strewn,
    )


def _without_fillers(channel: Channel, written: str) -> str:
    """The number or id alone; a number keeps nothing but its digits."""
    if channel is Channel.MAIL:
        return written
    if re.search("[a-z]", written):
        return re.sub(r"[ .·*~/|()]", "", written)
    return re.sub(r"\D", "", written)


def _plain(channel: Channel, pattern: Findable, hint: str = "") -> Callable[[str], Iterator[_Found]]:
    """A finder for a pattern whose group `value` is the contact; no text without the hint holds any."""

    def find(text: str) -> Iterator[_Found]:
        if hint in text:
            for found in pattern.finditer(text):
                yield channel, found.span(), found.span("value")

    return find


def _account(channel: Channel, pattern: Findable) -> Callable[[str], Iterator[_Found]]:
    """A finder for accounts behind the name of a service.

    An id of letters alone may be any word (微信 group): it wants a colon, 号 or 加 about it.
    """

    def find(text: str) -> Iterator[_Found]:
        for found in pattern.finditer(text):
            group = "mixed" if found["mixed"] else "letters"
            before = text[max(0, found.start() - 3) : found.start()]
            if group == "mixed" or _STRONG.search(found["told"]) or before.rstrip().endswith(("加", "搜")):
                yield channel, found.span(), found.span(group)

    return find


_FINDERS: Sequence[Callable[[str], Iterator[_Found]]] = (
    _plain(Channel.MAIL, _MAIL, "@"),
    _plain(Channel.TELEGRAM, _TELEGRAM_LINK, ".me/"),
    _account(Channel.WECHAT, _WECHAT),
    _account(Channel.QQ, _QQ),
    _account(Channel.TELEGRAM, _TELEGRAM),
    _plain(Channel.MOBILE, _MOBILE),
    _plain(Channel.LANDLINE, _LANDLINE),
    _plain(Channel.MOBILE, _CALLED),
    _plain(Channel.OTHER, _ADDED),
    _plain(Channel.OTHER, _BEFORE_WORD),
)
