"""The theme in force: its colours, fonts and lengths, and the signal when one of them changes."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.theme import tokens as colours
from moderator_app.ui.theme.fonts import Type, make_font
from moderator_app.ui.theme.platform import high_contrast, when_contrast_changes
from moderator_app.ui.theme.sheet import style_sheet


class Scheme(StrEnum):
    """Which colours to use: what the desktop says, or always light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """One for the program. Emits `changed` after colours, fonts or scale have changed."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme, self._language, self._scale = Scheme.SYSTEM, "zh_CN", 100
        self._fonts: dict[tuple[Type, bool], QFont] = {}
        self.high_contrast = False
        self.dark = False
        self.tokens = colours.LIGHT
        app.styleHints().colorSchemeChanged.connect(self.refresh)
        when_contrast_changes(self.refresh)

    def set(
        self, *, scheme: str | None = None, language: str | None = None, scale: int | None = None
    ) -> None:
        """Change one or several of: scheme (system, light, dark), language, scale (100 to 150)."""
        wanted = (
            self._scheme if scheme is None else Scheme(scheme),
            self._language if language is None else language,
            self._scale if scale is None else max(100, min(150, scale)),
        )
        if wanted != (self._scheme, self._language, self._scale):
            self._scheme, self._language, self._scale = wanted
            self.refresh()

    def refresh(self) -> None:
        """Read the desktop again and dress the whole program anew."""
        self.high_contrast = high_contrast()
        self.dark = self._wants_dark()
        self._fonts.clear()
        if self.high_contrast:
            self._app.setPalette(QPalette())  # the desktop's own again
            self.tokens = colours.from_palette(self._app.palette())
            self._app.setStyleSheet("")
        else:
            self.tokens = colours.DARK if self.dark else colours.LIGHT
            self._app.setPalette(colours.palette(self.tokens))
            self._app.setStyleSheet(style_sheet(self.tokens, self.px))
        self._app.setFont(self.font(Type.BODY))  # last: a sheet brings Windows' own for menus and lists back
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._scheme is Scheme.SYSTEM:
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    @property
    def language(self) -> str:
        """The language that the fonts are chosen for: zh_CN or en."""
        return self._language

    @property
    def scale(self) -> int:
        """The user's scale in per cent, 100 to 150."""
        return self._scale

    def px(self, length: float) -> int:
        """A length of the look in logical pixels at the user's scale."""
        return max(1, round(length * self._scale / 100)) if length else 0

    def font(self, kind: Type = Type.BODY, *, bold: bool = False) -> QFont:
        """One of the five sizes in one of the two weights."""
        key = (kind, bold)
        if key not in self._fonts:
            self._fonts[key] = make_font(kind, bold=bold, language=self._language, scale=self._scale)
        return self._fonts[key]

    def ink(self, level: Level) -> QColor:
        """The text colour of a verdict."""
        return self.tokens.verdicts[level].text


_current: Theme | None = None


def install(app: QApplication, *, language: str = "zh_CN", scale: int = 100, scheme: str = "system") -> Theme:
    """Dress the application; called once at the start, before the first window is made."""
    global _current  # noqa: PLW0603 - one application, one theme
    app.setStyle("Fusion")
    if _current is None or _current.parent() is not app:
        _current = Theme(app)
    _current.set(scheme=scheme, language=language, scale=scale)
    _current.refresh()
    return _current


def theme() -> Theme:
    """The theme in force; a program or test that never called `install` gets the plain one."""
    if _current is None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise RuntimeError("theme() needs a QApplication")
        return install(app)
    return _current
