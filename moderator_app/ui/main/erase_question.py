"""删除资料: all that goes and stays is listed, names in others' words asked about, then it is for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from moderator_app.core.errors import NotFound
from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.parting import Mention
from moderator_app.i18n import translate
from moderator_app.sentences.parting import (
    beyond_text,
    goes_text,
    mask_text,
    own_text,
    people_text,
    places_text,
    stays_text,
)
from moderator_app.session import Change, Session
from moderator_app.ui.main.parts import Scroll, column
from moderator_app.ui.main.process_dialogs import Deed
from moderator_app.ui.main.working import Working
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import CheckBox, Label

_WIDTH, _HIGHEST = 392, 170
"""The room for names in others' words; more of them scroll."""


class EraseQuestion(Deed):
    """For good, so the name has to be written once more."""

    def __init__(self, session: Session, member: str, name: str, parent: QWidget | None) -> None:
        """`member` is an id, also of somebody off the list; `name` is what has to be written."""
        leaving = session.upkeep.parting(member)
        told = [people_text(leaving), goes_text(leaving), stays_text(leaving), *own_text(leaving)]
        super().__init__(
            translate("Members", "删除{name}的资料", name=name),
            "\n".join([*told, beyond_text()]),
            translate("Members", "删除资料"),
            parent,
        )
        self._session, self._member, self._called = session, member, name
        self.left: tuple[str, ...] = ()
        self._masks = {each.name: self._mask(each, leaving.mask) for each in leaving.traces.mentions}
        if self._masks:
            self.form.addRow(self._asked(leaving.traces.mentions))
        self._name = QLineEdit()
        self._name.setPlaceholderText(name)
        self.add(translate("Members", "再写一遍姓名"), self._name, "erase-name")
        self._name.setFocus()

    def _mask(self, mention: Mention, masked: Sequence[str]) -> CheckBox:
        box = CheckBox(mask_text(mention))
        box.setObjectName(f"erase-mask-{mention.name}")
        box.setChecked(mention.name in masked)
        return box

    def _asked(self, mentions: Sequence[Mention]) -> QWidget:
        """Each name that stands in others' words, with where, and whether it is made unreadable there."""
        each = (
            part
            for mention in mentions
            for part in (self._masks[mention.name], Label(places_text(mention), tone="text2", wrap=True))
        )
        held, lines = QWidget(), column(*each, gap=2)
        held.setLayout(lines)
        scroll = Scroll(held)
        scroll.setObjectName("erase-mentions")
        scroll.setFixedHeight(min(lines.totalHeightForWidth(theme().px(_WIDTH)), theme().px(_HIGHEST)))
        return scroll

    def do(self) -> Change | None:
        """Delete."""
        if self._name.text().strip() != self._called:
            said = translate("Members", "请写「{name}」，以免删错人。", name=self._called)
            self.refuse(said, self._name)
            return None
        mask = [name for name, box in self._masks.items() if box.isChecked()]
        with Working(translate("Members", "正在删除{name}的资料…", name=self._called), self) as working:
            erased = self._session.upkeep.erase(self._member, mask=mask, progress=working.progress)
        self.left = erased.left
        return erased.change

    def left_text(self) -> str:
        """What could not be cleaned; "" where all was."""
        if not self.left:
            return ""
        names = translate("Members", "、").join(self.left)
        return translate("Members", "这些文件打不开，没能清理，请自行删除：{files}", files=names)


def is_off_list(session: Session, entry: Entry) -> bool:
    """Whether an entry is about somebody who can be named, and stands on no list any more."""
    if not (entry.member and entry.name):
        return False
    try:
        session.row(entry.member)
    except NotFound:
        return True
    return False
