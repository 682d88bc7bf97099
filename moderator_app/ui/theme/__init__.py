"""The look in force: colours, fonts, lengths, icons; every window takes them from here."""

from moderator_app.ui.theme.fonts import Type
from moderator_app.ui.theme.icons import app_icon, paint_icon, pixmap
from moderator_app.ui.theme.theme import Scheme, Theme, install, theme
from moderator_app.ui.theme.tokens import Tokens, Tones

__all__ = [
    "Scheme",
    "Theme",
    "Tokens",
    "Tones",
    "Type",
    "app_icon",
    "icon",
    "install",
    "paint_icon",
    "pixmap",
    "theme",
]
