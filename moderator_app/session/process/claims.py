"""What members say: appeals against a strike, and reports about each other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from moderator_app.core.errors import Ambiguous, BadInput, Refused
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import strike_to_void
from moderator_app.core.roster.names import folded
from moderator_app.core.roster.process import Answered, answered, appeals
from moderator_app.core.wording import Reason
from moderator_app.session.actions import LONGEST_KEPT, Action
from moderator_app.session.desk import Desk
from moderator_app.session.fields import newcomer
from moderator_app.session.process.book import Book
from moderator_app.session.process.types import Appeal, AppealState, Report
from moderator_app.session.types import Change


class Claims:
    """The part of the process that hears members."""

    def __init__(self, desk: Desk, book: Book) -> None:
        self._desk = desk
        self._book = book

    # ---- appeals

    def appeal(self, strike_id: str, text: str) -> Change:
        """Put on record what a member says against a strike; one appeal at a time."""
        strike = self._contestable(strike_id)
        if not text.strip():
            raise BadInput("process.no-words")
        if self._open_appeal(strike):
            raise Refused("process.appealed-already", member=strike.name)
        action = Action(self._desk, self._desk.group(strike.group))
        fields = {"target": strike.id, "rules": strike.rules, "message": text.strip()[:LONGEST_KEPT]}
        action.add(EntryKind.APPEALED, self._book.person(strike), **fields)
        return action.done()

    def uphold(self, strike_id: str, why: str) -> Change:
        """The strike stands after the appeal."""
        strike = self._contestable(strike_id)
        if not why.strip():
            raise BadInput("process.no-reason")
        if not self._open_appeal(strike):
            raise Refused("process.no-appeal", member=strike.name)
        action = Action(self._desk, self._desk.group(strike.group))
        fields = {"target": strike.id, "rules": strike.rules, "reason": why.strip()}
        action.add(EntryKind.UPHELD, self._book.person(strike), **fields)
        return action.done()

    def _contestable(self, strike_id: str) -> Entry:
        """A strike that holds; NotFound or Refused says why not."""
        strike = self._book.entry(strike_id, EntryKind.STRIKE)
        return strike_to_void(self._desk.record.entries(strike.group, strike.member), strike_id)

    def _open_appeal(self, strike: Entry) -> bool:
        held = self._book.held(strike.group)
        return any(each.entry.target == strike.id and not each.answer for each in appeals(held))

    def appeals(self, group: str | None, *, open_only: bool = False) -> tuple[Appeal, ...]:
        """The appeals of a group, newest first; all, or those that are not decided."""
        found = reversed(appeals(self._book.held(self._desk.group(group).id)))
        wanted = (each for each in found if not (open_only and each.answer))
        return tuple(appeal for each in wanted if (appeal := self._as_appeal(each)))

    def _as_appeal(self, each: Answered) -> Appeal | None:
        """None where the person's data, or the strike, are gone."""
        member = self._book.person(each.entry)
        about = self._desk.record.entries(each.entry.group, each.entry.member)
        strike = next((entry for entry in about if entry.id == each.entry.target), None)
        if strike is None or not member.name:
            return None
        state = AppealState.OPEN
        if each.answer:
            state = AppealState.VOIDED if each.answer.kind is EntryKind.VOID else AppealState.UPHELD
        return Appeal(entry=each.entry, strike=strike, member=member, state=state, answer=each.answer)

    # ---- reports

    def report(
        self, member: str, *, text: str, pictures: Sequence[Path | bytes], reporter: str, group: str | None
    ) -> Change:
        """Put a report on record; the one it is about is added where nobody has the name."""
        home = self._desk.real_group(group)
        if not text.strip() and not pictures:
            raise BadInput("process.no-evidence")
        who = self._desk.roster.who(member, home)
        if who.same_name:
            raise Ambiguous("member.ambiguous", name=who.name, count=who.same_name)
        person = who.member or newcomer(self._desk.new_id(), home.id, member)
        action = Action(self._desk, self._desk.group(person.group))
        if who.member is None:
            action.change_member(EntryKind.MEMBER_ADDED, None, person)
        entry = action.add(EntryKind.REPORTED, person, message=text.strip()[:LONGEST_KEPT])
        if names(text, reporter):
            action.warn(Reason("process.names-reporter", {"reporter": reporter.strip()}))
        record = self._desk.record

        def keep() -> None:
            action.amend(entry, evidence=record.evidence.keep(entry, pictures))
            if reporter.strip():
                record.reporters.put(entry, reporter.strip())

        return action.done(keep)

    def close_report(self, report_id: str, why: str) -> Change:
        """A report was dealt with."""
        entry = self._book.entry(report_id, EntryKind.REPORTED)
        if not why.strip():
            raise BadInput("process.no-reason")
        found = answered(self._book.held(entry.group), EntryKind.REPORTED)
        if any(each.entry.id == report_id and each.answer for each in found):
            raise Refused("process.done-already", member=entry.name)
        action = Action(self._desk, self._desk.group(entry.group))
        action.add(EntryKind.REPORT_CLOSED, self._book.person(entry), target=report_id, reason=why.strip())
        return action.done()

    def reports(self, group: str | None, *, open_only: bool = False) -> tuple[Report, ...]:
        """The reports of a group, newest first; all, or those that were not dealt with."""
        found = answered(self._book.held(self._desk.group(group).id), EntryKind.REPORTED)
        return tuple(
            self._as_report(each)
            for each in reversed(found)
            if each.entry.name and not (open_only and each.answer)
        )

    def _as_report(self, each: Answered) -> Report:
        record = self._desk.record
        reporter = record.reporters.of(each.entry.id)
        return Report(
            entry=each.entry,
            member=self._book.person(each.entry),
            reporter=reporter,
            pictures=tuple(
                record.evidence.path(name) for name in each.entry.evidence if record.evidence.has(name)
            ),
            open=each.answer is None,
            outcome=each.answer.reason if each.answer else "",
            names_reporter=names(each.entry.message, reporter),
        )


def names(text: str, reporter: str) -> bool:
    """Whether a text gives away who reported."""
    return bool(reporter.strip()) and folded(reporter) in folded(text)
