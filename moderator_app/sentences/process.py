"""The sentences of the process: what a removal still needs, and why something could not be done."""

from __future__ import annotations

from moderator_app.i18n import translate
from moderator_app.sentences.base import Sentences, Values, joined, titled, why_text


def _owner_unset(values: Values) -> str:
    return joined(
        translate("Process", "同一天移出超过 {most} 位，要群主同意。", **values),
        translate("Process", "这个群还没有填群主：请先在群的资料里填上。"),
    )


def _free(values: Values) -> Values:
    return titled(titled(values, "group"), "home")


PROCESS: Sentences = {
    "blocked.alias": lambda v: translate(
        "Process", "{member}和黑名单里的{known}同名（别名或群名片）。当时的原因：{why}", **v
    ),
    "blocked.near": lambda v: translate(
        "Process", "{member}和黑名单里的{known}名字相近，请看看是不是同一个人。当时的原因：{why}", **v
    ),
    "blocked.same": lambda v: translate("Process", "{member}和黑名单里的{known}同名。当时的原因：{why}", **v),
    "free-group.linked": lambda v: translate("Process", "「{group}」从此是「{home}」的自由群", **_free(v)),
    "free-group.made": lambda v: translate(
        "Process", "「{home}」还没有自由群，已新建「{group}」", **_free(v)
    ),
    "free-group.to-link": lambda v: translate("Process", "「{group}」会成为「{home}」的自由群", **_free(v)),
    "free-group.to-make": lambda v: translate(
        "Process", "「{home}」还没有自由群，会新建「{group}」", **_free(v)
    ),
    "process.agreed-already": lambda v: translate("Process", "{moderator}已经同意过了。", **v),
    "process.already-proposed": lambda v: translate("Process", "移出{member}已经提请过，正在等人同意。", **v),
    "process.already-so": lambda v: translate("Process", "{member}已经是这样了，没有改动。", **v),
    "process.appealed-already": lambda v: translate("Process", "{member}的这一次已有申诉，还没有处理。", **v),
    "process.bad-days": lambda v: translate("Process", "暂停的天数不能是 {days}。没有记录。", **v),
    "process.bad-task": lambda v: translate(
        "Process", "限时事项「{task}」没有编号，或编号重复。每一项要有自己的 id。", **v
    ),
    "process.bad-until": lambda v: translate("Process", "期限不能是 {value}。没有记录。", **v),
    "process.blocked-already": lambda v: translate("Process", "{member}已经在黑名单里。", **v),
    "process.decided-already": lambda v: translate("Process", "对{member}的处理已经有了结果。", **v),
    "process.done-already": lambda v: translate("Process", "{member}的这一项已经办结。", **v),
    "process.met-already": lambda v: translate("Process", "这些成员的聚会日期没有变化。"),
    "process.names-reporter": lambda v: translate(
        "Process",
        "举报的文字里有举报人的名字（{reporter}）。打包和导出时会涂去；给别人看屏幕以前，请先留意。",
        **v,
    ),
    "process.needs-others": lambda v: translate("Process", "还要 {count} 位管理员同意。", **v),
    "process.needs-others-no-owner": lambda v: translate(
        "Process", "还要 {count} 位管理员同意；群主一人同意也可以，但这个群还没有填群主。", **v
    ),
    "process.needs-others-or-owner": lambda v: translate(
        "Process", "还要 {count} 位管理员同意，或群主{owner}同意。", **v
    ),
    "process.needs-owner": lambda v: translate(
        "Process", "同一天移出超过 {most} 位，要群主{owner}同意。", **v
    ),
    "process.needs-owner-unset": _owner_unset,
    "process.no-amount": lambda v: translate("Process", "没有写金额。没有记录。"),
    "process.no-appeal": lambda v: translate("Process", "{member}的这一次没有待处理的申诉。", **v),
    "process.no-evidence": lambda v: translate("Process", "举报要有一段话或一张截图。没有记录。"),
    "process.no-moderator": lambda v: translate(
        "Process", "还没有填您的名字，不知道是谁同意。请在设置里填上，或写明是哪位管理员。"
    ),
    "process.no-reason": lambda v: translate("Process", "请写明原因。没有记录。"),
    "process.no-such-entry": lambda v: translate("Process", "没有编号为 {id} 的这种记录。", **v),
    "process.no-such-task": lambda v: translate("Process", "群规里没有叫 {task} 的限时事项。", **v),
    "process.no-task": lambda v: translate("Process", "没有写要回复什么。没有记录。"),
    "process.no-time": lambda v: translate("Process", "没有写到什么时候，群规也没有规定。没有记录。"),
    "process.no-words": lambda v: translate("Process", "没有写申诉的话。没有记录。"),
    "process.not-away": lambda v: translate("Process", "{member}就在群里，不用恢复。", **v),
    "process.not-blocked": lambda v: translate("Process", "{member}不在黑名单里。", **v),
    "process.not-for-several": lambda v: translate("Process", "一次只能对多位成员提请移出。没有记录。"),
    "process.not-ready": lambda v: joined(
        translate("Process", "移出{member}还没有得到足够的同意。", **v),
        why_text(v),
        translate("Process", "什么也没有改动。"),
    ),
    "process.outside": lambda v: translate(
        "Process", "{member}已经不在群里，不能移到自由群或暂停。回到群里以后，请先恢复。", **v
    ),
    "process.ready": lambda v: translate("Process", "已得到同意，可以移出。"),
    "process.several-groups": lambda v: translate("Process", "这些成员不在同一个群里。没有记录。"),
    "process.undone": lambda v: translate("Process", "{member}的这一项已经撤销。", **v),
}
