"""What the people's desk hands to the window and the command line: plain frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from moderator_app.core.roster.columns import Columns, Field
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.importing import ImportRow, RowKind
from moderator_app.core.roster.incoming import Incoming
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.presence import Absence
from moderator_app.core.roster.updating import Difference
from moderator_app.core.text.cards import Card
from moderator_app.core.wording import Reason

__all__ = [
    "Absence",
    "CardRow",
    "Columns",
    "Difference",
    "Field",
    "ImportPreview",
    "ImportRow",
    "Incoming",
    "RowKind",
    "Silent",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """A list as it was read and what it means for the roster; nothing is written yet.

    `table` is the whole list as rows of cells, headings included, one cell a row for a list of names;
    `columns` is what its columns were taken for, and `read_members` takes other ones. `rows` are the
    people. `named` of the `there` members in the group are named by it; where it seems to be the
    `whole` group, or was said to be, `gone` are those of whom it knows nothing. `counts` tells how many
    rows there are of each kind; `version` is that of the session in which they were compared.
    """

    group: Group
    source: str
    table: tuple[tuple[str, ...], ...] = ()
    columns: Columns = field(default_factory=Columns)
    rows: tuple[ImportRow, ...] = ()
    gone: tuple[Member, ...] = ()
    there: int = 0
    named: int = 0
    whole: bool = True
    counts: Mapping[RowKind, int] = field(default_factory=dict)
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """A member whose name card is not as the group asks.

    `card` is what is shown, taken apart by the form that the rulebook asks for; `problem` says what it
    lacks. `reminded` are the times at which they were reminded, oldest first, `most_reminders` how many
    the rulebook allows before more is done (0: it does not say), and `due` is the day by which it has
    to be right (None where the rulebook sets none).
    """

    member: Member
    card: Card
    problem: Reason | None
    reminded: tuple[datetime, ...] = ()
    most_reminders: int = 0
    due: date | None = None

    @property
    def spent(self) -> bool:
        """Whether every reminder that the rulebook allows was given."""
        return 0 < self.most_reminders <= len(self.reminded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """A member who has not spoken, or not come to a meet-up, for longer than the rulebook allows.

    `since` is the day on which they were last heard (or met), None where that is not known: then
    `days` counts from the day on which they joined, or were put on the list. `rule` is the sentence.
    Whoever is `excused_until` a day is only told where that was asked for. `most_reminders` is how many
    the rulebook allows before more is done (0: it does not say).
    """

    member: Member
    absence: Absence
    since: date | None
    days: int
    rule: Reason
    excused_until: date | None = None
    reminded: tuple[datetime, ...] = ()
    most_reminders: int = 0

    @property
    def spent(self) -> bool:
        """Whether every reminder that the rulebook allows was given."""
        return 0 < self.most_reminders <= len(self.reminded)
