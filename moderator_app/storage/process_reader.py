"""The `process` section of a rulebook file: removals, deadlines, tasks."""

from __future__ import annotations

from moderator_app.core.errors import BadInput
from moderator_app.core.roster.history import CLEARING
from moderator_app.core.roster.member import Status
from moderator_app.core.rules.process import Limit, Process, Removal, TaskRule
from moderator_app.storage.clause_reader import choices, count, only, switch, text, wording
from moderator_app.storage.strict_yaml import Tree

_LIMITS = ("card", "first_words", "silence", "meetup")


def process(tree: Tree | None) -> Process:
    """How the group deals with people; what is left out is asked of nobody."""
    if tree is None:
        return Process()
    only(tree, ("removal", "suspend_days", "restore_clears", "tasks", "move_to", *_LIMITS))
    tasks = tree.get("tasks")
    return Process(
        removal=_removal(tree.get("removal")),
        suspend_days=count(tree.get("suspend_days"), 0),
        restore_clears=_clearing(tree.get("restore_clears")),
        tasks=_tasks(tasks.list()) if tasks else (),
        move_to=text(tree, "move_to"),
        **{name: _limit(tree.get(name)) for name in _LIMITS},
    )


def _clearing(tree: Tree | None) -> frozenset[Status]:
    """From where a return begins anew: a list of places, yes for the usual ones, no for none."""
    if tree is not None and isinstance(tree.value, list):
        return choices(Status, tree)
    return CLEARING if switch(tree, default=True) else frozenset()


def _removal(tree: Tree | None) -> Removal:
    if tree is None:
        return Removal()
    only(tree, ("admins", "owner", "owner_above", "explain"))
    return Removal(
        admins=max(1, count(tree.get("admins"), 1)),
        owner=switch(tree.get("owner"), default=True),
        owner_above=count(tree.get("owner_above"), 0),
        explain=switch(tree.get("explain"), default=True),
    )


def _limit(tree: Tree | None) -> Limit:
    if tree is None:
        return Limit()
    only(tree, ("days", "remind"))
    return Limit(days=count(tree.get("days"), 0), remind=count(tree.get("remind"), 0))


def _tasks(items: list[Tree]) -> tuple[TaskRule, ...]:
    found: dict[str, TaskRule] = {}
    for item in items:
        only(item, ("id", "title", "minutes", "days", "same_day", "fine"))
        task_id = text(item, "id")
        if not task_id or task_id in found:
            raise BadInput("process.bad-task", line=item.line, task=task_id)
        found[task_id] = TaskRule(
            id=task_id,
            title=wording(item.get("title")),
            minutes=count(item.get("minutes"), 0),
            days=count(item.get("days"), 0),
            same_day=switch(item.get("same_day"), default=False),
            fine=text(item, "fine"),
        )
    return tuple(found.values())
