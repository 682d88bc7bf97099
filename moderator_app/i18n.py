"""Puts the program's Chinese sentences into the chosen language, without needing Qt.

The catalogue is Qt Linguist's .ts file, read as plain XML: the command line starts without
loading Qt, and the window says the same words as the command line.
"""

from __future__ import annotations

import locale
import os
import re
from collections.abc import Mapping
from pathlib import Path

CHINESE = "zh_CN"
ENGLISH = "en"
LANGUAGES = (CHINESE, ENGLISH)

_PLACEHOLDER = re.compile(r"\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}")
"""{count}, or in a translation {count:strike|strikes}: the word for one and for any other number."""
_HAN, _LATIN = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z0-9]")
"""Between the two stands a blank, also where a value meets the sentence."""


class _Catalogue:
    """The language in force and its translations by (context, source)."""

    def __init__(self) -> None:
        self.language = CHINESE
        self.messages: dict[tuple[str, str], str] = {}


_catalogue = _Catalogue()


def translate(context: str, source: str, /, **values: object) -> str:
    """`source` in the language in force, with its named {placeholders} filled in one pass.

    A sentence that the catalogue lacks stays Chinese; a placeholder without a value stays as it is.
    """
    text = _catalogue.messages.get((context, source), source)
    if not values:
        return text
    return _PLACEHOLDER.sub(lambda found: _filled(found, values), text)


def _filled(found: re.Match[str], values: Mapping[str, object]) -> str:
    if found[1] not in values:
        return found[0]
    value = str(values[found[1]])
    if found[2] is not None:
        return found[2] if value == "1" else found[3]
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    left = " " if _HAN.match(before) and _LATIN.match(value[:1]) else ""
    right = " " if _HAN.match(after) and _LATIN.match(value[-1:]) else ""
    return f"{left}{value}{right}"


def language() -> str:
    """The language in force: "zh_CN" or "en"."""
    return _catalogue.language


def set_language(name: str) -> str:
    """Speak `name` from now on; anything but "zh_CN" or "en" means the system's language."""
    chosen = name if name in LANGUAGES else system_language()
    _catalogue.messages = {} if chosen == CHINESE else read_catalogue(catalogue_path(chosen))
    _catalogue.language = chosen
    return chosen


def system_language() -> str:
    """Chinese where the system speaks Chinese or does not say; else English."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    if not named:
        named = locale.getlocale()[0] or ""
    if named in ("", "C", "POSIX") or named.startswith("C."):
        return CHINESE
    return CHINESE if named.lower().startswith(("zh", "chinese")) else ENGLISH


def catalogue_path(name: str) -> Path:
    """Where the .ts of a language lies; the .qm that the window installs lies beside it."""
    from moderator_app.storage.paths import resources_dir  # noqa: PLC0415 - needed for English only

    return resources_dir() / "translations" / f"moderator_app_{name}.ts"


def read_catalogue(path: Path) -> dict[tuple[str, str], str]:
    """The finished translations of a .ts file; empty where the file is not there."""
    from xml.etree import ElementTree  # noqa: PLC0415 - needed for English only

    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError):
        return {}
    found: dict[tuple[str, str], str] = {}
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            target = message.find("translation")
            if target is not None and target.get("type") is None and target.text:
                found[name, message.findtext("source", "")] = target.text
    return found
