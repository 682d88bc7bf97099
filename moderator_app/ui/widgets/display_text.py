"""Makes any text safe to show and tells where its characters then stand: Qt counts UTF-16 units."""

from __future__ import annotations

from dataclasses import dataclass

_REPLACED = {
    0x0000: "\ufffd",  # ends strings in some of Qt's text code
    0x2029: "\n",
    0xFDD0: "\ufffd",  # QTextDocument's own marks for frames and objects
    0xFDD1: "\ufffd",
    0xFFFC: "\ufffd",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What is displayed; `at[i]` is the UTF-16 position of the original's character `first + i`."""

    text: str
    at: tuple[int, ...]
    first: int

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a span of the original stands in the display, or None where it was cut off."""
        low, high = max(start - self.first, 0), min(end - self.first, len(self.at) - 1)
        if high <= low:
            return None
        return self.at[low], self.at[high]


def _safe(character: str) -> str:
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return _REPLACED.get(code, character)


def shown(text: str, *, first: int = 0, limit: int = 4000) -> Shown:
    """At most `limit` characters from `first` on, with ellipses where something was left out."""
    part = text[first : first + limit]
    pieces, at = (["…"], [1]) if first else ([], [0])
    for index, character in enumerate(part):
        carriage = character == "\r"
        piece = (
            "" if carriage and part[index + 1 : index + 2] == "\n" else "\n" if carriage else _safe(character)
        )
        pieces.append(piece)
        at.append(at[-1] + sum(2 if ord(unit) > 0xFFFF else 1 for unit in piece))
    if first + limit < len(text):
        pieces.append("…")
    return Shown("".join(pieces), tuple(at), first)
