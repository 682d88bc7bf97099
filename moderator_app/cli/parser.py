"""Builds the parser of the command line with its help in the language in force."""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NoReturn

from moderator_app import __version__
from moderator_app.core.message import Role
from moderator_app.core.roster.member import Status
from moderator_app.core.rules.changes import Mode
from moderator_app.core.rules.rulebook import ClauseLevel
from moderator_app.core.rules.strictness import Strictness
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
    commands = parser.add_subparsers(
        title=translate("Cli", "命令"), dest="command", metavar=translate("Cli", "命令"), parser_class=Parser
    )
    for add in (_check, _notice, _roster, _strike, _void, _undo, _ruling, _group, _rulebook, _upkeep):
        add(commands)
    return parser


def _leaf(commands: Commands, name: str, run: str, help_text: str) -> Parser:
    """One command that does something: `run` is its name in the table of commands."""
    parser = commands.add_parser(name, help=help_text, description=help_text)
    parser.common()
    parser.options.add_argument("--json", action="store_true", help=translate("Cli", "以 JSON 回答"))
    parser.set_defaults(run=run)
    return parser


def _branch(commands: Commands, name: str, help_text: str) -> Commands:
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


def _in_group(parser: Parser) -> None:
    parser.options.add_argument(
        "--group", metavar="G", help=translate("Cli", "群的编号或群规的编号，不写就用当前群")
    )


def _check(commands: Commands) -> None:
    parser = _leaf(commands, "check", "check", translate("Cli", "检查一条消息，什么也不记录"))
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
    _in_group(parser)
    parser.options.add_argument("--member", metavar="NAME", help=translate("Cli", "谁发的"))
    parser.options.add_argument("--at", metavar="ISO", help=translate("Cli", "什么时候发的"))


def _notice(commands: Commands) -> None:
    branch = _branch(commands, "notice", translate("Cli", "告知：列出、查看、复制、修改"))
    _in_group(_leaf(branch, "list", "notice.list", translate("Cli", "列出告知")))
    for name, text in (
        ("show", translate("Cli", "显示一份告知的全文")),
        ("copy", translate("Cli", "把一份告知复制到剪贴板")),
        ("note", translate("Cli", "记下给过一份告知，不复制")),
    ):
        parser = _leaf(branch, name, f"notice.{name}", text)
        _notice_id(parser)
        parser.options.add_argument("--member", metavar="NAME", help=translate("Cli", "给谁"))
        parser.options.add_argument("--quiet", action="store_true", help=argparse.SUPPRESS)
        _in_group(parser)
    for name, text in (
        ("edit", translate("Cli", "换成自己写的文字")),
        ("add", translate("Cli", "添加自己的告知")),
    ):
        parser = _leaf(branch, name, f"notice.{name}", text)
        _notice_id(parser)
        parser.named.add_argument(
            "file", metavar="FILE", help=translate("Cli", "文字所在的文件，- 为标准输入")
        )
        _in_group(parser)
    restore = _leaf(branch, "restore", "notice.restore", translate("Cli", "恢复随附的文字"))
    _notice_id(restore)
    _in_group(restore)


def _notice_id(parser: Parser) -> None:
    parser.named.add_argument("id", metavar="ID", help=translate("Cli", "告知的标题或序号"))


def _roster(commands: Commands) -> None:
    branch = _branch(commands, "roster", translate("Cli", "成员：列出、查看、添加、修改、移除"))
    listing = _leaf(branch, "list", "roster.list", translate("Cli", "列出成员"))
    listing.options.add_argument(
        "--search", metavar="TEXT", default="", help=translate("Cli", "姓名、别名、群名片或拼音")
    )
    _in_group(listing)
    show = _leaf(branch, "show", "roster.show", translate("Cli", "显示一位成员和全部记录"))
    _who(show)
    add = _leaf(branch, "add", "roster.add", translate("Cli", "添加成员"))
    _who(add)
    _member_fields(add)
    edit = _leaf(branch, "edit", "roster.edit", translate("Cli", "修改成员的资料"))
    _who(edit)
    edit.options.add_argument("--name", dest="new_name", metavar="NAME", help=translate("Cli", "新名字"))
    _member_fields(edit)
    _who(_leaf(branch, "remove", "roster.remove", translate("Cli", "从名单移除，记录保留")))
    join = _leaf(branch, "join", "roster.join", translate("Cli", "按进群的消息添加成员，并给出进群告知"))
    join.named.add_argument(
        "text", nargs="?", default="-", metavar="TEXT", help=translate("Cli", "消息；写 - 或不写就读标准输入")
    )
    _in_group(join)


def _who(parser: Parser) -> None:
    parser.named.add_argument("name", metavar="NAME", help=translate("Cli", "成员的名字、别名、群名片或编号"))
    _in_group(parser)


def _member_fields(parser: Parser) -> None:
    parser.options.add_argument("--card", help=translate("Cli", "群名片"))
    parser.options.add_argument(
        "--alias", action="append", metavar="NAME", help=translate("Cli", "别名，可以写多次")
    )
    parser.options.add_argument(
        "--role", choices=[role.value for role in Role], help=translate("Cli", "角色")
    )
    parser.options.add_argument(
        "--status", choices=[status.value for status in Status], help=translate("Cli", "状态")
    )
    parser.options.add_argument("--joined", metavar="DATE", help=translate("Cli", "进群日期"))
    parser.options.add_argument("--notes", help=translate("Cli", "备注"))


def _strike(commands: Commands) -> None:
    parser = _leaf(commands, "strike", "strike", translate("Cli", "给成员记一次，名单里没有就添加"))
    _who(parser)
    parser.options.add_argument(
        "--rule", action="append", metavar="ID", default=[], help=translate("Cli", "违反的条款，可以写多次")
    )
    parser.options.add_argument("--text", metavar="TEXT", default="", help=translate("Cli", "消息原文"))
    parser.options.add_argument(
        "--notice", metavar="ID", default="", help=translate("Cli", "同时给了哪份告知")
    )


def _void(commands: Commands) -> None:
    parser = _leaf(commands, "void", "void", translate("Cli", "作废一次记录，记录和原因都保留"))
    parser.named.add_argument("id", metavar="ID", help=translate("Cli", "记录的编号"))
    parser.options.add_argument("--why", metavar="TEXT", required=True, help=translate("Cli", "原因"))


def _undo(commands: Commands) -> None:
    _leaf(commands, "undo", "undo", translate("Cli", "撤销最后一次操作"))


def _group(commands: Commands) -> None:
    branch = _branch(commands, "group", translate("Cli", "群：列出、查看、添加、换群"))
    _leaf(branch, "list", "group.list", translate("Cli", "列出群"))
    show = _leaf(branch, "show", "group.show", translate("Cli", "显示一个群"))
    show.named.add_argument("id", nargs="?", metavar="ID", help=translate("Cli", "群的编号，不写就是当前群"))
    add = _leaf(branch, "add", "group.add", translate("Cli", "添加群"))
    add.named.add_argument("id", metavar="ID", help=translate("Cli", "群的编号"))
    add.options.add_argument("--title", metavar="TEXT", help=translate("Cli", "群名，不写就用编号"))
    add.options.add_argument("--rulebook", metavar="ID", help=translate("Cli", "用哪份群规"))
    add.options.add_argument("--free-group", metavar="ID", default="", help=translate("Cli", "对应的自由群"))
    use = _leaf(branch, "use", "group.use", translate("Cli", "换成当前群"))
    use.named.add_argument("id", metavar="ID", help=translate("Cli", "群的编号"))


def _rulebook(commands: Commands) -> None:
    branch = _branch(commands, "rulebook", translate("Cli", "群规：列出、查看、校验、试例子、修改"))
    _leaf(branch, "list", "rulebook.list", translate("Cli", "列出群规"))
    show = _leaf(branch, "show", "rulebook.show", translate("Cli", "显示一份群规的条款"))
    show.named.add_argument("id", nargs="?", metavar="ID", help=translate("Cli", "群规的编号"))
    validate = _leaf(
        branch, "validate", "rulebook.validate", translate("Cli", "校验群规文件，指出哪一行有错")
    )
    validate.named.add_argument("files", nargs="+", metavar="FILE", help=translate("Cli", "YAML 文件"))
    test = _leaf(branch, "test", "rulebook.test", translate("Cli", "运行每一条自带的例子"))
    test.named.add_argument("id", nargs="?", metavar="ID", help=translate("Cli", "群规的编号"))
    backtest = _leaf(
        branch, "backtest", "rulebook.backtest", translate("Cli", "用文件或检查历史试群规，什么也不记录")
    )
    backtest.named.add_argument(
        "file", nargs="?", metavar="FILE", help=translate("Cli", "txt、聊天记录、JSONL 或 CSV，不写就用历史")
    )
    backtest.options.add_argument("--clause", metavar="ID", help=translate("Cli", "只看这一条"))
    _in_group(backtest)
    restore = _leaf(branch, "restore", "rulebook.restore", translate("Cli", "恢复随附的条款"))
    _clause(restore)
    _in_group(_leaf(branch, "stats", "rulebook.stats", translate("Cli", "每一条查出多少，后来怎样")))
    _edit(branch)


def _clause(parser: Parser) -> None:
    parser.named.add_argument("clause", metavar="CLAUSE", help=translate("Cli", "条款的编号或标题"))
    _in_group(parser)


def _edit(branch: Commands) -> None:
    """What may be changed in a clause; what may be given several times is gathered in a list."""
    parser = _leaf(branch, "edit", "rulebook.edit", translate("Cli", "修改一条，例句通过才保存"))
    _clause(parser)
    for name, text in (
        ("--title", translate("Cli", "标题")),
        ("--text", translate("Cli", "条文")),
    ):
        parser.options.add_argument(name, metavar="TEXT", help=text)
    for name, kind, text in (
        ("--level", ClauseLevel, translate("Cli", "违规、只询问或提倡")),
        ("--mode", Mode, translate("Cli", "启用、只观察或停用")),
        ("--strictness", Strictness, translate("Cli", "宽、中（随附）或严")),
    ):
        parser.options.add_argument(name, choices=[str(each) for each in kind], help=text)
    for name, text in (
        ("--violation", translate("Cli", "多少分算违规")),
        ("--unsure", translate("Cli", "多少分就询问")),
    ):
        parser.options.add_argument(name, type=points, metavar="N", help=text)
    for name, text in (
        ("--word", translate("Cli", "添加的词，合起来才算")),
        ("--word-alone", translate("Cli", "添加的词，单独就算")),
        ("--drop-word", translate("Cli", "去掉自己添加的词")),
        ("--allow", translate("Cli", "放行的说法")),
        ("--drop-allow", translate("Cli", "去掉自己添加的说法")),
        ("--hit", translate("Cli", "应当查出的例句")),
        ("--miss", translate("Cli", "应当放过的例句")),
        ("--drop-example", translate("Cli", "去掉自己添加的例句")),
    ):
        parser.options.add_argument(name, action="append", default=[], metavar="TEXT", help=text)
    parser.options.add_argument(
        "--dry-run",
        nargs="?",
        const="",
        metavar="FILE",
        help=translate("Cli", "只试不存：例句，再加这个文件，不写就用历史"),
    )


def points(text: str) -> float:
    """A finite number of points above nothing."""
    number = float(text)
    if not 0 < number < math.inf:
        raise ValueError(text)
    return number


def _ruling(commands: Commands) -> None:
    for name, needed, text in (
        ("misjudged", False, translate("Cli", "误判：这句话和差不多的不再算违反")),
        ("violation", True, translate("Cli", "违规：这句话和差不多的今后都算违反")),
    ):
        parser = _leaf(commands, name, name, text)
        parser.named.add_argument("text", metavar="TEXT", help=translate("Cli", "消息；写 - 就读标准输入"))
        rule = translate("Cli", "哪一条") if needed else translate("Cli", "哪一条，不写就是查出的各条")
        parser.options.add_argument("--rule", metavar="ID", required=needed, help=rule)
        parser.options.add_argument("--member", metavar="NAME", help=translate("Cli", "谁发的"))
        _in_group(parser)


def _upkeep(commands: Commands) -> None:
    _leaf(commands, "backup", "backup", translate("Cli", "立即做一份备份"))
    _leaf(commands, "diagnostics", "diagnostics", translate("Cli", "显示版本、路径和数量，不含成员资料"))
