"""The help pages as they ship, one a language."""

from __future__ import annotations

from moderator_app.storage.paths import resources_dir

_FILES = {"en": "help.en.md"}
_CHINESE = "help.zh.md"


def help_page(language: str) -> str:
    """The help in Markdown for `language` ("zh_CN" or "en"); Chinese for any other."""
    return (resources_dir() / "help" / _FILES.get(language, _CHINESE)).read_text(encoding="utf-8")
