"""What deleting a person means, counted before it is done: what goes, what stays, where they are named."""

from __future__ import annotations

from dataclasses import dataclass

from moderator_app.core.roster.group import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name that stands in what others said, and stays there unless it is masked everywhere.

    `count` is in how many messages; `places` are the first of them, each cut to what is around the name.
    """

    name: str
    count: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """How much of a person is kept: what would go, and in `mentions` and `own_texts` what would stay.

    `checks` are the messages in the history of checks, `reports` those that they made of others,
    `examples` what they said in changes to rules. `strikes` are the strikes among the `entries`.
    `own_texts` are the user's own notices and rulebooks that name them, which nobody but the user changes.
    """

    entries: int
    strikes: int
    pictures: int
    checks: int
    reports: int
    examples: int
    mentions: tuple[Mention, ...] = ()
    own_texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """What deleting a person means: whom, what of them goes, and what stays unless it is told otherwise.

    `people` are the groups where they are known and how they are shown there, in all of which they go.
    `traces` counts what goes and what stays; `mask` are those names in its mentions that hardly mean
    anything else and that nobody else bears, so that they can be made unreadable everywhere.
    `backups` is how many backups are searched.
    """

    member: str
    name: str
    people: tuple[tuple[Group, str], ...]
    traces: Traces
    mask: tuple[str, ...]
    backups: int
