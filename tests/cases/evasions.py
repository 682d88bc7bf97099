"""Rewrites a sentence as those do who hide it from filters: one way of hiding a function, always the same."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import opencc

_HAN = re.compile(r"[\u4e00-\u9fff]")
_RUN = re.compile(r"[\u4e00-\u9fff]{4,}")
_NUMBER = re.compile(r"\d{2,}")
_LATIN = re.compile(r"[A-Za-z]")

_WRITTEN_BY_WECHAT = re.compile(
    r"(\[[^\[\]\s]{1,6}\]|「[^「」\n]{1,40}[:：][^」]*」\s*\n?\s*(?:[-–—]\s?){3,}|@\S+)"
)
"""Codes of stickers and files, the frame of a quotation, and names that are called."""

_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_SIGNS = "*·.~_|-^"
_EMOJI = "🌹❤🌿✨🌸🍀"

# Parts side by side, written for this table: what somebody with an input method would find.
_PARTS_TEXT = (
    "信=亻言 低=亻氐 价=亻介 供=亻共 代=亻弋 优=亻尤 份=亻分 件=亻牛 体=亻本 借=亻昔 便=亻更 做=亻故  "
    "消=氵肖 法=氵去 清=氵青 治=氵台 注=氵主 活=氵舌 批=扌比 招=扌召 推=扌隹 打=扌丁 提=扌是 接=扌妾  "
    "换=扌奂 抢=扌仓 扫=扌彐 请=讠青 说=讠兑 试=讠式 详=讠羊 话=讠舌 计=讠十 识=讠只 给=纟合 经=纟圣  "
    "线=纟戋 级=纟及 钱=钅戋 银=钅艮 销=钅肖 铁=钅失 快=忄夬 性=忄生 情=忄青 福=礻畐 视=礻见 祝=礻兄  "
    "饭=饣反 都=者阝 部=咅阝 限=阝艮 院=阝完 际=阝示 利=禾刂 别=另刂 则=贝刂 改=己攵 放=方攵 教=孝攵  "
    "效=交攵 很=彳艮 律=彳聿 冷=冫令 决=冫夬 进=辶井 运=辶云 选=辶先 送=辶关 还=辶不 这=辶文 好=女子  "
    "加=力口 群=君羊 货=化贝 现=王见 码=石马 机=木几 精=米青 购=贝勾 联=耳关 骗=马扁 赌=贝者 赚=贝兼  "
    "科=禾斗 种=禾中 料=米斗 路=足各 转=车专 输=车俞 贩=贝反 账=贝长 财=贝才 项=工页 验=马佥 样=木羊  "
    "核=木亥 板=木反 材=木才 理=王里 球=王求 知=矢口 研=石开 破=石皮 时=日寸 晚=日免 期=其月 新=亲斤  "
    "贷=代贝 资=次贝 "
)
_PARTS = dict(pair.split("=") for pair in _PARTS_TEXT.split())
_HOMOPHONES = (
    ("微信", ("薇信", "威信", "V信", "微芯", "微X", "v❤", "卫星", "徽信")),
    ("QQ", ("扣扣", "口口", "q q", "企鹅", "Q扣")),
    ("加我", ("➕我", "+我", "力口我", "伽我")),
    ("加", ("➕",)),
    ("进群", ("进裙", "进峮", "进羣")),
    ("拉群", ("拉裙",)),
    ("私聊", ("思聊", "丝聊", "私撩", "私廖")),
    ("联系", ("联糸", "聯系", "莲系")),
    ("电话", ("电訁舌", "电.话", "☎")),
)
_LOOKALIKE = str.maketrans("aceopxyABCEHKMOPTX", "\u0430\u0441\u0435\u043e\u0440\u0445\u0443АВСЕНКМОРТХ")
_DIGITS = (
    "０１２３４５６７８９", "⓪①②③④⑤⑥⑦⑧⑨", "⓿❶❷❸❹❺❻❼❽❾", "🄋➀➁➂➃➄➅➆➇➈", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡",
    "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉", "٠١٢٣٤٥٦٧٨٩", "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖",
)  # fmt: skip


def full_width(text: str, _dice: random.Random) -> str:
    """Every letter, digit and sign of ASCII in full width."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def zero_width(text: str, dice: random.Random) -> str:
    """An unseen character behind every Chinese one."""
    return _HAN.sub(lambda char: char[0] + dice.choice(_UNSEEN), text)


def spaced(text: str, _dice: random.Random) -> str:
    """Every run of Chinese characters spelled out with spaces."""
    return _RUN.sub(lambda run: " ".join(run[0]), text)


def strewn(text: str, dice: random.Random) -> str:
    """Every run of Chinese characters with one and the same sign or emoji between its characters."""
    return _RUN.sub(lambda run: dice.choice(_SIGNS + _EMOJI).join(run[0]), text)


def split_characters(text: str, dice: random.Random) -> str:
    """Half of the characters that can be taken apart, taken apart."""
    return "".join(_PARTS[char] if char in _PARTS and dice.random() < 0.5 else char for char in text)


def homophones(text: str, dice: random.Random) -> str:
    """The words that lead to a contact, each as something that sounds or looks alike."""
    for word, others in _HOMOPHONES:
        if word in text:
            text = text.replace(word, dice.choice(others))
    return text


def lookalikes(text: str, _dice: random.Random) -> str:
    """Latin letters as Cyrillic ones that look the same."""
    return text.translate(_LOOKALIKE)


def digits(text: str, dice: random.Random) -> str:
    """Each longer number in digits of another kind."""

    def other(number: re.Match[str]) -> str:
        kind = dice.choice(_DIGITS)
        return "".join(kind[int(digit)] for digit in number[0])

    return _NUMBER.sub(other, text)


def traditional(text: str, _dice: random.Random) -> str:
    """All of it in traditional characters."""
    return _to_traditional(text)


WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "full-width": full_width,
    "zero-width": zero_width,
    "spaced": spaced,
    "strewn": strewn,
    "split characters": split_characters,
    "homophones": homophones,
    "look-alikes": lookalikes,
    "digits": digits,
    "traditional": traditional,
}


def rewritten(text: str, name: str) -> Iterator[tuple[str, str]]:
    """The ways that change this text, each with what it makes of it; `name` is the seed."""
    for way, hide in WAYS.items():
        dice = random.Random(f"{name} {way}")
        made = "".join(
            part if _WRITTEN_BY_WECHAT.fullmatch(part) else hide(part, dice) for part in _parts(text)
        )
        if made != text:
            yield way, made


def _parts(text: str) -> list[str]:
    """The text cut where WeChat itself wrote something: nobody can disguise that."""
    return _WRITTEN_BY_WECHAT.split(text)


def _table() -> dict[str, str]:
    path = Path(opencc.__file__).parent / "dictionary" / "STCharacters.txt"
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {row[0]: row[1].split()[0] for row in rows if len(row) == 2}


_TRADITIONAL = str.maketrans(_table())


def _to_traditional(text: str) -> str:
    return text.translate(_TRADITIONAL)
