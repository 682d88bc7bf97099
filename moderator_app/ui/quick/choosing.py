"""What the quick check and the main window's pane show alike of a check, and what their keys do with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.session.types import Case, Offer
from moderator_app.system.picture_reader import Looked
from moderator_app.ui.quick import footing, people_words, words
from moderator_app.ui.quick.acting import PICTURE, Done
from moderator_app.ui.quick.filing_keys import FilingKeys
from moderator_app.ui.quick.findings import MOST
from moderator_app.ui.quick.footer import Footer
from moderator_app.ui.quick.header import VerdictHeader
from moderator_app.ui.quick.inline_message import InlineMessage
from moderator_app.ui.quick.keys import Want, Wish
from moderator_app.ui.quick.next_keys import NextKeys
from moderator_app.ui.quick.offers import OfferList
from moderator_app.ui.quick.person_keys import PersonKeys
from moderator_app.ui.quick.ports import CheckSession
from moderator_app.ui.quick.round import Round, RowKind
from moderator_app.ui.quick.ruling_keys import RulingKeys
from moderator_app.ui.quick.who import WhoSection
from moderator_app.ui.theme import theme

_IN_LIST = 2
"""Findings in view below a list of people."""


class Choosing(RulingKeys, NextKeys, FilingKeys, PersonKeys):
    """Mixed into a widget that shows a round in these sections; `show_sections` and `settle` are its own.

    `record_only` is the choice to record without a notice; `ruling` that a clause is being chosen.
    `with_text` tells whether a single message is shown here at all, `with_sheet` whether F1 shows
    the keys.
    """

    with_text: ClassVar[bool] = True
    with_sheet: ClassVar[bool] = True

    latest: Done | None
    record_only: bool
    header: VerdictHeader
    who: WhoSection
    offers: OfferList
    inline: InlineMessage
    footer: Footer
    primary: SignalInstance
    for_all: SignalInstance
    dismissed: SignalInstance
    undo_wanted: SignalInstance
    who_chosen: SignalInstance
    person_wanted: SignalInstance
    show_sections: Callable[..., None]
    say: Callable[..., None]
    set_busy: Callable[[bool], None]
    ask_person: Callable[[], None]
    update_member: Callable[[Case], None]

    def start_choosing(self, session: CheckSession) -> None:
        """Call in the constructor, once the parts are made."""
        self._session = session
        self.case, self.round, self.latest = None, None, None
        self.record_only = self.asking = self.ruling = self.filing = False
        self.looked: Sequence[Looked] = ()
        self._levels: Mapping[str, Level] = {}
        body = self.body
        body.people.chosen.connect(self.choose_row)
        body.people.key_pressed.connect(self._row_key)
        body.who.chosen.connect(self.who_chosen)
        body.who.change_wanted.connect(self.ask_who)
        for part in (body.who, body.newcomers):
            part.listed_wanted.connect(self.see_person)
        body.who.people.moved.connect(self.refresh)
        body.offers.chosen.connect(lambda index: self.obey_in_case(Wish(want=Want.CHOOSE, number=index + 1)))
        body.offers.record_only.connect(lambda: self.obey_in_case(Wish(want=Want.RECORD_ONLY)))
        body.acts.chosen.connect(self._choose_act)
        body.ruling.chosen.connect(lambda _rule: self._rule())
        body.ruling.list.moved.connect(self.refresh)
        body.filing.chosen.connect(lambda _id: self._file())
        body.who.filing_wanted.connect(self.ask_filing)
        for after in (body.again, body.after):
            after.undo_pressed.connect(self.undo_wanted)
        body.findings.grown.connect(self._bring_why)
        grown = (body.talk.grown, body.pictures.grown, body.offers.resized, body.acts.resized)
        for changed in (*grown, body.newcomers.resized, body.ruling.resized):
            changed.connect(self.settle)

    # ---- what is shown

    def show_round(
        self,
        round_: Round,
        *,
        latest: Done | None = None,
        looked: Sequence[Looked] = (),
        levels: Mapping[str, Level] | None = None,
    ) -> None:
        """A checked text, ready to act on; `latest` is what was done last and can be taken back."""
        self.round, self.latest = round_, latest
        self.looked, self._levels = looked, levels or {}
        self.body.pictures.show_looked(looked, self._levels)
        self._show_row()

    def choose_row(self, row: int) -> None:
        """Show another row of the conversation."""
        if self.round is not None:
            self.round.choose(row)
            self._show_row()

    def _bring_why(self) -> None:
        """An explanation was opened or folded: it must be in view also where the rest scrolls."""
        self.settle()
        why = self.body.findings.why
        if why.isVisibleTo(self.body):
            self.body.ensureWidgetVisible(why, 0, theme().px(8))

    def _show_row(self) -> None:
        round_ = self.round
        if round_ is None:
            return
        self.record_only = self.asking = self.ruling = self.filing = False
        person = round_.person
        clean = round_.kind is None
        self.case = person.case if person else round_.case if clean else None
        self.who.begin()
        self.clear_acts()
        self._show_head()
        if self.case is not None:
            self._fill_case(self.case)
        elif round_.kind is RowKind.JOINS:
            self._fill_joins(round_)
        else:
            self.body.talk.show_rest(round_.rest)
        self.inline.say("")
        self.refresh()

    def _show_head(self) -> None:
        round_ = self.round
        assert round_ is not None  # as in `_show_row`
        rulebook = self._session.rulebook(round_.case.group.id)
        if round_.listed:
            level, word, also, extent = people_words.head_of(round_)
            self.header.show_verdict(level, also, extent, word)
            lines = people_words.lines_of(round_, rulebook, self.latest)
            self.body.people.set_lines(lines, round_.row)
        elif self.case is not None:
            case = self.case
            self.header.show_verdict(case.verdict.level, words.headline(case, rulebook), words.extent(case))
        self.header.group.set_group(round_.case.group.title.get(language()))

    def _fill_case(self, case: Case) -> None:
        round_ = self.round
        assert round_ is not None  # as in `_show_row`
        if round_.is_talk and round_.person:
            self.body.talk.show_person(round_.messages(), round_.context())
        else:
            self.body.message.text.set_verdict(case.message.text, case.verdict)
        rulebook = self._session.rulebook(case.group.id)
        self.body.findings.show_case(case, rulebook, most=_IN_LIST if round_.listed else MOST)
        self.offers.show_case(case, listed=round_.listed)
        self.fill_acts(case)
        self._show_again(case)

    def _show_again(self, case: Case) -> None:
        if case.again is not None:
            self.body.again.show_again(
                case.again, self._title(case.again.notice), undoable=self._can_undo(case)
            )

    def _title(self, notice: str) -> str:
        """A notice's title in the language in force; nothing of one that is gone."""
        known = {offer.notice.id: offer.notice for offer in self.case.offers} if self.case else {}
        return known[notice].title.get(language()) if notice in known else notice

    def _can_undo(self, case: Case) -> bool:
        latest = self._session.undoable()
        return latest is not None and case.member is not None and case.member.id in latest.members

    def _fill_joins(self, round_: Round) -> None:
        preview = self._session.join(round_.joins, round_.case.group.id)
        offer = None
        if preview.notice:
            notice = self._session.notice(preview.notice, round_.case.group.id)
            offer = Offer(notice=notice, text=preview.text, problem=preview.problem)
        self.body.newcomers.show_joins(preview, offer)
        if not round_.listed:
            count = len(preview.new)
            known = translate("QuickCheck", "有人进群")
            self.header.show_title(
                translate("QuickCheck", "新成员 {count} 人", count=count) if count else known
            )

    def sections(self) -> list[QWidget]:
        """What is to be seen of the round, from top to bottom."""
        round_, body, case = self.round, self.body, self.case
        if round_ is None:
            return []
        alone = self.ruling or self.filing
        shown: list[QWidget] = [body.people] if round_.listed and not alone else []
        if case is None:
            return [*shown, body.newcomers if round_.kind is RowKind.JOINS else body.talk]
        if round_.is_talk and round_.person:
            text: list[QWidget] = [body.talk]
        else:
            pictured = bool(self.looked) and case.message.text == PICTURE
            text = [body.message] if self.with_text and not pictured else []
        if self.filing:
            return [*text, body.filing]
        if self.ruling:  # on the one message that is decided on
            return [*([body.message] if round_.is_talk else text), body.ruling]
        return [
            *shown,
            *([body.again] if case.again is not None else []),
            *([] if body.who.is_empty else [body.who]),
            *text,
            *([body.pictures] if self.looked else []),
            *([body.findings] if body.findings.count else []),
            *([body.acts] if self.has_acts else []),
            *([body.offers] if case.offers and not self.done else []),
        ]

    def refresh(self) -> None:
        """Who, foot and sections follow the choice."""
        round_ = self.round
        if round_ is None:
            return
        if self.case is not None:
            counting = self.counting
            self.who.show_case(self.case, asking=self.asking, counting=counting, listed=round_.listed)
            if self.done:
                self.who.ladder.hide()  # it told what was to come, and that has come
            self.offers.record_hint.set_accent(self.record_only)
        primary, important = footing.primary_of(self)
        self.footer.set(footing.hints_of(self), primary, important=important)
        self.footer.primary.setEnabled(not self._blocked())
        self.show_sections(*self.sections())

    def _blocked(self) -> bool:
        offer = self.body.newcomers.offer if self.joining else self.offer
        return offer is not None and offer.problem is not None and not self.done

    def update_case(self, case: Case) -> None:
        """The same message for another member: only who, notices and foot change."""
        before, self.case, self.asking = self.case, case, False
        if self.round is not None:
            self.round.update(case)
            self._show_head()
        if before is not None and (before.again is None) == (case.again is None):
            self.offers.update_case(case)
        else:
            self.offers.show_case(case, listed=self.round is not None and self.round.listed)
        self.fill_acts(case)
        self._show_again(case)
        self.inline.say("")
        self.refresh()

    # ---- what is chosen

    @property
    def offer(self) -> Offer | None:
        """The notice that Enter would copy."""
        return None if self.record_only or self.case is None or self.done else self.offers.offer

    @property
    def counting(self) -> bool:
        """Whether Enter would record a strike for somebody, as far as the choice goes."""
        if self.case is None or self.case.verdict.level is Level.OK:
            return False
        return self.record_only or (self.offer is not None and self.offer.counts)

    # ---- keys

    def obey_in_case(self, asked: Wish) -> bool:
        """Do what a key asks of what is shown; False where it means nothing here."""
        want = asked.want
        if self.ruling or self.filing:
            return self._obey_ruling(want) if self.ruling else self._obey_filing(want)
        if want in (Want.UP, Want.DOWN):
            return self._move(1 if want is Want.DOWN else -1)
        if want is Want.PERSON:
            return self.see_person()
        if want is Want.FILE and self.can_file:
            self.ask_filing()
        elif want is Want.WHOLE and self.joining:
            self.body.newcomers.toggle_whole()
        elif want is Want.FOR_ALL and self.round is not None and len(self.round.accused) > 1:
            self.for_all.emit()
        elif self.done and self.obey_acts(asked):
            self.refresh()
        elif self.case is None or self.done:
            return False
        else:
            return self._obey_person(asked)
        return True

    def _obey_person(self, asked: Wish) -> bool:
        want = asked.want
        if want is Want.CHOOSE and asked.number <= self.offers.count:
            self.choose(asked.number - 1)
        elif want is Want.RECORD_ONLY and self.offers.record_hint.isVisibleTo(self.offers):
            self.choose(None)
        elif want is Want.WHOLE:
            self._show_whole()
        elif want in (Want.WHO, Want.WHO_LETTER):
            self.ask_who(asked.letter)
        elif want in (Want.WHY, Want.NOT_WHY) and self.body.findings.can_open:
            self.body.findings.open_next(1 if want is Want.WHY else -1)
        elif want is Want.RULE and self.can_rule:
            self.ask_rule()
        else:
            return False
        return True

    def _move(self, step: int) -> bool:
        if self.who.is_choosing and self.case is not None:
            self.who.people.move_by(step)
        elif self.round is not None and self.round.listed:
            self.choose_row(self.round.row + step)
        else:
            return False
        return True

    def _row_key(self, row: int, keys: str) -> None:
        """The cap in a row was pressed."""
        if keys == "F2":
            self.choose_row(row)
            self.ask_who()
        else:
            self.undo_wanted.emit()

    def choose(self, index: int | None) -> None:
        """Choose a notice; None only records."""
        self.record_only = index is None
        self.body.acts.choose(None)
        self.offers.choose(index)
        self.inline.say("")
        self.refresh()

    def _choose_act(self, index: int) -> None:
        """A step instead of a notice."""
        self.record_only = False
        if self.case is not None and not self.done:
            self.offers.choose(None)
        self.body.acts.choose(index)
        self.refresh()

    def take_primary(self) -> None:
        """Enter: take the person or the clause that is marked, else do what the button says."""
        if self.ruling:
            self._rule()
        elif self.filing:
            self._file()
        elif self.case is not None and self.who.is_choosing and self.who.people.take():
            return
        elif self.next_act is not None:
            self.act_wanted.emit(self.next_act)
        elif self.done and self.round is not None and self.round.go_on():
            self._show_row()
        elif self.footer.primary.isEnabled():
            self.primary.emit(True)
