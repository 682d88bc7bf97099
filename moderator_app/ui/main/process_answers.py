"""The questions that hear somebody and decide: appeals, reports, tasks, a proposal declined."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.member import Member
from moderator_app.i18n import language, translate
from moderator_app.session import Change, Session
from moderator_app.session.process.types import Pending, Report
from moderator_app.system.clipboard import content_of
from moderator_app.ui.main.member_fields import WordsField, go_on, moment_of
from moderator_app.ui.main.parts import row
from moderator_app.ui.main.process_dialogs import Deed, named
from moderator_app.ui.main.process_pictures import Pasted
from moderator_app.ui.widgets import Button, ComboBox, Label

_PICTURES = "*.png *.jpg *.jpeg *.bmp *.gif *.webp"


class AgreedQuestion(Deed):
    """另一位同意了: another moderator said yes elsewhere, and it is noted here under that name."""

    def __init__(self, session: Session, pending: Pending, parent: QWidget | None) -> None:
        super().__init__(
            translate("Members", "另一位同意了"),
            translate(
                "Members",
                "写下同意移出{name}的是哪位管理员或群主。也可以打包给他，他同意以后再合并回来。",
                name=pending.member.name,
            ),
            translate("Members", "记下同意"),
            parent,
        )
        self._session, self._id = session, pending.entry.id
        self._who = QLineEdit()
        self.add(translate("Members", "谁同意"), self._who, "agreed-moderator")

    def do(self) -> Change | None:
        """Note the consent."""
        who = self.needs(self._who, translate("Members", "请写下名字，才知道是谁同意。"))
        return self._session.process.agree(self._id, who) if who else None


class DeclineQuestion(Deed):
    """否决: ends a proposal, for a reason."""

    def __init__(self, session: Session, pending: Pending, parent: QWidget | None) -> None:
        name = pending.member.name
        super().__init__(
            translate("Members", "否决"),
            translate("Members", "对{name}的提请就此结束，{name}留在群里。以后可以重新提请。", name=name),
            translate("Members", "否决"),
            parent,
        )
        self._session, self._id = session, pending.entry.id
        self._why = self.reason("decline-reason")

    def do(self) -> Change | None:
        """Decline."""
        why = self.needs(self._why, translate("Members", "请写一句理由，提请的人要看着它明白。"))
        return self._session.process.decline(self._id, why) if why else None


class AppealQuestion(Deed):
    """申诉: what the member says against a strike."""

    def __init__(self, session: Session, strike: Entry, what: str, parent: QWidget | None) -> None:
        super().__init__(
            translate("Members", "申诉"),
            translate(
                "Members",
                "记下{name}对 {day}「{what}」这一次怎么说。之后在「待办」里作废或维持；在那之前照旧计数。",
                name=strike.name,
                day=strike.at.date().isoformat(),
                what=what,
            ),
            translate("Members", "记下"),
            parent,
        )
        self._session, self._strike = session, strike.id
        self._text = WordsField()
        self._text.entered.connect(self.answer)
        self.add(translate("Members", "怎么说"), self._text, "appeal-text")

    def do(self) -> Change | None:
        """Put the appeal on record."""
        if not self._text.words():
            self.refuse(translate("Members", "还没有写怎么说。"), self._text)
            return None
        return self._session.process.appeal(self._strike, self._text.words())


class AnswerAppealQuestion(Deed):
    """作废 or 维持: the answer to an appeal, with its reason."""

    def __init__(
        self, session: Session, strike: Entry, what: str, parent: QWidget | None, *, void: bool
    ) -> None:
        values = {"name": strike.name, "day": strike.at.date().isoformat(), "what": what}
        if void:
            title, answer = translate("Members", "作废这一次"), translate("Members", "作废")
            said = translate(
                "Members",
                "{name}在 {day} 因「{what}」记的这一次将不再计数。记录、申诉和理由都会留着。",
                **values,
            )
        else:
            title, answer = translate("Members", "维持这一次"), translate("Members", "维持")
            said = translate(
                "Members", "{name}在 {day} 因「{what}」记的这一次照旧计数，申诉就此办结。", **values
            )
        super().__init__(title, said, answer, parent)
        self._session, self._strike, self._void = session, strike.id, void
        self._why = self.reason("appeal-reason")

    def do(self) -> Change | None:
        """Decide."""
        why = self.needs(self._why, translate("Members", "请写一句理由，它会留在记录里。"))
        if not why:
            return None
        if self._void:
            return self._session.void(self._strike, why)
        return self._session.process.uphold(self._strike, why)


class ReportQuestion(Deed):
    """举报: what somebody complained of, in words or pictures; who did stays on this machine."""

    def __init__(self, session: Session, member: Member, parent: QWidget | None) -> None:
        super().__init__(
            translate("Members", "举报{name}", name=member.name),
            translate(
                "Members",
                "举报人只记在这台电脑上，不进记录、导出和告知。截图会复制一份留作证据，打包时一起发给别的管理员："
                "看得出谁举报的，请先遮住。",
            ),
            translate("Members", "记下"),
            parent,
        )
        self._session, self._member = session, member
        self._pictures: list[Path] = []
        self._pasted = Pasted()
        self._text, self._who = WordsField(), QLineEdit()
        self._text.setPlaceholderText(translate("Members", "说了什么，或粘贴截图"))
        self._text.entered.connect(self.answer)
        self._text.take = self._take
        self._choose = Button(translate("Members", "选择图片…"))
        self._choose.setObjectName("report-choose")
        self._choose.clicked.connect(self._browse)
        self._held = Label(tone="text2", elide=True)
        self._held.setObjectName("report-pictures")
        self.add(translate("Members", "内容"), self._text, "report-text")
        self.form.addRow(
            Label(translate("Members", "截图"), tone="text2"), row(self._choose, self._held, None)
        )
        self._who.setPlaceholderText(translate("Members", "可以不写"))
        self.add(translate("Members", "举报人"), self._who, "report-reporter")

    def _take(self, data: QMimeData) -> bool:
        """Keep pictures that were pasted or dropped; whether that was all there was."""
        found = self._pasted.pictures_of(data)
        self._keep(found)
        return bool(found) and not content_of(data).text

    def _browse(self) -> None:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        title, kinds = translate("Members", "选择图片"), translate("Members", "图片")
        chosen, _ = QFileDialog.getOpenFileNames(self, title, place, f"{kinds} ({_PICTURES})")
        self._keep([Path(name) for name in chosen])

    def _keep(self, pictures: Sequence[Path]) -> None:
        self._pictures += pictures
        count = len(self._pictures)
        self._held.setText(translate("Members", "{count} 张", count=count) if count else "")

    def do(self) -> Change | None:
        """Put the report on record."""
        if not self._text.words() and not self._pictures:
            self.refuse(translate("Members", "请写一句，或粘贴一张截图。"), self._text)
            return None
        return self._session.process.report(
            self._member.id,
            text=self._text.words(),
            pictures=self._pictures,
            reporter=self._who.text().strip(),
            group=self._member.group,
        )


class CloseReportQuestion(Deed):
    """办结: how a report was dealt with."""

    def __init__(self, session: Session, report: Report, parent: QWidget | None) -> None:
        super().__init__(
            translate("Members", "办结举报"),
            translate("Members", "写下关于{name}的这次举报怎么处理的。", name=report.member.name),
            translate("Members", "办结"),
            parent,
        )
        self._session, self._id = session, report.entry.id
        self._why = QLineEdit()
        self._why.setPlaceholderText(translate("Members", "如：已提醒本人，未记次数"))
        self.add(translate("Members", "怎么处理"), self._why, "report-outcome")

    def do(self) -> Change | None:
        """Close it."""
        why = self.needs(self._why, translate("Members", "请写一句怎么处理的，它会留在记录里。"))
        return self._session.process.close_report(self._id, why) if why else None


class TaskQuestion(Deed):
    """要回复的事: what these members have to answer, and until when."""

    def __init__(self, session: Session, members: Sequence[Member], parent: QWidget | None) -> None:
        super().__init__(
            translate("Members", "要回复的事"),
            translate(
                "Members", "记下要{names}回复什么；到时没有回复，会列在「待办」里。", names=named(members)
            ),
            translate("Members", "记下"),
            parent,
        )
        self._session, self._members = session, [member.id for member in members]
        self._text, self._until, self._rule = WordsField(lines=2), QLineEdit(), ComboBox()
        self._text.entered.connect(self.answer)
        self._rules = session.rulebook(members[0].group).process.tasks
        self.add(translate("Members", "什么事"), self._text, "task-text")
        if self._rules:
            for rule in self._rules:
                self._rule.addItem(rule.title.get(language()), rule.id)
            self._rule.currentIndexChanged.connect(self._fill_time)
            self.add(translate("Members", "按哪条"), self._rule, "task-rule")
        self._until.setPlaceholderText(translate("Members", "如 18:00，或 2026-12-01 18:00"))
        self.add(translate("Members", "在此之前"), self._until, "task-until")
        self._fill_time()
        go_on(self._text)

    def _fill_time(self, *_: object) -> None:
        """The time that the rule gives, from now on."""
        index = self._rule.currentIndex()
        due = self._rules[index].due(datetime.now()) if 0 <= index < len(self._rules) else None
        self._until.setText(due.strftime("%Y-%m-%d %H:%M") if due else "")

    def do(self) -> Change | None:
        """Put the task on record."""
        if not self._text.words():
            self.refuse(translate("Members", "还没有写什么事。"), self._text)
            return None
        until = moment_of(self._until.text(), datetime.now())
        if until is None:
            self.refuse(translate("Members", "时间请写成 18:00，或 2026-12-01 18:00。"), self._until)
            return None
        rule = str(self._rule.currentData() or "") if self._rules else ""
        return self._session.process.task(self._members, self._text.words(), until=until, rule=rule)
