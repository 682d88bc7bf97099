"""The language, colours and scale of the whole program, as Qt and our own theme are told them."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from moderator_app import i18n
from moderator_app.i18n import translate


class Look(QObject):
    """Installs translators at once, and the theme before the first window is made."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._language = ""
        self._dress: tuple[str, int, str] | None = None
        self._translators: list[QTranslator] = []

    @property
    def dressed(self) -> bool:
        """Whether the theme was ever asked for."""
        return self._dress is not None

    def speak(self, wanted: str) -> bool:
        """Speak a language ("" is the system's); whether it is another one than before."""
        language = i18n.set_language(wanted)
        if language == self._language:
            return False
        self._language = language
        self._install_translators()
        self._app.setApplicationDisplayName(translate("App", "群管助手"))
        return True

    def _install_translators(self) -> None:
        for old in self._translators:
            self._app.removeTranslator(old)
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        places = [(qt, f"qtbase_{self._language}")]
        if self._language != i18n.CHINESE:
            own = i18n.catalogue_path(self._language)
            places.append((str(own.parent), own.stem))
        self._translators = []
        for folder, name in places:
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._translators.append(translator)

    def dress(self, scale: int, scheme: str) -> bool:
        """Put the theme in force; whether it is another one than before."""
        from moderator_app.ui import theme  # noqa: PLC0415 - no window, no theme

        wanted = (self._language, scale, scheme)
        if wanted == self._dress:
            return False
        self._dress = wanted
        theme.install(self._app, language=self._language, scale=scale, scheme=scheme)
        return True
