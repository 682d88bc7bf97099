"""Puts the codes of the core into words: reasons, errors, levels, actions, roles, states.

Every room's codes stand in the dict of that room, in alphabetical order. A test fails when a
code is given anywhere in core, storage or session and has no sentence here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from moderator_app.core.errors import ModeratorError
from moderator_app.core.message import Role
from moderator_app.core.notices.tokens import TOKENS
from moderator_app.core.roster.member import Status
from moderator_app.core.rules.verdict import Action, Level
from moderator_app.core.wording import Reason, Value
from moderator_app.i18n import CHINESE, language, translate

Values = Mapping[str, Value]
Sentences = dict[str, Callable[[Values], str]]

_RULES: Sentences = {}

_ROSTER: Sentences = {
    "roster.already-undone": lambda v: translate("Roster", "这一步已经撤销过了。", **v),
    "roster.already-voided": lambda v: translate("Roster", "{member}的这一次已经作废，不再计数。", **v),
    "roster.no-such-strike": lambda v: translate("Roster", "没有编号为 {id} 的违规记录。", **v),
    "roster.nothing-to-undo": lambda v: translate("Roster", "没有可以撤销的操作。", **v),
    "roster.strike-undone": lambda v: translate("Roster", "{member}的这一次已经撤销，不用再作废。", **v),
}


def _rescued(sentence: str, values: Values) -> str:
    """What was done about a damaged file, what was found in it, and where it is now."""
    more = []
    if values.get("added"):
        more.append(translate("Storage", "从原文件中找回了 {added} 条记录。", **values))
    if values.get("kept"):
        more.append(translate("Storage", "原文件留在「隔离」文件夹。"))
    return "".join([sentence, *more]) if language() == CHINESE else " ".join([sentence, *more])


_STORAGE: Sentences = {
    "storage.busy": lambda v: translate(
        "Storage", "另一个程序正在写入 {folder}。请用已经打开的那个窗口，或先把它退出。", **v
    ),
    "storage.damaged": lambda v: translate(
        "Storage", "没有保存：文件 {file} 刚刚被别的程序改坏了。退出再打开，程序会从备份恢复。", **v
    ),
    "storage.disk-full": lambda v: translate(
        "Storage", "没有保存：磁盘已满。原有的记录都在，腾出空间后再保存。", **v
    ),
    "storage.file-in-use": lambda v: translate(
        "Storage", "没有保存：文件 {file} 被别的程序占用。原有的记录都在，关闭那个程序后再保存。", **v
    ),
    "storage.folder-gone": lambda v: translate(
        "Storage", "没有保存：找不到文件夹 {folder}。如果它在移动硬盘或网络盘上，接回来后再保存。", **v
    ),
    "storage.lost": lambda v: _rescued(
        translate("Storage", "文件 {file} 读不出来，也没有可用的备份。", **v), v
    ),
    "storage.newer-schema": lambda v: translate(
        "Storage", "{file} 由更新的程序写成（第 {version} 版，这里懂到第 {known} 版）。请先升级程序。", **v
    ),
    "storage.no-backup": lambda v: translate(
        "Storage", "今天的备份没有做成（{detail}）。记录本身已经保存。", **v
    ),
    "storage.not-allowed": lambda v: translate(
        "Storage", "没有权限读取 {folder} 里的 {file}。什么也没有改动，请让这个账户能读写该文件夹。", **v
    ),
    "storage.opened-for-reading": lambda v: translate(
        "Storage", "没有保存：{folder} 是只读打开的。", **v
    ),
    "storage.read-only": lambda v: translate(
        "Storage", "没有保存：文件夹 {folder} 不能写入。原有的记录都在，可以照常检查和查看。", **v
    ),
    "storage.rescued-backup": lambda v: _rescued(
        translate("Storage", "文件 {file} 打不开，已换用 {when} 的备份。", **v), v
    ),
    "storage.rescued-part": lambda v: _rescued(
        translate("Storage", "文件 {file} 打不开，也没有可用的备份。", **v), v
    ),
    "storage.rescued-previous": lambda v: _rescued(
        translate("Storage", "文件 {file} 打不开，已换用 {when} 的上一版。", **v), v
    ),
    "storage.write-failed": lambda v: translate(
        "Storage", "没有保存：写入 {file} 时出错（{detail}）。原有的记录都在。", **v
    ),
}

def _joined(*sentences: str) -> str:
    """Sentences one after the other, with a blank between them where the language has one."""
    return "".join(sentences) if language() == CHINESE else " ".join(sentences)


def _titled(values: Values, name: str) -> dict[str, Value]:
    """The values with the English title in place of the Chinese one where English is spoken."""
    other = values.get(f"{name}_en")
    return {**values, name: other} if language() != CHINESE and other else {**values}


def _charged(values: Values) -> str:
    """「记张三一次（叫卖）」, without the clause where none was named."""
    named = _titled(values, "rule")
    if not named["rule"]:
        return translate("Session", "记{member}一次", **named)
    return translate("Session", "记{member}一次（{rule}）", **named)


def _given(values: Values) -> str:
    """「告知张三「进群告知」」, or only the notice where it was given to nobody by name."""
    if not values["member"]:
        return translate("Session", "复制「{notice}」", **values)
    return translate("Session", "给{member}的「{notice}」", **values)


_NOTICES: Sentences = {
    "notice.bad-counts": lambda v: translate(
        "Notice", "counts 后面只能写 true 或 false，这里是「{value}」。", **v
    ),
    "notice.bad-order": lambda v: translate("Notice", "order 后面要写一个整数，这里是「{value}」。", **v),
    "notice.empty": lambda v: translate("Notice", "只有开头，没有正文。"),
    "notice.front-matter-open": lambda v: translate("Notice", "开头没有结束，缺少第二行「---」。"),
    "notice.no-front-matter": lambda v: translate("Notice", "第一行应当是「---」，后面写 id 和标题。"),
    "notice.no-id": lambda v: translate("Notice", "开头里没有 id。"),
    "notice.no-text": lambda v: translate("Notice", "告知不能是空的。原来的文字还在。"),
    "notice.not-edited": lambda v: translate("Notice", "「{notice}」就是随附的那一份，没有改动过。", **v),
    "notice.replaced": lambda v: _joined(
        translate("Notice", "告知文件 {file} 第 {line} 行读不懂：", **v),
        reason_text(Reason(str(v["why"]), v)),
        translate("Notice", "已换用随附的那一份，您的文件没有动。"),
    ),
    "notice.twice": lambda v: translate(
        "Notice", "告知文件 {file} 里的「{notice}」已经有了，这一份没有使用。", **v
    ),
    "notice.unknown": lambda v: translate("Notice", "没有叫「{notice}」的告知。", **v),
    "notice.unknown-key": lambda v: translate(
        "Notice", "开头里不认得 {key}，可以写 id、title、title_en、when、when_en、order、counts。", **v
    ),
    "notice.unknown-token": lambda v: translate(
        "Notice",
        "没有复制：第 {line} 行第 {column} 个字的 {braced} 没有内容可填。可以用 {known}。",
        braced=f"{{{v['token']}}}",
        known=" ".join(f"{{{name}}}" for name in TOKENS if not name.isascii()),
        **v,
    ),
    "notice.unreadable": lambda v: translate(
        "Notice", "告知文件 {file} 打不开（{detail}）。已换用随附的那一份，您的文件没有动。", **v
    ),
}

_SESSION: Sentences = {
    "did.group-added": lambda v: translate("Session", "添加群「{group}」", **_titled(v, "group")),
    "did.group-chosen": lambda v: translate("Session", "换到群「{group}」", **_titled(v, "group")),
    "did.member-added": lambda v: translate("Session", "添加{member}", **v),
    "did.member-edited": lambda v: translate("Session", "修改{member}的资料", **v),
    "did.member-removed": lambda v: translate("Session", "从名单移除{member}", **v),
    "did.notice": lambda v: _given(v),
    "did.notice-restored": lambda v: translate("Session", "恢复随附的「{notice}」", **v),
    "did.notice-saved": lambda v: translate("Session", "保存「{notice}」", **v),
    "did.setting": lambda v: translate("Session", "更改设置"),
    "did.strike": lambda v: _charged(v),
    "did.void": lambda v: translate("Session", "作废{member}的一次记录", **v),
    "group.bad-id": lambda v: translate(
        "Session", "「{id}」不能作群的编号：请用字母、数字、汉字和短横，不超过 40 个。", **v
    ),
    "group.exists": lambda v: translate("Session", "编号为「{id}」的群已经有了，请换一个编号。", **v),
    "group.unknown": lambda v: translate("Session", "没有编号为「{id}」的群，也没有这个编号的群规。", **v),
    "member.ambiguous": lambda v: translate("Session", "名单里有 {count} 位「{name}」，请选一位。", **v),
    "member.bad-field": lambda v: translate(
        "Session", "成员的 {field} 不能是「{value}」。没有保存。", **v
    ),
    "member.long-name": lambda v: translate("Session", "名字太长了，最多 {most} 个字。没有保存。", **v),
    "member.no-name": lambda v: translate("Session", "名字不能是空的。没有保存。"),
    "member.nothing-changed": lambda v: translate("Session", "{member}的资料没有改动。", **v),
    "member.twin": lambda v: translate(
        "Session", "名单里已经有名字和群名片都相同的「{member}」。没有重复添加。", **v
    ),
    "member.unknown": lambda v: translate("Session", "名单里没有「{name}」。", **v),
    "member.unknown-field": lambda v: translate("Session", "成员没有 {field} 这一项。没有保存。", **v),
    "rule.unknown": lambda v: translate("Session", "群规里没有「{rule}」这一条。没有记录。", **v),
    "rulebook.clause-off": lambda v: _joined(
        translate("Session", "群规 {file} 第 {line} 行（{clause}）：", **v),
        reason_text(Reason(str(v["why"]), v)),
        translate("Session", "这一条已停用，其余照常。"),
    ),
    "rulebook.part-off": lambda v: _joined(
        translate("Session", "群规 {file} 第 {line} 行：", **v),
        reason_text(Reason(str(v["why"]), v)),
        translate("Session", "这一处没有使用，其余照常。"),
    ),
    "rulebook.unknown": lambda v: translate("Session", "没有编号为「{id}」的群规。", **v),
    "setting.bad": lambda v: translate("Session", "{name} 不能设成「{value}」。原来的设置没有变。", **v),
    "setting.unknown": lambda v: translate("Session", "没有叫 {name} 的设置。", **v),
    "strike.nobody": lambda v: translate("Session", "没有指明成员，所以没有记录。请先选人，或输入名字。"),
    "undo.nothing": lambda v: translate("Session", "没有可以撤销的操作。"),
    "undone.member-added": lambda v: translate("Session", "已撤销：添加{member}", **v),
    "undone.member-edited": lambda v: translate("Session", "已撤销：修改{member}的资料", **v),
    "undone.member-removed": lambda v: translate("Session", "已撤销：从名单移除{member}", **v),
    "undone.notice": lambda v: translate("Session", "已撤销：{what}", what=_given(v)),
    "undone.strike": lambda v: translate("Session", "已撤销：{what}", what=_charged(v)),
    "undone.void": lambda v: translate("Session", "已撤销：作废{member}的一次记录", **v),
    "void.no-reason": lambda v: translate("Session", "作废要写明原因。没有改动。"),
}

_SYSTEM: Sentences = {
    "autostart.not-changed": lambda v: translate("System", "没能更改开机启动：{error}。设置没有变。", **v),
    "clipboard.no-screen": lambda v: translate(
        "System", "这里没有屏幕，也就没有剪贴板。用 notice show 可以直接看到文字。", **v
    ),
    "clipboard.no-tool": lambda v: translate(
        "System", "命令行复制要用到 {tool}，这台电脑上还没有。安装它：sudo apt-get install {tool}", **v
    ),
    "clipboard.not-written": lambda v: translate(
        "System", "没能复制，剪贴板被别的程序占用。什么也没有改动，请再试一次。", **v
    ),
    "hotkey.empty": lambda v: translate("System", "还没有设快捷键。", **v),
    "hotkey.everyday": lambda v: translate(
        "System", "{sequence} 是到处都在用的编辑键，占用了别的程序就不能用它。请加上 Alt 或 Shift。", **v
    ),
    "hotkey.needs-modifier": lambda v: translate(
        "System", "只按 {sequence} 会妨碍打字。请加上 Ctrl 或 Alt。", **v
    ),
    "hotkey.no-display": lambda v: translate("System", "这里没有桌面，用不了快捷键。", **v),
    "hotkey.no-key": lambda v: translate("System", "只有修饰键还不够，请再加一个字母、数字或功能键。", **v),
    "hotkey.no-such-key": lambda v: translate("System", "这个键盘上没有 {key} 键，请换一个组合。", **v),
    "hotkey.off": lambda v: translate("System", "快捷键已在设置里关闭。", **v),
    "hotkey.package-missing": lambda v: translate(
        "System", "第二种方式要用的 keyboard 组件没有装好（{error}）。", **v
    ),
    "hotkey.refused": lambda v: translate(
        "System", "系统没有接受 {sequence}（{error}），请换一个组合。", **v
    ),
    "hotkey.shared": lambda v: translate(
        "System", "{sequence} 也被别的程序占用：这里照样能用，但两边都会响应。换一个组合更稳妥。", **v
    ),
    "hotkey.system": lambda v: translate("System", "{sequence} 归系统使用，请换一个组合。", **v),
    "hotkey.taken": lambda v: (
        translate("System", "{sequence} 已被别的程序占用。原快捷键照旧，请换一个组合。", **v)
        if v.get("kept")
        else translate("System", "{sequence} 已被别的程序占用，请换一个组合。", **v)
    ),
    "hotkey.unknown-key": lambda v: translate("System", "不认识「{key}」这个键。", **v),
    "hotkey.unreadable": lambda v: translate("System", "「{sequence}」读不懂。请写成 Ctrl+Alt+M 这样。", **v),
    "hotkey.wayland": lambda v: translate(
        "System",
        "Wayland 桌面不让程序自己设全局快捷键。请在系统的键盘设置里绑定命令 moderator-app --check",
        **v,
    ),
    "hotkey.wechat": lambda v: translate("System", "{sequence} 是微信自己的快捷键，请换一个组合。", **v),
    "hotkey.x11-in-wayland": lambda v: translate(
        "System",
        "在 Wayland 桌面上，快捷键只在部分窗口里有效。请在系统的键盘设置里绑定命令 moderator-app --check",
        **v,
    ),
    "instance.broken-off": lambda v: translate(
        "System", "正在运行的程序没有答完就断开了，不知道做了没有。请打开窗口看一看再继续。", **v
    ),
    "instance.folder-read-only": lambda v: translate(
        "System", "数据文件夹写不进去，什么也没有改动。请换一个文件夹，或者改一下它的权限。", **v
    ),
    "instance.no-answer": lambda v: translate(
        "System", "正在运行的程序 {seconds} 秒没有回答，不知道做了没有。请打开窗口看一看再继续。", **v
    ),
    "instance.no-socket": lambda v: translate(
        "System", "别的命令暂时找不到这个程序（{error}）。窗口和快捷键照常可用。", **v
    ),
    "instance.running": lambda v: translate("System", "程序已经在运行，用的就是这个数据文件夹。", **v),
    "instance.too-large": lambda v: translate(
        "System", "内容超过 1 MB，没有交给正在运行的程序，什么也没有改动。请分成几次。", **v
    ),
    "instance.unreadable": lambda v: translate(
        "System", "正在运行的程序读不懂这条命令，什么也没有改动。", **v
    ),
    "instance.version": lambda v: translate(
        "System", "正在运行的是另一个版本，什么也没有改动。请先退出它，再运行这一版。", **v
    ),
    "screen.libraries": lambda v: translate(
        "System", "打开窗口还缺系统组件 {packages}。安装它们：{command}", **v
    ),
    "screen.none": lambda v: translate(
        "System", "这里没有屏幕，打不开窗口。命令照常可用：moderator-app --help", **v
    ),
    "screen.unreachable": lambda v: translate(
        "System", "屏幕 {display} 连不上，打不开窗口。命令照常可用：moderator-app --help", **v
    ),
}


def sentences() -> Sentences:
    """Every code that has a sentence."""
    return {**_RULES, **_ROSTER, **_STORAGE, **_NOTICES, **_SESSION, **_SYSTEM}


def reason_text(reason: Reason) -> str:
    """The sentence of a reason in the language in force."""
    for room in (_RULES, _ROSTER, _STORAGE, _NOTICES, _SESSION, _SYSTEM):
        if reason.code in room:
            return room[reason.code](reason.values)
    return " ".join([reason.code, *(f"{name}={value}" for name, value in reason.values.items())])


def error_text(error: ModeratorError) -> str:
    """What went wrong, what was kept, and what to do."""
    return reason_text(error.reason)


def level_text(level: Level) -> str:
    """The word for a verdict."""
    return {
        Level.OK: translate("Level", "没问题"),
        Level.UNSURE: translate("Level", "拿不准"),
        Level.VIOLATION: translate("Level", "违规"),
    }[level]


def action_text(action: Action) -> str:
    """What the ladder asks for, in words."""
    return {
        Action.NONE: translate("Action", "不处理"),
        Action.REMIND: translate("Action", "提醒"),
        Action.WARN: translate("Action", "警告"),
        Action.APOLOGISE: translate("Action", "请其致歉"),
        Action.MOVE: translate("Action", "告知并移到自由群"),
        Action.SUSPEND: translate("Action", "暂时移出"),
        Action.REMOVE: translate("Action", "移出"),
    }[action]


def role_text(role: Role) -> str:
    """The word for a role in the group."""
    return {
        Role.OWNER: translate("Role", "群主"),
        Role.ADMIN: translate("Role", "管理员"),
        Role.PAID: translate("Role", "缴费成员"),
        Role.MEMBER: translate("Role", "成员"),
        Role.ORGANISATION: translate("Role", "协会本身"),
    }[role]


def status_text(status: Status) -> str:
    """Where a member stands, in words."""
    return {
        Status.ACTIVE: translate("Status", "主群成员"),
        Status.FREE_GROUP: translate("Status", "在自由群"),
        Status.SUSPENDED: translate("Status", "暂时移出"),
        Status.REMOVED: translate("Status", "已移出"),
        Status.LEFT: translate("Status", "已退群"),
    }[status]
