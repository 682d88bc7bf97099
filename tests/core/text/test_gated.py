"""Expressions tried only where they can begin find what they would find anywhere."""

from __future__ import annotations

import re
from re import _parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.rules.detectors import numbers, offers
from moderator_app.core.text import contacts, money
from moderator_app.core.text.gated import Gated, gated

SHIPPED = {
    **{name: found for name, found in offers._SHAPES.items() if isinstance(found, Gated)},
    **{name: found for name, found in numbers._KINDS.items() if isinstance(found, Gated)},
    "money": money._MONEY,
    **{name: found for name, found in vars(contacts).items() if isinstance(found, Gated)},
}
CONTACTS = "微信wxvqq扣电报tg飞机加添手8613-_@:(a"
TELLING = "出售三百台两只要一小时0359.元¥每个招聘护士各名首充送月薪万满减日结您已办理,。k ¥" + CONTACTS


@pytest.mark.parametrize("name", SHIPPED)
def test_every_character_that_a_match_may_begin_with_is_named(name: str) -> None:
    found = SHIPPED[name]
    parsed = list(_parser.parse(found.pattern.pattern))
    told_apart = {*map(chr, range(0x80)), *found.pattern.pattern, "龘", "λ", "🌹"}
    assert {char for char in told_apart if _may_begin(parsed, char)} <= found.first


@pytest.mark.parametrize("name", SHIPPED)
@given(st.text(TELLING, max_size=30))
def test_the_same_is_found_as_everywhere(name: str, text: str) -> None:
    found = SHIPPED[name]
    assert [m.span() for m in found.finditer(text)] == [m.span() for m in found.pattern.finditer(text)]


def test_a_match_is_not_looked_for_inside_another_one() -> None:
    assert [found.span() for found in gated("aa", "a").finditer("aaaaa b aa")] == [(0, 2), (2, 4), (8, 10)]


def test_nothing_is_found_where_a_match_begins_with_none_of_the_characters() -> None:
    assert list(gated("[ab]c", "a").finditer("bc")) == []


def _may_begin(parsed: list[tuple[object, object]], char: str) -> bool:
    """Whether a match of what was parsed may begin with this character, by its first item that reads one."""
    can, empty = _first(parsed, char)
    assert not empty, "the expression matches nothing at all"
    return can


def _first(items: list[tuple[object, object]], char: str) -> tuple[bool, bool]:
    """Whether these items may begin with the character, and whether they may read nothing."""
    can = False
    for operation, told in items:
        begins, empty = _begins(str(operation), told, char)
        can = can or begins
        if not empty:
            return can, False
    return can, True


def _begins(operation: str, told: object, char: str) -> tuple[bool, bool]:  # noqa: PLR0911 - one an operation
    match operation, told:
        case "ASSERT_NOT", (_, inner) if not list(inner):  # (?!) fails wherever it stands
            return False, False
        case (("ASSERT" | "ASSERT_NOT" | "AT"), _):
            return False, True
        case "LITERAL", int(code):
            return ord(char) == code, False
        case (("NOT_LITERAL" | "ANY"), _):
            return True, False
        case "IN", list(choices):
            return _is_in(choices, char), False
        case "BRANCH", (_, list(branches)):
            found = [_first(list(branch), char) for branch in branches]
            return any(can for can, _ in found), any(empty for _, empty in found)
        case "SUBPATTERN", (*_, inner):
            return _first(list(inner), char)  # type: ignore[call-overload]
        case (("MAX_REPEAT" | "MIN_REPEAT"), (int(least), _, inner)):
            can, empty = _first(list(inner), char)
            return can, empty or least == 0
        case "GROUPREF_EXISTS", (_, yes, no):
            found = [_first(list(branch or []), char) for branch in (yes, no)]
            return any(can for can, _ in found), any(empty for _, empty in found)
    raise AssertionError(f"{operation} is not known here")


def _is_in(choices: list[tuple[object, object]], char: str) -> bool:
    expression = "".join(_choice(str(operation), told) for operation, told in choices)
    return re.match(f"[{expression}]", char) is not None


def _choice(operation: str, told: object) -> str:
    match operation, told:
        case "NEGATE", _:
            return "^"
        case "LITERAL", int(code):
            return re.escape(chr(code))
        case "RANGE", (int(low), int(high)):
            return f"{re.escape(chr(low))}-{re.escape(chr(high))}"
        case "CATEGORY", category:
            return {"CATEGORY_DIGIT": r"\d", "CATEGORY_WORD": r"\w", "CATEGORY_SPACE": r"\s"}[str(category)]
    raise AssertionError(f"{operation} is not known here")
