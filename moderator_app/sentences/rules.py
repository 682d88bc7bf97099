"""The sentences of the judge and of the rulebook files."""

from __future__ import annotations

from moderator_app.i18n import translate
from moderator_app.sentences.base import Sentences, Values


def _answer(values: Values) -> str:
    """「在回答王五 10:12 的需求」, as far as name and time are known."""
    if values["name"] and values["at"]:
        return translate("Rules", "在回答{name} {at} 的需求：「{excerpt}」", **values)
    if values["name"]:
        return translate("Rules", "在回答{name}的需求：「{excerpt}」", **values)
    return translate("Rules", "在回答前面的需求：「{excerpt}」", **values)


def _quota(values: Values) -> str:
    if values["at"]:
        return translate("Rules", "{days} 天内第 {count} 条推广，上一条在 {at}", **values)
    return translate("Rules", "{days} 天内第 {count} 条推广", **values)


def _repeat(values: Values) -> str:
    if values["name"] and values["at"]:
        return translate("Rules", "与{name} {at} 发过的内容相同或相近", **values)
    if values["name"]:
        return translate("Rules", "与{name}发过的内容相同或相近", **values)
    return translate("Rules", "与前面发过的内容相同或相近")


def _past(values: Values) -> str:
    """「与 2026-05-12 另一位成员的消息 92% 相同」, and what became of that."""
    if values["own"] == "yes":
        alike = translate("Rules", "与本人 {at} 的消息 {percent} % 相同", **values)
    elif values["name"]:
        alike = translate("Rules", "与{name} {at} 的消息 {percent} % 相同", **values)
    else:
        alike = translate("Rules", "与 {at} 的一条消息 {percent} % 相同", **values)
    if values["outcome"] == "cleared":
        return alike + translate("Rules", "，当时认为没有问题")
    return alike + translate("Rules", "，当时是「{zh}」", **values) if values.get("zh") else alike


def card_field(name: str) -> str:
    """What a part of a name card is called; its own name where nobody knows it."""
    return _FIELDS[name]({}) if name in _FIELDS else name


def _card(values: Values) -> str:
    """「群名片「小张」缺单位和城市，应写成：姓名-职业或单位-城市」."""
    form = str(values["form"])
    missing = translate("Rules", "、").join(map(card_field, str(values["missing"]).split()))
    told = {**values, "fields": missing, "asked": _FORMS[form]({}) if form in _FORMS else form}
    if missing:
        return translate("Rules", "群名片「{card}」缺{fields}，应写成：{asked}", **told)
    return translate("Rules", "群名片「{card}」里的姓名不像真名，应写成：{asked}", **told)


_FIELDS: Sentences = {
    "class": lambda v: translate("Card", "班级"),
    "company": lambda v: translate("Card", "公司"),
    "department": lambda v: translate("Card", "部门"),
    "flat": lambda v: translate("Card", "房号"),
    "mark": lambda v: translate("Card", "★或☆"),
    "name": lambda v: translate("Card", "姓名"),
    "nickname": lambda v: translate("Card", "昵称"),
    "place": lambda v: translate("Card", "城市"),
    "post": lambda v: translate("Card", "职务"),
    "pupil": lambda v: translate("Card", "学生姓名"),
    "region": lambda v: translate("Card", "地区"),
    "relation": lambda v: translate("Card", "称谓"),
    "role": lambda v: translate("Card", "任教科目"),
    "tag": lambda v: translate("Card", "标签"),
    "trade": lambda v: translate("Card", "单位"),
}
_FORMS: Sentences = {
    "building#flat@name": lambda v: translate("Card", "楼号#房号@称呼"),
    "class+pupil+relation": lambda v: translate("Card", "班级+学生姓名+称谓，老师写姓名（班级+科目）"),
    "company+post+name": lambda v: translate("Card", "公司+部门职务+姓名"),
    "department+name": lambda v: translate("Card", "部门+姓名"),
    "department-name": lambda v: translate("Card", "部门-姓名"),
    "name": lambda v: translate("Card", "真实姓名"),
    "name-profession-city": lambda v: translate("Card", "姓名-职业或单位-城市"),
    "nick+star": lambda v: translate("Card", "昵称+★（男）或☆（女）+标签"),
    "region-name": lambda v: translate("Card", "地区-姓名"),
}


def _hours(values: Values) -> str:
    if values["closed"]:
        return translate("Rules", "{at} 发出，{closed} 不发消息", **values)
    return translate("Rules", "{at} 发出，只在 {open} 发言", **values)


def _hours_assumed(values: Values) -> str:
    if values["closed"]:
        return translate("Rules", "现在是 {at}，若是刚刚发出：{closed} 不发消息", **values)
    return translate("Rules", "现在是 {at}，若是刚刚发出：只在 {open} 发言", **values)


def _code(values: Values) -> str:
    return _CODES.get(str(values["kind"]), _CODES["text"])(values)


_CODES: Sentences = {
    "card": lambda v: translate("Rules", "图中有名片二维码"),
    "channel": lambda v: translate("Rules", "图中有视频号二维码"),
    "contact": lambda v: translate("Rules", "图中有加好友的二维码"),
    "goods": lambda v: translate("Rules", "图中有商品条码"),
    "group": lambda v: translate("Rules", "图中有进群二维码"),
    "link": lambda v: translate("Rules", "图中有指向链接的二维码：{text}", **v),
    "login": lambda v: translate("Rules", "图中有登录用的二维码"),
    "mini-program": lambda v: translate("Rules", "图中有小程序码"),
    "official": lambda v: translate("Rules", "图中有公众号或个人号的二维码"),
    "pay": lambda v: translate("Rules", "图中有收付款二维码"),
    "qq": lambda v: translate("Rules", "图中有 QQ 好友或群的二维码"),
    "text": lambda v: translate("Rules", "图中有二维码：{text}", **v),
    "unread": lambda v: translate("Rules", "图中有读不出内容的二维码"),
    "wifi": lambda v: translate("Rules", "图中有连接无线网的二维码"),
}


_ROLES: Sentences = {
    "admin": lambda v: translate("Rules", "管理员不受这一条限制"),
    "member": lambda v: translate("Rules", "成员不受这一条限制"),
    "organisation": lambda v: translate("Rules", "以协会名义发布，不受这一条限制"),
    "owner": lambda v: translate("Rules", "群主不受这一条限制"),
    "paid": lambda v: translate("Rules", "缴费会员不受这一条限制"),
}

RULES: Sentences = {
    "against.sign": lambda v: translate("Rules", "{zh}", **v),
    "clause.example-hit": lambda v: translate("Rules", "例句「{text}」不该违反这一条，却被判中了。", **v),
    "clause.example-not-hit": lambda v: translate("Rules", "例句「{text}」应当违反这一条，却没有判中。", **v),
    "clause.no-id": lambda v: translate("Rules", "条款没有编号（id）。"),
    "clause.not-shared": lambda v: translate("Rules", "共用条款里没有这一条。"),
    "clause.row": lambda v: translate("Rules", "「{row}」读不懂：请写成「迹象」或「迹象 + 迹象」。", **v),
    "clause.twice": lambda v: translate("Rules", "这个编号前面已经用过了。"),
    "clause.unknown-sign": lambda v: translate("Rules", "没有叫「{sign}」的迹象。", **v),
    "considered.about-rules": lambda v: translate("Rules", "没有在谈论群规"),
    "considered.about-rules-offers": lambda v: translate("Rules", "虽然谈到群规，却在推销或留了联系方式"),
    "considered.answer": lambda v: translate("Rules", "前面没有人提出相关的需求"),
    "considered.answer-long": lambda v: translate("Rules", "超过 {most} 字，不像是对需求的回答", **v),
    "considered.conversation": lambda v: translate("Rules", "前面没有相关的交谈"),
    "considered.need": lambda v: translate("Rules", "没有提出自己的需求"),
    "considered.need-pitch": lambda v: translate("Rules", "看似需求，其实在推销"),
    "considered.paid-form": lambda v: translate("Rules", "不是缴费会员"),
    "considered.paid-form-gaps": lambda v: translate("Rules", "没有写全规定的各项"),
    "considered.reaction": lambda v: translate("Rules", "不是用一个表情回应别人"),
    "detector.unknown": lambda v: translate("Rules", "没有叫「{detector}」的检测方法。", **v),
    "found.decided": lambda v: translate("Rules", "群管认定过同样的内容违规"),
    "ladder.no-action": lambda v: translate("Rules", "这一步没有写措施（action）。"),
    "option.not-hours": lambda v: translate(
        "Rules", "「{option}」应写成 22:00-07:30 或 Thu 21:00-22:30 的样子，写的是「{value}」。", **v
    ),
    "option.not-number": lambda v: translate("Rules", "「{option}」应当是数字，写的是「{value}」。", **v),
    "option.not-text": lambda v: translate("Rules", "「{option}」只能写一个值。", **v),
    "option.unknown": lambda v: translate("Rules", "这个检测方法没有「{option}」这一项。", **v),
    "option.unknown-value": lambda v: translate(
        "Rules", "「{option}」不能是「{value}」，可以是：{allowed}。", **v
    ),
    "model.missing": lambda v: translate("Rules", "找不到措辞模型 {file}，凭措辞的迹象停用，其余照常。", **v),
    "model.unreadable": lambda v: translate(
        "Rules", "措辞模型 {file} 读不懂，凭措辞的迹象停用，其余照常。", **v
    ),
    "passed.about-rules": lambda v: translate("Rules", "在谈论群规或广告本身"),
    "passed.answer": _answer,
    "passed.conversation": lambda v: translate("Rules", "成员之间正在自然交流"),
    "passed.decided": lambda v: translate("Rules", "群管认定过同样的内容没有问题"),
    "passed.need": lambda v: translate("Rules", "在提出自己的需求"),
    "passed.own-notice": lambda v: translate("Rules", "是管理员自己的告知"),
    "passed.paid-form": lambda v: translate("Rules", "缴费会员按规定格式发布"),
    "passed.period": lambda v: translate("Rules", "{zh}内有条件放宽", **v),
    "passed.quoted": lambda v: translate("Rules", "引用的是别人的话"),
    "passed.reaction": lambda v: translate("Rules", "用一个表情回应前面的话"),
    "passed.role": lambda v: _ROLES[str(v["role"])](v),
    "regex.matches-nothing": lambda v: translate("Rules", "正则表达式连空文字也会匹配，等于处处违规。"),
    "regex.no-trial": lambda v: translate("Rules", "正则表达式没能试运行，所以没有启用。"),
    "regex.slow": lambda v: translate("Rules", "正则表达式太慢，{seconds} 秒内没有算完。", **v),
    "regex.syntax": lambda v: translate("Rules", "正则表达式写错了（{detail}）。", **v),
    "rulebook.gb18030": lambda v: translate(
        "Rules", "文件不是 UTF-8，已按 GB18030 读取；另存为 UTF-8 更稳妥。"
    ),
    "rulebook.no-id": lambda v: translate("Rules", "群规文件没有编号（id）。"),
    "rulebook.no-lexicon": lambda v: translate("Rules", "找不到词表文件。"),
    "rulebook.too-large": lambda v: translate("Rules", "文件太大，不像是群规。"),
    "seen.burst": lambda v: translate("Rules", "{seconds} 秒内连发 {count} 条", **v),
    "seen.card": _card,
    "seen.card-parts": lambda v: translate("Rules", "群名片「{card}」不全，应有 {parts} 部分", **v),
    "seen.code": _code,
    "seen.late": lambda v: translate("Rules", "{name} {at} 点名，过了 {minutes} 分钟才答", **v),
    "seen.busy": lambda v: translate("Rules", "另有 {count} 人正在说话", **v),
    "seen.dialogue": lambda v: translate("Rules", "与{name}两个人已经连续说了 {count} 条", **v),
    "seen.flood": lambda v: translate("Rules", "同样的话连发第 {count} 遍", **v),
    "seen.hours": _hours,
    "seen.hours-assumed": _hours_assumed,
    "seen.length": lambda v: translate("Rules", "全文 {count} 字，超过 {most} 字", **v),
    "seen.many-pictures": lambda v: translate("Rules", "{minutes} 分钟内 {count} 张图片", **v),
    "seen.many-stickers": lambda v: translate("Rules", "{minutes} 分钟内 {count} 个表情", **v),
    "seen.nickname": lambda v: translate("Rules", "昵称「{name}」里留了联系方式", **v),
    "seen.past": _past,
    "seen.quota": _quota,
    "seen.repeat": _repeat,
    "seen.sign": lambda v: translate("Rules", "{zh}", **v),
    "seen.together": lambda v: translate("Rules", "{zh}等 {count} 处", **v),
    "yaml.character": lambda v: translate("Rules", "有不能用的字符。"),
    "yaml.encoding": lambda v: translate("Rules", "文字编码读不懂，请另存为 UTF-8。"),
    "yaml.full-width-colon": lambda v: translate("Rules", "冒号是全角，改成半角冒号即可。"),
    "yaml.key": lambda v: translate("Rules", "名称读不懂。"),
    "yaml.not-count": lambda v: translate("Rules", "「{value}」不是整数，或者小于零。", **v),
    "yaml.not-date": lambda v: translate("Rules", "「{value}」不是日期，请写成 2026-01-20 的样子。", **v),
    "yaml.not-list": lambda v: translate("Rules", "这里应当是一列，每行以「- 」开头。"),
    "yaml.not-mapping": lambda v: translate("Rules", "这里应当写成「名称: 值」。"),
    "yaml.not-number": lambda v: translate("Rules", "「{value}」不是数字。", **v),
    "yaml.not-text": lambda v: translate("Rules", "这里只能写一个值。"),
    "yaml.syntax": lambda v: translate("Rules", "格式读不懂，请核对缩进、引号和冒号。"),
    "yaml.tab": lambda v: translate("Rules", "行首有制表符，请改成空格。"),
    "yaml.too-deep": lambda v: translate("Rules", "层次太深。"),
    "yaml.twice": lambda v: translate("Rules", "「{key}」写了两次。", **v),
    "yaml.unknown-key": lambda v: translate("Rules", "没有「{key}」这一项。", **v),
    "yaml.unknown-value": lambda v: translate("Rules", "不能是「{value}」，可以是：{allowed}。", **v),
}
