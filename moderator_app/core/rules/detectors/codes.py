"""QR codes and bar codes in the pictures of a message, by what they lead to."""

from __future__ import annotations

from moderator_app.core.rules.detectors.base import Factory, Given, Seen
from moderator_app.core.rules.reading import Reading, Sighting
from moderator_app.core.text.codes import CodeKind, read_code
from moderator_app.core.wording import Reason

_QR = tuple(kind for kind in CodeKind if kind is not CodeKind.GOODS)


class _Code:
    """A picture holds a code of one of these `kinds`: by default any but those on goods.

    Codes that lead to a host of `except`, or below it, are let be.
    """

    def __init__(self, given: Given) -> None:
        self._kinds = frozenset(given.texts("kinds", _QR))
        for kind in self._kinds:
            given.check("kinds", kind, tuple(CodeKind))
        self._spared = given.texts("except")

    def __call__(self, reading: Reading) -> Seen:
        codes = [code for code in map(read_code, reading.message.codes) if code.kind in self._kinds]
        found = [code for code in codes if not self._is_spared(code.host)]
        return [
            Sighting(
                start=0,  # it stands in the picture, not in the words
                end=0,
                note=Reason("seen.code", {"kind": code.kind, "text": code.text}),
            )
            for code in found
        ]

    def _is_spared(self, host: str) -> bool:
        return any(host == spared or host.endswith("." + spared) for spared in self._spared)


FACTORIES: dict[str, Factory] = {"code": _Code}
