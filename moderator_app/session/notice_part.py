"""The part of the session that is about notices: listed, filled in, edited, counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from moderator_app.core.notices.notice import Notice
from moderator_app.core.wording import Wording
from moderator_app.session import checking
from moderator_app.session.deeds import Deeds
from moderator_app.session.desk import Desk
from moderator_app.session.housekeeping import Housekeeping
from moderator_app.session.statistics import Figures, figures
from moderator_app.session.types import Case, Change, LastNotice, NoticeUse


class NoticePart:
    """What a session does with notices."""

    _desk: Desk
    _deeds: Deeds
    _keeping: Housekeeping

    def notices(self, group: str | None = None) -> tuple[Notice, ...]:
        """The notices of a group in their order."""
        return self._desk.notices(group)

    def notice(self, notice: str, group: str | None = None) -> Notice:
        """A notice by id, title or number in the list; NotFound where there is none."""
        return self._desk.notice(notice, group)

    def notice_text(
        self, notice: str, member: str | None = None, *, case: Case | None = None, group: str | None = None
    ) -> str:
        """The text as it would be copied; raises UnknownToken where the notice must be mended."""
        found = self._desk.notice(notice, case.group.id if case else group)
        if case is None:
            return checking.text_on_its_own(self._desk, found, self._desk.group(group), member or "")
        known = (case.member.id if case.member else case.sender) if member is None else member
        return checking.text_for_case(self._desk, found, case, known)

    def notice_text_for_all(self, cases: Sequence[Case], notice: str) -> str:
        """One notice to all whom the cases are about; raises UnknownToken."""
        found = self._desk.notice(notice, cases[0].group.id)
        return checking.text_for_all(self._desk, found, cases)

    def preview(self, text: str, member: str | None = None, *, group: str | None = None) -> str:
        """A text being edited as it would be copied; raises UnknownToken."""
        draft = Notice(id="", title=Wording(""), when=Wording(""), text=text, counts=True)
        return checking.text_on_its_own(self._desk, draft, self._desk.group(group), member or "")

    def save_notice(self, notice: str, text: str, *, group: str | None = None) -> Change:
        """Save the user's own text of a notice; a new title makes a new notice."""
        return self._keeping.save_notice(notice, text, group)

    def restore_notice(self, notice: str, *, group: str | None = None) -> Change:
        """Take the shipped text again; a notice of the user's own is removed."""
        return self._keeping.restore_notice(notice, group)

    def notice_counts(self, month: date | None = None, group: str | None = None) -> dict[str, int]:
        """How often each notice was given in a month, this one by default."""
        return self._desk.roster.notice_counts(self._desk.group(group), month or self._desk.now())

    def notices_today(self, group: str | None = None) -> int:
        """How many notices were given today."""
        return self._desk.roster.notices_today(self._desk.group(group))

    def notice_uses(self, notice: str, *, group: str | None = None, limit: int = 20) -> list[NoticeUse]:
        """The latest times a notice was given, newest first."""
        return self._desk.roster.notice_uses(self._desk.group(group), notice, limit)

    @property
    def last_notice(self) -> LastNotice | None:
        """The notice copied last, also before a restart."""
        return self._deeds.last_notice()

    def remember_copied(self, notice: str, text: str, member: str = "", group: str | None = None) -> None:
        """Keep in mind a notice that was copied without recording anything."""
        self._deeds.remember_copied(notice, text, member, group)

    def own_notice(self, text: str) -> LastNotice | None:
        """The last notice, where `text` (as it came back from the clipboard) is that notice."""
        return self._deeds.own_notice(text)

    def statistics(
        self, *, group: str | None = None, since: date | None = None, until: date | None = None
    ) -> Figures:
        """How often what was done in a group, from the first to the last day; names nobody."""
        return figures(self._desk, self._desk.real_group(group), since, until)
