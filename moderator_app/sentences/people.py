"""The sentences of lists, name cards and silence: why a row is doubtful, what a file is, who went quiet."""

from __future__ import annotations

from moderator_app.i18n import translate
from moderator_app.sentences.base import Sentences, Values, joined, why_text


def _alarm(sentence: str, values: Values) -> str:
    return joined(sentence, translate("People", "列入的原因：{why}。", **values))


PEOPLE: Sentences = {
    "import.alarm-alias": lambda v: _alarm(
        translate("People", "「{name}」是黑名单里{member}的另一个名字。", **v), v
    ),
    "import.alarm-near": lambda v: _alarm(
        translate("People", "「{name}」和黑名单里的{member}很像，请核对。", **v), v
    ),
    "import.alarm-same": lambda v: _alarm(translate("People", "{member}在黑名单里。", **v), v),
    "import.blocked": lambda v: translate("People", "{member}在黑名单里。", **v),
    "import.changed-since": lambda v: translate(
        "People", "看过以后，群里的名单又有了变化。没有导入，请重新读一次再看。"
    ),
    "import.empty": lambda v: translate("People", "这里面没有名字。"),
    "import.long-name": lambda v: translate("People", "这一行超过 {most} 个字，不像名字。", **v),
    "import.near": lambda v: translate("People", "「{name}」和名单里的「{member}」很像，是同一个人吗？", **v),
    "import.no-name": lambda v: translate("People", "这一行没有名字。"),
    "import.nothing-new": lambda v: translate("People", "和名单完全一样，没有要导入的。"),
    "import.one-person": lambda v: translate(
        "People", "第 {rows} 行是同一位：叫法以「{name}」那一行为准，其余的名字记作别名。", **v
    ),
    "import.part": lambda v: translate(
        "People",
        "名单里只有群里 {there} 位中的 {named} 位，像是一部分，不能把其余的都记为已退群。什么也没有导入。",
        **v,
    ),
    "import.proposed": lambda v: joined(
        translate("People", "名单上说{member}已移出，只记为提请。", **v), why_text(v)
    ),
    "import.proposes": lambda v: joined(translate("People", "移出只记为提请。"), why_text(v)),
    "import.other-card": lambda v: translate(
        "People", "名单里也有「{name}」，群名片却是「{card}」，是同一个人吗？", **v
    ),
    "import.other-name": lambda v: translate(
        "People", "群名片和名单里的「{member}」一样，名字却是「{name}」，是同一个人吗？", **v
    ),
    "import.removed": lambda v: translate("People", "{member}已经移出，现在又在名单里。要恢复吗？", **v),
    "import.repeated": lambda v: translate("People", "和第 {row} 行是同一个人。", **v),
    "import.several": lambda v: translate("People", "名单里有 {count} 位「{name}」，请选一位。", **v),
    "import.taken": lambda v: translate("People", "第 {row} 行已经是{member}。", **v),
    "import.two-people": lambda v: translate(
        "People", "名字「{name}」和群名片「{card}」在名单里是两个人，请选一位。", **v
    ),
    "people.cancelled": lambda v: translate("People", "已取消，一切都是原来的样子。"),
    "people.first-words": lambda v: translate(
        "People", "进群 {days} 天还没有说过话（群规是 {limit} 天内）。", **v
    ),
    "people.meetup": lambda v: translate("People", "{since} 之后没有参加过聚会，已 {days} 天。", **v),
    "people.meetup-unknown": lambda v: translate("People", "没有参加过聚会，已 {days} 天。", **v),
    "people.no-notice": lambda v: translate("People", "这个群没有用来提醒的告知，请先在「告知」里写一份。"),
    "people.silent": lambda v: translate(
        "People", "{since} 之后没有说过话，已 {days} 天（群规是 {limit} 天）。", **v
    ),
    "people.silent-unknown": lambda v: translate(
        "People", "{days} 天里没有见过发言（群规是 {limit} 天）。", **v
    ),
    "table.damaged": lambda v: translate(
        "People", "{file} 打不开，可能没有存完整。请在 Excel 里打开它，另存一份再试。", **v
    ),
    "table.encrypted": lambda v: translate(
        "People", "{file} 加了密码。请在 Excel 里去掉密码，另存为 .xlsx 再导入。", **v
    ),
    "table.no-workbook": lambda v: translate(
        "People", "{file} 不是 Excel 表格。请另存为 .xlsx 或 .csv 再导入。", **v
    ),
    "table.not-text": lambda v: translate("People", "{file} 不是表格，也不是文字。", **v),
    "table.old-excel": lambda v: translate(
        "People", "{file} 是旧的 .xls 格式。请在 Excel 里另存为 .xlsx 再导入。", **v
    ),
    "table.too-large": lambda v: translate(
        "People", "{file} 太大了（最多 {most} MB）。请只留下成员名单那张表。", **v
    ),
    "table.too-many-rows": lambda v: translate("People", "一次最多导入 {most} 行，请分成几份。", **v),
    "table.unreadable": lambda v: translate("People", "{file} 打不开（{detail}）。", **v),
    "table.web-page": lambda v: translate(
        "People", "{file} 其实是网页。请在 Excel 里打开它，另存为 .xlsx 再导入。", **v
    ),
}
