"""Small windows that ask: one question, one primary answer, and errors said in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QSizePolicy, QWidget

from moderator_app.core.errors import ModeratorError
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.sentences import error_text
from moderator_app.ui.main.parts import column, margins, row
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Button, Label, SearchField

_FIELD = QFormLayout.ItemRole.FieldRole


_over: set[QDialog] = set()


class PassingDialog(QDialog):
    """A dialog that is over once it was answered: Qt takes it apart then, not Python's collector.

    WORKAROUND for PySide 6.11: after `exec` a dialog belongs to Python, parent or not, and is garbage
    as soon as it was answered. The collector begins with any part of it, for example with a list, and
    drops the list's delegate; where that held the dialog itself (by a bound method), the list is
    destroyed while Shiboken still walks through what the list refers to, and the program crashes.
    """

    def exec(self) -> int:
        """Show it until it is answered; held here until Qt has destroyed it."""
        _over.add(self)
        self.destroyed.connect(lambda: QTimer.singleShot(0, lambda: _over.discard(self)))
        try:
            return super().exec()
        finally:
            self.deleteLater()


class Question(PassingDialog):
    """A dialog with a sentence, fields below it, and a primary button; Esc leaves all as it was.

    `act` does what is asked and calls `accept` or `refuse`; where it raises a ModeratorError the
    dialog stays and says why.
    """

    def __init__(
        self, title: str, sentence: str, answer: str, act: Callable[[], None], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._act = act
        self.setWindowTitle(title)
        self.setModal(True)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(theme().px(12))
        self.form.setVerticalSpacing(theme().px(8))
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.sentence = Label(sentence, wrap=True)
        self.sentence.setVisible(bool(sentence))
        self.error = Label(tone=Level.VIOLATION, wrap=True)
        self.error.setObjectName("dialog-error")
        self.error.hide()
        self.primary = Button(answer, variant="primary", keys="Enter")
        self.primary.setObjectName("dialog-primary")
        self.primary.setDefault(True)
        self.primary.clicked.connect(self.answer)
        leave = Button(translate("Dialog", "取消"), keys="Esc")
        leave.setObjectName("dialog-cancel")
        leave.clicked.connect(self.reject)
        body = column(self.sentence, self.form, self.error, row(None, leave, self.primary, gap=12), gap=12)
        margins(body, 24, 20, 24, 20)
        self.setLayout(body)
        self.setMinimumWidth(theme().px(440))

    def add(self, label: str, field: QWidget, name: str) -> None:
        """Add a field with its label."""
        if isinstance(field, QComboBox):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        caption = Label(label, tone="text2")
        caption.setBuddy(field)
        if isinstance(field, SearchField):
            field.escaped.connect(self.reject)  # Esc empties it first
        field.setObjectName(name)
        field.setAccessibleName(label)
        self.form.addRow(caption, field)

    def answer(self) -> None:
        """Enter or a click on the primary button."""
        try:
            self._act()
        except ModeratorError as error:
            self.refuse(error_text(error))

    def refuse(self, text: str, field: QWidget | None = None) -> None:
        """Say why it was not done and go to the field at fault; what was typed stays."""
        self.error.setText(text)
        self.error.show()
        self._fit()
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """As high as the sentence needs at this width, the hands in the first field."""
        super().showEvent(event)
        self._fit()
        if not isinstance(self.focusWidget(), Button | None):
            return  # a dialog that begins elsewhere said so
        fields = (self.form.itemAt(line, _FIELD) for line in range(self.form.rowCount()))
        places = (place.widget() for place in fields if place is not None)
        first = next((field for field in places if field and field.focusPolicy()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The ground of a page."""
        QPainter(self).fillRect(self.rect(), theme().tokens.surface)
