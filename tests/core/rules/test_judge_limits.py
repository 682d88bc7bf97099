"""The judge reads so much and no more, says what it left unread, and stays quick on whatever it reads."""

from functools import cache
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.core.message import Context, Message
from moderator_app.core.rules.judge import judge
from moderator_app.core.rules.reading import LIMIT, Reading, Sighting
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.scanner import Shields, merged
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook

AD = "大量现货，厂家直销，微信 abc12345"
SECONDS = 1.0
"""Far above what any of them takes (0.3 s), far below what squaring their length takes (2 s and more)."""


@cache
def rulebook() -> Rulebook:
    return load_rulebook(resources_dir() / "rulebooks" / "yigongxie.yaml", examples=False)


def test_what_stands_behind_the_limit_is_not_judged_and_said_to_be_unread() -> None:
    inside, behind = (judge(Message(text="好" * count + AD), rulebook()) for count in (0, LIMIT))
    assert "hawking" in inside.rules
    assert inside.unread == 0
    assert not {"ads", "hawking"} & set(behind.rules)
    assert behind.unread == len(AD)
    assert judge(Message(text=" " * (LIMIT + 5)), rulebook()).unread == 5


def test_signs_that_stand_for_whole_phrases_do_not_stretch_the_limit() -> None:
    reading = Reading(Message(text="ﷺ" * LIMIT), Context())
    assert LIMIT * 0.9 < len(reading.text) <= LIMIT


@pytest.mark.parametrize(
    "part",
    ["卖点", "电子签名", "骨折分期", "到手后", "打麻将", "现*货", "加微信", "哈哈", "ﷺ", "½", "批发价"],
)
def test_a_text_full_of_hits_takes_no_more_than_its_length(part: str) -> None:
    text = (part * LIMIT)[:LIMIT]
    book = rulebook()
    judge(Message(text=part), book)
    began = process_time()
    judge(Message(text=text), book)
    assert process_time() - began < SECONDS


places = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda p: Sighting(p[0], p[0] + p[1])), max_size=12
)


@given(places, places)
def test_a_place_is_covered_where_one_shield_holds_the_whole_of_it(
    found: list[Sighting], shields: list[Sighting]
) -> None:
    left = [
        place
        for place in found
        if not any(shield.start <= place.start and place.end <= shield.end for shield in shields)
    ]
    assert list(Shields(shields).uncovered(found)) == left


@given(places)
def test_merged_places_hold_all_that_was_found_and_never_overlap(found: list[Sighting]) -> None:
    kept = merged(found)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    covered = {place for each in found for place in range(each.start, each.end)}
    assert {place for each in kept for place in range(each.start, each.end)} == covered
