"""Everything that a session writes: each deed is one action in the ledger, told to all who listen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from moderator_app.core.errors import Ambiguous, BadInput, NotFound
from moderator_app.core.message import Message
from moderator_app.core.notices.notice import Notice
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.history import effective, in_order, strike_to_void
from moderator_app.core.roster.ladder import StepView
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.names import plain
from moderator_app.core.rules.verdict import Level, Span
from moderator_app.core.text.codes import read_code
from moderator_app.core.wording import Wording
from moderator_app.session import checking
from moderator_app.session.actions import Action, change_of
from moderator_app.session.desk import Desk
from moderator_app.session.fields import newcomer
from moderator_app.session.memory import Remark, bare, remarks_against
from moderator_app.session.types import Case, Change, LastNotice

_GIVEN_LATELY = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Charge:
    """Whom a strike is for, and what for."""

    person: Member
    is_new: bool
    rules: tuple[str, ...]
    message: str
    step: StepView
    spans: tuple[Span, ...] = ()
    case: Case | None = None


class Deeds:
    """The writing half of a session."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # ---- strikes and notices

    def strike(self, case: Case, notice: str, member: str | None) -> Change:
        """Record a strike for the one whom the case is about, and the notice given with it."""
        home = self._desk.real_group(case.group.id)
        charge = self._charge(home, case, member or self._meant(case))
        given = self._desk.notice(notice, home.id) if notice else None
        called = charge.person.name if charge.is_new else charge.person.id
        text = checking.text_for_case(self._desk, given, case, called) if given else ""
        return self._strike(home, [charge], given, text)

    def strike_all(self, cases: Sequence[Case], notice: str) -> Change:
        """Record a strike for each whom a case is about, and one notice for all: one action.

        A person is charged once, for the first of their cases; who cannot be named is left out.
        """
        named = [case for case in cases if checking.called_in(case)]
        if not named:
            raise BadInput("strike.nobody")
        home = self._desk.real_group(named[0].group.id)
        charges: dict[str, _Charge] = {}
        for case in named:
            charge = self._charge(home, case, self._meant(case))
            charges.setdefault(plain(charge.person.name) if charge.is_new else charge.person.id, charge)
        given = self._desk.notice(notice, home.id) if notice else None
        charged = [charge.case for charge in charges.values() if charge.case]
        text = checking.text_for_all(self._desk, given, charged) if given else ""
        return self._strike(home, list(charges.values()), given, text)

    def strike_by_name(
        self, name: str, rules: tuple[str, ...], message: str, notice: str, group: str | None
    ) -> Change:
        """Record a strike for a name, which is added where nobody has it."""
        home = self._desk.real_group(group)
        clauses = tuple(self._clause_id(home, rule) for rule in rules)
        person, is_new = self._person(home, name)
        given = self._desk.notice(notice, home.id) if notice else None
        called = person.name if is_new else person.id
        text = checking.text_on_its_own(self._desk, given, home, called, clauses) if given else ""
        step = checking.step_of(self._desk, home, None if is_new else person, clauses)
        charge = _Charge(person=person, is_new=is_new, rules=clauses, message=message, step=step)
        return self._strike(home, [charge], given, text)

    def _clause_id(self, home: Group, rule: str) -> str:
        """The id of a clause named by its id or its title."""
        for clause in self._desk.library.rulebook_of(home).clauses:
            if rule in (clause.id, clause.title.zh, clause.title.en):
                return clause.id
        raise NotFound("rule.unknown", rule=rule)

    def _person(self, home: Group, wanted: str) -> tuple[Member, bool]:
        """The member that an id or a name means, and whether they are new to the list."""
        if not wanted.strip():
            raise BadInput("strike.nobody")
        who = self._desk.roster.who(wanted, home)
        if who.member is not None:
            return who.member, False
        if who.same_name:
            raise Ambiguous("member.ambiguous", name=who.name, count=who.same_name)
        return newcomer(self._desk.new_id(), home.id, who.name), True

    def _meant(self, case: Case) -> str:
        """The id of whom a case is about; the name where nobody has that id any more."""
        if case.member is None:
            return case.sender
        known = self._desk.record.member(case.member.id)
        return known.id if known else case.member.name

    def _charge(self, home: Group, case: Case, wanted: str) -> _Charge:
        person, is_new = self._person(home, wanted)
        rules = checking.charged_rules(case.verdict)
        return _Charge(
            person=person,
            is_new=is_new,
            rules=rules,
            message=_as_kept(case.message),
            step=checking.step_of(self._desk, home, None if is_new else person, rules),
            spans=checking.charged_spans(case.verdict),
            case=case,
        )

    def _strike(self, home: Group, charges: Sequence[_Charge], given: Notice | None, text: str) -> Change:
        """A strike for each, and the notice that was given with it."""
        action = Action(self._desk, home)
        for charge in charges:
            action.about(self._remarks(charge))
            if charge.is_new:
                action.change_member(EntryKind.MEMBER_ADDED, None, charge.person)
            action.strike(
                charge.person,
                rules=charge.rules,
                message=charge.message,
                spans=charge.spans,
                notice=given.id if given else "",
                step=charge.step,
            )
        called = "、".join(charge.person.name for charge in charges)
        if given:
            to, rules = (charges[0].person, charges[0].rules) if len(charges) == 1 else (None, ())
            action.notice(to, called, notice=given.id, text=text, rules=rules)
        change = action.done()
        if given:
            self._remember(given, text, called, change)
        return change

    def _remarks(self, charge: _Charge) -> list[Remark]:
        """What the history keeps of the messages that a strike is for."""
        if charge.case:
            return remarks_against(charge.case, charge.person.id)
        message = Message(text=charge.message)
        return [
            Remark(
                message=message,
                at=self._desk.now(),
                level=Level.VIOLATION,
                rules=charge.rules,
                member=charge.person.id,
                name=charge.person.name,
            )
        ]

    def note_notice(self, notice: str, member: str | None, case: Case | None, group: str | None) -> Change:
        """Remember that a notice was given without a strike."""
        home = self._desk.real_group(case.group.id if case else group)
        given = self._desk.notice(notice, home.id)
        known = self._meant(case) if case else ""
        who = self._desk.roster.who(member or known, home)
        called = who.member.id if who.member else who.name
        if case:
            text = checking.text_for_case(self._desk, given, case, called)
        else:
            text = checking.text_on_its_own(self._desk, given, home, called)
        action = Action(self._desk, home)
        if case and case.verdict.level is not Level.OK:
            action.about(remarks_against(case, who.member.id if who.member else ""))
        rules = checking.charged_rules(case.verdict) if case else ()
        action.notice(who.member, who.called, notice=given.id, text=text, rules=rules)
        change = action.done()
        self._remember(given, text, who.called, change)
        return change

    def remember_copied(self, notice: str, text: str, member: str, group: str | None) -> None:
        """Keep in mind what was copied without recording it."""
        self._remember(self._desk.notice(notice, group), text, member, None)

    def _remember(self, notice: Notice, text: str, member: str, change: Change | None) -> None:
        count = change.count if change and change.label.code == "did.strike" else None
        self._desk.copied = LastNotice(
            notice=notice, text=text, at=self._desk.now(), member=member, count=count, change=change
        )

    def void(self, strike_id: str, reason: str) -> Change:
        """Let a strike count no longer."""
        if not reason.strip():
            raise BadInput("void.no-reason")
        entry = self._desk.record.entry(strike_id)
        if entry is None:
            raise NotFound("roster.no-such-strike", id=strike_id)
        strike = strike_to_void(self._desk.record.entries(entry.group, entry.member), strike_id)
        action = Action(self._desk, self._desk.group(entry.group))
        action.void(strike, reason.strip())
        return action.done()

    # ---- the notice copied last

    def last_notice(self) -> LastNotice | None:
        """The notice copied last, in this run of the program or, from the record, in an earlier one."""
        if self._desk.copied:
            return self._desk.copied
        return next(self._given_lately(), None)

    def own_notice(self, text: str) -> LastNotice | None:
        """The notice that `text` is, where it was copied here lately."""
        wanted = bare(text)
        if not wanted:
            return None
        if self._desk.copied and bare(self._desk.copied.text) == wanted:
            return self._desk.copied
        return next((last for last in self._given_lately() if bare(last.text) == wanted), None)

    def _given_lately(self) -> Iterator[LastNotice]:
        recent = self._desk.record.recent(self._desk.now() - _GIVEN_LATELY)
        held = effective(recent)
        for entry in held:
            if entry.kind is EntryKind.NOTICE:
                action = in_order(other for other in held if other.action == entry.action)
                yield self._as_last(entry, action)

    def _as_last(self, entry: Entry, action: list[Entry]) -> LastNotice:
        change = change_of(self._desk, action)
        notice = Notice(id=entry.notice, title=Wording(entry.notice), when=Wording(""), text="")
        known = [each for each in self._desk.notices(entry.group) if each.id == entry.notice]
        return LastNotice(
            notice=known[0] if known else notice,
            text=entry.message,
            at=entry.at,
            member=entry.name,
            count=change.count if change.label.code == "did.strike" else None,
            change=change,
        )


def _as_kept(message: Message) -> str:
    """The words of a message, and below them what the codes in its pictures say: the record's evidence."""
    return "\n".join([message.text, *filter(None, (read_code(code).text for code in message.codes))])
