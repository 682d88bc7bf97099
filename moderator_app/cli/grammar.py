"""What a command line is made of: a parser that speaks in sentences, commands, and the options they share."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NoReturn

from moderator_app.i18n import LANGUAGES, translate

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction["Parser"]
    Groups = Iterable[argparse._MutuallyExclusiveGroup]


class UsageError(Exception):
    """The command was not written as it must be; `usage` is what to show with it."""

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.usage = usage


class _Help(argparse.HelpFormatter):
    """argparse's help with its one fixed English word in the language in force."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Groups, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, translate("Cli", "用法：") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser that answers a mistake with a sentence instead of ending the program."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - they are argparse's own
        super().__init__(add_help=False, formatter_class=_Help, allow_abbrev=False, **settings)
        self.named = self.add_argument_group(translate("Cli", "参数"))
        self.options = self.add_argument_group(translate("Cli", "选项"))
        self.options.add_argument("-h", "--help", action="help", help=translate("Cli", "显示这份说明"))

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with argparse's message put into words."""
        raise UsageError(_mistake(message), self.format_usage())

    def common(self, default: str | None = argparse.SUPPRESS) -> None:
        """The options that stand before or after any command."""
        self.options.add_argument(
            "--data-dir", metavar="DIR", default=default, help=translate("Cli", "数据文件夹")
        )
        self.options.add_argument(
            "--lang", choices=LANGUAGES, default=default, help=translate("Cli", "语言：zh_CN 或 en")
        )
        self.options.add_argument("--cwd", default=default, help=argparse.SUPPRESS)


def _mistake(message: str) -> str:
    """What argparse found wrong, in the language in force; its own words where it is something rare."""
    told = {
        r"the following arguments are required: (?P<what>.+)": translate("Cli", "还缺少 {what}。"),
        r"unrecognized arguments: (?P<what>.+)": translate("Cli", "不认得 {what}。"),
        r"argument (?P<where>.+?): invalid choice: (?P<what>.+?) \(choose from (?P<known>.+)\)": translate(
            "Cli", "{where} 不能是 {what}，可以是：{known}。"
        ),
        r"argument (?P<where>.+?): expected .*argument.*": translate("Cli", "{where} 后面还缺内容。"),
        r"argument (?P<where>.+?): not allowed with argument (?P<what>.+)": translate(
            "Cli", "{where} 不能和 {what} 同时用。"
        ),
        r"argument (?P<where>.+?): invalid .+ value: (?P<what>.+)": translate(
            "Cli", "{where} 不能是 {what}。"
        ),
    }
    for pattern, sentence in told.items():
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return _filled(sentence, found.groupdict())
    return message


def _filled(sentence: str, values: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda name: values[name[1]], sentence)


def leaf(commands: Commands, name: str, run: str, help_text: str) -> Parser:
    """One command that does something: `run` is its name in the table of commands."""
    parser = commands.add_parser(name, help=help_text, description=help_text)
    parser.common()
    parser.options.add_argument("--json", action="store_true", help=translate("Cli", "以 JSON 回答"))
    parser.set_defaults(run=run)
    return parser


def family(commands: Commands, name: str, help_text: str) -> Commands:
    """A command that only groups others, as `roster` does."""
    parser = commands.add_parser(name, help=help_text, description=help_text)
    parser.common()
    return parser.add_subparsers(
        title=translate("Cli", "命令"),
        dest="subcommand",
        metavar=translate("Cli", "命令"),
        required=True,
        parser_class=Parser,
    )


def in_group(parser: Parser) -> None:
    """Which group is meant."""
    parser.options.add_argument(
        "--group", metavar="G", help=translate("Cli", "群的编号或群规的编号，不写就用当前群")
    )


def who(parser: Parser) -> None:
    """One member."""
    parser.named.add_argument("name", metavar="NAME", help=translate("Cli", "成员的名字、别名、群名片或编号"))
    in_group(parser)


def names(parser: Parser) -> None:
    """One or more members."""
    parser.named.add_argument(
        "names",
        nargs="+",
        metavar="NAME",
        help=translate("Cli", "成员的名字、别名、群名片或编号，可以写几位"),
    )
    in_group(parser)


def which(parser: Parser) -> None:
    """One entry of a list, named as `choosing.entry_id` reads it."""
    parser.named.add_argument(
        "id", metavar="ID", help=translate("Cli", "编号、编号的开头，或成员的名字（只有一项时）")
    )
    in_group(parser)


def why(parser: Parser, *, required: bool = True) -> None:
    """The reason for a deed."""
    parser.options.add_argument(
        "--why", metavar="TEXT", required=required, default="", help=translate("Cli", "原因")
    )


def file(parser: Parser, help_text: str) -> None:
    """One file to read or to write."""
    parser.named.add_argument("file", metavar="FILE", help=help_text)


def confirmed(parser: Parser) -> None:
    """What cannot easily be taken back wants a second word."""
    parser.options.add_argument("--yes", action="store_true", help=translate("Cli", "不再询问"))
