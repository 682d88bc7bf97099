"""A group that is moderated: its own id, what it is called, and which rulebook holds in it."""

from __future__ import annotations

from dataclasses import dataclass

from moderator_app.core.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One WeChat group; `linked_free_group` is the id of the group that members are moved to."""

    id: str
    title: Wording
    rulebook: str
    linked_free_group: str = ""
