"""The forms of name cards that groups ask for, each with the way to read it.

A reader takes the text of a card and tells what each of its fields holds. Nothing is guessed: what
cannot be told apart is left out, and the form says which fields it cannot do without.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from unicodedata import normalize

from moderator_app.core.text.person_names import HAN, is_latin, is_name
from moderator_app.core.text.places import is_place
from moderator_app.core.text.surnames import begins_with_surname

Values = Mapping[str, str]
Reader = Callable[[str], Values]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardForm:
    """What a group asks for: the fields that must be there, further ones, and how they are read.

    A `telling` form is so particular that a text in it can be nothing but a name card.
    """

    id: str
    fields: tuple[str, ...]
    read: Reader
    further: tuple[str, ...] = ()
    telling: bool = False


_DASHES = r"\s*[\-–—－―‐‑_＿+＋|｜/／\\丨~～]+\s*"
_BRACKETS = r"\s*[()（）\[\]【】,，、;；:：]+\s*"
_BLANKS = r"\s+"
_DOTS = r"\s*[·・•‧∙.．]\s*"
_SEPARATORS = (_DASHES, _BRACKETS, _BLANKS, _DOTS)
_ANY = re.compile(rf"{_DASHES}|{_BRACKETS}|{_BLANKS}|{_DOTS}")

_UNIT = (
    "部|科|室|处|组|中心|办|总经办|队|车间|店|库|课|系|站|委|局|所|院|厂|行政|人事|财务|销售|市场|采购|研发|生产"
    "|工程|质检|物流|运营|客服|法务|后勤|仓储|技术|设计|品牌|公关|秘书处|理事会|监事会"
)
_POST = (
    "董事长|总经理|副总|总裁|总监|经理|主管|主任|部长|会长|副会长|秘书长|秘书|理事长|理事|监事|厂长|店长|院长|所长"
    "|处长|科长|组长|队长|工程师|专员|助理|会计|出纳|代表|顾问|合伙人|创始人|负责人|法人|文员|干事|主席|书记"
)
_FIRM = (
    "公司|集团|厂|医院|商会|协会|学会|银行|酒店|商行|事务所|研究院|研究所|大学|学院|学校|中学|小学|医疗|科技|股份|实业"
    "|贸易|传媒"
)
_UNIT_END = re.compile(rf"(?:{_UNIT})[0-9一二三四五六七八九十]{{0,2}}(?:{_POST})?\Z")
_POST_END = re.compile(rf"(?:{_UNIT}|{_POST}|(?i:ceo|cto|cfo|coo|vp|hr))\Z")
_FIRM_END = re.compile(rf"(?:{_FIRM})")
_OF_A_FIRM = (
    "人力|行政|人事|财务|销售|市场|采购|研发|生产|工程|质|物流|运营|客服|法务|后勤|仓储|技术|设计|品牌|综合|办公"
    "|战略|信息|安全"
)
_RUN_TOGETHER = re.compile(
    rf"(?!{_OF_A_FIRM})(?P<company>[^\W\d_]{{3,12}}?)"
    rf"(?P<post>(?:[^\W\d_]{{0,2}}(?:{_UNIT}))?[副总高常]{{0,2}}(?:{_POST}))"
)
"""锐进重工营销部经理: a firm and a post in one, where no word of it says that it is a firm."""


def _pieces(text: str, most: int) -> list[str]:
    """The parts of a card: cut at the surest separators first, at weaker ones only as far as needed."""
    parts = [text] if text else []
    for separator in _SEPARATORS:
        if len(parts) >= most:
            break
        parts = [piece for part in parts for piece in _cut(part, separator)]
    return parts


def _cut(part: str, separator: str) -> list[str]:
    """One part cut further, unless it is a name that holds the separator itself (买买提·艾力, John Smith)."""
    if is_latin(part) and separator != _DASHES:
        return [part]
    pieces = [piece.strip() for piece in re.split(separator, part) if piece.strip()]
    if separator != _DOTS:
        return pieces
    return _rejoined(pieces) if pieces and (is_place(pieces[-1]) or _is_unit(pieces[0])) else [part]


def _rejoined(pieces: list[str]) -> list[str]:
    """买买提·艾力·药房·喀什, 财务部·买买提·艾力: a piece that is no Chinese name goes with the next."""
    if _is_unit(pieces[0]) and len(pieces) > 2:
        return [pieces[0], "·".join(pieces[1:])]
    if len(pieces) > 3 and not begins_with_surname(pieces[0]):
        return [f"{pieces[0]}·{pieces[1]}", *pieces[2:]]
    return pieces


def _is_unit(text: str) -> bool:
    return _UNIT_END.search(text) is not None


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a text in two, the longest head first."""
    return ((text[:place].strip(), text[place:].strip()) for place in range(len(text) - 1, 0, -1))


def _name_trade_place(text: str) -> Values:
    """First and last by place, a town where it is, the rest between them."""
    rest, place = _pieces(text, 3), ""
    if not rest:
        return {}
    known = [number for number, part in enumerate(rest) if number and is_place(part)]
    if known and len(rest) > 1:
        place = rest.pop(known[-1])
    elif len(rest) >= 3:
        place = rest.pop()
    return {"name": rest[0], "trade": "-".join(rest[1:]), "place": place}


def _department_name(text: str) -> Values:
    """财务部-张三, 销售部 张三, 财务部张三; the other way round too."""
    together = [(_bare(unit), _bare(rest)) for unit, rest in _cuts(text) if _is_unit(unit)]
    found = next((cut for cut in together if is_name(cut[1])), None)
    if found:
        return {"department": found[0], "name": found[1]}
    parts = _pieces(text, 2)
    if len(parts) >= 2:
        if is_name(parts[0]) and not is_name(parts[-1]) and not _is_unit(parts[0]):
            return {"department": "-".join(parts[1:]), "name": parts[0]}
        return {"department": "-".join(parts[:-1]), "name": parts[-1]}
    if _is_unit(text) and not is_name(text):
        return {"department": text}
    return {"department": together[0][0], "name": together[0][1]} if together else {"name": text}


def _company_post_name(text: str) -> Values:
    """华夏医疗+销售部经理+张三, 华夏医疗销售部经理 张三, and all of it run together."""
    parts = _pieces(text, 3)
    if len(parts) >= 3:
        return {"company": parts[0], "post": "-".join(parts[1:-1]), "name": parts[-1]}
    if len(parts) == 2:
        return {**_firm_and_post(parts[0]), "name": parts[1]}
    found = next(
        ((head, rest) for head, rest in _cuts(text) if _POST_END.search(head) and is_name(rest)), None
    )
    return {**_firm_and_post(found[0]), "name": found[1]} if found else {"name": text}


def _firm_and_post(text: str) -> Values:
    """The company up to the last word that companies end in, the post behind it."""
    ends = [match.end() for match in _FIRM_END.finditer(text)]
    if ends:
        return {"company": text[: ends[-1]], "post": text[ends[-1] :].strip(" -+")}
    run = _RUN_TOGETHER.fullmatch(text)
    if run and not _is_unit(run["company"]):
        return run.groupdict()
    return {"post": text} if _POST_END.search(text) else {"company": text}


_BUILDING = r"(?P<building>[a-z]?\d{1,3}[a-z]?)\s*"
_FLAT = r"#?\s*(?:\d\s*(?:单元|[-#/]))?\s*(?P<flat>[a-z]?\d{3,4}(?:[a-z](?![a-z]))?)"
_CALLED = rf"(?:\s*[@#\-_/.,:()·\s]+\s*|(?={HAN}|[a-z]))(?P<name>\D.*)"
_OF_BUILDING = r"(?:#|号楼|[号栋幢楼座])"
_HOUSES = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"(?:{_BUILDING}(?:{_OF_BUILDING}|[-_/.@\s]))?\s*{_FLAT}\s*[室房号]?",
        rf"(?:{_BUILDING}(?:{_OF_BUILDING}|[-_/.@\s]))?\s*{_FLAT}\s*[室房号]?{_CALLED}",
        rf"{_BUILDING}{_OF_BUILDING}{_CALLED}",
    )
)


def _building_flat_name(text: str) -> Values:
    """g9#101@李明, 9栋101李明, 9-2-101 李女士, 101室."""
    plain = normalize("NFKC", text).strip()
    found = next((match for house in _HOUSES if (match := house.fullmatch(plain))), None)
    if found is None:
        return {} if any(map(str.isdigit, plain)) else {"name": text}
    return {key: value.strip("@#-_/()·. ") for key, value in found.groupdict(default="").items()}


def _region_name(text: str) -> Values:
    """江苏-张三, 苏北 张三, 江苏张三; the other way round too."""
    first, _, others = text.partition("·")
    if others and is_place(first):
        return {"region": first, "name": others}
    parts = _pieces(text, 2)
    if len(parts) < 2:
        found = next(((head, rest) for head, rest in _cuts(text) if is_place(head) and is_name(rest)), None)
        if found:
            return {"region": found[0], "name": found[1]}
        return {"region": text} if is_place(text) else {"name": text}
    if is_place(parts[-1]) and not is_place(parts[0]):
        return {"region": parts[-1], "name": "-".join(parts[:-1])}
    return {"region": "-".join(parts[:-1]), "name": parts[-1]}


_NUMERAL = "[0-9〇零一二三四五六七八九十]"
_CLASS = re.compile(
    rf"(?:[小初高][学中]?)?{_NUMERAL}{{1,4}}(?:年级|年|级)?\s*[(（]?{_NUMERAL}{{0,3}}[)）]?\s*班"
)
_RELATION = re.compile(
    "(?:的)?(?P<relation>爸爸|妈妈|爸|妈|父亲|母亲|爷爷|奶奶|外公|外婆|姥爷|姥姥|哥哥|姐姐|叔叔|舅舅|姑姑|小姨|阿姨|家长|监护人"
    r"|(?i:dad|mum|mom|father|mother))\W*\Z"
)
_LESSON = (
    "语文|数学|英语|物理|化学|生物|历史|地理|政治|道法|科学|体育|音乐|美术|信息|心理|劳动|书法"
    "|班主任|副班|辅导员"
)
_TAUGHT = re.compile(rf"(?P<role>(?:{_LESSON})(?:老师|教师)?)")


def _class_pupil_relation(text: str) -> Values:
    """A parent's card, 3班刘小爸爸, or a teacher's, 王芳(3班语文)."""
    found = _CLASS.search(text)
    classed = re.sub(r"\s", "", found.group()) if found else ""
    rest = (text[: found.start()] + " " + text[found.end() :] if found else text).strip()
    relation = _RELATION.search(rest)
    if relation is None and (taught := _TAUGHT.search(rest)):
        name = _ANY.sub(" ", rest[: taught.start()] + " " + rest[taught.end() :]).strip()
        return {"class": classed, "name": name, "role": taught["role"]}
    pupil = _bare(rest[: relation.start()] if relation else rest)
    return {"class": classed, "pupil": pupil, "relation": relation["relation"] if relation else ""}


_MARKS = {**dict.fromkeys("★⭐🌟✭✮⭑", "★"), **dict.fromkeys("☆✩✰⚝", "☆")}
_MARK = re.compile(rf"[{''.join(_MARKS)}]\ufe0f?")


def _nick_star(text: str) -> Values:
    """小溪★摄影, 阿花☆美食: the star tells men from women, the tag what they care for."""
    found = _MARK.search(text)
    if found is None:
        return {"nickname": text}
    nickname, tag = (_bare(part) for part in (text[: found.start()], text[found.end() :]))
    return {"nickname": nickname, "mark": _MARKS[found.group()[0]], "tag": tag}


def _bare(text: str) -> str:
    """A part without what separates it from others."""
    return re.sub(rf"\A(?:{_ANY.pattern})|(?:{_ANY.pattern})\Z", "", text).strip()


def _name_alone(text: str) -> Values:
    """A real name, whatever else stands beside it."""
    candidates = (text, *_pieces(text, 3), _department_name(text).get("name", ""))
    return {"name": next(filter(is_name, candidates), text)}


NAME_TRADE_PLACE = CardForm(
    id="name-profession-city", fields=("name", "trade", "place"), read=_name_trade_place, telling=True
)
"""姓名-职业/单位-城市, the form of the 医工协 group."""

CARD_FORMS: Mapping[str, CardForm] = MappingProxyType(
    {
        form.id: form
        for form in (
            NAME_TRADE_PLACE,
            CardForm(id="department-name", fields=("department", "name"), read=_department_name),
            CardForm(id="department+name", fields=("department", "name"), read=_department_name),
            CardForm(id="company+post+name", fields=("company", "post", "name"), read=_company_post_name),
            CardForm(
                id="building#flat@name",
                fields=("flat",),
                further=("building", "name"),
                read=_building_flat_name,
            ),
            CardForm(id="region-name", fields=("region", "name"), read=_region_name),
            CardForm(
                id="class+pupil+relation", fields=("class", "pupil", "relation"), read=_class_pupil_relation
            ),
            CardForm(id="nick+star", fields=("nickname", "mark", "tag"), read=_nick_star),
            CardForm(id="name", fields=("name",), read=_name_alone),
        )
    }
)
"""Every form by its id."""
