"""Several matters of 待办 at once: what can be done for all of them with one key, as one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from moderator_app.core.roster.names import plain
from moderator_app.i18n import translate
from moderator_app.session import Pending
from moderator_app.ui.main.flow import ChipFlow
from moderator_app.ui.main.parts import Plane, Scroll, TitleRow, column, margins
from moderator_app.ui.main.process_deals import YES
from moderator_app.ui.main.process_matters import Matter, matter_title
from moderator_app.ui.widgets import Button, Label

AGREE, CARRY_OUT = "agree", "carry-out"


class SeveralMatters(Plane):
    """Emits `wanted` with what is to be done, AGREE or CARRY_OUT, and the ids of the proposals."""

    wanted = Signal(str, list)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("several-matters")
        self._deed, self._ids = "", list[str]()
        self.title = TitleRow()
        self.title.name.setObjectName("several-matters-title")
        self._button = Button("", variant="primary", keys=YES)
        self._button.setObjectName("several-matters-yes")
        self._button.clicked.connect(self._press)
        self.title.add(self._button)
        self._said = Label(tone="text2", wrap=True)
        self._said.setObjectName("several-matters-said")
        self._names = ChipFlow()
        body = column(self._said, self._names, None, gap=12)
        margins(body, 24, 0, 24, 16)
        content = QWidget()
        content.setLayout(body)
        self.setLayout(column(self.title, Scroll(content, steady=True), gap=0))

    def show_matters(self, matters: Sequence[Matter], moderator: str) -> None:
        """Show these; what waits for the consent of `moderator` goes before what can be carried out."""
        pending = [each.thing for each in matters if isinstance(each.thing, Pending)]
        wanted = [each for each in pending if not each.ready and not _agreed(each, moderator)]
        ready = [each for each in pending if each.ready]
        self._deed, chosen = (AGREE, wanted) if wanted else (CARRY_OUT, ready)
        self._ids = [each.entry.id for each in chosen]
        self.title.show_name(translate("Members", "已选 {count} 件", count=len(matters)))
        self._names.show_words([matter_title(each) for each in matters])
        count, rest = len(chosen), len(matters) - len(chosen)
        self._button.setVisible(bool(chosen))
        agree = translate("Members", "同意这 {count} 位", count=count)
        self._button.set_text(agree if wanted else translate("Members", "已移出这 {count} 位", count=count))
        self._said.setText(_said(self._deed, count, rest))

    def press_key(self, key: str) -> bool:
        """Y was pressed; whether it means anything here."""
        if key != YES or not self._ids:
            return False
        self._press()
        return True

    def _press(self) -> None:
        self.wanted.emit(self._deed, self._ids)


def alike(rows: Sequence[object], shown: Matter | None, moderator: str) -> list[int]:
    """The places of the proposals that wait as the one shown does, as far as `moderator` can settle them.

    They wait for consent, which nobody gives twice, or to be carried out.
    """
    thing = shown.thing if shown else None
    if not isinstance(thing, Pending):
        return []
    found = ((place, row.thing) for place, row in enumerate(rows) if isinstance(row, Matter))
    pending = ((place, each) for place, each in found if isinstance(each, Pending))
    return [
        place
        for place, each in pending
        if each.ready == thing.ready and (each.ready or not _agreed(each, moderator))
    ]


def _agreed(pending: Pending, moderator: str) -> bool:
    return plain(moderator) in map(plain, pending.agreed)


def _said(deed: str, count: int, rest: int) -> str:
    """What the key does, and for how many it does nothing."""
    if not count:
        return translate("Members", "这几件没有可以一起办的，请一件一件办。")
    said = translate("Members", "您同意以后，还缺谁的同意会写在各人那里。一次就是一步，撤销也是一步。")
    if deed == CARRY_OUT:
        said = translate("Members", "请先在微信里移出这几位，再按「已移出」。一次就是一步，撤销也是一步。")
    if rest:
        said += translate("Members", "其余 {count} 件要一件一件办。", count=rest)
    return said
