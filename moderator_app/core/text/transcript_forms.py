"""The forms in which conversations arrive, as data: how the line above a message looks."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAME = r"(?P<name>[^\n]{1,64}?)"
_NAME_LONG = r"(?P<name>[^\n]{1,64})"
_DASHED = r"(?P<y>\d{4})-(?P<mo>\d{1,2})-(?P<d>\d{1,2})"
_SECONDS = r"(?P<h>\d{1,2}):(?P<mi>\d{2}):(?P<s>\d{2})"
_MINUTES = r"(?P<h>\d{1,2}):(?P<mi>\d{2})"
_HALF = r"(?:[ ]?(?P<half>[AaPp][Mm]))?"
_EOL = r"[ \t]*\r?$"


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptForm:
    """One form: `head` is what stands above or before each message.

    `preamble` is what such a transcript may begin with; it belongs to nobody. `least` is how many
    heads there must be before a text is believed to be of this form.
    """

    id: str
    head: re.Pattern[str]
    preamble: re.Pattern[str] | None = None
    least: int = 1


def _form(id: str, head: str, *, preamble: str = "", least: int = 1) -> TranscriptForm:
    opening = re.compile(preamble) if preamble else None
    return TranscriptForm(id=id, head=re.compile(head, re.MULTILINE), preamble=opening, least=least)


FORMS: tuple[TranscriptForm, ...] = (
    _form(
        "E5",
        rf"^[-*] \[{_DASHED} {_MINUTES}(?::(?P<s>\d{{2}}))?\] {_NAME}(?:: |：)",
        preamble=r"\s*#",
    ),
    _form("E3", rf"^{_NAME_LONG} [(（]{_DASHED} {_MINUTES}(?::(?P<s>\d{{2}}))?[)）][:：][ ]?"),
    _form(
        "Q1",
        rf"^{_DASHED} {_SECONDS}{_HALF} (?:【[^】\n]{{1,12}}】)?{_NAME_LONG}"
        rf"(?:\(\d{{4,12}}\)|<[^<>\n]+@[^<>\n]+>){_EOL}",
        preamble=r"\s*(?:消息记录|=+)",
    ),
    _form("E1", rf"^{_DASHED} {_SECONDS} [\"']?{_NAME}[\"']?{_EOL}"),
    _form("Q3", rf"^{_NAME_LONG}[:：] (?P<mo>\d{{1,2}})-(?P<d>\d{{1,2}}) {_SECONDS}{_EOL}"),
    _form("W3", rf"^{_NAME_LONG} (?P<y>\d{{4}})/(?P<mo>\d{{1,2}})/(?P<d>\d{{1,2}}) {_MINUTES}{_EOL}"),
    _form(
        "W2",
        rf"^(?=[^\n]*[^\s]){_NAME}[ \t]*\r?\n"
        rf"(?P<y>\d{{4}})年(?P<mo>\d{{1,2}})月(?P<d>\d{{1,2}})日 {_MINUTES}{_EOL}",
    ),
    _form(
        "W4",
        rf"^[—\-–]{{3,}}[ \t]*(?P<y>\d{{4}})-(?P<mo>\d{{1,2}})-(?P<d>\d{{1,2}})[ \t]*[—\-–]{{3,}}{_EOL}"
        rf"|^{_NAME}[ \t]{{2,}}{_MINUTES}{_EOL}",
        preamble=r"\s*+[^\n]*聊天记录如下|\s*+[—\-–]{3,}[ \t]*\d{4}-",
    ),
    _form(
        "Q2",
        rf"^(?=【|[^\n]*[AaPp][Mm][ \t]*\r?$)(?:【[^】\n]{{1,12}}】)?{_NAME_LONG} {_SECONDS}{_HALF}{_EOL}",
    ),
    _form(
        "W1",
        r"(?:\A\s*|(?<=\n\n)|(?<=\n\r\n))^(?P<name>[^\n]{1,40})[:：][ \t]*\r?$(?=\n[^\r\n])",
        least=2,
    ),
)
