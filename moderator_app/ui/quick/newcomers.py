"""Who joined: the new names with who let them in, those already known, and the one welcome for all."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from moderator_app.i18n import language, translate
from moderator_app.sentences import reason_text
from moderator_app.session.types import JoinPreview, Offer
from moderator_app.ui.quick.alarm_line import AlarmLine
from moderator_app.ui.quick.standing import alarm_text
from moderator_app.ui.quick.words import standing_text
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Label, NoticeRow
from moderator_app.ui.widgets.painting import Themed

_NAMED = 12


def newcomer_lines(preview: JoinPreview) -> tuple[str, ...]:
    """One line for each who let somebody in: 乙、丙，由甲邀请."""
    by_inviter: dict[str, list[str]] = {}
    for name in preview.new:
        by_inviter.setdefault(preview.inviters.get(name, ""), []).append(name)
    return tuple(_line(names, inviter) for inviter, names in by_inviter.items())


def _line(names: list[str], inviter: str) -> str:
    listed = translate("QuickCheck", "、").join(names[:_NAMED])
    if len(names) > _NAMED:
        listed = translate("QuickCheck", "{names}等 {count} 人", names=listed, count=len(names))
    if not inviter:
        return listed
    return translate("QuickCheck", "{names}，由{inviter}邀请", names=listed, inviter=inviter)


def known_text(preview: JoinPreview) -> str:
    """名单里已有：丁（群成员）."""
    people = [
        translate("QuickCheck", "{name}（{standing}）", name=each.name, standing=standing_text(each))
        for each in preview.known
    ]
    listed = translate("QuickCheck", "、").join(people)
    return translate("QuickCheck", "名单里已有：{names}", names=listed) if people else ""


class NewcomerSection(Themed, QWidget):
    """The names, and the welcome as it will be copied. Emits `resized` when its height changed.

    `listed_wanted` asks to see the one on the blocklist whom a name is like.
    """

    resized = Signal()
    listed_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = JoinPreview()
        self.offer: Offer | None = None
        self._whole = False
        self.names = Label(wrap=True)
        self.names.setObjectName("newcomers")
        self.known = Label(tone="text2", wrap=True)
        self.known.setObjectName("knownJoined")
        self.alarm = AlarmLine()
        self.alarm.pressed.connect(self.listed_wanted)
        self._label = Label(translate("QuickCheck", "告知"), kind=Type.HINT, tone="text2")
        self.notice = NoticeRow()
        self.notice.setObjectName("welcomeNotice")
        self.notice.clicked.connect(self.toggle_whole)
        self._names = QVBoxLayout()
        self._names.addWidget(self.names)
        self._names.addWidget(self.known)
        self._names.addWidget(self.alarm)
        self._notice = QVBoxLayout()
        self._notice.addWidget(self._label)
        self._notice.addWidget(self.notice)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._names)
        self._column.addLayout(self._notice)
        self.follow_theme()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        self._names.setContentsMargins(px(16), px(12), px(16), px(4))
        self._names.setSpacing(px(4))
        self._notice.setContentsMargins(px(8), px(4), px(8), px(12))
        self._notice.setSpacing(px(4))
        self._label.setContentsMargins(px(8), 0, 0, 0)
        self._column.setSpacing(0)
        super().restyle()

    def show_joins(self, preview: JoinPreview, offer: Offer | None) -> None:
        """Who joined, and the welcome where the rulebook has one."""
        self.preview, self.offer, self._whole = preview, offer, False
        self.names.setText("\n".join(newcomer_lines(preview)))
        self.names.setVisible(bool(preview.new))
        self.known.setText(known_text(preview))
        self.known.setVisible(bool(preview.known))
        self.alarm.show_text("\n".join(alarm_text(each, date.today()) for each in preview.alarms))
        self._label.setVisible(offer is not None)
        self.notice.setVisible(offer is not None)
        self._fill()

    def toggle_whole(self) -> None:
        """All of the welcome's text, or two lines again."""
        self._whole = not self._whole
        self._fill()
        self.resized.emit()

    def _fill(self) -> None:
        if self.offer is None:
            return
        problem = self.offer.problem
        self.notice.set(
            number="1",
            title=self.offer.notice.title.get(language()),
            preview=reason_text(problem) if problem else self.offer.text,
            chosen=True,
            whole=self._whole,
            blocked=problem is not None,
        )
