"""The sentences of the command line: what it was given and could not read."""

from __future__ import annotations

from moderator_app.i18n import translate
from moderator_app.sentences.base import Sentences

CLI: Sentences = {
    "cli.bad-codes": lambda v: translate("Cli", "codes 应当是一列文字。"),
    "cli.bad-context": lambda v: translate("Cli", "context 应当是一列对象，各有 member、text、at。"),
    "cli.bad-role": lambda v: translate("Cli", "role 不能是「{value}」，可以是 {known}。", **v),
    "cli.bad-strikes": lambda v: translate("Cli", "strikes 要是 0 到 {most} 的整数，这里是 {value}。", **v),
    "cli.bad-time": lambda v: translate(
        "Cli", "「{value}」不是 ISO 8601 的时间，例如 2026-03-01T09:30:00。", **v
    ),
    "cli.no-file": lambda v: translate("Cli", "文件 {file} 打不开（{detail}）。", **v),
    "cli.one-message": lambda v: translate(
        "Cli", "一次只能定一条消息，这里有 {count} 条。请只给要定的那一条。", **v
    ),
    "cli.strictness-or-numbers": lambda v: translate(
        "Cli", "宽严（--strictness）和自定的分数（--violation、--unsure）只能写一样。"
    ),
    "cli.no-joins": lambda v: translate(
        "Cli", '这里没有进群的消息，例如："甲"邀请"乙"加入了群聊。什么也没有添加。'
    ),
    "cli.no-text": lambda v: translate("Cli", "没有要检查的文字。请写在命令后面，或从标准输入送进来。"),
    "cli.not-json": lambda v: translate("Cli", "这一行不是 JSON。"),
    "cli.not-member": lambda v: translate("Cli", "{key} 应当是名字，或带 name、role、strikes 的对象。", **v),
    "cli.not-object": lambda v: translate("Cli", "这一行应当是一个 JSON 对象。"),
    "cli.not-text": lambda v: translate("Cli", "{key} 应当是文字。", **v),
}
