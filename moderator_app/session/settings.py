"""What the user can set: names, defaults and the values that are allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from moderator_app.core.errors import BadInput

SettingValue = str | int | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting with its default; `language` "" follows the system, `scale` is in percent.

    What was checked is remembered for `history_days` (0: not at all), with the texts or without.
    """

    language: str = ""
    theme: str = "system"
    hotkey: str = "Ctrl+Alt+M"
    hotkey_backend: str = "auto"
    hotkey_paused: bool = False
    autostart: bool = False
    scale: int = 100
    current_group: str = ""
    moderator: str = ""
    closed_to_tray_told: bool = False
    main_geometry: str = ""
    history_days: int = 90
    history_text: bool = True

    def get(self, name: str) -> SettingValue:
        """The value of one setting by name."""
        if name not in _TYPES:
            raise BadInput("setting.unknown", name=name)
        value: SettingValue = getattr(self, name)
        return value


OF_THE_RECORD = frozenset({"moderator", "history_days", "history_text"})
"""What belongs to the record: changing it is an action there, which can be taken back after a restart."""
PREFERENCES = frozenset(
    {"language", "theme", "hotkey", "hotkey_backend", "hotkey_paused", "autostart", "scale"}
)
"""What the user likes on this machine: changing it can be taken back while the program runs."""
_DEFAULTS = asdict(Settings())
_TYPES: dict[str, type] = {field.name: type(_DEFAULTS[field.name]) for field in fields(Settings)}
_CHOICES: dict[str, tuple[str, ...]] = {
    "language": ("", "zh_CN", "en"),
    "theme": ("system", "light", "dark"),
    "hotkey_backend": ("auto", "keyboard", "none"),
}
_BETWEEN = {"scale": (100, 150), "history_days": (0, 3650)}


def checked(name: str, value: SettingValue) -> SettingValue:
    """`value` where the setting `name` may have it; else BadInput says what is allowed."""
    if name not in _TYPES:
        raise BadInput("setting.unknown", name=name)
    if type(value) is not _TYPES[name]:
        raise BadInput("setting.bad", name=name, value=str(value))
    if name in _CHOICES and value not in _CHOICES[name]:
        raise BadInput("setting.bad", name=name, value=str(value))
    if name in _BETWEEN and not _BETWEEN[name][0] <= int(value) <= _BETWEEN[name][1]:
        raise BadInput("setting.bad", name=name, value=str(value))
    return value


def read_settings(stored: Mapping[str, object]) -> Settings:
    """The settings as they were saved; an unknown name or a bad value falls back to the default."""
    good: dict[str, SettingValue] = {}
    for name, value in stored.items():
        if name in _TYPES and isinstance(value, (str, int, bool)):
            try:
                good[name] = checked(name, value)
            except BadInput:
                continue
    return Settings(**good)  # type: ignore[arg-type]  # `checked` compared each value's type
