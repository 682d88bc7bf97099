"""What every room's sentences share: their shape, and how they are joined and looked up."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from moderator_app.core.wording import Reason, Value
from moderator_app.i18n import CHINESE, language

Values = Mapping[str, Value]
Sentences = dict[str, Callable[[Values], str]]

EVERY: Sentences = {}
"""Every code with its sentence, gathered from all rooms when `moderator_app.sentences` is imported."""


_FROM_THE_SYSTEM = ("detail", "error")
_CHINESE_FOR = {
    "File exists": "同名的文件已经在那里",
    "File name too long": "文件名太长",
    "Input/output error": "磁盘读写出错",
    "Is a directory": "这是一个文件夹",
    "No space left on device": "磁盘已满",
    "No such file or directory": "没有这个文件或文件夹",
    "Not a directory": "路径里有一段不是文件夹",
    "Operation not permitted": "系统不允许",
    "Permission denied": "没有权限",
    "Read-only file system": "磁盘是只读的",
}
"""Only Windows tells its errors in the user's language; others are known by what C calls them."""


def system_text(told: str) -> str:
    """What the operating system said went wrong, in the language in force where it is known."""
    return _CHINESE_FOR.get(told, told) if language() == CHINESE else told


def reason_text(reason: Reason) -> str:
    """The sentence of a reason in the language in force."""
    if reason.code in EVERY:
        told = {
            name: system_text(str(reason.values[name])) for name in _FROM_THE_SYSTEM if name in reason.values
        }
        return EVERY[reason.code]({**reason.values, **told})
    return " ".join([reason.code, *(f"{name}={value}" for name, value in reason.values.items())])


def joined(*sentences: str) -> str:
    """Sentences one after the other, with a blank between them where the language has one."""
    return "".join(sentences) if language() == CHINESE else " ".join(sentences)


def why_text(values: Values) -> str:
    """The sentence of the code that another sentence carries as its `why`."""
    return reason_text(Reason(str(values["why"]), values))


def titled(values: Values, name: str) -> dict[str, Value]:
    """The values with the English title in place of the Chinese one where English is spoken."""
    other = values.get(f"{name}_en")
    return {**values, name: other} if language() != CHINESE and other else {**values}
