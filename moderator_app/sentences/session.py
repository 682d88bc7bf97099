"""The sentences of the session: what was done, what was undone, what could not be done."""

from __future__ import annotations

from moderator_app.i18n import translate
from moderator_app.sentences.base import Sentences, joined, titled, why_text

SESSION: Sentences = {
    "check.too-long": lambda v: translate(
        "Session", "共 {length} 字，一次最多检查 {most} 字。请只留下要检查的那几条消息。", **v
    ),
    "group.bad-id": lambda v: translate(
        "Session", "「{id}」不能作群的编号：请用字母、数字、汉字和短横，不超过 40 个。", **v
    ),
    "group.exists": lambda v: translate("Session", "编号为「{id}」的群已经有了，请换一个编号。", **v),
    "group.unknown": lambda v: translate("Session", "没有编号为「{id}」的群，也没有这个编号的群规。", **v),
    "join.all-known": lambda v: translate("Session", "这些人都已在名单里。没有改动。"),
    "join.nobody": lambda v: translate("Session", "这里没有新进群的人。没有改动。"),
    "member.ambiguous": lambda v: translate("Session", "名单里有 {count} 位「{name}」，请选一位。", **v),
    "member.bad-field": lambda v: translate("Session", "成员的 {field} 不能是「{value}」。没有保存。", **v),
    "member.consent-needed": lambda v: translate(
        "Session", "这个群移出成员要几个人同意，请用「移出…」提请。{member}的资料没有改动。", **v
    ),
    "member.long-name": lambda v: translate("Session", "名字太长了，最多 {most} 个字。没有保存。", **v),
    "member.no-name": lambda v: translate("Session", "名字不能是空的。没有保存。"),
    "member.nothing-changed": lambda v: translate("Session", "{member}的资料没有改动。", **v),
    "member.twin": lambda v: translate(
        "Session", "名单里已经有名字和群名片都相同的「{member}」。没有重复添加。", **v
    ),
    "member.unknown": lambda v: translate("Session", "名单里没有「{name}」。", **v),
    "member.unknown-field": lambda v: translate("Session", "成员没有 {field} 这一项。没有保存。", **v),
    "rule.already-decided": lambda v: translate("Session", "这句话已经这样记过了，没有重复添加。"),
    "rule.bad-points": lambda v: translate("Session", "没有保存：分数要是大于 0 的数。"),
    "rule.example-hit": lambda v: translate(
        "Session",
        "没有保存：例句「{text}」不该违反「{rule}」，这样改却会判中它（共 {count} 句不通过）。",
        **titled(v, "rule"),
    ),
    "rule.example-not-hit": lambda v: translate(
        "Session",
        "没有保存：例句「{text}」应当违反「{rule}」，这样改就查不出来了（共 {count} 句不通过）。",
        **titled(v, "rule"),
    ),
    "rule.not-changed": lambda v: translate(
        "Session", "条款「{rule}」就是随附的样子，没有改动过。", **titled(v, "rule")
    ),
    "rule.not-there": lambda v: translate("Session", "群规里没有「{rule}」这一条。", **v),
    "rule.nothing-changed": lambda v: translate(
        "Session", "条款「{rule}」没有新的改动。", **titled(v, "rule")
    ),
    "rule.not-text": lambda v: translate(
        "Session", "「{text}」认不出是不是同一个，不能记为例句。请只对有文字的消息这样做。", **v
    ),
    "rule.nothing-found": lambda v: translate("Session", "这条消息没有查出问题，不用记误判。"),
    "rule.unknown": lambda v: translate("Session", "群规里没有「{rule}」这一条。没有记录。", **v),
    "rulebook.clause-off": lambda v: joined(
        translate("Session", "群规 {file} 第 {line} 行（{clause}）：", **v),
        why_text(v),
        translate("Session", "这一条已停用，其余照常。"),
    ),
    "rulebook.no-file": lambda v: translate("Session", "群规文件 {file} 打不开（{detail}）。", **v),
    "rulebook.noted": lambda v: joined(translate("Session", "群规 {file}：", **v), why_text(v)),
    "rulebook.part-off": lambda v: joined(
        translate("Session", "群规 {file} 第 {line} 行：", **v)
        if v["line"]
        else translate("Session", "群规 {file}：", **v),
        why_text(v),
        translate("Session", "这一处没有使用，其余照常。"),
    ),
    "rulebook.replaced": lambda v: joined(
        translate("Session", "群规 {file} 第 {line} 行：", **v),
        why_text(v),
        translate("Session", "已换用随附的群规，您的文件没有动。"),
    ),
    "rulebook.unknown": lambda v: translate("Session", "没有编号为「{id}」的群规。", **v),
    "rulebook.unreadable": lambda v: joined(
        translate("Session", "群规 {file} 第 {line} 行：", **v),
        why_text(v),
        translate("Session", "这份群规没有使用。"),
    ),
    "setting.bad": lambda v: translate("Session", "{name} 不能设成「{value}」。原来的设置没有变。", **v),
    "setting.unknown": lambda v: translate("Session", "没有叫 {name} 的设置。", **v),
    "strike.nobody": lambda v: translate("Session", "没有指明成员，所以没有记录。请先选人，或输入名字。"),
    "undo.nothing": lambda v: translate("Session", "没有可以撤销的操作。"),
    "void.no-reason": lambda v: translate("Session", "作废要写明原因。没有改动。"),
}
