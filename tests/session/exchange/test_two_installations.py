"""Two real installations at work at the same time: once they know the same, they show the same."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from moderator_app.core.errors import ModeratorError
from moderator_app.core.roster.history import effective
from moderator_app.session import Session
from moderator_app.session.exchange.shared import shared
from tests.session.exchange.conftest import Moderator

Pair = tuple[Moderator, Moderator]
NAMES = ("张三", "李四", "王五", "赵六")


def act(moderator: Moderator, dice: random.Random) -> None:
    """Something that a moderator does; what makes no sense now is refused and changes nothing."""
    session, name = moderator.session, dice.choice(NAMES)
    rows = session.members()
    known = dice.choice(rows).member if rows else None
    moderator.clock.go(hours=dice.randint(1, 20))
    match dice.randint(0, 8):
        case 0 | 1 | 2:
            session.strike_by_name(name, rules=["叫卖"])
        case 3 if known:
            session.edit_member(known.id, **{dice.choice(("card", "notes")): dice.choice(("一", "二", "三"))})
        case 4 if known:
            strikes = [row.entry.id for row in session.record(known.id) if row.entry.kind == "strike"]
            session.void(dice.choice(strikes or ["none"]), "误会")
        case 5 if len(rows) > 1:
            session.exchange.same(*(row.member.id for row in dice.sample(rows, 2)))
        case 6 if session.log.search(limit=1):
            session.log.undo(dice.choice(session.log.search()).action)
        case 7 if known and dice.random() < 0.3:
            session.remove_member(known.id)
        case 8 if known and dice.random() < 0.3:
            session.upkeep.erase(known.id)


def take_all(taker: Moderator, giver: Moderator) -> bool:
    """Take what the other knows, and delete whom the other deleted; false where there was nothing."""
    preview = taker.preview_of(giver)
    if not preview.is_empty:
        taker.session.exchange.merge(preview, erase=[each.member for each in preview.erased])
    return not preview.is_empty


def shown(session: Session) -> object:
    """What both sides must agree on."""
    rows = {row.member.id: (row.member, row.active, row.lapsed, row.voided) for row in session.members()}
    return rows, {(each.member.id, each.field) for each in session.exchange.conflicts()}


def counted(session: Session) -> Counter[str]:
    """What was done to people and holds, by kind."""
    return Counter(each.kind.value for each in effective(shared(session._desk.record.all_entries())))


@pytest.mark.parametrize("seed", range(1, 25))
def test_they_agree_whatever_they_did_and_after_a_restart(pair: Pair, seed: int):
    dice = random.Random(seed)
    for _ in range(40):
        moderator = dice.choice(pair)
        try:
            if dice.random() < 0.15:
                moderator.take(pair[1] if moderator is pair[0] else pair[0])
            else:
                act(moderator, dice)
        except ModeratorError:
            continue
    while any([take_all(*pair), take_all(*pair[::-1])]):
        pass  # a deletion may tell of another id of the same person
    assert counted(pair[0].session) == counted(pair[1].session), "also of people whose data are gone"
    expected = shown(pair[0].session)
    assert shown(pair[1].session) == expected
    assert expected[0] or "erased" in counted(pair[0].session), "somebody is left to compare, or was deleted"
    for moderator in pair:
        moderator.session.close()
        with Session.open(moderator.session.data_dir, now=moderator.clock) as again:
            assert shown(again) == expected
