"""A group that is moderated: its own id, what it is called, and which rulebook holds in it."""

from __future__ import annotations

from dataclasses import dataclass

from moderator_app.core.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One WeChat group; `linked_free_group` is the id of the group that members are moved to.

    `owner` is the moderator's name whose word alone decides a removal. `hours` are the group's own
    quiet hours (`22:00-07:30`) in place of the rulebook's, "" where those hold.
    """

    id: str
    title: Wording
    rulebook: str
    linked_free_group: str = ""
    owner: str = ""
    hours: str = ""
