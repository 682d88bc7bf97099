"""Press-it-now: records a combination, registers it at once, and lets it be tried."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.core.wording import Reason
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.sentences.base import joined
from moderator_app.ui.main.hotkeys import Hotkeys
from moderator_app.ui.theme import theme

_TRIAL_MS = 8000
_MODIFIERS = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
)


class HotkeyField(QLineEdit):
    """Shows the combination in force. `said` carries a sentence and the level of its colour (or None)."""

    said = Signal(str, object)

    def __init__(self, hotkeys: Hotkeys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hotkeys = hotkeys
        self._recording = False
        self._trial = QTimer(self, singleShot=True, interval=_TRIAL_MS)
        self._trial.timeout.connect(self._not_heard)
        self.setObjectName("hotkey-field")
        self.setAccessibleName(translate("Settings", "检查剪贴板的快捷键"))
        self.setReadOnly(True)
        self.setFixedWidth(theme().px(200))
        hotkeys.tried.connect(self._heard)
        self.show_sequence()

    def show_sequence(self) -> None:
        """Show what is registered, or what the settings wish for."""
        if not self._recording:
            self.setText(self._hotkeys.shown)

    # ---- recording

    def record(self) -> None:
        """From now on the next combination is the new hotkey; Esc keeps the old one."""
        self._recording = True
        self._hotkeys.lend()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setText(translate("Settings", "请按下新的组合"))
        self.said.emit(translate("Settings", "按住 Ctrl、Alt 或 Shift，再按一个键；Esc 保留原来的。"), None)

    def event(self, event: QEvent) -> bool:
        """While recording every key is ours, those of Tab and shortcuts too."""
        if self._recording and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if self._recording and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._take(event)
            return True
        return super().event(event)

    def mouseDoubleClickEvent(self, _event: object) -> None:  # noqa: N802 - Qt's name
        """A double click begins to record."""
        self.record()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever goes elsewhere keeps the old combination."""
        super().focusOutEvent(event)
        if self._recording:
            self._keep_old()

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MODIFIERS or key == Qt.Key.Key_unknown:
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape and not modifiers:
            self._keep_old()
            return
        combination = QKeySequence(QKeyCombination(modifiers, key))
        self._recording = False
        refused = self._hotkeys.change(combination.toString(QKeySequence.SequenceFormat.PortableText))
        self.show_sequence()
        if refused is None:
            self.test()
        else:
            self._hotkeys.start()
            self.said.emit(self._refusal(refused), Level.VIOLATION)

    def _refusal(self, refused: Reason) -> str:
        """Why it cannot be, and that the old combination still works, where it does."""
        kept = self._hotkeys.sequence
        text = reason_text(Reason(refused.code, {**refused.values, "kept": kept}))
        told = translate("Settings", "原快捷键照旧。") if kept and refused.code != "hotkey.taken" else ""
        return joined(text, told) if told else text

    def _keep_old(self) -> None:
        self._recording = False
        self._hotkeys.start()
        self.show_sequence()

    # ---- trying out

    def test(self) -> None:
        """Ask for the hotkey to be pressed, and tell whether it arrived."""
        if not self._hotkeys.sequence:
            return
        self._hotkeys.try_out(True)
        self._trial.start()
        wanted = translate("Settings", "现在按一下 {keys}，看看能不能收到。", keys=self._hotkeys.sequence)
        self.said.emit(wanted, Level.UNSURE)

    def _heard(self) -> None:
        self._end_trial()
        self.said.emit(
            translate("Settings", "收到了，{keys} 可以用。", keys=self._hotkeys.sequence), Level.OK
        )

    def _not_heard(self) -> None:
        self._end_trial()
        text = translate(
            "Settings", "没有收到 {keys}，可能被别的程序截住了。可以换一个组合。", keys=self._hotkeys.sequence
        )
        self.said.emit(text, Level.VIOLATION)

    def _end_trial(self) -> None:
        self._trial.stop()
        self._hotkeys.try_out(False)
