"""The sentences of the command line: what it was given and could not read."""

from __future__ import annotations

from moderator_app.i18n import translate
from moderator_app.sentences.base import Sentences

CLI: Sentences = {
    "cli.bad-codes": lambda v: translate("Cli", "codes 应当是一列文字。"),
    "cli.bad-column": lambda v: translate(
        "Cli", "--columns 里的「{value}」不是一种列，可以是：{known}，不读的写 _。", **v
    ),
    "cli.bad-context": lambda v: translate("Cli", "context 应当是一列对象，各有 member、text、at。"),
    "cli.bad-day": lambda v: translate("Cli", "「{value}」不是日期，例如 2026-03-01。", **v),
    "cli.bad-export": lambda v: translate("Cli", "{file} 的结尾要是 .json、.csv 或 .xlsx。", **v),
    "cli.bad-role": lambda v: translate("Cli", "role 不能是「{value}」，可以是 {known}。", **v),
    "cli.bad-strikes": lambda v: translate("Cli", "strikes 要是 0 到 {most} 的整数，这里是 {value}。", **v),
    "cli.bad-table": lambda v: translate("Cli", "{file} 的结尾要是 .csv 或 .xlsx。", **v),
    "cli.bad-time": lambda v: translate(
        "Cli", "「{value}」不是 ISO 8601 的时间，例如 2026-03-01T09:30:00。", **v
    ),
    "cli.bad-value": lambda v: translate(
        "Cli", "「{value}」不能用在这一项：数字写数字，开关写 true 或 false。", **v
    ),
    "cli.part-list": lambda v: translate(
        "Cli",
        "名单里只有群里 {there} 位中的 {named} 位，像是一部分，不能把其余的都记为已退群。什么也没有导入。"
        "真是全部成员，请加上 --whole；只是一部分，请不写 --gone left。",
        **v,
    ),
    "cli.no-columns": lambda v: translate(
        "Cli", "看不出哪一列是名字。请写 --columns，例如 名字,群名片,_。第一行是：{row}", **v
    ),
    "cli.no-file": lambda v: translate("Cli", "文件 {file} 打不开（{detail}）。", **v),
    "cli.no-joins": lambda v: translate(
        "Cli", '这里没有进群的消息，例如："甲"邀请"乙"加入了群聊。什么也没有添加。'
    ),
    "cli.no-row": lambda v: translate("Cli", "名单里没有第「{value}」行。什么也没有导入。", **v),
    "cli.no-mention": lambda v: translate("Cli", "别人的话里没有「{name}」这个名字。没有改动。", **v),
    "cli.no-text": lambda v: translate("Cli", "没有要检查的文字。请写在命令后面，或从标准输入送进来。"),
    "cli.no-twin": lambda v: translate(
        "Cli", "这份记录里没有可能和我们的成员同一人的「{name}」。什么也没有并入。", **v
    ),
    "cli.not-erased": lambda v: translate(
        "Cli", "对方没有删除过「{name}」的资料，或者这里已经没有了。什么也没有并入。", **v
    ),
    "cli.not-json": lambda v: translate("Cli", "这一行不是 JSON。"),
    "cli.not-member": lambda v: translate("Cli", "{key} 应当是名字，或带 name、role、strikes 的对象。", **v),
    "cli.not-object": lambda v: translate("Cli", "这一行应当是一个 JSON 对象。"),
    "cli.not-text": lambda v: translate("Cli", "{key} 应当是文字。", **v),
    "cli.one-message": lambda v: translate(
        "Cli", "一次只能定一条消息，这里有 {count} 条。请只给要定的那一条。", **v
    ),
    "cli.several": lambda v: translate("Cli", "「{name}」有 {count} 项，请写编号的开头几位。", **v),
    "cli.strictness-or-numbers": lambda v: translate(
        "Cli", "宽严（--strictness）和自定的分数（--violation、--unsure）只能写一样。"
    ),
}
