"""Fills the tokens of a notice such as {称呼} in one pass, and says where an unknown one stands.

A value is never looked at again, so a member called `{群名}` stays exactly that. A single brace
is plain text. A sentence whose value is not known (no clause, no link) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moderator_app.core.errors import UnknownToken
from moderator_app.core.rules.verdict import Span

TOKENS = {
    "member": "member",
    "称呼": "member",
    "group": "group",
    "群名": "group",
    "count": "count",
    "第几次": "ordinal",
    "next_step": "next_step",
    "下一步": "next_step",
    "rule": "rule",
    "条款": "rule",
    "excerpt": "excerpt",
    "摘录": "excerpt",
    "rules_link": "rules_link",
    "群规链接": "rules_link",
}
"""Every token that a notice may hold, and the value it stands for."""

_TOKEN = re.compile(r"\{([^{}\r\n]{1,40})\}")
_SENTENCE = re.compile(r"[^。！？；\n]*(?:[。！？；]+[」』”’）]*|\n|$)")
_ADDRESS = re.compile(r"[@＠]?\{\s*(?:member|称呼)\s*\}[ \u3000\u2005]*(?P<you>您?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """The values of one notice for one member and one message; "" where a value is not known.

    `count` is the number of this strike, 0 where none is counted.
    """

    group: str
    member: str = ""
    count: int = 0
    next_step: str = ""
    rule: str = ""
    excerpt: str = ""
    rules_link: str = ""

    def value(self, name: str) -> str:
        """What stands for the value called `name` (a right-hand side of TOKENS)."""
        if name == "count":
            return str(self.count) if self.count else ""
        if name == "ordinal":
            return f"第 {self.count} 次" if self.count else ""
        return str(getattr(self, name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token in a notice's text; `value` is "" where nobody fills it. Lines count from 1."""

    name: str
    value: str
    span: Span
    line: int
    column: int


def find_tokens(text: str) -> tuple[Token, ...]:
    """Every token in `text`, known or not, in order."""
    return tuple(_token(text, found) for found in _TOKEN.finditer(text))


def _token(text: str, found: re.Match[str]) -> Token:
    start = found.start()
    name = found[1].strip()
    return Token(
        name=name,
        value=TOKENS.get(name, ""),
        span=found.span(),
        line=text.count("\n", 0, start) + 1,
        column=start - text.rfind("\n", 0, start),
    )


def check_tokens(text: str) -> None:
    """Raise UnknownToken with line and column of the first token that nobody fills."""
    for token in find_tokens(text):
        if not token.value:
            raise UnknownToken("notice.unknown-token", token=token.name, line=token.line, column=token.column)


def fill(text: str, filling: Filling) -> str:
    """`text` with every token filled; raises UnknownToken and fills nothing where one is unknown."""
    check_tokens(text)
    addressed = text if filling.member else _ADDRESS.sub(_nobody, text)
    kept = _tidy("".join(_known_sentences(addressed, filling)))
    return _TOKEN.sub(lambda found: filling.value(TOKENS[found[1].strip()]), kept)


def _nobody(found: re.Match[str]) -> str:
    """How a member is addressed who is not known: 「@{称呼} 您好」 becomes 「您好」."""
    return found["you"] or ("" if found[0][0] in "@＠" else "您")


def _known_sentences(text: str, filling: Filling) -> Iterator[str]:
    for sentence in _SENTENCE.findall(text):
        names = [TOKENS[found.strip()] for found in _TOKEN.findall(sentence)]
        if all(filling.value(name) for name in names):
            yield sentence
        elif sentence.endswith("\n"):
            yield "\n"


def _tidy(text: str) -> str:
    """Left-out sentences leave no gap of more than one empty line, and no blanks at the ends."""
    return re.sub(r"\n{3,}", "\n\n", text).strip()
