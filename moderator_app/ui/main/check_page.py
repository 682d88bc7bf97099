"""检查: paste or type a message at the left, the verdict and the way on at the right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget

from moderator_app.core.errors import ModeratorError
from moderator_app.core.message import Kind
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.sentences import error_text
from moderator_app.sentences.base import joined
from moderator_app.session import Case
from moderator_app.system.picture_reader import Looked
from moderator_app.system.pictures import Source, is_picture
from moderator_app.ui.main.case_pane import CasePane
from moderator_app.ui.main.check_files import ask_file, text_in
from moderator_app.ui.main.check_keys import CheckKeys
from moderator_app.ui.main.first_steps import BlankHalf
from moderator_app.ui.main.parts import Plane, Scroll, column, margins, row
from moderator_app.ui.main.paste_box import PasteBox
from moderator_app.ui.main.services import Services
from moderator_app.ui.quick import Done
from moderator_app.ui.quick.acting import PICTURE
from moderator_app.ui.quick.deciding import Deciding
from moderator_app.ui.quick.handling import Handling
from moderator_app.ui.quick.next_acts import acts_after
from moderator_app.ui.quick.patience import PatientCheck, progress_text
from moderator_app.ui.quick.picture_check import (
    PictureCheck,
    TakesDrops,
    left_behind,
    levels_of,
    nothing_found,
)
from moderator_app.ui.quick.picture_section import PictureSection, codes_of, troubles_of
from moderator_app.ui.quick.picture_view import LEAST
from moderator_app.ui.quick.round import Round
from moderator_app.ui.quick.telling import failure_text, sample
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Button, Label

if TYPE_CHECKING:
    from moderator_app.ui.main.window import MainWindow

_PAUSE_MS = 180
"""How long nothing is typed before the text is checked; pasting is checked at once."""
_TOO_LONG = "check.too-long"


class CheckPage(TakesDrops, CheckKeys):
    """The paste box, the pictures that came with the text, and the pane with the answer."""

    dropped = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__(services, None)
        self.setObjectName("page-check")
        self._checked = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._check)
        self._box = PasteBox()
        self._box.textChanged.connect(self._pause.start)
        self._box.pasted.connect(self._check)
        self._box.pictures.connect(lambda sources, alone: self._look(sources, alone=alone))
        self.setAcceptDrops(True)
        self.dropped.connect(self._box.insertFromMimeData)
        self._looked: tuple[Looked, ...] = ()
        self._patient = PatientCheck(self)
        self._patient.waiting.connect(self._show_progress)
        self._pictures = PictureCheck(self)
        self._pictures.seen.connect(lambda _text, looked: self._show_pictures(looked))
        self._pictures.waiting.connect(self._say_looking)
        self._box.installEventFilter(self)
        self._answer = CasePane(self.session)
        self._answer.setObjectName("check-answer")
        self._round: Round | None = None
        doer = services.doer
        self._handling = Handling(self.session, doer.acting, self._answer, self._did, self._done)
        self._deciding = Deciding(self.session, doer.toasts, self._answer, self._check_again)
        doer.undone.connect(self._undone)
        self._answer.primary.connect(self._handling.take)
        self._answer.for_all.connect(self._handling.take_all)
        self._answer.act_wanted.connect(self._handling.follow)
        self._answer.filed.connect(self._handling.file)
        self._answer.person_wanted.connect(self._see)
        self._answer.who_chosen.connect(self._handling.choose_member)
        self._answer.undo_wanted.connect(doer.undo)
        self._answer.ruled.connect(self._deciding.rule)
        self._answer.also_wanted.connect(self._deciding.show_also)
        self._answer.let_be.connect(self._let_be)
        self._answer.dismissed.connect(self._done)
        for field in (
            self._answer.who.field,
            self._answer.body.filing.reporter,
            self._answer.body.ruling.field,
            self._answer.body.acts.amount,
        ):
            field.installEventFilter(self)
        self._build()
        self._bind()

    def _build(self) -> None:
        self.title.show_name(translate("Check", "检查"))
        paste = Button(translate("Check", "粘贴"), keys="Ctrl+V")
        paste.setObjectName("check-paste")
        paste.clicked.connect(self.paste)
        load = Button(translate("Check", "打开文件…"), keys="Ctrl+O")
        load.setObjectName("check-open")
        load.clicked.connect(self.open_file)
        self.title.add(paste, load)
        self._note = Label(kind=Type.HINT, tone="text2", wrap=True)
        self._note.setObjectName("check-note")
        self._shown = PictureSection(flush=True)
        self._shown.setObjectName("check-pictures")
        self._shown.grown.connect(self._fit_pictures)
        self._scroll = Scroll(self._shown)
        self._away = Button(translate("Check", "移除图片"), variant="link")
        self._away.setObjectName("check-no-picture")
        self._away.clicked.connect(lambda: self._show_pictures(()))
        body = column(self._box, self._scroll, row(self._away, None), self._note, gap=8)
        margins(body, 24, 0, 24, 16)
        left = Plane()
        left.setLayout(column(self.title, body, gap=0))
        self._empty = BlankHalf(self.services)
        self._empty.pressed.connect(self._way_on)
        self._right = QStackedWidget()
        self._right.addWidget(self._empty)
        self._right.addWidget(self._answer)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._right)
        splitter.setStretchFactor(0, 1)
        self._right.setMinimumWidth(theme().px(360))
        splitter.setSizes([theme().px(592), theme().px(400)])
        self.detail.setLayout(row(splitter, gap=0))
        self._scroll.hide()
        self._away.hide()
        self._show_empty()

    def _bind(self) -> None:
        for keys, do in (("Ctrl+O", self.open_file), ("F2", self._answer.ask_who)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def first_focus(self) -> None:
        """Into the paste box."""
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_search(self) -> None:
        """Ctrl+F: who."""
        self._answer.ask_who()

    def refresh(self) -> None:
        """The record has changed: the same text may now lead to another step."""
        self._empty.refresh()
        if self._checked or self._looked:
            self._check_again()
        self._show_note()

    # ---- checking

    def paste(self) -> None:
        """Replace what is there with the clipboard."""
        self._box.clear()
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._box.paste()

    def show_text(self, text: str) -> None:
        """Check this text."""
        self._box.setPlainText(text)
        self._check()

    def open_file(self) -> None:
        """Ctrl+O: a text file, such as an exported chat, or a picture."""
        path = ask_file(self)
        if path is not None:
            self.load(path)

    def load(self, path: Path) -> None:
        """Check what a text file or a picture holds; says why where it cannot be read."""
        if is_picture(path.name):
            self._look((Source(path=str(path)),), alone=True)
            return
        text, why_not = text_in(path)
        if why_not:
            self._say(why_not, Level.VIOLATION)
        else:
            self.show_text(text)

    def _check(self) -> None:
        self._pause.stop()
        text = self._box.toPlainText()
        if text == self._checked:
            return
        self._checked = text
        self._check_again()

    def _check_again(self) -> None:
        text = self._checked
        self._show_note()
        if not text.strip() and not self._looked:
            self._patient.cancel()
            self._show_empty()
            return
        asked = text if text.strip() else PICTURE
        steps = self.session.check_in_steps(asked, codes=codes_of(self._looked))
        self._patient.run(steps, self._checked_as, self._show_refused)

    def _show_refused(self, error: ModeratorError) -> None:
        """Said below the text; and no steps or sample at the right, which would be refused as well."""
        self._show_empty()
        self._empty.say(translate("QuickCheck", "没能检查"), "")
        self._say(error_text(error), Level.UNSURE if error.reason.code == _TOO_LONG else Level.VIOLATION)

    def _show_progress(self, done: int, total: int) -> None:
        """A long conversation: how far it is, and the way out."""
        told = progress_text(done, total)
        self._empty.say(translate("QuickCheck", "正在检查这段对话"), told, translate("QuickCheck", "取消"))
        self._right.setCurrentIndex(0)

    def _is_checking(self) -> bool:
        return self._patient.busy

    def _checked_as(self, case: Case) -> None:
        text = self._checked
        clean = case.verdict.level is Level.OK and len(case.messages) < 2
        if case.message.kind is Kind.PICTURE and clean and not case.message.codes:
            self._show_no_code()
            return
        self._show_round(Round(text, case, trial=text == sample()))

    def _show_round(self, round_: Round) -> None:
        before = self._round
        if before is not None and before is not round_ and round_.goes_on(before):
            round_.resume(before)
        self._round = round_
        self._answer.show_round(round_, latest=round_.latest)
        self._right.setCurrentIndex(1)
        if not round_.trial:
            QTimer.singleShot(0, self, lambda: self.session.remember(round_.case))

    # ---- pictures

    def _look(self, sources: tuple[Source, ...], *, alone: bool) -> None:
        """Pictures came; without words of their own they take the place of a text that was checked before."""
        if not sources:
            return
        if alone and self._checked:
            self._box.take_away()
        self._pictures.look(self._box.toPlainText(), sources)

    def _show_pictures(self, looked: tuple[Looked, ...]) -> None:
        """Show these pictures and judge the text with their codes; with none, the text alone."""
        self._pictures.cancel()
        self._looked = looked
        seen = any(picture.shown is not None for picture in looked)
        self._shown.show_looked(looked, levels_of(self.session, looked))
        self._scroll.setVisible(seen)
        self._away.setVisible(seen)
        self._fit_pictures()
        self._check_again()
        if troubles := troubles_of(looked):
            self._say(joined(*troubles), Level.UNSURE)

    def _fit_pictures(self) -> None:
        """As high as they need, at most half of the page: the text keeps its place."""
        width, most, view = max(self._box.width(), 1), self.height() // 2, self._shown.view
        view.limit()
        over = self._shown.height_at(width) - most
        if over > 0:
            view.limit(max(view.heightForWidth(width) - over, theme().px(LEAST)))
        self._scroll.setFixedHeight(min(self._shown.height_at(width), most))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The pictures keep to their half."""
        super().resizeEvent(event)
        self._fit_pictures()

    def _show_no_code(self) -> None:
        """No code and no words: said plainly, and no verdict."""
        self._empty.say(*(nothing_found(self._looked) if self._looked else left_behind()))
        self._right.setCurrentIndex(0)

    def _say_looking(self) -> None:
        self._say(translate("Pictures", "正在找图里的二维码"), None)

    def _show_empty(self) -> None:
        self._empty.rest()
        self._right.setCurrentIndex(0)

    def welcome(self, nobody: bool) -> None:
        """Whether nobody is on the list yet: then the empty half shows the first steps."""
        self._empty.welcome(nobody)

    def focus_first_step(self) -> None:
        """Where a newcomer begins: the sample is one key away."""
        self._empty.focus_first_step()

    def _way_on(self) -> None:
        """The button of the empty half: out of a long check, or the sample."""
        if self._patient.busy:
            self._done()
        else:
            self._try_sample()

    def _try_sample(self) -> None:
        self.show_text(sample())
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_note(self) -> None:
        count = len(self._checked.strip())
        self._say(translate("Check", "{count} 字", count=f"{count:,}") if count else "", None)

    def _say(self, text: str, level: Level | None) -> None:
        self._note.set_tone("text2" if level is None else level)
        self._note.setText(text)

    # ---- acting

    def _did(self, done: Done) -> None:
        """The next one of the conversation; after the last all goes, and another message can be pasted."""
        self._answer.set_busy(False)
        if not done.ok:
            self._answer.say(failure_text(done))
            return
        round_ = self._round
        if round_ is not None:
            round_.note(done)
        left = round_.left if round_ is not None and round_.listed else 0
        self.services.doer.did(done, left=left)
        shown = self._answer.case
        if done.filed is not None and shown is not None and self._answer.still_asks():
            self._answer.update_member(self._handling.renewed(shown))
        elif round_ is not None and left:
            round_.go_on()
            self._renew(round_)
        else:
            self._finish(done)

    def _finish(self, done: Done) -> None:
        """All was handled: another message can be pasted, and the steps that follow stand at the right."""
        deeds = [*(self._round.deeds if self._round is not None else ()), done]
        acts = acts_after(self.session, [deed.change for deed in deeds])
        self._done()
        if acts:
            self._answer.show_acts(acts)
            self._right.setCurrentIndex(1)

    def _see(self, member: str) -> None:
        """Somebody is to be seen on the page of members."""
        cast("MainWindow", self.window()).show_member(member)

    def _undone(self, done: Done) -> None:
        """Ctrl+Z anywhere in the window: it may have been somebody of the conversation shown here."""
        round_ = self._round
        if round_ is not None and round_.holds(done) and self._checked == round_.text:
            round_.take_back(done)
            self._renew(round_)

    def _renew(self, round_: Round) -> None:
        round_.refresh(self._handling.renewed)
        self._answer.show_round(round_, latest=round_.latest)

    def _let_be(self) -> None:
        """Esc over a finding: there is no problem. In a conversation it only clears."""
        case, round_ = self._answer.case, self._round
        if case is None or round_ is None or round_.listed or round_.trial or case.again is not None:
            return
        if case.verdict.level is not Level.OK:
            self.session.pass_(case)

    def _done(self) -> None:
        """What was handled goes; the next message can be pasted at once."""
        self._patient.cancel()
        self._deciding.cancel()
        self._box.clear()
        self._pause.stop()
        self._checked, self._round = "", None
        self._show_pictures(())
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Stop what looks at pictures on another thread."""
        self._pictures.end()
