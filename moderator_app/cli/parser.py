"""Builds the parser of the command line with its help in the language in force."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from moderator_app import __version__
from moderator_app.cli import parser_process, parser_record, parser_roster, parser_rules
from moderator_app.cli.grammar import Parser, family, in_group, leaf
from moderator_app.i18n import translate

if TYPE_CHECKING:
    from moderator_app.cli.grammar import Commands


def build() -> Parser:
    """The whole command line."""
    parser = Parser(prog="moderator-app", description=translate("Cli", "群管助手：不写命令就打开窗口。"))
    parser.common(default=None)
    parser.options.add_argument(
        "--version",
        action="version",
        version=f"moderator-app {__version__}",
        help=translate("Cli", "显示版本"),
    )
    parser.options.add_argument("--check", action="store_true", help=translate("Cli", "打开窗口并检查剪贴板"))
    parser.options.add_argument(
        "--hidden", action="store_true", help=translate("Cli", "只在托盘里启动，不打开窗口")
    )
    commands = parser.add_subparsers(
        title=translate("Cli", "命令"), dest="command", metavar=translate("Cli", "命令"), parser_class=Parser
    )
    for add in (
        _check,
        _notice,
        parser_roster.add_commands,
        parser_process.add_commands,
        parser_rules.add_commands,
        parser_record.add_commands,
    ):
        add(commands)
    return parser


def _check(commands: Commands) -> None:
    parser = leaf(commands, "check", "check", translate("Cli", "检查一条消息，什么也不记录"))
    parser.named.add_argument(
        "text", nargs="?", metavar="TEXT", help=translate("Cli", "消息；写 - 或不写就读标准输入")
    )
    parser.options.add_argument(
        "--jsonl", metavar="FILE", help=translate("Cli", "逐行检查 JSONL 文件，- 为标准输入")
    )
    parser.options.add_argument(
        "--picture",
        metavar="FILE",
        action="append",
        default=[],
        help=translate("Cli", "连同图片里的二维码一起检查，可以写多次"),
    )
    in_group(parser)
    parser.options.add_argument("--member", metavar="NAME", help=translate("Cli", "谁发的"))
    parser.options.add_argument("--at", metavar="ISO", help=translate("Cli", "什么时候发的"))


def _notice(commands: Commands) -> None:
    branch = family(commands, "notice", translate("Cli", "告知：列出、查看、复制、修改"))
    in_group(leaf(branch, "list", "notice.list", translate("Cli", "列出告知")))
    for name, text in (
        ("show", translate("Cli", "显示一份告知的全文")),
        ("copy", translate("Cli", "把一份告知复制到剪贴板")),
        ("note", translate("Cli", "记下给过一份告知，不复制")),
    ):
        parser = leaf(branch, name, f"notice.{name}", text)
        _notice_id(parser)
        parser.options.add_argument("--member", metavar="NAME", help=translate("Cli", "给谁"))
        parser.options.add_argument("--quiet", action="store_true", help=argparse.SUPPRESS)
        in_group(parser)
    for name, text in (
        ("edit", translate("Cli", "换成自己写的文字")),
        ("add", translate("Cli", "添加自己的告知")),
    ):
        parser = leaf(branch, name, f"notice.{name}", text)
        _notice_id(parser)
        parser.named.add_argument(
            "file", metavar="FILE", help=translate("Cli", "文字所在的文件，- 为标准输入")
        )
        in_group(parser)
    restore = leaf(branch, "restore", "notice.restore", translate("Cli", "恢复随附的文字"))
    _notice_id(restore)
    in_group(restore)


def _notice_id(parser: Parser) -> None:
    parser.named.add_argument("id", metavar="ID", help=translate("Cli", "告知的标题或序号"))
