"""Disguised words for WeChat, QQ and 加, read plainly where they lead to a contact and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moderator_app.core.text.normalised import Normalised, Splice, Step, replaced

# Sure words are written by nobody but to hide the service; still they want a contact beside them,
# because a name or a product may be spelled so. Everyday words want an id right behind them, or
# 加 before and nothing but an invitation after. Single letters want 加 or a colon and an id.
_SURE = {
    "微信": (
        r"[薇嶶葳溦徽崴葨][ \-.]?[信芯心新❤♥]|[威维唯卫喂][ ]?芯|[微威卫喂维][ ]?[❤♥💗💕]|[喂委味][ \-.]?信"
        r"|[微薇威][\-.·*_]{1,2}信|v[ ]?[❤♥💗💕信芯心]|[微薇威][ ]?x(?![a-z])|微[ ]?(?:xin|伩|訫)(?![a-z])"
        r"|[🇻🇼]🇽|(?<![a-z])w[ .]e[ .]i[ .]x[ .]i[ .]n(?![a-z])"
        r"|(?<![a-z])(?:(?:wei|w)[ ]?[信芯❤♥]|(?:vx|wx|weixin|wechat|wexin|weix)(?![a-z]))"
    ),
    "qq": r"扣[ ]?扣(?!搜)|叩叩|抠抠|蔻蔻|q[ ]?扣|扣[ ]?q|(?<![a-z])q[ .]q(?![a-z])|🐧|🇶🇶",
}
_EVERYDAY = {
    "微信": r"卫星(?:🛰)?|🛰|威[ ]?信|维信|唯信|微芯|微星|微心|围信|绿泡泡?|[薇威微葳喂崴徽]",
    "qq": r"企[ .·*\-]?鹅|口[ ]?口|球球|秋秋|扣|鹅",
}
_LETTER = {
    "微信": r"(?<![a-z0-9])(?:v(?![a-z])|[vw]x(?!id_)(?=[a-z][a-z_\-]*\d))",
    "qq": r"(?<![a-z0-9])q(?![a-z])",
}

_WORD = re.compile(
    "|".join(
        f"(?P<{strength}_{number}>{words[service]})"
        for strength, words in (("sure", _SURE), ("everyday", _EVERYDAY), ("letter", _LETTER))
        for number, service in enumerate(_SURE)
    )
)
_SERVICES = tuple(_SURE)

_ADD = re.compile(r"(?:(?<![参增更附施追强倍])(?P<add>加|➕|\+)(?:我的?|个|下|一下|他|她)?\s{0,2})\Z")
_ADD_SOUND = re.compile(r"(?:(?P<add>力口|[迦伽茄枷珈佳家嘉咖十枝])我?\s{0,2})\Z")

_LABEL = (
    r"\s{0,2}(?:号码|号|群号|群|账号|帐号|同号|id)?\s{0,2}[:=→➡👉⬇☞]{1,2}\s{0,2}"
    r"|\s{0,2}(?:号码|号|账号|帐号|id|是)\s{0,2}"
)
_DIGIT = r"[\d零〇一二三四五六七八九幺]"
_ID = rf"(?:[a-z][a-z0-9_\-]{{4,}}|[a-z]{{1,3}}[_\-]?\d{{3,}}|{_DIGIT}(?:[ \-_.]{{0,2}}{_DIGIT}){{4,}})"
_STRICT_ID = (
    r"(?:[a-z_\-]{1,16}\d[a-z0-9_\-]{2,}|[a-z][a-z0-9]*_[a-z0-9_]{3,}"
    rf"|\d(?:[ \-_.]{{0,2}}\d){{5,}}|[1一幺](?:[ \-_.]{{0,2}}{_DIGIT}){{10}})"
)
_NEAR_ID = re.compile(rf"(?:{_LABEL}|\s{{0,2}}[.,。、\-_~]?\s{{0,2}}){_ID}")
_LABELLED_ID = re.compile(rf"(?:{_LABEL})(?:{_ID})")
_DATE = r"(?:19|20)\d{2}[01]\d[0-3]\d(?!\d)"
_ID_BEHIND = re.compile(rf"(?:{_LABEL}|\s?)?(?!{_DATE}){_STRICT_ID}(?!\d|\s?[年月日颗个元块万米级年%])")
_TO_US = re.compile(
    rf"(?:{_LABEL}|\s?[.,]?\s?)(?:{_ID})|\s?(?:号|我|联系|私聊|详聊|细聊|咨询|详谈|同号|同步|➕|\+)"
)
_INVITED = re.compile(
    r"\s*(?:\Z|[\n,。.!?;、~)】\]]|了解|详聊|细聊|聊|私|咨询|我|号|联系|看|发|拿|领|进群|拉群)"
)
_SCANNED = re.compile(r"\s?(?:扫一扫|扫码|扫下|扫个码|二维码)")

_ADD_WORD = re.compile(
    r"(?:➕|(?<=[的者要可以想请需来])\+|(?<![\u4e00-\u9fff\w)])\+)"
    r"(?=\s?(?:我|微信|qq|窝|好友|群|裙|vx|wx))|力口(?=\s?(?:我|微信|qq))"
)
_FIRST = re.compile(r"[薇嶶葳溦徽崴葨威微卫维唯喂委味围绿🛰扣叩抠蔻企口球秋鹅🐧🇻🇼🇶vwq]")
"""What every word above begins with: cheaper to look for than the words."""
_ADD_HINT = re.compile(r"[➕+]|力口")


def fold_contact_words(source: Normalised) -> Normalised:
    """薇信, V❤, 卫星 … become 微信 and 扣扣, 企鹅 … become qq where a contact is beside them."""
    splices = list(_services(source.text))
    named = replaced(source, splices) if splices else source
    if not _ADD_HINT.search(named.text):
        return named
    adds = [Splice(*found.span(), "加", Step.CONTACT_WORDS) for found in _ADD_WORD.finditer(named.text)]
    return replaced(named, adds) if adds else named


def _services(text: str) -> Iterator[Splice]:
    """The disguised names of services, and the disguised 加 before them."""
    for found in _words(text):
        strength, _, number = (found.lastgroup or "").partition("_")
        service = _SERVICES[int(number)]
        before = text[max(0, found.start() - 6) : found.start()]
        add = _ADD.search(before)
        sound = None if add else _ADD_SOUND.search(before)
        if not _leads_to_contact(strength, text, found.end(), plain=add is not None, sound=sound is not None):
            continue
        told = add or (sound if _NEAR_ID.match(text, found.end()) else None)
        if told and told["add"] != "加":
            start = found.start() - len(before) + told.start()
            yield Splice(start, start + len(told["add"]), "加", Step.CONTACT_WORDS)
        if found[0] != service:
            yield Splice(*found.span(), service, Step.CONTACT_WORDS)


def _words(text: str) -> Iterator[re.Match[str]]:
    """Every disguised name, as `_WORD.finditer` finds them."""
    reach = 0
    for first in _FIRST.finditer(text):
        found = _WORD.match(text, first.start()) if first.start() >= reach else None
        if found:
            reach = found.end()
            yield found


def _leads_to_contact(strength: str, text: str, end: int, *, plain: bool, sound: bool) -> bool:
    """Whether what stands around a word makes it the name of a service."""
    if (plain or sound) and _NEAR_ID.match(text, end):
        return True
    if strength == "sure":
        return plain or _TO_US.match(text, end) is not None
    if strength == "everyday" and _SCANNED.match(text, end):
        return True
    if strength == "everyday":
        return (plain and _INVITED.match(text, end) is not None) or _ID_BEHIND.match(text, end) is not None
    return (plain and _INVITED.match(text, end) is not None) or _LABELLED_ID.match(text, end) is not None
