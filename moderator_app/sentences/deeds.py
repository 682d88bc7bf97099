"""The names of what was done, for the toast, the status line and 撤销; each has its undoing."""

from __future__ import annotations

from collections.abc import Callable

from moderator_app.core.rules.verdict import Action
from moderator_app.core.wording import Wording
from moderator_app.i18n import language, translate
from moderator_app.sentences.base import Sentences, Values, titled
from moderator_app.sentences.words import action_text


def _charged(values: Values) -> str:
    """「记张三一次（叫卖）」, without the clause where none was named."""
    named = titled(values, "rule")
    if not named["rule"]:
        return translate("Session", "记{member}一次", **named)
    return translate("Session", "记{member}一次（{rule}）", **named)


def _given(values: Values) -> str:
    """「告知张三「进群告知」」, or only the notice where it was given to nobody by name."""
    if not values["member"]:
        return translate("Session", "复制「{notice}」", **values)
    return translate("Session", "给{member}的「{notice}」", **values)


def _welcomed(values: Values) -> str:
    """「欢迎甲、乙（2 位）」, with the names as far as they go on one line."""
    members = str(values["members"])
    if len(members) > _MOST_NAMES:
        return translate("Session", "添加新成员 {count} 位", **values)
    return translate("Session", "添加新成员{members}", **values)


def _charged_several(values: Values) -> str:
    return translate("Session", "给 {count} 位成员各记一次", **values)


def _merged(values: Values) -> str:
    if not values["members"]:
        told = translate("Session", "合并记录（{count} 条）", **values)
    else:
        told = translate("Session", "合并{members}的记录（{count} 条）", **values)
    if not values.get("erased"):
        return told
    return translate("Session", "{told}，删除 {count} 位的资料", told=told, count=values["erased"])


def _misjudged(values: Values) -> str:
    return translate("Session", "把「{excerpt}」记为误判（{rule}）", **titled(values, "rule"))


def _breach(values: Values) -> str:
    return translate("Session", "把「{excerpt}」记为违反「{rule}」", **titled(values, "rule"))


def _rule_restored(values: Values) -> str:
    return translate("Session", "恢复随附的条款「{rule}」", **titled(values, "rule"))


def _rule_saved(values: Values) -> str:
    return translate("Session", "保存条款「{rule}」的改动", **titled(values, "rule"))


def _step(values: Values) -> dict[str, str]:
    return {"what": action_text(Action(str(values["step"]))), "member": _people(values)}


def _people(values: Values) -> str:
    """One member by name; of several the first two, and how many they are."""
    names = str(values.get("members", "")).split("、")
    count = int(values.get("count", 1))
    if count < _SEVERAL or len(names) < _SEVERAL:
        return str(values["member"])
    first = translate("Session", "、").join(names[:2])
    return translate("Session", "{names}等 {count} 位", names=first, count=count)


def _carried_out(values: Values) -> str:
    return translate("Session", "{what}：{member}", **_step(values))


def _proposed(values: Values) -> str:
    return translate("Session", "提请{what}：{member}", **_step(values))


def setting_text(name: str) -> str:
    """What a setting is called on its page."""
    return {
        "language": translate("Settings", "语言"),
        "theme": translate("Settings", "外观"),
        "scale": translate("Settings", "文字大小"),
        "hotkey": translate("Settings", "快捷键"),
        "hotkey_backend": translate("Settings", "听取方式"),
        "hotkey_paused": translate("Settings", "暂停快捷键"),
        "autostart": translate("Settings", "登录时启动"),
        "moderator": translate("Settings", "经手人"),
        "history_days": translate("Settings", "检查过的消息"),
        "history_text": translate("Settings", "连同原文"),
    }.get(name, name)


def in_group(what: str, group: Wording | None) -> str:
    """What was done, and in which group where it has to be said."""
    if group is None:
        return what
    return translate("Session", "{what}（{group}）", what=what, group=group.get(language()))


_MOST_NAMES = 40
_SEVERAL = 2

DEEDS: Sentences = {
    "did.agreed": lambda v: translate("Session", "同意对{member}的处理", **v),
    "did.answered": lambda v: translate("Session", "记下{member}已回复", **v),
    "did.appealed": lambda v: translate("Session", "记下{member}的申诉", **v),
    "did.apart": lambda v: translate("Session", "记下{member}不是另一位同名的人", **v),
    "did.back": lambda v: translate("Session", "恢复{member}", **v),
    "did.blocked": lambda v: translate("Session", "把{member}列入黑名单", **v),
    "did.breach": _breach,
    "did.carried-out": _carried_out,
    "did.changed": lambda v: translate("Session", "修改{thing}", **v),
    "did.declined": lambda v: translate("Session", "否决对{member}的处理", **v),
    "did.erased": lambda v: translate("Session", "删除一位成员的资料"),
    "did.fine": lambda v: translate("Session", "记{member}罚款 {amount}", **v),
    "did.group-added": lambda v: translate("Session", "添加群「{group}」", **titled(v, "group")),
    "did.group-chosen": lambda v: translate("Session", "换到群「{group}」", **titled(v, "group")),
    "did.group-edited": lambda v: translate("Session", "修改群「{group}」", **titled(v, "group")),
    "did.import": lambda v: translate("Session", "导入名单（{count} 位）", **v),
    "did.import-heard": lambda v: translate("Session", "记下 {count} 位成员最近发言的日子", **v),
    "did.leave": lambda v: translate("Session", "记下{member}的请假", **v),
    "did.import-all": lambda v: translate("Session", "导入整份记录（{count} 条）", **v),
    "did.linked": lambda v: translate("Session", "把{member}和另一个群的同一人连起来", **v),
    "did.member-added": lambda v: translate("Session", "添加{member}", **v),
    "did.member-edited": lambda v: translate("Session", "修改{member}的资料", **v),
    "did.member-removed": lambda v: translate("Session", "从名单移除{member}", **v),
    "did.met": lambda v: translate("Session", "记下 {count} 位成员参加了聚会", **v),
    "did.merge": _merged,
    "did.misjudged": _misjudged,
    "did.move": lambda v: translate("Session", "把{member}移到自由群", **v),
    "did.notice": _given,
    "did.notice-restored": lambda v: translate("Session", "恢复随附的「{notice}」", **v),
    "did.notice-saved": lambda v: translate("Session", "保存「{notice}」", **v),
    "did.packet": lambda v: translate("Session", "记{member}一个红包：{amount}", **v),
    "did.paid": lambda v: translate("Session", "记下{member}已交 {amount}", **v),
    "did.proposed": _proposed,
    "did.remind-cards": lambda v: translate("Session", "提醒 {count} 位成员改群名片", **v),
    "did.remind-silent": lambda v: translate("Session", "提醒 {count} 位成员说句话", **v),
    "did.report-closed": lambda v: translate("Session", "办结关于{member}的举报", **v),
    "did.reported": lambda v: translate("Session", "记下关于{member}的举报", **v),
    "did.restore": lambda v: translate("Session", "回到 {day} 的备份", **v),
    "did.restored": lambda v: translate("Session", "恢复{member}", **v),
    "did.rule-restored": _rule_restored,
    "did.rule-saved": _rule_saved,
    "did.same": lambda v: translate("Session", "把{member}的两份记录当作一个人", **v),
    "did.setting": lambda v: translate("Session", "更改设置：{what}", what=setting_text(str(v["name"]))),
    "did.settled": lambda v: translate("Session", "选定{member}的资料", **v),
    "did.strike": _charged,
    "did.strikes": _charged_several,
    "did.task": lambda v: translate("Session", "给{members}记一项要回复的事", **v),
    "did.unblocked": lambda v: translate("Session", "把{member}移出黑名单", **v),
    "did.upheld": lambda v: translate("Session", "申诉后维持{member}的记录", **v),
    "did.void": lambda v: translate("Session", "作废{member}的一次记录", **v),
    "did.welcome": _welcomed,
}


def _of_somebody(told: Callable[[Values], str]) -> Callable[[Values], str]:
    """The same also of a person whose data were deleted since: what named them is told in other words."""
    return lambda values: told({**values, **_nobody()} if values.get("gone") else values)


def _nobody() -> dict[str, str]:
    who = translate("Session", "一位资料已删除的成员")
    return {"member": who, "members": who, "excerpt": "…", "amount": "…"}


DEEDS.update({code: _of_somebody(told) for code, told in DEEDS.items()})


def _undone(told: Callable[[Values], str]) -> Callable[[Values], str]:
    return lambda values: translate("Session", "已撤销：{what}", what=told(values))


DEEDS.update(
    {code.replace("did.", "undone."): _undone(told) for code, told in DEEDS.items() if code[:4] == "did."}
)
