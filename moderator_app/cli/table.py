"""Every command by its name, which of them write, and how long the running program may take for one."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from moderator_app.cli import (
    check,
    claims,
    dues,
    exchange,
    lists,
    log,
    notices,
    people,
    record,
    rulebooks,
    rules,
    steps,
    upkeep,
)
from moderator_app.cli.command import Command

COMMANDS: dict[str, Callable[[Command], int]] = {
    "check": check.check,
    "notice.list": notices.notice_list,
    "notice.show": notices.notice_show,
    "notice.copy": notices.notice_copy,
    "notice.note": notices.notice_note,
    "notice.edit": notices.notice_edit,
    "notice.add": notices.notice_add,
    "notice.restore": notices.notice_restore,
    "roster.list": record.roster_list,
    "roster.show": record.roster_show,
    "roster.add": record.roster_add,
    "roster.edit": record.roster_edit,
    "roster.remove": record.roster_remove,
    "roster.join": record.roster_join,
    "roster.import": lists.roster_import,
    "roster.export": lists.roster_export,
    "strike": record.strike,
    "void": record.void,
    "namecards": people.namecards,
    "silent": people.silent,
    "leave": people.leave,
    "met": people.met,
    "same": people.same,
    "link": people.link,
    "conflicts": exchange.conflicts,
    "settle": exchange.settle,
    "todo": steps.todo,
    "step.remind": steps.take,
    "step.warn": steps.take,
    "step.apologise": steps.take,
    "step.move": steps.take,
    "step.suspend": steps.take,
    "step.remove": steps.remove,
    "step.restore": steps.restore,
    "pending": steps.pending,
    "approve": steps.approve,
    "decline": steps.decline,
    "carry-out": steps.carry_out,
    "block": steps.block,
    "unblock": steps.unblock,
    "blocked": steps.blocked,
    "appeals": claims.appeals,
    "appeal": claims.appeal,
    "uphold": claims.uphold,
    "reports": claims.reports,
    "report": claims.report,
    "report-close": claims.report_close,
    "fine.add": dues.fine_add,
    "fine.list": dues.fine_list,
    "fine.paid": dues.fine_paid,
    "task.add": dues.task_add,
    "task.list": dues.task_list,
    "task.done": dues.task_done,
    "group.list": rulebooks.group_list,
    "group.show": rulebooks.group_show,
    "group.add": rulebooks.group_add,
    "group.edit": rulebooks.group_edit,
    "group.use": rulebooks.group_use,
    "rulebook.list": rulebooks.rulebook_list,
    "rulebook.show": rulebooks.rulebook_show,
    "rulebook.validate": rulebooks.rulebook_validate,
    "rulebook.test": rulebooks.rulebook_test,
    "rulebook.backtest": rules.rulebook_backtest,
    "rulebook.edit": rules.rulebook_edit,
    "rulebook.restore": rules.rulebook_restore,
    "rulebook.stats": rules.rulebook_stats,
    "misjudged": rules.misjudged,
    "violation": rules.violation,
    "log": log.log,
    "undo": log.undo,
    "bundle": exchange.bundle,
    "merge": exchange.merge,
    "export": exchange.export,
    "import": exchange.import_all,
    "backup": upkeep.backup,
    "restore": upkeep.restore,
    "delete-person": upkeep.delete_person,
    "setting.list": upkeep.setting_list,
    "setting.set": upkeep.setting_set,
    "diagnostics": upkeep.diagnostics,
}
_READING = frozenset(
    {"check", "bundle", "export", "diagnostics", "todo", "log", "conflicts", "notice.copy", "setting.list"}
    | {"roster.list", "roster.show", "roster.export", "notice.list", "notice.show"}
    | {"pending", "blocked", "appeals", "reports", "fine.list", "task.list", "group.list", "group.show"}
    | {"rulebook.list", "rulebook.show", "rulebook.validate", "rulebook.test"}
    | {"rulebook.backtest", "rulebook.stats"}
)
"""What never writes to the data folder, and so needs nobody's leave."""
_WRITING_WHEN: dict[str, Callable[[Namespace], bool]] = {
    "backup": lambda args: args.what is None,
    "namecards": lambda args: args.remind,
    "silent": lambda args: args.remind,
    "restore": lambda args: args.yes,
    "delete-person": lambda args: args.yes,
    "rulebook.edit": lambda args: args.dry_run is None,
    "roster.import": lambda args: not args.dry_run,
    "merge": lambda args: not args.dry_run,
}
_LONG = frozenset({"backup", "restore", "delete-person", "roster.import", "merge", "import"})


def writes(args: Namespace) -> bool:
    """Whether a command writes to the data folder as it was called."""
    condition = _WRITING_WHEN.get(args.run)
    return args.run not in _READING if condition is None else bool(condition(args))


def patience(args: Namespace) -> float:
    """For how many seconds an answer of the running program is waited for."""
    return 600.0 if args.run in _LONG else 30.0
