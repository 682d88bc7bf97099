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
    "detector.unknown": lambda v: translate("Rules", "没有叫「{detector}」的检测方法。", **v),
    "ladder.no-action": lambda v: translate("Rules", "这一步没有写措施（action）。"),
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
    "seen.card": lambda v: translate("Rules", "群名片「{card}」不全，应有 {parts} 部分", **v),
    "seen.quota": _quota,
    "seen.repeat": _repeat,
    "seen.sign": lambda v: translate("Rules", "{zh}", **v),
    "seen.together": lambda v: translate("Rules", "{zh}等 {count} 处", **v),
    "yaml.character": lambda v: translate("Rules", "有不能用的字符。"),
    "yaml.encoding": lambda v: translate("Rules", "文字编码读不懂，请另存为 UTF-8。"),
    "yaml.full-width-colon": lambda v: translate("Rules", "冒号是全角，改成半角冒号即可。"),
    "yaml.key": lambda v: translate("Rules", "名称读不懂。"),
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
