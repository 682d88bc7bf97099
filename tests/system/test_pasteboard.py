"""Marks of secrets that Qt does not pass on are asked of the system itself."""

from __future__ import annotations

import sys

import pytest

from moderator_app.system import pasteboard


class Objc:
    """A pasteboard with these types on it."""

    def __init__(self, types):
        self.types = types

    def cls(self, name):
        return {"NSPasteboard": 1}[name]

    def string(self, text):
        return self.types.index(text) + 100 if text in self.types else 99

    def send(self, target, selector, *arguments, returns="object"):
        if selector == "containsObject:":
            assert (target, returns) == (3, "bool")
            return arguments[0] >= 100
        return {(1, "generalPasteboard"): 2, (2, "types"): 3 if self.types else 0}[target, selector]


@pytest.mark.parametrize(
    ("types", "secret"),
    [
        ([b"public.utf8-plain-text", b"org.nspasteboard.ConcealedType"], True),
        ([b"public.utf8-plain-text"], False),
        ([], False),
    ],
)
def test_macos_types_are_asked(types, secret):
    assert pasteboard.concealed(Objc(types)) is secret


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there the system is asked")
def test_elsewhere_qt_tells_all():
    assert pasteboard.marked_secret() is False
