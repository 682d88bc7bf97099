"""Does what is asked about members, tells it, and lays the text that goes with it on the clipboard."""

from __future__ import annotations

from collections.abc import Callable

from moderator_app.core.errors import ModeratorError
from moderator_app.core.notices.notice import Notice
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.wording import Wording
from moderator_app.i18n import language, translate
from moderator_app.sentences import error_text
from moderator_app.session import Change, Offer
from moderator_app.system.clipboard import ClipboardContent
from moderator_app.ui.main.doing import named
from moderator_app.ui.main.services import Services
from moderator_app.ui.quick import Done, Outcome
from moderator_app.ui.quick.telling import with_warnings

Do = Callable[[], Change]


class MemberActs:
    """One deed at a time, each with a toast and one undo that takes the clipboard back as well."""

    def __init__(self, services: Services) -> None:
        self._services, self._session = services, services.session

    def do(self, act: Do, notice: str = "", detail: str = "") -> Change | None:
        """Act, tell, and have a notice (by id) ready where the rulebook names one; errors are told."""
        try:
            change = act()
        except ModeratorError as error:
            self._services.doer.complain(error_text(error))
            return None
        self.told(change, notice, detail)
        return change

    def told(self, change: Change, notice: str = "", detail: str = "") -> None:
        """Tell of something that was done, and have the notice ready that goes with it."""
        offer = self._offer(notice, change)
        title = named(self._session, change.label)
        if offer is None:
            self._services.doer.say(title, with_warnings(detail, change), change.undoable)
            return
        before = self._services.clipboard.read()

        def copied(arrived: bool) -> None:
            if not arrived:
                called = offer.notice.title.get(language())
                failed = translate("Toast", "没能复制「{notice}」，请到「告知」里复制。", notice=called)
                self._services.doer.say(title, with_warnings(failed, change), change.undoable)
                return
            self.ready(change, offer, before)

        self._services.clipboard.write(offer.text, copied)

    def ready(self, change: Change, offer: Offer, before: ClipboardContent) -> None:
        """Tell of what was done while its notice lies on the clipboard; both are taken back together."""
        name = change.entries[0].name if change.entries else ""
        self._session.remember_copied(offer.notice.id, offer.text, name)
        self._services.doer.remember(Done(outcome=Outcome.DONE, offer=offer, before=before, change=change))
        called = offer.notice.title.get(language())
        ready = translate("Toast", "「{notice}」已复制，可以粘贴了", notice=called)
        told = with_warnings(ready, change)
        self._services.doer.say(named(self._session, change.label), told, change.undoable)

    def _offer(self, notice: str, change: Change) -> Offer | None:
        """The notice, where there is one and it can be copied; to one member by name, else to all."""
        if not notice or any(entry.kind is EntryKind.PROPOSED for entry in change.entries):
            return None  # what only waits for consent is not announced
        home = change.entries[0].group if change.entries else ""  # the free group's side is the same person
        whom = {entry.member for entry in change.entries if entry.member and entry.group == home}
        to = whom.pop() if len(whom) == 1 else None
        try:
            found = self._session.notice(notice, home or None)
            return Offer(notice=found, text=self._session.notice_text(found.id, to, group=home or None))
        except ModeratorError:
            return None

    def remind(self, text: Callable[[], str], record: Do, count: int) -> None:
        """Copy one reminder to several, and record only what really lies on the clipboard."""
        try:
            words = text()
        except ModeratorError as error:
            self._services.doer.complain(error_text(error))
            return
        before = self._services.clipboard.read()
        reminder = Notice(id="", title=Wording(""), when=Wording(""), text=words, counts=False)

        def copied(arrived: bool) -> None:
            if not arrived:
                said = translate("Copy", "没能复制，剪贴板被别的程序占用。也没有记录；请再试一次。")
                self._services.doer.complain(said)
                return
            try:
                change = record()
            except ModeratorError as error:
                self._services.clipboard.restore(before, words, lambda _restored: None)
                self._services.doer.complain(error_text(error))
                return
            offer = Offer(notice=reminder, text=words)
            self._services.doer.remember(
                Done(outcome=Outcome.DONE, offer=offer, before=before, change=change)
            )
            said = translate("Members", "已复制给 {count} 位的提醒", count=count)
            self._services.doer.say(
                said, translate("Members", "到群里粘贴即可；提醒已记下。"), change.undoable
            )

        self._services.clipboard.write(words, copied)
