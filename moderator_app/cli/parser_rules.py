"""The command lines of groups, rulebooks and rulings."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from moderator_app.cli.grammar import Parser, family, in_group, leaf
from moderator_app.core.rules.changes import Mode
from moderator_app.core.rules.rulebook import ClauseLevel
from moderator_app.core.rules.strictness import Strictness
from moderator_app.i18n import translate

if TYPE_CHECKING:
    from moderator_app.cli.grammar import Commands


def add_commands(commands: Commands) -> None:
    """Add these command lines."""
    for each in (_ruling, _group, _rulebook):
        each(commands)


def _group(commands: Commands) -> None:
    branch = family(commands, "group", translate("Cli", "群：列出、查看、添加、修改、换群"))
    leaf(branch, "list", "group.list", translate("Cli", "列出群"))
    show = leaf(branch, "show", "group.show", translate("Cli", "显示一个群"))
    show.named.add_argument("id", nargs="?", metavar="ID", help=translate("Cli", "群的编号，不写就是当前群"))
    add = leaf(branch, "add", "group.add", translate("Cli", "添加群"))
    add.named.add_argument("id", metavar="ID", help=translate("Cli", "群的编号"))
    add.options.add_argument("--title", metavar="TEXT", help=translate("Cli", "群名，不写就用编号"))
    add.options.add_argument("--rulebook", metavar="ID", help=translate("Cli", "用哪份群规"))
    add.options.add_argument("--free-group", metavar="ID", default="", help=translate("Cli", "对应的自由群"))
    edit = leaf(branch, "edit", "group.edit", translate("Cli", "修改一个群，写空的就清空这一项"))
    edit.named.add_argument("id", metavar="ID", help=translate("Cli", "群的编号"))
    for name, metavar, text in (
        ("--title", "TEXT", translate("Cli", "群名")),
        ("--owner", "NAME", translate("Cli", "群主：一人同意就可以移出成员的那位管理员")),
        ("--free-group", "ID", translate("Cli", "对应的自由群")),
        ("--rulebook", "ID", translate("Cli", "用哪份群规")),
        ("--hours", "22:00-07:30", translate("Cli", "安静时段，代替群规里的")),
    ):
        edit.options.add_argument(name, metavar=metavar, help=text)
    use = leaf(branch, "use", "group.use", translate("Cli", "换成当前群"))
    use.named.add_argument("id", metavar="ID", help=translate("Cli", "群的编号"))


def _rulebook(commands: Commands) -> None:
    branch = family(commands, "rulebook", translate("Cli", "群规：列出、查看、校验、试例子、修改"))
    leaf(branch, "list", "rulebook.list", translate("Cli", "列出群规"))
    show = leaf(branch, "show", "rulebook.show", translate("Cli", "显示一份群规的条款"))
    show.named.add_argument("id", nargs="?", metavar="ID", help=translate("Cli", "群规的编号"))
    validate = leaf(branch, "validate", "rulebook.validate", translate("Cli", "校验群规文件，指出哪一行有错"))
    validate.named.add_argument("files", nargs="+", metavar="FILE", help=translate("Cli", "YAML 文件"))
    test = leaf(branch, "test", "rulebook.test", translate("Cli", "运行每一条自带的例子"))
    test.named.add_argument("id", nargs="?", metavar="ID", help=translate("Cli", "群规的编号"))
    backtest = leaf(
        branch, "backtest", "rulebook.backtest", translate("Cli", "用文件或检查历史试群规，什么也不记录")
    )
    backtest.named.add_argument(
        "file", nargs="?", metavar="FILE", help=translate("Cli", "txt、聊天记录、JSONL 或 CSV，不写就用历史")
    )
    backtest.options.add_argument("--clause", metavar="ID", help=translate("Cli", "只看这一条"))
    in_group(backtest)
    restore = leaf(branch, "restore", "rulebook.restore", translate("Cli", "恢复随附的条款"))
    _clause(restore)
    in_group(leaf(branch, "stats", "rulebook.stats", translate("Cli", "每一条查出多少，后来怎样")))
    _edit(branch)


def _clause(parser: Parser) -> None:
    parser.named.add_argument("clause", metavar="CLAUSE", help=translate("Cli", "条款的编号或标题"))
    in_group(parser)


def _edit(branch: Commands) -> None:
    """What may be changed in a clause; what may be given several times is gathered in a list."""
    parser = leaf(branch, "edit", "rulebook.edit", translate("Cli", "修改一条，例句通过才保存"))
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
        parser = leaf(commands, name, name, text)
        parser.named.add_argument("text", metavar="TEXT", help=translate("Cli", "消息；写 - 就读标准输入"))
        rule = translate("Cli", "哪一条") if needed else translate("Cli", "哪一条，不写就是查出的各条")
        parser.options.add_argument("--rule", metavar="ID", required=needed, help=rule)
        parser.options.add_argument("--member", metavar="NAME", help=translate("Cli", "谁发的"))
        in_group(parser)
