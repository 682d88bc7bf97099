"""The command lines of the process: steps, consent, appeals, reports, fines, tasks, the blocklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moderator_app.cli.grammar import Parser, family, in_group, leaf, names, which, who, why
from moderator_app.cli.parser_roster import strike_of
from moderator_app.i18n import translate

if TYPE_CHECKING:
    from moderator_app.cli.grammar import Commands


def add_commands(commands: Commands) -> None:
    """Add these command lines."""
    for each in (_todo, _steps, _consent, _appeals, _reports, _fines, _tasks, _blocklist):
        each(commands)


def _todo(commands: Commands) -> None:
    in_group(leaf(commands, "todo", "todo", translate("Cli", "等着处理的事")))


def _steps(commands: Commands) -> None:
    branch = family(commands, "step", translate("Cli", "对成员采取一步：移群、暂停、移出、恢复……"))
    for name, text in (
        ("remind", translate("Cli", "记下提醒过")),
        ("warn", translate("Cli", "记下警告过")),
        ("apologise", translate("Cli", "记下请其致歉")),
        ("move", translate("Cli", "移到自由群")),
        ("suspend", translate("Cli", "暂时移出几天")),
    ):
        step = leaf(branch, name, f"step.{name}", text)
        who(step)
        why(step, required=False)
        _for_strike(step)
        if name == "suspend":
            step.options.add_argument(
                "--days", type=int, metavar="N", help=translate("Cli", "几天，0 是没有期限，不写就按群规")
            )
    remove = leaf(branch, "remove", "step.remove", translate("Cli", "移出；群规要别人同意的，就先提请"))
    names(remove)
    why(remove, required=False)
    _for_strike(remove)
    restore = leaf(
        branch,
        "restore",
        "step.restore",
        translate("Cli", "恢复：回到群里；从自由群回来的和移出过的，以前的次数不再计算"),
    )
    who(restore)
    why(restore, required=False)


def _for_strike(parser: Parser) -> None:
    parser.options.add_argument(
        "--strike", metavar="ID", default="", help=translate("Cli", "为哪一次，记录的编号")
    )


def _consent(commands: Commands) -> None:
    in_group(leaf(commands, "pending", "pending", translate("Cli", "等人同意的移出")))
    approve = leaf(commands, "approve", "approve", translate("Cli", "同意提请，可以几项一起"))
    _several(approve)
    decline = leaf(commands, "decline", "decline", translate("Cli", "否决一项提请"))
    which(decline)
    why(decline)
    for parser in (approve, decline):
        parser.options.add_argument(
            "--as",
            dest="moderator",
            metavar="NAME",
            default="",
            help=translate("Cli", "哪位管理员，不写就是您"),
        )
    carry = leaf(commands, "carry-out", "carry-out", translate("Cli", "执行已经得到同意的移出"))
    _several(carry)


def _several(parser: Parser) -> None:
    parser.named.add_argument(
        "ids", nargs="+", metavar="ID", help=translate("Cli", "编号、编号的开头或名字，可以写几项")
    )
    in_group(parser)


def _appeals(commands: Commands) -> None:
    _open_or_all(leaf(commands, "appeals", "appeals", translate("Cli", "成员的申诉")))
    appeal = leaf(commands, "appeal", "appeal", translate("Cli", "记下成员对一次记录的申诉"))
    strike_of(appeal)
    appeal.named.add_argument("text", metavar="TEXT", help=translate("Cli", "成员的话；写 - 就读标准输入"))
    uphold = leaf(commands, "uphold", "uphold", translate("Cli", "申诉后维持这次记录；要作废就用 void"))
    strike_of(uphold)
    why(uphold)


def _reports(commands: Commands) -> None:
    _open_or_all(leaf(commands, "reports", "reports", translate("Cli", "成员的举报，举报人只在这里看得到")))
    report = leaf(commands, "report", "report", translate("Cli", "记下一次举报"))
    who(report)
    report.options.add_argument(
        "--text", metavar="TEXT", default="", help=translate("Cli", "举报的话；写 - 就读标准输入")
    )
    report.options.add_argument(
        "--picture", metavar="FILE", action="append", default=[], help=translate("Cli", "截图，可以写多次")
    )
    report.options.add_argument(
        "--by", metavar="NAME", default="", help=translate("Cli", "举报人，不会进入任何导出和告知")
    )
    close = leaf(commands, "report-close", "report-close", translate("Cli", "办结一次举报"))
    which(close)
    why(close)


def _open_or_all(parser: Parser) -> None:
    parser.options.add_argument("--all", action="store_true", help=translate("Cli", "连同已经办结的"))
    in_group(parser)


def _fines(commands: Commands) -> None:
    branch = family(commands, "fine", translate("Cli", "罚款和红包：只作记录"))
    add = leaf(branch, "add", "fine.add", translate("Cli", "记一笔"))
    who(add)
    add.named.add_argument("amount", metavar="AMOUNT", help=translate("Cli", "金额，例如 50元"))
    why(add, required=False)
    add.options.add_argument("--packet", action="store_true", help=translate("Cli", "是红包"))
    _open_or_all(leaf(branch, "list", "fine.list", translate("Cli", "还没有交的")))
    which(leaf(branch, "paid", "fine.paid", translate("Cli", "记下已经交了")))


def _tasks(commands: Commands) -> None:
    branch = family(commands, "task", translate("Cli", "要成员回复的事"))
    add = leaf(branch, "add", "task.add", translate("Cli", "记一项要回复的事"))
    names(add)
    add.options.add_argument("--text", metavar="TEXT", required=True, help=translate("Cli", "要回复什么"))
    add.options.add_argument(
        "--until", metavar="TIME", help=translate("Cli", "到什么时候，日期或时间，不写就按群规")
    )
    add.options.add_argument(
        "--rule", metavar="ID", default="", help=translate("Cli", "群规里的哪一项限时事项")
    )
    _open_or_all(leaf(branch, "list", "task.list", translate("Cli", "还没有回复的")))
    which(leaf(branch, "done", "task.done", translate("Cli", "记下已经回复")))


def _blocklist(commands: Commands) -> None:
    block = leaf(commands, "block", "block", translate("Cli", "列入黑名单，对所有群有效"))
    who(block)
    why(block)
    unblock = leaf(commands, "unblock", "unblock", translate("Cli", "移出黑名单"))
    who(unblock)
    leaf(commands, "blocked", "blocked", translate("Cli", "黑名单"))
