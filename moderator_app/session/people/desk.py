"""`session.people`: members in by the list, name cards kept in order, and who has gone quiet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from moderator_app.core.errors import NotSaved
from moderator_app.core.roster.presence import believed
from moderator_app.session.desk import Desk
from moderator_app.session.memory import Remark
from moderator_app.session.people.arrivals import Arrivals
from moderator_app.session.people.cards import Cards
from moderator_app.session.people.lists import Gone, Lists, Progress
from moderator_app.session.people.reminding import Reminding, Subject
from moderator_app.session.people.silence import Silence
from moderator_app.session.people.types import Absence, CardRow, Columns, ImportPreview, Silent
from moderator_app.session.process.desk import ProcessDesk
from moderator_app.session.types import Change


class PeopleDesk:
    """The members of the open session. Reading writes nothing; each deed is one action and one undo.

    `group` is a group's id, the current one by default.
    """

    def __init__(self, desk: Desk, process: ProcessDesk) -> None:
        self._desk = desk
        arrivals = Arrivals(desk)
        self._reminding = Reminding(desk)
        self._lists = Lists(desk, process)
        self._cards = Cards(desk, arrivals, self._reminding)
        self._silence = Silence(desk, arrivals, self._reminding)

    # ---- lists of members

    def read_members(
        self,
        source: Path | str,
        group: str | None = None,
        *,
        columns: Columns | None = None,
        whole: bool = False,
        progress: Progress | None = None,
    ) -> ImportPreview:
        """What a list of members means for a group; nothing is written.

        `source` is a file (csv, xlsx, txt) or a pasted text: names, a table, a list with name cards.
        `columns` corrects what its columns were taken for; `whole` says that it is all of the group,
        however few of its members it names. BadInput says why it cannot be read and
        what to do; Refused("people.cancelled") where `progress` answers False.
        """
        return self._lists.read(source, group, columns, progress, whole=whole)

    def import_members(
        self,
        preview: ImportPreview,
        decisions: Mapping[int, str] | None = None,
        *,
        gone: Gone = "keep",
        progress: Progress | None = None,
    ) -> Change:
        """Take over what a preview shows, as one action, after a backup.

        `decisions` gives for a row's number a member's id, "new" or "skip"; a doubtful or blocked row
        without one is left out. Several rows for one member are taken together, and `Change.warnings`
        tells it. A removal that the list tells is proposed where others have to agree. Refused where
        nothing is new, where those missing are to have `left` and the list is only a part of the group,
        or, with everything as it was, ("people.cancelled") where `progress` answers False.
        """
        return self._lists.take_over(preview, decisions or {}, gone, progress)

    def export_members(self, path: Path, group: str | None = None, *, language: str = "zh_CN") -> Path:
        """Write the members as a table, .csv or .xlsx by the name's ending, and say where it is.

        No spreadsheet takes a cell for a formula, and reading it in again changes nothing.
        """
        return self._lists.write(self._desk.outside(path), group, language)

    # ---- name cards

    def cards(self, group: str | None = None) -> tuple[CardRow, ...]:
        """The members whose name card is not as the rulebook asks, those first who are longest overdue."""
        return self._cards.rows(self._desk.group(group))

    def cards_text(self, member_ids: Sequence[str]) -> str:
        """The one reminder for these members, with their names; UnknownToken where it must be mended."""
        return self._reminding.text(member_ids, Subject.CARDS)

    def remind_cards(self, member_ids: Sequence[str]) -> Change:
        """Note that these members were reminded of their name cards."""
        return self._reminding.note(member_ids, Subject.CARDS)

    # ---- who has gone quiet

    def silent(self, group: str | None = None, *, excused: bool = False) -> tuple[Silent, ...]:
        """The members silent for longer than the rulebook allows, the longest first.

        With `excused` also those whose leave lasts.
        """
        return self._silence.rows(self._desk.group(group), Absence.SILENT, excused=excused)

    def newcomers(self, group: str | None = None) -> tuple[Silent, ...]:
        """The newcomers who should have said their first words, the longest first."""
        return self._silence.rows(self._desk.group(group), Absence.FIRST_WORDS)

    def meetups(self, group: str | None = None, *, excused: bool = False) -> tuple[Silent, ...]:
        """The members who came to no meet-up for longer than the rulebook allows."""
        return self._silence.rows(self._desk.group(group), Absence.MEETUP, excused=excused)

    def silent_text(self, member_ids: Sequence[str]) -> str:
        """The one reminder for silent members or newcomers, with their names."""
        return self._reminding.text(member_ids, Subject.SILENCE)

    def remind_silent(self, member_ids: Sequence[str]) -> Change:
        """Note that these members were asked to speak up."""
        return self._reminding.note(member_ids, Subject.SILENCE)

    def heard(self, remarks: Sequence[Remark]) -> None:
        """Members spoke in what was checked; what the disk refuses is kept, and written with the next."""
        if not self._desk.record.may_write:
            return
        last: dict[str, datetime] = {}
        for remark in remarks:
            if remark.member:
                at = remark.at.replace(tzinfo=None)
                last[remark.member] = max(at, last.get(remark.member, at))
        with suppress(NotSaved):
            self._desk.record.sightings.add(last)

    def last_heard(self, member_id: str) -> datetime | None:
        """When a member was last heard, as lists, checks and conversations told it; None where none did."""
        member = self._desk.record.member(member_id)
        stated = believed(member.last_seen, self._desk.now()) if member and member.last_seen else None
        return max(filter(None, (stated, self._desk.record.sightings.last(member_id))), default=None)
