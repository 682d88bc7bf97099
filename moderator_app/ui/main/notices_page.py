"""告知: choose a notice, see what it will say to whom, copy it, and write it anew."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QMenu

from moderator_app.core.errors import ModeratorError
from moderator_app.core.notices.notice import Notice
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import language, translate
from moderator_app.sentences import error_text
from moderator_app.session import NoticeUse
from moderator_app.ui.main.delegates import RowDelegate, RowFace
from moderator_app.ui.main.lists import ListPane, RowList
from moderator_app.ui.main.member_fields import candidates
from moderator_app.ui.main.models import ROW, Cell, RowsModel, TableModel
from moderator_app.ui.main.notice_dialogs import DeleteNoticeQuestion, NewNoticeQuestion
from moderator_app.ui.main.notice_editor import Chips, NoticeEditor, Preview
from moderator_app.ui.main.page import Page
from moderator_app.ui.main.parts import Framed, MoreButton, column, margins, row
from moderator_app.ui.main.record_table import first_clause
from moderator_app.ui.main.services import Services
from moderator_app.ui.main.tables import PlainTable
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Button, Label, SearchField

_USES = 2
_DIGITS = {getattr(Qt.Key, f"Key_{digit}"): digit for digit in range(1, 10)}


class NoticeList(RowList):
    """The notices; 1–9 choose, Enter copies."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A digit goes to that notice."""
        digit = _DIGITS.get(Qt.Key(event.key()), 0)
        if 0 < digit <= self.model().rowCount() and not event.modifiers():
            self.setCurrentIndex(self.model().index(digit - 1, 0))
        else:
            super().keyPressEvent(event)


class UsesTable(PlainTable):
    """The latest times that a notice was given."""

    def __init__(self) -> None:
        super().__init__(translate("Notices", "最近用于"), stretched=2, most_rows=_USES)
        self.setObjectName("notice-uses")
        titles = (translate("Notices", "日期"), translate("Notices", "成员"), translate("Notices", "事由"))
        self._source = TableModel(titles, self._cells)
        self.setModel(self._source)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.dress()
        self.horizontalHeader().setSectionsClickable(False)

    @staticmethod
    def _cells(line: tuple[NoticeUse, str]) -> list[Cell]:
        use, matter = line
        words = " ".join(use.evidence.split())
        said = translate("Notices", "「{words}」", words=words) if words else ""
        why = translate("Notices", "，").join(part for part in (matter, said) if part)
        return [
            Cell(text=use.at.strftime("%Y-%m-%d %H:%M")),
            Cell(text=use.name or translate("Notices", "全群")),
            Cell(text=why),
        ]

    def show_uses(self, lines: list[tuple[NoticeUse, str]]) -> None:
        """Show these uses, each with its matter in words."""
        self._source.show_rows(lines)
        self.fit()


class NoticesPage(Page):
    """The notices at the left; the text, what it will say, and its latest uses at the right."""

    def __init__(self, services: Services) -> None:
        self._search = SearchField(translate("Notices", "标题或内容"), keys="Ctrl+F")
        self._search.setObjectName("notices-search")
        self._rows = NoticeList(translate("Notices", "告知"))
        self._rows.setObjectName("notices-list")
        super().__init__(services, ListPane(self._search, self._rows))
        self.setObjectName("page-notices")
        self._notice: Notice | None = None
        self._member = ""
        self._drafts: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._order: dict[str, int] = {}
        self._model = RowsModel(lambda notice: notice.id, lambda notice: notice.title.get(language()))
        self._delegate = RowDelegate(self._face)
        self._rows.setModel(self._model)
        self._rows.setItemDelegate(self._delegate)
        self._rows.picked.connect(self._picked)
        self._rows.entered_row.connect(self.copy)
        self._search.textChanged.connect(lambda _text: self._show_rows())
        self._search.returnPressed.connect(self.copy)
        self._search.escaped.connect(self._to_rows)
        self._build_list_foot()
        self._build_title()
        self._build_detail()
        self._keys()

    def _build_list_foot(self) -> None:
        add = Button(translate("Notices", "新建告知"), variant="link", icon_name="plus", keys="Ctrl+N")
        add.setObjectName("notice-new")
        add.clicked.connect(self.new)
        if self.pane is not None:
            self.pane.add_foot(add)

    def _build_title(self) -> None:
        self._who = SearchField(translate("Notices", "给谁：姓名或拼音首字母"))
        self._who.setObjectName("notice-member")
        self._who.setMinimumWidth(theme().px(120))
        self._who.setMaximumWidth(theme().px(200))
        self._who.set_source(lambda query: candidates(self.session, query))
        self._who.chosen.connect(self._address)
        self._who.textEdited.connect(self._readdress)
        self._who.escaped.connect(self._to_rows)
        self._copy = Button(translate("Notices", "复制告知"), variant="primary", keys="Enter")
        self._copy.setObjectName("notice-copy")
        self._copy.clicked.connect(self.copy)
        self._save = Button(translate("Notices", "保存"), keys="Ctrl+S")
        self._save.setObjectName("notice-save")
        self._save.clicked.connect(self.save)
        self._drop = Button(translate("Notices", "放弃修改"))
        self._drop.setObjectName("notice-drop")
        self._drop.clicked.connect(self._forget_edit)
        more = MoreButton(translate("Notices", "更多"))
        more.setObjectName("notice-more")
        menu = QMenu(self)
        self._restore = QAction(translate("Notices", "恢复出厂的正文"), menu)
        self._restore.setObjectName("notice-restore")
        self._restore.triggered.connect(self._restore_shipped)
        menu.addAction(self._restore)
        self._delete = QAction(translate("Notices", "删除这个告知…"), menu)
        self._delete.setObjectName("notice-delete")
        self._delete.triggered.connect(self.delete)
        menu.addAction(self._delete)
        more.setMenu(menu)
        self.title.name.setObjectName("notice-title")
        self.title.add(self._who, self._drop, self._save, self._copy, more)

    def _build_detail(self) -> None:
        self._when = Label(elide=True)
        self._when.setObjectName("notice-when")
        self._editor, self._preview, self._chips = NoticeEditor(), Preview(), Chips()
        self._editor.textChanged.connect(self._edited)
        self._editor.left.connect(self._to_rows)
        self._chips.wanted.connect(self._editor.insertPlainText)
        self._for, self._length = self._hint("notice-for"), self._hint("notice-length")
        self._problem = Label(tone=Level.VIOLATION, wrap=True)
        self._problem.setObjectName("notice-problem")
        self._problem.hide()
        self._uses_label, self._uses = self._hint("notice-uses-label"), UsesTable()
        self._uses_label.setText(translate("Notices", "最近用于"))
        self._uses_card = Framed(self._uses)
        when = row(Label(translate("Notices", "何时用"), tone="text2"), self._when, None)
        label = Label(translate("Notices", "正文"), kind=Type.HINT, tone="text2")
        lines = column(when, row(label, None, self._chips), gap=8)
        lines.addWidget(self._editor, 1)
        lines.addWidget(self._problem)
        lines.addLayout(row(self._for, None, self._length))
        lines.addWidget(self._preview, 1)
        lines.addWidget(self._uses_label)
        lines.addWidget(self._uses_card)
        margins(lines, 24, 0, 24, 16)
        self.status.add_key("1–9", translate("Notices", "选择")).setEnabled(False)
        edit = self.status.add_key("Ctrl+E", translate("Notices", "编辑正文"))
        edit.setObjectName("notice-edit")
        edit.clicked.connect(self.edit)
        self.detail.setLayout(column(self.title, lines, self.status, gap=0))

    @staticmethod
    def _hint(name: str) -> Label:
        label = Label(kind=Type.HINT, tone="text2")
        label.setObjectName(name)
        return label

    def _keys(self) -> None:
        for keys, do in (("Ctrl+S", self.save), ("Ctrl+E", self.edit)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    # ---- what is shown

    def refresh(self) -> None:
        """Read the notices again; what is being written stays."""
        self._counts = self.session.notice_counts()
        notices = self.session.notices()
        self._order = {notice.id: number for number, notice in enumerate(notices, 1)}
        title = self.session.rulebook().title.get(language())
        self.status.left.setText(
            translate("Notices", "{count} 个告知 · {rulebook}", count=len(notices), rulebook=title)
        )
        self._show_rows()
        self._show_uses()
        self.show_undo()

    def _show_rows(self) -> None:
        query, lang = self._search.text().strip().casefold(), language()
        fitting = [
            notice
            for notice in self.session.notices()
            if query in notice.title.get(lang).casefold() or query in notice.text.casefold()
        ]
        chosen = self._notice.id if self._notice else ""
        self._model.show_rows(fitting)
        index = self._model.find(chosen)
        if not index.isValid() and fitting:
            index = self._model.index(0)
        self._rows.setCurrentIndex(index)

    def _face(self, notice: object) -> RowFace:
        if not isinstance(notice, Notice):
            return RowFace(title="")
        lang, number = language(), self._order.get(notice.id, 0)
        count = self._counts.get(notice.id, 0)
        right = translate("Notices", "本月 {count} 次", count=count) if count else ""
        if notice.id in self._drafts:
            right = translate("Notices", "未保存")
        return RowFace(
            title=notice.title.get(lang),
            detail=notice.when.get(lang),
            right=right,
            key=str(number) if number < 10 else "·",
        )

    def _picked(self, index: QModelIndex) -> None:
        self._keep_draft()
        notice: Notice = index.data(ROW)
        self._notice = notice
        self._when.setText(notice.when.get(language()))
        text = self._drafts.pop(notice.id, notice.text)
        if self._editor.toPlainText() != text:
            self._editor.write(text)
        self._show_state()
        self._show_uses()

    def _keep_draft(self) -> None:
        """What was written and not saved waits with its notice until one comes back to it."""
        if self._notice is not None and self._dirty():
            self._drafts[self._notice.id] = self._editor.toPlainText()

    def unsaved(self) -> int:
        """Those that wait, and the one that is shown."""
        return len(self._drafts) + self._dirty()

    def _dirty(self) -> bool:
        return self._notice is not None and self._editor.toPlainText() != self._notice.text

    def _show_state(self) -> None:
        if self._notice is None:
            return
        dirty = self._dirty()
        tag = translate("Notices", "已改写") if self._notice.edited else translate("Notices", "出厂正文")
        if self._notice.own:
            tag = translate("Notices", "自建")
        if dirty:
            tag = translate("Notices", "未保存")
        self.title.show_name(self._notice.title.get(language()), tag)
        self._save.setVisible(dirty)
        self._drop.setVisible(dirty)
        self._restore.setVisible(not self._notice.own)
        self._restore.setEnabled(self._notice.edited)
        self._delete.setVisible(self._notice.own)

    def _edited(self) -> None:
        self._show_state()
        self._show_preview()

    def _show_preview(self) -> None:
        name = self._name_of_member()
        self._for.setText(
            translate("Notices", "发给{name}时", name=name) if name else translate("Notices", "发给全群时")
        )
        try:
            text = self.session.preview(self._editor.toPlainText(), self._member or None)
        except ModeratorError as error:
            self._problem.setText(error_text(error))
            text = ""
        else:
            self._problem.setText("")
        wrong = bool(self._problem.text())
        self._problem.setVisible(wrong)
        self._copy.setEnabled(not wrong)
        self._preview.show_text(text)
        self._length.setText("" if wrong else translate("Notices", "{count} 字", count=len(text)))

    def _show_uses(self) -> None:
        uses = self.session.notice_uses(self._notice.id, limit=_USES) if self._notice else []
        rulebook = self.session.rulebook()
        self._uses.show_uses([(use, first_clause(rulebook, use.rules)) for use in uses])
        for widget in (self._uses_label, self._uses_card):
            widget.setVisible(bool(uses))

    # ---- what is done

    def new(self) -> None:
        """Ctrl+N: a notice of the user's own."""
        question = NewNoticeQuestion(self.session, self)
        if question.exec():
            self.refresh()
            self._search.clear()
            self._rows.setCurrentIndex(self._model.find(question.saved))

    def delete(self) -> None:
        """Del: a notice of the user's own goes; a shipped one can only be restored."""
        notice = self._notice
        if notice is None or not notice.own or not DeleteNoticeQuestion(self.session, notice, self).exec():
            return
        self._drafts.pop(notice.id, None)
        self._notice = None
        self.refresh()

    def _address(self, member: str) -> None:
        self._member = member
        self._who.setText(self.session.row(member).member.name)
        self._who.close_list()
        self._show_preview()
        self._rows.setFocus()

    def _readdress(self, text: str) -> None:
        self._member = ""
        if not text.strip():
            self._show_preview()

    def _name_of_member(self) -> str:
        return self.session.row(self._member).member.name if self._member else ""

    def edit(self) -> None:
        """Ctrl+E: into the text."""
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def copy(self) -> None:
        """Enter: the text as it stands in the preview goes to the clipboard."""
        if self._notice is None or not self._copy.isEnabled():
            return
        if self._dirty():
            self._say_problem(translate("Notices", "正文还没有保存。先保存（Ctrl+S），再复制。"))
            return
        self.services.doer.copy_notice(self._notice.id, self._member)

    def save(self) -> None:
        """Ctrl+S: keep the user's own text."""
        if self._notice is None or not self._dirty():
            return
        text = self._editor.toPlainText()
        try:
            self.session.save_notice(self._notice.id, text)
        except ModeratorError as error:
            self._say_problem(error_text(error))
            return
        self._take_again()

    def _say_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()

    def _forget_edit(self) -> None:
        if self._notice is not None:
            self._editor.write(self._notice.text)

    def _restore_shipped(self) -> None:
        if self._notice is None:
            return
        try:
            self.session.restore_notice(self._notice.id)
        except ModeratorError as error:
            self._say_problem(error_text(error))
            return
        self._take_again()

    def _take_again(self) -> None:
        """Show the notice as the session has it now."""
        if self._notice is not None:
            self._notice = self.session.notice(self._notice.id)
            self._editor.write(self._notice.text)
            self.refresh()
            self._show_state()
