"""The command lines of the whole record: its log, backups, exchange, deletion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moderator_app.cli.grammar import confirmed, family, file, leaf, who
from moderator_app.i18n import translate

if TYPE_CHECKING:
    from moderator_app.cli.grammar import Commands


def add_commands(commands: Commands) -> None:
    """Add these command lines."""
    for each in (_log, _backups, _exchange, _upkeep):
        each(commands)


def _log(commands: Commands) -> None:
    log = leaf(commands, "log", "log", translate("Cli", "全部记录，新的在前"))
    log.named.add_argument(
        "query", nargs="*", metavar="TEXT", help=translate("Cli", "名字、条款、字句、日期，都要有")
    )
    for name, text in (
        ("--since", translate("Cli", "从哪一天起")),
        ("--until", translate("Cli", "到哪一天为止")),
    ):
        log.options.add_argument(name, metavar="DATE", help=text)
    log.options.add_argument("--member", metavar="NAME", help=translate("Cli", "只看这位成员"))
    log.options.add_argument("--limit", type=int, default=50, metavar="N", help=translate("Cli", "最多几项"))
    log.options.add_argument("--group", metavar="G", help=translate("Cli", "只看这个群，不写就是全部"))
    undo = leaf(commands, "undo", "undo", translate("Cli", "撤销最后一次操作，或写明的那一次"))
    undo.named.add_argument(
        "id", nargs="?", metavar="ID", help=translate("Cli", "log 里的编号，或它的开头；不写就是最后一次")
    )
    undo.options.add_argument(
        "--yes", action="store_true", help=translate("Cli", "撤销恢复或导入时，连同之后做的一起")
    )


def _backups(commands: Commands) -> None:
    backup = leaf(commands, "backup", "backup", translate("Cli", "立即做一份备份，或列出备份"))
    backup.named.add_argument(
        "what", nargs="?", choices=("list",), metavar="list", help=translate("Cli", "列出已有的备份")
    )
    restore = leaf(commands, "restore", "restore", translate("Cli", "回到一份备份：先看会失去什么，再确认"))
    file(restore, translate("Cli", "备份的文件，或 backup list 里的名字"))
    confirmed(restore)


def _exchange(commands: Commands) -> None:
    bundle = leaf(commands, "bundle", "bundle", translate("Cli", "把记录写成一个文件，发给另一位管理员"))
    file(bundle, translate("Cli", "写到哪里"))
    bundle.options.add_argument("--group", metavar="G", help=translate("Cli", "只写这个群，不写就是全部"))
    merge = leaf(commands, "merge", "merge", translate("Cli", "并入另一位管理员的记录"))
    file(merge, translate("Cli", "对方用 bundle 写的文件"))
    merge.options.add_argument(
        "--same",
        metavar="NAME",
        action="append",
        default=[],
        help=translate("Cli", "两边的这位是同一个人，可以写多次"),
    )
    for name, text in (
        ("--erase", translate("Cli", "对方已按要求删除的这位，这里也删除，可以写多次")),
        ("--keep", translate("Cli", "对方已按要求删除的这位，这里保留，可以写多次")),
    ):
        merge.options.add_argument(name, metavar="NAME", action="append", default=[], help=text)
    merge.options.add_argument("--dry-run", action="store_true", help=translate("Cli", "只看会并入什么"))
    export = leaf(
        commands, "export", "export", translate("Cli", "导出：.json 是全部，.csv 和 .xlsx 是记录的表格")
    )
    file(export, translate("Cli", "写到哪里：.json、.csv 或 .xlsx"))
    export.options.add_argument(
        "--history", action="store_true", help=translate("Cli", ".json 里连同检查过的消息")
    )
    export.options.add_argument("--group", metavar="G", help=translate("Cli", "表格里只写这个群"))
    reading = leaf(commands, "import", "import", translate("Cli", "把 export 写的 .json 读进新装的程序"))
    file(reading, translate("Cli", "export 写的 .json"))


def _upkeep(commands: Commands) -> None:
    delete = leaf(
        commands, "delete-person", "delete-person", translate("Cli", "应本人要求，真正删除一个人的资料")
    )
    who(delete)
    for name, text in (
        ("--mask", translate("Cli", "把别人话里的这个名字也涂掉，可以写多次")),
        ("--leave", translate("Cli", "别人话里的这个名字不改动，可以写多次")),
    ):
        delete.options.add_argument(name, metavar="NAME", action="append", default=[], help=text)
    confirmed(delete)
    setting = family(commands, "setting", translate("Cli", "设置：查看和更改"))
    leaf(setting, "list", "setting.list", translate("Cli", "列出设置"))
    change = leaf(setting, "set", "setting.set", translate("Cli", "更改一项设置"))
    change.named.add_argument(
        "name", metavar="SETTING", help=translate("Cli", "哪一项，例如 moderator 是您的名字")
    )
    change.named.add_argument("value", metavar="VALUE", help=translate("Cli", "改成什么"))
    leaf(commands, "diagnostics", "diagnostics", translate("Cli", "显示版本、路径和数量，不含成员资料"))
