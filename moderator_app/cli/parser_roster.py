"""The command lines of members: the list, name cards, silence, strikes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moderator_app.cli.grammar import Parser, family, file, in_group, leaf, names, who, why
from moderator_app.core.message import Role
from moderator_app.core.roster.member import Status
from moderator_app.i18n import translate

if TYPE_CHECKING:
    from moderator_app.cli.grammar import Commands


def add_commands(commands: Commands) -> None:
    """Add these command lines."""
    for each in (_roster, _strike, _void, _away, _who_is_who):
        each(commands)


def _roster(commands: Commands) -> None:
    branch = family(commands, "roster", translate("Cli", "成员：列出、查看、添加、修改、移除、导入、导出"))
    listing = leaf(branch, "list", "roster.list", translate("Cli", "列出成员"))
    listing.options.add_argument(
        "--search", metavar="TEXT", default="", help=translate("Cli", "姓名、别名、群名片或拼音")
    )
    in_group(listing)
    show = leaf(branch, "show", "roster.show", translate("Cli", "显示一位成员和全部记录"))
    who(show)
    add = leaf(branch, "add", "roster.add", translate("Cli", "添加成员"))
    who(add)
    _member_fields(add)
    edit = leaf(branch, "edit", "roster.edit", translate("Cli", "修改成员的资料"))
    who(edit)
    edit.options.add_argument("--name", dest="new_name", metavar="NAME", help=translate("Cli", "新名字"))
    _member_fields(edit)
    who(leaf(branch, "remove", "roster.remove", translate("Cli", "从名单移除，记录保留")))
    _lists(branch)
    join = leaf(branch, "join", "roster.join", translate("Cli", "按进群的消息添加成员，并给出进群告知"))
    join.named.add_argument(
        "text", nargs="?", default="-", metavar="TEXT", help=translate("Cli", "消息；写 - 或不写就读标准输入")
    )
    in_group(join)


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
    parser = leaf(commands, "strike", "strike", translate("Cli", "给成员记一次，名单里没有就添加"))
    who(parser)
    parser.options.add_argument(
        "--rule", action="append", metavar="ID", default=[], help=translate("Cli", "违反的条款，可以写多次")
    )
    parser.options.add_argument("--text", metavar="TEXT", default="", help=translate("Cli", "消息原文"))
    parser.options.add_argument(
        "--notice", metavar="ID", default="", help=translate("Cli", "同时给了哪份告知")
    )


def _void(commands: Commands) -> None:
    parser = leaf(commands, "void", "void", translate("Cli", "作废一次记录，记录和原因都保留"))
    strike_of(parser)
    why(parser)


def strike_of(parser: Parser) -> None:
    """One strike."""
    parser.named.add_argument(
        "id", metavar="ID", help=translate("Cli", "记录的编号，或成员的名字（只有一次有效时）")
    )
    in_group(parser)


def _lists(branch: Commands) -> None:
    """Lists of members read and written."""
    reading = leaf(
        branch, "import", "roster.import", translate("Cli", "导入名单：先看预览，再说怎样处理拿不准的")
    )
    file(reading, translate("Cli", "xlsx、csv、txt，或粘贴的名单；- 为标准输入"))
    reading.options.add_argument(
        "--columns",
        metavar="A,B,…",
        help=translate("Cli", "各列是什么，例如 名字,群名片,_,角色；_ 是不读的列"),
    )
    for name, metavar, text in (
        ("--new", "ROW", translate("Cli", "这一行是新成员，可以写多次")),
        ("--skip", "ROW", translate("Cli", "不导入这一行，可以写多次")),
        ("--is", "ROW=NAME", translate("Cli", "这一行是哪位成员，可以写多次")),
    ):
        reading.options.add_argument(
            name, dest=f"rows_{name[2:]}", action="append", default=[], metavar=metavar, help=text
        )
    reading.options.add_argument(
        "--yes", action="store_true", help=translate("Cli", "其余拿不准的和黑名单里的都不导入")
    )
    reading.options.add_argument(
        "--gone",
        choices=("keep", "left"),
        default="keep",
        help=translate("Cli", "已不在名单里的：保留，或记为已退群"),
    )
    reading.options.add_argument(
        "--whole", action="store_true", help=translate("Cli", "这就是全部成员，哪怕比群里的名单少了许多")
    )
    reading.options.add_argument(
        "--dry-run", action="store_true", help=translate("Cli", "只看预览，什么也不写")
    )
    in_group(reading)
    writing = leaf(branch, "export", "roster.export", translate("Cli", "把名单写成表格"))
    file(writing, translate("Cli", "写到哪里：.csv 或 .xlsx"))
    in_group(writing)


def _away(commands: Commands) -> None:
    """Name cards, silence, leave and meet-ups."""
    for name, text in (
        ("namecards", translate("Cli", "群名片不合格式的成员，和一份提醒")),
        ("silent", translate("Cli", "太久没有发言、新来还没有说话、没有来聚会的成员")),
    ):
        parser = leaf(commands, name, name, text)
        parser.options.add_argument(
            "--remind", action="store_true", help=translate("Cli", "给出一份提醒，并记下提醒过这些成员")
        )
        in_group(parser)
    leave = leaf(commands, "leave", "leave", translate("Cli", "成员请假，到期前不算久未发言"))
    who(leave)
    until = leave.add_mutually_exclusive_group(required=True)
    until.add_argument("--until", metavar="DATE", help=translate("Cli", "到哪一天"))
    until.add_argument("--end", action="store_true", help=translate("Cli", "提前结束请假"))
    why(leave, required=False)
    met = leaf(commands, "met", "met", translate("Cli", "记下来参加聚会的成员"))
    names(met)
    met.options.add_argument("--day", metavar="DATE", help=translate("Cli", "哪一天，不写就是今天"))


def _who_is_who(commands: Commands) -> None:
    """Who is the same person, and which of two values holds."""
    same = leaf(commands, "same", "same", translate("Cli", "同一个群里的两位是同一个人：次数算在一起"))
    _two(same)
    same.options.add_argument(
        "--not", dest="apart", action="store_true", help=translate("Cli", "不是同一个人，以后不再问")
    )
    same.options.add_argument("--other-group", metavar="G", help=translate("Cli", "后一位在哪个群"))
    link = leaf(commands, "link", "link", translate("Cli", "两个群里的两位是同一个人：次数分开算"))
    _two(link)
    link.options.add_argument("--other-group", metavar="G", help=translate("Cli", "后一位在哪个群"))
    link.options.add_argument("--off", action="store_true", help=translate("Cli", "不再连起来"))
    in_group(leaf(commands, "conflicts", "conflicts", translate("Cli", "两位管理员改得不同的资料")))
    settle = leaf(commands, "settle", "settle", translate("Cli", "两种写法里选定一种"))
    who(settle)
    settle.named.add_argument("field", metavar="FIELD", help=translate("Cli", "哪一项，conflicts 里写着"))
    settle.named.add_argument(
        "choice", choices=("ours", "theirs"), help=translate("Cli", "用自己的，或对方的")
    )


def _two(parser: Parser) -> None:
    for name in ("name", "other"):
        parser.named.add_argument(
            name, metavar="NAME", help=translate("Cli", "成员的名字、别名、群名片或编号")
        )
    in_group(parser)
